import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CallName, contract, isCallName } from '#shared/contract/contract.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { inputOf, type Known } from './support/contract-inputs.ts';
import type { Desk } from './support/desk.ts';
import { enclosure } from './support/enclosure.ts';
import {
  acceptedDossier,
  acceptedThere,
  finishedLetter,
  fullReply,
  sentRequest,
  twoOffices,
} from './support/two-offices.ts';

/** Those that close the data or make it anew. */
const apart: readonly CallName[] = [
  'session.create',
  'session.unlock',
  'session.recover',
  'session.lock',
  'session.changePassphrase',
  'session.renewRecoveryKey',
  'keys.rotate',
  'session.setAside',
  'session.sample',
  'session.leaveSample',
  'backup.restore',
];
const names = Object.keys(contract)
  .filter(isCallName)
  .filter((name) => !apart.includes(name));

const text = (value: unknown): readonly string[] => (typeof value === 'string' && value !== '' ? [value] : []);

/** Every text of an answer, by the name of the field it stands in. */
function gather(value: unknown, key: string, into: Map<string, Set<string>>): void {
  if (Array.isArray(value)) for (const item of value) gather(item, key, into);
  else if (typeof value === 'object' && value !== null && !(value instanceof Uint8Array)) {
    for (const [name, inner] of Object.entries(value)) gather(inner, name, into);
  } else for (const found of text(value)) into.set(key, (into.get(key) ?? new Set()).add(found));
}

/** What an office holds, as values for the fields that name it. */
async function knownTo(desk: Desk, letter: unknown): Promise<Known> {
  const found = new Map<string, Set<string>>();
  const dossiers = await desk.ask('dossier.list', { filter: { status: 'all' } });
  const requests = await desk.ask('request.list', {});
  const employers = await desk.ask('employer.list', {});
  const { settings, ...office } = await desk.ask('office.get', {});
  const people = office.people.map(({ id }) => id);
  const parties = new Set<string>();
  const claims = new Set<string>();
  const files = new Set<string>();
  for (const { id } of dossiers.rows) {
    const view = await desk.ask('dossier.get', { dossier: id as never });
    gather(view, '', found);
    for (const { id: party } of view.parties) parties.add(party);
    for (const { id: claim } of view.claims) claims.add(claim);
    for (const { id: file } of view.files) files.add(file);
  }
  for (const { id } of requests.rows) gather(await desk.ask('request.get', { request: id as never }), '', found);
  gather(await desk.ask('deadline.list', {}), '', found);
  const of = (key: string): readonly unknown[] => [...(found.get(key) ?? [])];
  return {
    ...Object.fromEntries([...found].map(([key, values]) => [key, [...values]])),
    dossier: dossiers.rows.map(({ id }) => id),
    other: dossiers.rows.map(({ id }) => id),
    request: requests.rows.map(({ id }) => id),
    ...{ party: [...parties], claim: [...claims], file: [...files] },
    ...{ handler: people, id: [...of('id'), ...people] },
    ...Object.fromEntries(['employer', 'into', 'from'].map((key) => [key, employers.rows.map(({ id }) => id)])),
    partner: (await desk.ask('partner.list', {})).map(({ office }) => office),
    office: (await desk.ask('partner.list', {})).map(({ office }) => office),
    folder: [tempFolder(), tempFolder()],
    type: ['SUSPEND', 'arb.rejected', 'arb.award'],
    code: ['wage', 'overtime'],
    ...Object.fromEntries(Object.entries(settings).map(([key, value]) => [key, [value]])),
    bytes: [(await desk.ask('partner.ownCard', {})).bytes],
    ...{ letter: [letter], reply: [fullReply()] },
    on: ['2026-03-11', '2026-03-12', '2026-03-20'],
  };
}

async function lifeBetween() {
  const both = await twoOffices();
  const { asks, does, exchange } = both;
  const request = await sentRequest(both);
  await sentRequest(both);
  await exchange();
  await acceptedThere(both, request, '2026-03-12');
  await exchange();
  const dossier = await acceptedDossier(asks);
  const letter = await finishedLetter(asks, does, dossier);
  await asks.ask('paper.submit', { dossier: dossier as never, partner: does.open.office, letter });
  const scan = await enclosure(asks, '扫描件.pdf', '%PDF-1.7');
  await asks.ask('dossier.attach', { dossier: dossier as never, manifest: scan.manifest, name: scan.name });
  const table = await enclosure(
    asks,
    '在办.csv',
    '收件号,申请人,被申请人,收件日期\n试 1,周某,某某物流有限公司,2026-03-02\n',
  );
  await asks.ask('dossier.attach', { dossier: dossier as never, manifest: table.manifest, name: table.name });
  return { ...both, letter };
}

test('any call with anything that fits its fields is answered or refused whole, and the data stays sound', async () => {
  const both = await lifeBetween();
  const desks = [both.asks, both.does];
  const known = await Promise.all(desks.map((desk) => knownTo(desk, both.letter)));
  const calls = fc.constantFrom(0, 1).chain((at) =>
    fc.constantFrom(...names).chain((name) =>
      fc.record({
        ...{ at: fc.constant(at), name: fc.constant(name) },
        who: fc.constantFrom('clerk' as const, 'examiner' as const, 'head' as const, 'sealer' as const),
        input: inputOf(contract[name].input, known[at] ?? {}),
      }),
    ),
  );
  const answered = new Set<CallName>();
  await fc.assert(
    fc.asyncProperty(calls, async ({ at, name, who, input }) => {
      const desk = desks[at];
      if (!desk) throw new Error('there are two desks');
      const written = () => desk.open.store.db.get<{ n: number }>('SELECT total_changes() AS n')?.n;
      desk.as(who);
      const before = written();
      const reply = await desk.call(name, input as never);
      if (reply.ok) {
        answered.add(name);
        contract[name].output.parse(reply.value);
        if (contract[name].type === 'query') expect(written(), name).toBe(before);
        return;
      }
      expect(['refused', 'not-found', 'bad-input', 'conflict', 'storage', 'damaged'], desk.logged.at(-1)).toContain(
        reply.failure.kind,
      );
      expect(reply.failure.code).not.toBe('input.invalid');
      expect(written(), `${name} was refused: ${reply.failure.code}`).toBe(before);
    }),
    { numRuns: names.length * 32, endOnFailure: true },
  );
  await both.exchange();
  for (const desk of desks) {
    expect((await desk.ask('store.verify', {})).problems).toEqual([]);
    expect(await desk.ask('store.rebuild', {})).toMatchObject({ same: true });
    expect((await desk.ask('sync.status', {})).quarantine).toEqual([]);
  }
  // Enough of them were not stopped at the door.
  expect(answered.size).toBeGreaterThan(names.length * 0.6);
  // It grows with every call there is.
}, 240_000);
