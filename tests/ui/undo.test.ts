import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/describe-with.ts';
import { fill, press } from './support/keyboard.ts';
import { openProduct, type ProductPage, type ProductSite } from './support/product-site.ts';

async function received({ ask }: ProductPage): Promise<string> {
  const { rows } = await ask('dossier.list', { filter: { status: 'received', sort: 'number' } });
  return rows[0]?.id ?? '';
}

describeWith('chromium', 'undo in the real product', (chromium) => {
  let site: ProductSite;

  beforeAll(async () => {
    site = await openProduct(chromium);
  });
  afterAll(async () => {
    await site.close();
  });

  it('takes the last act back by Ctrl+Z outside of fields, leaves a field its own, and says so aloud', async () => {
    const desk = await site.open('own');
    const { page, go, ask, violations, problems } = desk;
    const id = await received(desk);
    const dossier = id as never;
    await go(`#/dossiers/${id}/notes`);
    const field = page.getByRole('textbox', { name: '备注' });
    await field.fill('记错了案件的谈话');
    await page.keyboard.press('Control+S');
    await page.locator('.file-note', { hasText: '记错了案件的谈话' }).waitFor();
    await page.locator('.file-undo', { hasText: '最近一步：添加备注' }).waitFor();
    expect(await violations()).toEqual([]);

    await field.focus();
    await page.keyboard.type('甲乙');
    await page.keyboard.press('Control+Z');
    await expect.poll(() => field.inputValue()).not.toBe('甲乙');
    expect((await ask('dossier.get', { dossier })).notes.map(({ text }) => text)).toContain('记错了案件的谈话');
    await field.fill('');

    await page.locator('main').focus();
    await page.keyboard.press('Control+Z');
    await page.locator('.file-note', { hasText: '记错了案件的谈话' }).waitFor({ state: 'detached' });
    await page.locator('[aria-live]', { hasText: '已撤销：添加备注' }).waitFor();
    const { rows } = await ask('dossier.history', { dossier });
    expect(rows.slice(0, 2).map(({ kind }) => kind)).toEqual(['note.removed', 'note.added']);
    expect(problems).toEqual([]);
  });

  it('takes back several acts one after the other by its button, clock events too', async () => {
    const desk = await site.open('own');
    const { page, go, ask, problems } = desk;
    const { rows } = await ask('dossier.list', { filter: { side: 'arb', status: 'accepted' } });
    const id = rows[0]?.id ?? '';
    const dossier = id as never;
    const { today } = await ask('session.status', {});
    const before = await ask('dossier.get', { dossier });
    await ask('clock.start', { dossier, ruleId: 'ARB.EVIDENCE', on: today as never });
    await go(`#/dossiers/${id}?act=dossier.amend`);
    await page.locator('dialog[open] .form').waitFor();
    await fill(page, /^事实和理由摘要/, '改过的摘要');
    await page.keyboard.press('Control+S');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    await page.locator('.file-undo', { hasText: '最近一步：修改案卷情况' }).waitFor();
    await press(page, /^撤销$/);
    await page.locator('.file-undo', { hasText: '最近一步：期限事件' }).waitFor();
    expect((await ask('dossier.get', { dossier })).summary).toBe(before.summary);
    await press(page, /^撤销$/);
    await expect
      .poll(async () => (await ask('dossier.get', { dossier })).deadlines.map((one) => one.id))
      .toEqual(before.deadlines.map((one) => one.id));
    expect(problems).toEqual([]);
  });

  it('says why an act cannot be taken back: a colleague’s', async () => {
    const desk = await site.open('own');
    const { page, go, ask, problems } = desk;
    const id = await received(desk);
    const dossier = id as never;
    await ask('note.add', { dossier, text: '同事的备注' });
    const { me, people } = await ask('office.get', {});
    const other = people.find((one) => one.active && one.id !== me.id);
    await ask('person.actAs', { id: (other?.id ?? '') as never });
    await go(`#/dossiers/${id}`);
    await page.locator('.file-undo', { hasText: '只能由本人撤销' }).waitFor();
    await page.locator('main').focus();
    await page.keyboard.press('Control+Z');
    await page.locator('[aria-live]', { hasText: '只能由本人撤销' }).waitFor();
    expect((await ask('dossier.get', { dossier })).notes.map(({ text }) => text)).toContain('同事的备注');
    expect(problems).toEqual([]);
  });
});
