import { runSeeds } from './run-seeds.ts';
import { stubCrypto } from './stub-crypto.ts';

const r = runSeeds(Number(process.argv[4] ?? 1), Number(process.argv[3] ?? 100), stubCrypto);
for (const f of r.failures.slice(0, 10)) console.log(f.seed, f.faults.slice(0, 5));
console.log({ ...r, failures: r.failures.length });
