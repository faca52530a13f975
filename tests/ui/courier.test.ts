import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { officeIdField } from '#shared/contract/fields.ts';
import { describeWith } from '../support/describe-with.ts';
import { fill, press } from './support/keyboard.ts';
import { openProduct, type ProductPage, type ProductSite } from './support/product-site.ts';

const printed = /^\d{5}( \d{5}){3}$/;

/** The sample's two offices without their shared folder, and a request between them. */
async function byStickAlone(asks: ProductPage, does: ProductPage): Promise<string> {
  const ours = (await asks.ask('office.get', {})).id;
  const theirs = (await does.ask('office.get', {})).id;
  await asks.ask('partner.setFolder', { office: officeIdField.parse(theirs), folder: '' });
  await does.ask('partner.setFolder', { office: officeIdField.parse(ours), folder: '' });
  const { rows } = await asks.ask('request.list', { direction: 'out', actor: 'them' });
  return rows.find((row) => row.state === 'accepted')?.id ?? '';
}

describeWith('chromium', 'media on their way in the real product', (chromium) => {
  let site: ProductSite;

  beforeAll(async () => {
    site = await openProduct(chromium);
  });
  afterAll(async () => {
    await site.close();
  });

  it('prints a slip without names, which the reader of the medium compares by keyboard, and sees the medium come home', async () => {
    const stick = mkdtempSync(join(tmpdir(), 'xieban-slip-'));
    const [asks, does] = [await site.open('own'), await site.open('partner', { theme: 'dark' })];
    const request = await byStickAlone(asks, does);
    const { today } = await asks.ask('session.status', {});
    await asks.ask('request.urge', { request: request as never, on: today as never, text: '请告知进展。' });

    await asks.go('#/sync');
    await press(asks.page, /^导出到介质$/);
    await fill(asks.page, /^介质或文件夹/, stick);
    await fill(asks.page, /^介质名称/, '3 号 U 盘');
    await asks.page.keyboard.press('Enter');
    await asks.page.getByText('可以取出介质').waitFor();
    const line = asks.page.getByRole('region', { name: '介质去向' }).getByRole('row').nth(1);
    await line.getByText('在途').waitFor();
    expect(await line.getByRole('rowheader').textContent()).toContain('3 号 U 盘');
    expect(await asks.violations()).toEqual([]);

    await press(asks.page, /^打印封面$/);
    const paper = asks.page.getByRole('article', { name: '交换介质封面' });
    await paper.waitFor();
    const print = (await paper.locator('.slip-print strong').textContent()) ?? '';
    expect(print).toMatch(printed);
    await paper.getByRole('img', { name: '封面二维码' }).locator('svg').waitFor();
    const said = (await paper.textContent()) ?? '';
    for (const person of (await asks.ask('office.get', {})).people) expect(said).not.toContain(person.name);
    expect(await asks.violations()).toEqual([]);

    await does.go('#/sync');
    await press(does.page, /^从介质导入$/);
    await fill(does.page, /^介质或文件夹/, stick);
    await does.page.keyboard.press('Enter');
    await does.page.getByText(print).waitFor();
    await fill(does.page, /^对照封面/, '00000 00000 00000 00000');
    await does.page.getByText('与封面不同').waitFor();
    await fill(does.page, /^对照封面/, `XIEBAN-SLIP-1/a/b/2026-03-12T09:30/1/0/${print.replaceAll(' ', '')}`);
    await does.page.getByText('与封面相同').waitFor();
    expect(await does.violations()).toEqual([]);

    const ours = (await asks.ask('office.get', {})).id;
    await does.ask('courier.export', { folder: stick, office: officeIdField.parse(ours) });
    await asks.ask('courier.import', { folder: stick });
    await asks.go('#/sync');
    await line.getByText('对方已签收').waitFor();
    expect(await line.textContent()).toMatch(/签收凭据第 \d+ 号/);
    expect([...asks.problems, ...does.problems]).toEqual([]);
  });
});
