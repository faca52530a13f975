import { client } from '#renderer/app/api/client.ts';
import { openPreview } from '#renderer/ui/preview/open-preview.ts';
import { manifestIdField } from '#shared/contract/fields.ts';
import { readingKind } from '#shared/reading/kind.ts';
import { readWholeFile } from './read-whole-file.ts';
import type { Readable } from './use-opened.ts';

/** Longest side of a thumbnail in pixels, and bytes of the largest file one is made of unasked. */
const side = 96;
const largest = 30 * 1024 * 1024;

/** One at a time: a list of hundreds of scans must not read all of them at once. */
let tail: Promise<unknown> = Promise.resolve();

async function draw(file: Readable, wanted: () => boolean): Promise<Blob | undefined> {
  const kind = readingKind(file.mime, file.name);
  const whole = await readWholeFile(file.manifest, file.size, file.mime, { wanted });
  if (kind === undefined || !whole.ok) return undefined;
  const reader = openPreview();
  try {
    const opened = await reader.ask({ what: 'open', kind, bytes: await whole.value.arrayBuffer(), mime: file.mime });
    const answer = opened.what === 'failed' ? opened : await reader.ask({ what: 'thumbnail', side });
    if (answer.what === 'thumbnail') return new Blob([answer.bytes], { type: answer.mime });
    // A busy machine says nothing about the file.
    return answer.what === 'failed' && answer.failure === 'took-too-long' ? undefined : new Blob();
  } finally {
    reader.close();
  }
}

async function load(file: Readable, wanted: () => boolean): Promise<Blob | undefined> {
  if (!wanted()) return undefined;
  const id = manifestIdField.safeParse(file.manifest);
  if (!id.success) return undefined;
  const kept = await client().call('file.thumbnail', { manifest: id.data });
  if (!kept.ok) return undefined;
  const { made, mime, bytes } = kept.value;
  if (made) return bytes.length === 0 ? undefined : new Blob([Uint8Array.from(bytes)], { type: mime });
  if (file.size > largest) return undefined;
  const drawn = await draw(file, wanted);
  if (drawn === undefined) return undefined;
  // Also that there is none is kept: a file that cannot be drawn is not tried again with every look at the list.
  await client().call('file.keepThumbnail', { manifest: id.data, bytes: new Uint8Array(await drawn.arrayBuffer()) });
  return drawn.size === 0 ? undefined : drawn;
}

/**
 * The small picture of a file: as it is kept, otherwise made in a worker and kept. Undefined where there is none, and
 * where it is no longer wanted.
 */
export function loadThumbnail(file: Readable, wanted: () => boolean): Promise<Blob | undefined> {
  const turn = tail.then(() => load(file, wanted)).catch(() => undefined);
  tail = turn;
  return turn;
}
