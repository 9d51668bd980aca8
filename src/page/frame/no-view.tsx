/** An address that is no view. */
import { ViewLink } from './view-link.js';

export function NoView({ path }: { readonly path: string }) {
  return (
    <div className="notice" id="shown" tabIndex={-1}>
      <h2>There is no view here</h2>
      <p>
        <code>{path}</code> leads nowhere. <ViewLink href="/routes">Open the routes</ViewLink>
      </p>
    </div>
  );
}
