import { closeSync, fsyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AckPolicy, jetstream, jetstreamManager, StorageType } from '@nats-io/jetstream';
import { connect } from '@nats-io/transport-node';
import { atLeast, type Check } from './check-line.ts';
import { now } from './exchange-acts.ts';
import { befriend, exchangeSome, type Pair, startPair } from './exchange-pair.ts';
import { bareUser, benchServer } from './exchange-server.ts';
import { p95, quantile, say } from './timing.ts';

const letters = 60;
/** The product may add so much to what the server alone takes, in milliseconds. */
const mostAdded = 50;
/** About the size of a sealed bundle of one request. */
const bareBytes = 6_144;
/** As the product that a person starts. */
const everyMs = 5_000;
/** Between two letters: receipts of the one before are over. */
const betweenMs = 450;

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms);
  });

/** What the server alone takes from a publish to the message in the hands of somebody who waits for it. */
async function bare(url: string): Promise<{ readonly once: () => Promise<number>; readonly end: () => Promise<void> }> {
  const [from, to] = [await connect({ servers: url, ...bareUser }), await connect({ servers: url, ...bareUser })];
  const manager = await jetstreamManager(to);
  await manager.streams.add({ name: 'bare', subjects: ['bare'], storage: StorageType.File });
  await manager.consumers.add('bare', { durable_name: 'bare', ack_policy: AckPolicy.Explicit });
  const consumer = await jetstream(to).consumers.get('bare', 'bare');
  const once = async (): Promise<number> => {
    const waiting = consumer.next({ expires: 5_000 });
    await pause(20);
    const begun = now();
    await jetstream(from).publish('bare', new Uint8Array(bareBytes));
    const message = await waiting;
    const came = now();
    await message?.ackAck();
    return came - begun;
  };
  return { once, end: async () => void (await Promise.all([from.close(), to.close()])) };
}

/** What the disk alone takes to keep 4 KB for good: the way of a request holds three such writes one after the other. */
function durableWrite(folder: string): () => number {
  const path = join(folder, 'durable-write');
  return () => {
    const file = openSync(path, 'a');
    const begun = now();
    writeSync(file, new Uint8Array(4_096));
    fsyncSync(file);
    const took = now() - begun;
    closeSync(file);
    return took;
  };
}

async function onServer(pair: Pair, url: string): Promise<void> {
  for (const office of [pair.asks, pair.does]) await office.ask('useServer', url);
  // Each has been there once: from then on it has an inbox, and hears what arrives.
  for (const office of [pair.asks, pair.does, pair.asks]) await office.ask('round');
  await exchangeSome(pair, 20);
}

/**
 * From the clerk's act to the request on the other office's screen, over a server on loopback, beside a bare publish and
 * pull through the same server at the same times.
 */
export async function measureLatency(): Promise<readonly Check[]> {
  const data = mkdtempSync(join(tmpdir(), 'xieban-bench-'));
  const pair = await startPair(data, 0, everyMs);
  await befriend(pair, '');
  const partners = { asks: 'wujiang-arb', does: 'qingpu-arb' };
  const server = await benchServer([
    {
      office: partners.does,
      region: 'R310118',
      publicKey: await pair.asks.ask('serverKey'),
      partners: [partners.asks],
    },
    {
      office: partners.asks,
      region: 'R320509',
      publicKey: await pair.does.ask('serverKey'),
      partners: [partners.does],
    },
  ]);
  if (!server) throw new Error('nats-server is not installed on this machine');
  await onServer(pair, server.url);
  const alone = await bare(server.url);
  const write = durableWrite(data);
  const [ours, answered, plain, disk]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (const letter of await pair.asks.ask('signLetters', letters)) {
    await pause(betweenMs);
    plain.push(await alone.once());
    disk.push(write());
    const shown = pair.does.ask('shows', letter.request);
    const sent = await pair.asks.ask('send', letter);
    ours.push((await shown) - sent.begun);
    answered.push(sent.answered - sent.begun);
  }
  console.log(`exchange, latency: ${letters} letters one by one over nats-server on loopback`);
  say("the sender's act to the receiver's row", ours);
  say("  of it the act's own answer", answered);
  say('bare JetStream publish and pull', plain);
  say('a durable write of this disk, of which the way holds three', disk);
  const added = p95(ours) - p95(plain);
  console.log(
    `  added: ${added.toFixed(1)} ms at p95, ${(quantile(ours, 0.5) - quantile(plain, 0.5)).toFixed(1)} ms at p50`,
  );
  await alone.end();
  await pair.stop();
  await server.stop();
  rmSync(data, { recursive: true });
  return [atLeast(`exchange: ${mostAdded} ms / what the product adds to the server at p95`, mostAdded / added, 1)];
}
