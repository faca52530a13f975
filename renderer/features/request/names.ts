import { useTranslation } from 'react-i18next';
import { useBilingual } from '#renderer/ui/format/use-bilingual.ts';
import type { Tone } from '#renderer/ui/state/notice.tsx';
import type { Coded } from '#shared/domain/assist/kinds/kind.ts';
import { requestKind } from '#shared/domain/assist/kinds/request-kinds.ts';

/** A text that begins a line begins with a capital, where the language has them. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The words of the field for a request's codes, in the language of the page. */
export type RequestNames = {
  /** 委托调查取证; a kind only a newer version knows is named by its code. */
  readonly kind: (code: string) => string;
  /** 委托函 or 协查函. */
  readonly letter: (code: string) => string;
  /** 接受委托 or 同意协查: never 受理. */
  readonly acceptance: (code: string) => string;
  readonly accept: (code: string) => string;
  /** 受托方 or 受委托方. */
  readonly executor: (code: string) => string;
  readonly limit: (code: string) => string;
  /** 调取书证, 询问 and so on, as the kind of request names its items. */
  readonly itemKind: (kind: string, code: string) => string;
  readonly returnGround: (kind: string, code: string) => string;
  readonly refusalGround: (kind: string, code: string) => string;
};

/** Names of kinds and grounds, from the kinds' own data. */
export function useRequestNames(): RequestNames {
  const { t } = useTranslation('kinds');
  const bilingual = useBilingual();
  const coded = (list: readonly Coded[], code: string): string => {
    const found = list.find((one) => one.code === code);
    return found === undefined ? code : bilingual(found);
  };
  const of = (
    code: string,
    pick: 'name' | 'letter' | 'acceptance' | 'accept' | 'executor' | 'limitName',
    other: string,
  ): string => {
    const kind = requestKind(code);
    return kind === undefined ? other : bilingual(kind[pick]);
  };
  return {
    kind: (code) => of(code, 'name', t('kind.unknown', { code })),
    letter: (code) => of(code, 'letter', t('kind.letter')),
    acceptance: (code) => of(code, 'acceptance', t('kind.acceptance')),
    accept: (code) => of(code, 'accept', t('kind.accept')),
    executor: (code) => of(code, 'executor', t('kind.executor')),
    limit: (code) => of(code, 'limitName', t('kind.limit')),
    itemKind: (kind, code) => coded(requestKind(kind)?.itemKinds ?? [], code),
    returnGround: (kind, code) => coded(requestKind(kind)?.returnGrounds ?? [], code),
    refusalGround: (kind, code) => coded(requestKind(kind)?.refusalGrounds ?? [], code),
  };
}

const stateTones: Readonly<Record<string, Tone>> = {
  sent: 'blue',
  registered: 'blue',
  returned: 'amber',
  accepted: 'violet',
  answered: 'green',
  refused: 'red',
};

/** The tint behind a state's word. */
export function stateTone(state: string): Tone {
  return stateTones[state] ?? 'plain';
}

const grave: ReadonlySet<string> = new Set(['differs', 'not-understood', 'void-command', 'late-command']);
const calm: ReadonlySet<string> = new Set(['suspended', 'pending', 'originals-out']);

/** The tint behind a flag's word: red for what is overdue or does not fit, none for what merely is so. */
export function flagTone(flag: string): Tone {
  if (flag.startsWith('overdue') || grave.has(flag)) return 'red';
  return calm.has(flag) || flag.startsWith('paper') ? 'plain' : 'amber';
}
