import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DeskBackend } from '#electron/backend/desks.ts';
import { actsOn, untilRefused } from '#electron/backend/sample/acting.ts';
import { createSampleDoor, type SampleStart } from '#electron/backend/sample-door.ts';
import type { Reply } from '#shared/contract/failure.ts';

/** Answers every call; `refuse` names one that is refused. Filling is two calls and one with the exchange folder. */
function machine(refuse?: string, language?: 'en') {
  const folder = mkdtempSync(join(tmpdir(), 'xieban-sample-'));
  const calls: string[] = [];
  const open = new Set<string>();
  let changes = 0;
  const backendOf = (place: string, desk: string): DeskBackend => ({
    invoke: async (name, input): Promise<Reply<unknown>> => {
      calls.push(`${desk} ${String(name)}`);
      if (name === refuse) return { ok: false, failure: { kind: 'storage', code: 'storage.disk-full' } };
      if (name === 'office.get') return { ok: true, value: { settings: { language: 'zh-CN' } } };
      const office = typeof input === 'object' && input !== null && 'office' in input ? input.office : undefined;
      return { ok: true, value: { recoveryKey: 'key', bytes: new Uint8Array([1]), revision: 1, office } };
    },
    onChanged: () => () => undefined,
    close: async () => {
      // A database closes after what is running has ended, never in the middle of it.
      await new Promise((resolve) => setImmediate(resolve));
      open.delete(place);
    },
  });
  const fill: SampleStart['fill'] = ({ own, partner }, exchange) =>
    untilRefused(async () => {
      for (const backend of [own, partner]) await actsOn(backend)('session.lock', {});
      await actsOn(own)('courier.export', { folder: exchange });
    });
  const passage = createSampleDoor(
    { folder, language, fill },
    async (place) => {
      if (open.has(place.folder)) return { ok: false, error: 'in-use' };
      open.add(place.folder);
      return { ok: true, value: backendOf(place.folder, place.desk) };
    },
    () => {
      changes += 1;
    },
  );
  return { folder, calls, open, passage, changes: () => changes };
}

describe('the way into the sample and out of it', () => {
  it('opens both desks and has them filled, with a folder between them', async () => {
    const { passage, calls, folder, changes } = machine();
    expect(passage.shown()).toBeUndefined();
    expect(await passage.door.enter()).toMatchObject({ ok: true });
    expect(calls).toEqual(['own session.lock', 'partner session.lock', 'own courier.export']);
    expect(readdirSync(join(folder, 'sample')).sort()).toEqual(['exchange', 'finished']);
    expect(Object.keys(passage.shown() ?? {})).toEqual(['own', 'partner']);
    expect(changes()).toBe(1);
  });

  it('is made once, also when two windows ask at the same time, and kept as it was left', async () => {
    const { passage, calls, changes } = machine();
    await Promise.all([passage.door.enter(), passage.door.enter()]);
    await passage.door.enter();
    const made = calls.length;
    await passage.door.leave();
    expect(passage.shown()).toBeUndefined();
    expect(await passage.door.enter()).toMatchObject({ ok: true });
    expect(calls).toHaveLength(made);
    expect(changes()).toBe(3);
  });

  it('is shown in the language that was asked for, and left alone without one', async () => {
    const { passage, calls } = machine(undefined, 'en');
    await passage.door.enter();
    expect(calls.slice(-4)).toEqual([
      'own office.get',
      'own office.setSettings',
      'partner office.get',
      'partner office.setSettings',
    ]);
  });

  it('can be left from inside a call of its own, and closes afterwards', async () => {
    const { passage, open } = machine();
    await passage.door.enter();
    expect(open.size).toBe(2);
    await passage.door.leave();
    await passage.close();
    expect(open.size).toBe(0);
  });

  it('puts one that was never finished aside instead of deleting or trusting it', async () => {
    const { passage, folder, calls } = machine();
    mkdirSync(join(folder, 'sample', 'own'), { recursive: true });
    writeFileSync(join(folder, 'sample', 'own', 'half'), 'made');
    expect(await passage.door.enter()).toMatchObject({ ok: true });
    expect(calls).toContain('own courier.export');
    const aside = readdirSync(folder).filter((name) => name.startsWith('sample-unfinished-'));
    expect(aside).toHaveLength(1);
    expect(readdirSync(join(folder, aside[0] ?? '', 'own'))).toEqual(['half']);
  });

  it('says why it could not be made, closes both desks, and tries again from the beginning', async () => {
    const { passage, open, folder } = machine('courier.export');
    const failed = await passage.door.enter();
    expect(failed).toEqual({ ok: false, error: { kind: 'storage', code: 'storage.disk-full' } });
    expect([open.size, passage.shown()]).toEqual([0, undefined]);
    await passage.door.enter();
    expect(readdirSync(folder).filter((name) => name.startsWith('sample-unfinished-'))).toHaveLength(1);
  });

  it('says so when another program has the sample open', async () => {
    const { passage, open, folder } = machine();
    open.add(join(folder, 'sample', 'partner'));
    expect(await passage.door.enter()).toEqual({ ok: false, error: { kind: 'storage', code: 'storage.in-use' } });
    expect(open).toEqual(new Set([join(folder, 'sample', 'partner')]));
  });
});
