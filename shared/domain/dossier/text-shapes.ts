/** Longest texts of a dossier and of what is added to it, in characters. */
export const dossierTexts = {
  cause: { max: 100 },
  summary: { max: 20_000, multiline: true },
  channel: { max: 60 },
} as const;

/** Texts of acceptance. */
export const acceptanceTexts = { approvedBy: { max: 60 }, paper: { max: 120 } } as const;

/** Texts of a step and of closing. */
export const stepTexts = {
  decidedBy: { max: 60 },
  paper: { max: 120 },
  note: { max: 4000, multiline: true },
} as const;

/** Texts of a decision to hear files together or apart. */
export const joiningTexts = {
  ground: { max: 2000, multiline: true },
  decidedBy: { max: 60 },
  paper: { max: 120 },
} as const;

/** Why a step is put right. */
export const correctionTexts = { reason: { max: 2000, multiline: true } } as const;

/** The text of a note. */
export const noteTexts = { text: { max: 20_000, multiline: true } } as const;

/** Name and remark of an attached file. */
export const fileTexts = { name: { max: 255 }, note: { max: 300 } } as const;

/** Texts of a recorded clock event. */
export const clockTexts = {
  ground: { max: 60 },
  decidedBy: { max: 60 },
  paper: { max: 120 },
  note: { max: 2000, multiline: true },
} as const;
