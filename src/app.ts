/** The only file that wires rooms together; what only some commands need is loaded by them, so that the others start at once. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Desk, ImportSettings } from './desk/answers.js';
import { SCREEN_COLUMNS, type ScreenCells } from './desk/screen-columns.js';
import type { ScreenAnswer, ScreenQuestion } from './desk/screening.js';
import type { NameComparison } from './identity/compare-names.js';
import { INPUT_FORMATS } from './intake/format-names.js';
import { DetourError } from './model/errors.js';
import { type CaseLine, classifyCase, judgeCase } from './policy/case-line.js';
import { type Catalogue, loadCatalogue } from './policy/catalogue.js';
import type { Classification } from './policy/classify.js';
import { checkRegimeFolder, loadRegimes } from './policy/load.js';
import { parseMovementCase } from './policy/movement.js';
import type { Regimes } from './policy/regime.js';
import { type LawEdit, WatchedLaw } from './policy/watched-law.js';
import type { Parsed, Tree } from './policy/yaml-file.js';
import type { RunningServer } from './server/server.js';
import type { Settings, StoreSetting } from './settings.js';
import type { Store } from './store/port.js';
import type * as Worlds from './worlds/generate.js';

export type { ComparisonAnswer, Hop, ImportReport, Route, RouteAnswer, RouteQuestion } from './desk/answers.js';
export type { ScreenCells } from './desk/screen-columns.js';
export type { ScreenAnswer, ScreenResult } from './desk/screening.js';
export type { CaseLine } from './policy/case-line.js';
export type { LawEdit } from './policy/watched-law.js';
export { requireLoopback } from './server/address.js';

/** What the rooms do not know by themselves. */
export interface Clock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly newId: () => string;
}

/** The program over one store. */
export interface App {
  readonly desk: Desk;
  /** Which store, without secrets. */
  readonly store: string;
  /** Puts the example world into a store that has never had an import. */
  loadExampleIfEmpty(options: ImportSettings): Promise<void>;
  /** Listens until it is closed. Edits of the law's files are taken into service meanwhile, and told. */
  serve(onLawEdit: (edit: LawEdit) => void): Promise<RunningServer>;
  close(): Promise<void>;
}

/** The data set name of the example world's records. */
const EXAMPLE_DATASET = 'strait';

/** The folder of the package, in which `seeds/` lies. */
const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));
const SEEDS = join(ROOT, 'seeds');
const REGIMES = join(SEEDS, 'regimes');
const CATALOGUE = join(SEEDS, 'catalogue');
const PAGE = join(ROOT, 'dist', 'page');
const PARSED = join(ROOT, 'dist', 'seeds', 'parsed.json');

/**
 * Opens the store and loads law, catalogue and evidence.
 *
 * @throws DetourError `STORE_UNAVAILABLE`, `BAD_REGIME`, `BAD_SETTING`, as the rooms say.
 */
export async function openApp(settings: Settings, clock: Clock): Promise<App> {
  const { createDesk } = await import('./desk/desk.js');
  const { loadEvidence } = await import('./evidence/load.js');
  const law = new WatchedLaw(lawFolders(settings), () => readRegimes(settings, parsedSeeds()));
  const evidence = loadEvidence(join(SEEDS, 'evidence'), settings.evidenceFile);
  const store = await openStore(settings.store);
  const desk = createDesk({
    store,
    law,
    catalogue: loadCatalogue(CATALOGUE, parsedSeeds()),
    evidence,
    now: clock.now,
    version: version(),
    exampleDataset: EXAMPLE_DATASET,
  });
  return {
    desk,
    store: store.description,
    async loadExampleIfEmpty(options) {
      if ((await store.version()) > 0) return;
      await desk.importPaths([join(SEEDS, 'worlds', 'strait')], options);
    },
    async serve(onLawEdit) {
      const running = await serve(desk, settings, clock);
      const stopWatching = law.watch(onLawEdit);
      return {
        url: running.url,
        close() {
          stopWatching();
          return running.close();
        },
      };
    },
    close: () => desk.close(),
  };
}

async function serve(desk: Desk, settings: Settings, clock: Clock): Promise<RunningServer> {
  const { pino } = await import('pino');
  const { startServer } = await import('./server/server.js');
  const { DEFAULT_LIMITS } = await import('./api/limits.js');
  const running = await startServer({
    desk,
    limits: DEFAULT_LIMITS,
    host: settings.host,
    port: settings.port,
    pageFolder: PAGE,
    logger: pino({ level: settings.logLevel }, pino.destination(2)),
    ...clock,
  });
  // The question the page opens with: whoever comes first should not wait for the projection.
  desk.diversionRoutes({ k: 1 }).catch(() => undefined);
  return running;
}

/** What can be asked of the law alone, without any facts. */
export interface Law {
  /** @throws DetourError `BAD_USER_INPUT` for a case that makes no sense. */
  judgeCase(json: unknown): CaseLine;
  /** The class of the goods of a case, whatever else it says. @throws DetourError `BAD_USER_INPUT` as judgeCase. */
  classify(json: unknown): Classification;
}

/** @throws DetourError `BAD_REGIME`. */
export function openLaw(settings: Settings): Law {
  const { regimes, catalogue } = loadLaw(settings);
  return {
    judgeCase: (json) => judgeCase(parseMovementCase(json), regimes, catalogue),
    classify: (json) => classifyCase(parseMovementCase(json), regimes, catalogue),
  };
}

