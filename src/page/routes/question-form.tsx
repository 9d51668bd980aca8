/** The question: where from, where to, which goods, when, by which law, how far. */
import { type FormEvent, useId, useState } from 'react';
import type { SurroundingsQuery, View } from '../generated.js';
import { VIEWS } from '../wording.js';
import { EndField } from './end-field.js';
import { NumberField } from './number-field.js';
import { DEFAULT_TERMS, readList, type Terms } from './terms.js';

interface QuestionFormProps {
  readonly terms: Terms;
  /** Regimes, goods and limits to choose from; not there until the server has told them. */
  readonly surroundings: SurroundingsQuery | undefined;
  readonly ask: (terms: Terms) => void;
}

const DATE = '\\d{4}(-\\d{2}(-\\d{2})?)?';
const DATE_HINT = 'A year, a month or a day: 2024, 2024-05 or 2024-05-17';

/** The terms as they are typed: a list is one text, a number may be blank. */
type Draft = Readonly<Record<Exclude<keyof Terms, 'view'>, string>> & { readonly view: View };

/** Give it a `key` that changes with the terms, so that the back button brings the old ones back. */
export function QuestionForm({ terms, surroundings, ask }: QuestionFormProps) {
  const [draft, setDraft] = useState<Draft>(() => draftOf(terms));
  const goods = useId();
  const set = (change: Partial<Draft>) => setDraft((before) => ({ ...before, ...change }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask(termsOf(draft));
  };
  const { limits, regimes = [], products = [] } = surroundings ?? {};
  const regime = regimes.find(({ id }) => id === draft.regime);
  const views = regime?.views ?? [{ view: 'ENFORCED' as const }, { view: 'AS_WRITTEN' as const }];
  return (
    <form className="question" onSubmit={submit} aria-label="The question">
      <EndField label="From" hint="Tier 0 and 1" value={draft.from} onChange={(from) => set({ from })} />
      <EndField label="To" hint="Tier 3" value={draft.to} onChange={(to) => set({ to })} />
      <label className="wide">
        <span>Goods</span>
        <input
          list={goods}
          value={draft.products}
          placeholder="controlled, or possibly so"
          onChange={(event) => set({ products: event.target.value })}
        />
      </label>
      <datalist id={goods}>
        {products.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </datalist>
      {(['since', 'until'] as const).map((name) => (
        <label key={name}>
          <span>{name === 'since' ? 'Departed since' : 'Until'}</span>
          <input
            value={draft[name]}
            pattern={DATE}
            title={DATE_HINT}
            placeholder="any day"
            onChange={(event) => set({ [name]: event.target.value.trim() })}
          />
        </label>
      ))}
      <label>
        <span>Law</span>
        <select value={draft.regime} onChange={(event) => set({ regime: event.target.value })}>
          {regimes.length === 0 && <option value={draft.regime}>{draft.regime}</option>}
          {regimes.map(({ id, title }) => (
            <option key={id} value={id} title={title}>
              {id}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>View of the law</span>
        <select value={draft.view} onChange={(event) => set({ view: event.target.value as View })}>
          {views.map(({ view }) => (
            <option key={view} value={view}>
              {VIEWS[view]}
            </option>
          ))}
        </select>
      </label>
      <details className="wide" open={hasFurtherTerms(terms)}>
        <summary>How far to look</summary>
        <div className="question-further">
          <NumberField
            label="Most movements"
            value={draft.maxHops}
            least={1}
            most={limits?.maxHops ?? 10}
            onChange={(maxHops) => set({ maxHops })}
          />
          <NumberField
            label="Longest stay, days"
            value={draft.maxDwellDays}
            least={0}
            most={limits?.maxDwellDays ?? 3650}
            onChange={(maxDwellDays) => set({ maxDwellDays })}
          />
          <NumberField
            label="Least Tier 2 parties"
            value={draft.minTier2}
            least={0}
            most={10}
            onChange={(minTier2) => set({ minTier2 })}
          />
          <NumberField
            label="Routes to rank"
            value={draft.k}
            least={1}
            most={limits?.k ?? 1000}
            onChange={(k) => set({ k })}
          />
          <label className="wide">
            <span>Known as of</span>
            <input
              value={draft.asOf}
              pattern={DATE}
              title={DATE_HINT}
              placeholder="today"
              onChange={(event) => set({ asOf: event.target.value.trim() })}
            />
          </label>
        </div>
      </details>
      <div className="question-do wide">
        <button type="submit" className="main">
          Find routes
        </button>
        <button type="button" className="plain" onClick={() => ask(DEFAULT_TERMS)}>
          Start over
        </button>
      </div>
    </form>
  );
}

function hasFurtherTerms({ maxHops, maxDwellDays, minTier2, k, asOf }: Terms): boolean {
  const usual = DEFAULT_TERMS;
  return (
    maxHops !== usual.maxHops ||
    maxDwellDays !== usual.maxDwellDays ||
    minTier2 !== usual.minTier2 ||
    k !== usual.k ||
    asOf !== usual.asOf
  );
}

function draftOf(terms: Terms): Draft {
  const number = (value: number) => (Number.isNaN(value) ? '' : String(value));
  return {
    ...terms,
    from: terms.from.join('; '),
    to: terms.to.join('; '),
    products: terms.products.join('; '),
    maxHops: number(terms.maxHops),
    maxDwellDays: number(terms.maxDwellDays),
    minTier2: number(terms.minTier2),
    k: number(terms.k),
  };
}

function termsOf(draft: Draft): Terms {
  return {
    ...draft,
    from: readList(draft.from),
    to: readList(draft.to),
    products: readList(draft.products),
    maxHops: Number(draft.maxHops),
    maxDwellDays: Number(draft.maxDwellDays),
    minTier2: Number(draft.minTier2),
    k: Number(draft.k),
  };
}
