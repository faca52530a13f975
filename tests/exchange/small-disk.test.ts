import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { describeWithSmallDisk, smallDisk } from '#tests/store/support/small-disk.ts';
import { refusal, unwrap } from '#tests/support/unwrap.ts';
import { carriers, parcel, them } from './support/carriers.ts';

describeWithSmallDisk('a medium without room or right', () => {
  describe.for(carriers)('as a $name', ({ over }) => {
    test('is full: nothing of the package is left, and the same act succeeds once there is room', async () => {
      const { folder } = smallDisk(256);
      const transport = over(folder);
      const filler = join(folder, 'filler');
      writeFileSync(filler, Buffer.alloc(200_000));
      const { id, bytes } = parcel('x'.repeat(100_000));
      expect(refusal(await transport.put(them, id, bytes))).toBe('full');
      expect(refusal(await transport.putChunk(them, id, bytes))).toBe('full');
      expect(readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes(id))).toEqual(
        [],
      );
      rmSync(filler);
      unwrap(await transport.put(them, id, bytes));
      expect(unwrap(await transport.receive(them, new Set())).items).toHaveLength(1);
    });

    test('is read-only: refused as such, and everything on it can still be read', async () => {
      const { folder, makeReadOnly } = smallDisk(256);
      const transport = over(folder);
      const [one, two] = [parcel('one'), parcel('two')];
      unwrap(await transport.put(them, one.id, one.bytes));
      mkdirSync(join(folder, 'chunks'));
      makeReadOnly();
      expect(refusal(await transport.put(them, two.id, two.bytes))).toBe('read-only');
      expect(refusal(await transport.putChunk(them, two.id, two.bytes))).toBe('read-only');
      const { items } = unwrap(await transport.receive(them, new Set()));
      expect(items.map(({ id }) => id)).toEqual([one.id]);
      // What lies there already counts as handed over.
      unwrap(await transport.put(them, one.id, one.bytes));
    });
  });
});
