import { err, ok } from '#shared/base/result.ts';
import { checkPartyNumbers, partyTexts } from '#shared/domain/party/read-party.ts';
import { readTexts } from '#shared/domain/party/read-texts.ts';
import type { Handler } from '../context.ts';
import { latestDay } from '../latest-day.ts';
import { badInput } from '../typed-text.ts';

const shapes = { name: partyTexts.name, idNo: partyTexts.idNo, uscc: partyTexts.uscc } as const;

/** Doubts about a party while it is typed; stores nothing. */
export const checkParty: Handler<'party.check'> = ({ open, moment }, typed) => {
  const read = readTexts(typed, shapes);
  if (!read.ok) return err(badInput(read.error));
  return ok([...read.value.warnings, ...checkPartyNumbers(typed, latestDay(open.store.db, moment))]);
};
