import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DossierId } from '#shared/base/ids.ts';
import { addDays, type LocalDate, localDate, weekday } from '#shared/base/local-date.ts';
import { describeWith } from '../support/describe-with.ts';
import { fill, press, tabTo } from './support/keyboard.ts';
import { openProduct, type ProductPage, type ProductSite } from './support/product-site.ts';

async function choose(page: Page, name: RegExp, text: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.type(text);
  await page.locator('.ant-select-item-option', { hasText: text }).first().waitFor();
  await page.keyboard.press('Enter');
}

/** A case of the sample that stands open, out of those nobody suspended. */
async function openCase({ ask }: ProductPage): Promise<DossierId> {
  const { rows } = await ask('dossier.list', { filter: { side: 'arb', status: 'accepted' } });
  for (const { id } of rows) {
    const dossier = id as DossierId;
    if ((await ask('dossier.get', { dossier })).life.offered.includes('arb.extend')) return dossier;
  }
  throw new Error('the sample has no open case');
}

/** The next Sunday after a day; no Sunday of a year is worked without a notice that says so. */
function sundayAfter(day: LocalDate): LocalDate {
  return addDays(day, 7 - (weekday(day) % 7));
}

describeWith('chromium', 'a closed file and its hearing in the real product', (chromium) => {
  let site: ProductSite;

  beforeAll(async () => {
    site = await openProduct(chromium);
  });
  afterAll(async () => {
    await site.close();
  });

  it('asks to look again at a hearing begun by hand on a day off, and begins it all the same', async () => {
    const product = await site.open('own');
    const { page, go, ask, violations, problems } = product;
    const dossier = await openCase(product);
    const { today } = await ask('today.get', {});
    const years = await ask('calendar.years', {});
    const worked = new Set(years.flatMap(({ work }) => work));
    let sunday = sundayAfter(localDate(today));
    while (worked.has(sunday)) sunday = addDays(sunday, 7);
    await go(`#/dossiers/${dossier}`);
    await press(page, /^增加期限$/);
    const sheet = page.getByRole('dialog');
    await tabTo(page, /^期限/);
    await page.keyboard.type('ARB.HEARING_NOTICE');
    await page.keyboard.press('Enter');
    await choose(page, /^关于/, '第 5 次');
    await fill(page, /^起算的日期/, sunday);
    await page.keyboard.press('Tab');
    await sheet.getByText('这一天是休息日，请核对。').waitFor();
    expect(await violations()).toEqual([]);
    await page.keyboard.press('Control+S');
    await sheet.waitFor({ state: 'hidden' });
    await page.getByText('期限已开始计算；所定日期是休息日，请核对').waitFor({ state: 'attached' });
    const { deadlines } = await ask('dossier.get', { dossier });
    expect(deadlines.filter(({ ruleId, of }) => ruleId === 'ARB.HEARING_NOTICE' && of === 'n5')).toHaveLength(1);
    expect(problems).toEqual([]);
  });

  it('takes the service of its result and offers limits that follow on it alone', async () => {
    const product = await site.open('own');
    const { page, go, ask, violations, problems } = product;
    const dossier = await openCase(product);
    const on = localDate((await ask('today.get', {})).today);
    const approval = { decidedBy: '钱样信', paper: '结案审批表第 6 号' };
    await ask('dossier.close', { dossier, on, type: 'arb.award-open', ...approval });
    await go(`#/dossiers/${dossier}`);
    await page.locator('.step-row', { hasText: '结案审批表第 6 号 · 钱样信 决定' }).waitFor();
    await press(page, /^结果已送达当事人$/);
    const sheet = page.getByRole('dialog');
    await choose(page, /^当事人/, '申请人');
    expect(await violations()).toEqual([]);
    await page.keyboard.press('Control+S');
    await sheet.waitFor({ state: 'hidden' });
    await page.locator('.file-limit', { hasText: '起诉' }).first().waitFor();
    await press(page, /^增加期限$/);
    await tabTo(page, /^期限/);
    await page.keyboard.type('ARB.');
    await page.locator('.ant-select-item-option', { hasText: '申请执行' }).waitFor();
    const offered = await page.locator('.ant-select-item-option').allTextContents();
    expect(offered).not.toContain('举证期限（指定期间）');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    expect(problems).toEqual([]);
  });
});
