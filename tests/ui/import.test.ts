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

  it('that is none is refused in words', async () => {
    const { page, go, problems } = await site.open('own');
    await go('#/dossiers/import');
    const buffer = Buffer.from('%PDF-1.7');
    await page.locator('input[type=file]').setInputFiles({ name: '台账.xlsx', mimeType: 'application/pdf', buffer });
    await page.getByText('这不是表格文件').waitFor();
    expect(problems).toEqual([]);
  });
});
