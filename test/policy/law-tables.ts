/** The tables of docs/law.md, written from the regimes and the catalogue as they are loaded. */
import { allCountries, countryName } from '../../src/model/country.js';
import { type Day, formatDay } from '../../src/model/day.js';
import type { Product } from '../../src/model/product.js';
import type { Catalogue } from '../../src/policy/catalogue.js';
import { type Classification, classify } from '../../src/policy/classify.js';
import { namesIn } from '../../src/policy/country-set.js';
import { changesOf, valueOn } from '../../src/policy/dated.js';
import { VIEWS, type View, weakest } from '../../src/policy/judgement.js';
import type { Active, Law } from '../../src/policy/law.js';
import type { Regime, Regimes } from '../../src/policy/regime.js';
import type { Instrument } from '../../src/policy/rule.js';
import { tierIn } from '../../src/policy/tiers.js';
import { CANNOT_SAY, type Truth, YES } from '../../src/policy/truth.js';
import type { CountryList, RegimeValue } from '../../src/policy/value-file.js';

/** The views of a regime: what each leaves out or applies on every day. */
export function viewTable(regime: Regime): string {
  return table(
    ['View', 'What it is', 'From', 'Leaves out', 'Applies on every day'],
    [...regime.views].map(([view, { title, from, without, asIfInForce }]) => [
      code(view),
      title,
      date(from),
      without.map(code).join(', '),
      asIfInForce.map(code).join(', '),
    ]),
  );
}

/** Instruments that are or were law, by their first date, then id; those without a date first. */
export function instrumentTable(regime: Regime): string {
  const rows = [...regime.instruments.values()]
    .filter(({ proposal }) => !proposal)
    .sort((a, b) => firstDay(a) - firstDay(b) || (a.id < b.id ? -1 : 1))
    .map((instrument) => {
      const { id, title, published, effective, compliance, ended, citation, confidence, note } = instrument;
      const dates = [date(published), date(effective), date(compliance), stays(instrument), date(ended)];
      return [code(id), title, ...dates, citation, confidence, note ?? ''];
    });
  return table(
    ['Id', 'What', 'Published', 'Effective', 'To comply', 'Stayed', 'Ended', 'Source', 'Confidence', 'Note'],
    rows,
  );
}

/** Proposals that never became law, in file order, and the regimes that apply one as if it had. */
export function proposalTable(regime: Regime, regimes: Regimes): string {
  const rows = [...regime.instruments.values()]
    .filter(({ proposal }) => proposal)
    .map(({ id, title, published, citation, confidence, note }) => {
      const whatIf = [...regimes.values()].filter((other) => other.instruments.get(id)?.proposal === false);
      const applied = whatIf.map((other) => code(other.id)).join(', ');
      return [code(id), title, date(published), citation, confidence, note ?? '', applied];
    });
  return table(['Id', 'What', 'Published', 'Source', 'Confidence', 'Note', 'Applied by'], rows);
}

/** Regimes that extend another: the instruments they tell anew and the rules they add, by id. */
export function whatIfTable(regimes: Regimes): string {
  const rows = [...regimes.values()].flatMap((regime) => {
    const base = regimes.get(regime.extends ?? '');
    if (base === undefined) return [];
    const instruments = [...regime.instruments.values()]
      .filter((one) => base.instruments.get(one.id) !== one)
      .map((one) => {
        const comply = one.compliance === undefined ? '' : `, to comply from ${formatDay(one.compliance)}`;
        return `${code(one.id)} from ${date(one.effective)}${comply}; ${one.confidence}; ${one.note ?? one.citation}`;
      });
    const rules = [...regime.rules.values()].filter(({ id }) => !base.rules.has(id));
    const sentences = rules.map(({ id, sentence }) => `${code(id)}: ${sentence}`);
    return [[code(regime.id), regime.title, code(base.id), instruments.join('<br>'), sentences.join('<br>')]];
  });
  return table(['Regime', 'What if', 'Extends', 'Instruments', 'Rules it adds'], rows);
}

