import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/describe-with.ts';
import { employer, worker } from '../support/made-up-parties.ts';
import { openProduct, type ProductSite } from './support/product-site.ts';

describeWith('chromium', 'agents of a file', (chromium) => {
  let site: ProductSite;

  beforeAll(async () => {
    site = await openProduct(chromium);
  });
  afterAll(async () => {
    await site.close();
  });

  it('are given their mandate by keys alone, which ends and holds again', async () => {
    const { page, ask, go, violations, problems } = await site.open('own');
    await page.locator('.day-row').first().waitFor();
    const agent = { ...worker('祁某某', 9), role: 'agent' as const };
    const parties = [worker('纪某某', 7), employer('某某物流(上海)有限公司', 3), agent];
    const { id } = await ask('dossier.receive', { side: 'arb', receivedOn: '2026-03-02', parties });
    await go(`#/dossiers/${id}/parties`);
    await page.getByText('还没有登记代理事项').waitFor();
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: '代理事项：祁某某' }).focus();
    await page.keyboard.press('Enter');
    const sheet = page.locator('dialog[open]');
    await sheet.getByRole('radio', { name: '委托代理人' }).waitFor();
    expect(await violations()).toEqual([]);
    await sheet.getByRole('radio', { name: '委托代理人' }).focus();
    await page.keyboard.press('Space');
    await sheet.getByRole('radio', { name: '特别授权' }).focus();
    await page.keyboard.press('Space');
    await sheet.getByRole('checkbox', { name: /纪某某/ }).focus();
    await page.keyboard.press('Space');
    await sheet.getByLabel('代理人身份').fill('律师');
    await sheet.getByRole('button', { name: '保存' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('委托代理人 · 特别授权').waitFor();
    await page.getByText('没有登记授权委托书').waitFor();
    expect(await violations()).toEqual([]);

    await page.getByRole('button', { name: '终止代理：祁某某' }).focus();
    await page.keyboard.press('Enter');
    await sheet.getByLabel('原因（解除、辞去等）').fill('解除委托');
    await sheet.getByRole('button', { name: '终止', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '撤销终止：祁某某' }).waitFor();
    await page.getByText('解除委托').waitFor();
    await page.getByRole('button', { name: '撤销终止：祁某某' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '终止代理：祁某某' }).waitFor();
    await go(`#/dossiers/${id}/history`);
    await page.getByRole('gridcell', { name: '撤销终止代理' }).waitFor();
    expect(problems).toEqual([]);
  });

  it('say in English what is missing, and what speaks against a mandate', async () => {
    const { page, ask, go, violations, problems } = await site.open('own', { theme: 'dark' });
    await page.locator('.day-row').first().waitFor();
    await ask('office.setSettings', { language: 'en' });
    const agent = { ...worker('祁某某', 9), role: 'agent' as const };
    const parties = [worker('纪某某', 7), employer('某某物流(上海)有限公司', 3), agent];
    const { id } = await ask('dossier.receive', { side: 'arb', receivedOn: '2026-03-02', parties });
    await go(`#/dossiers/${id}/parties`);
    await page.getByRole('button', { name: 'Mandate: 祁某某' }).click();
    const sheet = page.locator('dialog[open]');
    await sheet.getByRole('button', { name: 'Save' }).click();
    await sheet.getByText('Choose by what the agent acts.').waitFor();
    await sheet.getByRole('radio', { name: 'Agent by law' }).click();
    for (const name of [/纪某某/, /物流/]) await sheet.getByRole('checkbox', { name }).click();
    await sheet.getByRole('button', { name: 'Save' }).click();
    await page.getByText('Acts for both sides; please check').waitFor();
    expect(await violations()).toEqual([]);
    expect(problems).toEqual([]);
  });
});
