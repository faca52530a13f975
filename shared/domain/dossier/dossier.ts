/** Arbitration (仲裁) or labour inspection (劳动保障监察). */
export const dossierSides = ['arb', 'lsi'] as const;

/** One of `dossierSides`. */
export type DossierSide = (typeof dossierSides)[number];

/** Received at the window (收件), accepted with a case number (受理/立案), closed (结案). */
export const dossierStatuses = ['received', 'accepted', 'closed'] as const;

/** One of `dossierStatuses`. */
export type DossierStatus = (typeof dossierStatuses)[number];
