import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/describe-with.ts';
import { openProduct, type ProductPage, type ProductSite } from './support/product-site.ts';

const shots = process.env['SHOTS'];

describeWith('chromium', 'what is uncertain of a day in the real product', (chromium) => {
  let site: ProductSite;

  beforeAll(async () => {
    site = await openProduct(chromium);
  });
  afterAll(async () => {
    await site.close();
  });

  /** A hearing in a year without an official notice, so that the notice of it is counted back into the year before. */
  async function hearingNextYear({ ask }: ProductPage): Promise<string> {
    const { rows } = await ask('dossier.list', { filter: { side: 'arb', status: 'accepted' } });
    const dossier = rows[0]?.id ?? '';
    const years = await ask('calendar.years', {});
    const year = years.find(({ provisional }) => provisional)?.year ?? 0;
    await ask('clock.start', {
      dossier: dossier as never,
      ruleId: 'ARB.HEARING_NOTICE',
      of: '',
      on: `${year}-01-04` as never,
    });
    const limit = (await ask('dossier.get', { dossier: dossier as never })).deadlines.find(
      ({ ruleId }) => ruleId === 'ARB.HEARING_NOTICE',
    );
    expect(limit).toMatchObject({ provisional: true, due: expect.stringMatching(`^${year - 1}-12`) });
    return limit?.due ?? '';
  }

  it('stands beside a limit counted back over a year without an official notice, in month, week and list', async () => {
    const own = await site.open('own', { width: 1366, height: 768 });
    const { page, go, violations, problems } = own;
    const day = await hearingNextYear(own);
    for (const view of ['month', 'week'] as const) {
      await go(`#/deadlines?view=${view}&day=${day}&rule=ARB.HEARING_NOTICE`);
      const line = page.locator(`td:has([data-day="${day}"]) .due-line`);
      await line.waitFor();
      expect(await line.locator('.due-mark [aria-hidden]').textContent()).toBe('暂估');
      if (shots !== undefined) await page.screenshot({ path: `${shots}/marks-${view}.png` });
    }
    await go('#/deadlines?view=list&rule=ARB.HEARING_NOTICE');
    await page.locator('.list-row .due-mark').first().waitFor();
    expect(await violations()).toEqual([]);
    expect(problems).toEqual([]);
  });

  it.each([
    ['light', 1366, 768],
    ['dark', 1920, 1080],
  ] as const)('is said of every default once, where a day is read: %s %i', async (theme, width, height) => {
    const { page, go, ask, violations, problems } = await site.open('own', { theme, width, height });
    const { rows } = await ask('request.list', { direction: 'out' });
    const due = rows.filter((row) => row.due?.due != null);
    expect(due.some((row) => row.due?.confidence === 'default')).toBe(true);
    const doubtful = (list: readonly { readonly due: (typeof rows)[number]['due'] }[]): number =>
      list.filter((row) => row.due?.due != null && (row.due.provisional || row.due.confidence === 'default')).length;
    await go('#/requests?direction=out');
    await page.locator('.due-mark').first().waitFor();
    if (shots !== undefined) await page.screenshot({ path: `${shots}/marks-requests-${theme}-${width}.png` });
    const day = await ask('today.get', {});
    const lists = [
      day.overdue,
      day.dueToday,
      day.dueThisWeek,
      day.toResume,
      day.arrived,
      day.waitingForUs,
      day.inApproval,
    ].flat();
    await go('#/');
    await page.locator('.day-row').first().waitFor();
    expect(await page.locator('.day-row .due-mark').count()).toBe(doubtful(lists));
    expect(await page.locator('.day-row .due-mark .spoken').first().textContent()).toBe('默认值，待核');
    expect(await violations()).toEqual([]);
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(tooWide).toBe(false);
    if (shots !== undefined) await page.screenshot({ path: `${shots}/marks-today-${theme}-${width}.png` });
    await go('#/dossiers');
    await page.locator('.list-row').first().waitFor();
    if (shots !== undefined) await page.screenshot({ path: `${shots}/marks-files-${theme}-${width}.png` });
    expect(problems).toEqual([]);
  });
});
