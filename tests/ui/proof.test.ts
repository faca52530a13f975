import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { suiteOne } from '#electron/sealing/suite-one.ts';
import { assistRules } from '#shared/domain/assist/rules.ts';
import { verifyProof } from '#shared/protocol/proof/verify-proof.ts';
import { describeWith } from '../support/describe-with.ts';
import { press } from './support/keyboard.ts';
import { openProduct, type ProductPage, type ProductSite } from './support/product-site.ts';

const a4 = /\/MediaBox\s*\[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/;

describeWith('chromium', 'the proof of a request in the real product', (chromium) => {
  let site: ProductSite;
  let desk: ProductPage;
  let request = '';

  beforeAll(async () => {
    site = await openProduct(chromium);
    desk = await site.open('own');
    const { rows } = await desk.ask('request.list', { direction: 'out' });
    request = rows.find((row) => row.state === 'answered')?.id ?? '';
  });
  afterAll(async () => {
    await site.close();
  });

  it('says on the page that all is sound and which receipt of the partner covers each of our entries', async () => {
    await desk.go(`#/requests/${request}`);
    const panel = desk.page.getByRole('region', { name: '签收与核对' });
    await panel.getByText('全部相符').waitFor();
    const proof = await desk.ask('request.proof', { request: request as never });
    const own = proof.lines.filter((line) => line.ours);
    expect(own.length).toBeGreaterThan(0);
    for (const { receipt } of own.filter((line) => line.receipt !== null)) {
      await panel.getByText(`第 ${receipt?.number} 号凭据，${receipt?.heard}收到`).first().waitFor();
    }
    expect(await desk.violations()).toEqual([]);
    expect(desk.problems).toEqual([]);
  });

  it('saves the proof file by keyboard alone, without the texts unless somebody chooses them, and records it', async () => {
    await desk.go(`#/requests/${request}`);
    const save = async (): Promise<Buffer> => {
      const coming = desk.page.waitForEvent('download');
      await press(desk.page, /^保存$/);
      const download = await coming;
      expect(download.suggestedFilename()).toBe(`${request}.xieban-proof`);
      return readFileSync(await download.path());
    };
    await press(desk.page, /^保存证明文件…$/);
    expect(await desk.page.getByRole('radio', { name: '不附正文（不含当事人信息）' }).isChecked()).toBe(true);
    expect(await desk.violations()).toEqual([]);
    const bare = await save();
    await press(desk.page, /^保存证明文件…$/);
    await desk.page.getByRole('radio', { name: '不附正文（不含当事人信息）' }).focus();
    await desk.page.keyboard.press('ArrowDown');
    await desk.page.getByText('正文含有函件全文').waitFor();
    const full = await save();
    const ports = { suites: { s1: suiteOne }, rules: assistRules };
    const verdicts = [bare, full].map((bytes) => verifyProof(bytes, ports));
    expect(verdicts.map(({ ok }) => ok)).toEqual([true, true]);
    expect(verdicts[0]?.hash).toBe(verdicts[1]?.hash);
    expect(bare.length).toBeLessThan(full.length);
    expect(verdicts[0]?.lines.every(({ body }) => body === 'none' || body === 'left-out')).toBe(true);
    const { rows } = await desk.ask('audit.list', {});
    expect(rows.slice(0, 2).map(({ act, about }) => [act, about])).toEqual([
      ['audit.exported', request],
      ['audit.exported', request],
    ]);
    expect(desk.problems).toEqual([]);
  });

  it('prints a certificate on A4 with fingerprints, heads, roots, verdict and check value', async () => {
    const proof = await desk.ask('request.proof', { request: request as never });
    await desk.go(`#/requests/${request}/print/certificate`);
    const paper = desk.page.getByRole('article', { name: '请求核对证明' });
    await paper.getByText('核对结论：全部相符').waitFor();
    const text = await paper.innerText();
    const said = [proof.hash, proof.digest, proof.heads.r?.id, proof.heads.e?.id, request];
    const roots = proof.receipts.map(({ root }) => root);
    for (const value of [...said, ...roots, ...proof.offices.map((one) => one.fingerprint)]) {
      expect(text.replaceAll(/\s+/g, ' ')).toContain(value);
    }
    expect(await desk.violations()).toEqual([]);
    expect((await desk.page.pdf({ preferCSSPageSize: true })).toString('latin1')).toMatch(a4);
    const partner = await site.open('partner', { theme: 'dark', width: 1920, height: 1080 });
    await partner.go(`#/requests/${request}`);
    await partner.page.getByRole('region', { name: '签收与核对' }).getByText('全部相符').waitFor();
    expect(await partner.violations()).toEqual([]);
    expect([...desk.problems, ...partner.problems]).toEqual([]);
  });
});
