/** Light or dark: as the system says, unless the visitor chose. */

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const KEPT_AS = 'detour-theme';

/** What the visitor chose last; `system` where nothing, or nothing readable, is kept. */
export function keptTheme(): Theme {
  try {
    const kept = window.localStorage.getItem(KEPT_AS);
    return THEMES.find((theme) => theme === kept) ?? 'system';
  } catch {
    return 'system';
  }
}

/** Shows the theme at once and keeps it for the next visit. */
export function showTheme(theme: Theme): void {
  const { dataset } = window.document.documentElement;
  if (theme === 'system') delete dataset.theme;
  else dataset.theme = theme;
  try {
    if (theme === 'system') window.localStorage.removeItem(KEPT_AS);
    else window.localStorage.setItem(KEPT_AS, theme);
  } catch {
    // A browser that keeps nothing still shows the theme.
  }
}
