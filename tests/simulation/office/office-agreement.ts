import { fileHash } from './office-acts.ts';
import type { Letter } from './office-happen.ts';
import type { SimDesk } from './sim-desk.ts';

async function knows({ ask }: SimDesk, { request }: Letter): Promise<boolean> {
  return (await ask('request.list', { limit: 200 })).rows.some(({ id }) => id === request);
}

/** `mayBeLost`: a letter that never left an office whose disk was replaced is nowhere any more. */
async function letterFaults(desks: readonly SimDesk[], letter: Letter, mayBeLost: boolean): Promise<readonly string[]> {
  const known: SimDesk[] = [];
  for (const desk of desks) if (await knows(desk, letter)) known.push(desk);
  if (known.length === 0 && mayBeLost) return [];
  if (known.length !== 2) return [`${known.length} offices know a request between two`];
  if (known.some(({ id }) => !letter.between.includes(id))) return ['a third office knows a request'];
  const digests = new Set<string>();
  const files = new Set<string>();
  for (const desk of known) {
    digests.add((await desk.ask('request.get', { request: letter.request })).digest);
    if (letter.file !== undefined) files.add(await fileHash(desk, letter.file));
  }
  return [
    ...(digests.size > 1 ? ['the two offices see different states'] : []),
    ...(files.size > 1 ? ['a file is not the same at both offices'] : []),
  ];
}

/** `anew`: some office numbers what it sends anew, since its disk was replaced. */
async function statusFaults(desks: readonly SimDesk[], anew: boolean): Promise<readonly string[]> {
  const faults: string[] = [];
  const states = new Map<string, Awaited<ReturnType<typeof statusOf>>>();
  for (const desk of desks) states.set(desk.id, await statusOf(desk));
  for (const [office, { local, sent, partners }] of states) {
    if (local + sent > 0) faults.push(`${office} still waits for receipts: ${local} here, ${sent} sent`);
    for (const partner of partners.filter((one) => states.has(one.office))) {
      const { office: other, problem, filesMissing, weHold, ours, theyHold } = partner;
      const there = states.get(other)?.partners.find((one) => one.office === office);
      if (problem !== null) faults.push(`${office} has a problem with ${other}: ${problem}`);
      if (filesMissing > 0) faults.push(`${office} lacks files of ${other}`);
      if (ours !== theyHold) faults.push(`${other} signed for ${theyHold} of ${ours} of ${office}`);
      if (there?.ours !== weHold && !anew) faults.push(`${office} holds ${weHold} of ${there?.ours} of ${other}`);
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

/** Nobody may be stuck: no office waits for anything, and nothing is left that a person has to decide. */
async function deadEnds(desks: readonly SimDesk[]): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const { id, ask } of desks) {
    const { state, partners, orphans } = await ask('recovery.state', {});
    // A partner whose program never runs is waited for, and keeps nobody else waiting.
    const there = partners.filter(({ office }) => desks.some((desk) => desk.id === office));
    const stuck = there.filter((one) => one.state !== 'done' && one.state !== 'refuted');
    const over = state === 'whole' || state === 'waiting';
    if (stuck.length > 0 || !over) faults.push(`${id} is stuck: ${state}, ${stuck.map((one) => one.state).join()}`);
    if (orphans > 0) faults.push(`${id} still has ${orphans} entries nobody decided about`);
  }
  return faults;
}

/** Everything that must hold among whole offices once the calm has lasted. */
export async function officeFaults(
  desks: readonly SimDesk[],
  letters: readonly Letter[],
  rolledBack: boolean,
): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const letter of letters) faults.push(...(await letterFaults(desks, letter, rolledBack)));
  return [
    ...faults,
    ...(await deadEnds(desks)),
    ...(await statusFaults(desks, rolledBack)),
    ...(await storeFaults(desks)),
  ];
}
