/** What the code on a slip says: nobody's name and nothing of what is on the medium. */
export type Slip = {
  readonly from: string;
  readonly to: string;
  /** 'YYYY-MM-DD HH:MM'. */
  readonly at: string;
  readonly packages: number;
  readonly files: number;
  readonly print: string;
};

/**
 * The text of the code on a slip: 'XIEBAN-SLIP-1', sender, receiver, date and time, packages, attachments, fingerprint
 * without blanks; parted by '/'.
 */
export function slipText({ from, to, at, packages, files, print }: Slip): string {
  const parts = ['XIEBAN-SLIP-1', from, to, at.replace(' ', 'T'), packages, files, print.replaceAll(' ', '')];
  return parts.join('/');
}

/**
 * The fingerprint in what somebody typed or a reader of codes entered: the text of a slip's code, or the twenty digits
 * with anything between them. Undefined when it is neither.
 */
export function printTyped(typed: string): string | undefined {
  const text = typed.normalize('NFKC').trim();
  const said = /^XIEBAN-SLIP-\d+\/.*\/(\d{20})$/i.exec(text)?.[1] ?? text.replaceAll(/[\s\-_.·,]/g, '');
  return /^\d{20}$/.test(said) ? said.replaceAll(/(\d{5})(?=\d)/g, '$1 ') : undefined;
}
