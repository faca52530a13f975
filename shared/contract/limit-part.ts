import { isLimitPart } from '#shared/domain/deadline/limit-key.ts';
import { line } from './fields.ts';

/** What within the file a limit is about: the id of a party or hearing; '' for the whole file. */
export const limitPart = line(64).refine(isLimitPart).default('');
