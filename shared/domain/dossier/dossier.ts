import type { LocalDate } from '#shared/base/local-date.ts';

/** Arbitration (仲裁) or labour inspection (劳动保障监察). */
export const dossierSides = ['arb', 'lsi'] as const;

/** One of `dossierSides`. */
export type DossierSide = (typeof dossierSides)[number];

/** Received at the window (收件), accepted with a case number (受理/立案), closed (结案). */
export const dossierStatuses = ['received', 'accepted', 'closed'] as const;

/** One of `dossierStatuses`. */
export type DossierStatus = (typeof dossierStatuses)[number];

/** What the lifecycle needs to know of a dossier. */
export type DossierNow = {
  readonly side: DossierSide;
  readonly status: DossierStatus;
  /** Code of `channels`: decides whether a limit for the decision on acceptance runs. */
  readonly channel: string;
  readonly receivedOn: LocalDate;
  readonly acceptedOn: LocalDate | null;
};
