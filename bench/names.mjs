/**
 * How often screening finds a listed party by a changed name, how often it raises an alarm at a stranger, and how fast, as
 * Markdown tables.
 *
 *     node tools/build.mjs && node bench/names.mjs FOLDER [names] [--grown PARTIES]
 *
 * FOLDER holds OFAC's SDN.CSV, ADD.CSV and ALT.CSV. A file of so many names is made (10,000 unless told; seed 1): names of
 * listed parties changed in one way each, and strangers. Each name is screened by the name alone. A hit is right when it is
 * the party whose name was changed; parties that are listed under the very same name count as right as well. All is
 * measured in one run, so that a busy machine slows down all of it: the floor of a pair is a plain Levenshtein distance of
 * the two texts in small letters, that of a name as many of these as there are listed names. `--grown` screens 300 names
 * against the list grown to so many parties by changing one word of each name.
 */
import { join } from 'node:path';
import { RowScreening } from '../dist/desk/screen-input.js';
import { NameComparer } from '../dist/identity/compare-names.js';
import { loadNameKnowledge } from '../dist/identity/knowledge.js';
import { NameIndex } from '../dist/identity/name-index.js';
import { importPaths } from '../dist/intake/import.js';
import { openDuckDb } from '../dist/store/duckdb/open.js';

const SEEDS = join(import.meta.dirname, '..', 'seeds', 'names');
const [folder, ...rest] = process.argv.slice(2);
if (folder === undefined) throw new Error('name the folder with the files of the list');
const grownTo = rest.includes('--grown') ? Number(rest[rest.indexOf('--grown') + 1]) : 0;
const count = Number(rest.find((word) => /^\d+$/.test(word) && Number(word) !== grownTo) ?? 10_000);
const random = draws(1);
const STRANGER = 'stranger';
const FORM =
  /[\s,]+(?:co\.?,?\s*)?(?:ltd|limited|llc|inc|corp|corporation|company|co|gmbh|s\.?a\.?|ltda|s\.?r\.?l|s\.a\. de c\.v|ooo|oao|jsc|fze|plc)\.?$/i;

/** @typedef {{ party: string, text: string, schema: string | undefined }} Listed */
/** @typedef {{ kind: string, party: string | undefined, name: string, original: string | undefined, schema: string | undefined }} Made */

async function listedNames() {
  const listings = await store.listings();
  const ids = [...new Set(listings.map((one) => one.entity))].sort();
  /** @type {Listed[]} */
  const names = [];
  for (let at = 0; at < ids.length; at += 500) {
    for (const entity of await store.entities(ids.slice(at, at + 500))) {
      if (entity?.name === undefined) continue;
      for (const text of new Set([entity.name, ...entity.aliases])) {
        names.push({ party: entity.id, text, schema: entity.schema });
      }
    }
  }
  return names;
}

