import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';

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
  plugins: [react()],
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
