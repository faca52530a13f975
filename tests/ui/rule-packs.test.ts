import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { UserId } from '#shared/base/ids.ts';
import { localDate } from '#shared/base/local-date.ts';
import { describeWith } from '../support/describe-with.ts';
import { press } from './support/keyboard.ts';
import { openProduct, type ProductPage, type ProductSite } from './support/product-site.ts';

/** Lets another person sit down than the one who sits there. */
async function changeOver({ ask }: ProductPage): Promise<UserId> {
  const { me, people } = await ask('office.get', {});
  const other = people.find((person) => person.active && person.id !== me.id);
  await ask('person.actAs', { id: other?.id as UserId });
  return me.id;
}

/** The partner counts mediation otherwise, and hands its rules out by its own screen. */
async function handedOut(partner: ProductPage): Promise<string> {
  const { page, go, ask } = partner;
  const today = localDate((await ask('today.get', {})).today);
  const said = { rule: 'ARB.MED_ORG', from: today, off: false, amount: 7, unit: 'working-day' } as const;
  const { id } = await ask('rule.propose', { ...said, roll: 'none', basis: '片区会议纪要', reason: '片区统一' });
  const me = await changeOver(partner);
  await ask('law.confirm', { id: id as never });
  await ask('person.actAs', { id: me });
  await go('#/settings/rules');
  await page.getByLabel('名称').fill('片区规则');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '导出规则包' }).press('Enter');
  return readFileSync(await (await download).path(), 'utf8');
}

describeWith('chromium', 'rule packs in the real product', (chromium) => {
  let site: ProductSite;

  beforeAll(async () => {
    site = await openProduct(chromium);
  });
  afterAll(async () => {
    await site.close();
  });

  it('are handed out, refused with reasons when changed, and taken by two people', async () => {
    const partner = await site.open('partner');
    const text = await handedOut(partner);
    expect(partner.problems).toEqual([]);
    const product = await site.open('own', { theme: 'dark' });
    const { page, go, violations, problems } = product;
    await go('#/settings/rules');
    const choose = async (content: string): Promise<void> => {
      const buffer = Buffer.from(content, 'utf8');
      await page.locator('input[type=file]').setInputFiles({ name: 'rules.xieban-rules', mimeType: '', buffer });
    };
    await choose(text.replace('"amount":7', '"amount":9'));
    await page.getByText('签名不符').waitFor();
    expect(await violations()).toEqual([]);
    await choose(text);
    await page.getByText('由已核对指纹的协作机构签名。').waitFor();
    await page.getByRole('cell', { name: /7 个工作日 ·/ }).waitFor();
    expect(await violations()).toEqual([]);
    await page.getByLabel('采用的理由').fill('片区统一');
    await press(page, /^提出，请另一人确认$/);
    await page.getByRole('link', { name: '查看这项变更' }).press('Enter');
    await page.getByText('由您提出，须另一人确认。').waitFor();
    await page.getByRole('cell', { name: /7 个工作日 ·/ }).waitFor();
    expect(await violations()).toEqual([]);
    await changeOver(product);
    await page.getByRole('button', { name: '确认生效' }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: '确认生效' }).press('Enter');
    await page.getByText('已确认').waitFor();
    await go('#/settings/rules');
    await page.locator('.rules-source').getByText('规则包').first().waitFor();
    await page.locator('.rules-table tr', { hasText: 'ARB.MED_ORG' }).getByText('本机构规则').waitFor();
    expect(problems).toEqual([]);
  });
});
