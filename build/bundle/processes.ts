import { fileURLToPath } from 'node:url';
import type { InlineConfig } from 'vite';

const path = (relative: string): string => fileURLToPath(new URL(`../../${relative}`, import.meta.url));

/** One process of the product, bundled to one file. */
export type ProcessBundle = {
  readonly source: string;
  readonly output: string;
  readonly format: 'es' | 'cjs';
  /** What stays an import: what the place it runs in provides, and the addon, which cannot be bundled. */
  readonly external: readonly string[];
};

/** Every process of the packaged product. A sandboxed preload is loaded as CommonJS and may require only 'electron'. */
export const processBundles: readonly ProcessBundle[] = [
  { source: 'electron/main/index.ts', output: 'out/main/index.js', format: 'es', external: ['electron'] },
  {
    source: 'electron/backend/electron-entry.ts',
    output: 'out/backend/electron-entry.js',
    format: 'es',
    external: ['electron', 'better-sqlite3'],
  },
  {
    source: 'electron/backend/node-entry.ts',
    output: 'out/backend/node-entry.js',
    format: 'es',
    external: ['better-sqlite3'],
  },
  {
    source: 'electron/services/file/reading/text-worker.ts',
    output: 'out/backend/text-worker.js',
    format: 'es',
    external: [],
  },
  {
    source: 'electron/services/import/reading/table-worker.ts',
    output: 'out/backend/table-worker.js',
    format: 'es',
    external: [],
  },
  { source: 'electron/host/main.ts', output: 'out/host/main.js', format: 'es', external: ['better-sqlite3'] },
  { source: 'electron/preload/index.ts', output: 'out/preload/index.cjs', format: 'cjs', external: ['electron'] },
];

/** The Vite configuration of one process: one file, no chunks, so that paths beside the file stay true. */
export function processConfig(bundle: ProcessBundle): InlineConfig {
  const file = bundle.output.slice(bundle.output.lastIndexOf('/') + 1);
  return {
    configFile: false,
    root: path('.'),
    logLevel: 'warn',
    ssr: { noExternal: true, external: [...bundle.external], target: 'node' },
    build: {
      ssr: path(bundle.source),
      outDir: path(bundle.output.slice(0, bundle.output.lastIndexOf('/'))),
      emptyOutDir: false,
      target: 'node24',
      minify: false,
      sourcemap: false,
      copyPublicDir: false,
      rolldownOptions: {
        external: [...bundle.external, /^node:/],
        output: { format: bundle.format, entryFileNames: file, codeSplitting: false },
      },
    },
  };
}
