import { afterAll, beforeAll, expect, it } from 'vitest';
import type { DossierId } from '#shared/base/ids.ts';
import { addDays, localDate } from '#shared/base/local-date.ts';
import { describeWith } from '../support/describe-with.ts';
import { openProduct, type ProductSite } from './support/product-site.ts';

const shots = process.env['SHOTS'];

describeWith('chromium', 'what the real product offers by itself', (chromium) => {
  let site: ProductSite;

  beforeAll(async () => {
    site = await openProduct(chromium);
  });
  afterAll(async () => {
    await site.close();
  });

  it('is to resume a limit whose suspension lasted long enough, in the list of the day', async () => {
    const { page, go, ask, violations, problems } = await site.open('own');
    const today = localDate((await ask('today.get', {})).today);
    const parties = [{ role: 'applicant' as const, type: 'person' as const, name: '周样调' }];
    const { id } = await ask('dossier.receive', { side: 'arb', receivedOn: addDays(today, -21), parties });
    await ask('clock.record', {
      ...{ dossier: id as DossierId, ruleId: 'ARB.ACCEPT', type: 'SUSPEND', on: addDays(today, -20) },
      ...{ ground: '69', decidedBy: '院负责人', of: '' },
    });
    await go('#/requests');
    await go('#/');
    const panel = page.getByRole('region', { name: '中止期满，是否恢复' });
    await panel.getByText('恢复计算，或说明仍须中止').waitFor();
    expect(await panel.locator('.day-left').textContent()).toBe(`应 ${addDays(today, -5).slice(5)} 恢复`);
    expect(await violations()).toEqual([]);
    if (shots !== undefined) await page.screenshot({ path: `${shots}/to-resume.png` });
    await panel.getByRole('link', { name: '共 1 件' }).press('Enter');
    await page.locator('.list-row').waitFor();
    expect(problems).toEqual([]);
  });

  it('is the next number of an order, which a click fills in', async () => {
    const { page, go, ask, violations, problems } = await site.open('own');
    const { rows } = await ask('dossier.list', { filter: { side: 'lsi', status: 'accepted' } });
    const dossier = rows[0]?.id ?? '';
    const { number } = await ask('office.paperNumber', { dossier: dossier as DossierId, step: 'lsi.order' });
    expect(number).toContain('人社监令字');
    await go(`#/dossiers/${dossier}?act=dossier.step:lsi.order`);
    const sheet = page.getByRole('dialog');
    await sheet.getByText(`下一号：${number}`).waitFor();
    expect(await violations()).toEqual([]);
    if (shots !== undefined) await page.screenshot({ path: `${shots}/paper-number.png` });
    await sheet.getByRole('button', { name: '填入' }).press('Enter');
    expect(await sheet.getByLabel('限期改正指令书').inputValue()).toBe(number);
    await go('#/settings/numbering');
    await page.getByLabel('责令改正文号').waitFor();
    // No sample of these styles was seen in any province.
    await page.getByText(/^默认样式（默认值，待核），例：青人社监令字〔\d{4}〕第64号$/).waitFor();
    expect(await violations()).toEqual([]);
    if (shots !== undefined) await page.screenshot({ path: `${shots}/numbering.png`, fullPage: true });
    expect(problems).toEqual([]);
  });
});
