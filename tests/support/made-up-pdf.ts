/** Bytes of a text in which every character stands for one byte. */
const latin = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

/** An object of a PDF: its dictionary, and the bytes of its stream when it has one. */
type PdfObject = { readonly dictionary: string; readonly stream?: string };

/** Writes a PDF of these objects, numbered from 1; the first is its catalogue. */
function writePdf(objects: readonly PdfObject[]): Uint8Array {
  let text = '%PDF-1.7\n';
  const places: number[] = [];
  for (const [index, { dictionary, stream }] of objects.entries()) {
    places.push(text.length);
    const body =
      stream === undefined
        ? dictionary
        : `${dictionary.replace(/>>$/, ` /Length ${stream.length} >>`)}\nstream\n${stream}\nendstream`;
    text += `${index + 1} 0 obj\n${body}\nendobj\n`;
  }
  const start = text.length;
  const lines = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`);
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines.join('')}`;
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return latin(text);
}

/** A text in GBK as a PDF writes it in hexadecimal; the few characters tests use. */
const gbk: Readonly<Record<string, string>> = {
  ...{ 裁: 'B2C3', 决: 'BEF6', 书: 'CAE9', 工: 'B9A4', 资: 'D7CA', 加: 'BCD3', 班: 'B0E0' },
};

const fonts = '/Font << /F1 4 0 R /F2 5 0 R >>';
const fontObjects: readonly PdfObject[] = [
  { dictionary: '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>' },
  {
    dictionary:
      '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /GBK-EUC-H /DescendantFonts [6 0 R] >>',
  },
  {
    dictionary:
      '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 7 0 R >>',
  },
  {
    dictionary:
      '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  },
];

/**
 * A PDF with a page for each line: Latin text in a font every reader has, Chinese, which may have several lines, in one
 * that is named and not brought.
 * It also holds what must never run: a script at opening, and a link to the outside on every page.
 */
export function pdfOf(lines: readonly { readonly latin: string; readonly chinese: string }[]): Uint8Array {
  const first = 8;
  const kids = lines.map((_line, index) => `${first + index * 2} 0 R`);
  const pages = lines.flatMap(({ latin: plain, chinese }, index): PdfObject[] => {
    const shown = chinese.split('\n').map((line) => {
      const hex = [...line].map((char) => gbk[char] ?? 'A1A1').join('');
      return `0 -60 Td <${hex}> Tj`;
    });
    return [
      {
        dictionary: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${first + index * 2 + 1} 0 R /Resources << ${fonts} >> /Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 595 842] /A << /S /URI /URI (http://192.0.2.1/track) >> >>] >>`,
      },
      { dictionary: '<< >>', stream: `BT /F1 24 Tf 72 700 Td (${plain}) Tj /F2 24 Tf ${shown.join(' ')} ET` },
    ];
  });
  return writePdf([
    {
      dictionary: "<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.alert\\('x'\\)) >> >>",
    },
    { dictionary: `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${lines.length} >>` },
    { dictionary: '<< >>' },
    ...fontObjects,
    ...pages,
  ]);
}

/** A small PDF whose one page asks for billions of strokes and letters: ten forms, each drawing the next one a hundred times. */
export function pdfBomb(): Uint8Array {
  const levels = 10;
  const font = '/Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>';
  const form = (level: number): PdfObject => {
    const last = level === levels - 1;
    const needs = last ? font : `/XObject << /X ${5 + level + 1} 0 R >>`;
    return {
      dictionary: `<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << ${needs} >> >>`,
      stream: (last ? '0 0 m 595 842 l S BT /F1 9 Tf 72 700 Td (x) Tj ET ' : '/X Do ').repeat(100),
    };
  };
  return writePdf([
    { dictionary: '<< /Type /Catalog /Pages 2 0 R >>' },
    { dictionary: '<< /Type /Pages /Kids [3 0 R] /Count 1 >>' },
    {
      dictionary:
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>',
    },
    { dictionary: '<< >>', stream: '/X Do '.repeat(100) },
    ...Array.from({ length: levels }, (_none, level) => form(level)),
  ]);
}
