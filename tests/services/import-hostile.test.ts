import { expect, test } from 'vitest';
import type { ManifestId } from '#shared/base/ids.ts';
import { madeUpWorkbook } from '#tests/support/made-up-workbook.ts';
import { testOffice } from '#tests/support/office.ts';
import { takeIn } from '#tests/support/take-in.ts';

const mb = 1_048_576;

test('a workbook of more than 100 MB is refused by its size, before any of it is read', async () => {
  const office = await testOffice();
  const bytes = Buffer.alloc(101 * mb);
  bytes.write('PK\u0003\u0004', 'latin1');
  const { manifest } = await takeIn(office, '台账.xlsx', bytes);
  const started = performance.now();
  const failure = await office.refusal('import.read', { manifest });
  expect(failure).toMatchObject({ code: 'import.too-large', facts: { size: 101, most: 100 } });
  expect(performance.now() - started).toBeLessThan(2000);
}, 60_000);

test('a table of too many lines is refused, and other calls are answered meanwhile', async () => {
  const office = await testOffice();
  const { manifest } = await takeIn(office, '台账.csv', Buffer.from(`案号,申请人\n${'1,王\n'.repeat(200_001)}`));
  let answered = false;
  const reading = office.refusal('import.read', { manifest }).finally(() => {
    answered = true;
  });
  await office.ask('office.get', {});
  expect(answered).toBe(false);
  expect(await reading).toMatchObject({ code: 'import.too-many-lines', facts: { most: 200_000 } });
}, 60_000);

test('another file chosen meanwhile makes the first answer worthless, never the second', async () => {
  const office = await testOffice();
  const one = await takeIn(
    office,
    '甲.xlsx',
    madeUpWorkbook([
      ['案号', '申请人'],
      ['1', '王'],
    ]),
  );
  const two = await takeIn(
    office,
    '乙.xlsx',
    madeUpWorkbook([
      ['案号', '申请人'],
      ['1', '王'],
      ['2', '李'],
    ]),
  );
  const first = office.call('import.read', { manifest: one.manifest });
  const second = office.ask('import.read', { manifest: two.manifest });
  expect(await second).toMatchObject({ lines: 2 });
  expect(await first).toMatchObject({ ok: false, failure: { code: 'import.gave-up' } });
  expect(await office.ask('import.read', { manifest: one.manifest })).toMatchObject({ lines: 1 });
});

test('two checks at once never mix: the later one is answered, the other one refused', async () => {
  const office = await testOffice();
  const rows = Array.from({ length: 3 }, (_, at) => [`旧-${at + 1}`, '2026/3/2', '2026/3/4', `王某${at}`]);
  const { manifest } = await takeIn(
    office,
    '台账.xlsx',
    madeUpWorkbook([['案号', '收件日期', '受理日期', '申请人'], ...rows]),
  );
  const setting = { manifest, side: 'arb' as const };
  const one = office.call('import.check', { ...setting, columns: ['', 'receivedOn', '', 'applicant'] });
  const two = office.ask('import.check', { ...setting, columns: ['caseNo', 'receivedOn', 'acceptedOn', 'applicant'] });
  expect(await two).toMatchObject({ good: 3, bad: 0 });
  expect(await one).toMatchObject({ ok: false, failure: { code: 'import.gave-up' } });
});

test('a file that is not here, and a sheet that is not in it, are refused', async () => {
  const office = await testOffice();
  const unknown = 'a'.repeat(64) as ManifestId;
  expect(await office.refusal('import.read', { manifest: unknown })).toMatchObject({ kind: 'not-found' });
  const { manifest } = await takeIn(office, '台账.xlsx', madeUpWorkbook([['案号', '申请人']]));
  const refusal = await office.refusal('import.read', { manifest, sheet: '没有' });
  expect(refusal).toMatchObject({ code: 'import.no-such-sheet' });
  expect(await office.ask('import.read', { manifest })).toMatchObject({ lines: 0, head: 1 });
});
