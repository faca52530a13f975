import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWith } from '../support/describe-with.ts';
import { press, tabTo } from './support/keyboard.ts';
import { openProduct, type ProductPage, type ProductSite } from './support/product-site.ts';

async function carryOut(page: Page): Promise<void> {
  await page.keyboard.press('Control+S');
  await page.waitForFunction(() => document.querySelector('dialog[open]') === null);
}

/** A letter handed in for examination; answers its request. */
async function submitted(desk: ProductPage, special: string): Promise<string> {
  const drafter = (await desk.ask('office.get', {})).people.find((person) => person.roles.includes('clerk'));
  await desk.ask('person.actAs', { id: drafter?.id as never });
  const { rows } = await desk.ask('dossier.list', { filter: { side: 'arb', status: 'accepted' } });
  const dossier = rows[0]?.id as never;
  const { letter } = await desk.ask('request.prefill', { dossier, kind: 'ARB_INVESTIGATE' });
  const items = letter.items.map((item) => ({ ...item, questions: '调取工资台账。' }));
  const partner = (await desk.ask('partner.list', {}))[0]?.office as never;
  const text = { ...letter, items, special, department: '立案调解庭', toAddress: '苏州市吴江区某路 8 号' };
  return (await desk.ask('paper.submit', { dossier, partner, letter: text })).id;
}

