/** An id as it is written, with a button that copies it. */
import { CopyButton } from './copy-button.js';

export function Id({ id, what }: { readonly id: string; readonly what: string }) {
  return (
    <span className="id">
      <code>{id}</code>
      <CopyButton text={id} what={`${what} ${id}`} />
    </span>
  );
}
