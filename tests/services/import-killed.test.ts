import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { madeUpOffice } from '#tests/support/backend.ts';
import { madeUpWorkbook } from '#tests/support/made-up-workbook.ts';
import { takeIn } from '#tests/support/take-in.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { startBackend } from './support/backend-process.ts';

const files = 300;
const titles = ['案号', '收件日期', '受理日期', '案由', '申请人', '被申请人'];

const ledger = madeUpWorkbook([
  titles,
  ...Array.from({ length: files }, (_, at) => [
    ...[
      `青劳人仲(2025)办字第${at + 1}号`,
      '2025/12/1',
      '2025/12/3',
      '追索劳动报酬纠纷',
      `王某${at}`,
      '某某物流(上海)有限公司',
    ],
  ]),
]);

test('kills in the middle of an import leave some of its files whole, and it goes on with the others', async () => {
  const folder = join(tempFolder(), 'data');
  const first = startBackend(folder);
  await first.ask('session.create', madeUpOffice);
  const { manifest } = await takeIn(first, '台账.xlsx', ledger);
  const { columns } = await first.ask('import.read', { manifest });
  const setting = { manifest, side: 'arb' as const, columns: columns.map(({ field }) => field), name: '台账.xlsx' };
  let [backend, going, here] = [first, first.ask('import.run', setting) as Promise<unknown>, 0];
  for (let kill = 0; kill < 4; kill += 1) {
    const dying = backend;
    await expect
      .poll(async () => ((await dying.ask('import.list', {})).rows[0]?.here ?? 0) > here, {
        timeout: 60_000,
        interval: 5,
      })
      .toBe(true);
    await pause(Math.random() * 60);
    await dying.kill();
    await Promise.allSettled([going]);
    backend = startBackend(folder);
    expect((await backend.ask('store.verify', {})).problems).toEqual([]);
    expect(await backend.ask('store.rebuild', {})).toMatchObject({ same: true });
    const [row] = (await backend.ask('import.list', {})).rows;
    expect(row).toMatchObject({ planned: files });
    here = row?.here ?? 0;
    const { total } = await backend.ask('dossier.list', { filter: { status: 'all' } });
    expect(total).toBe(here);
    if (row?.state !== 'open') break;
    going = backend.ask('import.resume', { import: row.id });
    going.catch(() => undefined);
  }
  await Promise.allSettled([going]);
  const [row] = (await backend.ask('import.list', {})).rows;
  expect(row).toMatchObject({ state: 'done', here: files });
  const listed = await backend.ask('dossier.list', { filter: { status: 'all' }, limit: 200 });
  expect(listed.total).toBe(files);
  expect(new Set(listed.rows.map(({ caseNo }) => caseNo)).size).toBe(200);
  await backend.kill();
}, 300_000);
