/** Loads the bytes of one data file of pdf.js, as a module of our own: pages have no network to fetch it over. */
type Load = () => Promise<string>;

const named = (files: Readonly<Record<string, Load>>): ReadonlyMap<string, Load> =>
  new Map(Object.entries(files).map(([path, load]) => [path.slice(path.lastIndexOf('/') + 1), load]));

/** Character maps of Chinese, Japanese and Korean fonts that a PDF names and does not bring. */
const maps = named(import.meta.glob<string>('../../../node_modules/pdfjs-dist/cmaps/*.bcmap', { import: 'default' }));
/** The fonts every reader of PDF has to have. */
const fonts = named(
  import.meta.glob<string>('../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', { import: 'default' }),
);

/** What pdf.js asks for its data files; a file that is none of ours is refused. */
export class PdfData {
  async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }): Promise<Uint8Array> {
    const load = (kind === 'cMapUrl' ? maps : kind === 'standardFontDataUrl' ? fonts : undefined)?.get(filename);
    if (load === undefined) throw new Error(`no such data file of pdf.js: ${kind}`);
    return Uint8Array.from(atob(await load()), (letter) => letter.charCodeAt(0));
  }
}
