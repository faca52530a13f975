import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { officeIdField } from '#shared/contract/fields.ts';
import { describeWith } from '../support/describe-with.ts';
import { fill, press } from './support/keyboard.ts';
import { openProduct, type ProductPage } from './support/product-site.ts';

const passphrase = 'one sentence that is long enough';
const next = 'another sentence, just as long';

/** A folder for copies; it is removed when the test is over. */
function folderForCopies(): string {
  const folder = mkdtempSync(join(tmpdir(), 'xieban-copies-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** An office of its own at this desk; answers its recovery key. */
async function founded({ page, ask }: ProductPage): Promise<string> {
  const { recoveryKey } = await ask('session.create', {
    ...{ office: officeIdField.parse('qingpu-own'), name: '青浦区样例机构', region: '310118', side: 'both' },
    ...{ person: '沈样文', passphrase, language: 'zh-CN' },
  });
  await page.reload();
  await page.locator('.frame, main h1').first().waitFor();
  return recoveryKey;
}

describeWith('chromium', 'copies in the real product', (chromium) => {
  it('one is made through the settings, refused first where there is no folder, and restored on another machine', async () => {
    const first = await openProduct(chromium, { empty: true });
    onTestFinished(() => first.close());
    const office = await first.open('own');
    const recoveryKey = await founded(office);
    const folder = folderForCopies();
    await office.go('#/settings/backup');
    await fill(office.page, /^备份到/, join(folder, 'stick'));
    await office.page.keyboard.press('Enter');
    await office.page.getByText('没有找到这个文件夹').first().waitFor();
    expect(await office.violations()).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
    writeFileSync(join(folder, 'file'), 'x');
    await fill(office.page, /^备份到/, join(folder, 'file'));
    await office.page.keyboard.press('Enter');
    await office.page.getByText('这是一个文件，不是文件夹').first().waitFor();
    await fill(office.page, /^备份到/, folder);
    await office.page.keyboard.press('Enter');
    await office.page.getByText('备份已写好并核对无误').waitFor();
    const [copy = ''] = readdirSync(folder).filter((name) => name.startsWith('xieban-backup-'));
    expect(office.problems).toEqual([]);

    const second = await openProduct(chromium, { empty: true });
    onTestFinished(() => second.close());
    const { page, ask, violations, problems } = await second.open('own', { theme: 'dark' });
    await press(page, /^从备份恢复/);
    await page.getByRole('button', { name: 'English' }).waitFor();
    await fill(page, /^备份所在的文件夹/, join(folder, copy));
    await fill(page, /^恢复密钥/, recoveryKey.toLowerCase().replaceAll('-', ' '));
    await fill(page, /^口令\s*\*?$/, next);
    await fill(page, /^再输入一次口令/, next);
    expect(await violations()).toEqual([]);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('.door') === null);
    expect(await ask('session.status', {})).toMatchObject({ state: 'open', requestsReadOnly: false });
    expect((await ask('office.get', {})).name).toBe('青浦区样例机构');
    await ask('session.lock', {});
    await page.getByRole('heading', { name: '打开数据' }).waitFor();
    await fill(page, /^口令/, next);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('.door') === null);
    expect(problems).toEqual([]);
  });

  it('one takes the place of damaged data, which is put aside from the page that says so', async () => {
    const site = await openProduct(chromium, { empty: true });
    onTestFinished(() => site.close());
    const desk = await site.open('own');
    const { page, ask, violations, problems } = desk;
    const recoveryKey = await founded(desk);
    const folder = folderForCopies();
    const { path } = await ask('backup.make', { folder });
    await ask('session.lock', {});
    truncateSync(join(site.data, 'xieban.db'), 4096 * 3);
    const harmed = readFileSync(join(site.data, 'xieban.db'));
    await page.getByRole('heading', { name: '打开数据' }).waitFor();
    await press(page, /^English$/);
    await page.getByRole('heading', { name: 'Open the data' }).waitFor();
    await fill(page, /^Passphrase/, passphrase);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'The data was not opened' }).waitFor();
    expect(await violations()).toEqual([]);
    await press(page, /^中文$/);
    await press(page, /^移到一旁/);
    await page.getByRole('alert').getByText('已原样移到').waitFor();
    expect(await violations()).toEqual([]);
    const [when = ''] = readdirSync(join(site.data, 'quarantine'));
    expect(readFileSync(join(site.data, 'quarantine', when, 'xieban.db')).equals(harmed)).toBe(true);
    await press(page, /^从备份恢复/);
    await fill(page, /^备份所在的文件夹/, path);
    await fill(page, /^恢复密钥/, recoveryKey);
    await fill(page, /^口令\s*\*?$/, next);
    await fill(page, /^再输入一次口令/, next);
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('.door') === null);
    expect((await ask('office.get', {})).name).toBe('青浦区样例机构');
    expect(problems).toEqual([]);
  });
});