/** What held before the first change, then each day on which a rule, its citation or a value changes under either view. */
export function changeTable(regime: Regime): string {
  const rows = [undefined, ...regime.changeDays].map((day) => {
    const enforced = rulesChanged(regime, 'ENFORCED', day);
    const written = rulesChanged(regime, 'AS_WRITTEN', day);
    const told = day === undefined ? 'before' : formatDay(day) + (day > regime.knownThrough ? ' (foreseen)' : '');
    return [told, enforced, written === enforced ? '' : written || 'nothing', valuesChanged(regime, day)];
  });
  return table(
    ['Day', 'Rules, enforced', 'As written, where it differs', 'Lists, numbers, citations'],
    rows.filter((row) => row.slice(1).some((cell) => cell !== '' && cell !== '–')),
  );
}

/** Each list and set of countries: its members on the first day, then every change. By name. */
export function countryLists(regime: Regime): string {
  const rows = byName(regime, 'countries', 'set').flatMap(([name, value]) => {
    const members = (law: Law) => allCountries().map((country) => law.values.set(name)(country));
    const stretches = differing(regime, 'ENFORCED', (law) => members(law).join());
    return stretches.map(({ from, law, before }, at) => {
      const now = codesWhere(law, name, YES);
      const unsure = codesWhere(law, name, CANNOT_SAY);
      const was = before === undefined ? [] : codesWhere(before, name, YES);
      const wasUnsure = before === undefined ? [] : codesWhere(before, name, CANNOT_SAY);
      const open = unsure.filter((one) => !wasUnsure.includes(one)).map((one) => `${one}?`);
      const told =
        at === 0
          ? [...now, ...open].join(' ') || 'none'
          : [
              ...now.filter((one) => !was.includes(one)).map((one) => `+${one}`),
              ...[...was, ...wasUnsure]
                .filter((one) => !now.includes(one) && !unsure.includes(one))
                .map((one) => `−${one}`),
              ...open,
            ].join(' ');
      const { citation, confidence } = listSource(regime, name, value, from);
      return [
        at > 0 ? '' : code(name),
        at > 0 ? '' : whatIs(value),
        date(from),
        told,
        String(now.length),
        citation,
        confidence,
      ];
    });
  });
  return table(['List', 'What', 'From', 'Members, then changes', 'Count', 'Source', 'Confidence'], rows);
}

/** Countries that stand alike on every day, with tier and lists of each stretch; most lists last. */
export function countryTable(regime: Regime): string {
  const lists = byName(regime, 'countries', 'set').map(([name]) => name);
  const standing = (law: Law, country: string): readonly [string, string] => {
    const seen = law.inLaw(country);
    const marks = lists.flatMap((name) => {
      const truth = law.values.set(name)(seen);
      return truth === YES ? [name] : truth === CANNOT_SAY ? [`${name}?`] : [];
    });
    return [String(tierIn(country, law)), marks.join(', ')];
  };
  const alike = new Map<string, { countries: string[]; rows: string[][] }>();
  for (const country of allCountries()) {
    const stretches = differing(regime, 'ENFORCED', (law) => standing(law, country).join());
    const rows = stretches.map(({ from, law }) => [date(from), ...standing(law, country)]);
    const group = alike.get(JSON.stringify(rows)) ?? { countries: [], rows };
    group.countries.push(country);
    alike.set(JSON.stringify(rows), group);
  }
  const most = Math.max(...[...alike.values()].map(({ countries }) => countries.length));
  const ordered = [...alike.values()].sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
  const rows = ordered.flatMap(({ countries, rows }) => {
    const named = countries.map((one) => `${countryName(one)} (${one})`).join(', ');
    const who = countries.length === most ? `All ${most} others` : named;
    return rows.map((row, at) => [at === 0 ? who : '', ...row]);
  });
  return table(['Countries', 'From', 'Tier', 'Lists'], rows);
}

