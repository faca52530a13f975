import { readManifest } from '#electron/store/chunks/manifest.ts';
import type { ReadDb } from '#electron/store/db.ts';
import { missingFilesFrom } from '#electron/store/tables/arrived.ts';
import { filesBeyond, requestsWithFile } from '#electron/store/tables/entry-files.ts';
import { findFile } from '#electron/store/tables/files.ts';
import { arrangedWith, type TransferDirection } from '#electron/store/tables/transfers.ts';
import type { ManifestId, OfficeId } from '#shared/base/ids.ts';
import { receiptedUpTo } from '#shared/protocol/link.ts';
import { linkOf } from './link-of.ts';
import { type PartnerWord, standingOf, wordOfPartner } from './partner-word.ts';
import type { Exchange } from './run-step.ts';

/** Files looked at in one go; those behind them follow once these are over. */
const mostFiles = 500;

/** As many files as a person carries at once: what a medium leaves out has no later turn. */
export const allFiles = 100_000;

/** Where a file stands among those on their way: before all others what a person moved there, then by how urgent it is. */
export type Standing = { readonly manifest: ManifestId; readonly paused: boolean };

/** A file of ours a partner lacks parts of. */
export type DueFile = Standing & {
  /** Its chunks by position, and the positions the partner lacks as far as it said. */
  readonly chunks: readonly string[];
  readonly lacking: readonly number[];
};

const ranks: Readonly<Record<string, number>> = { critical: 0, urgent: 1 };

/** How urgent the most urgent request with a partner is that a file belongs to; a smaller number is more urgent. */
function rankOf(db: ReadDb, office: OfficeId, manifest: ManifestId): number {
  return ranks[requestsWithFile(db, office, manifest)[0]?.urgency ?? ''] ?? 2;
}

/** Puts files in the order in which they go; those of one rank stay in theirs. */
export function inTurn(
  db: ReadDb,
  office: OfficeId,
  direction: TransferDirection,
  files: readonly ManifestId[],
): readonly Standing[] {
  const arranged = arrangedWith(db, office, direction);
  return files
    .map((manifest) => {
      const { paused = false, place = 0 } = arranged.get(manifest) ?? {};
      return { manifest, paused, place, rank: rankOf(db, office, manifest) };
    })
    .toSorted((a, b) => b.place - a.place || a.rank - b.rank)
    .map(({ manifest, paused }) => ({ manifest, paused }));
}

/** Files of which the partner may lack something: what it misses, and what it was told of since it signed. */
function candidates(
  db: ReadDb,
  partner: OfficeId,
  word: PartnerWord,
  upTo: number,
  most: number,
): readonly ManifestId[] {
  const all = new Set([...word.missing.keys(), ...filesBeyond(db, partner, upTo, most)]);
  return [...all].filter((file) => standingOf(db, partner, word, upTo, file) === 'open');
}

function lackingOf(count: number, word: PartnerWord, file: ManifestId): readonly number[] {
  const ranges = word.missing.get(file);
  const all = Array.from({ length: count }, (_, at) => at);
  return ranges ? all.filter((at) => ranges.some(({ from, to }) => from <= at && at <= to)) : all;
}

/**
 * The files of ours a partner lacks, in the order they go to it, each with the parts it lacks: by its newest receipt alone,
 * whatever was handed over. A file it holds is not due again because a later entry names it. At most `most` of those it did
 * not sign for yet.
 */
export function filesDue(exchange: Exchange, partner: OfficeId, most = mostFiles): readonly DueFile[] {
  const { db } = exchange.open.store;
  const word = wordOfPartner(db, partner);
  const upTo = receiptedUpTo(linkOf(db, partner, exchange.random));
  return inTurn(db, partner, 'out', candidates(db, partner, word, upTo, most)).flatMap((standing) => {
    const file = findFile(db, standing.manifest);
    const chunks = (file && readManifest(file.text)?.chunks) ?? [];
    const lacking = lackingOf(chunks.length, word, standing.manifest);
    return lacking.length === 0 ? [] : [{ ...standing, chunks, lacking }];
  });
}

/** The files of a partner's that are not whole here, at most `most`, in the order in which they are fetched. */
export function filesToFetch(db: ReadDb, partner: OfficeId, most = mostFiles): readonly Standing[] {
  return inTurn(db, partner, 'in', missingFilesFrom(db, partner, most));
}
