import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localDate } from '#shared/base/local-date.ts';
import {
  nextOfficeRow,
  type OfficeRule,
  officeRow,
  ownRuleId,
  standingRules,
  withOfficeRules,
} from '#shared/domain/deadline/office-rule.ts';
import { ruleOn, rulesFor, rulesOn } from '#shared/domain/deadline/pack.ts';

const shipped = rulesFor('330421');
const day = localDate('2026-06-01');
const may = (row: ReturnType<typeof rulesOn>[number]): boolean =>
  row.confidence === 'default' && !row.id.startsWith('REQ.') && row.form === undefined && row.amount > 0;
const defaults = rulesOn(shipped, day).filter((row) => may(row) && row.trigger !== 'extended');
const [editable] = defaults;

const said = (changes: Partial<OfficeRule> = {}): OfficeRule => ({
  ...{ rule: editable?.id ?? '', from: day, off: false, amount: (editable?.amount ?? 0) + 1 },
  ...{ unit: editable?.unit ?? 'working-day', roll: editable?.roll ?? 'none', basis: '本院办公会纪要〔2026〕3号' },
  ...changes,
});

describe("an office's own rule", () => {
  it('stands over the default from its day on and leaves everything else of the row', () => {
    const rules = withOfficeRules(shipped, [said()], 'x1');
    const now = ruleOn(rules, editable?.id ?? '', day);
    expect(now).toMatchObject({ amount: said().amount, confidence: 'office', name: editable?.name });
    expect(now?.basis[0]?.zh).toBe('本院办公会纪要〔2026〕3号');
    expect(now?.basis.slice(1)).toEqual(editable?.basis);
    expect(ruleOn(rules, editable?.id ?? '', localDate('2026-05-31'))).toEqual(
      ruleOn(shipped, editable?.id ?? '', localDate('2026-05-31')),
    );
    expect(rules).toMatchObject({ id: 'CN+33+own', version: `${shipped.version}+x1` });
    const others = (all: typeof shipped) => rulesOn(all, day).filter(({ id }) => id !== editable?.id);
    expect(others(rules)).toEqual(others(shipped));
  });

  it('that switches a row off leaves it to limits that began before', () => {
    const rules = withOfficeRules(shipped, [said({ off: true })], 'x1');
    expect(ruleOn(rules, editable?.id ?? '', day)).toBeUndefined();
    expect(ruleOn(rules, editable?.id ?? '', localDate('2026-05-31'))).toBeDefined();
    expect(rulesOn(rules, day).map(({ id }) => id)).not.toContain(editable?.id);
  });

  it('may be made of every default row that counts days', () => {
    const refused = defaults.filter(
      ({ id, amount, unit, roll }) => !officeRow(shipped, said({ rule: id, amount: amount + 1, unit, roll })).ok,
    );
    expect(defaults.length).toBeGreaterThan(3);
    expect(refused).toEqual([]);
  });

  it('counts until its last day and leaves what lies beneath to limits that start later', () => {
    const rules = withOfficeRules(shipped, [said({ until: localDate('2026-09-01') })], 'x1');
    expect(ruleOn(rules, editable?.id ?? '', localDate('2026-08-31'))?.confidence).toBe('office');
    expect(ruleOn(rules, editable?.id ?? '', localDate('2026-09-01'))).toEqual(editable);
  });

  it('of a local text stands over a row of the law, which comes back when it is over', () => {
    const text = {
      rule: 'ARB.COPY_TO_RESP',
      local: true as const,
      region: '33',
      amount: 3,
      unit: 'working-day' as const,
    };
    const made = officeRow(shipped, said({ ...text, roll: 'none' }));
    expect(made).toMatchObject({
      ok: true,
      value: { amount: 3, region: '33', confidence: 'office', standing: 'statutory' },
    });
    const rules = withOfficeRules(shipped, [said({ ...text, roll: 'none', until: localDate('2027-01-01') })], 'x1');
    expect(ruleOn(rules, 'ARB.COPY_TO_RESP', localDate('2027-01-01'))).toMatchObject({ amount: 5, confidence: 'read' });
  });

  it('may be a limit the law does not know, under an id of its own', () => {
    const visit = { name: { zh: '回访', en: 'Visit' }, trigger: 'accepted' as const };
    const own = said({ rule: 'ARB.OWN.VISIT', made: visit, region: '33', amount: 5 });
    const rules = withOfficeRules(shipped, [own], 'x1');
    expect(ruleOn(rules, 'ARB.OWN.VISIT', day)).toMatchObject({
      ...{ name: visit.name, amount: 5, confidence: 'office', standing: 'reference', region: '33' },
    });
    expect(ruleOn(rules, 'ARB.OWN.VISIT', localDate('2026-05-31'))).toBeUndefined();
    const off = withOfficeRules(shipped, [own, { ...own, from: localDate('2026-07-01'), off: true }], 'x1');
    expect(ruleOn(off, 'ARB.OWN.VISIT', localDate('2026-07-01'))).toBeUndefined();
    const faults = [
      { ...own, rule: 'ARB.LIMIT' },
      { ...own, rule: 'REQ.OWN.X1' },
      { ...own, rule: 'ARB.OWN.x' },
      { ...own, made: { ...visit, name: { zh: ' ', en: '' } } },
      { ...own, made: { ...visit, trigger: 'extended' as const } },
      { ...own, amount: 0 },
      { ...own, basis: '' },
      { ...own, unit: 'hour' as const, roll: 'legal' as const },
    ].map((wrong) => officeRow(shipped, wrong));
    expect(faults.map((one) => (one.ok ? '' : one.error))).toEqual([
      ...['rule.bad-code', 'rule.bad-code', 'rule.bad-code', 'rule.no-name', 'rule.bad-trigger', 'rule.bad-amount'],
      ...['rule.no-basis', 'rule.bad-roll'],
    ]);
  });

  it('sets the grounds that move a limit and whether it passes in full, and leaves what it says nothing of', () => {
    const text = { rule: 'ARB.LIMIT', local: true as const, region: '32', amount: 45, unit: 'calendar-day' as const };
    const beneath = ruleOn(shipped, 'ARB.LIMIT', day);
    const limit = { ...text, roll: 'raw-and-legal' as const, excludeGrounds: ['46-6-notice', '33-delegation'] };
    const row = officeRow(shipped, said({ ...limit, elapsed: 'next-day', restartGrounds: [] }));
    expect(row).toMatchObject({
      ok: true,
      value: { elapsed: 'next-day', excludeGrounds: limit.excludeGrounds, suspendGrounds: beneath?.suspendGrounds },
    });
    expect(row.ok && row.value.restartGrounds).toBeUndefined();
    expect(nextOfficeRow(shipped, [], said(limit)).ok).toBe(true);
    const same = nextOfficeRow(shipped, [], said({ ...limit, excludeGrounds: beneath?.excludeGrounds ?? [] }));
    expect(same.ok ? '' : same.error).toBe('rule.unchanged');
    const faults = [
      { ...limit, excludeGrounds: ['47-1'] },
      { ...limit, suspendGrounds: ['req-suspend'] },
      { ...limit, restartGrounds: ['nothing'] },
      { ...limit, unit: 'hour' as const, roll: 'none' as const, elapsed: 'last-day' as const },
      { ...limit, rule: 'ARB.HEARING_NOTICE', roll: 'none' as const, elapsed: 'last-day' as const },
    ].map((wrong) => officeRow(shipped, said(wrong)));
    expect(faults.map((one) => (one.ok ? '' : one.error))).toEqual([
      ...['rule.bad-ground', 'rule.bad-ground', 'rule.bad-ground', 'rule.bad-elapsed', 'rule.bad-elapsed'],
    ]);
  });

  it.each<readonly [string, Partial<OfficeRule>, string]>([
    ['a row that is not there', { rule: 'ARB.NOTHING' }, 'rule.unknown'],
    ['a row of before it was in force', { rule: 'ARB.LIMIT', from: localDate('1990-01-01') }, 'rule.unknown'],
    ['what the law says', { rule: 'ARB.LIMIT', amount: 60 }, 'rule.statutory'],
    ['switching off what the law says', { rule: 'ARB.LIMIT', off: true }, 'rule.statutory'],
    ['switching off by a local text what the law says', { rule: 'ARB.LIMIT', off: true, local: true }, 'rule.not-off'],
    ['a local text of a row both offices count by', { rule: 'REQ.REVIEW', local: true }, 'rule.of-both-offices'],
    ['an end before its beginning', { until: day }, 'rule.ends-before'],
    ['a row both offices count by', { rule: 'REQ.REVIEW', amount: 9 }, 'rule.of-both-offices'],
    ['no days at all', { amount: 0 }, 'rule.bad-amount'],
    ['more days than any limit has', { amount: 4000 }, 'rule.bad-amount'],
    ['half a day', { amount: 1.5 }, 'rule.bad-amount'],
    ['no basis', { basis: ' ' }, 'rule.no-basis'],
    ['a prototype key', { rule: '__proto__' }, 'rule.unknown'],
  ])('is refused for %s', (_, changes, fault) => {
    expect(officeRow(shipped, said(changes))).toEqual({ ok: false, error: fault });
  });

  it('is refused when every limit would be counted as before, and only then', () => {
    const [shippedDays, longer] = [said({ amount: editable?.amount ?? 0 }), said()];
    const september = localDate('2026-09-01');
    const fault = (standing: readonly OfficeRule[], next: OfficeRule) => {
      const made = nextOfficeRow(shipped, standing, next);
      return made.ok ? null : made.error;
    };
    expect(fault([], shippedDays)).toBe('rule.unchanged');
    expect(fault([longer], longer)).toBe('rule.unchanged');
    expect(fault([longer], { ...longer, from: september })).toBe('rule.unchanged');
    expect(fault([longer], { ...shippedDays, from: september })).toBeNull();
    expect(fault([{ ...longer, from: september }], shippedDays)).toBeNull();
    expect(fault([], said({ off: true }))).toBeNull();
    expect(fault([said({ off: true })], said({ off: true, from: september }))).toBe('rule.unchanged');
    expect(fault([longer], said({ amount: 0 }))).toBe('rule.bad-amount');
    const summer = { ...longer, until: september };
    expect(fault([summer], summer)).toBe('rule.unchanged');
    expect(fault([summer], longer)).toBeNull();
    expect(fault([longer], summer)).toBeNull();
    expect(fault([], { ...shippedDays, until: september })).toBe('rule.unchanged');
    expect(fault([summer], { ...shippedDays, from: september })).toBe('rule.unchanged');
    expect(fault([summer, { ...longer, from: september }], longer)).toBe('rule.unchanged');
    expect(fault([said({ off: true })], said({ off: true, until: september }))).toBeNull();
  });

  it('is refused as unchanged exactly when no day counts otherwise', () => {
    const days = Array.from({ length: 12 }, (_, month) => localDate(`2026-${String(month + 1).padStart(2, '0')}-01`));
    const any = fc.record({
      ...{ from: fc.nat(8), long: fc.nat(4), off: fc.boolean() },
      amount: fc.constantFrom(editable?.amount ?? 0, (editable?.amount ?? 0) + 1),
    });
    const taken = ({ from, long, off, amount }: { from: number; long: number; off: boolean; amount: number }) => {
      const until = long === 0 ? undefined : days[from + long];
      return said({ from: days[from] ?? day, off, amount, ...(until === undefined ? {} : { until }) });
    };
    const counted = (course: readonly OfficeRule[]): string => {
      const rules = withOfficeRules(shipped, standingRules(course), 'x1');
      return days.map((on) => ruleOn(rules, editable?.id ?? '', on)?.amount ?? 'off').join();
    };
    fc.assert(
      fc.property(fc.array(any, { maxLength: 5 }), any, (before, next) => {
        const course = before.map(taken);
        const made = nextOfficeRow(shipped, course, taken(next));
        expect(!made.ok && made.error === 'rule.unchanged').toBe(counted(course) === counted([...course, taken(next)]));
      }),
    );
  });

  it('has a code that no other office has here, and stays over theirs once it has it', () => {
    const own = said({
      rule: 'ARB.OWN.VISIT',
      made: { name: { zh: '回访', en: 'Visit' }, trigger: 'accepted' },
      amount: 5,
    });
    const theirs = officeRow(shipped, { ...own, amount: 20 });
    const beneath = { ...shipped, rows: [...shipped.rows, ...(theirs.ok ? [theirs.value] : [])] };
    expect(nextOfficeRow(beneath, [], own)).toEqual({ ok: false, error: 'rule.bad-code' });
    expect(ruleOn(withOfficeRules(beneath, [own], 'x1'), own.rule, day)).toMatchObject({ amount: 5 });
    expect(nextOfficeRow(beneath, [own], { ...own, amount: 6 })).toMatchObject({ ok: true, value: { amount: 6 } });
    expect(rulesOn(shipped, day).filter(({ id }) => ownRuleId.test(id))).toEqual([]);
  });
});

