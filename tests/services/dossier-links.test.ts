import { describe, expect, it } from 'vitest';
import type { DossierId } from '#shared/base/ids.ts';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';

const linksOf = async (office: TestOffice, dossier: DossierId) =>
  (await office.ask('dossier.get', { dossier })).links.map(({ id, link }) => [id, link]);

describe('files that belong together', () => {
  it('name each other, each from its own side, and in the history of both', async () => {
    const office = await testOffice({ now: '2026-03-17T10:00' });
    const [first, second] = [await receiveOne(office), await receiveOne(office)];
    await office.ask('dossier.link', { dossier: second, other: first, link: 'earlier' });
    expect(await linksOf(office, second)).toEqual([[first, 'earlier']]);
    expect(await linksOf(office, first)).toEqual([[second, 'later']]);
    for (const dossier of [first, second]) {
      const { rows } = await office.ask('dossier.history', { dossier, limit: 1 });
      expect(rows.map(({ kind }) => kind)).toEqual(['dossier.linked']);
    }
    await office.ask('dossier.unlink', { dossier: first, other: second });
    expect([await linksOf(office, first), await linksOf(office, second)]).toEqual([[], []]);
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });

  it('are never tied to themselves, to nothing, or twice in one way', async () => {
    const office = await testOffice({ now: '2026-03-17T10:00' });
    const [dossier, other] = [await receiveOne(office), await receiveOne(office)];
    const code = async (to: DossierId, link: 'related' | 'later' | 'earlier') =>
      (await office.refusal('dossier.link', { dossier, other: to, link })).code;
    expect(await code(dossier, 'related')).toBe('dossier.link-itself');
    expect(await code('01890000-0000-7000-8000-000000000000' as DossierId, 'related')).toBe('not-found.dossier');
    await office.ask('dossier.link', { dossier: other, other: dossier, link: 'earlier' });
    expect(await code(other, 'later')).toBe('dossier.link-twice');
    expect(await office.refusal('dossier.unlink', { dossier, other: dossier })).toMatchObject({ kind: 'not-found' });
  });
});