async function screenAll() {
  const screening = new RowScreening(store, loadNameKnowledge(SEEDS), () => Date.now());
  const built = processorSeconds();
  await screening.screen([{ name: 'warm' }], {});
  const seconds = processorSeconds() - built;
  /** @type {Map<string, Set<string>>} */
  const holders = new Map();
  for (const { text, party } of listed) {
    const key = text.toLowerCase();
    const parties = holders.get(key);
    if (parties === undefined) holders.set(key, new Set([party]));
    else parties.add(party);
  }
  for (const { name, schema } of made.slice(0, 500)) await screening.screen([{ name, schema: schema ?? '' }], {});
  /** @type {Map<string, { inputs: number, found: number, first: number, hits: number, right: number, times: number[] }>} */
  const kinds = new Map();
  for (const { kind, party, name, original, schema } of made) {
    const from = performance.now();
    const { results } = await screening.screen([{ name, schema: schema ?? '' }], {});
    const took = performance.now() - from;
    const hits = results[0]?.hits ?? [];
    const own = new Set([
      ...(holders.get(original?.toLowerCase() ?? '') ?? []),
      ...(party === undefined ? [] : [party]),
    ]);
    const right = hits.filter((hit) => own.has(hit.party)).length;
    const sums = kinds.get(kind) ?? { inputs: 0, found: 0, first: 0, hits: 0, right: 0, times: [] };
    kinds.set(kind, sums);
    sums.inputs++;
    if (right > 0) sums.found++;
    if (hits[0] !== undefined && own.has(hits[0].party)) sums.first++;
    sums.hits += hits.length;
    sums.right += right;
    sums.times.push(took);
  }
  const began = processorSeconds();
  for (let at = 0; at < made.length; at += 200) {
    const batch = made.slice(at, at + 200).map(({ name, schema }) => ({ name, schema: schema ?? '' }));
    await screening.screen(batch, {});
  }
  const whole = processorSeconds() - began;
  const alone = processorSeconds();
  new NameIndex(
    listed.map(({ text, schema }, party) => ({ text, schema, party })),
    loadNameKnowledge(SEEDS),
  );
  const index = processorSeconds() - alone;
  console.log(`\n${listed.length} names of ${new Set(listed.map(({ party }) => party)).size} parties\n`);
  console.log('| Change | Names | Recall | First hit right | Precision of hits | Hits a name | Median ms | 95 % ms |');
  console.log('|---|--:|--:|--:|--:|--:|--:|--:|');
  const all = { inputs: 0, found: 0, first: 0, hits: 0, right: 0, times: /** @type {number[]} */ ([]) };
  for (const [kind, sums] of kinds) {
    console.log(row(kind, sums));
    if (kind === STRANGER) continue;
    for (const key of /** @type {const} */ (['inputs', 'found', 'first', 'hits', 'right'])) all[key] += sums[key];
    all.times.push(...sums.times);
  }
  console.log(row('all but strangers', all));
  const strangers = kinds.get(STRANGER);
  if (strangers) {
    const alarms = strangers.hits === 0 ? 0 : strangers.hits / strangers.inputs;
    console.log(`\nStrangers: ${strangers.hits} hits on ${strangers.inputs} names (${alarms.toFixed(3)} a name).`);
    console.log(`Precision over the whole file: ${(all.right / (all.hits + strangers.hits)).toFixed(3)}.`);
  }
  console.log(
    `\n${Math.round(made.length / whole)} names a second of processor time in batches of 200 (the medians are by the clock, one name a call); the index alone is built in ${index.toFixed(2)} s of it, with the list read from the store in ${seconds.toFixed(2)} s.`,
  );
}

/** @param {string} kind @param {{ inputs: number, found: number, first: number, hits: number, right: number, times: number[] }} sums */
function row(kind, { inputs, found, first, hits, right, times }) {
  const stranger = kind === STRANGER;
  const share = (/** @type {number} */ part, /** @type {number} */ of) =>
    stranger || of === 0 ? '' : (part / of).toFixed(3);
  const cells = [
    kind,
    inputs,
    share(found, inputs),
    share(first, inputs),
    share(right, hits),
    (hits / inputs).toFixed(2),
  ];
  return `| ${[...cells, quantile(times, 0.5).toFixed(2), quantile(times, 0.95).toFixed(2)].join(' | ')} |`;
}

function pairSpeed() {
  const comparer = new NameComparer(loadNameKnowledge(SEEDS));
  const pairs = made
    .filter(({ original }) => original !== undefined)
    .map(({ name, original, schema }) => /** @type {const} */ ([schema, name, /** @type {string} */ (original)]));
  let sink = 0;
  const time = (/** @type {() => void} */ work) => {
    const from = processorSeconds();
    work();
    return ((processorSeconds() - from) * 1_000_000) / pairs.length;
  };
  const ours = [];
  const floors = [];
  for (let round = 0; round < 5; round++) {
    ours.push(
      time(() => {
        for (const [schema, a, b] of pairs) sink += comparer.compare(schema, a, b).score;
      }),
    );
    floors.push(
      time(() => {
        for (const [, a, b] of pairs) sink += levenshtein(a.toLowerCase(), b.toLowerCase());
      }),
    );
  }
  const [pair, floor] = [quantile(ours, 0.5), quantile(floors, 0.5)];
  console.log(
    `\nA pair: ${pair.toFixed(1)} µs of processor time with its reasons, median of 5 rounds over ${pairs.length} pairs; the floor ${floor.toFixed(1)} µs, ratio ${(pair / floor).toFixed(1)}. A name against all ${listed.length} by the floor: ${((floor * listed.length) / 1000).toFixed(0)} ms.${sink === 0 ? ' ' : ''}`,
  );
}

