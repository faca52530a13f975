import { err, ok } from '#shared/base/result.ts';
import { refused } from '#shared/contract/failure.ts';
import type { Handler } from '../context.ts';
import { oddity, sniff } from './sniff.ts';
import { closeUpload, findUpload, inTurn, intakeFailure, openUpload, type Upload } from './uploads.ts';

const headBytes = 64;

/** Begins taking a file in. */
export const beginFile: Handler<'file.begin'> = (context, { name, size }) => {
  const upload = openUpload(context, name, size);
  return upload.ok ? ok({ upload: upload.value }) : upload;
};

function keepHead(upload: Upload, bytes: Uint8Array): void {
  if (upload.head.length >= headBytes) return;
  upload.head = Uint8Array.from([...upload.head, ...bytes.subarray(0, headBytes - upload.head.length)]);
}

/** Adds the next part. A part sent twice is taken once; a part that would leave a hole is refused. */
export const appendFile: Handler<'file.append'> = (context, { upload: id, offset, bytes }) => {
  const upload = findUpload(context, id);
  if (!upload.ok) return upload;
  const file = upload.value;
  return inTurn(file, async () => {
    if (offset + bytes.length <= file.received) return ok({ received: file.received });
    if (offset !== file.received) return err(refused('file.out-of-order', { expected: file.received }));
    if (file.received + bytes.length > file.size) return err(refused('file.longer-than-said'));
    const taken = await file.intake.append(bytes);
    if (!taken.ok) return err(intakeFailure(taken.error));
    keepHead(file, bytes);
    file.received += bytes.length;
    return ok({ received: file.received });
  });
};

/** Ends the intake; everything is on disk when this answers. */
export const finishFile: Handler<'file.finish'> = (context, { upload: id }) => {
  const upload = findUpload(context, id);
  if (!upload.ok) return upload;
  const file = upload.value;
  return inTurn(file, async () => {
    if (file.received !== file.size)
      return err(refused('file.not-whole', { received: file.received, size: file.size }));
    const taken = await file.intake.finish();
    closeUpload(context, id);
    if (!taken.ok) return err(intakeFailure(taken.error));
    const { manifest, size, plainHash } = taken.value;
    const sniffed = sniff(file.head);
    return ok({ manifest, size, mime: sniffed.mime, sha256: plainHash, warning: oddity(file.name, sniffed) });
  });
};

/** Gives up; what was written of it is removed. */
export const cancelFile: Handler<'file.cancel'> = (context, { upload: id }) => {
  const upload = findUpload(context, id);
  if (!upload.ok) return upload;
  return inTurn(upload.value, async () => {
    await upload.value.intake.cancel();
    closeUpload(context, id);
    return ok({});
  });
};
