/** Name, navigation, colours. */
import { ThemeSwitch } from './theme-switch.js';
import { ViewLink } from './view-link.js';
import { VIEWS, type View } from './views.js';

export function Header({ view }: { readonly view: View | undefined }) {
  return (
    <header className="top">
      <ViewLink href="/routes" className="brand">
        <svg viewBox="0 0 32 32" width="22" height="22" aria-hidden="true">
          <path d="M4 22h6c6 0 3-12 10-12h6" fill="none" stroke="currentColor" strokeWidth="3" strokeLinecap="round" />
          <circle cx="5" cy="22" r="3" fill="currentColor" />
          <rect className="brand-end" x="23" y="6.5" width="7" height="7" />
        </svg>
        Detour
      </ViewLink>
      <nav aria-label="Views">
        {VIEWS.map(({ path, name, apart }) =>
          apart ? (
            <a key={path} href={path}>
              {name}
            </a>
          ) : (
            <ViewLink key={path} href={path} {...(view?.path === path ? { 'aria-current': 'page' as const } : {})}>
              {name}
            </ViewLink>
          ),
        )}
      </nav>
      <ThemeSwitch />
    </header>
  );
}
