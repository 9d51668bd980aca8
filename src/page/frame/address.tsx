/** The address is the state of a view: what is shown can be sent to a colleague, and the back button works. */
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';

export interface Address {
  /** `/routes`. */
  readonly path: string;
  /** `?from=US`, or nothing. */
  readonly search: string;
  /** Opens a view; `replace` leaves no step behind to go back to. */
  go(href: string, how?: { readonly replace: boolean }): void;
}

const Current = createContext<Address | undefined>(undefined);

export function useAddress(): Address {
  const address = useContext(Current);
  if (address === undefined) throw new Error('useAddress is called outside AddressProvider');
  return address;
}

export function AddressProvider({ children }: { readonly children: ReactNode }) {
  const [{ path, search }, setPlace] = useState(here);
  useEffect(() => {
    const follow = () => setPlace(here());
    window.addEventListener('popstate', follow);
    return () => window.removeEventListener('popstate', follow);
  }, []);
  const go = useCallback((href: string, how?: { readonly replace: boolean }) => {
    if (how?.replace) window.history.replaceState(null, '', href);
    else window.history.pushState(null, '', href);
    setPlace(here());
  }, []);
  const address = useMemo(() => ({ path, search, go }), [path, search, go]);
  return <Current value={address}>{children}</Current>;
}

function here() {
  return { path: window.location.pathname, search: window.location.search };
}
