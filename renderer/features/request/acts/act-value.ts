import type { LocalDate } from '#shared/base/local-date.ts';
import type { CallInput } from '#shared/contract/contract.ts';
import type { LetterFile } from '#shared/contract/letter.ts';
import { atLeastTwo, type HandlerValue } from '../fields/handlers-field.tsx';
import type { RequestView } from '../page/view.ts';

/** Everything any act may ask for; each act shows and sends its own parts. Names are those of the contract's inputs. */
export type ActValue = {
  readonly on: LocalDate | null;
  readonly text: string;
  readonly reason: string;
  readonly ground: string | null;
  readonly defects: readonly string[];
  readonly answers: readonly { readonly defect: string; readonly text: string }[];
  readonly handlers: readonly HandlerValue[];
  readonly promised: LocalDate | null;
  readonly until: LocalDate | null;
  readonly date: LocalDate | null;
  readonly agree: 'yes' | 'no';
  readonly files: readonly LetterFile[];
  readonly items: readonly string[];
  readonly move: CallInput<'request.originals'>['move'];
  readonly carrierNo: string;
};

/** A part of an act's form. */
export type ActPart = keyof ActValue;

/** What an act's form begins with: today, the defects to answer, the date asked for. */
export function actValue(view: RequestView, today: LocalDate): ActValue {
  const out = view.state.originals.some((one) => one.out !== null && one.back === null);
  return {
    ...{ on: today, text: '', reason: '', ground: null, defects: [''], handlers: atLeastTwo([]) },
    answers: (view.state.returned?.defects ?? []).map((defect) => ({ defect: defect.id, text: '' })),
    ...{ promised: view.state.agreed, until: null, date: null, agree: 'yes', files: [], items: [] },
    ...{ move: out ? 'back' : 'out', carrierNo: '' },
  };
}
