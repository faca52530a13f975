import { checkYearFile } from '../calendar/check-year-file.ts';
import { proposeYear } from '../calendar/propose-year.ts';
import type { Handlers } from '../context.ts';
import { checkPack } from '../rule/check-pack.ts';
import { compareRules } from '../rule/compare-rules.ts';
import { exportPack } from '../rule/export-pack.ts';
import { proposePack } from '../rule/propose-pack.ts';
import { proposeRule } from '../rule/propose-rule.ts';
import { confirmChange } from './confirm-change.ts';
import { dropChange } from './drop-change.ts';
import { getChange } from './get-change.ts';
import { listChanges } from './list-changes.ts';
import { listMoved } from './list-moved.ts';
import { previewChange } from './preview-change.ts';
import { restoreFormer } from './restore-former.ts';

/** Calls about what this office changes of the calendar and the rules. */
export const lawHandlers = {
  'law.changes': listChanges,
  'law.change': getChange,
  'law.preview': previewChange,
  'law.moved': listMoved,
  'law.confirm': confirmChange,
  'law.drop': dropChange,
  'law.restore': restoreFormer,
  'rule.propose': proposeRule,
  'rule.compare': compareRules,
  'pack.export': exportPack,
  'pack.check': checkPack,
  'pack.propose': proposePack,
  'calendar.check': checkYearFile,
  'calendar.propose': proposeYear,
} satisfies Partial<Handlers>;
