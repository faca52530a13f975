import { existsSync, mkdtempSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { productVersion } from '#electron/backend/version.ts';
import { readHostCommand } from '#electron/host/options.ts';
import { type HostProcess, signIn, smallInterface, startHostProcess } from './support/host-process.ts';

const renderer = smallInterface();
const running: HostProcess[] = [];

function start(...args: readonly string[]): HostProcess {
  const host = startHostProcess(['--renderer', renderer, ...args]);
  running.push(host);
  return host;
}

const freshFolder = (): string => join(mkdtempSync(join(tmpdir(), 'xieban-data-')), 'data');

afterEach(async () => {
  for (const { child, ended } of running.splice(0)) {
    if (child.exitCode === null) child.kill('SIGKILL');
    await ended;
  }
});

describe('the browser host as a program', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('prints its address, answers, and closes cleanly on %s', async (signal) => {
    const folder = freshFolder();
    const host = start('--data', folder);
    const address = await host.address;
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]{43}$/);
    const call = await signIn(address);
    expect(await call('own', 'session.status', {})).toMatchObject({
      ok: true,
      value: { state: 'empty', desk: 'own', sample: false, version: productVersion },
    });
    expect(await call('own', 'no.such.call', {})).toMatchObject({ ok: false, failure: { kind: 'unknown-call' } });
    expect(await call('own', '__proto__', {})).toMatchObject({ ok: false, failure: { kind: 'unknown-call' } });
    expect(await call('own', 'session.status', { extra: 1 })).toMatchObject({
      ok: false,
      failure: { kind: 'bad-input' },
    });
    expect(await call('own', 'office.get', {})).toMatchObject({ ok: false, failure: { kind: 'locked' } });
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    host.child.kill(signal);
    // Ctrl+C in a terminal reaches the program twice: directly and through npm start.
    host.child.kill(signal);
    expect((await host.ended).code).toBe(0);
  });

  it('tells a second program on the same data folder and lets it leave with code 3', async () => {
    const folder = freshFolder();
    const first = start('--data', folder);
    const call = await signIn(await first.address);
    const second = await start('--data', folder, '--lang', 'en').ended;
    expect(second.code).toBe(3);
    expect(second.printed).toContain(`already open in another Xieban: ${folder}`);
    expect(await call('own', 'session.status', {})).toMatchObject({ ok: true });
    first.child.kill('SIGKILL');
    await first.ended;
    expect(await start('--data', folder).address).toContain('token=');
  });

  it('keeps what was set up, encrypted, and asks for the passphrase at the next start', async () => {
    const folder = freshFolder();
    const first = start('--data', folder);
    const call = await signIn(await first.address);
    const name = '测试仲裁委员会壹贰叁';
    const created = await call('own', 'session.create', {
      office: 'test-office',
      name,
      region: '310118',
      side: 'arbitration',
      person: '林测试',
      passphrase: 'long enough to be taken',
    });
    expect(created).toMatchObject({ ok: true });
    expect(await call('own', 'session.status', {})).toMatchObject({ value: { state: 'open' } });
    first.child.kill('SIGINT');
    const { code, printed } = await first.ended;
    expect(code).toBe(0);
    expect(printed).not.toContain(name);
    const log = join(folder, 'xieban.log');
    expect(existsSync(log) ? readFileSync(log, 'utf8') : '').not.toContain(name);
    const again = await signIn(await start('--data', folder).address);
    expect(await again('own', 'session.status', {})).toMatchObject({ value: { state: 'locked' } });
    expect(await again('own', 'session.unlock', { passphrase: 'long enough to be taken' })).toMatchObject({ ok: true });
    expect(await again('own', 'session.status', {})).toMatchObject({ value: { state: 'open' } });
  });

  it('shows both offices of the sample, and the own data again after leaving it', async () => {
    const folder = freshFolder();
    const host = start('--data', folder, '--sample', '--lang', 'en');
    const call = await signIn(await host.address);
    expect(await call('own', 'session.status', {})).toMatchObject({
      value: { state: 'open', sample: true, desk: 'own' },
    });
    expect(await call('partner', 'session.status', {})).toMatchObject({
      value: { state: 'open', sample: true, desk: 'partner' },
    });
    expect(await call('partner', 'office.get', {})).toMatchObject({ value: { settings: { language: 'en' } } });
    expect(await call('own', 'partner.list', {})).toMatchObject({
      ok: true,
      value: [{ office: 'sample-wujiang', confirmed: true, reachable: 'yes' }],
    });
    expect(await call('own', 'session.leaveSample', {})).toMatchObject({ ok: true });
    expect(await call('own', 'session.status', {})).toMatchObject({ value: { state: 'empty', sample: false } });
    expect(await call('partner', 'session.status', {})).toMatchObject({ failure: { code: 'not-found.desk' } });
    expect(await call('own', 'session.sample', {})).toMatchObject({ ok: true });
    expect(await call('partner', 'session.status', {})).toMatchObject({ value: { state: 'open', sample: true } });
    host.child.kill('SIGINT');
    expect((await host.ended).code).toBe(0);
  });

  it('says what is wrong with its port, its options and its interface', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address !== null ? String(address.port) : '';
    const [taken, unknown, missing] = await Promise.all([
      start('--data', freshFolder(), '--lang', 'en', '--port', port).ended,
      start('--no-such-option').ended,
      startHostProcess(['--data', freshFolder(), '--lang', 'en', '--renderer', '/nonexistent']).ended,
    ]);
    other.close();
    expect([taken.code, unknown.code, missing.code]).toEqual([1, 2, 1]);
    expect(taken.printed).toContain(`Port ${port} cannot be used (another program uses it)`);
    expect(unknown.printed).toContain('Usage:');
    expect(missing.printed).toContain('The interface is not built: /nonexistent');
  });
});

describe('options of the browser host', () => {
  const read = (...args: readonly string[]) => readHostCommand(args, '/default');

  it('have defaults and are checked', () => {
    expect(read('--renderer', '/r')).toEqual({
      folder: '/default',
      renderer: '/r',
      sample: false,
      port: 0,
      language: undefined,
    });
    expect(read('--data', '/d', '--port', '65535', '--lang', 'en', '--sample')).toMatchObject({
      folder: '/d',
      port: 65_535,
      language: 'en',
      sample: true,
    });
    for (const bad of [['--port', '65536'], ['--port', '-1'], ['--port', '1e3'], ['--lang', 'fr'], ['x'], ['--data']]) {
      expect(typeof read(...bad), bad.join(' ')).toBe('string');
    }
  });

  it('carry the version of package.json', () => {
    const manifest: { version?: string } = JSON.parse(
      readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
    );
    expect(manifest.version).toBe(productVersion);
  });
});
