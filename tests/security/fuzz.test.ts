import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sentRequest, twoOffices } from '#tests/services/support/two-offices.ts';
import { openCallForm } from './fuzz/call-form.ts';
import { openCourierForm } from './fuzz/courier-form.ts';
import { dice } from './fuzz/dice.ts';
import { fileForms } from './fuzz/document-forms.ts';
import { exchangeForms } from './fuzz/exchange-forms.ts';
import type { Form } from './fuzz/form.ts';
import { bytesOf } from './fuzz/form.ts';
import { lifeForms } from './fuzz/life-forms.ts';
import { officeForm } from './fuzz/office-form.ts';
import { fuzz } from './fuzz/run-fuzz.ts';
import { sealedForms } from './fuzz/sealed-forms.ts';
import { documentForms } from './fuzz/signed-forms.ts';
import { spoil } from './fuzz/spoil.ts';

/** No input may take this long, in milliseconds, on a machine that does other work besides. */
const longestMs = 10_000;

test('bytes nobody signed are refused by every reader, whatever was done to them, in bounded time and memory', async () => {
  const stick = openCourierForm(0.5);
  const forms = [...documentForms, ...exchangeForms, ...lifeForms, ...sealedForms, ...fileForms, stick.form];
  const { inputs, byForm, finds, grewMb } = await fuzz(forms, 9_000_001, 8_000, longestMs);
  stick.end();
  expect(finds).toEqual([]);
  expect(inputs).toBeGreaterThan(5_000);
  expect(Object.keys(byForm).length).toBeGreaterThan(10);
  expect(grewMb).toBeLessThan(512);
});

test('every call is answered or refused, whatever was done to its input, and the data stays sound', async () => {
  const calls = await openCallForm(1);
  const { finds, inputs } = await fuzz([calls.form], 1, 1_500, longestMs);
  expect(finds).toEqual([]);
  expect(inputs).toBeGreaterThan(1_000);
  expect(await calls.end()).toEqual([]);
});

test('an office sets aside every package its partner did not write, and goes on with it', async () => {
  const { asks, does, clock, exchange } = await twoOffices();
  const id = await sentRequest({ asks, does });
  await asks.loop.round(true);
  const folder = (await asks.ask('partner.list', {}))[0]?.folder ?? '';
  const inbox = join(folder, 'inbox', does.open.office);
  const texts = readdirSync(inbox).map((name) => {
    const opened = does.open.suite.open(readFileSync(join(inbox, name)), does.open.keys.sealing);
    return new TextDecoder().decode(opened.ok ? opened.value.bytes : expect.fail('it is sealed to this office'));
  });
  const { finds, inputs } = await fuzz([officeForm(does, asks, clock, texts)], 1, 600, longestMs);
  expect(finds).toEqual([]);
  expect(inputs).toBeGreaterThan(400);
  await exchange();
  expect((await asks.ask('request.get', { request: id as never })).row.word).toBe('receipted');
  for (const desk of [asks, does]) {
    expect((await desk.ask('store.verify', {})).problems).toEqual([]);
    expect(await desk.ask('store.rebuild', {})).toMatchObject({ same: true });
  }
});

test('the same seed spoils the same way on every machine', () => {
  const one = bytesOf('{"a":1,"b":["x","y"]}\nline');
  const made = Array.from({ length: 50 }, (_, seed) => Buffer.from(spoil(one, one, dice(seed))).toString('base64'));
  const again = Array.from({ length: 50 }, (_, seed) => Buffer.from(spoil(one, one, dice(seed))).toString('base64'));
  expect(again).toEqual(made);
  expect(new Set(made).size).toBeGreaterThan(30);
});

test.for([
  ['believes without a signature', (text: string) => [text]],
  ['checks the form and no signature', (text: string) => (text.startsWith('{"a":') ? [text] : [])],
  ['breaks on what it does not expect', (text: string) => [String(JSON.parse(text))]],
] as const)('a reader that %s is found', async ([, reads]) => {
  const form: Form = {
    ...{ name: 'careless', weight: 1, signed: true, samples: [bytesOf('{"a":1,"b":"two"}')] },
    take: (bytes) => reads(Buffer.from(bytes).toString('latin1')),
  };
  const { finds } = await fuzz([form], 1, 500, longestMs);
  expect(finds.length).toBeGreaterThan(20);
});
