import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { UserId } from '#shared/base/ids.ts';
import { describeWith } from '../support/describe-with.ts';
import { madeUpYearFile, noticeDays } from '../support/made-up-year.ts';
import { press } from './support/keyboard.ts';
import { openProduct, type ProductPage, type ProductSite } from './support/product-site.ts';

function onDisk(text: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'xieban-year-')), '2027.json');
  writeFileSync(path, text);
  return path;
}

async function choose({ page }: ProductPage, text: string): Promise<void> {
  await page.locator('input[type="file"]').setInputFiles(onDisk(text));
}

/** Lets another person sit down than the one who sits there. */
async function changeOver({ ask }: ProductPage): Promise<void> {
  const { me, people } = await ask('office.get', {});
  const other = people.find((person) => person.active && person.id !== me.id);
  await ask('person.actAs', { id: other?.id as UserId });
}

describeWith('chromium', 'the import of a year of days off in the real product', (chromium) => {
  let site: ProductSite;

  beforeAll(async () => {
    site = await openProduct(chromium);
  });
  afterAll(async () => {
    await site.close();
  });

  it('tells what is wrong with a file by line and keeps it from being proposed', async () => {
    const product = await site.open('own', { theme: 'dark', scale: 1.5 });
    const { page, go, violations, problems } = product;
    await go('#/settings/calendar');
    const { '2027-02-05': _eve, ...holidays } = noticeDays.holidays;
    await choose(product, madeUpYearFile({ holidays, source: '' }));
    const alert = page.getByRole('alert');
    await alert.getByText('缺少法定放假日 2027-02-05').waitFor();
    expect(await alert.getByRole('listitem').allTextContents()).toContain('第 3 行 没有写明依据的文号（source）。');
    expect(await page.getByRole('button', { name: '提出，请另一人确认' }).count()).toBe(0);
    expect(await violations()).toEqual([]);
    expect(problems).toEqual([]);
  });

  it('is proposed by one person, confirmed by another, and prints what it changed', async () => {
    const product = await site.open('own');
    const { page, go, ask, violations, problems } = product;
    await go('#/settings/calendar');
    await choose(product, madeUpYearFile());
    await page.getByText('2027 年首次导入').waitFor();
    await press(page, /^提出，请另一人确认$/);
    await page.getByRole('link', { name: '查看这项变更' }).click();
    await page.getByText('由您提出，须另一人确认。').waitFor();
    expect(await page.getByRole('button', { name: '确认生效' }).count()).toBe(0);
    expect(await violations()).toEqual([]);
    await changeOver(product);
    await page.getByRole('button', { name: '确认生效' }).waitFor();
    await press(page, /^确认生效$/);
    await page.getByRole('dialog').getByText('所有期限按它重新计算').waitFor();
    expect(await violations()).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: '确认生效' }).press('Enter');
    await page.getByText('已确认').waitFor();
    const years = await ask('calendar.years', {});
    expect(years.find(({ year }) => year === 2027)).toMatchObject({ provisional: false });
    await page.getByRole('link', { name: '打印件' }).click();
    await page.getByRole('article').getByText('国办发明电〔2026〕9号').waitFor();
    expect(await violations()).toEqual([]);
    await go('#/settings/calendar');
    await page.getByText('变更记录').waitFor();
    expect(await violations()).toEqual([]);
    expect(problems).toEqual([]);
  });
});
