/** The text of a fingerprint's code: 'XIEBAN-FP-1', the office and the digits without blanks, parted by '/'. */
export function fingerprintCode(office: string, fingerprint: string): string {
  return ['XIEBAN-FP-1', office, fingerprint.replaceAll(' ', '')].join('/');
}

/**
 * The fingerprint in what somebody typed or a reader of codes entered: the text of a code of this office, or thirty digits
 * with anything between them. 'other-office' for a code of another office; undefined when it is neither.
 */
export function fingerprintTyped(typed: string, office: string): string | undefined {
  const text = typed.normalize('NFKC').trim();
  const code = /^XIEBAN-FP-1\/([^/]+)\/(\d{30})$/i.exec(text);
  if (code && code[1]?.toLowerCase() !== office) return 'other-office';
  const digits = code?.[2] ?? text.replaceAll(/[\s\-_.·,]/g, '');
  return /^\d{30}$/.test(digits) ? digits.replaceAll(/(\d{5})(?=\d)/g, '$1 ') : undefined;
}
