/** A headless Chromium to test the page with: the one that came with `npm ci`, or an installed one. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface Chromium {
  readonly executablePath: string;
  readonly env: Readonly<Record<string, string>>;
}

const MODULES = fileURLToPath(new URL('../../node_modules', import.meta.url));

const INSTALLED = [
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Why there is no browser to test with, with what to do about it; undefined where there is one. */
export function whyNoChromium(): string | undefined {
  const named = process.env.CHROME_PATH;
  if (named !== undefined)
    return existsSync(named) ? undefined : `CHROME_PATH is \`${named}\`, and there is no such file`;
  if (isPackaged() || INSTALLED.some((path) => existsSync(path))) return undefined;
  return 'no Chrome or Chromium here: install one, or name one in the environment variable CHROME_PATH';
}

/**
 * The browser of CHROME_PATH; else, on Linux x64, the one in the package, unpacked once into
 * `node_modules/.cache`; else an installed Chrome or Chromium.
 *
 * @throws {Error} when there is none, with what to do
 */
export async function findChromium(): Promise<Chromium> {
  const missing = whyNoChromium();
  if (missing !== undefined) throw new Error(missing);
  const named = process.env.CHROME_PATH;
  if (named === undefined && isPackaged()) return unpack();
  return { executablePath: named ?? (INSTALLED.find((path) => existsSync(path)) as string), env: environment() };
}

function isPackaged(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

/** The package's browser with its own fonts and, where the system has not got them, its own libraries. */
async function unpack(): Promise<Chromium> {
  const folder = join(MODULES, '.cache', 'chromium', packageVersion());
  if (!existsSync(folder)) {
    // Under another name until complete: two test files may unpack at the same moment.
    const arriving = `${folder}.${process.pid}`;
    mkdirSync(arriving, { recursive: true });
    await inflateInto(arriving);
    writeFileSync(
      join(arriving, 'fonts', 'fonts.conf'),
      // A bare machine has no fonts at all, and then every text is blank.
      '<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include><dir prefix="relative">fonts</dir></fontconfig>\n',
    );
    try {
      renameSync(arriving, folder);
    } catch (error) {
      rmSync(arriving, { recursive: true, force: true });
      if (!existsSync(folder)) throw error;
    }
  }
  const executablePath = join(folder, 'chromium');
  const libraries = missesLibraries(executablePath) ? { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') } : {};
  return {
    executablePath,
    env: { ...environment(), ...libraries, FONTCONFIG_FILE: join(folder, 'fonts', 'fonts.conf') },
  };
}

/**
 * The package unpacks into the system's folder for temporary files, and its libraries only where it
 * believes to be on a certain cloud; both are told to it through the environment for as long as it takes.
 */
async function inflateInto(folder: string): Promise<void> {
  const before = { TMPDIR: process.env.TMPDIR, AWS_EXECUTION_ENV: process.env.AWS_EXECUTION_ENV };
  const alsoSet = { LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH, FONTCONFIG_PATH: process.env.FONTCONFIG_PATH };
  Object.assign(process.env, { TMPDIR: folder, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' });
  try {
    const { default: chromium } = await import('@sparticuz/chromium');
    await chromium.executablePath();
  } finally {
    for (const [name, value] of Object.entries({ ...before, ...alsoSet })) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

function missesLibraries(executablePath: string): boolean {
  try {
    return execFileSync('ldd', [executablePath], { encoding: 'utf8' }).includes('not found');
  } catch {
    return true;
  }
}

function packageVersion(): string {
  return (JSON.parse(readFileSync(join(MODULES, '@sparticuz/chromium/package.json'), 'utf8')) as { version: string })
    .version;
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}
