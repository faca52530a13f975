import { describe, expect, it } from 'vitest';
import { canonicalJson, type JsonObject } from '#shared/base/canonical-json.ts';
import type { DossierId, EntryId, UserId } from '#shared/base/ids.ts';
import { localDate } from '#shared/base/local-date.ts';
import { signDocument, writeDocument } from '#shared/protocol/signed-document.ts';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';

const day = localDate;
const now = '2026-03-20T09:00';

/** Lets a second person of the office confirm a change. */
async function confirm(office: TestOffice, id: string, unknownSigner = false): Promise<void> {
  const me = (await office.ask('office.get', {})).me.id;
  const second = (await office.ask('person.add', { name: '陆某某', roles: ['head'] })).id as UserId;
  await office.ask('person.actAs', { id: second });
  await office.ask('law.confirm', { id: id as EntryId, unknownSigner });
  await office.ask('person.actAs', { id: me });
}

/** An office whose mediation takes seven days, and the file of its rules. */
async function maker(): Promise<{ office: TestOffice; file: string }> {
  const office = await testOffice({ now, office: 'songjiang-arb' });
  const said = { rule: 'ARB.MED_ORG', from: day('2026-03-10'), off: false, amount: 7, unit: 'working-day' } as const;
  const basis = '本院办公会纪要〔2026〕3号';
  const { id } = await office.ask('rule.propose', { ...said, roll: 'none', basis, reason: '与调解组织商定' });
  await confirm(office, id);
  const { bytes, rows, fileName } = await office.ask('pack.export', { title: '松江规则' });
  expect(fileName).toBe('songjiang-arb-2026-03-20.xieban-rules');
  expect(rows).toBeGreaterThan(60);
  return { office, file: new TextDecoder().decode(bytes) };
}

/** A file with a limit of mediation that began on 2026-03-10. */
async function mediated(office: TestOffice): Promise<DossierId> {
  const dossier = await receiveOne(office, { receivedOn: '2026-03-02' });
  await office.ask('clock.start', { dossier, ruleId: 'ARB.MED_ORG', on: day('2026-03-10') });
  return dossier;
}

async function due(office: TestOffice, dossier: DossierId, rule = 'ARB.MED_ORG'): Promise<string | null | undefined> {
  const { deadlines } = await office.ask('dossier.get', { dossier });
  return deadlines.find(({ ruleId }) => ruleId === rule)?.due;
}

const visit = 'ARB.OWN.VISIT';

/** Gives an office a limit of its own of some working days. */
async function visits(office: TestOffice, amount: number): Promise<void> {
  const said = { rule: visit, from: day('2026-03-01'), off: false, amount, unit: 'working-day', roll: 'none' } as const;
  const made = { name: '结案回访', trigger: 'accepted' } as const;
  await confirm(office, (await office.ask('rule.propose', { ...said, made, basis: '内部办法', reason: '回访' })).id);
}

/** The file of the rules in force in an office. */
async function handedOut(office: TestOffice): Promise<string> {
  return new TextDecoder().decode((await office.ask('pack.export', { title: '' })).bytes);
}

async function befriend(office: TestOffice, partner: TestOffice, confirmed: boolean): Promise<void> {
  const { bytes } = await partner.ask('partner.ownCard', {});
  await office.ask('partner.add', { bytes, confirmed });
}

