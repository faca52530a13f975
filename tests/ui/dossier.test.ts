import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { residentIdCheckDigit } from '#shared/domain/party/identity-number.ts';
import { describeWith } from '../support/describe-with.ts';
import { fill, press, tabTo } from './support/keyboard.ts';
import { openProduct, type ProductSite } from './support/product-site.ts';

const tabs = ['', '/parties', '/claims', '/files', '/notes', '/requests', '/history'];
/** A made-up number whose last digit is wrong on purpose. */
const badId = `31011819900101002${residentIdCheckDigit('31011819900101002') === '1' ? '2' : '1'}`;

async function choose(page: Page, name: RegExp, text: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.type(text);
  await page.locator('.ant-select-item-option', { hasText: text }).first().waitFor();
  await page.keyboard.press('Enter');
}

/** By how many pixels the page is wider than its room. */
function overhang(page: Page): Promise<number> {
  return page.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth);
}

/** A received file of the sample; ids are looked up where the screens look. */
async function received(ask: Awaited<ReturnType<ProductSite['open']>>['ask']) {
  const { rows } = await ask('dossier.list', { filter: { status: 'received', sort: 'number' } });
  const row = rows[0];
  if (row === undefined) throw new Error('the sample has no received file');
  return row;
}

describeWith('chromium', 'dossiers in the real product', (chromium) => {
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
  ] as const)('every page is accessible and fits the screen ($theme, scaled by $scale)', async (look) => {
    const { page, go, ask, violations, problems } = await site.open('own', look);
    const { rows } = await ask('dossier.list', { filter: { status: 'accepted' } });
    const pages = ['#/dossiers', '#/dossiers/new', ...tabs.map((tab) => `#/dossiers/${rows[0]?.id ?? ''}${tab}`)];
    for (const address of pages) {
      await go(address);
      await page.locator('.list-row, .page-tabs, .form').first().waitFor();
      expect(await violations(), address).toEqual([]);
      expect(await overhang(page), address).toBeLessThanOrEqual(0);
      expect(await page.locator('.ant-btn-primary:visible').count(), address).toBeLessThanOrEqual(1);
    }
    expect(problems).toEqual([]);
  });

  it('receives, accepts, suspends and resumes a file by keyboard alone, drafts kept on the way', async () => {
    const { page, ask, problems } = await site.open('own');
    await page.locator('.frame').waitFor();
    await page.keyboard.press('Alt+N');
    await page.getByRole('heading', { name: '收件', level: 1 }).waitFor();
    await choose(page, /^案由/, '追索劳动报酬');
    await fill(page, /^姓名或名称/, '周样河');
    await fill(page, /^证件号码/, badId);
    await page.keyboard.press('Tab');
    await page.getByText('校验位不符，可能有一位输错。').waitFor();
    await fill(page, /^单位名称/, '上海样例物流有限公司');
    await choose(page, /^请求事项/, '加班工资');
    await fill(page, /^金额/, '8294.25');
    await page.getByText(/草稿已存/).waitFor();
    await page.reload();
    await page.getByText('已恢复上次没有提交的草稿。').waitFor();
    await page.keyboard.press('Control+S');
    await page.locator('.page-tabs').waitFor();
    await page.getByText('8,294.25').first().waitFor();

    await press(page, /^受理$/);
    await page.locator('dialog[open] .form').waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT');
    await page.keyboard.press('Control+S');
    await page.getByText('审理中').waitFor();
    await page.waitForFunction(() => document.querySelector('dialog[open]') === null);
    const title = (await page.locator('h1').textContent()) ?? '';
    expect(title).toMatch(/劳人仲\(\d{4}\)办字第\d+号/);

    await press(page, /^中止$/);
    await page.locator('dialog[open] .form').waitFor();
    await page.keyboard.press('Control+S');
    await page.getByText('请选择事由。').waitFor();
    await choose(page, /^事由/, '另案');
    await fill(page, /^决定人/, '李样');
    await fill(page, /^中止审理通知书/, '中止字1号');
    await page.keyboard.press('Control+S');
    await page.waitForFunction(() => document.querySelector('dialog[open]') === null);
    await press(page, /^为什么没有届满日/);
    await page.getByText('李样 · 中止字1号').waitFor();
    await press(page, /^恢复$/);
    await page.locator('dialog[open] .form').waitFor();
    await page.keyboard.press('Control+S');
    await page
      .getByRole('region', { name: /^审限/ })
      .getByRole('button', { name: /^为什么是/ })
      .waitFor();

    const { rows } = await ask('dossier.list', { filter: { text: title, status: 'all' } });
    expect(rows.map((row) => row.caseNo)).toEqual([title]);
    const drafts = await ask('draft.list', {});
    expect(drafts.filter((draft) => draft.key.includes(rows[0]?.id ?? '-') || draft.key === 'dossier.receive')).toEqual(
      [],
    );
    expect(problems).toEqual([]);
  });

  it('keeps the filter in the address and the place in the list', async () => {
    const { page, go, ask, problems } = await site.open('own');
    await go('#/dossiers?status=all&sort=number');
    await page.locator('.list-row').nth(2).waitFor();
    const { rows } = await ask('dossier.list', { filter: { status: 'all', sort: 'number' } });
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: rows[2]?.caseNo ?? rows[2]?.windowNo ?? '' }).waitFor();
    await page.goBack();
    await page.locator('.list-row[aria-selected="true"][aria-rowindex="4"]').waitFor();
    await page.keyboard.press('Control+F');
    const wanted = rows[1]?.windowNo ?? '';
    await page.keyboard.type(wanted);
    await page.waitForURL((url) => new URLSearchParams(url.hash.split('?')[1]).get('text') === wanted);
    await page.reload();
    await page.locator('.list-row').first().waitFor();
    expect(await page.locator('.list-row').count()).toBe(1);
    await page.keyboard.press('Control+F');
    await page.keyboard.type('没有这样的案卷');
    await page.getByText('没有相符的案卷').waitFor();
    expect(problems).toEqual([]);
  });

  it('shows a number in full only after a reason, which the audit trail keeps', async () => {
    const { page, go, ask, problems } = await site.open('own');
    const row = await received(ask);
    await go(`#/dossiers/${row.id}/parties`);
    const masked = page.locator('.masked').first();
    expect(await masked.textContent()).toMatch(/\*{8}/);
    await press(page, /^显示完整的/);
    await fill(page, /^查看原因/, '核对身份');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: /^遮盖/ }).waitFor();
    expect(await masked.textContent()).toMatch(/^\d{17}[\dX]/);
    const { rows } = await ask('audit.list', {});
    expect(rows[0]).toMatchObject({ act: 'audit.revealed', reason: '核对身份' });
    expect(problems).toEqual([]);
  });

  it('takes a document in, shows it, and takes it off again', async () => {
    const { page, go, ask, problems } = await site.open('own');
    const row = await received(ask);
    await go(`#/dossiers/${row.id}/files`);
    const file = { name: '考勤说明.txt', mimeType: 'text/plain', buffer: Buffer.from('十月考勤,样例') };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('rowheader', { name: '考勤说明.txt' }).waitFor();
    await press(page, /^查看 考勤说明/);
    await page.getByText('十月考勤,样例').waitFor();
    await page.keyboard.press('Escape');
    await press(page, /^移除 考勤说明/);
    await press(page, /^移除$/);
    await page.getByRole('rowheader', { name: '考勤说明.txt' }).waitFor({ state: 'detached' });
    const history = await ask('dossier.history', { dossier: (await received(ask)).id as never });
    expect(history.rows.slice(0, 2).map((fact) => fact.kind)).toEqual(['file.removed', 'file.attached']);
    // The right document of the same name is a document of its own, not a version of the one taken off.
    await page.locator('input[type=file]').setInputFiles({ ...file, buffer: Buffer.from('十一月考勤,样例') });
    await page.getByRole('rowheader', { name: '考勤说明.txt' }).waitFor();
    const again = await ask('dossier.get', { dossier: row.id as never });
    expect(again.files.filter(({ name }) => name === file.name).map(({ version }) => version)).toEqual([1]);
    expect(problems).toEqual([]);
  });

  it('changes what is written of a document, and keeps what was typed when the sheet is closed', async () => {
    const { page, go, ask, problems, violations } = await site.open('own');
    const row = await received(ask);
    await go(`#/dossiers/${row.id}/files`);
    const file = { name: '工资条.txt', mimeType: 'text/plain', buffer: Buffer.from('工资条,样例') };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('rowheader', { name: '工资条.txt' }).waitFor();
    const details = async (): Promise<void> => {
      await press(page, /^工资条.txt 的详情/);
      await page.locator('dialog[open] .form').waitFor();
    };
    await details();
    await fill(page, /^备注/, '复印件，原件当庭出示');
    await page.keyboard.press('Escape');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    await details();
    await page.getByText('已恢复上次没有提交的草稿').waitFor();
    expect(await page.getByRole('textbox', { name: /^备注/ }).inputValue()).toBe('复印件，原件当庭出示');
    expect(await violations()).toEqual([]);
    // Another window writes the name meanwhile; only the note is changed here.
    const shown = (await ask('dossier.get', { dossier: row.id as never })).files.find(({ name }) => name === file.name);
    await ask('file.amend', { dossier: row.id as never, file: (shown?.id ?? '') as never, name: '工资条一.txt' });
    await page.keyboard.press('Control+S');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    const files = (await ask('dossier.get', { dossier: row.id as never })).files;
    expect(files.find(({ id }) => id === shown?.id)).toMatchObject({
      name: '工资条一.txt',
      note: '复印件，原件当庭出示',
    });
    expect(problems).toEqual([]);
  });

  it('refuses to end a file with a date before it was received and keeps what was typed', async () => {
    const { page, go, ask, problems } = await site.open('own');
    const row = await received(ask);
    await go(`#/dossiers/${row.id}`);
    await press(page, /^不予受理或终结$/);
    await page.locator('dialog[open] .form').waitFor();
    await choose(page, /^方式/, '撤回');
    await fill(page, /^日期/, '2020-01-02');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+S');
    await page.getByText('这一步须有文书，请填写文号或名称。').waitFor();
    // Who decided the last time stands there already.
    const { decidedBy } = await ask('dossier.lastDecider', { side: 'arb' });
    expect([decidedBy, await page.getByRole('textbox', { name: /^决定人/ }).inputValue()]).toEqual([
      '钱样信',
      '钱样信',
    ]);
    await fill(page, /^决定文书/, '结案审批表第 5 号');
    await page.keyboard.press('Control+S');
    await page.getByText('结案日期早于收件日期，没有保存。').waitFor();
    // Said once, at the field, which has the focus.
    expect(await page.locator('dialog[open] [role=alert]').count()).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true');
    expect(await page.getByRole('textbox', { name: /^日期/ }).inputValue()).toBe('2020-01-02');
    expect(problems).toEqual([]);
  });

  it('closes an open list of choices by Esc and not the sheet around it', async () => {
    const { page, go, ask, problems } = await site.open('own');
    await go(`#/dossiers/${(await received(ask)).id}/parties?act=party.add`);
    await page.locator('dialog[open] .form').waitFor();
    await tabTo(page, /^身份/);
    await page.keyboard.press('ArrowDown');
    await page.locator('.ant-select-item-option').first().waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.ant-select-item-option').first().waitFor({ state: 'hidden' });
    expect(await page.locator('dialog[open]').count()).toBe(1);
    await page.keyboard.press('Escape');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    expect(problems).toEqual([]);
  });

  it('lights the section the strip of a limit was opened from', async () => {
    const { page, go, ask, problems } = await site.open('own');
    const { rows } = await ask('dossier.list', { filter: { status: 'accepted' } });
    const strip = `#/deadlines/${encodeURIComponent(rows[0]?.next?.id ?? '')}`;
    const current = () => page.locator('.frame-rail [aria-current=page] .name').textContent();
    await go(`#/dossiers/${rows[0]?.id ?? ''}`);
    await page.locator('.page-tabs').waitFor();
    await go(strip);
    expect(await current()).toBe('案卷');
    await go('#/');
    await expect.poll(current).toBe('今日');
    await go(strip);
    await page.locator('.strip-paper').waitFor();
    expect(await current()).toBe('今日');
    await page.reload();
    await page.waitForSelector('main h1');
    expect(await current()).toBe('案卷');
    expect(problems).toEqual([]);
  });

  it('searches for no cut text: one that is too long stays whole and says so', async () => {
    const { page, go, problems } = await site.open('own');
    await go('#/dossiers?status=all');
    await page.locator('.list-row').first().waitFor();
    const shown = await page.locator('.list-row').count();
    await page.keyboard.press('Control+F');
    await page.keyboard.insertText('号'.repeat(130));
    await page.getByText('超出 30 个字，最多 100 个字').waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toHaveLength(130);
    expect(await page.locator('.list-row').count()).toBe(shown);
    expect(problems).toEqual([]);
  });
});
