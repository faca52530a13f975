const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** UTF-8 bytes of well-formed text. Written by hand because pure code knows no environment. */
export function utf8(text: string): Uint8Array {
  const out = new Uint8Array(text.length * 3);
  let n = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.codePointAt(i) ?? 0;
    if (code < 0x80) out[n++] = code;
    else if (code < 0x800) {
      out[n++] = 0xc0 | (code >> 6);
      out[n++] = 0x80 | (code & 63);
    } else if (code < 0x10000) {
      out[n++] = 0xe0 | (code >> 12);
      out[n++] = 0x80 | ((code >> 6) & 63);
      out[n++] = 0x80 | (code & 63);
    } else {
      i += 1;
      out[n++] = 0xf0 | (code >> 18);
      out[n++] = 0x80 | ((code >> 12) & 63);
      out[n++] = 0x80 | ((code >> 6) & 63);
      out[n++] = 0x80 | (code & 63);
    }
  }
  return out.subarray(0, n);
}

/** base64url without padding. */
export function toBase64Url(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const block = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    const count = Math.min(3, bytes.length - i) + 1;
    for (let k = 0; k < count; k += 1) text += alphabet[(block >> (18 - 6 * k)) & 63];
  }
  return text;
}

/** Reads base64url without padding; undefined when it is not exactly what `toBase64Url` writes. */
export function fromBase64Url(text: string): Uint8Array | undefined {
  if (text.length % 4 === 1) return undefined;
  const out = new Uint8Array(Math.floor((text.length * 3) / 4));
  let bits = 0;
  let held = 0;
  let n = 0;
  for (const char of text) {
    const value = alphabet.indexOf(char);
    if (value < 0) return undefined;
    held = ((held << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      out[n++] = (held >> bits) & 255;
    }
  }
  // Leftover bits must be zero, or two texts would stand for the same bytes.
  return (held & ((1 << bits) - 1)) === 0 ? out : undefined;
}

function codePointAt(bytes: Uint8Array, at: number): { readonly code: number; readonly size: number } {
  const lead = bytes[at] ?? 0;
  if (lead < 0x80) return { code: lead, size: 1 };
  const tail = (k: number): number => (bytes[at + k] ?? 0) & 63;
  if (lead < 0xe0) return { code: ((lead & 31) << 6) | tail(1), size: 2 };
  if (lead < 0xf0) return { code: ((lead & 15) << 12) | (tail(1) << 6) | tail(2), size: 3 };
  return { code: ((lead & 7) << 18) | (tail(1) << 12) | (tail(2) << 6) | tail(3), size: 4 };
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}

/** Reads UTF-8; undefined when the bytes are not exactly what `utf8` writes for some well-formed text. */
export function fromUtf8(bytes: Uint8Array): string | undefined {
  const parts: string[] = [];
  let codes: number[] = [];
  for (let i = 0; i < bytes.length; ) {
    const { code, size } = codePointAt(bytes, i);
    if (code > 0x10ffff) return undefined;
    codes.push(code);
    i += size;
    if (codes.length === 4096) {
      parts.push(String.fromCodePoint(...codes));
      codes = [];
    }
  }
  parts.push(String.fromCodePoint(...codes));
  const text = parts.join('');
  // Writing it again and comparing refuses overlong forms, stray tails, halves of surrogate pairs and cut ends at once.
  return text.isWellFormed() && sameBytes(utf8(text), bytes) ? text : undefined;
}
