import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/describe-with.ts';
import { madeUpCreditCode, madeUpId } from '../support/made-up-parties.ts';
import { madeUpWorkbook } from '../support/made-up-workbook.ts';
import { openProduct, type ProductSite } from './support/product-site.ts';

const titles = [
  '案号',
  '收件日期',
  '受理日期',
  '案由',
  '申请人',
  '身份证号',
  '被申请人',
  '信用代码',
  '请求事项',
  '请求金额',
  '内部批注',
];

/** Three good files and two that cannot be taken in, the second of them with a very long name. */
function ledger(): Uint8Array {
  const lines = Array.from({ length: 5 }, (_, at) => [
    ...[`青劳人仲(2025)办字第${900 + at}号`, '2025/12/1', at === 3 ? '2025/11/1' : '2025/12/3', '追索劳动报酬纠纷'],
    ...[
      `导入某${at}`,
      madeUpId('310118', '19850312', at),
      `${'某某长三角供应链管理'.repeat(at === 1 ? 6 : 1)}有限公司`,
    ],
    ...[madeUpCreditCode('310118', 800 + at), '工资', at === 4 ? '约一万' : '12000', '略'],
  ]);
  return madeUpWorkbook([['2025年未结案件台账'], titles, ...lines], { merged: ['A1:K1'] });
}

describeWith('chromium', 'a table of files', (chromium) => {
  let site: ProductSite;

  beforeAll(async () => {
    site = await openProduct(chromium);
  });
  afterAll(async () => {
    await site.close();
  });

  it('is read, checked by line, taken in and taken back by keys alone', async () => {
    const { page, go, ask, violations, problems } = await site.open('own');
    await go('#/dossiers');
    await page.getByRole('link', { name: '导入' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: '导入案卷' }).waitFor();
    expect(await violations()).toEqual([]);
    const buffer = Buffer.from(ledger());
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: '未结台账.xlsx', mimeType: 'application/zip', buffer });
    await page.getByRole('heading', { name: '各列的含义' }).waitFor();
    await page.getByText('有 1 处合并单元格').waitFor();
    await page.getByRole('rowheader', { name: '内部批注' }).waitFor();
    expect(await violations()).toEqual([]);

    await page.getByRole('button', { name: '检查', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('可以导入 3 件，不能导入 2 件。').waitFor();
    await page.getByRole('cell', { name: 'J 请求金额' }).waitFor();
    await page.getByText('读不出金额').waitFor();
    expect(await violations()).toEqual([]);

    await page.getByRole('button', { name: '导入 3 件' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('已导入 3 件。').waitFor();
    await page.getByRole('heading', { name: '以往的导入' }).waitFor();
    await page.getByText('已导入，现有 3 件').waitFor();
    const found = await ask('dossier.list', { filter: { status: 'all', text: '导入某' } });
    expect(found.total).toBe(3);
    await ask('note.add', { dossier: found.rows[0]?.id as never, text: '来电' });

    await page.getByRole('button', { name: '整次撤回…' }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('其中 1 件导入后已有人办理').waitFor();
    expect(await violations()).toEqual([]);
    await page.getByLabel('撤回的原因').focus();
    await page.keyboard.type('列选错了');
    await page.keyboard.press('Enter');
    await page.getByText('已撤回 2 件，留下 1 件').waitFor();
    expect((await ask('dossier.list', { filter: { status: 'all', text: '导入某' } })).total).toBe(1);
    expect(await violations()).toEqual([]);
    expect(problems).toEqual([]);
  });

  it('of which another sheet cannot be read stays as it was, with everything chosen', async () => {
    const { page, go, violations, problems } = await site.open('own');
    await go('#/dossiers/import');
    const rows = [titles, ['旧-1', '2025/12/1', '2025/12/3', '工资', '导入某', '', '某某公司', '', '工资', '1', '略']];
    const buffer = Buffer.from(madeUpWorkbook(rows, { more: { 空表: [] } }));
    await page.locator('input[type=file]').setInputFiles({ name: '未结.xlsx', mimeType: 'application/zip', buffer });
    await page.getByRole('heading', { name: '各列的含义' }).waitFor();
    await page.getByRole('combobox', { name: 'K 列 内部批注 的含义' }).focus();
    await page.keyboard.type('摘要');
    await page.keyboard.press('Enter');
    await page.getByRole('combobox', { name: '工作表' }).focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
    await page.getByRole('alert').getByText('表格里没有内容。 各项选择仍是原来的。').waitFor();
    await page.locator('.ant-select-content-has-value', { hasText: '工作表 台账' }).waitFor();
    const chosen = page.locator('.import-field').nth(10);
    expect(await chosen.innerText()).toContain('摘要');
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: '检查', exact: true }).click();
    await page.getByText('可以导入 1 件，不能导入 0 件。').waitFor();
    expect(problems).toEqual([]);
  });

  it('whose character set cannot be told is read in the one a person chooses', async () => {
    const { page, go, violations, problems } = await site.open('own');
    await go('#/dossiers/import');
    // 案号,申请人 / 1,王某 in GB18030, and a byte that is of no character set.
    const buffer = Buffer.from('b0b8bac52cc9eac7ebc8cb0a312ccdf5c4b3ff0a', 'hex');
    await page.locator('input[type=file]').setInputFiles({ name: '台账.csv', mimeType: 'text/csv', buffer });
    await page.getByText('认不出文字编码。请选择编码').waitFor();
    expect(await violations()).toEqual([]);
    await page.getByRole('combobox', { name: '文字编码' }).focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key);
    await page.getByRole('rowheader', { name: '申请人' }).waitFor();
    await page.getByText('有 1 个字符不属于所选编码').waitFor();
    expect(await page.getByText('认不出文字编码').count()).toBe(0);
    expect(problems).toEqual([]);
  });

  it('that is none is refused in words', async () => {
    const { page, go, problems } = await site.open('own');
    await go('#/dossiers/import');
    const buffer = Buffer.from('%PDF-1.7');
    await page.locator('input[type=file]').setInputFiles({ name: '台账.xlsx', mimeType: 'application/pdf', buffer });
    await page.getByText('这不是表格文件').waitFor();
    expect(problems).toEqual([]);
  });
});
