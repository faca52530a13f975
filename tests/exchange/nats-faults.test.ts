import { expect, test } from 'vitest';
import { takeIn } from '#tests/services/support/large-file.ts';
import { acceptedDossier, day, finishedLetter, passAndSend, sentRequest } from '#tests/services/support/two-offices.ts';
import { describeWith } from '#tests/support/describe-with.ts';
import { refusal, unwrap } from '#tests/support/unwrap.ts';
import { parcel, them, us } from './support/carriers.ts';
import { linkOf, named, oneServer, usualMembers } from './support/nats-exchange.ts';
import { expectAgreed, type NatsOffices, natsOffices } from './support/nats-offices.ts';

async function partners(limits: Parameters<typeof natsOffices>[2] = {}) {
  const members = usualMembers();
  const server = await oneServer(members);
  const offices = await natsOffices([server.url], members, limits);
  const link = (office: string) => linkOf([server.url], named(members, office), limits);
  return { server, offices, link, members };
}

/** A letter with a file; answers the request and the file. */
async function sentWithFile({ asks, does }: NatsOffices, size: number): Promise<{ request: string; file: string }> {
  const file = await takeIn(asks, '台账.bin', size, 3);
  const dossier = await acceptedDossier(asks);
  const letter = { ...(await finishedLetter(asks, does, dossier)), files: [file] };
  const { id } = await asks.ask('paper.submit', { dossier: dossier as never, partner: does.open.office, letter });
  await passAndSend(asks, id);
  return { request: id, file: file.manifest };
}

const wordOf = async ({ asks }: NatsOffices, request: string): Promise<string> =>
  (await asks.ask('request.get', { request: request as never })).row.word;

describeWith('nats-server', 'two offices that meet on a server', () => {
  test('agree on a request and its file, and what the server confirmed counts as sent and no more', async () => {
    const { offices, link } = await partners();
    const { asks, does } = offices;
    const { request, file } = await sentWithFile(offices, 9_000_000);
    expect(await wordOf(offices, request)).toBe('local');
    await asks.loop.round(false);
    expect(await wordOf(offices, request)).toBe('sent');
    await does.loop.round(false);
    // Stored there, and signed for; but our copy of the proof is still on its way.
    expect(await wordOf(offices, request)).toBe('sent');
    await asks.loop.round(false);
    expect(await wordOf(offices, request)).toBe('receipted');
    await does.ask('request.register', { request: request as never, on: day('2026-03-12') });
    await offices.settle();
    await expectAgreed(offices, [request]);
    const [ours, theirs] = [asks, does].map(({ ask }) =>
      ask('file.read', { manifest: file as never, offset: 0, length: 64 }),
    );
    expect((await ours)?.bytes).toEqual((await theirs)?.bytes);
    expect(await link(them).health()).toMatchObject({ state: 'connected', pending: 0, ackPending: 0, problems: [] });
  });

  test('lose nothing when it is killed in mid-stream', async () => {
    const { server, offices, link } = await partners();
    const { asks, does } = offices;
    const sent = [await sentWithFile(offices, 13_000_000), await sentWithFile(offices, 5_000_000)];
    const round = asks.loop.round(false);
    await expect.poll(async () => (await link(them).health()).storedBytes ?? 0).toBeGreaterThan(4_000_000);
    await server.kill();
    await round;
    await does.loop.round(false);
    await server.start();
    await offices.settle();
    await expectAgreed(
      offices,
      sent.map(({ request }) => request),
    );
  });

  test('lose nothing when all it stored is taken away from it', async () => {
    const { server, offices } = await partners();
    const { asks, does } = offices;
    const requests = [await sentRequest(offices), (await sentWithFile(offices, 5_000_000)).request];
    await asks.loop.round(false);
    expect(await wordOf(offices, requests[0] ?? '')).toBe('sent');
    await server.kill();
    server.wipe();
    await server.start();
    await does.loop.round(false);
    expect((await does.ask('request.list', { limit: 10 })).rows).toEqual([]);
    await offices.settle();
    await expectAgreed(offices, requests);
    // And once more with a receipt on its way.
    await does.ask('request.register', { request: requests[0] as never, on: day('2026-03-12') });
    await does.loop.round(false);
    await server.kill();
    server.wipe();
    await server.start();
    await offices.settle();
    await expectAgreed(offices, requests);
  });

  test('go on where they were when it was away for a day', async () => {
    const { server, offices } = await partners();
    const { asks, does } = offices;
    const first = await sentRequest(offices);
    await offices.settle();
    await server.kill();
    const second = await sentRequest(offices);
    await does.ask('request.register', { request: first as never, on: day('2026-03-12') });
    for (let hour = 0; hour < 24; hour += 1) {
      offices.pass(3_600);
      await asks.loop.round(false);
      await does.loop.round(false);
    }
    expect(await wordOf(offices, second)).toBe('local');
    const stateOf = async () => (await asks.ask('sync.status', {})).ways.map(({ state }) => state);
    await expect.poll(stateOf).toEqual(['away']);
    await server.start();
    await offices.settle();
    await expectAgreed(offices, [first, second]);
  });

  test('get again what somebody took out and never stored', async () => {
    const { offices, link } = await partners();
    const request = await sentRequest(offices);
    await offices.asks.loop.round(false);
    const dying = link(them);
    const pulled = unwrap(await dying.transport.receive(them, new Set()));
    expect(pulled.items.length).toBeGreaterThan(0);
    await dying.close();
    const alive = link(them);
    expect(await alive.health()).toMatchObject({ ackPending: pulled.items.length });
    await offices.settle();
    await expectAgreed(offices, [request]);
    expect(await alive.health()).toMatchObject({ pending: 0, ackPending: 0 });
  });

  test('set aside what cannot be read, and take in what lies behind it', async () => {
    const { offices, link } = await partners();
    const { does } = offices;
    const sender = link(us).transport;
    const poison = parcel('no package of ours');
    unwrap(await sender.put(them, poison.id, poison.bytes));
    unwrap(await sender.put(them, parcel('another name').id, poison.bytes));
    const request = await sentRequest(offices);
    await offices.settle();
    await expectAgreed(offices, [request]);
    const { quarantine } = await does.ask('sync.status', {});
    expect(quarantine.map(({ id }) => id)).toEqual([poison.id]);
    expect(await link(them).health()).toMatchObject({ pending: 0, ackPending: 0 });
  });
});

