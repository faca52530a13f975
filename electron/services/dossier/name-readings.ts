import { pinyin } from 'pinyin-pro';

/** A name as it is found by its sound: its initials and its whole pinyin without tones, each way it may be read. */
export type Readings = { readonly initials: readonly string[]; readonly whole: readonly string[] };

const han = /\p{Script=Han}/u;
const none: Readings = { initials: [], whole: [] };
const kept = 5000;
const known = new Map<string, Readings>();

/** The syllables of a name; what is no Han character stays itself, signs and blanks fall out. */
function syllables(name: string, surname: 'head' | 'off'): readonly string[] {
  const read = pinyin(name, { surname, toneType: 'none', type: 'array', v: true });
  return read.map((part) => part.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '')).filter((part) => part !== '');
}

function readAloud(name: string, person: boolean): Readings {
  const ways = [...(person ? [syllables(name, 'head')] : []), syllables(name, 'off')];
  const initials = ways.map((way) => way.map((part) => [...part][0] ?? '').join(''));
  return { initials: [...new Set(initials)], whole: [...new Set(person ? ways.map((way) => way.join('')) : [])] };
}

/**
 * How a name is found by its sound: 'syf' and 'sunyangfeng' for 孙样风. A person's first characters are read as the
 * surname they are ('zym' for 曾样梅), and as they are otherwise read too, since a clerk may not know. A unit has
 * initials only. Nothing for a name without Han characters. The answers for the last names asked are remembered.
 */
export function readingsOf(name: string, person: boolean): Readings {
  if (!han.test(name)) return none;
  const key = `${person ? 'p' : 'u'}${name}`;
  const before = known.get(key);
  if (before !== undefined) return before;
  const readings = readAloud(name, person);
  const oldest = known.size >= kept ? known.keys().next().value : undefined;
  if (oldest !== undefined) known.delete(oldest);
  known.set(key, readings);
  return readings;
}
