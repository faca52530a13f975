import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { describeWith } from '../support/describe-with.ts';
import { fill, press, tabTo } from './support/keyboard.ts';
import { openProduct, type ProductSite } from './support/product-site.ts';

const passphrase = 'one sentence that is long enough';

/** Opens a list by typing into it and takes what it then offers first. */
async function choose(page: Page, name: RegExp, text: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.type(text);
  await page.locator('.ant-select-item-option', { hasText: text }).first().waitFor();
  await page.keyboard.press('Enter');
}

/** From the doors to the recovery key, by keyboard alone; answers the key. */
async function setUp(page: Page): Promise<string> {
  await press(page, /^Set up an office/);
  await page.getByRole('heading', { name: 'Set up an office' }).waitFor();
  await choose(page, /^Province/, '上海');
  await page.locator('.ant-select', { hasText: '市辖区' }).waitFor();
  await choose(page, /^County or district/, '青浦');
  await fill(page, /^Full name/, '上海市青浦区样例仲裁院');
  await tabTo(page, /^International/);
  await page.keyboard.press('ArrowRight');
  await page.getByRole('radio', { name: /^Chinese national/, checked: true }).waitFor();
  await fill(page, /^Your name/, '沈样文');
  await fill(page, /^Passphrase \*?$|^Passphrase\*?$/, passphrase);
  await fill(page, /^Passphrase once more/, passphrase.slice(1));
  await page.keyboard.press('Control+S');
  await page.getByText('The two passphrases differ.').waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true');
  await page.keyboard.press('Control+A');
  await page.keyboard.type(passphrase);
  await page.keyboard.press('Enter');
  await page.locator('.key-text').waitFor();
  return (await page.locator('.key-text span').allTextContents()).join('-');
}

/** Types a passphrase where the focus is and sends it; waits until it was looked at. */
async function tryPassphrase(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('.ant-btn-loading') === null);
}

describeWith('chromium', 'the first run in the real product', (chromium) => {
  let site: ProductSite;

  beforeAll(async () => {
    site = await openProduct(chromium, { empty: true, language: 'en' });
  });
  afterAll(async () => {
    await site.close();
  });

  it('sets an office up by keyboard, in the language it was started in, and opens it again', async () => {
    const { page, ask, violations, problems } = await site.open('own', { theme: 'dark' });
    await page.locator('.doors').waitFor();
    expect(await violations()).toEqual([]);
    const key = await setUp(page);
    expect(await violations()).toEqual([]);
    // The office is open by now: the language chosen here becomes its setting, and the key stays on the screen.
    await press(page, /^中文$/);
    await page.getByRole('button', { name: '确认已保存' }).waitFor();
    expect((await ask('office.get', {})).settings.language).toBe('zh-CN');
    await press(page, /^English$/);
    await page.getByRole('button', { name: 'Confirm it is kept' }).waitFor();
    expect((await page.locator('.key-text span').allTextContents()).join('-')).toBe(key);

    // A mistyped key is told by its group; the right one leads on, also in small letters and without hyphens.
    await fill(page, /^Type it back/, `${key.slice(0, 4)}${key[4] === 'Z' ? 'Y' : 'Z'}${key.slice(5)}`);
    await page.keyboard.press('Enter');
    await page
      .getByText(/Group 1 of the recovery key/)
      .first()
      .waitFor();
    await fill(page, /^Type it back/, key.toLowerCase().replaceAll('-', ''));
    await page.keyboard.press('Enter');
    await page.getByText('Nothing is due today').waitFor();
    expect(await violations()).toEqual([]);
    expect((await ask('session.status', {})).recoveryKeyUnconfirmed).toBe(false);

    const card = new TextDecoder().decode((await ask('partner.ownCard', {})).bytes);
    expect(card).toContain('"suites":["s2","s1"]');
    const { settings, region } = await ask('office.get', {});
    expect(settings.language).toBe('en');
    expect(region).toBe('310118');
    await page.goto(page.url().replace('?lang=en', ''));
    await page.reload();
    await page.getByText('Nothing is due today').waitFor();

    await ask('session.lock', {});
    await page.getByRole('heading', { name: 'Open the data' }).waitFor();
    expect(await violations()).toEqual([]);
    await tabTo(page, /^Passphrase/);
    await tryPassphrase(page, 'not the passphrase');
    await page.getByText(/The passphrase is wrong/).waitFor();
    await tryPassphrase(page, passphrase);
    await page.getByText('Nothing is due today').waitFor();

    await ask('session.lock', {});
    await press(page, /^Forgotten/);
    await fill(page, /^Recovery key/, key);
    await fill(page, /^Passphrase\s*\*?$/, 'another sentence, just as long');
    await fill(page, /^Passphrase once more/, 'another sentence, just as long');
    await page.keyboard.press('Enter');
    await page.getByText('Nothing is due today').waitFor();
    expect(problems).toEqual([]);
  });

  it('says how long to wait after many wrong passphrases, and that nothing is wiped', async () => {
    const { page, ask, problems } = await site.open('own');
    await page.getByText('Nothing is due today').waitFor();
    await ask('session.lock', {});
    await page.getByRole('heading', { name: 'Open the data' }).waitFor();
    await tabTo(page, /^Passphrase/);
    for (let tries = 0; tries < 6; tries += 1) await tryPassphrase(page, 'still not the passphrase');
    const waiting = page.getByText(/The next try is taken in \d+ s\. Nothing is ever wiped/);
    await waiting.waitFor();
    const shown = await waiting.textContent();
    await page.waitForFunction((before) => document.body.textContent?.includes(before ?? '') === false, shown);
    expect(problems).toEqual([]);
  });

  it('goes into the sample and out of it with one click each', async () => {
    const fresh = await openProduct(chromium, { empty: true });
    onTestFinished(() => fresh.close());
    const { page, ask, problems } = await fresh.open('own');
    await press(page, /^看样例/);
    await page.getByText('样例：数据均为虚构').waitFor();
    expect((await ask('session.status', {})).sample).toBe(true);
    await press(page, /^离开样例/);
    await page.locator('.doors').waitFor();
    expect((await ask('session.status', {})).sample).toBe(false);
    expect(problems).toEqual([]);
  });
});
