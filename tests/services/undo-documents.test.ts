import { describe, expect, it } from 'vitest';
import type { DossierId } from '#shared/base/ids.ts';
import { localDate } from '#shared/base/local-date.ts';
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
