import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection, nkeyAuthenticator } from '@nats-io/transport-node';
import { expect, onTestFinished, test } from 'vitest';
import { makeNatsKey } from '#electron/exchange/nats/credentials.ts';
import { describeWith } from '#tests/support/describe-with.ts';
import { refusal, unwrap } from '#tests/support/unwrap.ts';
import { parcel, them, us } from './support/carriers.ts';
import { linkOf, named, oneServer, oneServerFiles, type TestMember, usualMembers } from './support/nats-exchange.ts';
import { natsServer } from './support/nats-server.ts';
import { accounts } from './support/templates.ts';

const none: ReadonlySet<string> = new Set();

/** What the office took in, by hash. */
async function inboxOf(url: string, member: TestMember): Promise<readonly string[]> {
  const { transport } = linkOf([url], member);
  const { items } = unwrap(await transport.receive(them, none));
  return items.map(({ id }) => id);
}

/** A bare client of an office, which asks what the product never asks. */
async function bareClient(url: string, { office, seed }: TestMember): Promise<NatsConnection> {
  const authenticator = nkeyAuthenticator(new TextEncoder().encode(seed));
  const nc = await connect({ servers: url, authenticator, reconnect: false, inboxPrefix: `_INBOX.${office}` });
  onTestFinished(() => nc.close());
  return nc;
}

/** The usual three with 吴江's inbox made. */
async function exchange() {
  const members = usualMembers();
  const server = await oneServer(members);
  const [qingpu, wujiang, beijing] = [us, them, 'beijing-arb'].map((office) => named(members, office)) as [
    TestMember,
    TestMember,
    TestMember,
  ];
  expect(await inboxOf(server.url, wujiang)).toEqual([]);
  return { url: server.url, server, qingpu, wujiang, beijing };
}

/** The same, with a client in 北京's account that no list of rights of its own holds back: only the accounts do. */
async function exchangeWithFreeClient() {
  const members = usualMembers();
  const beijing = named(members, 'beijing-arb');
  const { url, files } = await oneServerFiles(members);
  const free = makeNatsKey();
  const block = `nkey: ${beijing.publicKey}`;
  const text = (files['accounts.conf'] ?? '').replace(block, `nkey: ${free.publicKey} }\n    {\n      ${block}`);
  await natsServer(url, { ...files, 'accounts.conf': text });
  const wujiang = named(members, them);
  expect(await inboxOf(url, wujiang)).toEqual([]);
  const { transport } = linkOf([url], named(members, us));
  return { url, transport, wujiang, client: await bareClient(url, { ...beijing, ...free }) };
}

const from = (office: string, id: string): string => `inbox.${them}.from.${office}.package.${id}`;

