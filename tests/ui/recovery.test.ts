import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { officeIdField } from '#shared/contract/fields.ts';
import {
  type ExchangeOffice,
  exchangeOffice,
  type Request,
  sendLetter,
} from '#tests/services/support/exchange-office.ts';
import { day } from '#tests/services/support/two-offices.ts';
import { describeWith } from '../support/describe-with.ts';
import { openProduct, type ProductPage, type ProductSite } from './support/product-site.ts';

const passphrase = 'made up for a test';
const folder = (name: string): string => mkdtempSync(join(tmpdir(), `xieban-${name}-`));

type Begun = { readonly partner: ExchangeOffice; readonly request: Request; readonly recoveryKey: string };

/** Lets both offices go round until nothing more moves. */
async function settle({ ask }: ProductPage, partner: ExchangeOffice): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    await ask('sync.now', {});
    await partner.round();
  }
  await ask('sync.now', {});
}

/** An office on the page that accepted a request of a partner, who is reached by a folder. */
async function begun(own: ProductPage): Promise<Begun> {
  const { recoveryKey } = await own.ask('session.create', {
    ...{ office: 'minhang-arb' as never, name: '闵行区劳动人事争议仲裁院', region: '310112', side: 'both' },
    ...{ person: '沈样文', passphrase },
  });
  const { today } = await own.ask('session.status', {});
  const partner = await exchangeOffice('wujiang-arb', '320509', `${today}T09:30`);
  const shared = folder('shared');
  const office = officeIdField.parse((await own.ask('office.get', {})).id);
  const cards = { own: await own.ask('partner.ownCard', {}), theirs: await partner.ask('partner.ownCard', {}) };
  await own.ask('partner.add', { bytes: cards.theirs.bytes, confirmed: true });
  await own.ask('partner.setFolder', { office: partner.id, folder: shared });
  await partner.ask('partner.add', { bytes: cards.own.bytes, confirmed: true });
  await partner.ask('partner.setFolder', { office, folder: shared });
  const request = await sendLetter(partner, { id: office });
  await settle(own, partner);
  const on = day(today);
  await own.ask('request.register', { request, on });
  const handlers = [{ name: '张某某' }, { name: '李某某' }];
  await own.ask('request.accept', { request, on, promised: on, handlers });
  await settle(own, partner);
  return { partner, request, recoveryKey };
}

describeWith('chromium', 'an office that comes back', (chromium) => {
  const sites: ProductSite[] = [];

  beforeAll(async () => {
    sites.push(await openProduct(chromium, { empty: true }), await openProduct(chromium, { empty: true }));
  });
  afterAll(async () => {
    for (const site of sites) await site.close();
  });

  it('is led from the banner to one act, sees how far each partner is, and writes anew what came too late', async () => {
    const [before, after] = [await sites[0]?.open('own'), await sites[1]?.open('own', { theme: 'dark' })];
    if (!before || !after) throw new Error('two products are open');
    const { partner, request, recoveryKey } = await begun(before);
    const copies = folder('kept');
    await before.ask('backup.make', { folder: copies });
    const [made = ''] = readdirSync(copies);
    await after.ask('backup.restore', { folder: join(copies, made), recoveryKey, passphrase });
    const { page } = after;
    await page.reload();
    await page.getByRole('link', { name: '恢复往来' }).press('Enter');
    await page.getByRole('heading', { name: '恢复往来', level: 1 }).waitFor();
    await page
      .getByRole('row', { name: /吴江|wujiang/ })
      .getByText('待对方答复')
      .waitFor();
    const shots = process.env['SHOTS'];
    const shoot = async (name: string): Promise<void> => {
      for (const [width, height] of [
        [1366, 768],
        [1920, 1080],
      ] as const) {
        await page.setViewportSize({ width, height });
        if (shots !== undefined) await page.screenshot({ path: join(shots, `${name}-${width}.png`) });
      }
    };
    await shoot('asked-dark');
    await settle(after, partner);
    await page.getByText('已答复，待接管').waitFor();
    expect(await after.violations()).toEqual([]);
    await page.getByRole('button', { name: '接管' }).press('Enter');
    const sheet = page.getByRole('dialog');
    await sheet.getByText('由本终端接管协助请求').waitFor();
    await shoot('sheet-dark');
    expect(await after.violations()).toEqual([]);
    await sheet.getByRole('button', { name: '接管' }).press('Enter');
    await page.getByText('往来正常', { exact: true }).waitFor();
    await expect.poll(() => page.getByRole('link', { name: '恢复往来' }).count()).toBe(0);

    // Once the partner has heard of it, the old machine runs again, with something on it that nobody ever got.
    await settle(after, partner);
    await before.ask('request.note', { request, text: '旧机器上写的留言' });
    await before.ask('sync.now', {});
    await settle(after, partner);
    await page.getByText('旧机器上写的留言').waitFor();
    await shoot('orphan-dark');
    expect(await after.violations()).toEqual([]);
    await page.getByRole('button', { name: /^重新发出 留言/ }).press('Enter');
    await page.getByText('没有未入链的记录').waitFor();
    await settle(after, partner);
    const { timeline, digest } = await partner.ask('request.get', { request });
    expect(timeline.at(-1)).toMatchObject({ kind: 'note', content: { text: '旧机器上写的留言' } });
    expect((await after.ask('request.get', { request })).digest).toBe(digest);
    expect(after.problems).toEqual([]);
  }, 180_000);
});
