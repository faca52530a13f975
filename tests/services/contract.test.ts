import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CallName, contract, isCallName } from '#shared/contract/contract.ts';
import { type Failure, failureKinds, type Reply } from '#shared/contract/failure.ts';
import { madeUpOffice, testBackend } from '#tests/support/backend.ts';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { testOffice } from '#tests/support/office.ts';
import { inputOf } from './support/contract-inputs.ts';

const names = Object.keys(contract).filter(isCallName);

function nested(depth: number): unknown {
  let value: unknown = 'bottom';
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { value };
  return value;
}

class Foreign {
  readonly id = 'x';
}

const long = 'x'.repeat(3_000_000);
const bytes = new Uint8Array(3_000_000);
const deep = nested(1000);
const veryDeep = nested(100_000);
const lists = Array.from({ length: 1_000_000 }, () => []);
/** A list that says how long it is and holds nothing. */
function holes(length: number): unknown[] {
  const list: unknown[] = [];
  list.length = length;
  return list;
}

const cycle: unknown[] = [];
cycle.push(cycle);

/** Things no form sends; some of them are an input the call takes with something added. */
function nonsense(valid: object): readonly (readonly [what: string, input: unknown])[] {
  return [
    ['null', null],
    ['nothing', undefined],
    ['a number', 0],
    ['no number', Number.NaN],
    ['a big number', 1n],
    ['a text', 'x'],
    ['a truth', true],
    ['a list', []],
    ['a symbol', Symbol('x')],
    ['a function', () => undefined],
    ['a date', new Date(0)],
    ['a map', new Map([['id', 'x']])],
    ['bytes', new Uint8Array(8)],
    ['an object of a class', new Foreign()],
    ['a promise', Promise.resolve({})],
    ['an own __proto__', JSON.parse('{"__proto__": {"isAdmin": true}}')],
    ['an own __proto__ further in', { ...valid, extra: JSON.parse('[{"__proto__": null}]') }],
    ['an object that inherits', Object.create({ inherited: 1 })],
    ['a key too many', { ...valid, extra: 1 }],
    ['constructor as a key', { ...valid, constructor: 1 }],
    ['a getter', Object.defineProperty({ ...valid }, 'extra', { enumerable: true, get: () => 1 })],
    [
      'a hidden trap',
      new Proxy(
        { ...valid, extra: 1 },
        {
          ownKeys: () => {
            throw new Error('trap');
          },
        },
      ),
    ],
    ['something deep', { ...valid, extra: deep }],
    ['something very deep', { ...valid, extra: veryDeep }],
    ['something endless', { ...valid, extra: cycle }],
    ['a text of three million characters', { ...valid, extra: long }],
    ['three million bytes', { ...valid, extra: bytes }],
    ['a million empty lists', { ...valid, extra: lists }],
    ['a list of a thousand holes', { ...valid, extra: holes(1000) }],
    ['a list of four thousand million holes', { ...valid, extra: holes(4_000_000_000) }],
    ['a list with a name', { ...valid, extra: Object.assign([1], { length: 1, name: 'x' }) }],
  ];
}

function expectClosed(failure: Failure, about: string): void {
  const { kind, code, field, facts, ...rest } = failure;
  expect(rest, about).toEqual({});
  expect(failureKinds, about).toContain(kind);
  expect(code, about).toMatch(/^[a-z]+[a-z0-9-]*(\.[a-z0-9-]+)*$/i);
  expect(field ?? 'none', about).toMatch(/^[\w.]+$/);
  for (const value of Object.values(facts ?? {})) expect(['number', 'string'], about).toContain(typeof value);
}

async function expectRefused(
  invoke: (name: CallName, input: unknown) => Promise<Reply<unknown>>,
  name: CallName,
): Promise<void> {
  const [valid] = fc.sample(inputOf(contract[name].input, {}), { numRuns: 1, seed: 1 });
  for (const [what, input] of nonsense(Object(valid))) {
    const reply = await invoke(name, input);
    if (reply.ok) throw new Error(`${name} took ${what}`);
    expectClosed(reply.failure, `${name} with ${what}`);
    expect(['bad-input', 'too-large'], `${name} with ${what}`).toContain(reply.failure.kind);
  }
}

