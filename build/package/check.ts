import { join } from 'node:path';
import { buildProcesses, buildRenderer } from '../bundle/build.ts';
import { type Check, checkContent } from './content.ts';
import { fuses } from './fuses.ts';
import { packageFolder, packageWithStub } from './stub-package.ts';

/** The fuse values a release must have; fuses.ts is what the release is made with. */
const wantedOn = ['enableCookieEncryption', 'enableEmbeddedAsarIntegrityValidation', 'onlyLoadAppFromAsar'];

const fuseChecks: readonly Check[] = Object.entries(fuses).map(([name, value]) => ({
  name: `fuse ${name}`,
  ok: value === wantedOn.includes(name),
  found: value ? 'on' : 'off',
}));

await Promise.all([buildRenderer(), buildProcesses()]);
await packageWithStub();
const checks = [...checkContent(join(packageFolder, 'linux-unpacked', 'resources')), ...fuseChecks];
for (const item of checks) console.log(`${item.ok ? 'ok    ' : 'FAILED'} ${item.name}: ${item.found}`);
const failed = checks.filter((item) => !item.ok).length;
console.log(`package: ${checks.length - failed} checks ok, ${failed} failed (Electron itself is a stub here)`);
process.exitCode = failed === 0 ? 0 : 1;
