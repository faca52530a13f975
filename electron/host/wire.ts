/**
 * Makes a value ready for JSON.stringify: bytes become `{"$bytes": "<base64>"}`; a key of ours that begins with '$' is
 * given a second one, so nothing a person typed can be taken for bytes. Self-contained: its text is also served to the
 * page, so it may use nothing but what both Node and a browser have.
 */
export function toWire(value: unknown): unknown {
  if (value instanceof Uint8Array) {
    let text = '';
    for (let at = 0; at < value.length; at += 8192) text += String.fromCharCode(...value.subarray(at, at + 8192));
    return { $bytes: btoa(text) };
  }
  if (Array.isArray(value)) return value.map((item) => toWire(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key.startsWith('$') ? `$${key}` : key, toWire(item)]),
  );
}

/**
 * The reverse of `toWire` for what JSON.parse gave. Throws a RangeError beyond 64 levels and whatever `atob` throws on
 * text that is not base64. A key such as `__proto__` stays an ordinary key. Self-contained like `toWire`.
 */
export function fromWire(value: unknown, depth = 64): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth === 0) throw new RangeError('nested too deep');
  if (Array.isArray(value)) return value.map((item) => fromWire(item, depth - 1));
  const members = Object.entries(value);
  const [only] = members;
  if (only !== undefined && members.length === 1 && only[0] === '$bytes' && typeof only[1] === 'string') {
    // A loop: Uint8Array.from would hold every letter as a value of its own, 150 ms and tens of megabytes a part.
    const text = atob(only[1]);
    const bytes = new Uint8Array(text.length);
    for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
    return bytes;
  }
  return Object.fromEntries(
    members.map(([key, item]) => [key.startsWith('$$') ? key.slice(1) : key, fromWire(item, depth - 1)]),
  );
}