describe('decisions that follow one another', () => {
  const march = said({ from: localDate('2026-03-10'), amount: 7 });
  const september = said({ from: localDate('2026-09-01'), amount: 8 });

  it('each count from their own day to that of the next', () => {
    expect(standingRules([march, september])).toEqual([march, september]);
    const rules = withOfficeRules(shipped, standingRules([march, september]), 'x1');
    const amountOn = (on: string) => ruleOn(rules, march.rule, localDate(on))?.amount;
    expect(['2026-03-09', '2026-03-10', '2026-08-31', '2026-09-01'].map(amountOn)).toEqual([editable?.amount, 7, 7, 8]);
  });

  it('leave what was decided before its beginning and from its end on', () => {
    const spring = said({ from: localDate('2026-02-01'), until: localDate('2026-06-01'), amount: 9 });
    const whole = said({ from: localDate('2026-01-01'), until: localDate('2026-07-01'), amount: 6 });
    expect(standingRules([march, september, spring])).toEqual([march, september, spring]);
    expect(standingRules([spring, whole])).toEqual([whole]);
    const rules = withOfficeRules(shipped, standingRules([march, september, spring]), 'x1');
    const amountOn = (on: string) => ruleOn(rules, march.rule, localDate(on))?.amount;
    expect(['2026-01-31', '2026-02-01', '2026-03-10', '2026-06-01', '2026-09-01'].map(amountOn)).toEqual([
      ...[editable?.amount, 9, 9, 7, 8],
    ]);
  });

  it('end what counts already when they say the same and have an end', () => {
    const june = localDate('2026-06-01');
    const amounts = (course: readonly OfficeRule[]) => {
      const rules = withOfficeRules(shipped, standingRules(course), 'x1');
      return ['2026-05-31', '2026-06-01', '2026-08-31', '2026-09-01'].map(
        (on) => ruleOn(rules, march.rule, localDate(on))?.amount,
      );
    };
    const ended = { ...march, until: june };
    expect(standingRules([march, ended])).toEqual([ended]);
    expect(amounts([march, ended])).toEqual([7, editable?.amount, editable?.amount, editable?.amount]);
    const later = { ...ended, from: localDate('2026-05-01') };
    expect(standingRules([march, later])).toEqual([ended, later]);
    expect(amounts([march, later])).toEqual([7, editable?.amount, editable?.amount, editable?.amount]);
    expect(amounts([march, september, ended])).toEqual([7, editable?.amount, editable?.amount, 8]);
    // Another length for a time leaves what counted before it to count again.
    expect(amounts([march, { ...ended, amount: 9 }])).toEqual([9, 7, 7, 7]);
    expect(standingRules([march, ended, march])).toEqual([march]);
  });

  it('go over what was decided for the same days, and put back what ships or what stood before', () => {
    expect(standingRules([])).toEqual([]);
    expect(standingRules([september, march])).toEqual([march]);
    expect(standingRules([march, { ...march, amount: 9 }])).toEqual([{ ...march, amount: 9 }]);
    expect(standingRules([march, september, undefined])).toEqual([]);
    expect(standingRules([march, undefined, september])).toEqual([september]);
    expect(standingRules([march, september, march])).toEqual([march]);
    expect(standingRules([september, march, september])).toEqual([september]);
    expect(standingRules([march, september, undefined, september])).toEqual([march, september]);
    expect(standingRules([march, september, march, september])).toEqual([march, september]);
  });
});
