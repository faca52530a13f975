import { canonicalJson, type Json, type JsonObject } from '#shared/base/canonical-json.ts';
import {
  type CommissionLetter,
  commissionLetter,
  type LetterFile,
  type LetterHead,
  letterFile,
  letterHead,
  type ReplyLetter,
  replyLetter,
} from '#shared/contract/letter.ts';
import type { Hashing } from '#shared/protocol/ports.ts';
import { utf8 } from '#shared/protocol/text-bytes.ts';
import { cleanShown } from './typed-text.ts';

/** An office as a letter names it. */
export type LetterOffice = LetterHead['from'];

/** A commission as it stands in the body of the request's opening entry: all the partner receives. */
export type CommissionContent = {
  readonly head: LetterHead;
  readonly letter: CommissionLetter;
  readonly scan: LetterFile | null;
};

/** A reply as it stands in the body of the result entry. */
export type ReplyContent = { readonly head: LetterHead; readonly reply: ReplyLetter; readonly scan: LetterFile | null };

/** What a person put under a letter and when. */
export type Signed = { readonly number: string; readonly by: string; readonly on: string };

/** The head of a letter that nobody has signed yet. */
export function unsignedHead(from: LetterOffice, to: LetterHead['to']): LetterHead {
  return { from, to, number: null, signedBy: null, signedOn: null };
}

/**
 * What the partner will see of a commission: head and letter, nothing of the file beside them. Preview, submission and
 * sending all go through here, so that what was shown is what leaves.
 */
export function commissionContent(
  from: LetterOffice,
  to: LetterHead['to'],
  letter: CommissionLetter,
): CommissionContent {
  return { head: unsignedHead(from, to), letter, scan: null };
}

/** What the partner will see of a reply. */
export function replyContent(from: LetterOffice, to: LetterHead['to'], reply: ReplyLetter): ReplyContent {
  return { head: unsignedHead(from, to), reply, scan: null };
}

/** The content that leaves: the approved text with its number, its signature and the scan of the sealed letter. */
export function signedContent<T extends CommissionContent | ReplyContent>(
  content: T,
  signed: Signed,
  scan: LetterFile | null,
): T {
  const head = { ...content.head, number: signed.number, signedBy: signed.by, signedOn: signed.on };
  return { ...content, head, scan };
}

/** Content as JSON for a body. Everything in it came through the contract, which lets nothing else pass. */
export function contentJson(content: CommissionContent | ReplyContent): JsonObject {
  return content as unknown as JsonObject;
}

/** Hash an approval names: it covers the letter, its kind, the request and both offices. */
export function textHash(request: string, type: 'commission' | 'reply', content: JsonObject, hashing: Hashing): string {
  return hashing.hash(utf8(canonicalJson({ content, request, type })));
}

/** Size of a content in bytes, as it will be sealed. */
export function contentBytes(content: JsonObject): number {
  return utf8(canonicalJson(content)).length;
}

function part(content: unknown, key: string): unknown {
  return typeof content === 'object' && content !== null && Object.hasOwn(content, key)
    ? (content as Readonly<Record<string, Json>>)[key]
    : undefined;
}

function scanOf(content: unknown): LetterFile | null {
  const scan = letterFile.safeParse(part(content, 'scan'));
  return scan.success ? scan.data : null;
}

/** Reads a commission a partner or we wrote; undefined when it is erased or has another form. */
export function readCommission(content: unknown): CommissionContent | undefined {
  const head = letterHead.safeParse(part(content, 'head'));
  const letter = commissionLetter.safeParse(part(content, 'letter'));
  if (!head.success || !letter.success) return undefined;
  return cleanShown({ head: head.data, letter: letter.data, scan: scanOf(content) });
}

/** Reads a reply; undefined when it is erased or has another form. */
export function readReply(content: unknown): ReplyContent | undefined {
  const head = letterHead.safeParse(part(content, 'head'));
  const reply = replyLetter.safeParse(part(content, 'reply'));
  if (!head.success || !reply.success) return undefined;
  return cleanShown({ head: head.data, reply: reply.data, scan: scanOf(content) });
}
