import { describe, expect, test } from 'vitest';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { exchangeOffice, introduce, meet, sendLetter } from './support/exchange-office.ts';
import { readWhole, takeIn } from './support/large-file.ts';

const mebi = 1_048_576;
const size = 24 * mebi;
/** A chunk read, its encrypted form and what the collector has not looked at yet; far less than the file. */
const bound = 12 * mebi;

async function partners() {
  const shared = tempFolder();
  const asks = await exchangeOffice('qingpu-arb');
  const does = await exchangeOffice('wujiang-arb', '320509');
  return { asks, does, shared };
}

/** The most memory outside the heap that `work` held at once beyond what was held before, in bytes. */
async function peakOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.memoryUsage().arrayBuffers;
  let peak = 0;
  const look = (): void => {
    peak = Math.max(peak, process.memoryUsage().arrayBuffers - before);
  };
  const watch = setInterval(look, 1);
  try {
    await work();
    look();
  } finally {
    clearInterval(watch);
  }
  return peak;
}

describe('a file of 24 MB', () => {
  test('goes through a folder with bounded memory and arrives unchanged', async () => {
    const { asks, does, shared } = await partners();
    await introduce(asks, does, shared);
    await introduce(does, asks, shared);
    const file = await takeIn(asks, '监控录像.bin', size, 7);
    const request = await sendLetter(asks, does, [file]);
    expect(await peakOf(() => asks.round())).toBeLessThan(bound);
    expect(await peakOf(() => does.round())).toBeLessThan(bound);
    await meet(asks, does);
    const { files } = await does.ask('request.get', { request });
    expect(files).toMatchObject([{ manifest: file.manifest, size, have: 6, of: 6, ours: false }]);
    expect(await readWhole(does, file.manifest)).toBe(await readWhole(asks, file.manifest));
  });

  test('goes over a stick with bounded memory and arrives unchanged', async () => {
    const { asks, does, shared } = await partners();
    await introduce(asks, does, '');
    await introduce(does, asks, '');
    const file = await takeIn(asks, '监控录像.bin', size, 8);
    await sendLetter(asks, does, [file]);
    expect(await peakOf(() => asks.ask('courier.export', { folder: shared }))).toBeLessThan(bound);
    expect(await peakOf(() => does.ask('courier.import', { folder: shared }))).toBeLessThan(bound);
    expect(await readWhole(does, file.manifest)).toBe(await readWhole(asks, file.manifest));
  });
});
