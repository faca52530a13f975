import { afterEach, expect, test, vi } from 'vitest';
import type { ManifestId } from '#shared/base/ids.ts';
import { type MadeUpCell, madeUpWorkbook } from '#tests/support/made-up-workbook.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { takeIn } from '#tests/support/take-in.ts';

const titles = ['案号', '收件日期', '受理日期', '申请人', '被申请人'];
const columns = ['caseNo', 'receivedOn', 'acceptedOn', 'applicant', 'respondent'];
const minutes = 60_000;

const lineOf = (_: unknown, at: number): readonly MadeUpCell[] => [
  ...[`青劳人仲(2026)办字第${at + 1}号`, '2026/3/2', '2026/3/4', `王某${at}`, '某某物流(上海)有限公司'],
];

async function ledger(office: TestOffice, files: number): Promise<ManifestId> {
  const bytes = madeUpWorkbook([titles, ...Array.from({ length: files }, lineOf)]);
  return (await takeIn(office, '台账.xlsx', bytes)).manifest;
}

const settingOf = (manifest: ManifestId) => ({ manifest, side: 'arb' as const, columns });

/** Waits until an import has taken in more than so many files. */
async function beyond(office: TestOffice, files: number): Promise<void> {
  const done = async () => (await office.ask('work.list', {})).find(({ kind }) => kind === 'import')?.done ?? 0;
  await expect.poll(done, { timeout: 60_000, interval: 2 }).toBeGreaterThan(files);
}

afterEach(() => {
  vi.useRealTimers();
});

test('no other table is read or checked while one is taken in, and that one comes to its end', async () => {
  const office = await testOffice();
  const [manifest, other] = [await ledger(office, 600), await ledger(office, 2)];
  const going = office.ask('import.run', { ...settingOf(manifest), name: '台账.xlsx' });
  await beyond(office, 0);
  const running = { kind: 'refused', code: 'import.running' };
  expect(await office.refusal('import.read', { manifest: other })).toMatchObject(running);
  expect(await office.refusal('import.read', { manifest, head: 2 })).toMatchObject(running);
  expect(await office.refusal('import.check', settingOf(other))).toMatchObject(running);
  // The same table by other columns would take the files away from the import.
  const fewer = { ...settingOf(manifest), columns: ['', 'receivedOn', '', 'applicant', ''] };
  expect(await office.refusal('import.check', fewer)).toMatchObject(running);
  expect(await office.ask('import.read', { manifest })).toMatchObject({ lines: 600 });
  expect(await going).toMatchObject({ here: 600, left: 0, whole: true, stopped: null, out: [] });
  expect(await office.ask('import.read', { manifest: other })).toMatchObject({ lines: 2 });
}, 120_000);

test('an import may take longer than a table nobody asks for is kept', async () => {
  const office = await testOffice();
  const manifest = await ledger(office, 1600);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const going = office.ask('import.run', { ...settingOf(manifest), name: '台账.xlsx' });
  // Well behind the moments at which further files are asked of the thread, which has two minutes for each answer.
  for (const files of [250, 750, 1250]) {
    await beyond(office, files);
    vi.advanceTimersByTime(9 * minutes);
  }
  expect(await going).toMatchObject({ here: 1600, left: 0, whole: true });
}, 120_000);

test('an import whose table is lost on the way says what came in, and goes on', async () => {
  const office = await testOffice();
  const manifest = await ledger(office, 1600);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const going = office.ask('import.run', { ...settingOf(manifest), name: '台账.xlsx' });
  await beyond(office, 0);
  vi.advanceTimersByTime(11 * minutes);
  const stopped = await going;
  vi.useRealTimers();
  expect(stopped).toMatchObject({ whole: false, stopped: 'import.gave-up', planned: 1600 });
  expect(stopped.here).toBeGreaterThan(0);
  expect(stopped.left).toBe(1600 - stopped.here);
  expect(stopped.left).toBeGreaterThan(0);
  expect((await office.ask('import.list', {})).rows).toMatchObject([{ state: 'open', here: stopped.here }]);
  const resumed = await office.ask('import.resume', { import: stopped.import });
  expect(resumed).toMatchObject({ here: 1600, left: 0, whole: true, stopped: null });
  expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
}, 120_000);
