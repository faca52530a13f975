import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openedBackend } from '#tests/support/backend.ts';
import { describeWith } from '../support/describe-with.ts';
import { openProduct, type ProductPage, type ProductSite } from './support/product-site.ts';

const passphrase = 'made up for a test';

/** Sets up an office with a partner and a letter waiting for its examination; answers recovery key and request. */
async function begun({ ask }: ProductPage): Promise<{ readonly recoveryKey: string; readonly request: string }> {
  const { recoveryKey } = await ask('session.create', {
    ...{ office: 'minhang-arb' as never, name: '闵行区劳动人事争议仲裁院', region: '310112', side: 'both' },
    ...{ person: '沈样文', passphrase },
  });
  const partner = await openedBackend();
  const { bytes } = await partner.ask('partner.ownCard', {});
  const office: string = (await partner.ask('office.get', {})).id;
  await partner.close();
  await ask('partner.add', { bytes, confirmed: true });
  const parties = [{ role: 'applicant' as const, type: 'person' as const, name: '周某某' }];
  const { today } = await ask('session.status', {});
  const received = await ask('dossier.receive', { side: 'arb', receivedOn: today, parties });
  const dossier = received.id as never;
  await ask('dossier.accept', { dossier, on: today as never });
  const { letter } = await ask('request.prefill', { dossier, kind: 'ARB_INVESTIGATE' });
  const items = letter.items.map((item) => ({
    ...item,
    ...{ object: { ...item.object, name: '某某公司' }, questions: '调取工资台账。' },
  }));
  const { id } = await ask('paper.submit', { dossier, partner: office as never, letter: { ...letter, items } });
  return { recoveryKey, request: id };
}

describeWith('chromium', 'a request in data restored from a backup', (chromium) => {
  const sites: ProductSite[] = [];

  beforeAll(async () => {
    sites.push(await openProduct(chromium, { empty: true }), await openProduct(chromium, { empty: true }));
  });
  afterAll(async () => {
    for (const site of sites) await site.close();
  });

  it('says why it offers no acts', async () => {
    const [before, after] = [await sites[0]?.open('own'), await sites[1]?.open('own')];
    if (!before || !after) throw new Error('two products are open');
    const { recoveryKey, request } = await begun(before);
    await before.page.reload();
    await before.go(`#/requests/${request}`);
    await before.page.getByRole('button', { name: '修改', exact: true }).waitFor();
    const folder = mkdtempSync(join(tmpdir(), 'xieban-kept-'));
    await before.ask('backup.make', { folder });
    const [made] = readdirSync(folder);
    await after.ask('backup.restore', { folder: join(folder, made ?? ''), recoveryKey, passphrase });
    await after.page.reload();
    await after.page.waitForSelector('main h1');
    await after.go(`#/requests/${request}`);
    await after.page.getByRole('status').filter({ hasText: '不提供办理按钮' }).waitFor();
    expect(await after.page.getByRole('button', { name: '修改', exact: true }).count()).toBe(0);
    expect(await after.page.locator('.paper-acts button').count()).toBe(0);
    expect(await after.violations()).toEqual([]);
    const shots = process.env['SHOTS'];
    if (shots !== undefined) await after.page.screenshot({ path: join(shots, 'restored.png') });
    expect(after.problems).toEqual([]);
  }, 120_000);
});
