/** Why a year file is not taken. */
export type YearFaultCode =
  | 'too-large'
  | 'control-character'
  | 'not-json'
  | 'not-object'
  | 'key-unknown'
  | 'key-missing'
  | 'bad-year'
  | 'bad-source'
  | 'bad-issued'
  | 'issued-in-future'
  | 'issued-far'
  | 'bad-date'
  | 'other-year'
  | 'twice'
  | 'both'
  | 'bad-name'
  | 'not-weekend'
  | 'too-many'
  | 'statutory-missing'
  | 'statutory-worked'
  | 'holiday-missing';

/** One thing wrong with a year file: what, at which key or date, and in which line (from 1; 0 for the whole file). */
export type YearFault = { readonly code: YearFaultCode; readonly key: string; readonly line: number };
