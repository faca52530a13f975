import fc from 'fast-check';
import { expect, test } from 'vitest';
import { suiteOf } from '#electron/sealing/suites.ts';
import { officeIdField } from '#shared/contract/fields.ts';
import { printTyped, slipText } from '#shared/domain/medium/medium-slip.ts';
import { mediumPrint } from '#shared/protocol/medium-print.ts';

const from = officeIdField.parse('qingpu-arb');
const to = officeIdField.parse('wujiang-arb');
const one = suiteOf('s1');
const ids = ['aa', 'bb', 'cc'];
const print = mediumPrint(from, to, ids, one);

test('the fingerprint of a medium is the same whatever the order, the repeats and the suite of who reads it', () => {
  expect(print).toBe('20797 38394 49703 66454');
  expect(mediumPrint(from, to, ['cc', 'aa', 'bb', 'aa'], suiteOf('s2'))).toBe(print);
});

test('it changes with every package, the sender and the receiver', () => {
  const others = [ids, ids.slice(1), [...ids, 'dd'], []].map((some) => mediumPrint(from, to, some, one));
  expect(new Set([...others, mediumPrint(to, from, ids, one)]).size).toBe(5);
});

test('the fingerprint is found in the text of the code and in what is typed from the slip, and nowhere else', () => {
  const digits = print.replaceAll(' ', '');
  const text = slipText({ from, to, at: '2026-03-12 09:30', packages: 3, files: 1, print });
  expect(text).toBe(`XIEBAN-SLIP-1/qingpu-arb/wujiang-arb/2026-03-12T09:30/3/1/${digits}`);
  const wide = [...print].map((sign) => (sign === ' ' ? '　' : String.fromCodePoint(0xff10 + Number(sign)))).join('');
  for (const typed of [text, text.toLowerCase(), ` ${text}\n`, print, digits, print.replaceAll(' ', '-'), wide]) {
    expect(printTyped(typed)).toBe(print);
  }
  for (const typed of ['', print.slice(0, -1), `${print}1`, text.slice(0, -1), 'x'.repeat(20)]) {
    expect(printTyped(typed)).toBeUndefined();
  }
});

test('whatever is typed into the field of comparison is read or is nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (typed) => {
      const said = printTyped(typed);
      expect(said === undefined || /^\d{5}( \d{5}){3}$/.test(said)).toBe(true);
    }),
  );
});
