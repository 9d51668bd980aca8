/** Chooses light, dark, or as the system. */
import { useState } from 'react';
import { keptTheme, showTheme, THEMES, type Theme } from './theme.js';

export function ThemeSwitch() {
  const [theme, setTheme] = useState<Theme>(keptTheme);
  const choose = (chosen: Theme) => {
    showTheme(chosen);
    setTheme(chosen);
  };
  return (
    <label className="theme-switch">
      <span className="quiet">Colours</span>
      <select value={theme} onChange={(event) => choose(event.target.value as Theme)}>
        {THEMES.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
    </label>
  );
}
