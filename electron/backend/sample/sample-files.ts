import { deflateSync } from 'node:zlib';
import type { CallInput } from '#shared/contract/contract.ts';
import { manifestIdField } from '#shared/contract/fields.ts';
import type { Act } from './acting.ts';

/** A small made-up file. */
export type SampleFile = { readonly name: string; readonly bytes: Uint8Array };

/** A file as a letter encloses it. */
export type Enclosure = NonNullable<CallInput<'paper.seal'>['scan']>;

/** A text of a few lines. */
export function textFile(name: string, lines: readonly string[]): SampleFile {
  return { name, bytes: new TextEncoder().encode(`${lines.join('\n')}\n`) };
}

/** A page with one line of Latin text, which every reader shows without a font of its own. */
export function pdfFile(name: string, line: string): SampleFile {
  const drawing = `BT /F1 18 Tf 72 760 Td (${line.replaceAll(/[()\\]/g, ' ')}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const places: number[] = [];
  for (const [index, object] of objects.entries()) {
    places.push(text.length);
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  text += `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n`;
  return { name, bytes: new TextEncoder().encode(`${text}${text.lastIndexOf('xref\n0')}\n%%EOF\n`) };
}

const crcRow = (start: number): number => {
  let value = start;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value >>> 0;
};

function crc(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (crcRow((value ^ byte) & 0xff) ^ (value >>> 8)) >>> 0;
  return (value ^ 0xffffffff) >>> 0;
}

function pngPart(type: string, data: Uint8Array): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc(typed), 4);
  return Buffer.concat([frame.subarray(0, 4), typed, frame.subarray(4)]);
}

/** A grey picture with stripes, as a photograph of a paper would be. */
export function pngFile(name: string, stripe: number): SampleFile {
  const [width, height] = [240, 160];
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1)
    rows.fill(y % stripe < 2 ? 0x60 : 0xf0, y * (width + 1) + 1, (y + 1) * (width + 1));
  const parts = [pngPart('IHDR', head), pngPart('IDAT', deflateSync(rows)), pngPart('IEND', Buffer.alloc(0))];
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return { name, bytes: Uint8Array.from(Buffer.concat([signature, ...parts])) };
}

/** Takes a file in as a screen does and answers it as a letter names it. */
export async function takeIn(act: Act, { name, bytes }: SampleFile): Promise<Enclosure> {
  const { upload } = await act('file.begin', { name, size: bytes.length });
  await act('file.append', { upload, offset: 0, bytes });
  const { manifest, size } = await act('file.finish', { upload });
  return { manifest: manifestIdField.parse(manifest), name, size, pages: 1 };
}
