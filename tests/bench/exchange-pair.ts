import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { initial } from '#electron/store/migrations/0001-initial.ts';
import type { Cost } from './exchange-acts.ts';
import { type OfficeChild, officeChild } from './exchange-child.ts';

/** Two partner offices, each in a process of its own. */
export type Pair = {
  /** Who writes requests, and who is asked. */
  readonly asks: OfficeChild;
  readonly does: OfficeChild;
  /** How many requests were written; the next one's text begins there. */
  written: number;
  /** Ends both processes. */
  readonly stop: () => Promise<void>;
};

const offices = {
  asks: { office: 'qingpu-arb', region: '310118' },
  does: { office: 'wujiang-arb', region: '320509' },
};

/** A folder the two offices share, in memory where the machine has a place for that: disks are measured elsewhere. */
export function sharedFolder(): string {
  return mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'xieban-bench-'));
}

/** Starts both offices on the data below `root`; they exchange by themselves every `every` milliseconds, 0 for never. */
export async function startPair(root: string, written = 0, every = 0): Promise<Pair> {
  const [asks, does] = [officeChild(), officeChild()];
  await asks.ask('open', { folder: join(root, 'asks'), ...offices.asks, every });
  await does.ask('open', { folder: join(root, 'does'), ...offices.does, every });
  return {
    ...{ asks, does, written },
    stop: async () => {
      await asks.stop();
      await does.stop();
    },
  };
}

/** Makes both offices partners by their cards, with the folder between them; '' for none. */
export async function befriend({ asks, does }: Pair, folder: string): Promise<void> {
  await asks.ask('know', { card: await does.ask('card'), folder, office: offices.does.office });
  await does.ask('know', { card: await asks.ask('card'), folder, office: offices.asks.office });
}

/** What the exchange of some requests cost each office, in all. */
export type Costs = {
  readonly write: Cost;
  /** Sealing and handing over, and taking the receipt. */
  readonly send: Cost;
  /** Opening, verifying, storing, projecting, and writing the receipt. */
  readonly take: Cost;
};

const plus = (one: Cost, other: Cost): Cost => ({ cpu: one.cpu + other.cpu, wall: one.wall + other.wall });

/** Longer than any pause before a receipt or a sending that says something new, in milliseconds. */
const dueMs = 2_000;

/** Writes requests and exchanges them until the asking office holds the receipt for every one of them. */
export async function exchangeSome(pair: Pair, count: number): Promise<Costs> {
  const { asks, does } = pair;
  const write = await asks.ask('write', { from: pair.written, count });
  pair.written += count;
  let send = await asks.ask('round');
  let take = await does.ask('round');
  for (;;) {
    for (const office of [asks, does]) await office.ask('pass', dueMs);
    take = plus(take, await does.ask('round'));
    send = plus(send, await asks.ask('round'));
    const { written, receipted } = await asks.ask('standing');
    if (receipted === written) return { write, send, take };
  }
}

function stampOf(count: number): string {
  const hash = createHash('sha256').update(`${count}\n${initial.sql}\n`);
  // What is stored follows from the forms of the exchange and from what the letters say.
  const protocol = join(import.meta.dirname, '..', '..', 'shared', 'protocol');
  const sources = readdirSync(protocol)
    .toSorted()
    .map((name) => join(protocol, name));
  for (const path of [...sources, join(import.meta.dirname, 'exchange-letters.ts')]) {
    if (path.endsWith('.ts')) hash.update(readFileSync(path));
  }
  return hash.digest('hex');
}

/** Requests exchanged in one go while data is prepared. */
const atOnce = 5_000;

/** Exchanges until there are `count`; goes on where an earlier run was ended. */
async function fill(folder: string, count: number): Promise<void> {
  const [mail, begun] = [sharedFolder(), existsSync(join(folder, 'asks'))];
  const pair = await startPair(folder);
  if (begun) {
    for (const office of [pair.asks, pair.does]) await office.ask('moveTo', mail);
    pair.written = (await pair.asks.ask('standing')).written;
    await exchangeSome(pair, 1);
  } else await befriend(pair, mail);
  const [started, before] = [performance.now(), pair.written];
  while (pair.written < count) {
    await exchangeSome(pair, Math.min(atOnce, count - pair.written));
    const seconds = Math.round((performance.now() - started) / 1000);
    console.log(`  exchanged ${pair.written} of ${count}, ${pair.written - before} of them in ${seconds} s`);
  }
  await pair.stop();
  rmSync(mail, { recursive: true });
}

/**
 * Two offices between which `count` requests were exchanged, each signed for: made once by exchanging them, kept in
 * `cache` until a form changes, and copied for every run. Answers where the copy lies.
 */
export async function exchangedBefore(cache: string, count: number): Promise<string> {
  const kept = join(cache, `exchange-${count}`);
  const [mark, whole] = [join(kept, 'bench-stamp'), join(kept, 'bench-whole')];
  const stamp = stampOf(count);
  if (!existsSync(mark) || readFileSync(mark, 'utf8') !== stamp) {
    rmSync(kept, { recursive: true, force: true });
    mkdirSync(kept, { recursive: true });
    writeFileSync(mark, stamp);
  }
  if (!existsSync(whole)) await fill(kept, count);
  writeFileSync(whole, '');
  const copy = mkdtempSync(join(tmpdir(), 'xieban-bench-'));
  cpSync(kept, copy, { recursive: true });
  return copy;
}
