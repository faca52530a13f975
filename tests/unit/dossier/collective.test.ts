import { describe, expect, it } from 'vitest';
import { type Collective, collectiveNotes, mayRepresent } from '#shared/domain/dossier/collective.ts';

const workers = (count: number) =>
  Array.from({ length: count }, (_, at) => ({ id: `w${at}`, role: 'applicant', type: 'person' }));
const employer = { id: 'e', role: 'respondent', type: 'unit' };
const codes = (count: number, said: Collective | null, formed = true) =>
  collectiveNotes([...workers(count), employer], said, formed).map(({ code }) => code);
const marked = (count: number): Collective => ({
  kind: 'workers',
  representatives: workers(count).map(({ id }) => id),
});

describe('a collective case', () => {
  it('is proposed from ten workers on', () => {
    expect([codes(9, null), codes(10, null)]).toEqual([[], ['could-be']]);
  });

  it('is represented by three to five of the workers', () => {
    expect([2, 3, 5, 6].map((count) => codes(12, marked(count)))).toEqual([
      ['few-representatives'],
      [],
      [],
      ['many-representatives'],
    ]);
    expect(codes(12, { kind: 'workers', representatives: [] })).toEqual(['not-represented']);
    expect(codes(12, { kind: 'workers', representatives: ['w1', 'w2', 'gone'] })).toEqual(['representative-left']);
    expect(mayRepresent([...workers(2), employer])).toEqual(['w0', 'w1']);
  });

  it('of a union or an employer that applies has nobody who could be elected', () => {
    expect(codes(0, { kind: 'contract', representatives: [] })).toEqual([]);
    expect(codes(1, { kind: 'contract', representatives: [] })).toEqual(['not-represented']);
  });

  it('has ten workers unless it is about a collective contract, and a panel of three', () => {
    expect(codes(9, marked(3))).toEqual(['few-workers']);
    expect(codes(1, { ...marked(3), kind: 'contract' })).toEqual(['representative-left']);
    expect(codes(10, marked(3), false)).toEqual(['panel-of-three']);
  });
});
