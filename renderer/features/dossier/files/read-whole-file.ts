import { client } from '#renderer/app/api/client.ts';
import type { Reply } from '#shared/contract/failure.ts';
import { manifestIdField } from '#shared/contract/fields.ts';

/** Bytes one call answers at most. */
const partSize = 1_048_576;

/**
 * Reads a file piece by piece into a blob of `type`; the browser keeps blobs on disk, so a large one does not fill the
 * memory of the page. `read` hears how many bytes are there; what is no longer `wanted` is called off.
 */
export async function readWholeFile(
  manifest: string,
  size: number,
  type: string,
  options: { readonly read?: (bytes: number) => void; readonly wanted?: () => boolean },
): Promise<Reply<Blob>> {
  const id = manifestIdField.safeParse(manifest);
  if (!id.success) return { ok: false, failure: { kind: 'not-found', code: 'not-found.file' } };
  let blob = new Blob([], { type });
  while (blob.size < size) {
    if (options.wanted?.() === false) return { ok: false, failure: { kind: 'refused', code: 'work.cancelled' } };
    const reply = await client().call('file.read', { manifest: id.data, offset: blob.size, length: partSize });
    if (!reply.ok) return reply;
    if (reply.value.bytes.byteLength === 0) return { ok: false, failure: { kind: 'damaged', code: 'file.damaged' } };
    blob = new Blob([blob, Uint8Array.from(reply.value.bytes)], { type });
    options.read?.(blob.size);
  }
  return { ok: true, value: blob };
}
