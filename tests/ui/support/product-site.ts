import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import type { CallInput, CallName, CallOutput } from '#shared/contract/contract.ts';
import type { Desk } from '#shared/contract/desk.ts';
import type { Reply } from '#shared/contract/failure.ts';
import { buildRenderer } from '../../../build/bundle/build.ts';
import { startHostProcess } from '../../security/support/host-process.ts';

/** How the sample is looked at. `scale` is the display's scaling, which shrinks the room a page has. */
export type Look = {
  readonly theme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  readonly scale?: number;
};

/** A window on one desk of the sample. */
export type ProductPage = {
  readonly page: Page;
  /** Goes to an address of the interface, '#/requests'. */
  readonly go: (hash: string) => Promise<void>;
  /** A call of the contract, made where the screens make theirs; throws on a refusal. */
  readonly ask: <N extends CallName>(name: N, input: CallInput<N>) => Promise<CallOutput<N>>;
  /** What axe finds against WCAG 2.1 A and AA. */
  readonly violations: () => Promise<readonly string[]>;
  /** Errors and warnings on the console, errors of the page, and requests to any other host. */
  readonly problems: readonly string[];
};

/** The real product: the built interface, the browser host as a process, two offices of the sample with their databases. */
export type ProductSite = {
  /** The data folder of the host. */
  readonly data: string;
  readonly open: (desk: Desk, look?: Look) => Promise<ProductPage>;
  /** Kills the program behind the pages, as a crash would. */
  readonly kill: () => Promise<void>;
  /** Starts it again on the same data and port; answers its new address, which lets a browser in once. */
  readonly startAgain: () => Promise<string>;
  readonly close: () => Promise<void>;
};

function watch(page: Page, origin: string, problems: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
  });
  page.on('pageerror', (error) => {
    problems.push(error.message);
  });
  page.on('request', (asked) => {
    const url = asked.url();
    if (!url.startsWith(origin) && !url.startsWith('blob:') && !url.startsWith('data:')) problems.push(`asked ${url}`);
  });
}

async function openPage(context: BrowserContext, origin: string, path: string): Promise<ProductPage> {
  const problems: string[] = [];
  const page = await context.newPage();
  watch(page, origin, problems);
  await page.goto(`${origin}/${path}`);
  await page.waitForSelector('main');
  return {
    page,
    problems,
    go: async (hash) => {
      // The former page has a heading too: the new one is there two frames after the address has changed.
      await page.evaluate(async (to) => {
        if (window.location.hash === new URL(to, window.location.href).hash) return;
        await new Promise<void>((resolve) => {
          window.addEventListener(
            'hashchange',
            () => requestAnimationFrame(() => requestAnimationFrame(() => resolve())),
            {
              once: true,
            },
          );
          window.location.hash = to;
        });
      }, hash);
      await page.waitForSelector('main h1, main .print-bar');
    },
    ask: async (name, input) => {
      // The bridge is the product's own, put there by the host's script; its answers are validated behind it.
      const reply = await page.evaluate(
        ([call, given]) =>
          (window as unknown as { xieban: { invoke: (n: unknown, i: unknown) => Promise<unknown> } }).xieban.invoke(
            call,
            given,
          ),
        [name, input] as const,
      );
      const answer = reply as Reply<CallOutput<typeof name>>;
      if (!answer.ok) throw new Error(`${name}: ${answer.failure.code}`);
      return answer.value;
    },
    violations: async () => {
      const result = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze();
      return result.violations.map((found) => `${found.id}: ${found.nodes.map((node) => node.html).join(' | ')}`);
    },
  };
}

/** What the product is started with besides a fresh data folder; without a word it opens the sample. */
export type ProductStart = { readonly empty?: boolean; readonly language?: 'zh-CN' | 'en' };

/** Builds the interface, starts the host on fresh data and Chromium beside it. `chromiumPath` is the system's own. */
export async function openProduct(chromiumPath: string, start: ProductStart = {}): Promise<ProductSite> {
  await buildRenderer();
  const data = mkdtempSync(join(tmpdir(), 'xieban-product-'));
  const options = [
    ...(start.empty === true ? [] : ['--sample']),
    ...(start.language === undefined ? [] : ['--lang', start.language]),
  ];
  let host = startHostProcess(['--data', data, '--renderer', 'out/renderer', ...options]);
  const address = await host.address;
  const { origin } = new URL(address);
  const asked = start.language === undefined ? '' : `?lang=${start.language}`;
  const browser: Browser = await chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--font-render-hinting=none'],
  });
  const door = await browser.newContext();
  await (await door.newPage()).goto(address);
  const storageState = await door.storageState();
  await door.close();
  return {
    data,
    open: async (desk, look = {}) => {
      const scale = look.scale ?? 1;
      const context = await browser.newContext({
        storageState,
        viewport: {
          width: Math.round((look.width ?? 1366) / scale),
          height: Math.round((look.height ?? 768) / scale),
        },
        deviceScaleFactor: scale,
        colorScheme: look.theme ?? 'light',
        locale: 'zh-CN',
        timezoneId: 'Asia/Shanghai',
        acceptDownloads: true,
      });
      return openPage(context, origin, `${desk}/${asked}`);
    },
    kill: async () => {
      host.child.kill('SIGKILL');
      await host.ended;
    },
    startAgain: () => {
      const port = ['--port', new URL(origin).port];
      host = startHostProcess(['--data', data, '--renderer', 'out/renderer', ...port, ...options]);
      return host.address;
    },
    close: async () => {
      await browser.close();
      host.child.kill('SIGTERM');
      await host.ended;
    },
  };
}
