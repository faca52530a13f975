import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, type JsonObject } from '#shared/base/canonical-json.ts';
import { addDays, localDate } from '#shared/base/local-date.ts';
import { isOfLaw } from '#shared/domain/deadline/of-law.ts';
import { officeRow, withOfficeRules } from '#shared/domain/deadline/office-rule.ts';
import { ruleOn, rulesFor, rulesOn, shippedPacks } from '#shared/domain/deadline/pack.ts';
import { rowDifferences } from '#shared/domain/deadline/pack-file/flat-rows.ts';
import { changingRows, rowsToHandOut, withPack } from '#shared/domain/deadline/pack-file/lay-pack.ts';
import { mostRows, readPack } from '#shared/domain/deadline/pack-file/read-pack.ts';
import type { LimitRule } from '#shared/domain/deadline/rule.ts';

const day = localDate('2026-06-01');
const zhejiang = rulesFor('330421');
const own = withOfficeRules(
  zhejiang,
  [
    {
      ...{ rule: 'ARB.MED_ORG', from: day, off: false, amount: 7, unit: 'working-day', roll: 'none' },
      basis: '本院办公会纪要〔2026〕3号',
    },
  ],
  'x1',
);

const file = (rows: readonly unknown[], head: object = {}): JsonObject =>
  ({
    ...{ v: 1, office: 'jiashan-arb', officeName: '某县仲裁委', officeKey: 'A'.repeat(43), region: '330421' },
    ...{ made: '2026-06-02', title: '', rows },
    ...head,
  }) as unknown as JsonObject;

/** A sound row of the file's own, with what a test is about. */
const row = (said: object = {}): Record<string, unknown> => ({
  ...{ id: 'ARB.OWN.VISIT', name: { zh: '回访', en: 'Visit' }, basis: [{ zh: '内部办法', en: 'House rule' }] },
  ...{ trigger: 'accepted', amount: 5, unit: 'working-day', roll: 'none', region: 'CN' },
  ...{ effectiveFrom: '2026-01-01', confidence: 'default', standing: 'reference' },
  ...said,
});

const faultsOf = (value: JsonObject): readonly string[] => {
  const read = readPack(value);
  return read.ok ? [] : read.error.map(({ code, row: at, id, key }) => [code, at, id, key].join(' ').trim());
};

describe('the rules an office hands out', () => {
  it.each(['CN', ...shippedPacks.map(({ id }) => id)])(
    'of %s have no fault and change nothing where they ship',
    (region) => {
      const rules = rulesFor(region);
      const rows = rowsToHandOut(rules);
      expect(faultsOf(file(JSON.parse(JSON.stringify(rows))))).toEqual([]);
      expect(changingRows(rules, rows, region)).toEqual([]);
      expect(
        rowDifferences(
          rules.rows.filter(({ id }) => !id.startsWith('REQ.')),
          rows,
        ),
      ).toEqual([]);
    },
  );

  it("carry the office's own decisions from their day on, and nothing of requests", () => {
    const rows = rowsToHandOut(own);
    expect(rows.some(({ id }) => id.startsWith('REQ.'))).toBe(false);
    const there = changingRows(zhejiang, rows, '330421');
    expect(there.map(({ id, amount, confidence }) => [id, amount, confidence])).toEqual([
      ['ARB.MED_ORG', 10, 'default'],
      ['ARB.MED_ORG', 7, 'office'],
    ]);
    expect(there.at(-1)?.effectiveFrom).toBe(day);
    const laid = withPack(zhejiang, there, 'p1');
    for (const on of [addDays(day, -1), day]) {
      const seen = (rules: typeof laid) => rulesOn(rules, on).map(({ id, amount, unit }) => [id, amount, unit]);
      expect(new Map(seen(laid).map((line) => [line[0], line]))).toEqual(
        new Map(seen(own).map((line) => [line[0], line])),
      );
    }
  });

  it("lay the nation's rows beneath the province's, and leave other provinces' out", () => {
    const { id } = zhejiang.rows.find(({ region }) => region === '33') as LimitRule;
    const nation = { ...(ruleOn(rulesFor('CN'), id, day) as LimitRule), amount: 77, confidence: 'certain' as const };
    const rows = changingRows(zhejiang, [nation], '330421');
    const laid = withPack(zhejiang, rows, 'p1');
    expect(ruleOn(laid, id, day)).toEqual(ruleOn(zhejiang, id, day));
    const elsewhere = changingRows(rulesFor('CN'), [nation], '310118');
    expect(ruleOn(withPack(rulesFor('CN'), elsewhere, 'p1'), id, day)).toMatchObject({
      amount: 77,
      confidence: 'office',
    });
    expect(changingRows(rulesFor('CN'), [{ ...nation, region: '33' }], '310118')).toEqual([]);
  });
});

describe('a row of the law in a file of rules', () => {
  const id = 'ARB.COPY_TO_RESP';
  const law = ruleOn(zhejiang, id, day) as LimitRule;

  it.each<readonly [string, Partial<LimitRule>]>([
    ['for the province alone', { region: '33', confidence: 'office' }],
    ['called a reference by its maker', { standing: 'reference', confidence: 'office' }],
    ['called a default by its maker', { standing: 'reference', confidence: 'default' }],
  ])('stays one %s: only a local text changes it, and nothing switches it off', (_, changes) => {
    const rows = changingRows(zhejiang, [{ ...law, amount: 3, ...changes }], '330421');
    const laid = withPack(zhejiang, rows, 'p1');
    const taken = ruleOn(laid, id, day) as LimitRule;
    expect(taken).toMatchObject({ amount: 3, confidence: 'office', standing: 'statutory' });
    expect(isOfLaw(taken)).toBe(true);
    const said = { rule: id, from: day, off: true, amount: 3, unit: law.unit, roll: law.roll, basis: '内部办法' };
    const error = (more: object) => {
      const made = officeRow(laid, { ...said, ...more });
      return made.ok ? null : made.error;
    };
    expect(error({})).toBe('rule.statutory');
    expect(error({ local: true })).toBe('rule.not-off');
    expect(error({ off: false, amount: 4 })).toBe('rule.statutory');
    expect(error({ off: false, amount: 4, local: true, region: '33' })).toBeNull();
  });
});

