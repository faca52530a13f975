/** Largest input of one call: characters plus bytes. A file part is at most 1 MiB; the rest is a letter's text. */
export const maxInputSize = 2_097_152;
const maxDepth = 16;

type Verdict = 'plain' | 'not-plain' | 'too-large';

function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/**
 * Whether `input` is plain data of bounded size and depth: objects without a prototype of their own, arrays, text,
 * numbers, booleans, null, undefined and bytes. Looks before anything else reads it, so that an own `__proto__`,
 * a getter or a very deep tree reaches no schema.
 */
export function inspectInput(input: unknown): Verdict {
  let left = maxInputSize;
  const walk = (value: unknown, depth: number): Verdict => {
    left -= 8;
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
    if (!Array.isArray(value) && !isPlainObject(value)) return 'not-plain';
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