describeWith('nats-server', 'an inbox that is full', () => {
  test('refuses the newest as full, keeps the oldest, and takes more once something was taken out', async () => {
    const members = usualMembers();
    const server = await oneServer(members);
    const [ours, theirs] = [us, them].map((office) =>
      linkOf([server.url], named(members, office), { inboxBytes: 100_000, filesBytes: 100_000 }),
    );
    if (!ours || !theirs) throw new Error('two links');
    unwrap(await theirs.transport.receive(them, new Set()));
    const [one, two] = [parcel('1'.repeat(60_000)), parcel('2'.repeat(60_000))];
    unwrap(await ours.transport.put(them, one.id, one.bytes));
    expect(refusal(await ours.transport.put(them, two.id, two.bytes))).toBe('full');
    unwrap(await ours.transport.putChunk(them, one.id, one.bytes));
    expect(refusal(await ours.transport.putChunk(them, two.id, two.bytes))).toBe('full');
    expect(await ours.health()).toMatchObject({ state: 'connected', lastError: 'full' });
    const { items } = unwrap(await theirs.transport.receive(them, new Set()));
    expect(items.map(({ id }) => id)).toEqual([one.id]);
    for (const item of items) unwrap(await item.taken());
    unwrap(await theirs.transport.chunkTaken(us, one.id));
    unwrap(await ours.transport.put(them, two.id, two.bytes));
    unwrap(await ours.transport.putChunk(them, two.id, two.bytes));
  });

  test('keeps a letter here until there is room, and parts of files from no letter', async () => {
    const { offices, link } = await partners({ filesBytes: 6_000_000 });
    const { asks, does } = offices;
    const { request } = await sentWithFile(offices, 13_000_000);
    await asks.loop.round(false);
    expect((await asks.ask('sync.status', {})).ways).toMatchObject([{ problem: 'carrier.full' }]);
    await does.loop.round(false);
    expect((await does.ask('request.list', { limit: 10 })).rows.map(({ id }) => id)).toEqual([request]);
    await offices.settle();
    await expectAgreed(offices, [request]);
    expect((await link(them).health()).storedBytes).toBeLessThan(10_000);
  });
});
