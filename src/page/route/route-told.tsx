/** One route in full: what it says in a sentence, the strip in time, each hop, the evidence, all lots. */
import { type ReactNode, useEffect } from 'react';
import { bits, counted, figure, percent } from '../figures.js';
import { CopyButton } from '../frame/copy-button.js';
import type { RouteToldFragment, View } from '../generated.js';
import { BAND_MEANINGS, CERTAINTIES, KIND_MEANINGS, KINDS, TIMINGS } from '../wording.js';
import { BandBadge } from './band-badge.js';
import { HopDetail } from './hop-detail.js';
import { HopTable } from './hop-table.js';
import { Lots } from './lots.js';
import { Strip } from './strip.js';
import { Waterfall } from './waterfall.js';

interface RouteToldProps {
  readonly route: RouteToldFragment;
  /** The view of the law that was asked for. */
  readonly view: View;
  readonly title: string;
  readonly inPlayground: string;
  readonly children: ReactNode;
}

export function RouteTold({ route, view, title, inPlayground, children }: RouteToldProps) {
  const { score, parties } = route;
  // A link to a hop arrives before the hop does.
  useEffect(() => {
    const { hash } = window.location;
    if (/^#hop-\d+$/.test(hash)) window.document.getElementById(hash.slice(1))?.scrollIntoView();
  }, []);
  return (
    <article className="route" aria-labelledby="route-heading">
      <header className="route-head">
        <h2 id="route-heading">
          {title} <span className="figure">{bits(score.bits)} bits</span> <BandBadge band={score.band} />
        </h2>
        <p className="actions">
          <CopyButton text={window.location.href} what="the address of this view">
            copy link
          </CopyButton>
          <a href={inPlayground}>Open this in the playground</a>
          <a href="#results" className="narrow-only">
            Results
          </a>
        </p>
      </header>
      <p className="route-sentence">
        {sentenceOf(route)} From a prior of {percent(score.prior)} the evidence makes diversion{' '}
        {percent(score.probability)} likely: {BAND_MEANINGS[score.band]}.
      </p>
      <dl className="facts route-facts">
        <dt>Ending</dt>
        <dd>
          {KINDS[route.kind]}, {CERTAINTIES[route.certainty]}: {KIND_MEANINGS[route.kind]}
          {route.alsoKind.map((kind) => `; also ${KINDS[kind].toLowerCase()}`)}
          {route.open && '. Open: the goods may yet move on'}
        </dd>
        <dt>Timing</dt>
        <dd>{TIMINGS[route.timing]}</dd>
        <dt>First unlawful hop</dt>
        <dd>
          on its papers {unlawful(route, 'onItsPapers')}, with knowledge of the end {unlawful(route, 'withKnowledge')}
        </dd>
        <dt>Parties</dt>
        <dd>
          {counted(parties.length, 'party', 'parties')}; {counted(route.lots.totalCount.value, 'lot')} along the chain
        </dd>
      </dl>
      <Strip route={route} />
      <HopTable hops={route.hops} />
      <Waterfall score={score} hops={route.hops} parties={parties} />
      <section aria-labelledby="each-hop-heading">
        <h3 id="each-hop-heading">Each hop in full</h3>
        {route.hops.map((hop) => (
          <HopDetail key={hop.index} hop={hop} route={route} view={view} />
        ))}
      </section>
      <Lots route={route} />
      {children}
    </article>
  );
}

function sentenceOf(route: RouteToldFragment): string {
  const { chips, tpp, h100Equivalent, goods, parties, period } = route;
  const place = (at: number) => {
    const party = parties.at(at);
    return party === undefined ? '' : `${party.name ?? party.id} (${party.country ?? 'place unknown'})`;
  };
  const power =
    tpp === null
      ? ''
      : ` (${figure(tpp, 0)} TPP${h100Equivalent === null ? '' : `, the power of ${figure(h100Equivalent, 0)} H100`})`;
  const amount = chips === null ? 'Goods of unknown quantity' : `Up to ${counted(chips, 'chip')}${power}`;
  return `${amount}, as ${goods.product?.name ?? goods.code}, can have gone from ${place(0)} to ${place(-1)} between ${period.from} and ${period.to}.`;
}

function unlawful(route: RouteToldFragment, how: keyof RouteToldFragment['firstUnlawfulHop']): ReactNode {
  const hop = route.firstUnlawfulHop[how];
  return hop === null ? 'none' : <a href={`#hop-${hop.index}`}>hop {hop.index + 1}</a>;
}
