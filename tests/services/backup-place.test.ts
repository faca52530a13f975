import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeWithSmallDisk, fill, smallDisk } from '#tests/store/support/small-disk.ts';
import { openedBackend, type TestBackend } from '#tests/support/backend.ts';
import { takeIn } from '#tests/support/take-in.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';

/** What a backup into `folder` is refused with. */
const refusedWith = (office: TestBackend, folder: string) => office.refusal('backup.make', { folder });

describe('a backup', () => {
  test('into a folder that is missing or is a file is refused by that, and nothing is made', async () => {
    const office = await openedBackend();
    const folder = tempFolder();
    const missing = join(folder, 'stick', 'not', 'in');
    expect(await refusedWith(office, missing)).toEqual({
      ...{ kind: 'refused', code: 'backup.folder-missing', field: 'folder' },
    });
    const file = join(folder, 'file');
    writeFileSync(file, 'x');
    for (const into of [file, join(file, 'inside')]) {
      expect((await refusedWith(office, into)).code).toBe('backup.not-a-folder');
    }
    expect(readdirSync(folder)).toEqual(['file']);
    mkdirSync(missing, { recursive: true });
    await office.ask('backup.make', { folder: missing });
  });

  test('bears the day and the time of the desk, not those of another zone', async () => {
    const office = await openedBackend({ now: '2026-03-17T00:30' });
    const folder = tempFolder();
    await office.ask('backup.make', { folder });
    await office.ask('backup.make', { folder });
    const [first, second, ...more] = readdirSync(folder).toSorted();
    expect(first).toBe('xieban-backup-2026-03-17T00-30-00-000');
    expect(second).toBe('xieban-backup-2026-03-17T00-30-00-001');
    expect(more).toEqual([]);
  });

  test('says how far it is, and called off it leaves nothing', async () => {
    const office = await openedBackend();
    await takeIn(office, '材料.bin', Buffer.alloc(30_000_000, 7));
    const folder = tempFolder();
    const running = office.invoke('backup.make', { folder });
    const seen: number[] = [];
    for (;;) {
      const [work] = await office.ask('work.list', {});
      if (work === undefined || work.total === 0) {
        await new Promise((resolve) => setImmediate(resolve));
        continue;
      }
      expect(work).toMatchObject({ kind: 'backup', cancelling: false });
      expect(work.done).toBeLessThanOrEqual(work.total);
      seen.push(work.done);
      break;
    }
    expect(await office.ask('work.cancel', { kind: 'backup' })).toEqual({ running: true });
    expect(await running).toEqual({ ok: false, failure: { kind: 'refused', code: 'work.cancelled' } });
    expect(seen).toHaveLength(1);
    expect(readdirSync(folder)).toEqual([]);
    expect(await office.ask('work.list', {})).toEqual([]);
    expect(await office.ask('work.cancel', { kind: 'backup' })).toEqual({ running: false });
    // The next one is not called off by what was said about the one before.
    await office.ask('backup.make', { folder });
  });
});

describeWithSmallDisk('a backup onto a medium', () => {
  test('without room says how much it needs and how much is free, and leaves nothing behind', async () => {
    const { folder: disk } = smallDisk(3000);
    const office = await openedBackend();
    await takeIn(office, '材料.bin', Buffer.alloc(5_000_000, 7));
    const failure = await refusedWith(office, disk);
    expect(failure).toMatchObject({ kind: 'storage', code: 'backup.no-space', field: 'folder' });
    expect(failure.facts?.['needed']).toBeGreaterThan(5);
    expect(failure.facts?.['free']).toBeCloseTo(3, 0);
    expect(readdirSync(disk)).toEqual([]);
    fill(disk);
    expect((await refusedWith(office, disk)).facts?.['free']).toBe(0);
    expect(readdirSync(disk)).toEqual(['filler']);
    rmSync(join(disk, 'filler'));
  });

  test('that may only be read is refused by that', async () => {
    const { folder: disk, makeReadOnly } = smallDisk(20_000);
    const office = await openedBackend();
    makeReadOnly();
    expect((await refusedWith(office, disk)).code).toBe('backup.not-writable');
    expect(existsSync(disk)).toBe(true);
    expect(readdirSync(disk)).toEqual([]);
  });
});
