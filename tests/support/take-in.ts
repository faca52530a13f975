import type { ManifestId } from '#shared/base/ids.ts';
import type { TestBackend } from './backend.ts';

/** Takes a file in by parts, as a screen does; answers what an act says of it. */
export async function takeIn(
  { ask }: Pick<TestBackend, 'ask'>,
  name: string,
  bytes: Uint8Array,
): Promise<{ readonly manifest: ManifestId; readonly name: string; readonly size: number }> {
  const { upload } = await ask('file.begin', { name, size: bytes.length });
  for (let offset = 0; offset < bytes.length; offset += 1_048_576) {
    await ask('file.append', { upload, offset, bytes: bytes.subarray(offset, offset + 1_048_576) });
  }
  const { manifest, size } = await ask('file.finish', { upload });
  return { manifest: manifest as ManifestId, name, size };
}