describe('the rules of a partner', () => {
  it('come into force when two people here took them, show what they move, and go again', async () => {
    const { office: partner, file } = await maker();
    const office = await testOffice({ now });
    await befriend(office, partner, true);
    const dossier = await mediated(office);
    const { pack, faults } = await office.ask('pack.check', { file });
    expect(faults).toEqual([]);
    expect(pack).toMatchObject({ signer: 'partner', office: 'songjiang-arb', title: '松江规则', elsewhere: 0 });
    expect(pack?.differences).toMatchObject([
      { id: 'ARB.MED_ORG', from: '2026-03-10', before: { amount: 10 }, after: { amount: 7, confidence: 'office' } },
    ]);
    const { id } = await office.ask('pack.propose', { file, reason: '片区统一' });
    expect((await office.ask('law.change', { id: id as EntryId })).pack?.differences).toHaveLength(1);
    expect(await office.ask('law.preview', { id: id as EntryId })).toMatchObject({
      rows: [{ subject: dossier, from: '2026-03-24', to: '2026-03-19' }],
    });
    expect((await office.refusal('law.confirm', { id: id as EntryId })).code).toBe('law.same-person');
    await confirm(office, id);
    expect(await due(office, dossier)).toBe('2026-03-19');
    expect((await office.ask('rule.list', {})).pack).toBe('CN+pack');
    expect((await office.refusal('pack.propose', { file, reason: '再次' })).code).toBe('law.nothing-changes');
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
    const back = await office.ask('law.restore', { id: id as EntryId, reason: '' });
    expect(await office.ask('law.change', { id: back.id as EntryId })).toMatchObject({
      ...{ pack: null, rows: [{ id: 'ARB.MED_ORG', before: { amount: 7 }, after: { amount: 10 } }] },
    });
    await confirm(office, back.id);
    expect(await due(office, dossier)).toBe('2026-03-24');
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });

  it("lie beneath the office's own", async () => {
    const { office: partner, file } = await maker();
    const office = await testOffice({ now });
    await befriend(office, partner, true);
    const dossier = await mediated(office);
    const own = { rule: 'ARB.MED_ORG', from: day('2026-03-01'), off: false, amount: 3, unit: 'working-day' } as const;
    const said = await office.ask('rule.propose', { ...own, roll: 'none', basis: '院办公会', reason: '本院' });
    await confirm(office, said.id);
    await confirm(office, (await office.ask('pack.propose', { file, reason: '片区统一' })).id);
    expect(await due(office, dossier)).toBe('2026-03-13');
    expect((await office.ask('rule.list', {})).pack).toBe('CN+pack+own');
  });

  it("lie beneath the office's own limits too, when both have one under the same code", async () => {
    const { office: partner } = await maker();
    await visits(partner, 20);
    const file = await handedOut(partner);
    const office = await testOffice({ now });
    await befriend(office, partner, true);
    await visits(office, 10);
    const dossier = await receiveOne(office, { receivedOn: '2026-03-02' });
    await office.ask('clock.start', { dossier, ruleId: visit, on: day('2026-03-10') });
    expect(await due(office, dossier, visit)).toBe('2026-03-24');
    await confirm(office, (await office.ask('pack.propose', { file, reason: '片区统一' })).id);
    expect(await due(office, dossier, visit)).toBe('2026-03-24');
    // Its own limit stays the office's to change.
    await visits(office, 12);
    expect(await due(office, dossier, visit)).toBe('2026-03-26');
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });

  it('of this office itself are known as its own, and change nothing', async () => {
    const { office } = await maker();
    await visits(office, 10);
    const file = await handedOut(office);
    const dossier = await mediated(office);
    await office.ask('clock.start', { dossier, ruleId: visit, on: day('2026-03-10') });
    const seen = async () => [
      (await office.ask('dossier.get', { dossier })).deadlines.map(({ ruleId, due: last }) => [ruleId, last]),
      (await office.ask('rule.list', {})).own,
    ];
    const before = await seen();
    expect((await office.ask('pack.check', { file })).pack).toMatchObject({ signer: 'own' });
    const { id } = await office.ask('pack.propose', { file, reason: '核对' });
    expect(await office.ask('law.preview', { id: id as EntryId })).toMatchObject({ total: 0 });
    await confirm(office, id);
    expect(await seen()).toEqual(before);
    await visits(office, 11);
    expect(await due(office, dossier, visit)).toBe('2026-03-25');
  });

  it('never switch off a limit of the law, nor let the office do so', async () => {
    const { office: partner } = await maker();
    const local = { rule: 'ARB.COPY_TO_RESP', amount: 3, unit: 'working-day', roll: 'none', local: true } as const;
    const text = { ...local, from: day('2026-03-10'), off: false, basis: '某市条例第8条', reason: '地方规定' };
    await confirm(partner, (await partner.ask('rule.propose', text)).id);
    const file = await handedOut(partner);
    const office = await testOffice({ now });
    await befriend(office, partner, true);
    await confirm(office, (await office.ask('pack.propose', { file, reason: '片区统一' })).id);
    const { rows } = await office.ask('rule.list', {});
    expect(rows.find(({ id }) => id === local.rule)).toMatchObject({ amount: 3, region: '31', standing: 'statutory' });
    const off = { ...text, off: true, basis: '' };
    expect((await office.refusal('rule.propose', { ...off, local: false })).code).toBe('rule.statutory');
    expect((await office.refusal('rule.propose', off)).code).toBe('rule.not-off');
  });
});

