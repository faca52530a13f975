import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useToday } from '#renderer/app/api/use-today.ts';
import { useRuleTitle } from '#renderer/ui/deadline/rule-title.ts';
import type { Tone } from '#renderer/ui/state/notice.tsx';
import { type ClockFace, Clocks } from '#renderer/ui/status/clocks.tsx';
import { type LocalDate, parseLocalDate } from '#shared/base/local-date.ts';
import { type AgreedStanding, agreedStanding, expectedOn } from '#shared/domain/assist/agreed-standing.ts';
import { useRequestNames } from '../names.ts';
import { useDayText } from '../use-day-text.ts';
import { AgreedSheet } from './agreed-sheet.tsx';
import { StripSheet } from './strip-sheet.tsx';
import type { RequestView } from './view.ts';

const lampTones: Readonly<Record<string, Tone>> = { overdue: 'red', today: 'red', soon: 'amber' };

/** The four clocks of a request. Each date leads to how it came about. */
export function RequestClocks({ view }: { readonly view: RequestView }) {
  const { t } = useTranslation('request');
  const [strip, setStrip] = useState(false);
  const [agreed, setAgreed] = useState(false);
  const faces = [
    useLimitFace(view, () => {
      setStrip(true);
    }),
    useAgreedFace(view, () => {
      setAgreed(true);
    }),
    useProofFace(view),
    useContactFace(view),
  ];
  const { limit } = view.clocks;
  return (
    <div className="request-clocks">
      <Clocks label={t('clock.label')} clocks={faces} />
      {limit === null || !strip ? null : (
        <StripSheet
          id={limit.id}
          onClose={() => {
            setStrip(false);
          }}
        />
      )}
      <AgreedSheet
        view={view}
        open={agreed}
        onClose={() => {
          setAgreed(false);
        }}
      />
    </div>
  );
}

function DateButton(props: { readonly text: string; readonly label: string; readonly onOpen: () => void }) {
  return (
    <button type="button" className="clock-open" aria-label={props.label} onClick={props.onOpen}>
      {props.text}
    </button>
  );
}

/** Limits of a single step at a desk; every other limit is that of the work itself. */
const deskRule = /^REQ\.(REGISTER|REVIEW|MEND)/;

function useLimitFace(view: RequestView, onOpen: () => void): ClockFace {
  const { t } = useTranslation('request');
  const names = useRequestNames();
  const title = useRuleTitle();
  const day = useDayText();
  const { limit } = view.clocks;
  const name = t('clock.limit');
  if (limit === null) return { id: 'limit', name, value: t('clock.none'), note: t('clock.limitNotYet') };
  const undated = limit.state === 'stopped' ? t('clock.none') : t('clock.suspended');
  const value = limit.due === null ? undated : day(limit.due);
  const tone = limit.state === 'running' ? lampTones[limit.lamp] : undefined;
  const desk = deskRule.test(limit.ruleId) ? title(limit.ruleId) : undefined;
  const marks = [
    desk?.basis ?? names.limit(view.row.kind),
    limit.state === 'stopped' ? t('clock.stopped') : '',
    limit.confidence === 'default' ? t('clock.default') : '',
    limit.provisional ? t('clock.provisional') : '',
  ];
  return {
    id: 'limit',
    name: desk === undefined ? name : t('clock.desk', { rule: desk.name }),
    value: <DateButton text={value} label={t('clock.why', { date: value })} onOpen={onOpen} />,
    note: marks.filter((mark) => mark !== '').join(' · '),
    ...(tone === undefined ? {} : { tone }),
  };
}

const agreedTones: Readonly<Record<AgreedStanding, Tone>> = {
  none: 'plain',
  done: 'plain',
  'in-time': 'green',
  'too-late': 'amber',
  'beyond-limit': 'red',
  passed: 'red',
};

const awaiting: readonly string[] = ['sent', 'registered', 'returned', 'accepted'];

function useAgreedFace(view: RequestView, onOpen: () => void): ClockFace {
  const { t } = useTranslation('request');
  const day = useDayText();
  const today = useToday();
  const { agreed, promised, safeDue, caseLimit } = view.clocks;
  const read = (text: string | null): LocalDate | null => parseLocalDate(text ?? '') ?? null;
  const dates = { agreed: read(agreed), promised: read(promised), safe: read(safeDue), caseLimit: read(caseLimit) };
  const standing = agreedStanding(dates, awaiting.includes(view.row.state), today);
  // Of the agreed and the promised day the later one is judged, so it is named.
  const on = day(expectedOn(dates));
  const judged = {
    'too-late': t('clock.tooLate', { on, date: day(safeDue) }),
    'beyond-limit': t('clock.beyondLimit', { on, date: day(caseLimit) }),
    passed: t('clock.passed', { on }),
    'in-time': safeDue === null ? '' : t('clock.safe', { date: day(safeDue) }),
    done: '',
    none: '',
  }[standing];
  const notes = [judged, promised === null ? t('clock.noPromise') : t('clock.promised', { date: day(promised) })];
  return {
    id: 'agreed',
    name: t('clock.agreed'),
    value: <DateButton text={day(agreed)} label={t('clock.why', { date: day(agreed) })} onOpen={onOpen} />,
    note: notes.filter((note) => note !== '').join(' · '),
    tone: agreedTones[standing],
  };
}

function useProofFace(view: RequestView): ClockFace {
  const { t } = useTranslation('request');
  const { t: ui } = useTranslation('ui');
  const day = useDayText();
  const { lastProof } = view.clocks;
  return {
    id: 'proof',
    name: t('clock.proof'),
    value: day(lastProof),
    note: t('clock.proofNote', { word: ui(`word.${view.row.word}`) }),
    tone: lastProof === null ? 'plain' : 'green',
  };
}

function useContactFace(view: RequestView): ClockFace {
  const { t } = useTranslation('request');
  const { contactDays } = view.clocks;
  const value = contactDays === null ? t('clock.never') : t('clock.days', { n: contactDays });
  return {
    id: 'contact',
    name: t('clock.contact'),
    value,
    note: t('clock.contactNote'),
    tone: contactDays === null || contactDays >= 3 ? 'amber' : 'plain',
  };
}
