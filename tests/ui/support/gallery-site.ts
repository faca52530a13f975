import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { contentPolicy } from '#shared/contract/page-policy.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The kit in a browser, without a server: files are answered from disk under the product's own security policy. */
export type GallerySite = {
  readonly open: (options: GalleryOptions) => Promise<{ readonly page: Page; readonly problems: string[] }>;
  readonly close: () => Promise<void>;
};

/** What to look at and how. `scale` is the display's scaling, which shrinks the room a page has. */
export type GalleryOptions = {
  readonly exhibit: string;
  readonly theme?: 'light' | 'dark';
  readonly lang?: string;
  readonly size?: number;
  readonly width?: number;
  readonly height?: number;
  readonly scale?: number;
};

async function builtGallery(): Promise<string> {
  const out = mkdtempSync(join(tmpdir(), 'xieban-gallery-'));
  await build({
    configFile: false,
    root: fileURLToPath(new URL('./gallery', import.meta.url)),
    base: './',
    logLevel: 'error',
    plugins: [react()],
    build: { outDir: out, emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  });
  return out;
}

async function serve(context: BrowserContext, folder: string, problems: string[]): Promise<void> {
  await context.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    if (url.host !== 'gallery.test') {
      problems.push(`request to ${url.host}`);
      await route.abort();
      return;
    }
    const file = normalize(url.pathname === '/' ? '/index.html' : url.pathname);
    if (file === '/favicon.ico') {
      await route.fulfill({ status: 204 });
      return;
    }
    await route.fulfill({
      body: readFileSync(join(folder, file)),
      headers: {
        'content-type': types[extname(file)] ?? 'application/octet-stream',
        'content-security-policy': contentPolicy('app'),
      },
    });
  });
}

/** Builds the gallery and starts Chromium. `chromiumPath` is the system's own browser. */
export async function openGallery(chromiumPath: string): Promise<GallerySite> {
  const folder = await builtGallery();
  const browser: Browser = await chromium.launch({
    executablePath: chromiumPath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--font-render-hinting=none'],
  });
  return {
    open: async (options) => {
      const scale = options.scale ?? 1;
      const context = await browser.newContext({
        viewport: {
          width: Math.round((options.width ?? 1366) / scale),
          height: Math.round((options.height ?? 768) / scale),
        },
        deviceScaleFactor: scale,
        locale: options.lang ?? 'zh-CN',
        timezoneId: 'Asia/Shanghai',
      });
      const problems: string[] = [];
      await serve(context, folder, problems);
      const page = await context.newPage();
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
      });
      page.on('pageerror', (error) => {
        problems.push(error.message);
      });
      const query = new URLSearchParams({
        exhibit: options.exhibit,
        theme: options.theme ?? 'light',
        lang: options.lang ?? 'zh-CN',
        size: String(options.size ?? 14),
      });
      await page.goto(`https://gallery.test/?${query.toString()}`);
      await page.waitForSelector('main');
      return { page, problems };
    },
    close: async () => {
      await browser.close();
    },
  };
}
