import { useTranslation } from 'react-i18next';
import type { FormIssue } from '#renderer/ui/form/use-form.ts';
import { daysBetween, type LocalDate } from '#shared/base/local-date.ts';
import { type ClaimRefusal, readClaim } from '#shared/domain/dossier/claim.ts';
import type { DossierSide } from '#shared/domain/dossier/dossier.ts';
import { reckon } from '#shared/domain/formula/reckon.ts';
import type { Party } from '#shared/domain/party/party.ts';
import { readParty } from '#shared/domain/party/read-party.ts';
import { useFaultText } from '../claims/reckoned.ts';
import { useWarningText } from '../names.ts';
import { asShown, isBlank, type ReceiveValue, type TypedClaim } from './receive-value.ts';

/** A receipt so many calendar days back is more often a slip of the year than the truth. */
const longAgoDays = 180;

const under = (at: string, field: string): string => (at === '' ? field : `${at}.${field}`);

/** What is wrong with, or doubtful about, a party while it is typed; `at` is its path in the form. */
export function usePartyIssues(today: LocalDate): (party: Party, at: string) => readonly FormIssue[] {
  const { t } = useTranslation('dossier');
  const warningText = useWarningText();
  return (party, at) => {
    const read = readParty(asShown(party), today);
    if (!read.ok) {
      const text =
        read.error.code === 'text.too-long' ? t('issue.tooLong', { max: read.error.facts.max }) : t('issue.name');
      return [{ path: under(at, read.error.field), level: 'error', text }];
    }
    return read.value.warnings.map((warning) => ({
      path: under(at, warning.field ?? 'name'),
      level: 'warning',
      text: warningText(warning),
    }));
  };
}

/** The same of a claim or matter. A claim nothing was written into is left out silently. */
export function useClaimIssues(): (claim: TypedClaim, side: DossierSide, at: string) => readonly FormIssue[] {
  const { t } = useTranslation('dossier');
  const warningText = useWarningText();
  const faultText = useFaultText();
  const errors = {
    'claim.code-unknown': 'issue.code',
    'claim.amount-negative': 'issue.negative',
    'claim.ends-before-it-begins': 'issue.period',
  } as const;
  const refusalText = (refusal: ClaimRefusal, { formula, inputs }: TypedClaim): string => {
    if (refusal.code === 'text.too-long') return t('issue.tooLong', { max: refusal.facts.max });
    if ('facts' in refusal) {
      const sum = reckon(formula, inputs);
      return sum.ok ? '' : faultText(sum.error);
    }
    return t(errors[refusal.code]);
  };
  return (claim, side, at) => {
    if (isBlank(claim)) return [];
    const { code } = claim;
    if (code === null) return [{ path: under(at, 'code'), level: 'error', text: t('issue.code') }];
    const read = readClaim(side, { ...claim, code });
    if (!read.ok) {
      // The values of a formula stand below it and have no messages of their own.
      const field = read.error.field === 'inputs' ? 'formula' : read.error.field;
      return [{ path: under(at, field), level: 'error', text: refusalText(read.error, claim) }];
    }
    return read.value.warnings.map((warning) => ({
      path: under(at, warning.field ?? 'basis'),
      level: 'warning',
      text: warningText(warning),
    }));
  };
}

/** Everything about a whole receipt. */
export function useReceiveIssues(today: LocalDate): (value: ReceiveValue) => readonly FormIssue[] {
  const { t } = useTranslation('dossier');
  const partyIssues = usePartyIssues(today);
  const claimIssues = useClaimIssues();
  return ({ side, receivedOn, parties, claims }) => [
    ...(receivedOn === null ? [{ path: 'receivedOn', level: 'error' as const, text: t('issue.date') }] : []),
    ...(receivedOn !== null && receivedOn > today
      ? [{ path: 'receivedOn', level: 'error' as const, text: t('issue.future') }]
      : []),
    ...(receivedOn !== null && daysBetween(receivedOn, today) > longAgoDays
      ? [{ path: 'receivedOn', level: 'warning' as const, text: t('issue.longAgo') }]
      : []),
    ...parties.flatMap((party, index) => partyIssues(party, `parties.${index}`)),
    ...claims.flatMap((claim, index) => claimIssues(claim, side, `claims.${index}`)),
  ];
}
