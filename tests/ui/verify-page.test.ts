import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sealProof } from '#shared/protocol/proof/seal-proof.ts';
import { verifyProof } from '#shared/protocol/proof/verify-proof.ts';
import { contentOf, ports, qingpu, writtenRequest } from '#tests/protocol/proof-case.ts';
import { offlinePage } from '../../build/verify/write-page.ts';
import { describeWith } from '../support/describe-with.ts';

const content = contentOf(writtenRequest());

describeWith('chromium', 'the offline page that checks a proof', (executablePath) => {
  const folder = mkdtempSync(join(tmpdir(), 'xieban-verify-'));
  const file = join(folder, 'xieban-verify.html');
  const proofs = { sound: join(folder, 'sound.xieban-proof'), changed: join(folder, 'changed.xieban-proof') };
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  const problems: string[] = [];

  beforeAll(async () => {
    writeFileSync(file, await offlinePage());
    writeFileSync(proofs.sound, sealProof(content, qingpu.signing));
    const e = content.e.map((one, i) => (i === 1 ? { ...one, signature: content.e[0]?.signature ?? '' } : one));
    writeFileSync(proofs.changed, sealProof({ ...content, e }, qingpu.signing));
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
    context = await browser.newContext({ locale: 'zh-CN', colorScheme: 'dark' });
    await context.setOffline(true);
    page = await context.newPage();
    page.on('console', (message) => problems.push(message.text()));
    page.on('pageerror', (error) => problems.push(error.message));
    page.on('request', (asked) => {
      if (!asked.url().startsWith('file:')) problems.push(`asked ${asked.url()}`);
    });
    await page.goto(pathToFileURL(file).href);
  });
  afterAll(async () => {
    await browser.close();
  });

  it('opened from a file and without network says the same as the checker, in both languages', async () => {
    await page.getByLabel('证明文件').setInputFiles(proofs.sound);
    await page.getByText('结论：通过。').waitFor();
    const verdict = verifyProof(sealProof(content, qingpu.signing), ports);
    const text = await page.getByRole('status').innerText();
    for (const value of [verdict.hash, verdict.digest, ...verdict.offices.map((one) => one.fingerprint)]) {
      expect(text).toContain(value);
    }
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('Verdict: passed.').waitFor();
    await page.getByRole('button', { name: '中文' }).click();
    expect(problems).toEqual([]);
  });

  it('names what was changed and where, and what is no proof', async () => {
    await page.getByLabel('证明文件').setInputFiles(proofs.changed);
    await page.getByText('受托方第 2 条：签名不符').waitFor();
    await page.getByText('结论：不通过').waitFor();
    await page.getByLabel('证明文件').setInputFiles({ name: 'x', mimeType: 'text/plain', buffer: Buffer.from('<b>') });
    await page.getByText('这不是可以核对的证明文件').waitFor();
    expect(problems).toEqual([]);
  });

  it('gives the file chosen last the last word, and a file that cannot be read a verdict', async () => {
    const choose = page.getByLabel('证明文件');
    // The first file is read only after the second was checked, as from a stick that has to wake up.
    await page.evaluate(() => {
      let woken: Promise<unknown> | undefined = new Promise((done) => addEventListener('wake', done, { once: true }));
      Blob.prototype.arrayBuffer = async function late() {
        const first = woken;
        woken = undefined;
        await first;
        return new Response(this).arrayBuffer();
      };
    });
    await choose.setInputFiles(proofs.changed);
    await page.getByText('正在核对').waitFor();
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByText('Checking ...').waitFor();
    await page.getByRole('button', { name: '中文' }).click();
    await choose.setInputFiles(proofs.sound);
    await page.getByText('结论：通过。').waitFor();
    const overtaken = await page.evaluate(async () => {
      dispatchEvent(new Event('wake'));
      const result = document.querySelector('[role=status]');
      for (let frame = 0; frame < 60; frame += 1) {
        await new Promise(requestAnimationFrame);
        if (result?.textContent.includes('不通过')) return true;
      }
      return false;
    });
    expect(overtaken).toBe(false);

    await page.evaluate(() => {
      Blob.prototype.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
    });
    await choose.setInputFiles(proofs.changed);
    await page.getByText('这不是可以核对的证明文件').waitFor();
    expect(problems).toEqual([]);
  });

  it('may run nothing but its own script and reach nothing', async () => {
    const refused = await page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'window.name = "ran"';
      document.body.append(script);
      return fetch('https://example.org').then(
        () => 'reached',
        () => window.name,
      );
    });
    expect(refused).toBe('');
    // Both attempts were refused by the page's policy, which says so on the console.
    expect(problems.filter((text) => text.includes('Content Security Policy')).length).toBeGreaterThanOrEqual(2);
  });
});