describe('a file of rules', () => {
  it.each<readonly [string, JsonObject, readonly string[]]>([
    ['no rows', file([]), ['no-rows 0  rows']],
    ['too many rows', file(Array.from({ length: mostRows + 1 }, () => row())), ['too-many 0  rows']],
    ['a newer form', file([row()], { v: 2 }), ['newer 0  v']],
    ['a field nobody knows', file([row()], { evil: 1 }), ['key-unknown 0  evil']],
    ['a head that lacks a field', file([row()], { made: undefined }), ['bad-value 0  made']],
    ['a row that is a text', file(['ARB.LIMIT']), ['bad-value 1']],
    ['a row that is a list', file([row(), []]), ['bad-value 2']],
    ['a field of another type', file([row({ amount: '5' })]), ['bad-value 1 ARB.OWN.VISIT amount']],
    ['half a day', file([row({ amount: 0.5 })]), ['bad-value 1 ARB.OWN.VISIT amount']],
    ['a limit of ten thousand days', file([row({ amount: 10_000 })]), ['bad-value 1 ARB.OWN.VISIT amount']],
    [
      'a day that does not exist',
      file([row({ effectiveFrom: '2026-02-30' })]),
      ['bad-value 1 ARB.OWN.VISIT effectiveFrom'],
    ],
    ['a field no row has', file([row({ script: 'x' })]), ['key-unknown 1 ARB.OWN.VISIT script']],
    ['an act nobody knows', file([row({ trigger: 'constructor' })]), ['bad-value 1 ARB.OWN.VISIT trigger']],
    [
      'a ground nobody knows',
      file([row({ suspendGrounds: ['toString'] })]),
      ['ground-unknown 1 ARB.OWN.VISIT suspendGrounds'],
    ],
    [
      'text that turns around',
      file([row({ name: { zh: '回\u202e访', en: 'x' } })]),
      ['control-character 1 ARB.OWN.VISIT name'],
    ],
    ['an id outside the cases', file([row({ id: 'XXX.A' })]), []],
    ['a row of requests', file([row({ id: 'REQ.REVIEW' })]), ['of-both-offices 1 REQ.REVIEW id']],
    ['the same limit twice', file([row(), row({ amount: 6 })]), ['twice 2 ARB.OWN.VISIT id']],
    [
      'an end before its beginning',
      file([row({ effectiveTo: '2025-01-01' })]),
      ['ends-before 1 ARB.OWN.VISIT effectiveTo'],
    ],
    [
      'an extension that is not there',
      file([row({ extension: { rule: 'ARB.OWN.MORE', times: 1 } })]),
      ['rule-missing 1 ARB.OWN.VISIT extension'],
    ],
    [
      'an end of another limit',
      file([row({ form: 'same-end', sameEndAs: 'ARB.OWN.MORE' }), row({ id: 'ARB.OWN.MORE', amount: 9 })]),
      ['same-end-differs 1 ARB.OWN.VISIT sameEndAs'],
    ],
    ['counting back and rolling on', file([row({ back: true, roll: 'legal' })]), ['contradicts 1 ARB.OWN.VISIT roll']],
    ['a note of five days', file([row({ form: 'note' })]), ['contradicts 1 ARB.OWN.VISIT amount']],
    ['a law nobody read', file([row({ standing: 'statutory' })]), ['unsure-statutory 1 ARB.OWN.VISIT standing']],
    [
      'a limit of the law switched off',
      file([row({ id: 'ARB.LIMIT', off: true })]),
      ['takes-from-law 1 ARB.LIMIT off'],
    ],
    [
      'a limit of the law made a note',
      file([row({ id: 'ARB.LIMIT', form: 'note', amount: 0 })]),
      ['takes-from-law 1 ARB.LIMIT form'],
    ],
  ])('with %s says what is wrong and where', (what, value, faults) => {
    expect(faultsOf(value)).toEqual(what === 'an id outside the cases' ? ['bad-value 1 XXX.A id'] : faults);
  });

  it('with a prototype key is refused by its name', () => {
    const hostile = JSON.parse(canonicalJson(file([row()])).replace('"amount":5', '"__proto__":{"a":1},"amount":5'));
    expect(faultsOf(hostile)).toEqual(['key-unknown 1 ARB.OWN.VISIT __proto__']);
  });

  it('tells every fault of every row at once', () => {
    expect(faultsOf(file([row({ amount: -1, roll: 'left' }), row({ unit: 'moon' })]))).toHaveLength(3);
  });

  it('is never taken silently for anything it is not', () => {
    const keys = fc.constantFrom(...Object.keys(row()), 'back', 'off', 'form', 'extension', '__proto__', 'x');
    fc.assert(
      fc.property(keys, fc.jsonValue(), (key, value) => {
        const hostile = Object.fromEntries([...Object.entries(row()), [key, value]]);
        const read = readPack(file([hostile]));
        const rows = read.ok ? read.value.rows : [];
        for (const taken of rows) {
          expect(typeof taken.amount).toBe('number');
          expect(taken.basis.length).toBeGreaterThan(0);
          expect(() => withPack(zhejiang, changingRows(zhejiang, rows, '330421'), 'p')).not.toThrow();
        }
      }),
    );
  });
});
