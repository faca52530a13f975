import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';
import { pdfData } from './pdf-data.ts';

const path = (relative: string): string => fileURLToPath(new URL(`../../${relative}`, import.meta.url));

/**
 * The interface as static files in out/renderer. Relative addresses, because the same files are served from app:// and
 * from the browser host; nothing inline, because the content security policy allows no inline script and no data: URL.
 */
export const rendererConfig: InlineConfig = {
  configFile: false,
  root: path('renderer'),
  base: './',
  cacheDir: path('.cache/vite'),
  logLevel: 'warn',
  plugins: [react(), pdfData()],
  // What reads files runs in a worker: a module like the page's, with the same plugins.
  worker: { format: 'es', plugins: () => [pdfData()] },
  optimizeDeps: { exclude: ['pdfjs-dist'] },
  build: {
    outDir: path('out/renderer'),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 4_000,
  },
};
