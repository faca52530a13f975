import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/describe-with.ts';
import { fill } from './support/keyboard.ts';
import { openProduct, type ProductSite } from './support/product-site.ts';

describeWith('chromium', 'comparing fingerprints in the real product', (chromium) => {
  let site: ProductSite;

  beforeAll(async () => {
    site = await openProduct(chromium);
  });
  afterAll(async () => {
    await site.close();
  });

  it('says the same fingerprint in digits, words and a code on both sides, and compares what is typed by keyboard', async () => {
    const [asks, does] = [await site.open('own'), await site.open('partner', { theme: 'dark' })];
    const office = (await does.ask('office.get', {})).id;
    await does.go('#/partners');
    const own = does.page.getByRole('region', { name: '本机构名片' });
    const words = own.getByRole('list', { name: /^指纹词组/ });
    await words.waitFor();
    await own.getByRole('img', { name: '指纹二维码' }).locator('svg').waitFor();
    expect(await does.violations()).toEqual([]);

    await asks.go(`#/partners/${office}`);
    const compare = asks.page.getByRole('region', { name: '核对指纹' });
    const same = compare.getByRole('list', { name: /^指纹词组/ });
    await same.waitFor();
    expect(await same.allTextContents()).toEqual(await words.allTextContents());
    const { fingerprint } = await does.ask('partner.ownCard', {});
    await fill(
      asks.page,
      /^对方出示或念出的指纹/,
      `${fingerprint.slice(0, -1)}${fingerprint.endsWith('0') ? '1' : '0'}`,
    );
    await compare.getByText('不同：不要确认').waitFor();
    await fill(asks.page, /^对方出示或念出的指纹/, `XIEBAN-FP-1/${office}/${fingerprint.replaceAll(' ', '')}`);
    await compare.getByText('相同：与这里的名片一致').waitFor();
    expect(await asks.violations()).toEqual([]);
    expect([...asks.problems, ...does.problems]).toEqual([]);
  });
});
