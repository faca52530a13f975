import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/describe-with.ts';
import { fill, press } from './support/keyboard.ts';
import { openProduct, type ProductSite } from './support/product-site.ts';

describeWith('chromium', 'the ways of the exchange in the real product', (chromium) => {
  let site: ProductSite;

  beforeAll(async () => {
    site = await openProduct(chromium);
  });
  afterAll(async () => {
    await site.close();
  });

  it('says calmly that a folder is gone, since when, and that nothing is lost; and uses it when it is back', async () => {
    const { page, go, ask, violations, problems } = await site.open('own', { width: 1366, height: 768 });
    const [partner] = await ask('partner.list', {});
    const shared = join(mkdtempSync(join(tmpdir(), 'xieban-ways-')), 'shared');
    mkdirSync(shared);
    await ask('partner.setFolder', { office: partner?.office as never, folder: shared });
    await go('#/sync');
    await press(page, /^立即收发$/);
    const ways = page.getByRole('region', { name: '收发通道' });
    await ways.getByText('可用', { exact: true }).waitFor();
    renameSync(shared, `${shared}-away`);
    await press(page, /^立即收发$/);
    await ways.getByText('暂不可用').waitFor();
    await ways.getByText(/上次可用 \d{4}-/).waitFor();
    await ways.getByText('文件夹现在不在').waitFor();
    expect(await ways.locator('.tone-red, .dot.trouble').count()).toBe(0);
    expect(await violations()).toEqual([]);
    renameSync(`${shared}-away`, shared);
    await press(page, /^立即收发$/);
    await ways.getByText('可用', { exact: true }).waitFor();
    expect(problems).toEqual([]);
  });

  it('hands out the bytes of what was set aside, reads it again, and settles it with a reason, by keyboard', async () => {
    const { page, go, ask, violations, problems } = await site.open('own', { theme: 'dark' });
    const [partner] = await ask('partner.list', {});
    const us = (await ask('office.get', {})).id;
    const shared = mkdtempSync(join(tmpdir(), 'xieban-aside-'));
    await ask('partner.setFolder', { office: partner?.office as never, folder: shared });
    mkdirSync(join(shared, 'inbox', us), { recursive: true });
    const rubbish = Buffer.from('no package at all');
    const id = createHash('sha256').update(rubbish).digest('hex');
    writeFileSync(join(shared, 'inbox', us, `${id}.xb`), rubbish);
    await go('#/sync');
    await press(page, /^立即收发$/);
    const panel = page.getByRole('region', { name: /^隔离区 1 件/ });
    await panel.waitFor();

    const download = page.waitForEvent('download');
    await press(page, /^导出原样 /);
    const saved = join(shared, 'out.bin');
    await (await download).saveAs(saved);
    expect(readFileSync(saved)).toEqual(rubbish);
    const { rows } = await ask('audit.list', {});
    expect(rows[0]).toMatchObject({ act: 'audit.exported', about: id });

    await press(page, /^再读一次 /);
    await page.getByText('仍不能采用：不是协办的包，或已残缺').waitFor();
    expect(await violations()).toEqual([]);

    await press(page, /^了结 /);
    await fill(page, /^原因/, '已与对方核实，误放的文件');
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: /^隔离区 0 件/ }).waitFor();
    await page.getByText('已了结 1 件').waitFor();
    expect((await ask('sync.status', {})).quarantine).toMatchObject([{ id, settled: '已与对方核实，误放的文件' }]);
    expect(problems).toEqual([]);
  });
});
