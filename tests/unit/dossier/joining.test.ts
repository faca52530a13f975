import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, localDate } from '#shared/base/local-date.ts';
import {
  checkJoin,
  checkPart,
  checkRestore,
  checkStrike,
  type JoinedFile,
  type Joining,
  keepsJoinings,
} from '#shared/domain/dossier/joining.ts';

const first = localDate('2026-03-02');
const today = localDate('2026-03-31');

const file = (id: string, joinings: readonly Joining[] = [], more: Partial<JoinedFile> = {}): JoinedFile => ({
  ...{ id, side: 'arb', stage: 'ACCEPTED', acceptedOn: first },
  joinings: joinings.filter(({ lead, other }) => lead === id || other === id),
  ...more,
});
const joined = (lead: string, other: string, more: Partial<Joining> = {}): Joining => ({
  ...{ id: `${lead}${other}`, lead, other, on: first, partedOn: null, struck: false },
  ...more,
});
const code = (checked: ReturnType<typeof checkJoin>) => (checked.ok ? 'ok' : checked.error.code);

describe('joining files', () => {
  it('is for arbitration files accepted and without a result', () => {
    const [a, b] = [file('a'), file('b')];
    expect(code(checkJoin(a, b, first, today))).toBe('ok');
    expect(code(checkJoin(a, a, first, today))).toBe('joining.itself');
    expect(code(checkJoin(a, { ...b, side: 'lsi', stage: 'FILED' }, first, today))).toBe('joining.no-arbitration');
    expect(code(checkJoin(a, { ...b, stage: 'APPLIED' }, first, today))).toBe('joining.other-not-heard');
    expect(code(checkJoin({ ...a, stage: 'CLOSED' }, b, first, today))).toBe('joining.not-heard');
    expect(code(checkJoin(a, b, addDays(first, -1), today))).toBe('joining.before-acceptance');
    expect(code(checkJoin(a, b, addDays(today, 1), today))).toBe('joining.in-future');
  });

  it('has one lead, which is joined to none', () => {
    const all = [joined('a', 'b')];
    expect(code(checkJoin(file('c'), file('b', all), first, today))).toBe('joining.already');
    expect(code(checkJoin(file('c'), file('a', all), first, today))).toBe('joining.leads-others');
    expect(code(checkJoin(file('b', all), file('c'), first, today))).toBe('joining.lead-is-joined');
    expect(code(checkJoin(file('a', all), file('c'), first, today))).toBe('ok');
  });

  it('begins anew after parting, not before it', () => {
    const parted = [joined('a', 'b', { partedOn: addDays(first, 10) })];
    expect(code(checkJoin(file('c'), file('b', parted), addDays(first, 9), today))).toBe('joining.before-earlier');
    expect(code(checkJoin(file('c'), file('b', parted), addDays(first, 10), today))).toBe('ok');
    expect(code(checkPart(parted[0], today, today))).toBe('joining.parted');
    expect(code(checkPart(joined('a', 'b'), addDays(first, -1), today))).toBe('joining.before-earlier');
    expect(code(checkPart(undefined, today, today))).toBe('joining.none');
  });

  it('holds a correction of acceptance to the day it began', () => {
    const all = [joined('a', 'b', { on: addDays(first, 3) })];
    expect(keepsJoinings(file('b', all))).toBe(true);
    expect(keepsJoinings(file('b', all, { acceptedOn: addDays(first, 4) }))).toBe(false);
    expect(keepsJoinings(file('b', all, { acceptedOn: null }))).toBe(false);
    expect(keepsJoinings(file('b', [joined('a', 'b', { struck: true })], { acceptedOn: null }))).toBe(true);
  });
});

const ids = ['a', 'b', 'c', 'd'] as const;
type Act = {
  readonly what: 'join' | 'part' | 'joining' | 'parting';
  readonly at: readonly number[];
  readonly day: number;
};
const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.record({
    what: fc.constantFrom('join' as const, 'join' as const, 'part' as const, 'joining' as const, 'parting' as const),
    at: fc.tuple(fc.nat(20), fc.nat(20)),
    day: fc.nat(20),
  }),
  { maxLength: 40 },
);

