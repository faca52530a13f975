import { jetstreamManager } from '@nats-io/jetstream';
import { connect, nkeyAuthenticator } from '@nats-io/transport-node';
import { expect, onTestFinished, test } from 'vitest';
import { openNats } from '#electron/exchange/nats/nats-link.ts';
import { describeWith } from '#tests/support/describe-with.ts';
import { unwrap } from '#tests/support/unwrap.ts';
import { parcel, them, us } from './support/carriers.ts';
import { linkOf, named, oneServer, type TestMember, usualMembers } from './support/nats-exchange.ts';

const none: ReadonlySet<string> = new Set();

async function managerOf(url: string, { office, seed }: TestMember) {
  const authenticator = nkeyAuthenticator(new TextEncoder().encode(seed));
  const nc = await connect({ servers: url, authenticator, reconnect: false, inboxPrefix: `_INBOX.${office}` });
  onTestFinished(() => nc.close());
  return jetstreamManager(nc, { checkAPI: false });
}

async function partners() {
  const members = usualMembers();
  const server = await oneServer(members);
  const [ours, theirs] = [us, them].map((office) => linkOf([server.url], named(members, office)));
  if (!ours || !theirs) throw new Error('two links');
  unwrap(await theirs.transport.receive(them, none));
  return { members, server, ours, theirs };
}

describeWith('nats-server', 'an inbox', () => {
  test('says how much waits in it, and when it was last heard of', async () => {
    const { members, server, ours } = await partners();
    let now = 1_000;
    const settings = { office: them, servers: [server.url] };
    const credentials = { type: 'nkey' as const, seed: named(members, them).seed };
    const link = openNats({ ...settings, credentials }, undefined, () => now);
    onTestFinished(link.close);
    const { id, bytes } = parcel('a bundle');
    unwrap(await ours.transport.put(them, id, bytes));
    now = 2_000;
    const waiting = await link.health();
    expect(waiting).toMatchObject({ state: 'connected', pending: 1, ackPending: 0, replicas: 1, problems: [] });
    expect(waiting).toMatchObject({ lastContact: 2_000, lastError: null, lastErrorAt: null });
    expect(waiting.rttMs).toBeGreaterThanOrEqual(0);
    expect(waiting.storedBytes).toBeGreaterThan(bytes.length);
    const { items } = unwrap(await link.transport.receive(them, none));
    expect(await link.health()).toMatchObject({ pending: 0, ackPending: 1 });
    for (const item of items) unwrap(await item.taken());
    expect(await link.health()).toMatchObject({ pending: 0, ackPending: 0, storedBytes: 0 });
    now = 3_000;
    await server.kill();
    const away = { state: 'unreachable', server: null, tooOld: null, pending: null };
    const dead = { lastError: 'unreachable', lastErrorAt: 3_000, lastContact: 2_000 };
    await expect.poll(() => link.health()).toMatchObject({ ...away, ...dead });
  });

  test('that somebody made so that it may lose something says so', async () => {
    const members = usualMembers();
    const server = await oneServer(members);
    const wujiang = named(members, them);
    const manager = await managerOf(server.url, wujiang);
    await manager.streams.add({
      ...{ name: `inbox-${them}`, subjects: [`inbox.${them}.from.${us}.package.*`], storage: 'memory', discard: 'old' },
    });
    await manager.consumers.add(`inbox-${them}`, { durable_name: 'xieban', ack_policy: 'none', max_deliver: 3 });
    const { problems } = await linkOf([server.url], wujiang).health();
    expect(problems.toSorted()).toEqual([
      ...['consumer-gives-up', 'consumer-no-ack', 'inbox-discards-old', 'inbox-keeps-taken'],
      ...['inbox-not-on-disk', 'inbox-other-subjects'],
    ]);
  });

  test('of an office that was never there yet keeps nobody waiting for long, and is there with its first visit', async () => {
    const members = usualMembers();
    const server = await oneServer(members);
    const ours = linkOf([server.url], named(members, us));
    const { id, bytes } = parcel('a bundle');
    const hand = () => ours.transport.put(them, id, bytes);
    expect(await hand()).toEqual({ ok: false, error: 'unreachable' });
    const again = performance.now();
    expect(await hand()).toEqual({ ok: false, error: 'unreachable' });
    expect(performance.now() - again).toBeLessThan(2_500);
    const theirs = linkOf([server.url], named(members, them));
    unwrap(await theirs.transport.receive(them, none));
    await expect.poll(hand, { timeout: 20_000 }).toEqual({ ok: true, value: undefined });
  });
});

describeWith('nats-server', 'a part of a file in an inbox', () => {
  test('that is not what its name says is thrown away, and can be handed over again', async () => {
    const { ours, theirs } = await partners();
    const { id, bytes } = parcel('a chunk');
    unwrap(await ours.transport.putChunk(them, id, parcel('damaged').bytes));
    unwrap(await theirs.transport.chunkDamaged(us, id));
    expect(unwrap(await ours.transport.hasChunks(them, [id]))).toEqual(new Set());
    unwrap(await ours.transport.putChunk(them, id, bytes));
    expect(Buffer.from(unwrap(await theirs.transport.getChunk(us, id)) ?? []).toString()).toBe('a chunk');
  });

  test('is found among all that lie there, whether few or many are asked for', async () => {
    const { ours, theirs } = await partners();
    const lying = [1, 2, 3].map((one) => parcel(`chunk ${one}`));
    for (const { id, bytes } of lying) unwrap(await ours.transport.putChunk(them, id, bytes));
    const absent = Array.from({ length: 40 }, (_, at) => parcel(`absent ${at}`).id);
    const there = lying.map(({ id }) => id).slice(1);
    for (const asked of [
      [...there, ...absent.slice(0, 5)],
      [...absent, ...there],
    ]) {
      expect(unwrap(await theirs.transport.chunksFrom(us, asked))).toEqual(new Set(there));
    }
  });

  test('that was taken leaves a mark and no bytes, until the receiver lacks it after all', async () => {
    const { ours, theirs } = await partners();
    const { id, bytes } = parcel('x'.repeat(500_000));
    unwrap(await ours.transport.putChunk(them, id, bytes));
    unwrap(await theirs.transport.chunkTaken(us, id));
    expect((await theirs.health()).storedBytes).toBeLessThan(1_000);
    unwrap(await ours.transport.putChunk(them, id, bytes));
    expect((await theirs.health()).storedBytes).toBeLessThan(1_000);
    // It came back from a copy of its data and asks for it once more.
    expect(unwrap(await theirs.transport.chunksFrom(us, [id]))).toEqual(new Set([id]));
    expect(unwrap(await theirs.transport.getChunk(us, id))).toBeUndefined();
    expect(unwrap(await ours.transport.hasChunks(them, [id]))).toEqual(new Set());
    unwrap(await ours.transport.putChunk(them, id, bytes));
    expect(unwrap(await theirs.transport.getChunk(us, id))).toHaveLength(500_000);
  });
});
