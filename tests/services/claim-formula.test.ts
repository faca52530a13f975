import { describe, expect, it } from 'vitest';
import type { Fen } from '#shared/base/money.ts';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { testOffice } from '#tests/support/office.ts';

const formula = '月工资 × 月数';

async function reckoned() {
  const office = await testOffice({ now: '2026-03-17T10:00' });
  const claims = [{ code: 'wage', amountFen: 1 as Fen, formula, inputs: '月工资=8000.00;月数=11' }];
  const dossier = await receiveOne(office, { claims });
  const { claims: stored, revision: base } = await office.ask('dossier.get', { dossier });
  return { office, dossier, base, claim: stored[0]?.id ?? '', stored: stored[0] };
}

describe('a claim reckoned by a formula', () => {
  it('has the amount the formula gives, whatever was typed beside it', async () => {
    const { office, dossier, base, claim, stored } = await reckoned();
    expect(stored).toMatchObject({ amountFen: 8_800_000, formula, inputs: '月工资=8000.00;月数=11' });
    await office.ask('claim.amend', { dossier, base, claim, inputs: '月工资=8000.00;月数=12' });
    const after = { amountFen: 9_600_000, inputs: '月工资=8000.00;月数=12' };
    expect((await office.ask('dossier.get', { dossier })).claims[0]).toMatchObject(after);
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
    expect((await office.ask('dossier.get', { dossier })).claims[0]).toMatchObject(after);
  });

  it('is not typed over, and is an amount like any other when the formula goes', async () => {
    const { office, dossier, base, claim } = await reckoned();
    expect(await office.refusal('claim.amend', { dossier, base, claim, amountFen: 5 as Fen })).toEqual({
      ...{ kind: 'refused', code: 'claim.amount-by-formula', field: 'amountFen' },
    });
    await office.ask('claim.amend', { dossier, base, claim, formula: '', amountFen: 5 as Fen });
    expect((await office.ask('dossier.get', { dossier })).claims[0]).toMatchObject({
      ...{ amountFen: 5, formula: '', inputs: '' },
    });
  });

  it('names the place where a formula is wrong and writes nothing', async () => {
    const { office, dossier, base, claim } = await reckoned();
    expect(await office.refusal('claim.amend', { dossier, base, claim, formula: '8000 × × 11' })).toEqual({
      ...{ kind: 'bad-input', code: 'formula.out-of-place', field: 'formula', facts: { at: 8 } },
    });
    expect(await office.refusal('claim.add', { dossier, code: 'wage', formula })).toMatchObject({
      ...{ code: 'formula.input-missing', field: 'inputs' },
    });
    expect((await office.ask('dossier.get', { dossier })).revision).toBe(base);
  });

  it('tells the later of two who changed the formula and its values', async () => {
    const { office, dossier, base, claim } = await reckoned();
    await office.ask('claim.amend', { dossier, base, claim, inputs: '月工资=9000.00;月数=11' });
    const refusal = await office.refusal('claim.amend', { dossier, base, claim, formula: '月工资 × 月数 × 2' });
    expect(refusal.conflict).toMatchObject({ stored: { amountFen: 9_900_000 } });
    await office.ask('claim.amend', {
      dossier,
      base,
      claim,
      payer: '上海样例物流有限公司',
      awardedFen: 9_000_000 as Fen,
    });
    expect((await office.ask('dossier.get', { dossier })).claims[0]).toMatchObject({
      ...{ payer: '上海样例物流有限公司', awardedFen: 9_000_000, amountFen: 9_900_000, finality: '' },
    });
  });
});
