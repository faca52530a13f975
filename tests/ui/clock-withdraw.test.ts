import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DossierId } from '#shared/base/ids.ts';
import { addDays, localDate } from '#shared/base/local-date.ts';
import { describeWith } from '../support/describe-with.ts';
import { fill, press, tabTo } from './support/keyboard.ts';
import { openProduct, type ProductPage, type ProductSite } from './support/product-site.ts';

/** A case under way, with a defence that began four days before today. */
async function defence({ ask }: ProductPage): Promise<{ dossier: DossierId; id: string }> {
  const { rows } = await ask('dossier.list', { filter: { side: 'arb', status: 'accepted' }, limit: 1 });
  const dossier = rows[0]?.id as DossierId;
  const today = localDate((await ask('today.get', {})).today);
  const said = { dossier, ruleId: 'ARB.DEFENSE', of: 'n5', on: addDays(today, -4) } as const;
  await ask('clock.start', { ...said, paper: '送达回证第 5 号' });
  return { dossier, id: `${dossier}:ARB.DEFENSE:n5` };
}

describeWith('chromium', 'wrong clock events in the real product', (chromium) => {
  let site: ProductSite;

  beforeAll(async () => {
    site = await openProduct(chromium);
  });
  afterAll(async () => {
    await site.close();
  });

  it('are put right and withdrawn by keyboard, and the paper of the clocks shows them struck', async () => {
    const product = await site.open('own', { theme: 'dark' });
    const { page, go, ask, violations, problems } = product;
    const { dossier, id } = await defence(product);
    await go(`#/dossiers/${dossier}`);
    const limit = page.locator('.file-limit', { hasText: '答辩' }).last();
    await limit.getByRole('button', { name: /^为什么/ }).press('Enter');
    await limit.getByRole('button', { name: /^撤回或者更正：起算/ }).press('Enter');
    const sheet = page.getByRole('dialog');
    await sheet.getByText('怎样更正').waitFor();
    expect(await violations()).toEqual([]);
    await press(page, /^更正$/);
    await sheet.getByText('请写明更正的原因。').waitFor();
    await fill(page, /^文书/, '送达回证第 6 号');
    await fill(page, /^更正的原因/, '回证号写错');
    await press(page, /^更正$/);
    await sheet.waitFor({ state: 'hidden' });
    await page.getByText('撤回：回证号写错').waitFor();
    expect((await ask('deadline.explain', { id })).events[0]?.paper).toBe('送达回证第 6 号');
    expect(await violations()).toEqual([]);

    await limit.getByRole('button', { name: /^撤回或者更正：起算/ }).press('Enter');
    await sheet.getByText('怎样更正').waitFor();
    await tabTo(page, /改为正确的内容/);
    await page.keyboard.press('ArrowDown');
    await sheet.getByText('撤回起算后这个期限不再计算').waitFor();
    await fill(page, /^更正的原因/, '没有送达');
    await press(page, /^撤回$/);
    await sheet.waitFor({ state: 'hidden' });
    await go(`#/deadlines/file/${dossier}`);
    await page.getByText('撤回：没有送达').waitFor();
    expect(await page.locator('del', { hasText: '答辩' }).count()).toBe(2);
    expect(await violations()).toEqual([]);
    expect(problems).toEqual([]);
  });

  it('ask for the time of day where a limit counts hours', async () => {
    const product = await site.open('own');
    const { page, go, ask, violations, problems } = product;
    const { rows } = await ask('dossier.list', { filter: { side: 'lsi', status: 'accepted' }, limit: 1 });
    const dossier = rows[0]?.id as DossierId;
    await go(`#/dossiers/${dossier}`);
    await page.getByRole('button', { name: '增加期限' }).press('Enter');
    const sheet = page.getByRole('dialog');
    await tabTo(page, /^期限/);
    await page.keyboard.type('LSI.CRIME_SEND');
    await page.keyboard.press('Enter');
    await press(page, /^增加期限$/);
    await sheet.getByText('请填写时间，例如 16:40。').waitFor();
    expect(await violations()).toEqual([]);
    await fill(page, /^时间/, '09:05');
    await press(page, /^增加期限$/);
    await sheet.waitFor({ state: 'hidden' });
    const { deadline } = await ask('deadline.explain', { id: `${dossier}:LSI.CRIME_SEND` });
    expect(deadline.time).toBe('09:05');
    expect(problems).toEqual([]);
  });
});