describeWith('nats-server', 'the accounts an operator makes of the templates', () => {
  test('let a partner lay something down, and the receiver knows from whom', async () => {
    const { url, qingpu, wujiang } = await exchange();
    const { id, bytes } = parcel('a bundle');
    unwrap(await linkOf([url], qingpu).transport.put(them, id, bytes));
    expect(await inboxOf(url, wujiang)).toEqual([id]);
  });

  test('let nobody lay something down whom the receiver did not grant it', async () => {
    const { url, wujiang, beijing } = await exchange();
    const { id, bytes } = parcel('not asked for');
    const { transport } = linkOf([url], beijing);
    expect(refusal(await transport.put(them, id, bytes))).toBe('unreachable');
    expect(refusal(await transport.putChunk(them, id, bytes))).toBe('unreachable');
    expect(refusal(await transport.hasChunks(them, [id]))).toBe('unreachable');
    expect(await inboxOf(url, wujiang)).toEqual([]);
  });

  test('refuse who signs in with a key of its own and speaks in the name of another office', async () => {
    const { url, qingpu, wujiang, beijing } = await exchange();
    const { id, bytes } = parcel('forged');
    for (const forger of [beijing, qingpu]) {
      const name = forger === qingpu ? 'beijing-arb' : us;
      const { transport } = linkOf([url], { ...forger, office: name });
      expect(refusal(await transport.put(them, id, bytes))).toBe('refused');
    }
    expect(await inboxOf(url, wujiang)).toEqual([]);
  });

  test('refuse a key nobody entered', async () => {
    const { url, qingpu } = await exchange();
    const stranger = linkOf([url], { ...qingpu, ...makeNatsKey() });
    const { id, bytes } = parcel('a bundle');
    expect(refusal(await stranger.transport.put(them, id, bytes))).toBe('refused');
    expect(await stranger.health()).toMatchObject({ state: 'refused', lastError: 'refused', server: null });
  });

  test('are changed while the server runs: a key that was replaced is out at once, the new one is in', async () => {
    const members = usualMembers();
    const [qingpu, wujiang] = [named(members, us), named(members, them)];
    const { url, files } = await oneServerFiles(members);
    const server = await natsServer(url, files);
    expect(await inboxOf(url, wujiang)).toEqual([]);
    const [before, fresh] = [linkOf([url], qingpu), { ...qingpu, ...makeNatsKey() }];
    const [one, two] = [parcel('one'), parcel('two')];
    unwrap(await before.transport.put(them, one.id, one.bytes));
    await server.reload({ 'accounts.conf': accounts(members.map((each) => (each === qingpu ? fresh : each))) });
    await expect
      .poll(async () => before.transport.put(them, two.id, two.bytes))
      .toEqual({ ok: false, error: 'refused' });
    unwrap(await linkOf([url], fresh).transport.put(them, two.id, two.bytes));
    await expect.poll(() => inboxOf(url, wujiang)).toHaveLength(2);
  });

  test('let an office read, take or clear nothing of an inbox but its own', async () => {
    const { url, qingpu, wujiang } = await exchange();
    const { id, bytes } = parcel('for 吴江 alone');
    unwrap(await linkOf([url], qingpu).transport.put(them, id, bytes));
    // The partner that may lay things down is held to the same: its answers are those of its own account.
    const reader = linkOf([url], { ...qingpu, office: them });
    expect(refusal(await reader.transport.receive(them, none))).toBe('refused');
    expect(refusal(await reader.transport.getChunk(us, id))).toBe('refused');
    const nc = await bareClient(url, qingpu);
    const manager = await jetstreamManager(nc, { checkAPI: false, timeout: 1_000 });
    await expect(manager.streams.info(`inbox-${them}`)).rejects.toThrow(/Permissions Violation/);
    await expect(manager.streams.purge(`inbox-${them}`)).rejects.toThrow(/Permissions Violation/);
    await expect(manager.streams.delete(`inbox-${us}`)).rejects.toThrow(/Permissions Violation/);
    expect(await inboxOf(url, wujiang)).toEqual([id]);
  });

  test('keep regions apart even where the rights of one user were left out', async () => {
    const { url, transport, wujiang, client } = await exchangeWithFreeClient();
    const js = jetstream(client, { timeout: 1_000 });
    const manager = await jetstreamManager(client, { checkAPI: false, timeout: 1_000 });
    const heard: string[] = [];
    for (const subject of ['inbox.>', `arrived.${them}.>`, `_INBOX.${them}.>`, '>']) {
      client.subscribe(subject, {
        callback: (_, message) => {
          heard.push(message.subject);
        },
      });
    }
    await client.flush();
    await expect(js.publish(from('beijing-arb', 'aa'), 'mine')).rejects.toThrow(/not enabled|timeout/);
    await expect(js.publish(from(us, 'bb'), 'forged')).rejects.toThrow(/not enabled|timeout/);
    await expect(manager.streams.info(`inbox-${them}`)).rejects.toThrow(/stream not found/);
    expect(await manager.streams.names().next()).toEqual([]);
    heard.length = 0;
    const { id, bytes } = parcel('from 青浦');
    unwrap(await transport.put(them, id, bytes));
    expect(await inboxOf(url, wujiang)).toEqual([id]);
    await client.flush();
    expect(heard).toEqual([]);
  });
});
