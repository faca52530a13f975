import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { SecretStore } from '#electron/sealing/secret-store.ts';
import { type Backend, openBackend } from '#electron/services/backend.ts';
import { type CallName, contract, isCallName } from '#shared/contract/contract.ts';
import { inputOf, type Known } from '#tests/services/support/contract-inputs.ts';
import { trueRandom } from '#tests/support/randomness.ts';
import { unwrap } from '#tests/support/unwrap.ts';
import { bytesOf, type Form } from './form.ts';

/** Those that close the data, make it anew or stretch a passphrase: nothing could be asked after them. */
const apart: readonly CallName[] = [
  'session.create',
  'session.unlock',
  'session.recover',
  'session.lock',
  'session.changePassphrase',
  'session.renewRecoveryKey',
  'session.setAside',
  'session.sample',
  'session.leaveSample',
  'backup.restore',
];

/** Stands for the machine's keychain. */
const quickKeychain: SecretStore = {
  wrap: (key) => Promise.resolve(key.toReversed()),
  unwrap: (wrapped) => Promise.resolve(wrapped.toReversed()),
};

const asText = (_key: string, value: unknown): unknown =>
  value instanceof Uint8Array ? { $bytes: Buffer.from(value).toString('hex') } : value;

function asValue(_key: string, value: unknown): unknown {
  const given = typeof value === 'object' && value !== null && '$bytes' in value ? value.$bytes : undefined;
  return typeof given === 'string' ? new Uint8Array(Buffer.from(given, 'hex')) : value;
}

function readValue(text: string): unknown {
  try {
    return JSON.parse(text, text.includes('$bytes') ? asValue : undefined);
  } catch {
    return text;
  }
}

/** The places on this disk a call may name: nothing else must be written to. */
function staysWithin(folder: string, text: string): boolean {
  return [...text.matchAll(/"(\/[^"]*)"/g)].every(([, path]) => path?.startsWith(`${folder}/`) === true);
}

async function ask(backend: Backend, call: unknown): Promise<void> {
  const plain = typeof call === 'object' && call !== null && 'name' in call && 'input' in call;
  const [name, input] = plain ? [call.name, call.input] : [call, call];
  if (isCallName(name) && apart.includes(name)) return;
  const reply = await backend.invoke(name, input);
  if (!reply.ok && reply.failure.kind === 'internal') throw new Error(`${String(name)} answered that it is broken`);
  if (reply.ok && isCallName(name)) contract[name].output.parse(reply.value);
}

async function openOffice(folder: string): Promise<Backend> {
  const log = { info: () => undefined, warn: () => undefined };
  const clock = { now: () => Date.parse('2026-03-17T09:30:00+08:00') };
  const backend = unwrap(
    await openBackend({
      ...{ folder: join(folder, 'data'), ports: { clock, random: trueRandom, log }, secretStore: quickKeychain },
      ...{ desk: 'own', sample: false, sampleDoor: undefined, version: '0.0.0', exchangeEvery: 0 },
    }),
  );
  const office = { office: 'qingpu-arb', name: '青浦区仲裁院', region: '310118', side: 'both', person: '沈某某' };
  const made = await backend.invoke('session.create', office);
  if (!made.ok) throw new Error(`the office was not made: ${made.failure.code}`);
  return backend;
}

async function knownIn(backend: Backend, folder: string): Promise<Known> {
  const party = { role: 'applicant', type: 'person', name: '周某某', idNo: '', phone: '' };
  const unit = { role: 'respondent', type: 'unit', name: '某某物流有限公司', address: '' };
  const received = { side: 'arb', receivedOn: '2026-03-10', cause: '追索劳动报酬', parties: [party, unit] };
  const reply = await backend.invoke('dossier.receive', received);
  const value = reply.ok ? reply.value : undefined;
  if (typeof value !== 'object' || value === null || !('id' in value)) throw new Error('no file was received');
  const places = [join(folder, 'one'), join(folder, 'other')];
  return { dossier: [value.id], other: [value.id], folder: places, on: ['2026-03-11', '2026-03-17'] };
}

/** A form whose inputs are put to an office of its own; `end` closes it and answers what is wrong with its data. */
export type CallForm = { readonly form: Form; readonly end: () => Promise<readonly string[]> };

/**
 * Every call of the contract, asked of an open office with inputs that fit and were then spoilt. Whatever comes, it is
 * answered or refused, and its data stays sound.
 */
export async function openCallForm(weight: number): Promise<CallForm> {
  const folder = mkdtempSync(join(tmpdir(), 'xieban-fuzz-'));
  const backend = await openOffice(folder);
  const known = await knownIn(backend, folder);
  const names = Object.keys(contract).filter(isCallName);
  const samples = names
    .filter((name) => !apart.includes(name))
    .flatMap((name) =>
      fc
        .sample(inputOf(contract[name].input, known), { numRuns: 4, seed: 7 })
        .map((input) => bytesOf(JSON.stringify({ input, name }, asText))),
    );
  const take: Form['take'] = async (bytes) => {
    const text = Buffer.from(bytes).toString('utf8');
    if (staysWithin(folder, text)) await ask(backend, readValue(text));
    return [];
  };
  const end = async (): Promise<readonly string[]> => {
    const verified = await backend.invoke('store.verify', {});
    const rebuilt = await backend.invoke('store.rebuild', {});
    await backend.close();
    rmSync(folder, { recursive: true, force: true });
    const [problems, same] = [verified, rebuilt].map((reply) => JSON.stringify(reply.ok ? reply.value : reply.failure));
    return [
      ...(problems?.includes('"problems":[]') === true ? [] : [`the data is unsound: ${problems}`]),
      ...(same?.includes('"same":true') === true ? [] : [`a rebuild gives other tables: ${same}`]),
    ];
  };
  return { form: { name: 'call', weight, signed: false, samples, take }, end };
}
