import { cpSync, readFileSync, rmSync } from 'node:fs';
import { extname, join } from 'node:path';
import react from '@vitejs/plugin-react';
import { type Browser, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { buildRenderer } from '../../build/bundle/build.ts';
import { findProgram } from '../../build/test/programs.ts';
import { startHostProcess } from '../security/support/host-process.ts';
import { atLeast, type Check } from './check-line.ts';
import { benchPassphrase, manyDossiers } from './many-dossiers.ts';
import { type Rows, untilPainted } from './paint/clock.ts';
import { p95, say } from './timing.ts';

const dossiers = 100_000;
const acts = 120;
const viewport = { width: 1366, height: 768 };
const ours: Rows = { row: '.list-row', waiting: '.list-row .waiting' };
const theirs: Rows = { row: '.ant-table-row', waiting: '.nothing-waits-here' };

/** One page down with the wheel, again and again. */
async function wheel(page: Page, rows: Rows): Promise<readonly number[]> {
  await page.waitForSelector(rows.row);
  await page.mouse.move(600, 450);
  const times: number[] = [];
  for (let act = 0; act < acts; act += 1) {
    times.push(await untilPainted(page, 'wheel', rows, () => page.mouse.wheel(0, 480)));
  }
  return times;
}

/** The keys of the list: pages, the far end and back, which are read from the store each time. */
async function keys(page: Page): Promise<readonly number[]> {
  await page.focus('.list-view');
  const times: number[] = [];
  const pressed = ['End', 'PageUp', 'Home', 'PageDown', 'PageDown', 'PageDown'];
  for (let act = 0; act < acts; act += 1) {
    const key = pressed[act % pressed.length] ?? 'PageDown';
    times.push(await untilPainted(page, 'keydown', ours, () => page.keyboard.press(key)));
  }
  return times;
}

/** Digits of names and numbers in the search box, one by one and away again: each narrows the list or widens it. */
async function typing(page: Page): Promise<readonly number[]> {
  await page.focus('.register-filter input[type=search]');
  const times: number[] = [];
  const pressed = ['7', '3', 'Backspace', 'Backspace', '9', '4', '8', 'Backspace', 'Backspace', 'Backspace'];
  for (let act = 0; act < acts; act += 1) {
    const key = pressed[act % pressed.length] ?? 'Backspace';
    times.push(await untilPainted(page, 'keydown', ours, () => page.keyboard.press(key)));
  }
  return times;
}

async function openOurs(browser: Browser, data: string) {
  const host = startHostProcess(['--data', data, '--renderer', 'out/renderer']);
  const address = await host.address;
  const context = await browser.newContext({ viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' });
  const page = await context.newPage();
  await page.goto(address);
  await page.goto(`${new URL(address).origin}/own/`);
  await page.waitForSelector('input[type=password]');
  await page.fill('input[type=password]', benchPassphrase);
  await page.keyboard.press('Enter');
  await page.waitForSelector('nav');
  await page.evaluate(() => {
    window.location.hash = '#/dossiers?status=all';
  });
  await page.waitForSelector(ours.row);
  const close = async (): Promise<void> => {
    await context.close();
    host.child.kill('SIGTERM');
    await host.ended;
  };
  return { page, close };
}

async function openTheirs(browser: Browser, out: string): Promise<Page> {
  await build({
    configFile: false,
    root: join(import.meta.dirname, 'paint'),
    logLevel: 'error',
    plugins: [react()],
    build: { outDir: out, emptyOutDir: true },
  });
  const page = await browser.newPage({ viewport });
  const types: Readonly<Record<string, string>> = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript' };
  await page.route('http://peer.test/**', async (route) => {
    const { pathname } = new URL(route.request().url());
    const file = pathname === '/' ? '/index.html' : pathname;
    const type = types[extname(file)];
    await (type === undefined
      ? route.fulfill({ status: 204 })
      : route.fulfill({ body: readFileSync(join(out, file)), headers: { 'content-type': type } }));
  });
  await page.goto('http://peer.test/');
  return page;
}

/** `bench paint`: from wheel, key and typed character to the frame that shows it, 100 000 files, beside antd's table over static rows. */
export async function benchPaint(cache: string): Promise<readonly Check[]> {
  const executablePath = findProgram('chromium');
  if (executablePath === undefined) {
    console.log('paint: no Chromium on this machine, nothing measured');
    return [];
  }
  const made = join(cache, `start-${dossiers}`);
  await manyDossiers(made, dossiers);
  await buildRenderer();
  const data = join(cache, 'paint');
  rmSync(data, { recursive: true, force: true });
  cpSync(made, data, { recursive: true });
  const args = ['--no-sandbox', '--disable-gpu', '--disable-smooth-scrolling', '--no-first-run'];
  const browser = await chromium.launch({ executablePath, args });
  try {
    const peer = await wheel(await openTheirs(browser, join(cache, 'paint-peer')), theirs);
    const product = await openOurs(browser, data);
    const wheeled = await wheel(product.page, ours);
    const keyed = await keys(product.page);
    const typed = await typing(product.page);
    await product.close();
    say(`${dossiers} rows, a page with the wheel`, wheeled);
    say(`${dossiers} rows, keys of the list`, keyed);
    say(`${dossiers} rows, a character typed into the search box`, typed);
    say(`${dossiers} static rows in the table of antd, a page with the wheel`, peer);
    return [
      atLeast('paint: 100 ms / ours, wheel, p95', 100 / p95(wheeled), 1),
      atLeast('paint: 100 ms / ours, keys, p95', 100 / p95(keyed), 1),
      atLeast('paint: 100 ms / ours, typed character, p95', 100 / p95(typed), 1),
      atLeast('paint: table of antd / ours, wheel, p95', p95(peer) / p95(wheeled), 1 / 1.3),
    ];
  } finally {
    await browser.close();
    rmSync(data, { recursive: true, force: true });
  }
}