function grown() {
  const byParty = Map.groupBy?.(listed, ({ party }) => party) ?? grouped();
  const parties = [...byParty.values()];
  /** @type {{ text: string, schema: string | undefined, party: number }[]} */
  const names = [];
  for (let party = 0; party < grownTo; party++) {
    for (const { text, schema } of parties[party % parties.length] ?? []) {
      names.push({ text: party < parties.length ? text : withOtherWord(text), schema, party });
    }
  }
  const from = processorSeconds();
  const index = new NameIndex(names, loadNameKnowledge(SEEDS));
  const seconds = processorSeconds() - from;
  const sample = made.slice(0, 400);
  const times = sample.map(({ name, schema }) => {
    const began = performance.now();
    index.find(name, schema, 0.7);
    return performance.now() - began;
  });
  const measured = times.slice(100);
  console.log(
    `\nGrown to ${grownTo} parties (${names.length} names): index in ${seconds.toFixed(1)} s of processor time, median ${quantile(measured, 0.5).toFixed(2)} ms, 95 % ${quantile(measured, 0.95).toFixed(2)} ms a name.`,
  );
}

function grouped() {
  /** @type {Map<string, Listed[]>} */
  const groups = new Map();
  for (const one of listed) groups.set(one.party, [...(groups.get(one.party) ?? []), one]);
  return groups;
}

// How names are changed.

