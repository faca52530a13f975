import { useTranslation } from 'react-i18next';
import { useBilingual } from '#renderer/ui/format/use-bilingual.ts';
import type { Tone } from '#renderer/ui/state/notice.tsx';
import { channels } from '#shared/domain/dossier/channels.ts';
import { closeTypeOf } from '#shared/domain/dossier/close-type.ts';
import { causes } from '#shared/domain/dossier/data/causes.ts';
import { claimTypes } from '#shared/domain/dossier/data/claim-types.ts';
import type { DossierSide, DossierStatus } from '#shared/domain/dossier/dossier.ts';
import { type IdKind, idKindNames, type PartyRole, partyRoleNames } from '#shared/domain/party/party.ts';
import type { Warning } from '#shared/domain/party/warning.ts';

/** The words of the field for a file's codes, in the language of the page. A code the program does not know stays itself. */
export type DossierNames = {
  readonly role: (role: PartyRole) => string;
  readonly idKind: (kind: IdKind) => string;
  readonly claim: (code: string) => string;
  readonly channel: (code: string) => string;
  readonly closeType: (code: string) => string;
  /** A subject of the office's list in the language of the page; anything else as it was typed. */
  readonly cause: (typed: string) => string;
  readonly side: (side: DossierSide) => string;
  readonly status: (side: DossierSide, status: DossierStatus) => string;
};

/** Names out of the domain's own lists. */
export function useDossierNames(): DossierNames {
  const { t } = useTranslation('dossier');
  const bilingual = useBilingual();
  return {
    role: (role) => bilingual(partyRoleNames[role]),
    idKind: (kind) => bilingual(idKindNames[kind]),
    claim: (code) => {
      const found = claimTypes.find((type) => type.code === code);
      return found === undefined ? code : bilingual(found.name);
    },
    channel: (code) => {
      const found = channels.find((channel) => channel.code === code);
      return found === undefined ? code : bilingual(found);
    },
    closeType: (code) => {
      const found = closeTypeOf(code);
      return found === undefined ? code : bilingual(found.name);
    },
    cause: (typed) => {
      const found = causes.find((cause) => cause.name.zh === typed || cause.name.en === typed);
      return found === undefined ? typed : bilingual(found.name);
    },
    side: (side) => t(`side.${side}`),
    status: (side, status) => t(`status.${side}.${status}`),
  };
}

/** The tint behind a status word. */
export const statusTones: Readonly<Record<DossierStatus, Tone>> = {
  received: 'amber',
  accepted: 'blue',
  closed: 'plain',
};

/** A doubt as the domain says it and as it crosses the contract. */
type Doubt = { readonly code: string; readonly facts?: Warning['facts'] | undefined };

/** The sentence of a doubt about what was typed. */
export function useWarningText(): (warning: Doubt) => string {
  const { t, i18n } = useTranslation('dossier');
  return ({ code, facts }) => {
    const key = `warning.${code}`;
    return i18n.exists(key, { ns: 'dossier' }) ? t(`warning.${code}`, { ...facts }) : code;
  };
}