function carryOut(all: readonly Joining[], { what, at: [x = 0, y = 0], day }: Act, n: number): readonly Joining[] {
  const on = addDays(first, day);
  const [lead, other] = [ids[x % ids.length] ?? 'a', ids[y % ids.length] ?? 'b'];
  if (what === 'join') {
    const may = checkJoin(file(lead, all), file(other, all), on, today);
    return may.ok ? [...all, joined(lead, other, { id: String(n), on })] : all;
  }
  const one = all[x % Math.max(1, all.length)];
  if (one === undefined) return all;
  const put = (next: Joining) => all.map((each) => (each === one ? next : each));
  if (what === 'part') return checkPart(one, on, today).ok ? put({ ...one, partedOn: on }) : all;
  const files = { lead: file(one.lead, all), other: file(one.other, all) };
  if (!checkStrike(one, what, files).ok) return all;
  return put(what === 'joining' ? { ...one, struck: true } : { ...one, partedOn: null });
}

describe('any course of joining, parting and striking', () => {
  it('leaves every file with one lead at most, no lead joined, and no day under two leads', () => {
    fc.assert(
      fc.property(acts, (course) => {
        const all = course.reduce<readonly Joining[]>(carryOut, []);
        const now = all.filter(({ struck, partedOn }) => !struck && partedOn === null);
        for (const id of ids) {
          const under = now.filter(({ other }) => other === id).length;
          expect(under).toBeLessThanOrEqual(1);
          if (under === 1) expect(now.some(({ lead }) => lead === id)).toBe(false);
          const spans = all
            .filter(({ struck, other }) => !struck && other === id)
            .toSorted((a, b) => (a.on < b.on ? -1 : 1));
          for (const [at, span] of spans.entries()) {
            const next = spans[at + 1];
            if (next !== undefined) expect(span.partedOn !== null && span.partedOn <= next.on).toBe(true);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('comes back to where it was when a joining is struck', () => {
    fc.assert(
      fc.property(acts, fc.nat(3), fc.nat(3), (course, x, y) => {
        const all = course.reduce<readonly Joining[]>(carryOut, []);
        const more = carryOut(all, { what: 'join', at: [x, y], day: 25 }, 999);
        const added = more.find(({ id }) => id === '999');
        if (added === undefined) return;
        const struck = more.map((one) => (one === added ? { ...one, struck: true } : one));
        for (const lead of ids) {
          for (const other of ids) {
            const ask = (known: readonly Joining[]) => checkJoin(file(lead, known), file(other, known), today, today);
            expect(ask(struck)).toEqual(ask(all));
          }
        }
      }),
    );
  });
});

describe('a joining that was struck', () => {
  const struck = joined('a', 'b', { struck: true, partedOn: addDays(first, 10) });
  const restored = (others: readonly Joining[], more: Partial<JoinedFile> = {}, joining = struck) => {
    const all = [joining, ...others];
    return code(checkRestore(joining, { lead: file('a', all, more), other: file('b', all) }));
  };

  it('counts again while neither file was joined elsewhere in its days', () => {
    expect(restored([])).toBe('ok');
    expect(restored([], { stage: 'CLOSED' })).toBe('ok');
    expect(restored([joined('c', 'b', { on: addDays(first, 10) })])).toBe('ok');
    expect(restored([joined('c', 'b', { partedOn: addDays(first, 1) })])).toBe('joining.already');
    expect(restored([joined('c', 'a', { on: addDays(first, 9) })])).toBe('joining.already');
    expect(restored([joined('b', 'c', { on: addDays(first, 9) })])).toBe('joining.already');
    expect(restored([joined('a', 'c')])).toBe('ok');
    expect(restored([joined('c', 'b', { struck: true })])).toBe('ok');
  });

  it('is restored only where it was struck, and both files were accepted by its first day', () => {
    expect(restored([], {}, joined('a', 'b'))).toBe('joining.not-struck');
    expect(restored([], { acceptedOn: addDays(first, 1) })).toBe('joining.before-acceptance');
    expect(code(checkRestore(undefined, { lead: file('a'), other: file('b') }))).toBe('joining.none');
  });
});
