import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/describe-with.ts';
import { fill, press, tabTo } from './support/keyboard.ts';
import { openProduct, type ProductPage, type ProductSite } from './support/product-site.ts';

const outline = '一、考勤如何登记？\n二、工资由谁核算？\n';

/** Waits until the heading line of a request shows a word. */
async function shows(page: Page, text: string): Promise<void> {
  await page.locator('main').getByText(text, { exact: true }).first().waitFor();
}

/** Carries out the act of an open sheet with Ctrl+S and waits until the sheet is gone. */
async function carryOut(page: Page): Promise<void> {
  await page.keyboard.press('Control+S');
  await page
    .locator('dialog[open]')
    .waitFor({ state: 'detached', timeout: 10_000 })
    .catch(() => undefined);
  await page.waitForFunction(() => document.querySelector('dialog[open]') === null);
}

/** Examination, signature and sending of the letter on the page, each by the person who may. */
async function passAndSend(page: Page): Promise<void> {
  await press(page, /^换.+操作$/);
  await press(page, /^审核通过$/);
  await carryOut(page);
  await press(page, /^换.+操作$/);
  await press(page, /^签发$/);
  await carryOut(page);
  await press(page, /^发出$/);
  await carryOut(page);
}

async function exchange(...desks: readonly ProductPage[]): Promise<void> {
  for (let round = 0; round < 2; round += 1) for (const desk of desks) await desk.ask('sync.now', {});
}

describeWith('chromium', 'a request through the real product by keyboard alone', (chromium) => {
  let site: ProductSite;

  beforeAll(async () => {
    site = await openProduct(chromium);
  });
  afterAll(async () => {
    await site.close();
  });

  it('is written, passed by three persons, sent, accepted there, answered, and closed here', async () => {
    const asks = await site.open('own');
    const does = await site.open('partner', { theme: 'dark', scale: 1.5 });
    const { rows } = await asks.ask('dossier.list', { filter: { side: 'arb', status: 'accepted' } });
    const dossier = rows[0]?.id ?? '';

    await asks.go(`#/requests/new/${dossier}`);
    await asks.page.getByRole('form').waitFor();
    await fill(asks.page, /^调查提纲/, '调取 2026 年 7 至 9 月工资台账和考勤记录。');
    const chooser = asks.page.waitForEvent('filechooser');
    await press(asks.page, /^添加附件$/);
    await (await chooser).setFiles({ name: '调查提纲.txt', mimeType: 'text/plain', buffer: Buffer.from(outline) });
    await asks.page.locator('.enclosures').getByText('调查提纲.txt').waitFor();
    expect(await asks.violations()).toEqual([]);
    await press(asks.page, /^对方可见内容$/);
    await asks.page.getByRole('article', { name: '关于委托调查取证的函' }).waitFor();
    expect(await asks.violations()).toEqual([]);
    await asks.page.keyboard.press('Escape');
    await asks.page.keyboard.press('Control+S');
    await shows(asks.page, '拟办中');
    await passAndSend(asks.page);
    await shows(asks.page, '待收文登记');
    expect(await asks.violations()).toEqual([]);
    const id = /requests\/([0-9a-f-]+)/.exec(asks.page.url())?.[1] ?? '';

    await exchange(asks, does);
    await does.go(`#/requests/${id}`);
    const saved = does.page.waitForEvent('download');
    await press(does.page, /^另存 调查提纲.txt$/);
    expect(readFileSync(await (await saved).path(), 'utf8')).toBe(outline);
    await press(does.page, /^收文登记$/);
    await carryOut(does.page);
    await shows(does.page, '待接受');
    await press(does.page, /^接受委托$/);
    // Esc closes the list of names and leaves the sheet open; who is named once is not offered again.
    const [offered] = (await does.ask('office.get', {})).people.filter((person) => person.active);
    await tabTo(does.page, /^承办人 1/);
    await does.page.keyboard.press('ArrowDown');
    const names = does.page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option');
    await names.first().waitFor();
    await does.page.keyboard.press('Escape');
    await names.first().waitFor({ state: 'hidden' });
    expect(await does.page.locator('dialog[open]').count()).toBe(1);
    await fill(does.page, /^承办人 1/, offered?.name ?? '');
    await does.page.keyboard.press('Escape');
    await tabTo(does.page, /^承办人 2/);
    await does.page.keyboard.press('ArrowDown');
    await names.first().waitFor();
    expect(await names.allTextContents()).not.toContain(offered?.name);
    await does.page.keyboard.press('Escape');
    await fill(does.page, /^承办人 1/, '王样甲');
    await does.page.keyboard.press('Escape');
    await fill(does.page, /^承办人 2/, '李样乙');
    await carryOut(does.page);
    await shows(does.page, '办理中');
    expect(await does.violations()).toEqual([]);

    await press(does.page, /^拟回函$/);
    await does.page.getByRole('form').waitFor();
    await tabTo(does.page, /^结果/);
    await does.page.keyboard.type('done');
    await does.page.keyboard.press('Enter');
    await fill(does.page, /^情况/, '已调取工资台账，复印件附后。');
    await does.page.keyboard.press('Control+S');
    await shows(does.page, '待审核');
    await passAndSend(does.page);
    await shows(does.page, '已回函');
    await exchange(does, asks);

    await asks.go(`#/requests/${id}`);
    await shows(asks.page, '已回函');
    await press(asks.page, /^办结$/);
    await carryOut(asks.page);
    await shows(asks.page, '已办结');
    expect(await asks.violations()).toEqual([]);

    // The page open in the other office notes by itself that the closing was seen, and that entry has to come back too.
    await expect
      .poll(
        async () => {
          await exchange(asks, does);
          const [ours, theirs] = [
            await asks.ask('request.get', { request: id as never }),
            await does.ask('request.get', { request: id as never }),
          ];
          return { agree: theirs.digest === ours.digest, ours: ours.row.state, theirs: theirs.row.state };
        },
        { timeout: 20_000 },
      )
      .toEqual({ agree: true, ours: 'closed', theirs: 'closed' });
    expect([...asks.problems, ...does.problems]).toEqual([]);
  }, 300_000);
});
