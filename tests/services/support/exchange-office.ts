import { onTestFinished } from 'vitest';
import { type Backend, openBackend } from '#electron/services/backend.ts';
import type { OfficeId, UserId } from '#shared/base/ids.ts';
import type { CallInput, CallName, CallOutput } from '#shared/contract/contract.ts';
import type { Failure, Reply } from '#shared/contract/failure.ts';
import { dossierIdField, requestIdField, userIdField } from '#shared/contract/fields.ts';
import { trueRandom } from '#tests/support/randomness.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { unwrap } from '#tests/support/unwrap.ts';
import { type TestClock, testClock } from './desk.ts';

/** Id of a request. */
export type Request = ReturnType<typeof requestIdField.parse>;

/** A whole office with a backend that can be closed and opened again, and a clock of its own. Exchanges on demand only. */
export type ExchangeOffice = {
  readonly id: OfficeId;
  /** The answer; a refusal fails the test. */
  readonly ask: <N extends CallName>(name: N, input: CallInput<N>) => Promise<CallOutput<N>>;
  /** Whether it was done; a refusal is an answer, a failure of the program fails the test. */
  readonly attempt: <N extends CallName>(name: N, input: CallInput<N>) => Promise<boolean>;
  /** The failure; an answer fails the test. */
  readonly refusal: <N extends CallName>(name: N, input: CallInput<N>) => Promise<Failure>;
  readonly sit: (who: 'clerk' | 'examiner' | 'head') => Promise<void>;
  readonly clock: TestClock;
  /** One round with every folder in reach. */
  readonly round: () => Promise<void>;
  readonly close: () => Promise<void>;
  /** Ends the program without a last round and starts it again. */
  readonly restart: () => Promise<void>;
  /** The data folder. */
  readonly folder: string;
  /** Events that were logged as warnings. */
  readonly warnings: readonly string[];
};

const keychain = { wrap: async (key: Uint8Array) => key, unwrap: async (key: Uint8Array) => key };

async function opened(folder: string, clock: TestClock, warnings: string[]): Promise<Backend> {
  const log = { info: () => undefined, warn: (event: string) => void warnings.push(event) };
  const place = { folder, desk: 'own' as const, sample: false, secretStore: keychain, sampleDoor: undefined };
  return unwrap(
    await openBackend({ ...place, ports: { clock, random: trueRandom, log }, version: '0.0.0', exchangeEvery: 0 }),
  );
}

/** Sets an office up at a moment, 'YYYY-MM-DDTHH:MM', with the three people a letter needs. */
export async function exchangeOffice(
  office: string,
  region = '310118',
  moment = '2026-03-12T09:30',
): Promise<ExchangeOffice> {
  const [folder, clock, warnings] = [tempFolder(), testClock(moment), new Array<string>()];
  let backend = await opened(folder, clock, warnings);
  let closed = false;
  const close = async (): Promise<void> => {
    if (!closed) await backend.close();
    closed = true;
  };
  onTestFinished(close);
  // Every reply of a call is of that call's output: the contract test holds the handlers to it.
  const call = async <N extends CallName>(name: N, input: CallInput<N>) =>
    (await backend.invoke(name, input)) as Reply<CallOutput<N>>;
  const ask: ExchangeOffice['ask'] = async (name, input) => {
    const reply = await call(name, input);
    if (reply.ok) return reply.value;
    throw new Error(`${office}: ${name} refused: ${JSON.stringify(reply.failure)} ${warnings.at(-1) ?? ''}`);
  };
  const id = office as OfficeId;
  await ask('session.create', { office: id, name: `${office}（测试）`, region, side: 'both', person: '沈某某' });
  const add = async (name: string, role: 'arbitrator' | 'head'): Promise<UserId> =>
    userIdField.parse((await ask('person.add', { name, roles: [role] })).id);
  const people = {
    clerk: (await ask('office.get', {})).me.id,
    examiner: await add('陆某某', 'arbitrator'),
    head: await add('顾某某', 'head'),
  };
  return {
    ...{ id, ask, clock, folder, warnings, close },
    attempt: async (name, input) => {
      const reply = await call(name, input);
      if (!reply.ok && reply.failure.kind === 'internal') throw new Error(`${office}: ${name} failed`);
      return reply.ok;
    },
    refusal: async (name, input) => {
      const reply = await call(name, input);
      if (!reply.ok) return reply.failure;
      throw new Error(`${name} was not refused`);
    },
    sit: async (who) => void (await ask('person.actAs', { id: people[who] })),
    round: async () => void (await ask('sync.now', {})),
    restart: async () => {
      await close();
      backend = await opened(folder, clock, warnings);
      closed = false;
    },
  };
}

/** Gives `to` the card of `from`, compared, with the folder between them ('' for stick only). */
export async function introduce(to: ExchangeOffice, from: ExchangeOffice, shared: string): Promise<void> {
  const { bytes } = await from.ask('partner.ownCard', {});
  await to.ask('partner.add', { bytes, confirmed: true });
  await to.ask('partner.setFolder', { office: from.id, folder: shared });
}

type Enclosures = CallInput<'paper.submit'>['letter']['files'];

/** Writes a letter from a fresh file, passes it through three hands and sends it; answers the request. */
export async function sendLetter(
  from: Pick<ExchangeOffice, 'ask' | 'sit'>,
  to: Pick<ExchangeOffice, 'id'>,
  files: NonNullable<Enclosures> = [],
): Promise<Request> {
  const { ask, sit } = from;
  const { id } = await ask('dossier.receive', {
    ...{ side: 'arb', receivedOn: '2026-03-10', cause: '追索劳动报酬' },
    parties: [{ role: 'respondent', type: 'unit', name: '某某物流有限公司' }],
  });
  const of = { dossier: dossierIdField.parse(id), partner: to.id };
  const { letter } = await ask('request.prefill', { ...of, kind: 'ARB_INVESTIGATE' });
  const items = letter.items.map((item) => ({ ...item, questions: '调取工资台账。' }));
  const request = requestIdField.parse((await ask('paper.submit', { ...of, letter: { ...letter, items, files } })).id);
  const text = async () => ({ request, hash: (await ask('request.get', { request })).paper?.hash ?? '' });
  await sit('examiner');
  await ask('paper.review', { ...(await text()), verdict: 'pass' });
  await sit('head');
  await ask('paper.sign', { ...(await text()), verdict: 'pass' });
  await sit('clerk');
  await ask('paper.send', await text());
  return request;
}

/** Rounds until both have everything of each other. */
export async function meet(...offices: readonly ExchangeOffice[]): Promise<void> {
  for (let round = 0; round < 3; round += 1) for (const office of offices) await office.round();
}

/** What both offices must agree on, of one request. */
export async function digestOf(office: ExchangeOffice, request: Request): Promise<string> {
  return (await office.ask('request.get', { request })).digest;
}

/** Ids of the requests an office knows. */
export async function requestsOf(office: ExchangeOffice): Promise<readonly string[]> {
  return (await office.ask('request.list', { limit: 200 })).rows.map(({ id }) => id).toSorted();
}
