import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays, parseLocalDate } from '#shared/base/local-date.ts';
import { describeWith } from '../support/describe-with.ts';
import { press } from './support/keyboard.ts';
import { openProduct, type ProductPage, type ProductSite } from './support/product-site.ts';

/** More files than one page of a list holds, received so long ago that their limit of acceptance is over. */
async function manyOverdue({ ask }: ProductPage): Promise<number> {
  const today = parseLocalDate((await ask('session.status', {})).today);
  if (today === undefined) throw new Error('the day is a day');
  const receivedOn = addDays(today, -40);
  for (let n = 0; n < 52; n += 1) {
    const parties = [{ role: 'respondent' as const, type: 'unit' as const, name: `上海样例第${n}物流有限公司` }];
    await ask('dossier.receive', { side: 'arb', receivedOn, parties });
  }
  return (await ask('today.get', {})).counts.overdue;
}

const lists = [
  ['dueToday', '今天还来得及'],
  ['dueThisWeek', '本周内'],
  ['arrived', '新到，还没有人看过'],
  ['waitingForUs', '待我方答复'],
  ['inApproval', '待审核、签发、用印'],
  ['unclocked', '待核查'],
] as const;

describeWith('chromium', 'the lists of the day in full', (chromium) => {
  let site: ProductSite;

  beforeAll(async () => {
    site = await openProduct(chromium);
  });
  afterAll(async () => {
    await site.close();
  });

  it('puts what can still be saved first, pages through the rest, and each count leads to its whole list', async () => {
    const desk = await site.open('own');
    const { page, go, ask, violations, problems } = desk;
    const total = await manyOverdue(desk);
    await go('#/');
    const overdue = page.getByRole('region', { name: '期限已过' });
    await overdue.getByText(`第 1 至 50 件，共 ${total} 件`).waitFor();
    const titles = await page.locator('main .two-columns > div:first-child h2').allTextContents();
    expect(titles).toEqual(
      ['今天还来得及', '本周内', '期限已过', '新到，还没有人看过', '待我方答复', '待审核、签发、用印'].filter((title) =>
        titles.includes(title),
      ),
    );
    const first = await overdue.locator('.day-row').first().textContent();
    await overdue.getByRole('button', { name: '下一页' }).press('Enter');
    await overdue.getByText(`第 51 至 ${total} 件`).waitFor();
    await expect.poll(() => overdue.locator('.day-row').count()).toBe(total - 50);
    expect(await overdue.locator('.day-row').first().textContent()).not.toBe(first);
    await overdue.getByRole('button', { name: '上一页' }).press('Enter');
    await expect.poll(() => overdue.locator('.day-row').first().textContent()).toBe(first);

    await press(page, new RegExp(`^共 ${total} 件$`));
    await page.getByRole('heading', { level: 1, name: '期限已过' }).waitFor();
    await page.getByText(`共 ${total} 条`).waitFor();
    expect(await violations()).toEqual([]);
    await page.locator('.list-view').focus();
    await page.keyboard.press('End');
    await page.locator(`.list-row[aria-selected="true"][aria-rowindex="${total + 1}"] .unbroken`).waitFor();
    const last = (await ask('today.list', { list: 'overdue', offset: total - 1, limit: 1 })).rows[0];
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(last?.id ?? '-'));
    await page.goBack();
    await page.locator(`.list-row[aria-selected="true"][aria-rowindex="${total + 1}"]`).waitFor();
    expect(problems).toEqual([]);
  });

  it.each([
    { theme: 'light', width: 1366, height: 768 },
    { theme: 'dark', width: 1920, height: 1080 },
  ] as const)('every list is accessible and fits, also when it is empty ($theme)', async (look) => {
    const { page, go, ask, violations, problems } = await site.open('own', look);
    const looksWell = async (list: string): Promise<void> => {
      expect(await violations(), list).toEqual([]);
      expect(await page.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth)).toBeLessThanOrEqual(0);
    };
    for (const [list, title] of lists) {
      await go(`#/today/${list}`);
      // One list stands where the former stood, with its count until its own is answered.
      await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
      const { total } = await ask('today.list', { list });
      if (total === 0) await page.getByText('这里现在没有事项').waitFor();
      else await page.locator('.list-foot').getByText(`共 ${total} 条`, { exact: true }).waitFor();
      await page
        .locator(total === 0 ? '.page-state' : '.list-row .unbroken')
        .first()
        .waitFor();
      await looksWell(list);
    }
    await go('#/today/drafts');
    await page.getByRole('heading', { level: 1, name: '没写完的', exact: true }).waitFor();
    await page.locator('.page-state, .side-list').first().waitFor();
    await looksWell('drafts');
    await page.evaluate(() => {
      window.location.hash = '#/today/nothing';
    });
    await page.getByText('没有这份清单').waitFor();
    expect(problems).toEqual([]);
  });
});
