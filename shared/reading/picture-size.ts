/** Width and height of a picture in pixels. */
export type PictureSize = { readonly width: number; readonly height: number };

/** Pixels a picture may have in all, and along one side, to be decoded: a small file can promise gigabytes. */
const mostPixels = 100_000_000;
const longestSide = 30_000;

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const starts = (bytes: Uint8Array, text: string, at = 0): boolean =>
  [...text].every((letter, index) => bytes[at + index] === letter.charCodeAt(0));

/** The frame header of a JPEG lies behind segments of any length; each names its own. */
function jpegSize(bytes: Uint8Array): PictureSize | undefined {
  const data = view(bytes);
  let at = 2;
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined;
    const mark = bytes[at + 1] ?? 0;
    if (mark === 0xff) {
      at += 1;
      continue;
    }
    const frame = mark >= 0xc0 && mark <= 0xcf && mark !== 0xc4 && mark !== 0xc8 && mark !== 0xcc;
    if (frame) return { height: data.getUint16(at + 5), width: data.getUint16(at + 7) };
    at += 2 + data.getUint16(at + 2);
  }
  return undefined;
}

function webpSize(bytes: Uint8Array): PictureSize | undefined {
  const data = view(bytes);
  if (starts(bytes, 'VP8X', 12)) {
    const side = (at: number): number => 1 + data.getUint16(at, true) + ((bytes[at + 2] ?? 0) << 16);
    return { width: side(24), height: side(27) };
  }
  if (starts(bytes, 'VP8L', 12)) {
    const packed = data.getUint32(21, true);
    return { width: 1 + (packed & 0x3fff), height: 1 + ((packed >>> 14) & 0x3fff) };
  }
  if (!starts(bytes, 'VP8 ', 12)) return undefined;
  return { width: data.getUint16(26, true) & 0x3fff, height: data.getUint16(28, true) & 0x3fff };
}

/**
 * Width and height as the header of a PNG, JPEG, GIF, BMP or WebP picture says, without decoding it; undefined when it
 * does not say.
 */
export function pictureSize(bytes: Uint8Array): PictureSize | undefined {
  if (bytes.length < 32) return undefined;
  const data = view(bytes);
  if (starts(bytes, '\x89PNG')) return { width: data.getUint32(16), height: data.getUint32(20) };
  if (starts(bytes, 'GIF8')) return { width: data.getUint16(6, true), height: data.getUint16(8, true) };
  if (starts(bytes, 'BM')) {
    return { width: Math.abs(data.getInt32(18, true)), height: Math.abs(data.getInt32(22, true)) };
  }
  if (starts(bytes, 'RIFF') && starts(bytes, 'WEBP', 8)) return webpSize(bytes);
  return bytes[0] === 0xff && bytes[1] === 0xd8 ? jpegSize(bytes) : undefined;
}

/** Whether a picture may be decoded: at most 100 megapixels, no side of 30 000 pixels. */
export function isDecodable({ width, height }: PictureSize): boolean {
  const side = Math.max(width, height);
  return width > 0 && height > 0 && side < longestSide && width * height <= mostPixels;
}
