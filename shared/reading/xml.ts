/** A piece of an XML text. Names are without their prefix; attributes keep the name they are written with. */
export type XmlPiece =
  | { readonly kind: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly kind: 'close'; readonly name: string }
  | { readonly kind: 'text'; readonly text: string };

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function character(code: number): string {
  return Number.isInteger(code) && code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff)
    ? String.fromCodePoint(code)
    : '';
}

/** Only the five entities of XML and numbers: a document cannot declare its own, so that none can grow or load a file. */
function plain(text: string): string {
  if (!text.includes('&')) return text;
  const entity = /&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([a-z]{2,4}));/g;
  return text.replaceAll(entity, (_whole, hex?: string, decimal?: string, name?: string) => {
    if (hex !== undefined) return character(Number.parseInt(hex, 16));
    if (decimal !== undefined) return character(Number.parseInt(decimal, 10));
    return entities[name ?? ''] ?? '';
  });
}

const bare = (name: string): string => name.slice(name.indexOf(':') + 1);

function attributesOf(inside: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  // Looking back keeps the search from beginning anew inside a name: a hostile one may be megabytes long.
  for (const match of inside.matchAll(/(?<![\w:.-])([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    found.set(match[1] ?? '', plain(match[2] ?? match[3] ?? ''));
  }
  return found;
}

/** Where the piece that begins at `at` with '<' ends, after its last character; undefined when it never does. */
function endOf(xml: string, at: number): number | undefined {
  const [mark, length] = xml.startsWith('<!--', at)
    ? ['-->', 3]
    : xml.startsWith('<![CDATA[', at)
      ? [']]>', 3]
      : ['>', 1];
  const end = xml.indexOf(String(mark), at);
  return end < 0 ? undefined : end + Number(length);
}

function* element(inside: string): Generator<XmlPiece> {
  if (inside.startsWith('/')) {
    yield { kind: 'close', name: bare(inside.slice(1).trim()) };
    return;
  }
  const closed = inside.endsWith('/');
  const name = bare(/^[^\s/]+/.exec(inside)?.[0] ?? '');
  yield { kind: 'open', name, attributes: attributesOf(inside) };
  if (closed) yield { kind: 'close', name };
}

/**
 * The pieces of an XML text in their order, in one pass and time in proportion to its length. It is not checked:
 * whatever is broken is passed over, declarations and processing instructions too.
 */
export function* xmlPieces(xml: string): Generator<XmlPiece> {
  let at = 0;
  while (at < xml.length) {
    const start = xml.indexOf('<', at);
    const text = xml.slice(at, start < 0 ? xml.length : start);
    if (text !== '') yield { kind: 'text', text: plain(text) };
    if (start < 0) return;
    const end = endOf(xml, start);
    if (end === undefined) return;
    if (xml.startsWith('<![CDATA[', start)) yield { kind: 'text', text: xml.slice(start + 9, end - 3) };
    else if (xml[start + 1] !== '!' && xml[start + 1] !== '?') yield* element(xml.slice(start + 1, end - 1));
    at = end;
  }
}
