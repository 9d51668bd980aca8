/** Says what went wrong and what can be done. */
import type { Fault } from '../asking/fault.js';
import { CopyButton } from './copy-button.js';
import { Said } from './said.js';

const HEADINGS: Readonly<Record<Fault['kind'], string>> = {
  REFUSED: 'The question cannot be asked like this',
  FAILED: 'The server failed to answer',
  GONE: 'The server is gone',
};

export function FaultNotice({ fault, again }: { readonly fault: Fault; readonly again: () => void }) {
  return (
    <div className="notice notice-fault" role="alert">
      <h3>{HEADINGS[fault.kind]}</h3>
      <p>
        <Said text={fault.message} />
      </p>
      {fault.correlationId !== undefined && (
        <p>
          Its reference in the server’s log is <code>{fault.correlationId}</code>{' '}
          <CopyButton text={fault.correlationId} what="the reference" />
        </p>
      )}
      <p className="quiet">{fault.code}</p>
      <button type="button" onClick={again}>
        Ask again
      </button>
    </div>
  );
}
