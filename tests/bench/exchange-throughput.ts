import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { befriend, exchangeSome, type Pair, sharedFolder, startPair } from './exchange-pair.ts';

/** Requests handed over in each run, and how many runs there are; the best counts. */
const requests = 2_000;
const runs = 3;
const pauseMs = 10;

const pause = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, pauseMs);
  });

/** Both offices have rounds at the same time until the receipts for everything are back; milliseconds of the clock. */
async function exchanged({ asks, does }: Pair): Promise<number> {
  const started = performance.now();
  let over = false;
  const asking = async (): Promise<void> => {
    while (!over) {
      await asks.ask('round');
      const { written, receipted } = await asks.ask('standing');
      over = receipted === written;
      if (!over) await pause();
    }
  };
  const doing = async (): Promise<void> => {
    while (!over) {
      await does.ask('round');
      await pause();
    }
  };
  await Promise.all([asking(), doing()]);
  return performance.now() - started;
}

/** Prints where the CPU of the receiving office goes, in a run of its own that counts for nothing. */
async function showProfile(pair: Pair): Promise<void> {
  await pair.does.ask('profile', true);
  await exchangeSome(pair, requests);
  const busiest = await pair.does.ask('profile', false);
  console.log(`  the receiver's CPU by function, ${requests} requests:`);
  for (const { where, ms } of busiest) console.log(`  ${ms.toFixed(0).padStart(7)} ms  ${where}`);
}

/**
 * Requests a second from sealing to the receipts' return, through a folder in memory, with synchronous=FULL on both
 * sides; writing them lies outside the clock.
 */
export async function measureThroughput(): Promise<void> {
  const [data, mail] = [mkdtempSync(join(tmpdir(), 'xieban-bench-')), sharedFolder()];
  const pair = await startPair(data);
  await befriend(pair, mail);
  await exchangeSome(pair, 200);
  const rates: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    await pair.asks.ask('write', { from: pair.written, count: requests });
    pair.written += requests;
    rates.push((requests / (await exchanged(pair))) * 1000);
  }
  const all = rates.map((rate) => rate.toFixed(0)).join(', ');
  console.log(
    `exchange, throughput: ${Math.max(...rates).toFixed(0)} requests/s, best of ${all} (${requests} in each run)`,
  );
  for (const [name, office] of Object.entries({ sender: pair.asks, receiver: pair.does })) {
    console.log(`  most memory of the ${name}: ${((await office.ask('peak')) / 1e6).toFixed(0)} MB`);
  }
  await showProfile(pair);
  await pair.stop();
  for (const folder of [data, mail]) rmSync(folder, { recursive: true });
}
