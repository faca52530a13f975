import { client } from '#renderer/app/api/client.ts';
import { safeFileName } from '#renderer/ui/files/safe-file-name.ts';
import type { Failure } from '#shared/contract/failure.ts';
import { manifestIdField } from '#shared/contract/fields.ts';

/** Bytes asked for at once, and how many such parts are put together before the browser may move them to disk. */
const part = 1_048_576;
const partsTogether = 64;

/** Reads a file part by part into a blob; the blob of many parts is kept by the browser, not by this page. */
async function readWhole(manifest: string, size: number, onRead: (bytes: number) => void): Promise<Blob | Failure> {
  const id = manifestIdField.safeParse(manifest);
  if (!id.success) return { kind: 'not-found', code: 'not-found.file' };
  const blobs: Blob[] = [];
  let parts: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  while (offset < size) {
    const reply = await client().call('file.read', { manifest: id.data, offset, length: part });
    if (!reply.ok) return reply.failure;
    const { bytes } = reply.value;
    if (bytes.length === 0) return { kind: 'damaged', code: 'file.damaged' };
    parts.push(Uint8Array.from(bytes));
    offset += bytes.length;
    onRead(offset);
    if (parts.length < partsTogether) continue;
    blobs.push(new Blob(parts));
    parts = [];
  }
  return new Blob([...blobs, ...parts], { type: 'application/octet-stream' });
}

/** Hands bytes over to be saved where the person chooses, under a cleaned name. */
export function offerBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = safeFileName(name);
  link.click();
  // The browser has taken the blob by then; a minute is long enough for a slow disk to ask for it.
  window.setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 60_000);
}

/**
 * Saves an enclosure where the person chooses. It is handed over as plain bytes under a cleaned name and never opened
 * here, whatever it pretends to be.
 */
export async function saveFile(
  file: { readonly manifest: string; readonly name: string; readonly size: number },
  onRead: (bytes: number) => void,
): Promise<Failure | undefined> {
  const whole = await readWhole(file.manifest, file.size, onRead);
  if (!(whole instanceof Blob)) return whole;
  offerBlob(file.name, whole);
  return undefined;
}
