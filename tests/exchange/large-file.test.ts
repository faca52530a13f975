import { createHash } from 'node:crypto';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { OfficeId, UserId } from '#shared/base/ids.ts';
import { type BackendProcess, startBackend } from '#tests/services/support/backend-process.ts';
import { type ExchangeOffice, sendLetter } from '#tests/services/support/exchange-office.ts';
import { takeIn } from '#tests/services/support/large-file.ts';
import { growthOf } from '#tests/services/support/memory-of.ts';
import { describeWith } from '#tests/support/describe-with.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { them, us } from './support/carriers.ts';
import { everLaid } from './support/ever-laid.ts';
import { named, oneServerFiles, type TestMember, usualMembers } from './support/nats-exchange.ts';
import { natsServer } from './support/nats-server.ts';
import { weakLink } from './support/weak-link.ts';

const mebi = 1_048_576;
/** `XIEBAN_TRANSFER_MIB=1024` sends a whole gigabyte. */
const size = Number(process.env['XIEBAN_TRANSFER_MIB'] ?? 64) * mebi;
const parts = Math.ceil(size / (4 * mebi));
/** Milliseconds. */
const longest = 900_000;

type Office = {
  readonly id: OfficeId;
  readonly ask: BackendProcess['ask'];
  readonly call: BackendProcess['call'];
  readonly sit: ExchangeOffice['sit'];
  /** Ends the process and starts one anew over the same data; answers its id. */
  readonly restart: () => Promise<number>;
};

/** An office in a process of its own. */
async function officeOf({ office }: Pick<TestMember, 'office'>): Promise<Office> {
  const folder = tempFolder();
  let backend = startBackend(folder);
  onTestFinished(() => backend.kill());
  const ask: BackendProcess['ask'] = (name, input) => backend.ask(name, input);
  const region = office === us ? '310118' : '320509';
  const id = office as OfficeId;
  await ask('session.create', { office: id, name: `${office}（测试）`, region, side: 'both', person: '沈某某' });
  const people = new Map<string, UserId>([['clerk', (await ask('office.get', {})).me.id as UserId]]);
  for (const [who, role] of [['examiner', 'arbitrator'] as const, ['head', 'head'] as const]) {
    people.set(who, (await ask('person.add', { name: `${role}某某`, roles: [role] })).id as UserId);
  }
  const sit: Office['sit'] = async (who) => void (await ask('person.actAs', { id: people.get(who) ?? ('' as UserId) }));
  const restart = async (): Promise<number> => {
    await backend.kill();
    backend = startBackend(folder);
    await ask('sync.status', {});
    return backend.pid;
  };
  return { id, ask, call: (name, input) => backend.call(name, input), sit, restart };
}

/** Makes the other office a partner, reached by the folder or, without one, by the server. */
async function reach(one: Office, other: Office, folder = ''): Promise<void> {
  await one.ask('partner.add', { bytes: (await other.ask('partner.ownCard', {})).bytes, confirmed: true });
  await one.ask('partner.setFolder', { office: other.id, folder });
  if (folder === '') await one.ask('partner.setServer', { office: other.id, on: true });
}

/** Two offices, each behind a line that breaks again and again, and the server between them. */
async function offices(breaksAfter: number) {
  const members = usualMembers();
  const { url, files } = await oneServerFiles(members);
  const roomy = Object.entries(files).map(([name, text]) => [
    name,
    text.replace('1GB', '64GB').replaceAll('256MB', '16GB'),
  ]);
  const server = await natsServer(url, Object.fromEntries(roomy));
  const lines = [await weakLink(server.url, breaksAfter, 'either'), await weakLink(server.url, breaksAfter, 'either')];
  const [asks, does] = [await officeOf({ office: us }), await officeOf({ office: them })];
  for (const [at, office] of [asks, does].entries()) {
    const { seed } = named(members, office.id);
    await office.ask('server.set', { addresses: [lines[at]?.url ?? ''], credentials: seed });
  }
  await reach(asks, does);
  await reach(does, asks);
  const laid = () => everLaid(server.url, named(members, them));
  return { asks, does, laid, broken: () => lines.reduce((sum, line) => sum + line.broken(), 0) };
}

async function hashOf({ ask }: Office, manifest: string): Promise<string> {
  const hash = createHash('sha256');
  for (let offset = 0; offset < size; ) {
    const { bytes } = await ask('file.read', { manifest: manifest as never, offset, length: mebi });
    hash.update(bytes);
    offset += bytes.length;
  }
  return hash.digest('hex');
}

/** Sends a letter with one file and waits until the other office has all of it; answers how far both grew, in MiB. */
async function sendLarge(
  asks: Office,
  does: Office,
): Promise<{ manifest: string; grown: readonly number[]; took: number }> {
  const file = await takeIn(asks, '监控录像.bin', size, 2);
  // Two processes that have done nothing yet but open their data.
  const processes = [growthOf(await asks.restart()), growthOf(await does.restart())];
  const began = performance.now();
  const request = await sendLetter(asks, does, [file]);
  const asked = () => does.call('request.get', { request });
  const whole = { value: { files: [{ have: parts, of: parts }] } };
  await expect.poll(asked, { timeout: longest, interval: 500 }).toMatchObject(whole);
  const took = Math.round((performance.now() - began) / 1000);
  return { manifest: file.manifest, took, grown: processes.map(({ peak }) => Math.round(peak() / mebi)) };
}

const said = (text: string): void => void process.stdout.write(`${size / mebi} MiB ${text}\n`);

describeWith('nats-server', `a file of ${size / mebi} MiB over lines that break every few megabytes`, () => {
  test('arrives unchanged, each part laid down once', { timeout: longest }, async () => {
    const { asks, does, laid, broken } = await offices(22_000_000);
    const { manifest, grown, took } = await sendLarge(asks, does);
    const counted = await laid();
    const parted = `${broken()} breaks; laid ${counted} for ${parts} parts and as many marks`;
    said(`by server in ${took} s; ${parted}; grew by ${grown.join(' and ')} MiB`);
    expect(broken()).toBeGreaterThan(size / 22_000_000);
    // A part and the mark that it was taken: nothing twice.
    expect(counted).toBe(2 * parts);
    // However large the file is: the client of the server copies each part, and the collector takes its time.
    for (const mebibytes of grown) expect(mebibytes).toBeLessThan(128);
    expect(await hashOf(does, manifest)).toBe(await hashOf(asks, manifest));
  });
});

describe.skipIf(process.platform !== 'linux')(`a file of ${size / mebi} MiB through a folder`, () => {
  test('arrives unchanged with less than 64 MiB of memory on both sides', { timeout: longest }, async () => {
    const [asks, does] = [await officeOf({ office: us }), await officeOf({ office: them })];
    const shared = tempFolder();
    await reach(asks, does, shared);
    await reach(does, asks, shared);
    const { manifest, grown, took } = await sendLarge(asks, does);
    said(`by folder in ${took} s; grew by ${grown.join(' and ')} MiB`);
    for (const mebibytes of grown) expect(mebibytes).toBeLessThan(64);
    expect(await hashOf(does, manifest)).toBe(await hashOf(asks, manifest));
  });
});
