import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createBridgeClient, type FromBackend } from '#electron/backend/bridge.ts';

const entry = new URL('../../electron/backend/node-entry.ts', import.meta.url).pathname;
const children: ChildProcess[] = [];

/** The backend in a process of its own, with the shell's end of the bridge here. */
function startBackend(folder: string) {
  const child = fork(entry, [], { serialization: 'advanced', execArgv: ['--disable-warning=ExperimentalWarning'] });
  children.push(child);
  const heard: string[] = [];
  const client = createBridgeClient((message) => void child.send(message), {
    secret: async () => null,
    changed: (desk, change) => heard.push(`${desk} ${change.topics.join(' ')}`),
    started: () => heard.push('started'),
    refused: (code) => heard.push(`refused ${code}`),
  });
  // The child sends nothing but messages of the bridge.
  child.on('message', (message) => client.receive(message as FromBackend));
  const ended = new Promise<number | null>((resolve) => {
    child.on('exit', (code) => {
      client.gone();
      resolve(code);
    });
  });
  child.send({ kind: 'start', order: { folder, sample: false, language: undefined, keychain: false } });
  return { child, client, heard, ended };
}

const data = (): string => join(mkdtempSync(join(tmpdir(), 'xieban-entry-')), 'data');

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

describe('the backend as a process', () => {
  it('answers through the bridge, announces, and closes when it is told to', async () => {
    const { child, client, heard, ended } = startBackend(data());
    const status = await client.invoke('own', 'session.status', {});
    expect(status).toMatchObject({ ok: true, value: { state: 'empty' } });
    expect(heard).toEqual(['started']);
    const created = await client.invoke('own', 'session.create', {
      office: 'test-office',
      name: '测试仲裁委员会',
      region: '310118',
      side: 'arbitration',
      person: '林测试',
      passphrase: 'long enough to be taken',
    });
    expect(created).toMatchObject({ ok: true });
    expect(heard[1]).toContain('own session');
    child.send({ kind: 'stop' });
    expect(await ended).toBe(0);
    expect(await client.invoke('own', 'session.status', {})).toMatchObject({ failure: { code: 'backend.stopped' } });
  });

  it('says that the folder is in use, and leaves nothing unanswered when it is killed', async () => {
    const folder = data();
    const first = startBackend(folder);
    await first.client.invoke('own', 'session.status', {});
    const second = startBackend(folder);
    expect(await second.client.invoke('own', 'session.status', {})).toMatchObject({ ok: false });
    expect(second.heard).toEqual(['refused in-use']);
    const waiting = first.client.invoke('own', 'session.status', {});
    first.child.kill('SIGKILL');
    expect(await first.ended).toBeNull();
    expect(typeof (await waiting).ok).toBe('boolean');
    const third = startBackend(folder);
    expect(await third.client.invoke('own', 'session.status', {})).toMatchObject({ ok: true });
  });

  it('closes when its parent goes away', async () => {
    const { child, client, ended } = startBackend(data());
    await client.invoke('own', 'session.status', {});
    child.disconnect();
    expect(await ended).toBe(0);
  });
});
