/** Largest input of one call: characters plus bytes. A file part is at most 1 MiB; the rest is a letter's text. */
export const maxInputSize = 2_097_152;
const maxDepth = 16;
/** What every value counts besides its content. */
const weight = 8;

type Verdict = 'plain' | 'not-plain' | 'too-large';

function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Whether every place of a list is filled and nothing else hangs on it; a list of holes is long and weighs nothing. */
function isPlainList(value: readonly unknown[]): boolean {
  return Object.keys(value).length === value.length;
}

function look(input: unknown): Verdict {
  let left = maxInputSize;
  const walk = (value: unknown, depth: number): Verdict => {
    left -= weight;
    if (left < 0 || depth > maxDepth) return 'too-large';
    if (typeof value === 'string') {
      left -= value.length;
      return left < 0 ? 'too-large' : 'plain';
    }
    if (value instanceof Uint8Array) {
      left -= value.byteLength;
      return left < 0 ? 'too-large' : 'plain';
    }
    if (typeof value !== 'object')
      return typeof value === 'function' || typeof value === 'symbol' ? 'not-plain' : 'plain';
    if (value === null) return 'plain';
    if (Array.isArray(value) && value.length * weight > left) return 'too-large';
    if (Array.isArray(value) ? !isPlainList(value) : !isPlainObject(value)) return 'not-plain';
    for (const key of Object.keys(value)) {
      if (key === '__proto__') return 'not-plain';
      const property = Object.getOwnPropertyDescriptor(value, key);
      if (!property || !('value' in property)) return 'not-plain';
      left -= key.length;
      const verdict = walk(property.value, depth + 1);
      if (verdict !== 'plain') return verdict;
    }
    return 'plain';
  };
  return walk(input, 0);
}

/**
 * Whether `input` is plain data of bounded size and depth: objects without a prototype of their own, arrays, text,
 * numbers, booleans, null, undefined and bytes. Looks before anything else reads it, so that an own `__proto__`,
 * a getter or a very deep tree reaches no schema. Never throws.
 */
export function inspectInput(input: unknown): Verdict {
  try {
    return look(input);
  } catch {
    // Only an object that runs code of its own when it is looked at throws here.
    return 'not-plain';
  }
}
