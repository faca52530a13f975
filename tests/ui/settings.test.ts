import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { officeIdField } from '#shared/contract/fields.ts';
import { describeWith } from '../support/describe-with.ts';
import { fill, press, tabTo } from './support/keyboard.ts';
import { openProduct, type ProductSite } from './support/product-site.ts';

const parts = [
  'office',
  'people',
  'people/new',
  'numbering',
  'branches',
  'appearance',
  'keys',
  'backup',
  'proof',
  'calendar',
  'rules',
  'audit',
];

/** Chooses the radio with this name by the keys of its group. */
async function choose(page: Page, name: string): Promise<void> {
  const radio = page.getByRole('radio', { name, exact: true });
  await radio.focus();
  await page.keyboard.press('Space');
}

/** By how many pixels the page is wider than its room. */
function overhang(page: Page): Promise<number> {
  return page.evaluate(() => {
    const main = document.querySelector('main');
    return main === null ? -1 : main.scrollWidth - main.clientWidth;
  });
}

describeWith('chromium', 'the settings in the real product', (chromium) => {
  let site: ProductSite;

  beforeAll(async () => {
    site = await openProduct(chromium);
  });
  afterAll(async () => {
    await site.close();
  });

  it.each([
    { theme: 'light', scale: 1 },
    { theme: 'dark', scale: 1.5 },
  ] as const)('every part is accessible and fits the screen ($theme, scaled by $scale)', async (look) => {
    const { page, go, violations, problems } = await site.open('own', look);
    for (const part of parts) {
      await go(`#/settings/${part}`);
      await page.locator('.settings-nav [aria-current="page"]').waitFor();
      await page.locator('.settings-part > *').first().waitFor();
      expect(await violations(), part).toEqual([]);
      expect(await overhang(page), part).toBeLessThanOrEqual(0);
      expect(await page.locator('main .ant-btn-primary').count(), part).toBeLessThanOrEqual(1);
    }
    expect(problems).toEqual([]);
  });

  it('takes a colleague in, seats her, and lets her leave, by keyboard alone; the trail keeps it', async () => {
    const { page, go, ask, problems } = await site.open('own');
    const { me } = await ask('office.get', {});
    await go('#/settings/people');
    await press(page, /^添加人员$/);
    await fill(page, /^姓名/, '林样青');
    await tabTo(page, /^负责人/);
    await page.keyboard.press('Space');
    await page.keyboard.press('Control+S');
    await page.getByRole('row', { name: /林样青.*负责人.*在岗/ }).waitFor();

    await press(page, /^换到此人：林样青$/);
    await page.getByRole('row', { name: /林样青.*正在使用本终端/ }).waitFor();
    expect((await ask('office.get', {})).me.name).toBe('林样青');
    await press(page, /^修改 林样青 的资料$/);
    await press(page, /^离岗$/);
    await page.getByRole('dialog').getByText('请先在人员列表中换到另一人').waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');

    await press(page, new RegExp(`^换到此人：${me.name}$`));
    await page.getByRole('row', { name: new RegExp(`${me.name}.*正在使用本终端`) }).waitFor();
    await press(page, /^修改 林样青 的资料$/);
    await press(page, /^离岗$/);
    await page.getByRole('dialog').getByText('以往办理的记录不变').waitFor();
    await press(page, /^离岗$/);
    await page.getByRole('row', { name: /林样青.*已离岗/ }).waitFor();

    await go('#/settings/audit');
    await page.getByRole('row', { name: new RegExp(`林样青.*换人使用本终端.*${me.name}`) }).waitFor();
    await page.getByRole('grid').focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByText('修改人员职责').waitFor();
    expect(problems).toEqual([]);
  });

  it('keeps what is typed about the office through a crash, warns of a doubtful code, and saves', async () => {
    const { page, go, ask, problems } = await site.open('own');
    await go('#/settings/office');
    await fill(page, /^地址$/, '青浦区样例路 200 号');
    await page.getByText(/^草稿已存/).waitFor();
    await page.reload();
    await page.getByText('已恢复上次没有提交的草稿').waitFor();
    expect(await page.getByLabel('地址').inputValue()).toBe('青浦区样例路 200 号');
    await fill(page, /^统一社会信用代码$/, '11310118MB00000190');
    await page.keyboard.press('Tab');
    await page.getByText('与编码规则不符').waitFor();
    await page.keyboard.press('Control+S');
    await page.getByText('已保存。').waitFor();
    expect(await ask('office.get', {})).toMatchObject({ address: '青浦区样例路 200 号', uscc: '11310118MB00000190' });
    expect((await ask('draft.list', {})).map((draft) => draft.key)).not.toContain('settings.office');
    await page.reload();
    await page.getByLabel('地址').waitFor();
    expect(await page.getByText('已恢复上次没有提交的草稿').count()).toBe(0);
    expect(problems).toEqual([]);
  });

  it('shows the number a pattern gives while it is typed, and refuses one that would give two papers one number', async () => {
    const { page, go, ask, problems } = await site.open('own');
    await go('#/settings/numbering');
    await fill(page, /^收件号$/, '{dist}窗{year}第');
    await page.keyboard.press('Control+S');
    await page.getByText('编号样式里须有顺序号').waitFor();
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true');
    await fill(page, /^收件号$/, '{dist}窗{year}第{seq}号');
    await page.getByText(/^例：青窗\d{4}第0064号$/).waitFor();
    await page.keyboard.press('Control+S');
    await page.getByText('已保存。').waitFor();
    expect((await ask('office.get', {})).settings.windowNumber).toBe('{dist}窗{year}第{seq}号');
    await fill(page, /^收件号$/, ' ');
    await page.keyboard.press('Backspace');
    await page.getByText(/^默认样式.*例：青收/).waitFor();
    await page.keyboard.press('Control+S');
    await page.getByText('已保存。').waitFor();
    expect((await ask('office.get', {})).settings.windowNumber).toBe('{dist}收{year}-{seq}');
    expect(problems).toEqual([]);
  });

  it('changes language, light and size at once, and remembers them', async () => {
    const { page, go, ask, violations, problems } = await site.open('own');
    // The look is the device's own; the tests after this one expect the usual one, however this one ends.
    onTestFinished(async () => {
      await ask('office.setSettings', { language: 'zh-CN', theme: 'system', fontSize: 14 });
    });
    await go('#/settings/appearance');
    await choose(page, '深色');
    await page.locator('html[data-mode="dark"]').waitFor();
    await choose(page, '特大');
    await page.waitForFunction(() => getComputedStyle(document.documentElement).fontSize === '20px');
    await choose(page, 'English');
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
    await page.reload();
    await page.locator('html[lang="en"][data-mode="dark"]').waitFor();
    for (const part of ['people', 'numbering', 'rules', 'calendar', 'audit']) {
      await go(`#/settings/${part}`);
      await page.locator('.settings-part > *').first().waitFor();
      expect(await violations(), part).toEqual([]);
      expect(await overhang(page), part).toBeLessThanOrEqual(0);
    }
    await go('#/settings/appearance');
    await choose(page, 'Standard');
    await choose(page, 'As the system');
    await choose(page, '简体中文');
    await page.getByRole('heading', { level: 1, name: '设置' }).waitFor();
    expect(problems).toEqual([]);
  });

  it('verifies, rebuilds and backs up, and says what is wrong with a folder', async () => {
    const { page, go, problems } = await site.open('own');
    await go('#/settings/proof');
    await press(page, /^开始校验$/);
    await page.getByText('全部相符。').waitFor();
    await press(page, /^开始重建$/);
    await page.getByText('与原来完全一致').waitFor();

    await go('#/settings/backup');
    await fill(page, /^备份到/, 'somewhere');
    await page.keyboard.press('Enter');
    await page.getByText('请填写文件夹的完整路径').waitFor();
    expect(await page.getByLabel('备份到').getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByLabel('备份到').inputValue()).toBe('somewhere');
    const folder = mkdtempSync(join(tmpdir(), 'xieban-backup-'));
    await fill(page, /^备份到/, folder);
    await page.keyboard.press('Enter');
    await page.getByText('备份已写好并核对无误').waitFor();
    expect(readdirSync(folder)).toHaveLength(1);
    await press(page, /^选择文件夹$/);
    await page.getByRole('dialog').locator('.folder-row').first().waitFor();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(problems).toEqual([]);
  });

  it('proves the recovery key of an office of its own, and locks', async () => {
    const { page, go, ask, violations, problems } = await site.open('own');
    await ask('session.leaveSample', {});
    const { recoveryKey } = await ask('session.create', {
      ...{ office: officeIdField.parse('qingpu-own'), name: '青浦区样例机构', region: '310118', side: 'arbitration' },
      ...{ person: '沈样文', passphrase: '样例 口令 二〇二六', language: 'zh-CN' },
    });
    await page.reload();
    await go('#/settings/keys');
    await page.getByText('尚未确认').waitFor();
    expect(await violations()).toEqual([]);
    await fill(page, /^恢复密钥/, recoveryKey.slice(0, -1));
    await page.keyboard.press('Enter');
    await page.getByText('恢复密钥应为八组').first().waitFor();
    await fill(page, /^恢复密钥/, recoveryKey.toLowerCase().replaceAll('-', ' '));
    await page.keyboard.press('Enter');
    await page.getByText('核对无误').waitFor();
    expect((await ask('session.status', {})).recoveryKeyUnconfirmed).toBe(false);
    expect((await ask('draft.list', {})).map((draft) => draft.key)).toEqual([]);
    await go('#/settings/people');
    await page.getByText('至少需要三名在岗人员').waitFor();
    await go('#/settings/keys');
    await press(page, /^立即锁定$/);
    await page.getByRole('heading', { name: '打开数据' }).waitFor();
    expect(problems).toEqual([]);
  });
});
