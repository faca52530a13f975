import { putThumbnail, thumbnailOf } from '#electron/store/tables/file-thumbnails.ts';
import { findFile } from '#electron/store/tables/files.ts';
import { err, ok } from '#shared/base/result.ts';
import { notFound } from '#shared/contract/failure.ts';
import type { Handler } from '../context.ts';
import { inOneTransaction } from '../journal/append.ts';
import { badInput } from '../typed-text.ts';
import { sniff } from './sniff.ts';

const kinds: ReadonlySet<string> = new Set(['image/webp', 'image/png']);

/** The small picture of a file, when one was made. */
export const getThumbnail: Handler<'file.thumbnail'> = ({ open }, { manifest }) => {
  const kept = thumbnailOf(open.store.db, manifest);
  if (!kept) return ok({ made: false, mime: '', bytes: new Uint8Array() });
  return ok({ made: true, mime: kept.mime, bytes: Uint8Array.from(kept.bytes) });
};

/** Keeps the small picture a window made of a file; its bytes must be a picture, or none where none could be made. */
export const keepThumbnail: Handler<'file.keepThumbnail'> = (context, { manifest, bytes }) => {
  const { mime } = bytes.length === 0 ? { mime: '' } : sniff(bytes);
  if (mime !== '' && !kinds.has(mime)) return err(badInput({ code: 'file.not-a-picture', field: 'bytes' }));
  return inOneTransaction(context, (tx) => {
    if (!findFile(tx, manifest)) return err(notFound('file'));
    putThumbnail(tx, manifest, { mime, bytes });
    return ok({});
  });
};
