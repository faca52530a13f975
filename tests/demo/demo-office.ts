import { randomBytes } from 'node:crypto';
import { type Backend, openBackend } from '#electron/services/backend.ts';
import type { OfficeId, RequestId, UserId } from '#shared/base/ids.ts';
import type { CallInput, CallName, CallOutput } from '#shared/contract/contract.ts';
import type { Reply } from '#shared/contract/failure.ts';

/** Who works in a demo office. */
export type Staff = {
  readonly clerk: UserId;
  readonly examiner: UserId;
  readonly head: UserId;
  readonly sealer: UserId;
};

/** One office with an encrypted database of its own, asked only through the calls a screen has. */
export type DemoOffice = {
  readonly id: OfficeId;
  readonly name: string;
  /** The answer; a refusal ends the demo. */
  readonly ask: <N extends CallName>(name: N, input: CallInput<N>) => Promise<CallOutput<N>>;
  readonly staff: Staff;
  readonly close: () => Promise<void>;
};

/** A clock both offices read; the story moves it. */
export type StoryClock = { readonly now: () => number; readonly set: (moment: string) => void };

/** Makes a clock standing at a moment of Asia/Shanghai, 'YYYY-MM-DDTHH:MM'. */
export function storyClock(moment: string): StoryClock {
  const ms = (text: string): number => Date.parse(`${text}:00+08:00`);
  let at = ms(moment);
  return {
    // A little time passes with every look, so that no two recordings share a moment.
    now: () => {
      at += 40;
      return at;
    },
    set: (text) => {
      at = ms(text);
    },
  };
}

function asking(backend: Backend): DemoOffice['ask'] {
  return async (name, input) => {
    // Every reply of a call is of that call's output: the backend is built from the same contract.
    const reply = (await backend.invoke(name, input)) as Reply<CallOutput<typeof name>>;
    if (reply.ok) return reply.value;
    throw new Error(`${name} was refused: ${JSON.stringify(reply.failure)}`);
  };
}

async function hire(ask: DemoOffice['ask']): Promise<Staff> {
  const me = (await ask('office.get', {})).me.id;
  const add = async (name: string, roles: CallInput<'person.add'>['roles']): Promise<UserId> => {
    const { id } = await ask('person.add', { name, roles, cardNo: `样证${name}`, phone: '021-00000000' });
    return id as UserId;
  };
  return {
    clerk: me,
    examiner: await add('陆样衡', ['arbitrator', 'inspector']),
    head: await add('钱样信', ['head']),
    sealer: await add('章样印', ['seal']),
  };
}

/** Sets up an office in `folder`, with the people a letter needs. */
export async function openDemoOffice(
  folder: string,
  clock: StoryClock,
  office: { readonly id: string; readonly name: string; readonly region: string; readonly person: string },
): Promise<DemoOffice> {
  const quiet = (): void => undefined;
  const opened = await openBackend({
    folder,
    ports: {
      clock,
      random: { bytes: (count) => new Uint8Array(randomBytes(count)) },
      log: { info: quiet, warn: (event, facts) => console.error('  !', event, facts ?? '') },
    },
    ...{ desk: 'own', sample: false, secretStore: undefined, sampleDoor: undefined, version: 'demo', exchangeEvery: 0 },
  });
  if (!opened.ok) throw new Error(`the data folder was not opened: ${opened.error}`);
  const ask = asking(opened.value);
  const { id, name, region, person } = office;
  const passphrase = randomBytes(12).toString('base64url');
  await ask('session.create', { office: id as OfficeId, name, region, side: 'both', person, passphrase });
  return { id: id as OfficeId, name, ask, staff: await hire(ask), close: opened.value.close };
}

/** Takes a submitted letter through 审核, 签发 and 发出, each by its own person; answers its number. */
export async function passAndSend(office: DemoOffice, request: RequestId): Promise<string> {
  const { ask, staff } = office;
  const hash = async (): Promise<string> => (await ask('request.get', { request })).paper?.hash ?? '';
  await ask('person.actAs', { id: staff.examiner });
  await ask('paper.review', { request, hash: await hash(), verdict: 'pass' });
  await ask('person.actAs', { id: staff.head });
  await ask('paper.sign', { request, hash: await hash(), verdict: 'pass' });
  await ask('person.actAs', { id: staff.clerk });
  await ask('paper.send', { request, hash: await hash() });
  return (await ask('request.get', { request })).paper?.number ?? '';
}

/** Takes a file in by parts, as a screen does; answers what a letter says of it. */
export async function takeIn(office: DemoOffice, name: string, bytes: Uint8Array) {
  const { upload } = await office.ask('file.begin', { name, size: bytes.length });
  const part = 1_048_576;
  for (let offset = 0; offset < bytes.length; offset += part) {
    await office.ask('file.append', { upload, offset, bytes: bytes.subarray(offset, offset + part) });
  }
  const { manifest, size } = await office.ask('file.finish', { upload });
  return { manifest: manifest as CallInput<'file.read'>['manifest'], name, size, pages: 1 };
}

/** Reads a whole file back through the calls a screen has. */
export async function readBack(office: DemoOffice, manifest: CallInput<'file.read'>['manifest']): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for (let offset = 0; ; ) {
    const { bytes, size } = await office.ask('file.read', { manifest, offset, length: 1_048_576 });
    parts.push(bytes);
    offset += bytes.length;
    if (bytes.length === 0 || offset >= size) return Buffer.concat(parts);
  }
}