function makeNames() {
  /** @type {[string, (text: string, schema: string | undefined) => string | undefined][]} */
  const changes = [
    ['as listed', (text) => text],
    ['case and punctuation', (text) => text.toLowerCase().replace(/[.,'-]/g, (mark) => (mark === '-' ? ' ' : ''))],
    ['one slip', (text) => slipped(text)],
    ['two slips', (text) => slipped(slipped(text))],
    ['misread letters', misread],
    ['another romanisation', romanised],
    ['Cyrillic', cyrillic],
    ['words in another order', reordered],
    [
      'legal form changed or left out',
      (text, schema) => (schema === 'Person' || schema === 'Vessel' ? undefined : otherForm(text)),
    ],
    ['one word left out', shortened],
    ['initials', (text, schema) => (schema === 'Person' ? initials(text) : undefined)],
    ['spaces moved', respaced],
  ];
  /** @type {Made[]} */
  const names = [];
  let next = 0;
  for (let i = 0; names.length < count; i++) {
    if (i % 4 === 3) {
      const schema = pick(['Person', 'Company', undefined]);
      names.push({ kind: STRANGER, party: undefined, original: undefined, schema, name: stranger(schema) });
      continue;
    }
    const [kind, change] = changes[next++ % changes.length] ?? pick(changes);
    for (;;) {
      const { party, text, schema } = pick(listed);
      // A name of few letters that is changed is another name.
      const name = text.replace(/[^\p{L}]/gu, '').length < 7 ? undefined : change(text, schema);
      if (name === undefined || (kind !== 'as listed' && name === text)) continue;
      names.push({ kind, party, original: text, schema, name });
      break;
    }
  }
  const order = [...changes.map(([kind]) => kind), STRANGER];
  return names.sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

/** A letter left out, doubled, exchanged for a neighbour on the keyboard, or swapped, within a word of five letters or more. @param {string} text */
function slipped(text) {
  const words = [...text.matchAll(/\p{L}{5,}/gu)];
  const word = words.length === 0 ? undefined : pick(words);
  if (word === undefined) return text;
  const at = word.index + 1 + Math.floor(random() * (word[0].length - 2));
  const letter = text[at] ?? '';
  const how = Math.floor(random() * 4);
  if (how === 0) return text.slice(0, at) + text.slice(at + 1);
  if (how === 1) return text.slice(0, at) + letter + text.slice(at);
  if (how === 2) return text.slice(0, at) + neighbour(letter) + text.slice(at + 1);
  return text.slice(0, at) + (text[at + 1] ?? '') + letter + text.slice(at + 2);
}

/** @param {string} letter */
function neighbour(letter) {
  const row = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'].find((keys) => keys.includes(letter.toLowerCase()));
  if (row === undefined) return letter;
  const at = row.indexOf(letter.toLowerCase());
  return row[at === 0 ? 1 : at - 1] ?? letter;
}

/** As a scan is misread. @param {string} text */
function misread(text) {
  const readings = [
    ['O', '0'],
    ['I', '1'],
    ['l', '1'],
    ['S', '5'],
    ['B', '8'],
    ['rn', 'm'],
    ['RN', 'M'],
    ['o', '0'],
  ].filter(([as]) => text.includes(as ?? ''));
  const reading = readings.length === 0 ? undefined : pick(readings);
  return reading === undefined ? undefined : text.replace(reading[0] ?? '', reading[1] ?? '');
}

/** @param {string} text */
function romanised(text) {
  const rules = [
    [/kh/gi, 'h'],
    [/ou/gi, 'u'],
    [/u(?=[a-z])/gi, 'ou'],
    [/y\b/gi, 'iy'],
    [/iy\b|ii\b/gi, 'y'],
    [/sh/gi, 'sch'],
    [/dzh/gi, 'j'],
    [/ks/gi, 'x'],
    [/ph/gi, 'f'],
    [/ee/gi, 'i'],
    [/v\b/gi, 'ff'],
    [/q/gi, 'k'],
    [/w/gi, 'v'],
    [/ch/gi, 'tch'],
  ];
  const fitting = rules.filter(([from]) => /** @type {RegExp} */ (from).test(text) || text.search(from ?? '') >= 0);
  const rule = fitting.length === 0 ? undefined : pick(fitting);
  return rule === undefined
    ? undefined
    : text.replace(/** @type {RegExp} */ (rule[0]), /** @type {string} */ (rule[1])).toUpperCase();
}

/** @param {string} text */
function cyrillic(text) {
  const pairs = [
    ['shch', 'щ'],
    ['zh', 'ж'],
    ['kh', 'х'],
    ['ts', 'ц'],
    ['ch', 'ч'],
    ['sh', 'ш'],
    ['yu', 'ю'],
    ['ya', 'я'],
    ['ye', 'е'],
  ];
  const letters = Object.fromEntries(
    [...'abvgdezijklmnoprstufyhcqwx'].map((letter, i) => [letter, [...'абвгдезийклмнопрстуфыхккв'][i] ?? 'кс']),
  );
  let as = text.toLowerCase();
  if (/[^a-z .,'&-]/.test(as)) return undefined;
  for (const [from, to] of pairs) as = as.replaceAll(from ?? '', to ?? '');
  return as.replace(/[a-z]/g, (letter) => (letter === 'x' ? 'кс' : (letters[letter] ?? letter)));
}

/** @param {string} text @param {string | undefined} schema */
function reordered(text, schema) {
  if (schema === 'Person') {
    const [family, given] = text.split(', ');
    return given === undefined ? undefined : `${given} ${family}`;
  }
  const words = text.replace(FORM, '').trim().split(/\s+/);
  return words.length < 2 ? undefined : [...words.slice(1), words[0]].join(' ');
}

/** @param {string} text */
function otherForm(text) {
  if (!FORM.test(text)) return undefined;
  return text.replace(FORM, pick(['', ' Ltd', ' Co., Ltd.', ' Company', ' Limited']));
}

/** A word from the middle or the end of four or more. @param {string} text */
function shortened(text) {
  const words = text.split(/\s+/);
  if (words.length < 4) return undefined;
  words.splice(2 + Math.floor(random() * (words.length - 2)), 1);
  return words.join(' ');
}

/** @param {string} text */
function initials(text) {
  const [family, given] = text.split(', ');
  const words = given?.split(/\s+/).filter((word) => /^\p{L}{3,}/u.test(word));
  if (family === undefined || family.replace(/[^\p{L}]/gu, '').length < 5 || words === undefined || words.length < 2)
    return undefined;
  return `${words.map((word) => `${word[0]}.`).join(' ')} ${family}`;
}

/** @param {string} text */
function respaced(text) {
  const words = [...text.matchAll(/(\p{L}{3,})[ -](\p{L}{3,})/gu)];
  const long = [...text.matchAll(/\p{L}{8,}/gu)];
  if (words.length > 0 && (long.length === 0 || random() < 0.5))
    return text.replace(/(\p{L}{3,})[ -](\p{L}{3,})/u, '$1$2');
  if (long.length === 0) return undefined;
  const word = pick(long);
  const at = word.index + 4;
  return `${text.slice(0, at)} ${text.slice(at)}`;
}

/** @param {string} text */
function withOtherWord(text) {
  const words = text.split(' ');
  const at = words.reduce((best, word, i) => (word.length > (words[best]?.length ?? 0) ? i : best), 0);
  words[at] = invented(2 + Math.floor(random() * 3));
  return words.join(' ');
}

// Strangers: common names and invented words, as they stand in any file of customers.

/** @param {string | undefined} schema */
function stranger(schema) {
  if (schema === 'Person') {
    const given = pick(
      'James Maria Chen Olga Ahmed Fatima Ivan Sofia Carlos Yuki Pierre Anna Mohammed Wei Elena Jorge Priya Dmitry Hassan Laura'.split(
        ' ',
      ),
    );
    return random() < 0.5 ? `${given} ${invented(3)}` : `${invented(3).toUpperCase()}, ${given} ${invented(2)}`;
  }
  const words =
    'Trading Technology Electronics Logistics Shipping Construction Foods Textile Consulting Energy Pharma Motors Steel Design Media Travel'.split(
      ' ',
    );
  const forms = 'Ltd|LLC|GmbH|Co., Ltd.|S.A.|Inc|Pte Ltd|FZE|S.r.l.|OOO'.split('|');
  const place = random() < 0.3 ? `${pick('Berlin Lagos Dubai Shenzhen Mumbai Lima Oslo Cairo'.split(' '))} ` : '';
  return `${place}${invented(2 + Math.floor(random() * 2))} ${pick(words)} ${random() < 0.3 ? `${pick(words)} ` : ''}${pick(forms)}`;
}

/** @param {number} syllables */
function invented(syllables) {
  let word = '';
  for (let i = 0; i < syllables; i++)
    word +=
      pick([...'bdfgklmnprstvz', 'sh', 'st', 'tr', 'gr']) +
      pick([...'aeiou', 'ai', 'ou']) +
      (random() < 0.4 ? pick([...'nrlsmk']) : '');
  return `${word[0]?.toUpperCase()}${word.slice(1)}`;
}

/** @template T @param {readonly T[]} from @returns {T} */
function pick(from) {
  return /** @type {T} */ (from[Math.floor(random() * from.length)]);
}

/** Numbers from 0 to 1, the same for the same seed. @param {number} seed */
function draws(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Of this process, all its threads together. */
function processorSeconds() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000_000;
}

/** @param {readonly number[]} values @param {number} share */
function quantile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** @param {string} a @param {string} b */
function levenshtein(a, b) {
  let before = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      row.push(
        Math.min((before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (before[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)),
      );
    }
    before = row;
  }
  return before[b.length] ?? 0;
}

const store = await openDuckDb(':memory:');
await importPaths([folder], store, { importedAt: Date.now(), knownProduct: () => false });
const listed = await listedNames();
const made = makeNames();
await screenAll();
pairSpeed();
if (grownTo > 0) grown();
await store.close();
