import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/describe-with.ts';
import { fill, press, tabTo } from './support/keyboard.ts';
import { openProduct, type ProductPage, type ProductSite } from './support/product-site.ts';

const shots = process.env['SHOTS'];

async function received({ ask }: ProductPage, name: string, branch = ''): Promise<string> {
  const parties = [
    { role: 'applicant' as const, type: 'person' as const, name },
    { role: 'respondent' as const, type: 'unit' as const, name: '某某样例物流（上海）有限公司' },
  ];
  return (await ask('dossier.receive', { side: 'arb', receivedOn: '2026-03-02', branch, parties })).id;
}

describeWith('chromium', 'branches of an office in the real product', (chromium) => {
  let site: ProductSite;

  beforeAll(async () => {
    site = await openProduct(chromium);
  });
  afterAll(async () => {
    await site.close();
  });

  it('are written down, number their files apart, and share a number where a clerk says so, by keyboard alone', async () => {
    const opened = await site.open('own', { width: 1366, height: 768 });
    const { page, go, ask, violations, problems } = opened;
    const shot = async (name: string): Promise<void> => {
      if (shots !== undefined) await page.screenshot({ path: join(shots, `${name}.png`) });
    };
    await ask('office.setSettings', { arbCaseNumber: '{dist}劳人仲{branch}{open}{year}{close}办字第{seq}号{suffix}' });
    await go('#/settings/branches');
    await press(page, /^增加派出庭$/);
    await page.keyboard.press('Control+S');
    await page.getByText('请填写派出庭名称。').first().waitFor();
    await fill(page, /^名称/, '朱家角派出庭');
    await fill(page, /^编号用字/, '朱');
    await shot('branches-typed');
    await page.keyboard.press('Control+S');
    await page.getByText('朱家角派出庭不再给号').waitFor();
    expect(await violations()).toEqual([]);
    await shot('branches-saved');

    await go('#/dossiers/new');
    await page.getByText('派出庭', { exact: true }).first().waitFor();
    await shot('branches-receive');
    expect(await violations()).toEqual([]);

    const lead = await received(opened, '周样甲', 'b1');
    await go(`#/dossiers/${lead}`);
    await press(page, /^受理$/);
    await page.getByText('案号将为 青劳人仲朱(2026)办字第1号').waitFor();
    await page.keyboard.press('Control+S');
    await page.getByRole('heading', { name: /青劳人仲朱\(2026\)办字第1号/ }).waitFor();

    await go(`#/dossiers/${await received(opened, '周样乙', 'b1')}`);
    await press(page, /^受理$/);
    await page.getByText('案号将为 青劳人仲朱(2026)办字第2号').waitFor();
    await tabTo(page, /^新编案号$/);
    await page.keyboard.press('ArrowDown');
    await fill(page, /^查找主号案件/, '周样甲');
    await tabTo(page, /^主号案件/);
    await page.keyboard.press('ArrowDown');
    await page.locator('.ant-select-item-option', { hasText: '周样甲' }).first().waitFor();
    await page.keyboard.press('Enter');
    await page.getByText('案号将为 青劳人仲朱(2026)办字第1号-1').waitFor();
    await shot('branches-accept');
    expect(await violations()).toEqual([]);
    await page.keyboard.press('Control+S');
    await page.getByRole('heading', { name: /青劳人仲朱\(2026\)办字第1号-1/ }).waitFor();
    await shot('branches-dossier');

    await go('#/dossiers/registers?book=accepted&branch=b1&year=2026');
    await page.getByRole('cell', { name: '青劳人仲朱(2026)办字第1号-1', exact: true }).waitFor();
    await page.getByRole('heading', { name: /朱家角派出庭/ }).waitFor();
    expect(await violations()).toEqual([]);
    await shot('branches-register');
    expect(problems).toEqual([]);
  });
});
