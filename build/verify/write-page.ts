import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));
const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** The page's script as one text, with everything it needs. */
async function bundledScript(): Promise<string> {
  const built = await build({
    configFile: false,
    root: path('../..'),
    // The library of suite 2 names Node's randomness, which checking never asks for.
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      copyPublicDir: false,
      lib: { entry: path('page/page.ts'), formats: ['iife'], name: 'xiebanVerify' },
    },
  });
  const outputs = Array.isArray(built) ? built.flatMap(({ output }) => output) : 'output' in built ? built.output : [];
  const chunks = outputs.filter((one) => one.type === 'chunk');
  const [chunk] = chunks;
  if (!chunk || chunks.length !== 1) throw new Error('the page is one script');
  // Inside the page the script ends at the first closing tag, wherever it stands.
  return chunk.code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
}

/**
 * The offline page: one HTML file that checks a proof in any browser of today. It may run its own script and style by their
 * hashes and nothing else; it can reach no network, no frame and no form.
 */
export async function offlinePage(): Promise<string> {
  const script = await bundledScript();
  const style = readFileSync(path('page/page.css'), 'utf8');
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>Xieban</title>
<style>${style}</style>
</head>
<body>
<main>
<header>
<h1 id="title"></h1>
<button type="button" id="language"></button>
</header>
<p id="what"></p>
<p><label id="label" for="file"></label> <input id="file" type="file"></p>
<div id="result" role="status"></div>
<button type="button" id="print" hidden></button>
</main>
<script>${script}</script>
</body>
</html>
`;
}
