import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/describe-with.ts';
import { fill, press, tabTo } from './support/keyboard.ts';
import { openProduct, type ProductPage, type ProductSite } from './support/product-site.ts';

/** Two arbitration files that are being heard, made by the calls the screens make. */
async function twoHeard({ ask }: ProductPage): Promise<readonly { readonly id: string; readonly caseNo: string }[]> {
  const files: { id: string; caseNo: string }[] = [];
  for (const name of ['周样甲', '周样乙']) {
    const parties = [
      { role: 'applicant' as const, type: 'person' as const, name },
      { role: 'respondent' as const, type: 'unit' as const, name: '某某样例物流（上海）有限公司青浦第一分公司' },
    ];
    const { id } = await ask('dossier.receive', { side: 'arb', receivedOn: '2026-03-02', parties });
    const { caseNo } = await ask('dossier.accept', { dossier: id as never, on: '2026-03-05' as never });
    files.push({ id, caseNo });
  }
  return files;
}

async function decide(page: Page): Promise<void> {
  await fill(page, /^决定人/, '院负责人');
  await fill(page, /^文书/, '通知书1号');
  await fill(page, /^理由/, '同一用人单位、同一事由');
  await page.keyboard.press('Control+S');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
}

describeWith('chromium', 'hearing files together in the real product', (chromium) => {
  let site: ProductSite;

  beforeAll(async () => {
    site = await openProduct(chromium);
  });
  afterAll(async () => {
    await site.close();
  });

  it('joins, parts and corrects by keyboard alone; both files say so', async () => {
    const opened = await site.open('own', { width: 1366, height: 768 });
    const { page, go, violations, problems } = opened;
    const [first, second] = await twoHeard(opened);
    await go(`#/dossiers/${first?.id ?? ''}`);
    await page.getByText('没有与其他案卷合并审理。').waitFor();
    await press(page, /^合并审理$/);
    await page.locator('dialog[open] .form').waitFor();
    await fill(page, /^查找案卷/, '周样乙');
    await tabTo(page, /^合并的案卷/);
    await page.keyboard.press('ArrowDown');
    await page.locator('.ant-select-item-option', { hasText: '周样乙' }).first().waitFor();
    await page.keyboard.press('Enter');
    expect(await violations()).toEqual([]);
    await decide(page);
    await page.getByText('合并后各案的期限、案号互不影响，分别结案。').waitFor();
    await page.getByText('合并 1 件').waitFor();
    expect(await violations()).toEqual([]);
    await go(`#/dossiers/${second?.id ?? ''}`);
    await page.getByText(`并入 ${first?.caseNo ?? ''}`).waitFor();
    await press(page, /^与 .* 分案$/);
    await page.locator('dialog[open] .form').waitFor();
    await decide(page);
    await page.getByText(`并入 ${first?.caseNo ?? ''}`).waitFor({ state: 'detached' });
    await press(page, /^更正误记的与 .* 的分案$/);
    await page.locator('dialog[open] .form').waitFor();
    await fill(page, /^更正的原因/, '误记');
    await page.keyboard.press('Control+S');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    await page.getByText(`并入 ${first?.caseNo ?? ''}`).waitFor();
    expect(await violations()).toEqual([]);
    expect(problems).toEqual([]);
  });
});
