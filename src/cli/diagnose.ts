/** The checks of `detour doctor`. */
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { type Clock, checkRegimes, openApp, pageIsBuilt } from '../app.js';
import { DetourError } from '../model/errors.js';
import { type Environment, type Flags, readSettings, type Settings } from '../settings.js';

export interface Check {
  readonly check: string;
  readonly ok: boolean;
  /** What is so, or what is wrong and how to mend it. */
  readonly says: string;
}

/** The oldest Node that every package we use runs on. */
const OLDEST_NODE = [20, 19] as const;

/** All checks, in the order in which one would mend things. Nothing is made or changed. */
export async function diagnose(flags: Flags, environment: Environment, clock: Clock): Promise<readonly Check[]> {
  const first = [node(process.versions.node)];
  const told = await attempt('settings', () => readSettings(flags, environment));
  if (told.value === undefined) return [...first, told];
  const { value: settings } = told;
  return [
    ...first,
    { check: 'settings', ok: true, says: 'as they should be' },
    await store(settings, clock),
    await law(settings),
    page(),
    await port(settings),
  ];
}

function node(version: string): Check {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const ok = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1]);
  return { check: 'Node', ok, says: ok ? version : `${version} is too old: install ${OLDEST_NODE.join('.')} or newer` };
}

async function store(settings: Settings, clock: Clock): Promise<Check> {
  const setting = settings.store;
  if (setting.kind === 'duckdb' && setting.path !== ':memory:' && !existsSync(setting.path)) {
    return { check: 'store', ok: true, says: `\`${setting.path}\` is not there yet and will be made at first use` };
  }
  const { value, ...failed } = await attempt('store', async () => {
    const app = await openApp(settings, clock);
    try {
      return { name: app.store, health: await app.desk.health() };
    } finally {
      await app.close();
    }
  });
  if (value === undefined) return failed;
  const { name, health } = value;
  if (health.problem !== undefined) return { check: 'store', ok: false, says: health.problem };
  const imports =
    health.storeVersion === 0 ? 'empty: `detour import PATH…` fills it' : `${health.storeVersion} imports`;
  return { check: 'store', ok: true, says: `${name}, ${imports}` };
}

async function law({ regimesFolder }: Settings): Promise<Check> {
  const { value, ...failed } = await attempt('law', () =>
    checkRegimes(regimesFolder === undefined ? [] : [regimesFolder]),
  );
  if (value === undefined) return failed;
  const { checked, faults } = value;
  if (faults.length === 0) return { check: 'law', ok: true, says: `${checked.join(', ')} without a fault` };
  const says = `${faults.length} faults, the first: ${faults[0]?.message}; \`detour check\` lists them`;
  return { check: 'law', ok: false, says };
}

function page(): Check {
  if (pageIsBuilt()) return { check: 'page', ok: true, says: 'built' };
  return { check: 'page', ok: false, says: 'not built: run `npm run build`' };
}

function port({ host, port: number }: Settings): Promise<Check> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      const says = `\`${number}\` on ${host} cannot be used (${error.code}): stop what holds it, or choose another with --port`;
      resolve({ check: 'port', ok: false, says });
    });
    probe.listen({ host, port: number }, () => {
      probe.close(() => resolve({ check: 'port', ok: true, says: `${number} is free` }));
    });
  });
}

/** The value, or a failed check that says what the user can do. */
async function attempt<T>(check: string, work: () => T | Promise<T>): Promise<Check & { readonly value?: T }> {
  try {
    return { check, ok: true, says: '', value: await work() };
  } catch (error) {
    if (!(error instanceof DetourError)) throw error;
    return { check, ok: false, says: error.message };
  }
}