/** Puts a value of another type in place of one leaf of an input. */
function oneLeafWrong(input: unknown, wrong: unknown): fc.Arbitrary<unknown> {
  if (typeof input !== 'object' || input === null || input instanceof Uint8Array) return fc.constant(wrong);
  const keys = Object.keys(input);
  if (keys.length === 0) return fc.constant(wrong);
  return fc
    .constantFrom(...keys)
    .chain((key) =>
      oneLeafWrong(Reflect.get(input, key), wrong).map((leaf) =>
        Array.isArray(input) ? input.with(Number(key), leaf) : { ...input, [key]: leaf },
      ),
    );
}

describe('every call', () => {
  it('refuses nonsense with a closed failure while the data is open, and nothing is written', async () => {
    const office = await testOffice();
    await receiveOne(office);
    const { db } = office.open.store;
    const written = () => db.get('SELECT total_changes() AS n');
    const before = written();
    for (const name of names) await expectRefused((call, input) => office.call(call, input as never), name);
    expect(written()).toEqual(before);
    expect(office.logged.filter(({ event }) => event === 'call.failed')).toEqual([]);
  });

  it('refuses nonsense before the data is open, and what needs it open is told so', async () => {
    const backend = await testBackend();
    for (const name of names) await expectRefused(backend.invoke, name);
    await backend.ask('session.create', { ...madeUpOffice, passphrase: 'long enough words' });
    await backend.ask('session.lock', {});
    for (const name of names) {
      await expectRefused(backend.invoke, name);
      if (contract[name].gate === 'any') continue;
      const [valid] = fc.sample(inputOf(contract[name].input, {}), { numRuns: 1, seed: 1 });
      const reply = await backend.invoke(name, valid);
      expect(reply, name).toEqual({ ok: false, failure: { kind: 'locked', code: 'session.locked' } });
    }
    expect(backend.logged.filter(({ event }) => event === 'call.failed')).toEqual([]);
  });

  it('refuses an input with one part of a wrong type and names the part', async () => {
    const office = await testOffice();
    const { db } = office.open.store;
    const written = () => db.get('SELECT total_changes() AS n');
    const before = written();
    const wrong = fc.constantFrom<unknown>(Number.NaN, Symbol('x'), { nobody: 'asked' }, new Date(0), [[[]]]);
    const spoiled = fc.constantFrom(...names).chain((name) =>
      fc
        .tuple(inputOf(contract[name].input, {}), wrong)
        .chain(([input, leaf]) => oneLeafWrong(input, leaf))
        .map((input) => ({ name, input })),
    );
    await fc.assert(
      fc.asyncProperty(spoiled, async ({ name, input }) => {
        const reply = await office.call(name, input as never);
        if (reply.ok) throw new Error(`${name} took it`);
        expectClosed(reply.failure, name);
        expect(reply.failure.kind).toBe('bad-input');
      }),
      { numRuns: 600 },
    );
    expect(written()).toEqual(before);
  });
});

describe('a name that is no call', () => {
  it.each([
    '',
    'constructor',
    '__proto__',
    'toString',
    'hasOwnProperty',
    'valueOf',
    'prototype',
    'dossier',
    'dossier.',
    'Dossier.list',
    'dossier.list ',
    'dossier.list\u0000',
    'session.status.status',
    'handlers',
    'x'.repeat(100_000),
    null,
    undefined,
    0,
    Symbol('dossier.list'),
    ['dossier.list'],
    { toString: () => 'dossier.list' },
    Object.create(null),
  ])('is refused: %s', async (name) => {
    const backend = await testBackend();
    const failure = { kind: 'unknown-call', code: 'call.unknown' };
    expect(await backend.invoke(name, {})).toEqual({ ok: false, failure });
    expect(await backend.invoke(name, null)).toEqual({ ok: false, failure });
  });
});
