import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildIfStale } from '../../tools/build.mjs';

const PROJECT = new URL('../..', import.meta.url).pathname;

describe('the build', () => {
  let root: string;
  const write = (path: string, text: string) => writeFileSync(join(root, path), text);
  const built = (path: string) => readFileSync(join(root, 'dist', path), 'utf8');

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'detour-build-'));
    mkdirSync(join(root, 'src/page'), { recursive: true });
    symlinkSync(join(PROJECT, 'node_modules'), join(root, 'node_modules'));
    cpSync(join(PROJECT, 'tsconfig.json'), join(root, 'tsconfig.json'));
    write('package.json', '{ "type": "module" }');
    write('src/main.ts', 'export const answer: number = 1;\n');
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('makes the program once, and again only when a source has changed', async () => {
    expect(await buildIfStale(root)).toEqual(['program']);
    expect(built('main.js')).toContain('answer = 1');
    expect(await buildIfStale(root)).toEqual([]);
    write('src/main.ts', 'export const answer: number = 2;\n');
    expect(await buildIfStale(root)).toEqual(['program']);
    expect(built('main.js')).toContain('answer = 2');
  });

  it('leaves nothing of a source that is gone', async () => {
    write('src/gone.ts', 'export const gone = 1;\n');
    await buildIfStale(root);
    expect(existsSync(join(root, 'dist/gone.js'))).toBe(true);
    rmSync(join(root, 'src/gone.ts'));
    await buildIfStale(root);
    expect(existsSync(join(root, 'dist/gone.js'))).toBe(false);
  });

  it('keeps what stood there when a type is wrong, and tries again the next time', async () => {
    await buildIfStale(root);
    write('src/main.ts', `export const answer: number = 'no number';\n`);
    await expect(buildIfStale(root)).rejects.toThrow('faults in the program');
    expect(built('main.js')).toContain('answer = 1');
    await expect(buildIfStale(root)).rejects.toThrow('faults in the program');
    expect(existsSync(join(root, 'dist.lock'))).toBe(false);
  });

  it('makes the page apart from the program: a change to one leaves the other as it is', async () => {
    write('src/page/index.html', '<!doctype html><title>first</title><script type="module" src="./page.ts"></script>');
    write('src/page/page.ts', 'document.body.append("words");\n');
    expect(await buildIfStale(root)).toEqual(['program', 'page']);
    expect(built('page/index.html')).toContain('first');
    write('src/main.ts', 'export const answer: number = 3;\n');
    expect(await buildIfStale(root)).toEqual(['program']);
    expect(built('page/index.html')).toContain('first');
    write('src/page/index.html', '<!doctype html><title>second</title>');
    expect(await buildIfStale(root)).toEqual(['page']);
    expect(built('page/index.html')).toContain('second');
    expect(built('main.js')).toContain('answer = 3');
  });

  it('takes the program when only the page has a fault, and says which had one', async () => {
    write('src/page/index.html', '<!doctype html><script type="module" src="./gone.ts"></script>');
    await expect(buildIfStale(root)).rejects.toThrow('faults in the page');
    expect(built('main.js')).toContain('answer = 1');
    expect(existsSync(join(root, 'dist/page'))).toBe(false);
    expect(existsSync(join(root, 'dist.page.new'))).toBe(false);
  });

  it('is done once by two that start at the same moment', async () => {
    const both = await Promise.all([buildIfStale(root), buildIfStale(root)]);
    expect(both.flat()).toEqual(['program']);
  });

  it('does not wait for a build whose process is gone', async () => {
    write('dist.lock', '999999999');
    expect(await buildIfStale(root)).toEqual(['program']);
  });
});
