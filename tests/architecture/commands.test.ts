import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeIfStale } from '../../build/bundle/fresh.ts';
import { isStale } from '../../build/install.mjs';
import { checkPage, checkPreload } from '../../build/package/content.ts';
import { readOptions } from '../../build/start/options.ts';
import { root } from './scratch-tree.ts';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'xieban-commands-'));
  onTestFinished(() => rmSync(path, { recursive: true, force: true }));
  return path;
}

function withLock(wanted: object, installed?: object): string {
  const path = folder();
  writeFileSync(join(path, 'package-lock.json'), JSON.stringify({ packages: { '': {}, ...wanted } }));
  mkdirSync(join(path, 'node_modules'));
  if (installed !== undefined)
    writeFileSync(join(path, 'node_modules/.package-lock.json'), JSON.stringify({ packages: installed }));
  return path;
}

test('an installation is stale without packages, with an old one or with one missing, but not without an optional one', () => {
  const wanted = { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.0.0', optional: true } };
  expect(isStale(withLock(wanted))).toBe(true);
  expect(isStale(withLock(wanted, {}))).toBe(true);
  expect(isStale(withLock(wanted, { 'node_modules/a': { version: '0.9.0' } }))).toBe(true);
  expect(isStale(withLock(wanted, { 'node_modules/a': { version: '1.0.0' } }))).toBe(false);
});

test('an optional package for this very machine must be there, one for another machine need not', () => {
  const here = { version: '1.0.0', optional: true, os: [process.platform], cpu: [process.arch] };
  expect(isStale(withLock({ 'node_modules/a': here }, {}))).toBe(true);
  expect(isStale(withLock({ 'node_modules/a': { ...here, os: ['aix'] } }, {}))).toBe(false);
  expect(isStale(withLock({ 'node_modules/a': here }, { 'node_modules/a': { version: '1.0.0' } }))).toBe(false);
});

test('the start options are passed on, and what does not exist is refused with the usage', () => {
  const options = readOptions(['--sample', '--data', '/tmp/d', '--port', '8080', '--lang', 'en', '--browser']);
  expect(options).toEqual({
    help: false,
    browser: true,
    app: ['--data', '/tmp/d', '--sample', '--port', '8080', '--lang', 'en'],
  });
  for (const line of [
    ['--port', '0'],
    ['--port', '65536'],
    ['--port', 'x'],
    ['--lang', 'de'],
    ['--nothing'],
    ['stray'],
  ]) {
    expect(readOptions(line)).toMatch(/Usage: npm start/);
  }
});

test('a build runs again when an input changed or an output is gone, and only then', async () => {
  const path = folder();
  const [input, output, stamp] = [join(path, 'in'), join(path, 'out'), join(path, 'stamp')];
  let runs = 0;
  const make = async (): Promise<void> => {
    runs += 1;
    writeFileSync(output, 'made');
    return Promise.resolve();
  };
  writeFileSync(input, 'one');
  await makeIfStale(stamp, [input], [output], make);
  await makeIfStale(stamp, [input], [output], make);
  expect(runs).toBe(1);
  writeFileSync(input, 'other');
  await makeIfStale(stamp, [input], [output], make);
  expect(runs).toBe(2);
  rmSync(output);
  await makeIfStale(stamp, [input], [output], make);
  expect(runs).toBe(3);
});

test('the package check finds inline scripts, handlers, foreign addresses and what a preload must not require', () => {
  expect(checkPage('<script type="module" src="./a.js"></script>').ok).toBe(true);
  expect(checkPage('<script>alert(1)</script>').ok).toBe(false);
  expect(checkPage('<body onload="a()">').ok).toBe(false);
  expect(checkPage('<link href="https://example.org/a.css">').ok).toBe(false);
  expect(checkPreload('const e = require("electron"); e.a();').ok).toBe(true);
  expect(checkPreload('const f = require("node:fs");').ok).toBe(false);
  expect(checkPreload('import { a } from "electron";').ok).toBe(false);
});

test('a command that does not exist is refused with those that do', () => {
  const result = spawnSync(process.execPath, ['build/run.mjs', 'nothing'], { cwd: root, encoding: 'utf8' });
  expect(result.status).toBe(2);
  expect(result.stderr).toMatch(/Usage: .*start\|dev\|test\|check/);
});

test('continuous integration runs the tests, and each npm script goes through the bootstrap', () => {
  expect(readFileSync(join(root, '.ci/run'), 'utf8')).toMatch(/^exec npm test$/m);
  const { scripts }: { scripts: Record<string, string> } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const names = ['start', 'dev', 'test', 'check', 'verify', 'demo', 'sim', 'fuzz', 'bench', 'package:check'];
  expect(scripts).toEqual(Object.fromEntries(names.map((name) => [name, `node build/run.mjs ${name}`])));
  const bootstrap = readFileSync(join(root, 'build/run.mjs'), 'utf8');
  const files = [...bootstrap.matchAll(/'((?:build|tests)\/[\w/-]+\.ts)'/g)].map(([, file]) => file ?? '');
  expect(files).toHaveLength(names.length);
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});
