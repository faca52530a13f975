import { strToU8, zipSync } from 'fflate';

/** Decodes as a worker of the product does. */
export function decode(bytes: Uint8Array, charset: string): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** A Word document with this body; `more` are further parts of the package. */
export function docx(body: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  const document = `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`;
  const parts = { '[Content_Types].xml': '<Types/>', 'word/document.xml': document, ...more };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

/** A paragraph of a Word document. */
export const paragraph = (text: string, style = ''): string =>
  `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}<w:r><w:t>${text}</w:t></w:r></w:p>`;

/** An OFD document with these pages, each a list of texts with the height they stand at. */
export function ofd(pages: readonly (readonly (readonly [number, string])[])[]): Uint8Array {
  const parts: Record<string, string> = {
    'OFD.xml': '<ofd:OFD><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>',
    'Doc_0/Document.xml': `<ofd:Document><ofd:Pages>${pages
      .map((_page, index) => `<ofd:Page ID="${index}" BaseLoc="Pages/Page_${index}/Content.xml"/>`)
      .join('')}</ofd:Pages></ofd:Document>`,
  };
  for (const [index, texts] of pages.entries()) {
    const objects = texts.map(
      ([top, text]) =>
        `<ofd:TextObject Boundary="20 ${top} 80 5"><ofd:TextCode>${text}</ofd:TextCode></ofd:TextObject>`,
    );
    parts[`Doc_0/Pages/Page_${index}/Content.xml`] =
      `<ofd:Page><ofd:Content>${objects.join('')}</ofd:Content></ofd:Page>`;
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

/** The head of a PNG that says it has these sides; nothing follows. */
export function pngHead(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(64);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  const data = new DataView(bytes.buffer);
  data.setUint32(16, width);
  data.setUint32(20, height);
  return bytes;
}