describe('rules that nobody known here signed', () => {
  it('need both people to say that they know', async () => {
    const { office: partner, file } = await maker();
    const office = await testOffice({ now });
    await befriend(office, partner, false);
    expect((await office.ask('pack.check', { file })).pack).toMatchObject({ signer: 'unknown' });
    const said = { file, reason: '省里下发' };
    expect((await office.refusal('pack.propose', said)).code).toBe('pack.signer-unknown');
    const id = (await office.ask('pack.propose', { ...said, unknownSigner: true })).id as EntryId;
    const second = (await office.ask('person.add', { name: '陈某某', roles: ['head'] })).id as UserId;
    await office.ask('person.actAs', { id: second });
    expect((await office.refusal('law.confirm', { id })).code).toBe('pack.signer-unknown');
    expect((await office.ask('law.change', { id })).pack).toMatchObject({ signer: 'unknown' });
    await office.ask('law.confirm', { id, unknownSigner: true });
    expect((await office.ask('rule.list', {})).pack).toBe('CN+pack');
  });

  it('stay unknown under the name of an office that has another key', async () => {
    const { file } = await maker();
    const other = await testOffice({ now, office: 'songjiang-arb' });
    const office = await testOffice({ now });
    await befriend(office, other, true);
    expect((await office.ask('pack.check', { file })).pack).toMatchObject({ signer: 'unknown' });
  });
});

describe('a file of rules from anywhere', () => {
  const codes = async (office: TestOffice, file: string): Promise<readonly string[]> => {
    const { faults, pack } = await office.ask('pack.check', { file });
    expect(pack).toBeNull();
    expect((await office.refusal('pack.propose', { file, reason: 'x', unknownSigner: true })).code).toBe(
      'pack.file-faulty',
    );
    return faults.map(({ code, row, id, key }) => [code, row, id, key].join(' ').trim());
  };

  it('is told apart when it is damaged, changed, newer, too large or nothing of the kind', async () => {
    const { office, file } = await maker();
    expect(await codes(office, '')).toEqual(['not-pack 0']);
    expect(await codes(office, '{"rows":[]}')).toEqual(['not-pack 0']);
    expect(await codes(office, file.slice(0, 5000))).toEqual(['not-pack 0']);
    expect(await codes(office, file.replace('"amount":7', '"amount":8'))).toEqual(['bad-signature 0']);
    expect(await codes(office, file.replace('"amount":7', '"amount": 7'))).toEqual(['not-pack 0']);
    expect(await codes(office, 'x'.repeat(950_000))).toEqual(['too-large 0']);
    expect((await office.refusal('pack.check', { file: 'x'.repeat(1_000_001) })).kind).toBe('bad-input');
    expect((await office.ask('pack.check', { file: file.replaceAll('\n', '\r\n') })).pack).not.toBeNull();
  });

  it('that is signed soundly is still read row by row', async () => {
    const { office, file } = await maker();
    const value = JSON.parse(file.split('\n')[1] ?? '') as { rows: Record<string, unknown>[] } & JsonObject;
    const signed = (changes: object): string => {
      const text = JSON.parse(canonicalJson({ ...value, ...changes } as JsonObject)) as JsonObject;
      return writeDocument(
        'xieban-rules-v1',
        signDocument('xieban-rules-v1', text, office.open.suite.signing(office.open.keys.root)),
      );
    };
    const [first, ...rest] = value.rows;
    const id = String(first?.['id']);
    expect(await codes(office, signed({ rows: [{ ...first, amount: -1 }, ...rest] }))).toEqual([
      `bad-value 1 ${id} amount`,
    ]);
    expect(await codes(office, signed({ rows: [first, first, ...rest] }))).toEqual([`twice 2 ${id} id`]);
    expect(await codes(office, signed({ rows: [] }))).toEqual(['no-rows 0  rows']);
    expect(await codes(office, signed({ rows: [{ ...first, hook: 'x' }] }))).toEqual([`key-unknown 1 ${id} hook`]);
    expect(await codes(office, signed({ v: 2 }))).toEqual(['newer 0  v']);
    expect(await codes(office, signed({ rows: value.rows.map((row) => ({ ...row, unit: 'x' })) }))).toHaveLength(
      Math.min(100, value.rows.length),
    );
  });
});
