/** Where routes start or end: parties by id (looked up by name), countries, roles and tiers, separated by `;`. */
import { useEffect, useId, useState } from 'react';
import { useQuestion } from '../asking/use-question.js';
import type { PartiesNamedQuery, PartiesNamedQueryVariables } from '../generated.js';
import { PARTIES_NAMED } from '../questions/documents.js';

interface EndFieldProps {
  readonly label: string;
  /** What counts while nothing is named. */
  readonly hint: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const ALWAYS = ['tier:0', 'tier:1', 'tier:2', 'tier:3', 'role:manufacturer', 'role:trader', 'role:forwarder'];
const PAUSE_MILLISECONDS = 250;

export function EndField({ label, hint, value, onChange }: EndFieldProps) {
  const list = useId();
  const explanation = useId();
  const search = useSettled(lastTerm(value), PAUSE_MILLISECONDS);
  const isName = search.length >= 2 && !search.includes(':');
  const found = useQuestion<PartiesNamedQuery, PartiesNamedQueryVariables>(
    PARTIES_NAMED,
    isName ? { search } : undefined,
  );
  const parties = found.state === 'ANSWERED' ? found.answer.entities.nodes : [];
  const before = value.slice(0, value.length - lastTerm(value).length);
  return (
    <label className="wide">
      <span>
        {label} <small id={explanation}>party, country, role: or tier:, several with “;”</small>
      </span>
      <input
        list={list}
        value={value}
        placeholder={hint}
        aria-describedby={explanation}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange(event.target.value)}
      />
      <datalist id={list}>
        {parties.map(({ id, name, country }) => (
          <option key={id} value={`${before}id:${id}`}>
            {`${name ?? id}${country === null ? '' : ` (${country})`}`}
          </option>
        ))}
        {ALWAYS.map((term) => (
          <option key={term} value={`${before}${term}`} />
        ))}
      </datalist>
    </label>
  );
}

/** What is being typed: after the last `;`. */
function lastTerm(value: string): string {
  return value.slice(value.lastIndexOf(';') + 1).trimStart();
}

/** The value once it has stayed the same for a while. */
function useSettled(value: string, milliseconds: number): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(value), milliseconds);
    return () => window.clearTimeout(timer);
  }, [value, milliseconds]);
  return settled;
}
