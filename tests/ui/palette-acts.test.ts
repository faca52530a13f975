import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/describe-with.ts';
import { employer, worker } from '../support/made-up-parties.ts';
import { openProduct, type ProductSite } from './support/product-site.ts';

describeWith('chromium', 'the palette over an open file', (chromium) => {
  let site: ProductSite;

  beforeAll(async () => {
    site = await openProduct(chromium);
  });
  afterAll(async () => {
    await site.close();
  });

  it('runs what may be done to it by name, sound or the other language, and nothing of it elsewhere', async () => {
    const { page, go, ask, violations, problems } = await site.open('own');
    const today = (await ask('session.status', {})).today;
    const parties = [worker('纪某某', 31), employer('上海样例命令物流有限公司', 31)];
    const { id } = await ask('dossier.receive', { side: 'arb', receivedOn: today, parties });
    const { row } = await ask('dossier.get', { dossier: id as never });
    const option = (name: RegExp) => page.getByRole('option', { name }).filter({ hasText: '本案办理' });
    const form = page.locator('dialog[open] .form');
    const find = async (typed: string, name: RegExp): Promise<void> => {
      await page.keyboard.press('Control+K');
      await page.keyboard.type(typed);
      await option(name).waitFor();
      // Files that match too may stand before it.
      const chosen = page.locator('[role="option"][aria-selected="true"]');
      // A step takes the choice by name, so that nothing found a moment later moves it.
      await page.keyboard.press('ArrowDown');
      for (let n = 0; n < 20; n += 1) {
        if (name.test((await chosen.textContent()) ?? '')) break;
        await page.keyboard.press('ArrowDown');
      }
      await page.keyboard.press('Enter');
    };
    await go(`#/dossiers/${id}`);
    await page.getByRole('heading', { level: 1, name: row.windowNo }).waitFor();
    await page.keyboard.press('Control+K');
    await option(/^受理/).waitFor();
    expect(await violations()).toEqual([]);
    await page.keyboard.press('Escape');

    await find('添加当事人', /^添加当事人/);
    await form.waitFor();
    expect(page.url()).toContain(`${id}/parties?act=party.add`);
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });

    await find('sl', /^受理/);
    await form.waitFor();
    await page.keyboard.press('Control+S');
    await page.getByText('审理中').first().waitFor();
    await form.waitFor({ state: 'detached' });
    await find('Suspend', /^中止审理/);
    await form.waitFor();
    expect(page.url()).toContain('act=dossier.step:arb.suspend');
    await page.keyboard.press('Escape');
    await form.waitFor({ state: 'detached' });

    // Accepted once: no more of that; and on another page nothing is done to the file.
    await page.keyboard.press('Control+K');
    await page.keyboard.type('中止');
    await option(/^中止审理/).waitFor();
    expect(await option(/^受理/).count()).toBe(0);
    await page.keyboard.press('Escape');
    await go('#/partners');
    await page.keyboard.press('Control+K');
    await page.getByRole('option', { name: /键盘一览/ }).waitFor();
    expect(await page.getByRole('option').filter({ hasText: '本案办理' }).count()).toBe(0);
    expect(problems).toEqual([]);
  });
});
