import { opendir } from 'node:fs/promises';
import type { Cursor } from './transport.ts';

/** Names offered in one look: whoever reaches the folder can put a million into it. */
const mostOffered = 1_000;
/** Names remembered as taken in; what lies there beyond is read again, some at a time. */
const mostRemembered = 200_000;

/** Stands in a cursor before the last name that was offered, so that the next look goes on behind it. No file is called so. */
const lastMark = '>';
/** Stands before a name that was no package when it was looked at, until everything else had its turn too. */
const passedMark = '-';

/** The smallest names of many, in order, without keeping all. */
function smallest(most: number) {
  let kept: string[] = [];
  const settle = (): readonly string[] => {
    kept = kept.toSorted().slice(0, most);
    return kept;
  };
  return {
    add: (name: string): void => {
      kept.push(name);
      if (kept.length >= 2 * most) settle();
    },
    settle,
  };
}

/**
 * What lies in an inbox: the names to look at now, those remembered that still lie there, those passed over before, and
 * whether there are more.
 */
export type InboxNames = {
  readonly now: readonly string[];
  readonly known: readonly string[];
  readonly passed: readonly string[];
  readonly more: boolean;
};

/**
 * Looks through an inbox beyond a cursor, in bounded memory. Names that were offered and not taken in come again only
 * after all others had their turn, so that no heap of rubbish keeps a package behind it from being read.
 */
export async function inboxNames(inbox: string, form: RegExp, cursor: Cursor, most = mostOffered): Promise<InboxNames> {
  const last = [...cursor].find((name) => name.startsWith(lastMark))?.slice(lastMark.length) ?? '';
  const behind = smallest(most);
  const before = smallest(most);
  const known: string[] = [];
  const passed: string[] = [];
  let fresh = 0;
  for await (const { name } of await opendir(inbox, { bufferSize: 1_024 })) {
    if (!form.test(name)) continue;
    if (cursor.has(name)) {
      if (known.length < mostRemembered) known.push(name);
      continue;
    }
    if (cursor.has(`${passedMark}${name}`) && passed.length < mostRemembered) {
      passed.push(name);
      continue;
    }
    fresh += 1;
    (name > last ? behind : before).add(name);
  }
  const now = [...behind.settle(), ...before.settle()].slice(0, most);
  return { now, known, passed, more: fresh > now.length };
}

/**
 * The cursor once `offered` are taken in. While there is more it also holds where the next look goes on, and what was
 * `passed` over; at the end that is forgotten, so that it is looked at again.
 */
export function cursorAfter(
  known: readonly string[],
  offered: readonly string[],
  more: { readonly last: string | undefined; readonly passed: readonly string[] } | undefined,
): Cursor {
  const last = more?.last === undefined ? [] : [`${lastMark}${more.last}`];
  return new Set([...known, ...offered, ...last, ...(more?.passed ?? []).map((name) => `${passedMark}${name}`)]);
}