/** Every product of the catalogue with its class from each day on which the class of any product changes. */
export function chipTable(regime: Regime, catalogue: Catalogue): string {
  const products = [...catalogue.products.values()];
  const days = [undefined, ...regime.changeDays].filter((day, at) => {
    if (at === 0) return true;
    const was = (day as Day) - 1;
    return VIEWS.some((view) =>
      products.some(
        (product) =>
          classCell(product, was, regime, view, catalogue) !==
            classCell(product, day as Day, regime, view, catalogue) &&
          // A view that begins is no change of class.
          regime.lawOn(was, view) !== undefined,
      ),
    );
  });
  const rows = products.map((product) => {
    const cells = days.map((day) => {
      const on = day ?? beginning(regime);
      const [enforced, written] = VIEWS.map((view) => classCell(product, on, regime, view, catalogue)) as [
        string,
        string,
      ];
      const same = written === enforced || regime.lawOn(on, 'AS_WRITTEN') === undefined;
      return same ? enforced : `${enforced}; as written ${written}`;
    });
    const { id, name, kind, tpp, performanceDensity, dataCenter, confidence } = product;
    const center = dataCenter === undefined ? '?' : dataCenter ? 'yes' : 'no';
    return [`${name} (${code(id)})`, kind, number(tpp), number(performanceDensity), center, confidence, ...cells];
  });
  const titles = days.map((day) => (day === undefined ? 'before' : formatDay(day)));
  return table(['Product', 'Kind', 'TPP', 'Density', 'Data centre', 'Confidence', ...titles], rows);
}

function classCell(product: Product, on: Day, regime: Regime, view: View, catalogue: Catalogue): string {
  const found = classify({ product: product.id }, on, regime, view, catalogue);
  if (found.possible.length > 1) return `? ${found.possible.join(' or ')}`;
  const weak = ruleConfidence(found, regime.lawOn(on, view));
  return weak === 'CONFIRMED' ? found.class : `${found.class} (rule ${weak})`;
}

function ruleConfidence({ grounds }: Classification, law: Law | undefined) {
  const rules = law?.classes.filter(({ rule }) => grounds.some((one) => one.rule === rule.id)) ?? [];
  return weakest(rules.map(({ confidence }) => confidence));
}

function rulesChanged(regime: Regime, view: View, day: Day | undefined): string {
  const on = day ?? beginning(regime);
  const law = regime.lawOn(on, view);
  if (law === undefined) return '–';
  const now = activeRules(law);
  if (regime.views.get(view)?.from === day && day !== undefined) {
    const enforced = activeRules(regime.lawOn(day, 'ENFORCED'));
    return ['the view begins', ...told('without', enforced, now), ...told('with', now, enforced)].join('<br>');
  }
  const was = day === undefined ? activeRules(undefined) : activeRules(regime.lawOn(day - 1, view));
  return [...told('end', was, now), ...told('begin', now, was)].join('<br>');
}

/** The rules of one law that the other has not, by instrument. */
function told(what: string, some: ReadonlyMap<string, Active>, other: ReadonlyMap<string, Active>): string[] {
  const byInstrument = new Map<string, string[]>();
  for (const { rule, confidence } of some.values()) {
    if (other.has(rule.id)) continue;
    const marked = confidence === 'CONFIRMED' ? rule.id : `${rule.id} (${confidence})`;
    byInstrument.set(rule.instrument, [...(byInstrument.get(rule.instrument) ?? []), marked]);
  }
  return [...byInstrument].map(([instrument, rules]) => `${what} ${code(instrument)}: ${rules.join(', ')}`);
}

function activeRules(law: Law | undefined): ReadonlyMap<string, Active> {
  if (law === undefined) return new Map();
  const { classes, requirements, exemptions, exceptions, reviews, bars, doubts, findings } = law;
  const all = [classes, requirements, [...exemptions.values()].flat(), exceptions, reviews, bars, doubts, findings];
  return new Map(all.flat().map((one) => [one.rule.id, one]));
}

