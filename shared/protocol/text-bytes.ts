const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

function putWide(out: Uint8Array, start: number, code: number): number {
  let n = start;
  if (code < 0x800) out[n++] = 0xc0 | (code >> 6);
  else {
    if (code < 0x10000) out[n++] = 0xe0 | (code >> 12);
    else {
      out[n++] = 0xf0 | (code >> 18);
      out[n++] = 0x80 | ((code >> 12) & 63);
    }
    out[n++] = 0x80 | ((code >> 6) & 63);
  }
  out[n++] = 0x80 | (code & 63);
  return n;
}

/** UTF-8 bytes of well-formed text. Written by hand because pure code knows no environment. */
export function utf8(text: string): Uint8Array {
  const short = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit >= 0x80) return wideUtf8(text);
    short[i] = unit;
  }
  return short;
}

function wideUtf8(text: string): Uint8Array {
  const out = new Uint8Array(text.length * 3);
  let n = 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) out[n++] = unit;
    else {
      const code = text.codePointAt(i) ?? 0;
      if (code >= 0x10000) i += 1;
      n = putWide(out, n, code);
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

/** Smallest code a sequence of that many bytes may stand for; anything lower is an overlong form. */
const smallest = [0, 0, 0x80, 0x800, 0x10000];

function sizeOf(lead: number): number {
  if (lead >= 0xc2 && lead < 0xe0) return 2;
  if (lead >= 0xe0 && lead < 0xf0) return 3;
  return lead >= 0xf0 && lead < 0xf5 ? 4 : 0;
}

/** The code of a sequence of `size` bytes at `at`; -1 when it is not the one right way to write a character. */
function wideAt(bytes: Uint8Array, at: number, size: number): number {
  let code = (bytes[at] ?? 0) & (0xff >> (size + 1));
  for (let k = 1; k < size; k += 1) {
    const tail = bytes[at + k] ?? 0;
    if ((tail & 0xc0) !== 0x80) return -1;
    code = (code << 6) | (tail & 63);
  }
  const isChar = code >= (smallest[size] ?? 0) && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isChar ? code : -1;
}

/** Reads UTF-8; undefined when the bytes are not exactly what `utf8` writes for some well-formed text. */
export function fromUtf8(bytes: Uint8Array): string | undefined {
  const parts: string[] = [];
  let codes: number[] = [];
  for (let i = 0; i < bytes.length; ) {
    const lead = bytes[i] ?? 0;
    const size = lead < 0x80 ? 1 : sizeOf(lead);
    const code = size === 1 ? lead : size === 0 ? -1 : wideAt(bytes, i, size);
    if (code < 0) return undefined;
    codes.push(code);
    i += size;
    if (codes.length === 4096) {
      parts.push(String.fromCodePoint(...codes));
      codes = [];
    }
  }
  return parts.join('') + String.fromCodePoint(...codes);
}
