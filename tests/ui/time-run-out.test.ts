import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DossierId } from '#shared/base/ids.ts';
import { addDays, localDate } from '#shared/base/local-date.ts';
import { approval } from '#tests/support/approval.ts';
import { describeWith } from '../support/describe-with.ts';
import { press } from './support/keyboard.ts';
import { openProduct, type ProductPage, type ProductSite } from './support/product-site.ts';

/** A closed case with a time to sue that ended long ago and another one that began yesterday. */
async function closedCase({ ask }: ProductPage): Promise<DossierId> {
  const { rows } = await ask('dossier.list', { filter: { side: 'arb', status: 'accepted' }, limit: 1 });
  const dossier = rows[0]?.id as DossierId;
  const on = localDate((await ask('today.get', {})).today);
  await ask('clock.start', { dossier, ruleId: 'ARB.SUE', of: 'n1', on: addDays(on, -60) });
  await ask('clock.start', { dossier, ruleId: 'ARB.SUE', of: 'n2', on: addDays(on, -1) });
  await ask('dossier.close', { ...approval, dossier, on, type: 'arb.withdrawn' });
  return dossier;
}

describeWith('chromium', 'times of parties in the real product', (chromium) => {
  let site: ProductSite;

  beforeAll(async () => {
    site = await openProduct(chromium);
  });
  afterAll(async () => {
    await site.close();
  });

  it('are ended and not overdue when they are over, and stop by hand on a closed file', async () => {
    const product = await site.open('own', { theme: 'dark' });
    const { page, go, ask, violations, problems } = product;
    const dossier = await closedCase(product);
    await go(`#/dossiers/${dossier}`);
    await page.getByRole('button', { name: /^起诉 \d{4}-\d\d-\d\d 期满$/ }).waitFor();
    expect(
      await page
        .locator('.file-limits')
        .getByText(/已超|已逾期/)
        .count(),
    ).toBe(0);
    expect(await violations()).toEqual([]);
    await press(page, /^停止期限$/);
    const sheet = page.getByRole('dialog');
    await sheet.getByText(/^起诉，现届满日/).waitFor();
    await press(page, /^记录$/);
    await sheet.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: /^起诉 .* 届满，已停止$/ }).waitFor();
    expect((await ask('deadline.explain', { id: `${dossier}:ARB.SUE:n2` })).deadline.status).toBe('stopped');
    await go(`#/deadlines/file/${dossier}`);
    await page.getByRole('cell', { name: '期满', exact: true }).waitFor();
    expect(await violations()).toEqual([]);
    expect(problems).toEqual([]);
  });
});
