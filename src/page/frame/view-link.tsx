/** A link inside the page: it changes the view without loading anything, and is still a link. */
import type { ComponentPropsWithRef, MouseEvent } from 'react';
import { useAddress } from './address.js';

interface ViewLinkProps extends ComponentPropsWithRef<'a'> {
  readonly href: string;
  /** Called when the page follows the link itself. */
  readonly onFollow?: () => void;
}

export function ViewLink({ href, onFollow, ...rest }: ViewLinkProps) {
  const { go } = useAddress();
  const follow = (event: MouseEvent) => {
    const isPlain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!isPlain) return;
    event.preventDefault();
    go(href);
    onFollow?.();
  };
  return <a href={href} onClick={follow} {...rest} />;
}
