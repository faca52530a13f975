import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/describe-with.ts';
import { madeUpId } from '../support/made-up-parties.ts';
import { press, tabTo } from './support/keyboard.ts';
import { openProduct, type ProductPage, type ProductSite } from './support/product-site.ts';

const signs = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉';

/** Made-up lines of a spreadsheet under a line of headings. */
function block(count: number): string {
  const lines = Array.from({ length: count }, (_, at) => {
    const name = `周${signs[at % 20]}${signs[Math.floor(at / 20) % 20]}${signs[Math.floor(at / 400)]}`;
    return `${at + 1}\t${name}\t${madeUpId('310118', `198${at % 10}0312`, Math.floor(at / 10))}\t青浦区样例路${at + 1}号`;
  });
  return ['序号\t姓名\t身份证号\t住址', ...lines].join('\n');
}

async function firstAccepted({ ask }: ProductPage): Promise<string> {
  const { rows } = await ask('dossier.list', { filter: { status: 'accepted' } });
  return rows[0]?.id ?? '';
}

/** Opens the form and puts a text in, as pasting does. */
async function paste(page: Page, text: string): Promise<void> {
  await press(page, /^从表格粘贴$/);
  await page.locator('dialog[open] .form').waitFor();
  await tabTo(page, /^粘贴的内容/);
  await page.keyboard.insertText(text);
}

describeWith('chromium', 'files of many parties in the real product', (chromium) => {
  let site: ProductSite;

  beforeAll(async () => {
    site = await openProduct(chromium);
  });
  afterAll(async () => {
    await site.close();
  });

  it('take a block from a spreadsheet by keyboard: doubts by line, nothing stored before, taken back as a whole', async () => {
    const opened = await site.open('own');
    const { page, go, ask, violations, problems } = opened;
    const dossier = await firstAccepted(opened);
    const count = async (): Promise<number> => (await ask('dossier.get', { dossier: dossier as never })).parties.length;
    const before = await count();
    await go(`#/dossiers/${dossier}/parties`);
    await page.locator('.page-tabs').waitFor();
    const old = `7\t周某\t310118850312001\t青浦区样例路1号`;
    await paste(page, `${block(3)}\n${old}\n9\t吴某\t3.10118E+17\t青浦区样例路2号`);
    await page.getByText('共 5 行，将加入 5 名，2 行有提示。').waitFor();
    await page.getByText('15 位旧号码没有校验位，请核对。').waitFor();
    await page.getByText('后几位已丢失', { exact: false }).waitFor();
    expect(await violations()).toEqual([]);
    expect(await count()).toBe(before);
    await tabTo(page, /^第 4 行/);
    await page.keyboard.press('Space');
    await page.getByText('共 5 行，将加入 4 名，2 行有提示。').waitFor();
    // Another window adds that very party meanwhile: what was left out stays out.
    const idNo = madeUpId('310118', '19820312', 0);
    const there = { dossier: dossier as never };
    const { id: party } = await ask('party.add', {
      ...there,
      role: 'applicant',
      type: 'person',
      name: '周丙甲甲',
      idNo,
    });
    await page.getByText('共 5 行，将加入 4 名，3 行有提示。').waitFor();
    await page.keyboard.press('Control+S');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    await page.getByText('最近一步：批量添加当事人').waitFor();
    expect(await count()).toBe(before + 1 + 4);
    await page.keyboard.press('Control+Z');
    await page.getByText('最近一步：批量添加当事人').waitFor({ state: 'detached' });
    expect(await count()).toBe(before + 1);
    await ask('party.remove', { ...there, party });
    expect(problems).toEqual([]);
  });

  it('are shown in parts and searched by name', async () => {
    const opened = await site.open('own', { width: 1366, height: 768, theme: 'dark' });
    const { page, go, violations, problems } = opened;
    const dossier = await firstAccepted(opened);
    await go(`#/dossiers/${dossier}/parties`);
    await page.locator('.page-tabs').waitFor();
    await paste(page, block(1998));
    await page.getByText('共 1998 行，将加入 1998 名，0 行有提示。').waitFor({ timeout: 30_000 });
    await page.keyboard.press('Control+S');
    await page.locator('dialog[open]').waitFor({ state: 'detached', timeout: 30_000 });
    await page.getByText('第 1 至 100 名，共', { exact: false }).waitFor({ timeout: 30_000 });
    expect(await page.locator('.plain-table tbody tr').count()).toBe(100);
    await press(page, /^下一页$/);
    await page.getByText('第 101 至 200 名，共', { exact: false }).waitFor();
    await page.keyboard.press('Control+F');
    await page.keyboard.type('周酉酉酉');
    await page.getByText('找到 0 名', { exact: false }).waitFor();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('样例路1998号');
    await page.getByText('找到 1 名', { exact: false }).waitFor();
    expect(await page.locator('.plain-table tbody tr').count()).toBe(1);
    expect(await violations()).toEqual([]);
    expect(problems).toEqual([]);
  });
});
