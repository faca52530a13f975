import { posix } from 'node:path';

/** What a document says exists: paths from the root of the repository, and npm scripts. */
export type Claims = { readonly paths: readonly string[]; readonly scripts: readonly string[] };

const topFolders = ['shared', 'electron', 'renderer', 'build', 'tests', 'docs', '.ci'];
const rootFile = /^\.?[\w-]+(\.[\w-]+)*\.(md|json|ts|mjs|html)$/;

/** A word of code that is one of our paths. Placeholders as in `tables/<table>.ts` are cut off at their folder. */
function pathIn(word: string): string | undefined {
  const plain = word
    .replace(/^\.\//, '')
    .replace(/[,;:.]+$/, '')
    .replace(/:\d+$/, '');
  const known = plain.split(/[<*{]/)[0] ?? '';
  const path = known === plain ? plain : known.slice(0, known.lastIndexOf('/') + 1);
  if (topFolders.some((folder) => path === folder || path.startsWith(`${folder}/`))) return path;
  if (plain === 'LICENSE' || (rootFile.test(plain) && /^[A-Z]|^package|^tsconfig|^vitest|^biome|^knip/.test(plain)))
    return plain;
  return undefined;
}

/** Reads what a Markdown document claims: its code spans, code blocks and links to files. */
export function claimsOf(document: string, text: string): Claims {
  const blocks = [...text.matchAll(/```[^\n]*\n([\s\S]*?)```/g)].map(([, code]) => code ?? '');
  const spans = [...text.replaceAll(/```[\s\S]*?```/g, '').matchAll(/`([^`\n]+)`/g)].map(([, code]) => code ?? '');
  const links = [...text.matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, target]) => target ?? '');
  const files = links
    .filter((target) => !/^[a-z]+:/.test(target))
    .map((target) => posix.join(posix.dirname(document), target));
  const words = [...blocks, ...spans].flatMap((code) => code.split(/[\s"'()]+/));
  const commands = [...blocks, ...spans].flatMap((code) => [
    ...code.matchAll(/\bnpm (?:run ([\w:-]+)|(start|test)\b)/g),
  ]);
  return {
    paths: [...new Set([...files, ...words.flatMap((word) => pathIn(word) ?? [])])],
    scripts: [...new Set(commands.map(([, run, short]) => run ?? short ?? ''))],
  };
}
