import { err, ok, type Result } from '#shared/base/result.ts';
import type { Warning } from './warning.ts';

/** How a text may look. */
export type TextShape = {
  /** Largest length in characters (code points). */
  readonly max: number;
  /** Line breaks and tabs stay; otherwise they become spaces. */
  readonly multiline?: boolean;
};

/** A text fit to be stored, shown and printed, and what had to be removed from it. */
export type SafeText = { readonly text: string; readonly warnings: readonly Warning[] };

/** Refused: the text is longer than the field allows; it is never cut silently. */
export type TooLong = { readonly code: 'text.too-long'; readonly length: number; readonly max: number };

/** C0 and C1 controls, line and paragraph separators, noncharacters and language tags, besides tab and line feed. */
const control =
  // oxlint-disable-next-line no-control-regex -- finding control characters is the purpose
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufff9-\ufffb\ufffe\uffff\u{e0000}-\u{e007f}]/gu;
/** Marks that turn the direction of text around, so that it reads differently from what it says. */
const bidi = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
/** Characters of no width; two names with and without them look the same. */
const invisible = /[\u00ad\u180e\u200b\u2060-\u2064\ufeff]/gu;
const joiner = /[\u200c\u200d]/gu;
/** Characters each machine may draw differently: some rare names still come in them. */
const privateUse = /[\ue000-\uf8ff\u{f0000}-\u{ffffd}\u{100000}-\u{10fffd}]/u;

function removeAll(text: string, what: RegExp): { readonly text: string; readonly count: number } {
  const count = text.match(what)?.length ?? 0;
  return { text: count === 0 ? text : text.replace(what, ''), count };
}

/**
 * Makes what a person typed fit to be kept: well-formed Unicode in NFC, trimmed, without control characters, direction
 * overrides and characters of no width. Says what was removed, and refuses what is too long.
 */
export function safeText(value: string, shape: TextShape): Result<SafeText, TooLong> {
  const { max, multiline = false } = shape;
  const lines = value.toWellFormed().replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n');
  const flat = multiline ? lines : lines.replace(/[\n\t]+/g, ' ');
  const withoutControls = removeAll(flat, control);
  const withoutBidi = removeAll(withoutControls.text, bidi);
  const hidden = removeAll(withoutBidi.text, invisible);
  const joined = multiline ? { text: hidden.text, count: 0 } : removeAll(hidden.text, joiner);
  const text = joined.text.normalize('NFC').trim();
  const length = Array.from(text).length;
  if (length > max) return err({ code: 'text.too-long', length, max });
  const found: readonly (readonly [string, number])[] = [
    ['text.control-removed', withoutControls.count],
    ['text.direction-removed', withoutBidi.count],
    ['text.invisible-removed', hidden.count + joined.count],
    ['text.private-use', privateUse.test(text) ? 1 : 0],
  ];
  const warnings = found.filter(([, count]) => count > 0).map(([code, count]) => ({ code, facts: { count } }));
  return ok({ text, warnings });
}
