import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { officeIdField } from '#shared/contract/fields.ts';
import { type ExchangeOffice, exchangeOffice, sendLetter } from '#tests/services/support/exchange-office.ts';
import { describeWith } from '../support/describe-with.ts';
import { openProduct, type ProductPage, type ProductSite } from './support/product-site.ts';

/** An office on the page and a partner that know each other's cards and share a folder. */
async function acquainted(own: ProductPage): Promise<ExchangeOffice> {
  await own.ask('session.create', {
    ...{ office: 'minhang-arb' as never, name: '闵行区劳动人事争议仲裁院', region: '310112', side: 'both' },
    ...{ person: '沈样文', passphrase: 'made up for a test' },
  });
  const { today } = await own.ask('session.status', {});
  const partner = await exchangeOffice('wujiang-arb', '320509', `${today}T09:30`);
  const folder = mkdtempSync(join(tmpdir(), 'xieban-shared-'));
  const office = officeIdField.parse((await own.ask('office.get', {})).id);
  const cards = { own: await own.ask('partner.ownCard', {}), theirs: await partner.ask('partner.ownCard', {}) };
  await own.ask('partner.add', { bytes: cards.theirs.bytes, confirmed: true });
  await own.ask('partner.setFolder', { office: partner.id, folder });
  await partner.ask('partner.add', { bytes: cards.own.bytes, confirmed: true });
  await partner.ask('partner.setFolder', { office, folder });
  return partner;
}

describeWith('chromium', 'a partner whose card changed', (chromium) => {
  const sites: ProductSite[] = [];

  beforeAll(async () => {
    sites.push(await openProduct(chromium, { empty: true }));
  });
  afterAll(async () => {
    for (const site of sites) await site.close();
  });

  it('is shown under its new name once something of it came, with the day on which the card was taken by itself', async () => {
    const own = await sites[0]?.open('own');
    if (!own) throw new Error('the product is open');
    const partner = await acquainted(own);
    const { page } = own;
    await page.reload();
    await own.go(`#/partners/${partner.id}`);
    await page.getByText('指纹已核对', { exact: true }).waitFor();
    expect(await page.getByText('名片已更新', { exact: true }).count()).toBe(0);
    await partner.ask('office.amend', { name: '吴江仲裁院', address: '', postcode: '', phone: '', uscc: '' });
    await sendLetter(partner, { id: officeIdField.parse((await own.ask('office.get', {})).id) });
    await expect
      .poll(async () => {
        await partner.round();
        await own.ask('sync.now', {});
        return (await own.ask('partner.list', {}))[0]?.name;
      })
      .toBe('吴江仲裁院');
    await page.getByRole('heading', { name: '吴江仲裁院', level: 1 }).waitFor();
    await page.getByText('名片已更新', { exact: true }).waitFor();
    expect(await page.getByText('指纹已核对', { exact: true }).count()).toBe(1);
    expect(await own.violations()).toEqual([]);
    const shots = process.env['SHOTS'];
    if (shots !== undefined) await page.screenshot({ path: join(shots, 'partner-card.png') });
    expect(own.problems).toEqual([]);
  }, 120_000);
});
