import { fileHash, type Request } from './office-acts.ts';
import type { SimDesk } from './sim-desk.ts';

type Named = { readonly manifest: string; readonly between: readonly string[] };

async function requestFaults(desks: readonly SimDesk[], requests: readonly Request[]): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const request of requests) {
    const known: string[] = [];
    for (const desk of desks) {
      const { rows } = await desk.ask('request.list', { limit: 200 });
      if (rows.some(({ id }) => id === request)) known.push((await desk.ask('request.get', { request })).digest);
    }
    if (known.length !== 2) faults.push(`${known.length} offices know a request between two`);
    if (new Set(known).size > 1) faults.push('the two offices see different states');
  }
  return faults;
}

async function fileFaults(desks: readonly SimDesk[], files: readonly Named[]): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const { manifest, between } of files) {
    const hashes = new Set<string>();
    for (const desk of desks.filter(({ id }) => between.includes(id))) hashes.add(await fileHash(desk, manifest));
    if (hashes.size !== 1) faults.push('a file is not the same at both offices');
  }
  return faults;
}

async function statusFaults(desks: readonly SimDesk[]): Promise<readonly string[]> {
  const faults: string[] = [];
  const states = new Map<string, Awaited<ReturnType<typeof statusOf>>>();
  for (const desk of desks) states.set(desk.id, await statusOf(desk));
  for (const [office, { local, sent, partners }] of states) {
    if (local + sent > 0) faults.push(`${office} still waits for receipts: ${local} here, ${sent} sent`);
    for (const { office: other, problem, filesMissing, weHold } of partners.filter((one) => states.has(one.office))) {
      const there = states.get(other)?.partners.find((one) => one.office === office);
      if (problem !== null) faults.push(`${office} has a problem with ${other}: ${problem}`);
      if (filesMissing > 0) faults.push(`${office} lacks files of ${other}`);
      if (there?.ours !== weHold) faults.push(`${office} holds ${weHold} of ${there?.ours} of ${other}`);
    }
  }
  return faults;
}

function statusOf(desk: SimDesk) {
  return desk.ask('sync.status', {});
}

async function storeFaults(desks: readonly SimDesk[]): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const { id, ask } of desks) {
    const { problems } = await ask('store.verify', {});
    if (problems.length > 0) faults.push(`the data of ${id} does not verify: ${JSON.stringify(problems[0])}`);
    if (!(await ask('store.rebuild', {})).same) faults.push(`the data of ${id} differs once computed anew`);
  }
  return faults;
}

/** Everything that must hold among whole offices once the calm has lasted. */
export async function officeFaults(
  desks: readonly SimDesk[],
  requests: readonly Request[],
  files: readonly Named[],
): Promise<readonly string[]> {
  return [
    ...(await requestFaults(desks, requests)),
    ...(await fileFaults(desks, files)),
    ...(await statusFaults(desks)),
    ...(await storeFaults(desks)),
  ];
}