function valuesChanged(regime: Regime, day: Day | undefined): string {
  if (day === undefined) return '';
  const values = byName(regime, 'countries', 'number', 'codes', 'names', 'map').flatMap(([name, value]) => {
    if (value.kind === 'set' || !changesOf(value.dated).includes(day)) return [];
    if (value.kind !== 'number') return [code(name)];
    const [was, now] = [day - 1, day].map((on) => number(valueOn(value.dated, on)?.value) || 'none');
    return [`${code(name)} ${was} → ${now}`];
  });
  const citations = [...regime.rules.values()]
    .filter(({ citation }) => changesOf(citation).includes(day))
    .map(({ id, citation }) => `${id} rests on ${valueOn(citation, day)?.value}`);
  return [...values, ...citations].join('<br>');
}

/** The stretches of days between which what is told changes, each with the law before it; the first has no first day. */
function differing(regime: Regime, view: View, told: (law: Law) => string) {
  const found: { from: Day | undefined; law: Law; before: Law | undefined }[] = [];
  for (const from of [undefined, ...regime.changeDays]) {
    const law = regime.lawOn(from ?? beginning(regime), view) as Law;
    const before = found.at(-1)?.law;
    if (before === undefined || told(before) !== told(law)) found.push({ from, law, before });
  }
  return found;
}

function whatIs(value: RegimeValue): string {
  const text = value.kind === 'set' ? `${value.title}: ${code(value.text)}` : value.title;
  return value.note === undefined ? text : `${text}. ${value.note}`;
}

function listSource(regime: Regime, name: string, value: RegimeValue, on: Day | undefined) {
  const day = on ?? beginning(regime);
  const parts = value.kind === 'set' ? namesIn(value.expression) : [name];
  const confidence = (regime.lawOn(day, 'ENFORCED') as Law).values.confidence(name) ?? 'CONFIRMED';
  if (value.kind !== 'countries') return { citation: parts.length === 0 ? '' : 'as its parts', confidence };
  const version = valueOn<CountryList>(value.dated, day);
  return { citation: version?.citation ?? '', confidence };
}

function codesWhere(law: Law, name: string, truth: Truth): string[] {
  return allCountries().filter((country) => law.values.set(name)(country) === truth);
}

function byName(regime: Regime, ...kinds: readonly RegimeValue['kind'][]) {
  return [...regime.values].filter(([, { kind }]) => kinds.includes(kind)).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Tiers 0 to 3, in each those that change first, then the larger groups. */
function sortKey({ countries, rows }: { readonly countries: readonly string[]; readonly rows: string[][] }): string {
  return [
    rows.at(-1)?.[1],
    rows.length > 1 ? 0 : 1,
    String(999 - countries.length).padStart(3, '0'),
    countries[0],
  ].join();
}

/** A day before all changes. */
function beginning({ changeDays }: Regime): Day {
  return (changeDays[0] as Day) - 1;
}

function firstDay({ effective, published }: Instrument): Day {
  return effective ?? published ?? Number.NEGATIVE_INFINITY;
}

function stays({ stays }: Instrument): string {
  return stays
    .map(({ from, through, citation, thereafter }) => {
      const after = thereafter === undefined ? '' : `; after that ${thereafter}`;
      return `${formatDay(from)} to ${formatDay(through)} (${citation}${after})`;
    })
    .join('<br>');
}

function date(day: Day | undefined): string {
  return day === undefined ? '' : formatDay(day);
}

function number(value: number | undefined): string {
  return value === undefined ? '' : value.toLocaleString('en-US', { maximumFractionDigits: 4 });
}

function code(text: string): string {
  return `\`${text}\``;
}

function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(titles), `|${'---|'.repeat(titles.length)}`, ...rows.map(line)].join('\n');
}
