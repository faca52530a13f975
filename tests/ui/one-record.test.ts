import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DossierId } from '#shared/base/ids.ts';
import { describeWith } from '../support/describe-with.ts';
import { fill, tabTo } from './support/keyboard.ts';
import { openProduct, type ProductPage, type ProductSite } from './support/product-site.ts';

type File = { readonly id: DossierId; readonly number: string };

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name }).waitFor();

/** Two files of the sample, open in this window as its first and second and left at the same place. */
async function twoAt({ ask, go, page }: ProductPage, place: string): Promise<readonly [File, File]> {
  const { rows } = await ask('dossier.list', { filter: { status: 'accepted', side: 'arb', sort: 'number' } });
  // Ids cross the contract as plain texts.
  const files = rows.map((row) => ({ id: row.id as DossierId, number: row.caseNo ?? row.windowNo }));
  const [a, b] = files;
  if (a === undefined || b === undefined) throw new Error('the sample has accepted files');
  for (const { id } of [a, b]) {
    if ((await ask('dossier.get', { dossier: id })).claims.length === 0) {
      await ask('claim.add', { dossier: id, code: 'wage' });
    }
  }
  for (const { id, number } of [a, b]) {
    await go(`#/dossiers/${id}${place}`);
    await heading(page, number);
  }
  return [a, b];
}

describeWith('chromium', 'what is typed over one file in the real product', (chromium) => {
  let site: ProductSite;

  beforeAll(async () => {
    site = await openProduct(chromium);
  });
  afterAll(async () => {
    await site.close();
  });

  it('stays with it on the same tab of another one, comes back, and is stored on it alone', async () => {
    const desk = await site.open('own');
    const { page, ask, problems } = desk;
    const [a, b] = await twoAt(desk, '/notes');
    const note = page.getByRole('textbox', { name: '备注' });
    const notes = async ({ id }: File) => (await ask('dossier.get', { dossier: id })).notes.map(({ text }) => text);
    const before = await notes(b);
    await page.keyboard.press('Control+1');
    await heading(page, a.number);
    await note.fill('甲案的谈话');
    await page.keyboard.press('Alt+PageDown');
    await heading(page, b.number);
    await page.waitForURL(/\/notes$/);
    expect(await note.inputValue()).toBe('');
    await note.fill('乙案的谈话');
    await page.keyboard.press('Alt+PageUp');
    await heading(page, a.number);
    await expect.poll(() => note.inputValue()).toBe('甲案的谈话');
    await page.keyboard.press('Control+S');
    await expect.poll(() => notes(a)).toContain('甲案的谈话');
    await page.keyboard.press('Control+2');
    await heading(page, b.number);
    await expect.poll(() => note.inputValue()).toBe('乙案的谈话');
    expect(await notes(b)).toEqual(before);
    expect(problems).toEqual([]);
  });

  it('stays with it under the same form of another one', async () => {
    const desk = await site.open('own');
    const { page, ask, violations, problems } = desk;
    const [a, b] = await twoAt(desk, '?act=party.add');
    const name = page.locator('dialog[open]').getByRole('textbox', { name: /^姓名/ });
    const names = async ({ id }: File) =>
      (await ask('dossier.get', { dossier: id })).parties.map((party) => party.name);
    const [ofA, ofB] = [await names(a), await names(b)];
    await page.keyboard.press('Control+1');
    await page.waitForURL(new RegExp(a.id));
    await name.fill('周某甲');
    await page.keyboard.press('Control+2');
    await page.waitForURL(new RegExp(b.id));
    await expect.poll(() => name.inputValue()).toBe('');
    await name.fill('吴某乙');
    expect(await violations()).toEqual([]);
    await page.keyboard.press('Control+1');
    await page.waitForURL(new RegExp(a.id));
    await expect.poll(() => name.inputValue()).toBe('周某甲');
    await page.keyboard.press('Control+2');
    await page.waitForURL(new RegExp(b.id));
    await expect.poll(() => name.inputValue()).toBe('吴某乙');
    await page.keyboard.press('Control+S');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    expect(await names(b)).toEqual([...ofB, '吴某乙']);
    expect(await names(a)).toEqual(ofA);
    expect(problems).toEqual([]);
  });

  it('stays in the cells of its own claims', async () => {
    const desk = await site.open('own');
    const { page, go, ask, problems } = desk;
    const [a, b] = await twoAt(desk, '/claims');
    const amount = page.getByLabel(/^金额，第 1 项/);
    const typed = async (text: string): Promise<void> => {
      await fill(page, /^金额，第 1 项/, text);
      await tabTo(page, /^依据|^事实|^裁决金额/);
      await page.getByText('这不是金额').waitFor();
    };
    await page.keyboard.press('Control+1');
    await heading(page, a.number);
    await typed('八万');
    await page.keyboard.press('Control+2');
    await heading(page, b.number);
    await expect.poll(() => amount.inputValue()).toMatch(/^[\d,.]*$/);
    await typed('七万');
    await page.keyboard.press('Control+1');
    await heading(page, a.number);
    await expect.poll(() => amount.inputValue()).toBe('八万');
    await page.keyboard.press('Control+2');
    await heading(page, b.number);
    await expect.poll(() => amount.inputValue()).toBe('七万');
    await expect
      .poll(async () => (await ask('draft.list', {})).filter(({ key }) => key.includes('claim.grid')).length)
      .toBe(2);
    // Begun on one of them, the page brings the draft of the other one back too.
    await page.reload();
    await heading(page, b.number);
    await expect.poll(() => amount.inputValue()).toBe('七万');
    await go(`#/dossiers/${a.id}/claims`);
    await heading(page, a.number);
    await expect.poll(() => amount.inputValue()).toBe('八万');
    expect(problems).toEqual([]);
  });
});