describeWith('chromium', 'letters, extensions and what is set aside, in the real product', (chromium) => {
  let site: ProductSite;
  const shots = process.env['SHOTS'];
  const shot = async ({ page }: ProductPage, name: string): Promise<void> => {
    if (shots !== undefined) await page.screenshot({ path: join(shots, `${name}.png`) });
  };

  beforeAll(async () => {
    site = await openProduct(chromium);
  });
  afterAll(async () => {
    await site.close();
  });

  it('says one thing in tag, strip and buttons after signing, and lets nothing leave without the scan that is required', async () => {
    const desk = await site.open('own');
    const { page, ask, go } = desk;
    await ask('office.setSettings', { sealedScanRequired: true });
    const id = await submitted(desk, '用印');
    await go(`#/requests/${id}`);
    await press(page, /^换.+操作$/);
    await press(page, /^审核通过$/);
    await carryOut(page);
    await press(page, /^换.+操作$/);
    await press(page, /^签发$/);
    await carryOut(page);
    const head = page.locator('main .page-head');
    await head.getByText('待用印').waitFor();
    expect(await page.locator('.paper-step[aria-current="step"]').textContent()).toContain('用印');
    expect(await page.getByRole('button', { name: '修改', exact: true }).count()).toBe(0);
    expect(await page.getByRole('button', { name: '发出', exact: true }).count()).toBe(0);
    await shot(desk, 'paper-signed');

    await press(page, /^换.+操作$/);
    await press(page, /^用印$/);
    await page.keyboard.press('Control+S');
    await page.getByRole('alert').filter({ hasText: '扫描件' }).first().waitFor();
    const chooser = page.waitForEvent('filechooser');
    await press(page, /^(附盖章扫描件|添加附件)/);
    await (await chooser).setFiles({
      name: '盖章函.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.7 made up'),
    });
    await page.locator('dialog[open] .enclosures').getByText('盖章函.pdf').waitFor();
    await carryOut(page);
    await head.getByText('待发出').waitFor();
    expect(await page.getByRole('button', { name: '用印', exact: true }).count()).toBe(0);
    expect(await desk.violations()).toEqual([]);
    await press(page, /^发出$/);
    await carryOut(page);
    await head.getByText('待收文登记').waitFor();
    expect((await ask('request.get', { request: id as never })).files.map((file) => file.name)).toEqual(['盖章函.pdf']);
    await ask('office.setSettings', { sealedScanRequired: false });
    expect(desk.problems).toEqual([]);
  }, 120_000);

  it('offers the signer alone the way back once a letter is signed and no seal is required', async () => {
    const desk = await site.open('own', { theme: 'dark' });
    const { page, go } = desk;
    const id = await submitted(desk, '撤销');
    await go(`#/requests/${id}`);
    await press(page, /^换.+操作$/);
    await press(page, /^审核通过$/);
    await carryOut(page);
    await press(page, /^换.+操作$/);
    await press(page, /^签发$/);
    await carryOut(page);
    await page.locator('main .page-head').getByText('待发出').waitFor();
    expect(await page.locator('.paper-step[aria-current="step"]').textContent()).toContain('发出');
    expect(await page.locator('.paper-acts .button-line button').allTextContents()).toEqual([
      '发出',
      '撤销签发，退回修改',
    ]);
    await shot(desk, 'paper-signed-dark');
    await press(page, /^撤销签发/);
    await tabTo(page, /^退回理由/);
    await page.keyboard.type('请补充调查提纲。');
    await carryOut(page);
    await page.locator('main .page-head').getByText('已退回拟稿').waitFor();
    expect(desk.problems).toEqual([]);
  }, 120_000);

  it('shows what an extension asks for and why, moves the request between the columns, and counts alike in rail and board', async () => {
    const [asks, does] = [await site.open('own'), await site.open('partner')];
    const { rows } = await asks.ask('request.list', { direction: 'out' });
    const row = rows.find((one) => one.state === 'accepted');
    const request = row?.id as never;
    const today = (await asks.ask('session.status', {})).today as never;
    const until = `${Number(String(today).slice(0, 4)) + 1}-03-20`;
    await does.ask('request.extend', { request, on: today, until: until as never, reason: '班组长出差，月底返回。' });
    for (const desk of [does, asks, does]) await desk.ask('sync.now', {});
    await asks.go('#/requests');
    const column = (name: string) => asks.page.getByRole('region', { name, exact: true });
    await column('待我方').getByText('延期待答复').waitFor();
    const badge = asks.page.getByRole('navigation').getByRole('link', { name: /协助/ });
    const total = (await asks.ask('request.list', { actor: 'us', limit: 1 })).total;
    await expect.poll(() => badge.locator('.count [aria-hidden]').textContent()).toBe(String(total));
    expect(await column('待我方').locator('h2 .num').textContent()).toBe(String(total));

    await asks.go(`#/requests/${String(request)}`);
    await asks.page.locator('.clock').filter({ hasText: '约定回复日' }).waitFor();
    await shot(asks, 'clocks');
    await press(asks.page, /^答复延期$/);
    const sheet = asks.page.locator('dialog[open]');
    await sheet.getByText('班组长出差，月底返回。').waitFor();
    expect(await sheet.locator('.act-facts').textContent()).toContain('3 月 20 日');
    expect(await asks.violations()).toEqual([]);
    await shot(asks, 'extension');
    await carryOut(asks.page);
    await asks.go('#/requests');
    await column('待我方').getByText('延期待答复').waitFor({ state: 'detached' });
    await column('待对方')
      .locator(`a[href="#/requests/${String(request)}"]`)
      .waitFor();
    await expect.poll(() => badge.locator('.count [aria-hidden]').textContent()).toBe(String(total - 1));
    await does.go(`#/requests/${String(request)}`);
    // A round asked for may join one that began before the answer was written, so it is asked for until it has come.
    await expect
      .poll(
        async () => {
          for (const desk of [asks, does]) await desk.ask('sync.now', {});
          return does.page.locator('main').textContent();
        },
        { timeout: 30_000 },
      )
      .toContain('同意延期至');
    expect([...asks.problems, ...does.problems]).toEqual([]);
  }, 120_000);

  it('sets a damaged package aside, says why and that nothing is lost', async () => {
    const desk = await site.open('own');
    const { page, ask, go } = desk;
    const folder = mkdtempSync(join(tmpdir(), 'xieban-damaged-'));
    const partner = (await ask('partner.list', {}))[0];
    const own = (await ask('office.get', {})).id;
    const inbox = join(folder, 'inbox', own);
    mkdirSync(inbox, { recursive: true });
    const rubbish = 'not a package at all';
    writeFileSync(join(inbox, `${createHash('sha256').update(rubbish).digest('hex')}.xb`), rubbish);
    const before = partner?.folder ?? '';
    await ask('partner.setFolder', { office: partner?.office as never, folder });
    await ask('sync.now', {});
    await go('#/sync');
    const panel = page.locator('section, .panel').filter({ hasText: '隔离区' }).last();
    await panel.getByText('不予采用').first().waitFor();
    expect(await panel.textContent()).toContain('不是协办的包，或已残缺');
    expect(await panel.textContent()).toContain('请对方重新发送');
    expect(await desk.violations()).toEqual([]);
    await shot(desk, 'quarantine');
    await ask('partner.setFolder', { office: partner?.office as never, folder: before });
    expect(desk.problems).toEqual([]);
  });
});
