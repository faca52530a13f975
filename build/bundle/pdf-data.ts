import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const data = /pdfjs-dist\/(?:cmaps|standard_fonts)\/[\w-]+\.(?:bcmap|pfb|ttf)$/;
const fallback =
  /await import\(\s*\/\*webpackIgnore: true\*\/\s*\/\*@vite-ignore\*\/\s*`\$\{WasmImage\.#wasmUrl\}\$\{this\._noWasmFilename\}`\)/;

/**
 * Makes the data files of pdf.js modules of the interface, and its decoders plain imports instead of addresses put
 * together while it runs: scripts come from our own files only, there is no network and no WebAssembly.
 */
export function pdfData(): Plugin {
  return {
    name: 'xieban-pdf-data',
    enforce: 'pre',
    load(id) {
      const file = id.split('?')[0] ?? '';
      return data.test(file) ? `export default ${JSON.stringify(readFileSync(file, 'base64'))};` : undefined;
    },
    transform(code, id) {
      if (!/pdfjs-dist\/build\/pdf\.worker\.mjs(?:\?|$)/.test(id)) return undefined;
      if (!fallback.test(code)) throw new Error('pdf.js loads its decoders in another way than this build knows');
      return code.replace(
        fallback,
        `await (this._noWasmFilename === 'jbig2_nowasm_fallback.js'
          ? import('pdfjs-dist/wasm/jbig2_nowasm_fallback.js')
          : import('pdfjs-dist/wasm/openjpeg_nowasm_fallback.js'))`,
      );
    },
  };
}
