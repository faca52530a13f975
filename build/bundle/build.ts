import { cpSync } from 'node:fs';
import { build } from 'vite';
import { makeIfStale } from './fresh.ts';
import { processBundles, processConfig } from './processes.ts';
import { rendererConfig } from './renderer.ts';

const tools = ['build/bundle', 'package-lock.json'];

/** Builds the interface into out/renderer when its sources changed. */
export async function buildRenderer(): Promise<void> {
  await makeIfStale('out/renderer.stamp', ['renderer', 'shared', ...tools], ['out/renderer/index.html'], async () => {
    console.log('Building the interface ...');
    await build(rendererConfig);
  });
}

/** Builds every process of the product into out/ when its sources changed. */
export async function buildProcesses(): Promise<void> {
  const outputs = processBundles.map((bundle) => bundle.output);
  await makeIfStale('out/processes.stamp', ['electron', 'shared', ...tools], outputs, async () => {
    console.log('Building the backend and the shell ...');
    for (const bundle of processBundles) await build(processConfig(bundle));
    // The thread that reads PDF files finds the maps of Chinese fonts beside itself.
    cpSync('node_modules/pdfjs-dist/cmaps', 'out/backend/cmaps', { recursive: true });
  });
}
