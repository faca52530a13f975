import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DossierId } from '#shared/base/ids.ts';
import { describeWith } from '../support/describe-with.ts';
import { fill, press, tabTo } from './support/keyboard.ts';
import { openProduct, type ProductSite } from './support/product-site.ts';

describeWith('chromium', 'the claims of a file, edited in place', (chromium) => {
  let site: ProductSite;

  beforeAll(async () => {
    site = await openProduct(chromium);
  });
  afterAll(async () => {
    await site.close();
  });

  /** The claims tab of an accepted file, with two claims of nothing but their type. */
  async function opened() {
    const shown = await site.open('own');
    const { rows } = await shown.ask('dossier.list', { filter: { status: 'accepted', side: 'arb' } });
    // Ids cross the contract as plain texts.
    const dossier = (rows[0]?.id ?? '') as DossierId;
    const { claims } = await shown.ask('dossier.get', { dossier });
    for (const { id } of claims) await shown.ask('claim.remove', { dossier, claim: id });
    await shown.ask('claim.add', { dossier, code: 'wage' });
    await shown.ask('claim.add', { dossier, code: 'severance' });
    await shown.go(`#/dossiers/${dossier}/claims`);
    await shown.page.locator('.claim-grid-table').waitFor();
    return { ...shown, dossier };
  }

  it('takes amounts, dates and formulas by keyboard, and says where one is wrong', async () => {
    const { page, ask, dossier, violations, problems } = await opened();
    await fill(page, /^期间自，第 1 项/, '20251001');
    await fill(page, /^期间至，第 1 项/, '2025/12/31');
    await press(page, /^算式，第 1 项 工资：套用算式 月工资 × 月数/);
    await fill(page, /^算式，第 1 项/, '月工资 × × 月数');
    await page.getByText('第 7 个字符“×”的位置不对。').waitFor();
    await fill(page, /^算式，第 1 项/, '月工资 × 月数');
    await fill(page, /^月工资/, '8000.00');
    await fill(page, /^月数/, '11');
    await fill(page, /^裁决金额，第 1 项/, '80000');
    await page.keyboard.press('Enter');
    await fill(page, /^调解金额，第 1 项/, '八万');
    await page.keyboard.press('Tab');
    await page.getByText('这不是金额').waitFor();
    await fill(page, /^调解金额，第 1 项/, '');
    await fill(page, /^给付方，第 1 项/, '上海样例物流有限公司');
    await page.keyboard.press('Tab');
    await page.getByText('8,000.00 × 11 = 88,000.00').waitFor();
    await expect
      .poll(async () => (await ask('dossier.get', { dossier })).claims[0])
      .toMatchObject({
        ...{ from: '2025-10-01', to: '2025-12-31', formula: '月工资 × 月数', inputs: '月工资=8000.00;月数=11' },
        ...{ amountFen: 8_800_000, awardedFen: 8_000_000, mediatedFen: null, payer: '上海样例物流有限公司' },
      });
    expect(await violations()).toEqual([]);
    expect(await page.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth)).toBeLessThanOrEqual(0);
    expect(problems).toEqual([]);
  });

  it('moves by rows, takes back with Escape, and tells what another one wrote meanwhile', async () => {
    const { page, ask, dossier, problems } = await opened();
    await tabTo(page, /^金额，第 1 项/);
    await page.keyboard.type('100');
    await page.keyboard.press('Enter');
    await page.keyboard.type('200');
    await page.keyboard.press('ArrowUp');
    await expect
      .poll(async () => (await ask('dossier.get', { dossier })).claims.map(({ amountFen }) => amountFen))
      .toEqual([10_000, 20_000]);
    await page.getByText('300.00').waitFor();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('5');
    await page.keyboard.press('Escape');
    const { claims, revision: base } = await ask('dossier.get', { dossier });
    await page.keyboard.press('Control+A');
    await page.keyboard.type('777');
    const claim = claims[0]?.id ?? '';
    await ask('claim.amend', { dossier, claim, base, amountFen: 9900 as never });
    await page.keyboard.press('Enter');
    await page.locator('.claim-cell-note', { hasText: /\S/ }).first().waitFor();
    expect((await ask('dossier.get', { dossier })).claims[0]).toMatchObject({ amountFen: 9900 });
    await tabTo(page, /^金额，第 1 项/);
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await ask('dossier.get', { dossier })).claims[0]?.amountFen).toBe(77_700);
    expect(problems).toEqual([]);
  });

  it('writes what is set back to the value the page still shows', async () => {
    const { page, ask, dossier, problems } = await opened();
    const amount = page.getByLabel(/^金额，第 1 项/);
    await fill(page, /^金额，第 1 项/, '400');
    await page.keyboard.press('Enter');
    await expect.poll(() => amount.inputValue()).toBe('400.00');
    let answer = (): void => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await page.route('**/invoke', async (route) => {
      if (route.request().postData()?.includes('"dossier.get"') === true) await held;
      await route.continue();
    });
    await tabTo(page, /^金额，第 1 项/);
    const written = page.waitForResponse((reply) => reply.request().postData()?.includes('"claim.amend"') === true);
    await fill(page, /^金额，第 1 项/, '500');
    await page.keyboard.press('Enter');
    await written;
    // The page was not asked again yet: it shows what stood before.
    await expect.poll(() => amount.inputValue()).toBe('400.00');
    await amount.focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('400.00');
    const again = page.waitForResponse((reply) => reply.request().postData()?.includes('"claim.amend"') === true);
    await page.keyboard.press('Enter');
    await again;
    answer();
    await expect.poll(async () => (await ask('dossier.get', { dossier })).claims[0]?.amountFen).toBe(40_000);
    await expect.poll(() => amount.inputValue()).toBe('400.00');
    expect(await ask('draft.list', {})).toEqual([]);
    expect(problems).toEqual([]);
  });

  it('writes what is left by leaving the page, and keeps what could not be written', async () => {
    const { page, ask, go, dossier, problems } = await opened();
    const amount = page.getByLabel(/^金额，第 1 项/);
    await tabTo(page, /^金额，第 1 项/);
    await page.keyboard.type('500');
    await page.keyboard.press('Alt+1');
    await page.locator('.claim-grid-table').waitFor({ state: 'detached' });
    await expect.poll(async () => (await ask('dossier.get', { dossier })).claims[0]?.amountFen).toBe(50_000);
    await go(`#/dossiers/${dossier}/claims`);
    await tabTo(page, /^金额，第 1 项/);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('八万');
    await page.keyboard.press('Alt+1');
    await page.locator('.claim-grid-table').waitFor({ state: 'detached' });
    await expect.poll(async () => (await ask('draft.list', {})).length).toBe(1);
    await page.reload();
    await go(`#/dossiers/${dossier}/claims`);
    await page.getByText('还没有保存').waitFor();
    expect(await amount.inputValue()).toBe('八万');
    expect((await ask('dossier.get', { dossier })).claims[0]?.amountFen).toBe(50_000);
    await fill(page, /^金额，第 1 项/, '80000');
    await page.keyboard.press('Tab');
    await expect.poll(async () => (await ask('dossier.get', { dossier })).claims[0]?.amountFen).toBe(8_000_000);
    await expect.poll(async () => (await ask('draft.list', {})).length).toBe(0);
    expect(problems).toEqual([]);
  });
});
