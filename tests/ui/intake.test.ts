import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/describe-with.ts';
import { fill } from './support/keyboard.ts';
import { openProduct, type ProductSite } from './support/product-site.ts';

describeWith('chromium', 'intake in the real product', (chromium) => {
  let site: ProductSite;

  beforeAll(async () => {
    site = await openProduct(chromium);
  });
  afterAll(async () => {
    await site.close();
  });

  it('shows while typing which files the employer stands on already, and holds nothing up', async () => {
    const { page, go, ask, violations, problems } = await site.open('own');
    const parties = [
      { role: 'applicant' as const, type: 'person' as const, name: '纪样云', phone: '13800000077' },
      { role: 'respondent' as const, type: 'unit' as const, name: '上海样例认得物流有限公司' },
    ];
    const { today } = await ask('session.status', {});
    const known = await ask('dossier.receive', { side: 'arb', receivedOn: today, parties });
    await go('#/dossiers/new');
    await page.locator('.form').first().waitFor();
    await fill(page, /^姓名或名称/, '纪样云');
    await fill(page, /^联系电话/, '138 0000 0077');
    await fill(page, /^单位名称/, '上海样例认得物流有限公司');
    const line = page.locator('.known-files li').first();
    await line.getByText('姓名和电话相同').waitFor();
    await line.getByText('名称相同').first().waitFor();
    expect(await line.locator('a').getAttribute('href')).toContain(known.id);
    expect(await page.locator('.known-files').textContent()).not.toContain('13800000077');
    expect(await violations()).toEqual([]);
    await fill(page, /^单位名称/, '别的单位有限公司');
    await fill(page, /^姓名或名称/, '别人');
    await page.locator('.known-files').waitFor({ state: 'hidden' });
    expect(problems).toEqual([]);
  });
});
