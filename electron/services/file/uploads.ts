import { beginIntake, type Intake, type IntakeFailure } from '#electron/store/chunks/intake.ts';
import type { Store } from '#electron/store/store.ts';
import { timeOrderedId } from '#shared/base/ids.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import { type Failure, notFound, refused } from '#shared/contract/failure.ts';
import type { OfficeContext } from '../context.ts';
import { chunkCipher } from './grants.ts';

/** One file on its way in. `tail` keeps parts in order: the next one begins when the one before is on disk. */
export type Upload = {
  readonly name: string;
  readonly size: number;
  readonly intake: Intake;
  received: number;
  head: Uint8Array;
  tail: Promise<unknown>;
  /** When a part last came, in milliseconds since 1970. */
  touched: number;
};

/** More than this many at once is a mistake, not work. */
const mostUploads = 20;
/** A page that was closed in the middle never comes back: its upload is forgotten after this many milliseconds of silence. */
const longestSilence = 600_000;

const uploads = new WeakMap<Store, Map<string, Upload>>();

function uploadsOf(store: Store): Map<string, Upload> {
  const known = uploads.get(store) ?? new Map<string, Upload>();
  uploads.set(store, known);
  return known;
}

function forgetSilent(all: Map<string, Upload>, now: number): void {
  for (const [id, upload] of all) {
    // Either way: the clock may have been set back since.
    if (Math.abs(now - upload.touched) <= longestSilence) continue;
    all.delete(id);
    void inTurn(upload, () => upload.intake.cancel()).catch(() => undefined);
  }
}

/** Begins an upload and answers its id. */
export function openUpload(context: OfficeContext, name: string, size: number): Result<string, Failure> {
  const { open, random, moment } = context;
  const all = uploadsOf(open.store);
  forgetSilent(all, moment.at);
  if (all.size >= mostUploads) return err(refused('file.too-many-at-once', { most: mostUploads }));
  const id = timeOrderedId(moment.at, random.bytes(10));
  const intake = beginIntake(open.store, chunkCipher(open.suite), random);
  all.set(id, { name, size, intake, received: 0, head: new Uint8Array(), tail: Promise.resolve(), touched: moment.at });
  return ok(id);
}

/** The upload with this id. */
export function findUpload(context: OfficeContext, id: string): Result<Upload, Failure> {
  const upload = uploadsOf(context.open.store).get(id);
  if (!upload) return err(notFound('upload'));
  upload.touched = context.moment.at;
  return ok(upload);
}

/** Forgets an upload; its bytes are taken in or were removed before. */
export function closeUpload(context: OfficeContext, id: string): void {
  uploadsOf(context.open.store).delete(id);
}

/** The contract's failure for a refusal while taking a file in. */
export function intakeFailure(failure: IntakeFailure): Failure {
  if (failure.code === 'file-too-large') return { kind: 'too-large', code: 'file.too-large' };
  return { kind: failure.code === 'database-damaged' ? 'damaged' : 'storage', code: `storage.${failure.code}` };
}

/** Runs `work` when everything queued on this upload before is done. */
export function inTurn<T>(upload: Upload, work: () => Promise<T>): Promise<T> {
  const turn = upload.tail.then(work, work);
  upload.tail = turn;
  return turn;
}
