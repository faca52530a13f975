import type { OfficeId } from '#shared/base/ids.ts';

const plain = /^[a-z0-9-]+$/;

/**
 * A name as one token of a subject or as part of a stream's name: office codes and hashes stay as they are, anything else
 * becomes hex behind a sign no code has. Two names never share a token, and none holds a dot, a blank or a wildcard.
 */
export function token(name: string): string {
  return plain.test(name) ? name : `_${Buffer.from(name).toString('hex')}`;
}

/** What is handed over: sealed bundles and receipts, or chunks of files. Each kind lies in a stream of its own. */
export type Kind = 'package' | 'chunk';

/**
 * Where an office hands something over to another one: one subject for each thing, below the one subject the receiver's
 * account grants to this sender. So a thing lies there once, and can be asked for by name.
 */
export function inboxSubject(to: OfficeId, from: OfficeId, kind: Kind, id: string): string {
  return `inbox.${token(to)}.from.${token(from)}.${kind}.${token(id)}`;
}

/** Everything of a kind that any office hands over to one. */
export const everySubject = (to: OfficeId, kind: Kind): string => `inbox.${token(to)}.from.*.${kind}.*`;

/** Everything of a kind that one office hands over to another. */
export const subjectsFrom = (to: OfficeId, from: OfficeId, kind: Kind): string =>
  `inbox.${token(to)}.from.${token(from)}.${kind}.*`;

/** The last token: the hash of what lies there. */
export const idOf = (subject: string): string => subject.slice(subject.lastIndexOf('.') + 1);

/** The stream an office's packages lie in until it took them in. */
export const inboxStream = (office: OfficeId): string => `inbox-${token(office)}`;

/** The stream the chunks for an office lie in. */
export const filesStream = (office: OfficeId): string => `files-${token(office)}`;

/** Under which the server tells an office, without the bytes, that something was laid down for it. */
export const arrivedPrefix = (office: OfficeId): string => `arrived.${token(office)}`;

/** Under which an office gets its answers; nobody else may listen there. */
export const answersPrefix = (office: OfficeId): string => `_INBOX.${token(office)}`;

/** The durable consumer of an office's inbox. */
export const consumerName = 'xieban';
