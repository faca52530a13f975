import { describe, expect, it } from 'vitest';
import { localDate } from '#shared/base/local-date.ts';
import { type Fen, parseYuan } from '#shared/base/money.ts';
import { causeOf } from '#shared/domain/dossier/cause.ts';
import { bareClaim, type Claim, claimTypesFor, readClaim, sumOfClaims } from '#shared/domain/dossier/claim.ts';
import { claimTemplateOf } from '#shared/domain/dossier/claim-template.ts';
import { causes } from '#shared/domain/dossier/data/causes.ts';
import { claimTemplates } from '#shared/domain/dossier/data/claim-templates.ts';
import { readFormula } from '#shared/domain/formula/read-formula.ts';

const wage: Claim = {
  ...bareClaim,
  code: 'wage',
  amountFen: parseYuan('24,600.00') ?? null,
  from: localDate('2025-10-01'),
  to: localDate('2025-12-31'),
  basis: '8 200.00 × 3',
};

describe('claims and matters', () => {
  it('are of the side they belong to', () => {
    expect(claimTypesFor('lsi')).toHaveLength(9);
    expect(claimTypesFor('arb').map((type) => type.code)).toContain('unlawful-dismissal');
    expect(readClaim('lsi', wage)).toEqual({ ok: false, error: { code: 'claim.code-unknown', field: 'code' } });
    expect(readClaim('lsi', { ...wage, code: 'm6', amountFen: null })).toMatchObject({ value: { warnings: [] } });
  });

  it('are stored as typed, cleaned', () => {
    expect(readClaim('arb', { ...wage, basis: '一\u202e二\r\n三' })).toEqual({
      ok: true,
      value: {
        claim: { ...wage, basis: '一二\n三' },
        warnings: [{ code: 'text.direction-removed', field: 'basis', facts: { count: 1 } }],
      },
    });
  });

  it('are refused when they cannot be true, and doubted when the amount is missing', () => {
    const wrong = (change: Partial<Claim>) => {
      const read = readClaim('arb', { ...wage, ...change });
      return read.ok ? read.value.warnings.map((warning) => warning.code) : read.error.code;
    };
    expect(wrong({ amountFen: parseYuan('-1') ?? null })).toBe('claim.amount-negative');
    expect(wrong({ to: localDate('2025-09-30') })).toBe('claim.ends-before-it-begins');
    expect(wrong({ basis: '长'.repeat(4001) })).toBe('text.too-long');
    expect(wrong({ amountFen: null })).toEqual(['claim.no-amount']);
    expect(wrong({ code: 'relationship', amountFen: null })).toEqual([]);
  });

  it('add up exactly, or not at all', () => {
    const half = 4_503_599_627_370_496 as Fen;
    expect(sumOfClaims([wage, { amountFen: null }, { amountFen: 5 as Fen }])).toBe(2_460_005);
    expect(sumOfClaims([{ amountFen: half }, { amountFen: half }])).toBeNull();
  });
});

describe('subjects', () => {
  it('are found by code', () => {
    expect(causeOf('pay')?.name.zh).toBe('追索劳动报酬纠纷');
    expect(causeOf('constructor')).toBeUndefined();
    expect(new Set(causes.map((cause) => cause.code)).size).toBe(causes.length);
  });
});

describe('a claim with a formula', () => {
  const typed: Claim = { ...wage, formula: '月工资×月数', inputs: '月数=11;月工资=8000.00;旧=1' };

  it('has the amount the formula comes to and keeps the values of its names', () => {
    expect(readClaim('arb', typed)).toMatchObject({
      value: { claim: { amountFen: 8_800_000, formula: '月工资×月数', inputs: '月工资=8000.00;月数=11' } },
    });
    expect(readClaim('arb', { ...typed, formula: '' })).toMatchObject({ value: { claim: { ...wage, inputs: '' } } });
  });

  it('is refused at the place where the formula is wrong', () => {
    expect(readClaim('arb', { ...typed, formula: '8000 × × 11' })).toEqual({
      ok: false,
      error: { code: 'formula.out-of-place', field: 'formula', facts: { at: 8 } },
    });
    expect(readClaim('arb', { ...typed, inputs: '月数=11' })).toMatchObject({ error: { field: 'inputs' } });
    expect(readClaim('arb', { ...wage, awardedFen: -1 as Fen })).toMatchObject({ error: { field: 'awardedFen' } });
  });

  it('has templates that are read, for types that exist, all marked as defaults', () => {
    for (const code of Object.keys(claimTemplates)) {
      expect(claimTypesFor('arb').map((type) => type.code)).toContain(code);
      const { formula, confidence } = claimTemplateOf(code) ?? { formula: { zh: '', en: '' }, confidence: 'certain' };
      expect([readFormula(formula.zh).ok, readFormula(formula.en).ok, confidence]).toEqual([true, true, 'default']);
    }
    expect(claimTemplateOf('constructor')).toBeUndefined();
  });
});
