import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findProgram } from '../../build/test/programs.ts';
import { oneServerFiles } from '../exchange/support/nats-exchange.ts';
import { natsServer } from '../exchange/support/nats-server.ts';
import { describeWith } from '../support/describe-with.ts';
import { fill, press, tabTo } from './support/keyboard.ts';
import { openProduct, type ProductSite } from './support/product-site.ts';

describeWith('chromium', 'the ways of the exchange in the real product', (chromium) => {
  let site: ProductSite;

  beforeAll(async () => {
    site = await openProduct(chromium);
  });
  afterAll(async () => {
    await site.close();
  });

  it('says calmly that a folder is gone, since when, and that nothing is lost; and uses it when it is back', async () => {
    const { page, go, ask, violations, problems } = await site.open('own', { width: 1366, height: 768 });
    const [partner] = await ask('partner.list', {});
    const shared = join(mkdtempSync(join(tmpdir(), 'xieban-ways-')), 'shared');
    mkdirSync(shared);
    await ask('partner.setFolder', { office: partner?.office as never, folder: shared });
    await go('#/sync');
    await press(page, /^立即收发$/);
    const ways = page.getByRole('region', { name: '收发通道' });
    await ways.getByText('可用', { exact: true }).waitFor();
    renameSync(shared, `${shared}-away`);
    await press(page, /^立即收发$/);
    await ways.getByText('暂不可用').waitFor();
    await ways.getByText(/上次可用 \d{4}-/).waitFor();
    await ways.getByText('文件夹现在不在').waitFor();
    expect(await ways.locator('.tone-red, .dot.trouble').count()).toBe(0);
    expect(await violations()).toEqual([]);
    renameSync(`${shared}-away`, shared);
    await press(page, /^立即收发$/);
    await ways.getByText('可用', { exact: true }).waitFor();
    expect(problems).toEqual([]);
  });

  it('hands out the bytes of what was set aside, reads it again, and settles it with a reason, by keyboard', async () => {
    const { page, go, ask, violations, problems } = await site.open('own', { theme: 'dark' });
    const [partner] = await ask('partner.list', {});
    const us = (await ask('office.get', {})).id;
    const shared = mkdtempSync(join(tmpdir(), 'xieban-aside-'));
    await ask('partner.setFolder', { office: partner?.office as never, folder: shared });
    mkdirSync(join(shared, 'inbox', us), { recursive: true });
    const rubbish = Buffer.from('no package at all');
    const id = createHash('sha256').update(rubbish).digest('hex');
    writeFileSync(join(shared, 'inbox', us, `${id}.xb`), rubbish);
    await go('#/sync');
    await press(page, /^立即收发$/);
    const panel = page.getByRole('region', { name: /^隔离区 1 件/ });
    await panel.waitFor();

    const download = page.waitForEvent('download');
    await press(page, /^导出原样 /);
    const saved = join(shared, 'out.bin');
    await (await download).saveAs(saved);
    expect(readFileSync(saved)).toEqual(rubbish);
    const { rows } = await ask('audit.list', {});
    expect(rows[0]).toMatchObject({ act: 'audit.exported', about: id });

    await press(page, /^再读一次 /);
    await page.getByText('仍不能采用：不是协办的包，或已残缺').waitFor();
    expect(await violations()).toEqual([]);

    await press(page, /^了结 /);
    await fill(page, /^原因/, '已与对方核实，误放的文件');
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: /^隔离区 0 件/ }).waitFor();
    await page.getByText('已了结 1 件').waitFor();
    expect((await ask('sync.status', {})).quarantine).toMatchObject([{ id, settled: '已与对方核实，误放的文件' }]);
    expect(problems).toEqual([]);
  });

  it('sets a server, tries it, and exchanges over it; a server that goes away is no alarm', async ({ skip }) => {
    skip(findProgram('nats-server') === undefined, 'nats-server is not installed');
    const [own, partner] = [await site.open('own', { width: 1366, height: 768 }), await site.open('partner')];
    const { page, ask } = own;
    const ours = (await ask('office.get', {})).id;
    const theirs = (await partner.ask('office.get', {})).id;
    for (const [desk, other] of [[own, theirs] as const, [partner, ours] as const]) {
      const { people } = await desk.ask('office.get', {});
      const head = people.find(({ roles, active }) => active && roles.includes('head'));
      await desk.ask('person.actAs', { id: head?.id as never });
      await desk.ask('partner.setFolder', { office: other as never, folder: '' });
    }

    await own.go('#/settings/server');
    await page.getByText('还没有', { exact: true }).waitFor();
    await press(page, /^生成密钥$/);
    await page.getByRole('dialog').waitFor();
    await press(page, /^生成密钥$/);
    await page.getByRole('button', { name: '更换密钥' }).waitFor();
    const ourKey = (await ask('server.get', {})).key?.publicKey ?? '';
    await page.getByText(ourKey).waitFor();
    const theirKey = (await partner.ask('server.makeKey', {})).publicKey;
    const known = [
      { office: ours, region: 'A', publicKey: ourKey, partners: [theirs] },
      { office: theirs, region: 'B', publicKey: theirKey, partners: [ours] },
    ];
    const { url, files } = await oneServerFiles(known);
    const server = await natsServer(url, files);

    await fill(page, /^服务器地址/, 'ftp://nowhere');
    await press(page, /^试连$/);
    await page.getByText('服务器地址不对').first().waitFor();
    await fill(page, /^服务器地址/, url);
    await press(page, /^试连$/);
    await page.getByText(/可以使用，服务器版本/).waitFor();
    expect(await own.violations()).toEqual([]);
    await page.keyboard.press('Control+S');
    await page.getByText('已保存。').waitFor();
    expect((await ask('server.get', {})).addresses).toEqual([url]);
    await partner.ask('server.set', { addresses: [url] });
    await partner.ask('partner.setServer', { office: ours as never, on: true });

    await own.go(`#/partners/${theirs}`);
    await tabTo(page, /^也经交换服务器与对方收发/);
    await page.keyboard.press('Space');
    await page.waitForFunction(() => document.querySelector('input[type=checkbox]:checked') !== null);
    expect(await own.violations()).toEqual([]);

    const { rows } = await ask('request.list', { direction: 'out', actor: 'them' });
    const request = rows.find((row) => row.state === 'accepted')?.id ?? '';
    const { today } = await ask('session.status', {});
    await ask('request.urge', { request: request as never, on: today as never, text: '请告知进展。' });
    await own.go('#/sync');
    await press(page, /^立即收发$/);
    await partner.ask('sync.now', {});
    await press(page, /^立即收发$/);
    await partner.ask('sync.now', {});
    await press(page, /^立即收发$/);
    const ways = page.getByRole('region', { name: '收发通道' });
    await ways.getByText(/服务器版本 \d.* · /).waitFor();
    await ways.getByText(/断电保护/).waitFor();
    const kinds = async (): Promise<readonly string[]> =>
      (await partner.ask('request.get', { request: request as never })).timeline.map(({ kind }) => kind);
    await expect.poll(kinds, { timeout: 20_000 }).toContain('urge');
    await expect
      .poll(async () => (await ask('sync.status', {})).partners[0], { timeout: 20_000 })
      .toMatchObject({ local: 0, sent: 0, reachable: 'yes' });
    expect(await own.violations()).toEqual([]);

    await server.kill();
    await press(page, /^立即收发$/);
    await ways.getByText('暂不可用').waitFor();
    await ways.getByText('服务器没有应答').waitFor();
    expect(await ways.locator('.tone-red, .dot.trouble').count()).toBe(0);
    expect([...own.problems, ...partner.problems]).toEqual([]);
  });
});
