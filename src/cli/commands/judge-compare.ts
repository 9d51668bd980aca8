/** `detour judge --compare`: what another law would change for the stored movements. */
import type { Command } from 'commander';
import { type ComparisonAnswer, openApp } from '../../app.js';
import { parseCountry } from '../../model/country.js';
import { formatDay, type PartialDate } from '../../model/day.js';
import { DetourError } from '../../model/errors.js';
import { readSettings } from '../../settings.js';
import { EXIT } from '../exit.js';
import { type Format, formatRows, forPeople } from '../output.js';
import type { Shell } from '../shell.js';

interface CompareFlags {
  readonly product?: string;
  readonly from?: string;
  readonly to?: string;
  readonly since?: PartialDate;
  readonly until?: PartialDate;
  readonly asOf?: PartialDate;
  readonly k?: number;
  readonly examples?: number;
  readonly store?: string;
  readonly format?: Format;
}

const READ: ReadonlySet<string> = new Set([
  'compare',
  'product',
  'from',
  'to',
  'since',
  'until',
  'asOf',
  'k',
  'examples',
  'store',
  'format',
]);

/** @param laws `A,B`. @throws DetourError `BAD_USER_INPUT` for what is no pair of laws, or an option that has no place here. */
export async function compareLaws(laws: string, flags: CompareFlags, command: Command, shell: Shell): Promise<void> {
  for (const option of command.options) {
    const isGiven = command.getOptionValueSource(option.attributeName()) === 'cli';
    if (isGiven && !READ.has(option.attributeName()))
      throw new DetourError('BAD_USER_INPUT', `${option.long} has no place beside --compare: leave one of them out`);
  }
  const [a, b, ...more] = laws.split(',').map(lawIn);
  if (a === undefined || b === undefined || more.length > 0)
    throw new DetourError(
      'BAD_USER_INPUT',
      `\`${laws}\` will not do: write two laws, as us-ear,us-ear+csa or ENFORCED,AS_WRITTEN`,
    );
  const app = await openApp(readSettings(flags, shell.environment), shell.clock);
  try {
    const { since, until, asOf, k, examples, product, from, to } = flags;
    const answer = await app.desk.compareRegimes(
      {
        a,
        b,
        ...(since === undefined ? {} : { since: since.earliest }),
        ...(until === undefined ? {} : { until: until.latest }),
        ...(asOf === undefined ? {} : { asOf: asOf.latest }),
        ...(product === undefined ? {} : { products: [product] }),
        ...(from === undefined ? {} : { fromCountry: country(from) }),
        ...(to === undefined ? {} : { toCountry: country(to) }),
        ...(k === undefined ? {} : { k }),
        ...(examples === undefined ? {} : { examples }),
      },
      shell.signal,
    );
    shell.signal.throwIfAborted();
    const format = flags.format ?? 'table';
    shell.print(
      format === 'table'
        ? answerText(answer)
        : formatRows(format === 'csv' ? answer.countries.map(countryRow) : [answerLine(answer)], format),
    );
    if (answer.changed === 0) shell.exitWith(EXIT.NOTHING);
  } finally {
    await app.close();
  }
}

/** `REGIME:VIEW`, or either alone. */
function lawIn(text: string): { regime?: string; view?: 'ENFORCED' | 'AS_WRITTEN' } | undefined {
  const [first = '', second, ...more] = text.trim().split(':');
  if (first === '' || more.length > 0) return undefined;
  const view = viewIn(second ?? first);
  if (second === undefined) return view === undefined ? { regime: first } : { view };
  return view === undefined ? undefined : { regime: first, view };
}

function viewIn(text: string): 'ENFORCED' | 'AS_WRITTEN' | undefined {
  const upper = text.toUpperCase().replace('-', '_');
  return upper === 'ENFORCED' || upper === 'AS_WRITTEN' ? upper : undefined;
}

function country(text: string): string {
  const code = parseCountry(text);
  if (code === undefined)
    throw new DetourError('BAD_USER_INPUT', `\`${text}\` is no country: write an ISO 3166-1 code or an English name`);
  return code;
}

/** The answer as plain values; parties, shipments and routes by their ids. */
function answerLine({ examples, routes, ...counts }: ComparisonAnswer) {
  return {
    ...counts,
    countries: counts.countries.map(countryRow),
    examples: examples.map(({ shipment, a, b }) => ({
      shipment: shipment.id,
      departed: formatDay(a.on),
      a: a.outcome,
      b: b.outcome,
      reason: b.findings[0]?.sentence ?? null,
    })),
    routes: routes.map(({ route, hops }) => ({
      id: route.id,
      rank: route.rank,
      parties: route.parties.map((party) => party.id),
      hops: hops.map(({ hop, a, b }) => ({ index: hop.index, shipment: hop.shipment.id, a: a.outcome, b: b.outcome })),
    })),
  };
}

function countryRow({ country: code, movements, changed, tpp }: ComparisonAnswer['countries'][number]) {
  return { country: code ?? null, movements, changed, tpp };
}

function answerText(answer: ComparisonAnswer): string {
  const { a, b, movements, changed, tpp, tppUnknown, reviewChanged, routesCompared, routesComplete } = answer;
  const line = answerLine(answer);
  const unknown = tppUnknown > 0 ? `; of ${forPeople(tppUnknown)} it is not known` : '';
  const routes = line.routes.flatMap(({ rank, parties, hops }) => [
    `  ${rank}. ${parties.join(' > ')}`,
    ...hops.map((hop) => `     hop ${hop.index + 1}, ${hop.shipment}: ${hop.a} becomes ${hop.b}`),
  ]);
  const sections = [
    `${a.regime} ${a.view} against ${b.regime} ${b.view}\n`,
    `${forPeople(changed)} of ${forPeople(movements)} movements change, ${forPeople(tpp)} TPP${unknown}\n`,
    reviewChanged > 0 ? `${forPeople(reviewChanged)} more keep their outcome and change the review policy\n` : '',
    formatRows(
      answer.outcomes.map((one) => ({ ...one })),
      'table',
    ),
    formatRows(
      line.countries.filter((one) => one.changed > 0),
      'table',
    ),
    formatRows(line.examples, 'table'),
    `${routes.length === 0 ? 'none' : line.routes.length} of the ${routesCompared} best routes change${routesComplete ? '' : ' (the search was cut short)'}\n`,
    routes.map((text) => `${text}\n`).join(''),
  ];
  return sections.filter((text) => text !== '').join('\n');
}
