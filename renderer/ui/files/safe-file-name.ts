/** Names a Windows system takes for a device, whatever follows the first dot. */
const reserved = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])$/i;
/** Bytes of UTF-8 a name may have: systems take 255, and some add to it while they write. */
const mostBytes = 200;
/** An ending of more characters is part of the name. */
const longestEnding = 16;

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** The beginning of a text that fits into `most` bytes, never cut within a character as a person sees it. */
function cut(text: string, most: number): string {
  let [kept, size] = ['', 0];
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    size += bytesOf(segment);
    if (size > most) break;
    kept += segment;
  }
  return kept;
}

/**
 * A name under which a file can be saved on every system and that looks like what it is: without path, control and direction
 * characters, halves of characters, signs with a meaning, dots or blanks at either end, or the name of a device; at most 200
 * bytes with its ending kept. What is left without a name is called 'file'.
 */
export function safeFileName(name: string): string {
  const plain = name
    .normalize('NFC')
    .toWellFormed()
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\uFFFD]/gu, '')
    .replaceAll(/[/\\:*?"<>|]/g, '_')
    .replaceAll(/\p{Zs}+/gu, ' ')
    .replaceAll(/^[. ]+|[. ]+$/g, '');
  const [first = ''] = plain.split('.', 1);
  const free = reserved.test(first.trim()) ? `_${plain}` : plain;
  if (free === '') return 'file';
  if (bytesOf(free) <= mostBytes) return free;
  const dot = free.lastIndexOf('.');
  const ending = dot > 0 && free.length - dot <= longestEnding ? free.slice(dot) : '';
  const stem = ending === '' ? free : free.slice(0, dot);
  return `${cut(stem, mostBytes - bytesOf(ending)).replace(/[. ]+$/, '')}${ending}`;
}
