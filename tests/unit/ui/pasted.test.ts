import { describe, expect, it } from 'vitest';
import { type Pasted, taken, turned } from '#renderer/features/dossier/acts/pasted.ts';

const pasted: Pasted = { text: '', role: 'applicant', type: 'person', columns: null, decided: [] };
const fresh = { line: 2, fault: null, twice: false };
const there = { ...fresh, twice: true };
const faulty = { ...fresh, fault: { code: 'party.name-empty', field: 'name' } };

describe('a line of a pasted block', () => {
  it('is proposed unless it is there already, and never taken while it is faulty', () => {
    expect([fresh, there, faulty].map((row) => taken(row, pasted))).toEqual([true, false, false]);
    expect(taken(faulty, turned(there, pasted))).toBe(false);
  });

  it('stays as it was decided when the proposal changes', () => {
    expect(taken(there, turned(fresh, pasted))).toBe(false);
    expect(taken(fresh, turned(there, pasted))).toBe(true);
    expect(taken(there, turned(there, pasted))).toBe(true);
  });

  it('is decided as often as it is turned, each by itself', () => {
    const twice = turned(fresh, turned(fresh, pasted));
    expect(taken(fresh, twice)).toBe(true);
    expect(twice.decided).toEqual([{ line: 2, take: true }]);
    expect(taken({ ...fresh, line: 3 }, turned(fresh, pasted))).toBe(true);
  });
});
