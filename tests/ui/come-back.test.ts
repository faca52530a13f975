import { afterAll, beforeAll, expect, it } from 'vitest';
import { addDays, parseLocalDate } from '#shared/base/local-date.ts';
import { describeWith } from '../support/describe-with.ts';
import { employer, worker } from '../support/made-up-parties.ts';
import { openProduct, type ProductPage, type ProductSite } from './support/product-site.ts';

const signs = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉';

/** Receives files so long ago that their limit of acceptance is over; answers their ids. */
async function overdueFiles({ ask }: ProductPage, count: number, daysAgo: number): Promise<readonly string[]> {
  const today = parseLocalDate((await ask('session.status', {})).today);
  if (today === undefined) throw new Error('the day is a day');
  const ids: string[] = [];
  for (let n = 0; n < count; n += 1) {
    const parties = [{ role: 'respondent' as const, type: 'unit' as const, name: `上海样例第${n}物流有限公司` }];
    ids.push((await ask('dossier.receive', { side: 'arb', receivedOn: addDays(today, -daysAgo), parties })).id);
  }
  return ids;
}

describeWith('chromium', 'coming back', (chromium) => {
  let site: ProductSite;

  beforeAll(async () => {
    site = await openProduct(chromium);
  });
  afterAll(async () => {
    await site.close();
  });

  it('to a list selects the file that was opened, also when it stands elsewhere by then', async () => {
    const desk = await site.open('own');
    const { page, go, ask, problems } = desk;
    await overdueFiles(desk, 8, 40);
    await go(`#/dossiers?status=received&text=${encodeURIComponent('样例第')}`);
    const grid = page.getByRole('grid');
    const selected = page.locator('.list-row[aria-selected="true"]');
    await page.locator('.list-row .unbroken').first().waitFor();
    await grid.focus();
    for (let n = 0; n < 3; n += 1) await page.keyboard.press('ArrowDown');
    await expect.poll(() => selected.getAttribute('aria-rowindex')).toBe('5');
    const number = (await selected.locator('.unbroken').first().textContent()) ?? '';
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: number }).waitFor();
    // Files whose limit is over not so long now stand before it.
    await overdueFiles(desk, 3, 20);
    const { rows } = await ask('dossier.list', { filter: { status: 'received', text: '样例第' } });
    const at = rows.findIndex((row) => (row.caseNo ?? row.windowNo) === number);
    expect(at).toBe(3 + 3);
    await page.goBack();
    await expect.poll(() => selected.getAttribute('aria-rowindex')).toBe(String(at + 2));
    expect(await selected.locator('.unbroken').first().textContent()).toBe(number);
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => selected.getAttribute('aria-rowindex')).toBe(String(at + 1));
    expect(problems).toEqual([]);
  });

  it('to 今日 shows the page of a list that was left', async () => {
    const desk = await site.open('own');
    const { page, go, ask, problems } = desk;
    await overdueFiles(desk, 45, 40);
    const { overdue: total } = (await ask('today.get', {})).counts;
    await go('#/');
    const overdue = page.getByRole('region', { name: '期限已过' });
    await overdue.getByRole('button', { name: '下一页' }).press('Enter');
    await overdue.getByText(`第 51 至 ${total} 件`).waitFor();
    const line = overdue.locator('.day-number a').first();
    await expect.poll(() => overdue.locator('.day-row').count()).toBe(total - 50);
    const number = (await line.textContent()) ?? '';
    await line.press('Enter');
    await page.getByRole('heading', { level: 1, name: number }).waitFor();
    await page.goBack();
    await overdue.getByText(`第 51 至 ${total} 件`).waitFor();
    await expect.poll(() => line.textContent()).toBe(number);
    expect(problems).toEqual([]);
  });

  it('to the parties of a file finds the words looked for and the part that was shown', async () => {
    const desk = await site.open('own');
    const { page, go, ask, problems } = desk;
    const workers = Array.from({ length: 130 }, (_, at) =>
      worker(`周${signs[at % 20]}${signs[Math.floor(at / 20)]}`, at + 1),
    );
    const parties = [...workers, employer('上海样例众人物流有限公司')];
    const { id } = await ask('dossier.receive', { side: 'arb', receivedOn: '2026-03-02', parties });
    await go(`#/dossiers/${id}/parties`);
    const part = page.getByRole('navigation', { name: '当事人翻页' }).getByRole('status');
    await page.getByRole('button', { name: '下一页' }).press('Enter');
    await expect.poll(() => part.textContent()).toContain('101');
    await go('#/dossiers');
    await page.locator('.list-row .unbroken').first().waitFor();
    await page.goBack();
    await expect.poll(() => part.textContent()).toContain('101');
    const find = page.getByRole('searchbox', { name: '在当事人中查找' });
    await find.fill('周甲');
    await page.getByText('找到 7 名', { exact: false }).waitFor();
    await go('#/dossiers');
    await page.locator('.list-row .unbroken').first().waitFor();
    await page.goBack();
    await page.getByText('找到 7 名', { exact: false }).waitFor();
    expect(await find.inputValue()).toBe('周甲');
    expect(problems).toEqual([]);
  });
});
