import { rmSync } from 'node:fs';
import { atLeast, type Check, median } from './check-line.ts';
import { type Costs, exchangedBefore, exchangeSome, type Pair, sharedFolder, startPair } from './exchange-pair.ts';

/** How often each size has its turn; the middle one counts. */
const turns = 5;
/** Requests that come in one package, and those that come one by one, in each turn. */
const together = 200;
const alone = 12;
/** A request costs at most so many times what it costs among few. */
const most = 1.5;

type Part = keyof Costs;

const parts: readonly Part[] = ['take', 'send', 'write'];
const names: Readonly<Record<Part, string>> = { take: 'received', send: 'sent', write: 'written' };

type Turn = { readonly together: Costs; readonly alone: Costs };

type Sized = { readonly pair: Pair; readonly turns: Turn[]; readonly end: () => Promise<void> };

async function sized(cache: string, count: number): Promise<Sized> {
  const [data, mail] = [await exchangedBefore(cache, count), sharedFolder()];
  const pair = await startPair(data, count);
  for (const office of [pair.asks, pair.does]) await office.ask('moveTo', mail);
  // Fills what both programs keep in memory, and is not counted.
  await exchangeSome(pair, 50);
  return {
    ...{ pair, turns: [] },
    end: async () => {
      await pair.stop();
      for (const folder of [data, mail]) rmSync(folder, { recursive: true });
    },
  };
}

const sum = (all: readonly Costs[]): Costs => {
  const of = (part: Part) => ({
    cpu: all.reduce((total, costs) => total + costs[part].cpu, 0),
    wall: all.reduce((total, costs) => total + costs[part].wall, 0),
  });
  return { write: of('write'), send: of('send'), take: of('take') };
};

async function takeTurn({ pair, turns: taken }: Sized): Promise<void> {
  const many = await exchangeSome(pair, together);
  const single: Costs[] = [];
  for (let at = 0; at < alone; at += 1) single.push(await exchangeSome(pair, 1));
  taken.push({ together: many, alone: sum(single) });
}

/** CPU milliseconds of one request. */
const each = (all: readonly Turn[], how: keyof Turn, part: Part): number =>
  median(all.map((turn) => turn[how][part].cpu)) / (how === 'together' ? together : alone);

/**
 * What a request costs among `many` stored ones against one among `few`, by CPU time of each process: in one package with
 * others, and alone with a package and a receipt of its own. Both sizes take turns, so that a busy machine slows both.
 */
export async function measureGrowth(cache: string, few: number, many: number): Promise<readonly Check[]> {
  const [small, large] = [await sized(cache, few), await sized(cache, many)];
  for (let turn = 0; turn < turns; turn += 1) for (const one of [small, large]) await takeTurn(one);
  console.log(`exchange, growth: CPU of a request among ${few} and among ${many} stored, middle of ${turns} turns`);
  const checks = (['together', 'alone'] as const).flatMap((how) =>
    parts.map((part) => {
      const [before, after] = [each(small.turns, how, part), each(large.turns, how, part)];
      const word = how === 'together' ? `${together} in a package` : 'each in a package of its own';
      console.log(
        `  ${names[part]}, ${word}: ${before.toFixed(2)} ms and ${after.toFixed(2)} ms, ${(after / before).toFixed(2)} times`,
      );
      return atLeast(`exchange: ${names[part]}, ${word}, among ${few} / among ${many}`, before / after, 1 / most);
    }),
  );
  await small.end();
  await large.end();
  return checks;
}
