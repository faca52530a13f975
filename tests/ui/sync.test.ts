import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { officeIdField } from '#shared/contract/fields.ts';
import { describeWith } from '../support/describe-with.ts';
import { fill, press } from './support/keyboard.ts';
import { openProduct, type ProductSite } from './support/product-site.ts';

/** Writes to or reads from a medium by keyboard, from the section's own buttons. */
async function useMedium(page: Page, button: RegExp, folder: string): Promise<void> {
  await press(page, button);
  await fill(page, /^介质或文件夹/, folder);
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('dialog[open]') === null);
}

describeWith('chromium', 'exchange and partners in the real product', (chromium) => {
  let site: ProductSite;

  beforeAll(async () => {
    site = await openProduct(chromium);
  });
  afterAll(async () => {
    await site.close();
  });

  it('carries a reminder on a stick and its receipt back, by keyboard alone', async () => {
    const stick = mkdtempSync(join(tmpdir(), 'xieban-stick-'));
    const [asks, does] = [await site.open('own'), await site.open('partner', { theme: 'dark' })];
    const ours = (await asks.ask('office.get', {})).id;
    const theirs = (await does.ask('office.get', {})).id;
    await asks.ask('partner.setFolder', { office: officeIdField.parse(theirs), folder: '' });
    await does.ask('partner.setFolder', { office: officeIdField.parse(ours), folder: '' });
    const { rows } = await asks.ask('request.list', { direction: 'out', actor: 'them' });
    const request = rows.find((row) => row.state === 'accepted')?.id ?? '';
    const today = (await asks.ask('session.status', {})).today;
    await asks.ask('request.urge', { request: request as never, on: today as never, text: '请告知进展。' });

    await asks.go('#/sync');
    await asks.page.getByText('交换介质').first().waitFor();
    expect(await asks.violations()).toEqual([]);
    await useMedium(asks.page, /^导出到介质$/, stick);
    await asks.page.getByText('可以取出介质').waitFor();
    const status = async () => (await asks.ask('sync.status', {})).partners[0];
    expect((await status())?.local).toBe(0);
    expect((await status())?.sent).toBeGreaterThan(0);

    await does.go('#/sync');
    await useMedium(does.page, /^从介质导入$/, stick);
    await does.page.getByText(/^来自 /).waitFor();
    expect(await does.violations()).toEqual([]);
    const arrived = await does.ask('request.get', { request: request as never });
    expect(arrived.timeline.some((item) => item.kind === 'urge')).toBe(true);

    await useMedium(does.page, /^导出到介质$/, stick);
    await does.page.getByText('可以取出介质').waitFor();
    await useMedium(asks.page, /^从介质导入$/, stick);
    await asks.page.getByText('已读取').waitFor();
    expect((await status())?.sent).toBe(0);
    expect([...asks.problems, ...does.problems]).toEqual([]);
  });

  it('says what is wrong with a medium that is not there, and keeps the path that was typed', async () => {
    const { page, go, problems } = await site.open('own');
    await go('#/sync');
    await press(page, /^导出到介质$/);
    const gone = join(tmpdir(), 'xieban-no-such-stick');
    await fill(page, /^介质或文件夹/, gone);
    await page.keyboard.press('Enter');
    await page.getByText('什么也没有读写').first().waitFor();
    expect(await page.getByLabel('介质或文件夹').inputValue()).toBe(gone);
    await page.keyboard.press('Escape');
    expect(problems).toEqual([]);
  });

  it('reads a card before it takes it, and refuses its own, a torn one, and what is no card', async () => {
    const { page, go, ask, violations, problems } = await site.open('own');
    const folder = mkdtempSync(join(tmpdir(), 'xieban-cards-'));
    await go('#/partners');
    expect(await violations()).toEqual([]);
    const download = page.waitForEvent('download');
    await press(page, /^保存名片文件$/);
    const own = join(folder, 'own.xieban-card');
    await (await download).saveAs(own);
    const open = async (path: string): Promise<void> => {
      const chooser = page.waitForEvent('filechooser');
      await press(page, /^打开名片文件$/);
      await (await chooser).setFiles(path);
    };
    await open(own);
    await page.getByText('这是本机构自己的名片').waitFor();
    expect(await page.getByRole('dialog').getByRole('button').count()).toBe(1);
    await page.keyboard.press('Escape');
    const junk = join(folder, 'junk.xieban-card');
    writeFileSync(junk, '{"card":');
    await open(junk);
    await page.getByRole('alert').getByText('这不是名片文件').waitFor();
    expect(await ask('partner.list', {})).toHaveLength(1);
    expect(problems).toEqual([]);
  });
});
