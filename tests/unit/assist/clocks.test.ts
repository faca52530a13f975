import { describe, expect, test } from 'vitest';
import { localDate } from '#shared/base/local-date.ts';
import { flagsOf, fourClocks, type RequestDues } from '#shared/domain/assist/flags.ts';
import { honestWord, weakestWord } from '#shared/domain/assist/honest-word.ts';
import { readableKinds, requestKind, requestKinds } from '#shared/domain/assist/kinds/request-kinds.ts';
import { storyAt } from './story.ts';

const none: RequestDues = { register: null, review: null, mend: null, answer: null, proof: null };
const day = localDate;

describe('flags', () => {
  test('each belongs to the state whose date has passed, the day itself is not late', () => {
    const due = day('2026-03-10');
    const late = day('2026-03-11');
    const cases = [
      ['sent', 'register', 'overdue-register'],
      ['registered', 'review', 'overdue-review'],
      ['returned', 'mend', 'overdue-mend'],
      ['accepted', 'answer', 'overdue-answer'],
    ] as const;
    for (const [phase, key, flag] of cases) {
      const state = { ...storyAt(phase).state(), agreed: null };
      expect(flagsOf(state, due, { ...none, [key]: due }, true)).toEqual([]);
      expect(flagsOf(state, late, { ...none, [key]: due }, true)).toEqual([flag]);
      expect(flagsOf(storyAt('answered').state(), late, { ...none, [key]: due }, true)).toEqual([]);
    }
  });

  test('the answer is due on the earlier of limit and agreed date, and not while suspended', () => {
    const told = storyAt('accepted');
    expect(flagsOf(told.state(), day('2026-03-24'), none, true)).toEqual(['overdue-answer']);
    expect(flagsOf(told.state(), day('2026-03-23'), { ...none, answer: day('2026-03-20') }, true)).toEqual([
      'overdue-answer',
    ]);
    told.e('suspend');
    expect(flagsOf(told.state(), day('2026-05-24'), none, true)).toEqual([]);
  });

  test('unproven stands beside any state until something proves it', () => {
    const state = storyAt('sent').state();
    const dues = { ...none, proof: day('2026-03-05') };
    expect(flagsOf(state, day('2026-03-06'), dues, false)).toEqual(['unproven']);
    expect(flagsOf(state, day('2026-03-06'), dues, true)).toEqual([]);
  });
});

describe('four clocks', () => {
  test('the last proof is the newer of receipt and an entry that has seen ours', () => {
    const state = storyAt('registered').state();
    const heard = { receiptOn: day('2026-03-08'), lastOn: day('2026-03-08') };
    expect(fourClocks(state, 'r', heard, day('2026-03-10'))).toMatchObject({
      lastProof: '2026-03-08',
      contactDays: 2,
      agreed: '2026-03-23',
      stored: '2026-03-02',
    });
    expect(fourClocks(state, 'r', { receiptOn: null, lastOn: null }, day('2026-03-10'))).toMatchObject({
      lastProof: '2026-03-03',
      contactDays: null,
    });
    expect(
      fourClocks(storyAt('sent').state(), 'r', { receiptOn: null, lastOn: null }, day('2026-03-10')).lastProof,
    ).toBeNull();
  });

  test('a partner whose entries claim a later day proves nothing later than the day we heard of them', () => {
    const state = storyAt('registered').state();
    const ahead = { ...state, last: { ...state.last, e: { on: '2199-12-31', at: '000000000000001-0000' } } };
    const heard = { receiptOn: null, lastOn: day('2026-03-08') };
    expect(fourClocks(ahead, 'r', heard, day('2026-03-10')).lastProof).toBe('2026-03-08');
  });

  test('a clock set back never shows negative days', () => {
    const heard = { receiptOn: null, lastOn: day('2026-03-08') };
    expect(fourClocks(storyAt('sent').state(), 'r', heard, day('2025-03-10')).contactDays).toBe(0);
  });
});

describe('honest words', () => {
  const delivery = { n: 5, given: 0, receipted: 0, seen: false, opened: false };
  test('a carrier never makes more than sent', () => {
    expect(honestWord({ ...delivery, n: null, given: 9, receipted: 9 })).toBe('local');
    expect(honestWord(delivery)).toBe('local');
    expect(honestWord({ ...delivery, given: 5 })).toBe('sent');
    expect(honestWord({ ...delivery, receipted: 4 })).toBe('local');
    expect(honestWord({ ...delivery, receipted: 5 })).toBe('receipted');
    expect(honestWord({ ...delivery, seen: true })).toBe('receipted');
    expect(honestWord({ ...delivery, opened: true })).toBe('opened');
  });

  test('together only the weakest may be said', () => {
    expect(weakestWord(['opened', 'sent', 'receipted'])).toBe('sent');
    expect(weakestWord([])).toBe('local');
  });
});

describe('kinds as data', () => {
  test('both kinds are complete in both languages, with closed and disjoint lists of grounds', () => {
    expect(readableKinds).toEqual(['ARB_INVESTIGATE', 'LSI_ASSIST']);
    expect(requestKind('ARB_SERVE')).toBeUndefined();
    for (const kind of requestKinds) {
      const coded = [
        kind.fields,
        kind.itemKinds,
        kind.evidenceForms,
        kind.outcomes,
        kind.returnGrounds,
        kind.refusalGrounds,
      ];
      for (const list of coded) {
        expect(new Set(list.map((one) => one.code)).size).toBe(list.length);
        for (const one of list) expect(one.zh.length * one.en.length).toBeGreaterThan(0);
      }
      const refusals = new Set(kind.refusalGrounds.map((one) => one.code));
      expect(kind.returnGrounds.filter((one) => refusals.has(one.code))).toEqual([]);
      expect(kind.limitName.zh).toMatch(/^办理期限（参照/);
      expect(kind.acceptance.zh).not.toContain('受理');
      expect(kind.basis.every((line) => ['certain', 'read', 'default'].includes(line.confidence))).toBe(true);
    }
  });
});
