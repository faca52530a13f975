import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/describe-with.ts';
import { employer, worker } from '../support/made-up-parties.ts';
import { fill, press, tabTo } from './support/keyboard.ts';
import { openProduct, type ProductSite } from './support/product-site.ts';

const shots = process.env['SHOTS'];

describeWith('chromium', 'taking parties out of a file', (chromium) => {
  let site: ProductSite;

  beforeAll(async () => {
    site = await openProduct(chromium);
  });
  afterAll(async () => {
    await site.close();
  });

  it('leads to the new file, says where it came from, and is taken back by Ctrl+Z, by keys alone', async () => {
    const { page, go, ask, violations, problems } = await site.open('own', { width: 1366, height: 768 });
    const shot = async (name: string): Promise<void> => {
      if (shots !== undefined) await page.screenshot({ path: join(shots, `${name}.png`) });
    };
    const parties = [worker('周样甲', 1), worker('周样乙', 2), employer('某某样例物流（上海）有限公司')];
    const claims = [{ code: 'wage', amountFen: 100_000 as never }, { code: 'overtime' }];
    const { id } = await ask('dossier.receive', { side: 'arb', receivedOn: '2026-03-02', parties, claims });
    const { caseNo } = await ask('dossier.accept', { dossier: id as never, on: '2026-03-05' as never });
    await go(`#/dossiers/${id}`);
    await press(page, /^分出另案$/);
    await page.locator('dialog[open] .form').waitFor();
    expect(await violations()).toEqual([]);
    await page.keyboard.press('Control+S');
    await page.getByText('请选择分出的当事人。').first().waitFor();
    await tabTo(page, /^周样乙/);
    await page.keyboard.press('Space');
    await tabTo(page, /加班/);
    await page.keyboard.press('Space');
    await tabTo(page, /下编分号$/);
    await page.keyboard.press('Space');
    await fill(page, /^决定人/, '院负责人');
    await fill(page, /^理由/, '请求各不相同');
    await shot('separate-form');
    expect(await violations()).toEqual([]);
    await page.keyboard.press('Control+S');
    await page.getByRole('heading', { name: `${caseNo}-1` }).waitFor();
    await page.getByText('原案', { exact: true }).waitFor();
    expect(await violations()).toEqual([]);
    await shot('separate-new');
    await page.locator('#page').focus();
    await page.keyboard.press('Control+Z');
    await page.locator('.file-undo', { hasText: '分出另案请到原案撤销。' }).waitFor();
    await go(`#/dossiers/${id}`);
    await page.getByText('分出的案件', { exact: true }).waitFor();
    await shot('separate-old');
    await page.locator('#page').focus();
    await page.keyboard.press('Control+Z');
    await page.getByText('分出的案件', { exact: true }).waitFor({ state: 'detached' });
    const { parties: back, claims: asked } = await ask('dossier.get', { dossier: id as never });
    expect([back.length, asked.length]).toEqual([3, 2]);
    expect(problems).toEqual([]);
  });
});
