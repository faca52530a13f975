import { type XmlPiece, xmlPieces } from '#shared/reading/xml.ts';

/** One tag or text longer than this many characters is no part of a workbook. */
const longest = 4_194_304;

/** Where the text may be cut so that no piece is: behind the last '>' that is in no comment and no literal section. */
function cutOf(text: string): number {
  const open = Math.max(text.lastIndexOf('<![CDATA['), text.lastIndexOf('<!--'));
  const closed = Math.max(text.lastIndexOf(']]>'), text.lastIndexOf('-->'));
  return open > closed ? open : text.lastIndexOf('>') + 1;
}

/** Reads an XML text that comes in parts, with bounded memory. */
export type XmlFeed = {
  /** Takes the next bytes; false once nothing more is wanted or the text cannot be one of a workbook. */
  readonly push: (bytes: Uint8Array) => boolean;
  /** Takes what is left. */
  readonly end: () => void;
  readonly broken: () => boolean;
};

/** Hands every piece to `each`, which answers false to stop. */
export function feedXml(each: (piece: XmlPiece) => boolean): XmlFeed {
  const decoder = new TextDecoder('utf-8');
  let rest = '';
  let wanted = true;
  let broken = false;
  const take = (text: string): void => {
    for (const piece of xmlPieces(text)) {
      if (!wanted) return;
      wanted = each(piece);
    }
  };
  return {
    push: (bytes) => {
      rest += decoder.decode(bytes, { stream: true });
      const cut = cutOf(rest);
      if (cut > 0) {
        take(rest.slice(0, cut));
        rest = rest.slice(cut);
      }
      broken ||= rest.length > longest;
      return wanted && !broken;
    },
    end: () => {
      if (wanted && !broken) take(rest + decoder.decode());
      rest = '';
    },
    broken: () => broken,
  };
}
