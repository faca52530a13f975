import { expect, it } from 'vitest';
import type { ManifestId } from '#shared/base/ids.ts';
import { testOffice } from '#tests/support/office.ts';
import { takeIn } from '#tests/support/take-in.ts';

it('keeps the small picture of a file, or that there is none, through a rebuild, and no other bytes', async () => {
  const office = await testOffice();
  const { manifest } = await takeIn(office, '扫描.png', new TextEncoder().encode('made up'));
  expect(await office.ask('file.thumbnail', { manifest })).toMatchObject({ made: false });
  const bytes = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 1, 2, 3]);
  await office.ask('file.keepThumbnail', { manifest, bytes });
  expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  expect(await office.ask('file.thumbnail', { manifest })).toEqual({ made: true, mime: 'image/png', bytes });
  await office.ask('file.keepThumbnail', { manifest, bytes: new Uint8Array() });
  expect(await office.ask('file.thumbnail', { manifest })).toMatchObject({ made: true, mime: '' });
  const script = new TextEncoder().encode('<svg onload="x">');
  expect(await office.refusal('file.keepThumbnail', { manifest, bytes: script })).toMatchObject({
    code: 'file.not-a-picture',
  });
  const large = { manifest, bytes: new Uint8Array(65_537) };
  expect(await office.refusal('file.keepThumbnail', large)).toMatchObject({ kind: 'bad-input' });
  const unknown = { manifest: 'f'.repeat(64) as ManifestId, bytes };
  expect(await office.refusal('file.keepThumbnail', unknown)).toMatchObject({ code: 'not-found.file' });
});
