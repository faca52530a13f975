import { expect, it, onTestFinished } from 'vitest';
import { officeIdField } from '#shared/contract/fields.ts';
import { describeWith } from '../support/describe-with.ts';
import { fill, press, tabTo } from './support/keyboard.ts';
import { openProduct } from './support/product-site.ts';

const passphrase = '样例 口令 二〇二六';
const next = '另一句 样例 口令';

describeWith('chromium', 'the keys of an office in the real product', (chromium) => {
  it('are changed and renewed by keyboard, leave no draft, and wrong passphrases stand in the trail', async () => {
    const site = await openProduct(chromium, { empty: true });
    onTestFinished(() => site.close());
    const { page, go, ask, violations, problems } = await site.open('own');
    const { recoveryKey } = await ask('session.create', {
      ...{ office: officeIdField.parse('qingpu-own'), name: '青浦区样例机构', region: '310118', side: 'arbitration' },
      ...{ person: '沈样文', passphrase, language: 'zh-CN' },
    });
    await ask('session.confirmRecoveryKey', { recoveryKey });
    await page.reload();
    await go('#/settings/keys');
    // One form at a time: there is one filled button for Ctrl+S, and what another one held is gone.
    await press(page, /^再核对一次$/);
    await fill(page, /^恢复密钥/, 'half of it');
    await press(page, /^重新生成恢复密钥$/);
    expect(await page.locator('main form, main .form').count()).toBe(1);
    await page.getByRole('button', { name: '更换口令' }).focus();
    await press(page, /^更换口令$/);
    expect(await page.locator('main .ant-btn-primary').count()).toBe(1);
    await page.getByRole('button', { name: /^再核对一次$/ }).waitFor();
    await fill(page, /^现在的口令\s*\*?$/, 'not the passphrase');
    await fill(page, /^新口令\s*\*?$/, next);
    await fill(page, /^再输入一次新口令/, next);
    await page.keyboard.press('Enter');
    await page.getByText('口令不对').first().waitFor();
    expect(await violations()).toEqual([]);
    await fill(page, /^现在的口令\s*\*?$/, passphrase);
    await page.keyboard.press('Enter');
    await page.getByText('口令已更换').waitFor();
    expect(await ask('draft.list', {})).toEqual([]);

    await press(page, /^重新生成恢复密钥$/);
    await fill(page, /^现在的口令\s*\*?$/, next);
    await page.keyboard.press('Enter');
    await page.locator('.key-text').waitFor();
    expect(await violations()).toEqual([]);
    const renewed = (await page.locator('.key-text span').allTextContents()).join('-');
    expect(renewed).not.toBe(recoveryKey);
    await page.getByText('尚未确认').waitFor();
    await press(page, /^已经记下$/);
    await fill(page, /^恢复密钥/, renewed.toLowerCase());
    await page.keyboard.press('Enter');
    await page.getByText('核对无误').waitFor();

    await ask('session.lock', {});
    await tabTo(page, /^口令/);
    await page.keyboard.type(passphrase);
    await page.keyboard.press('Enter');
    await page.getByText('口令不对').first().waitFor();
    await fill(page, /^口令/, next);
    await page.keyboard.press('Enter');
    await go('#/settings/audit');
    await page.getByRole('row', { name: /口令输错.*2 次/ }).waitFor();
    await page.getByRole('row', { name: /更换口令或密钥.*恢复密钥/ }).waitFor();
    await page
      .getByRole('row', { name: /更换口令或密钥.*口令/ })
      .first()
      .waitFor();
    expect(problems).toEqual([]);
  });

  it('lie in three shares, a sheet a person, and two of them open the data by keyboard', async () => {
    const site = await openProduct(chromium, { empty: true });
    onTestFinished(() => site.close());
    const { page, go, ask, violations, problems } = await site.open('own', { theme: 'dark' });
    const { recoveryKey } = await ask('session.create', {
      ...{ office: officeIdField.parse('qingpu-own'), name: '青浦区样例机构', region: '310118', side: 'arbitration' },
      ...{ person: '沈样文', passphrase, language: 'zh-CN' },
    });
    await page.reload();
    await go('#/settings/keys');
    await press(page, /^拆成三份，由三人保管$/);
    await fill(page, /^恢复密钥/, recoveryKey.toLowerCase());
    await page.keyboard.press('Enter');
    await page.locator('.share-text').nth(2).waitFor();
    expect(await violations()).toEqual([]);
    const shares = await page
      .locator('.share-text')
      .evaluateAll((sheets) => sheets.map((sheet) => [...sheet.children].map((one) => one.textContent).join('-')));
    expect(shares).toHaveLength(3);

    // The printer is asked once, for three sheets that show nothing else, under a title without a secret.
    const printed = page.evaluate(
      () =>
        new Promise<readonly [title: string, texts: readonly string[]]>((seen) => {
          window.print = () => {
            const sheets = [...document.querySelectorAll('.share-print section')];
            seen([document.title, sheets.map((sheet) => sheet.textContent)]);
          };
        }),
    );
    await press(page, /^打印（每人一张）$/);
    const [title, sheets] = await printed;
    expect(title).not.toMatch(/[0-9A-Z]{5}/);
    expect(sheets.map((sheet) => sheet.match(/第 \d 份，共 3 份/)?.[0])).toEqual(
      [1, 2, 3].map((n) => `第 ${n} 份，共 3 份`),
    );
    const pages = (await page.pdf({ format: 'A4' })).toString('latin1').match(/\/Type\s*\/Page\b/g);
    expect(pages).toHaveLength(3);
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
    await press(page, /^三份都已交给保管人$/);
    await page.getByText(/^已于 .* 拆成三份/).waitFor();
    expect(await ask('draft.list', {})).toEqual([]);

    await ask('session.lock', {});
    await press(page, /^忘记口令，用恢复密钥$/);
    await page.getByRole('radio', { name: '三份中的任意两份' }).focus();
    await page.keyboard.press('Space');
    await fill(page, /^第一张上的字符/, shares[2] ?? '');
    await fill(page, /^第二张上的字符/, shares[2] ?? '');
    await fill(page, /^口令\s*\*?$/, next);
    await fill(page, /^再输入一次口令/, next);
    await page.keyboard.press('Enter');
    await page.getByText('两次输入的是同一份').first().waitFor();
    expect(await violations()).toEqual([]);
    await fill(page, /^第二张上的字符/, shares[0] ?? '');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('.door') === null);
    await go('#/settings/audit');
    await page.getByRole('row', { name: /恢复密钥拆成三份/ }).waitFor();
    expect(problems).toEqual([]);
  });

  it('and the sealing key is renewed by keyboard with the passphrase, and the earlier one is kept', async () => {
    const site = await openProduct(chromium, { empty: true });
    onTestFinished(() => site.close());
    const { page, go, ask, violations, problems } = await site.open('own');
    await ask('session.create', {
      ...{ office: officeIdField.parse('qingpu-own'), name: '青浦区样例机构', region: '310118', side: 'arbitration' },
      ...{ person: '沈样文', passphrase, language: 'zh-CN' },
    });
    await page.reload();
    await go('#/settings/keys');
    await page.getByText('0 个，只用来打开按它加密的包').waitFor();
    await press(page, /^更换加密密钥$/);
    await fill(page, /^现在的口令/, 'not the passphrase');
    await page.keyboard.press('Enter');
    await page.getByText('口令不对').first().waitFor();
    await fill(page, /^现在的口令/, passphrase);
    expect(await violations()).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByText('加密密钥已更换').waitFor();
    await page.getByText('1 个，只用来打开按它加密的包').waitFor();
    expect(await violations()).toEqual([]);
    expect(await ask('draft.list', {})).toEqual([]);
    await go('#/settings/audit');
    await page.getByRole('row', { name: /更换口令或密钥.*加密密钥/ }).waitFor();
    expect(problems).toEqual([]);
  });
});
