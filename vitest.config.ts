import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/**
 * One project a suite, in the order `npm test` runs them. `npx vitest run --project store` runs one of them.
 * Tests lie in tests/<suite>/**; what several suites share lies in tests/support and tests/fixtures.
 */
const suites = {
  unit: { folders: ['unit', 'protocol', 'shell'], timeout: 20_000 },
  architecture: { folders: ['architecture'], timeout: 60_000 },
  store: { folders: ['sealing', 'store', 'services'], timeout: 60_000 },
  simulation: { folders: ['simulation', 'bench', 'demo'], timeout: 240_000 },
  exchange: { folders: ['exchange'], timeout: 60_000 },
  ui: { folders: ['ui'], timeout: 180_000 },
  security: { folders: ['security'], timeout: 120_000 },
} as const;

const fakeElectron = fileURLToPath(new URL('tests/shell/fake-electron.ts', import.meta.url));

export default defineConfig({
  test: {
    projects: Object.entries(suites).map(([name, suite]) => ({
      test: {
        name,
        include: suite.folders.map((folder) => `tests/${folder}/**/*.test.{ts,tsx}`),
        testTimeout: suite.timeout,
        hookTimeout: suite.timeout,
        // What is waited for comes when a busy machine gets to it.
        expect: { poll: { timeout: 20_000 } },
        globalSetup: ['tests/support/temp-root.ts'],
        // No Electron binary in tests: whatever imports 'electron' gets the strict typed fake.
        alias: [{ find: /^electron(\/main|\/renderer|\/common)?$/, replacement: fakeElectron }],
        // The npm package 'electron' downloads its binary when it is required outside Electron; this stops it.
        env: { ELECTRON_OVERRIDE_DIST_PATH: '/nonexistent', TZ: 'Asia/Shanghai' },
      },
    })),
  },
});
