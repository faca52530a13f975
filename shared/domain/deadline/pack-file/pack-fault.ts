/** Why a file of rules is not taken. */
export type PackFaultCode =
  | 'too-large'
  | 'not-pack'
  | 'newer'
  | 'bad-signature'
  | 'key-missing'
  | 'key-unknown'
  | 'bad-value'
  | 'control-character'
  | 'no-rows'
  | 'too-many'
  | 'of-both-offices'
  | 'twice'
  | 'ends-before'
  | 'ground-unknown'
  | 'rule-missing'
  | 'same-end-differs'
  | 'contradicts'
  | 'unsure-statutory'
  | 'takes-from-law';

/**
 * One thing wrong with a file of rules: what, in which row (its number from 1, 0 for the whole file, and its id as far as
 * it can be read) and at which field.
 */
export type PackFault = {
  readonly code: PackFaultCode;
  readonly row: number;
  readonly id: string;
  readonly key: string;
};
