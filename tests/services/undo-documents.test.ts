import { describe, expect, it } from 'vitest';
import type { DossierId } from '#shared/base/ids.ts';
import { localDate } from '#shared/base/local-date.ts';
import { tiedKinds } from '#shared/domain/dossier/links.ts';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { type TestOffice, testOffice } from '#tests/support/office.ts';
import { takeIn } from '#tests/support/take-in.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

async function attach(office: TestOffice, dossier: DossierId, name: string, replaces: string | null = null) {
  const { manifest } = await takeIn(office, name, bytes(`${name}${replaces ?? ''}`));
  return (await office.ask('dossier.attach', { dossier, manifest, name, replaces })).id;
}

async function undo(office: TestOffice, dossier: DossierId): Promise<void> {
  const act = await office.ask('dossier.lastAct', { dossier });
  expect(act).toMatchObject({ refusal: null });
  await office.ask('dossier.undo', { dossier, entry: act?.entry ?? '' });
}

/** Documents and clocks as the file's page shows them. */
async function shown(office: TestOffice, dossier: DossierId): Promise<unknown> {
  const { files, deadlines } = await office.ask('dossier.get', { dossier });
  return { files, deadlines };
}

describe('taking back what was done to documents and clocks', () => {
  it('restores names, notes, volume, order and documents that were taken off, with their versions and places', async () => {
    const office = await testOffice({ now: '2026-03-12T09:00' });
    const dossier = await receiveOne(office);
    const a = await attach(office, dossier, '甲.txt');
    const b = await attach(office, dossier, '乙.txt');
    const newer = await attach(office, dossier, '乙新.txt', b);
    const c = await attach(office, dossier, '丙.txt');
    office.setNow('2026-03-16T09:00');
    const acts: readonly (() => Promise<unknown>)[] = [
      () => office.ask('file.amend', { dossier, file: a, name: '证据一.txt' }),
      () => office.ask('file.amend', { dossier, file: newer, note: '第二版', volume: 'sub' }),
      () => office.ask('file.amend', { dossier, file: newer, volume: 'main' }),
      () => office.ask('file.order', { dossier, volume: 'main', files: [newer, c, a] }),
      () => office.ask('dossier.detach', { dossier, file: newer }),
      () => office.ask('dossier.detach', { dossier, file: a }),
    ];
    const stages: unknown[] = [];
    for (const act of acts) {
      stages.push(await shown(office, dossier));
      await act();
      expect(await shown(office, dossier)).not.toEqual(stages.at(-1));
    }
    for (const stage of stages.toReversed()) {
      await undo(office, dossier);
      expect(await shown(office, dossier)).toEqual(stage);
    }
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
    expect(await shown(office, dossier)).toEqual(stages[0]);
  });

  it('takes a new version off again, so that the one before it is the newest', async () => {
    const office = await testOffice({ now: '2026-03-12T09:00' });
    const dossier = await receiveOne(office);
    const first = await attach(office, dossier, '甲.txt');
    await attach(office, dossier, '乙.txt');
    const second = await attach(office, dossier, '甲二.txt', first);
    const before = await shown(office, dossier);
    await attach(office, dossier, '甲三.txt', second);
    await undo(office, dossier);
    expect(await shown(office, dossier)).toEqual(before);
    await undo(office, dossier);
    await office.ask('file.amend', { dossier, file: first, name: '甲一.txt' });
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
    const { files } = await office.ask('dossier.get', { dossier });
    expect(files.map(({ name, older }) => [name, older.length])).toEqual([
      ['甲一.txt', 0],
      ['乙.txt', 0],
    ]);
  });

  it('lets a withdrawn clock event count again, and drops what took its place', async () => {
    const office = await testOffice({ now: '2026-03-20T09:00' });
    const dossier = await receiveOne(office);
    await office.ask('dossier.accept', { dossier, on: localDate('2026-03-12') });
    const decided = { decidedBy: '李样', paper: '中止字1号', ground: '47-5' };
    const limit = { dossier, ruleId: 'ARB.LIMIT' };
    await office.ask('clock.record', { ...limit, type: 'SUSPEND', on: localDate('2026-03-16'), ...decided });
    const events = async () => {
      const { limits } = await office.ask('deadline.file', { dossier });
      return limits.find(({ deadline }) => deadline.rule.id === 'ARB.LIMIT')?.events ?? [];
    };
    const event = (await events()).find(({ type }) => type === 'SUSPEND')?.id ?? '';
    for (const instead of [null, { on: localDate('2026-03-17'), ...decided }]) {
      const before = [await shown(office, dossier), await events()];
      const { revision } = await office.ask('dossier.get', { dossier });
      await office.ask('clock.withdraw', { ...limit, base: revision, event, reason: '记错', instead });
      expect([await shown(office, dossier), await events()]).not.toEqual(before);
      await undo(office, dossier);
      expect([await shown(office, dossier), await events()]).toEqual(before);
    }
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });

  it('ties files again that were parted, by each kind of tie, and from either file', async () => {
    const office = await testOffice({ now: '2026-03-12T09:00' });
    const one = await receiveOne(office);
    const two = await receiveOne(office);
    const links = async () => (await office.ask('dossier.get', { dossier: one })).links.map(({ link }) => link);
    const first = tiedKinds[0];
    const other = tiedKinds.find((kind) => kind !== first) ?? first;
    await office.ask('dossier.link', { dossier: one, other: two, link: first });
    await office.ask('dossier.link', { dossier: two, other: one, link: other });
    const both = await links();
    expect(both.length).toBe(2);
    await office.ask('dossier.unlink', { dossier: one, other: two });
    expect(await links()).toEqual([]);
    await undo(office, two);
    expect(await links()).toEqual(both);
    await undo(office, one);
    expect(await links()).toEqual([first]);
    await undo(office, two);
    expect(await links()).toEqual([]);
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });

  it('withdraws the clock event or the limit that was recorded last, and computes the days anew', async () => {
    const office = await testOffice({ now: '2026-03-12T09:00' });
    const dossier = await receiveOne(office);
    await office.ask('dossier.accept', { dossier, on: localDate('2026-03-12') });
    const before = await shown(office, dossier);
    await office.ask('clock.start', { dossier, ruleId: 'ARB.EVIDENCE', on: localDate('2026-03-12') });
    const started = await shown(office, dossier);
    expect(started).not.toEqual(before);
    const suspension = { type: 'SUSPEND' as const, on: localDate('2026-03-12'), ground: '47-5' };
    const recorded = await office.call('clock.record', {
      ...{ dossier, ruleId: 'ARB.LIMIT', decidedBy: '李样', paper: '中止字1号' },
      ...suspension,
    });
    if (recorded.ok) {
      expect(await shown(office, dossier)).not.toEqual(started);
      await undo(office, dossier);
    }
    expect(recorded).toMatchObject({ ok: true });
    expect(await shown(office, dossier)).toEqual(started);
    await undo(office, dossier);
    expect(await shown(office, dossier)).toEqual(before);
    expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  });
});
