import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { digestOf, type ExchangeOffice, exchangeOffice, introduce, sendLetter } from './support/exchange-office.ts';
import { readWhole, takeIn } from './support/large-file.ts';

type Shown = { readonly kind: string; readonly done: number; readonly total: number };

/** Two offices that know each other and meet by stick only. */
async function partners(): Promise<readonly [ExchangeOffice, ExchangeOffice]> {
  const asks = await exchangeOffice('qingpu-arb');
  const does = await exchangeOffice('wujiang-arb', '320509');
  await introduce(asks, does, '');
  await introduce(does, asks, '');
  return [asks, does];
}

/** Waits until the writing has handed over this many things. */
async function writing({ ask }: ExchangeOffice, least: number): Promise<Shown> {
  for (;;) {
    const work = (await ask('work.list', {})).find(({ kind }) => kind === 'export');
    if (work && work.total > 0 && work.done >= least) return work;
    await turn();
  }
}

test('writing to a stick says how far it is, is called off between two parts, and is completed by writing again', async () => {
  const [asks, does] = await partners();
  const file = await takeIn(asks, '台账.bin', 50_000_000, 3);
  const request = await sendLetter(asks, does, [file]);
  const stick = tempFolder();
  const calledOff = asks.refusal('courier.export', { folder: stick });
  const { done, total } = await writing(asks, 3);
  expect(total).toBeGreaterThanOrEqual(12);
  expect(done).toBeLessThan(total);
  expect(await asks.ask('work.cancel', { kind: 'export' })).toEqual({ running: true });
  expect(await calledOff).toEqual({ kind: 'refused', code: 'courier.cancelled' });
  expect(await asks.ask('work.list', {})).toEqual([]);

  // Taken along all the same it does no harm: the letter is there, its file is not.
  const half = await does.ask('courier.import', { folder: stick });
  expect(half.setAside).toBe(0);
  expect((await does.ask('sync.status', {})).partners).toMatchObject([{ filesMissing: 1 }]);

  const { verified, lines } = await asks.ask('courier.export', { folder: stick });
  expect([verified, lines.map(({ files }) => files)]).toEqual([true, [1]]);
  await does.ask('courier.import', { folder: stick });
  expect(await readWhole(does, file.manifest)).toEqual(await readWhole(asks, file.manifest));
  expect(await digestOf(does, request)).toBe(await digestOf(asks, request));
});