/** What can be asked of names alone, without any facts. */
export interface Names {
  /** The least score that is a match. */
  readonly matchThreshold: number;
  /** How alike two names are, and why; see `identity/compare-names.ts`. */
  compare(schema: string | undefined, name1: string, name2: string): NameComparison;
}

/** Words of names are read only for those who ask for them, so that other commands start at once. */
export async function openNames(): Promise<Names> {
  const { MATCH_THRESHOLD, NameComparer } = await import('./identity/compare-names.js');
  const { loadNameKnowledge } = await import('./identity/knowledge.js');
  const comparer = new NameComparer(loadNameKnowledge(join(SEEDS, 'names')));
  return { matchThreshold: MATCH_THRESHOLD, compare: (schema, a, b) => comparer.compare(schema, a, b) };
}

/** Parties looked for on lists. */
export interface Screenings {
  /** Rows of text, in the columns of `screenColumns`. @throws DetourError as `desk/screening.ts`. */
  screen(rows: readonly ScreenCells[], terms: Omit<ScreenQuestion, 'inputs'>): Promise<ScreenAnswer>;
  close(): Promise<void>;
}

/** Over the store alone: no law is read for it. @throws DetourError `STORE_UNAVAILABLE`. */
export async function openScreening(settings: Settings, clock: Clock): Promise<Screenings> {
  const { RowScreening } = await import('./desk/screen-input.js');
  const { loadNameKnowledge } = await import('./identity/knowledge.js');
  const store = await openStore(settings.store);
  const screening = new RowScreening(store, loadNameKnowledge(join(SEEDS, 'names')), clock.now);
  return { screen: (rows, terms) => screening.screen(rows, terms), close: () => store.close() };
}

/** Columns that a file of parties to screen may have; the first must be there. */
export function screenColumns(): typeof SCREEN_COLUMNS {
  return SCREEN_COLUMNS;
}

/**
 * All faults of the regimes in the folders named: each is one regime or holds several. The program's own if none
 * is named.
 *
 * @throws DetourError `NOT_FOUND` for a folder that is not there, or holds no regime.
 */
export function checkRegimes(folders: readonly string[]): {
  readonly checked: readonly string[];
  readonly faults: readonly DetourError[];
} {
  const catalogue = loadCatalogue(CATALOGUE);
  const checked = (folders.length > 0 ? folders : [REGIMES]).flatMap(regimeFoldersIn);
  return { checked, faults: checked.flatMap((folder) => checkRegimeFolder(folder, { base: REGIMES, catalogue })) };
}

/** As `generateStrait` of worlds. */
export async function generateStrait(...given: Parameters<typeof Worlds.generateStrait>) {
  return (await import('./worlds/generate.js')).generateStrait(...given);
}

/** As `generateTrade` of worlds. */
export async function generateTrade(...given: Parameters<typeof Worlds.generateTrade>) {
  return (await import('./worlds/generate.js')).generateTrade(...given);
}

/** Names of the readers that an import can be told to use. */
export function inputFormats(): typeof INPUT_FORMATS {
  return INPUT_FORMATS;
}

/** Of the program. */
export function version(): string {
  return (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }).version;
}

/** Whether the page has been built. */
export function pageIsBuilt(): boolean {
  return existsSync(join(PAGE, 'index.html'));
}

function regimeFoldersIn(folder: string): string[] {
  const isRegime = (path: string) => existsSync(join(path, 'regime.yaml'));
  if (isRegime(folder)) return [folder];
  const inside = existsSync(folder)
    ? readdirSync(folder)
        .sort()
        .map((name) => join(folder, name))
        .filter(isRegime)
    : [];
  if (inside.length > 0) return inside;
  throw new DetourError(
    'NOT_FOUND',
    `\`${folder}\` holds no regime: name a folder with a regime.yaml, or one that holds such folders`,
  );
}

function loadLaw(settings: Settings): { regimes: Regimes; catalogue: Catalogue } {
  const parsed = parsedSeeds();
  return { regimes: readRegimes(settings, parsed), catalogue: loadCatalogue(CATALOGUE, parsed) };
}

/** The program's own regimes, and the user's over them. */
function readRegimes({ regimesFolder }: Settings, parsed: Parsed): Regimes {
  const shipped = loadRegimes(REGIMES, { parsed });
  if (regimesFolder === undefined) return shipped;
  return new Map([...shipped, ...loadRegimes(regimesFolder, { base: REGIMES, parsed })]);
}

function lawFolders({ regimesFolder }: Settings): readonly string[] {
  return regimesFolder === undefined ? [REGIMES] : [REGIMES, regimesFolder];
}

/** What the build parsed of the program's own law and catalogue; without a build they are parsed as they are read. */
function parsedSeeds(): Parsed {
  return existsSync(PARSED) ? new Map(JSON.parse(readFileSync(PARSED, 'utf8')) as [string, Tree][]) : new Map();
}

async function openStore(setting: StoreSetting): Promise<Store> {
  if (setting.kind === 'duckdb') {
    const { openDuckDb } = await import('./store/duckdb/open.js');
    return openDuckDb(setting.path);
  }
  const { openNeo4j } = await import('./store/neo4j/open.js');
  return openNeo4j(setting);
}
