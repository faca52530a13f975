import { afterAll, beforeAll, expect, it } from 'vitest';
import type { EntryId, UserId } from '#shared/base/ids.ts';
import { localDate } from '#shared/base/local-date.ts';
import { describeWith } from '../support/describe-with.ts';
import { fill, press, tabTo } from './support/keyboard.ts';
import { openProduct, type ProductPage, type ProductSite } from './support/product-site.ts';

const shots = process.env['SHOTS'];

/** Lets another person sit down than the one who sits there. */
async function changeOver({ ask }: ProductPage): Promise<void> {
  const { me, people } = await ask('office.get', {});
  const other = people.find((person) => person.active && person.id !== me.id);
  await ask('person.actAs', { id: other?.id as UserId });
}

/** Lets one person propose and another confirm that there is no 结案回访 any more. */
async function switchOff(product: ProductPage): Promise<void> {
  const { ask } = product;
  const { id } = await ask('rule.propose', {
    ...{ rule: 'ARB.OWN.VISIT', made: { name: '结案回访', trigger: 'accepted' }, from: localDate('2020-01-01') },
    ...{ off: true, amount: 20, unit: 'working-day', roll: 'none', basis: '', reason: '不再回访' },
  });
  await changeOver(product);
  await ask('law.confirm', { id: id as EntryId });
}

describeWith('chromium', "the office's own rules in the real product", (chromium) => {
  let site: ProductSite;

  beforeAll(async () => {
    site = await openProduct(chromium);
  });
  afterAll(async () => {
    await site.close();
  });

  it('are made of a default row by keyboard, never of what the law says, and marked with who decided', async () => {
    const product = await site.open('own', { theme: 'dark' });
    const { page, go, violations, problems } = product;
    await go('#/settings/rules');
    await page.locator('tr', { hasText: 'ARB.LIMIT' }).getByRole('button').first().click();
    await page.getByRole('dialog').waitFor();
    expect(await page.getByRole('link', { name: '改为本机构规则' }).count()).toBe(0);
    await page.keyboard.press('Escape');
    await page.locator('tr', { hasText: 'ARB.MED_ORG' }).getByRole('button').press('Enter');
    await page.getByRole('link', { name: '改为本机构规则' }).press('Enter');
    await page.getByRole('form').waitFor();
    await fill(page, /^数额/, '7');
    await page.getByText('中止、重新计算、不计入的事由').press('Enter');
    await page.getByRole('checkbox', { name: /庭外和解/ }).press('Space');
    if (shots !== undefined) await page.screenshot({ path: `${shots}/rule-grounds.png`, fullPage: true });
    expect(await violations()).toEqual([]);
    await press(page, /^提出，请另一人确认$/);
    await page.getByText('请填写。').first().waitFor();
    await fill(page, /^本机构依据/, '本院办公会纪要〔2026〕3号');
    await fill(page, /^理由/, '与调解组织商定');
    await press(page, /^提出，请另一人确认$/);
    await page.getByText('由您提出，须另一人确认。').waitFor();
    await page.getByRole('cell', { name: '7 个工作日' }).waitFor();
    await page.getByRole('cell', { name: '当事人要求庭外和解期间' }).waitFor();
    expect(await violations()).toEqual([]);
    await changeOver(product);
    await page.getByRole('button', { name: '确认生效' }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: '确认生效' }).press('Enter');
    await page.getByText('已确认').waitFor();
    await go('#/settings/rules');
    const row = page.locator('.rules-table tr', { hasText: 'ARB.MED_ORG' });
    await row.getByText('本机构规则').waitFor();
    expect(await violations()).toEqual([]);
    expect(problems).toEqual([]);
  });

  it('add a limit the law does not know by keyboard, named wherever it stands', async () => {
    const product = await site.open('own', { theme: 'light' });
    const { page, go, violations, problems } = product;
    await go('#/settings/rules');
    await page.getByRole('link', { name: '增加本机构期限' }).press('Enter');
    await page.getByRole('form').waitFor();
    await press(page, /^提出，请另一人确认$/);
    await page.getByText('2 至 24 个大写字母、数字或下划线。').waitFor();
    expect(await violations()).toEqual([]);
    await fill(page, /^代码/, 'VISIT');
    await fill(page, /^名称/, '结案回访');
    await tabTo(page, /^起算/);
    await page.keyboard.type('受理');
    await page.keyboard.press('Enter');
    await fill(page, /^数额/, '20');
    await fill(page, /^本机构依据/, '本院回访办法');
    await fill(page, /^理由/, '统一回访时间');
    await press(page, /^提出，请另一人确认$/);
    await page.getByText('由您提出，须另一人确认。').waitFor();
    await page.getByRole('cell', { name: '结案回访' }).waitFor();
    await changeOver(product);
    await page.getByRole('button', { name: '确认生效' }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: '确认生效' }).press('Enter');
    await page.getByText('已确认').waitFor();
    await page.getByRole('heading', { name: '结案回访' }).waitFor();
    await go('#/settings/rules');
    await page.locator('.rules-table tr', { hasText: 'ARB.OWN.VISIT' }).getByText('本机构规则').waitFor();
    await page.locator('tr', { hasText: 'ARB.LIMIT' }).getByRole('button').first().press('Enter');
    await page.getByRole('link', { name: '本地另有规定' }).press('Enter');
    await page.getByText('只有地方性法规').waitFor();
    expect(await page.getByLabel('本机构不适用这项期限').count()).toBe(0);
    expect(await violations()).toEqual([]);
    await switchOff(product);
    await go('#/settings/rules');
    await page.getByRole('row', { name: /结案回访.*已停用/ }).waitFor();
    expect(await page.locator('.rules-table tr', { hasText: 'ARB.OWN.VISIT' }).count()).toBe(0);
    expect(await violations()).toEqual([]);
    expect(problems).toEqual([]);
  });
});
