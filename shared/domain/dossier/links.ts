import type { Bilingual } from '../deadline/rule.ts';

/** How a person may tie two files together, seen from the first. */
export const tiedKinds = ['related', 'same-employer', 'earlier', 'later'] as const;

/** How two files belong together, seen from the first; the last two follow from parties being taken out of one. */
export const linkKinds = [...tiedKinds, 'taken-out', 'taken-from'] as const;

/** One of `tiedKinds`. */
export type TiedKind = (typeof tiedKinds)[number];

/** One of `linkKinds`. */
export type LinkKind = (typeof linkKinds)[number];

const names: Readonly<Record<LinkKind, Bilingual>> = {
  related: { zh: '关联案件', en: 'Related file' },
  'same-employer': { zh: '同一用人单位', en: 'Same employer' },
  earlier: { zh: '前案', en: 'Earlier file' },
  later: { zh: '后案', en: 'Later file' },
  'taken-out': { zh: '分出的案件', en: 'File taken out of this one' },
  'taken-from': { zh: '原案', en: 'File this one was taken out of' },
};

const seenBack: Readonly<Record<LinkKind, LinkKind>> = {
  ...{ related: 'related', 'same-employer': 'same-employer', earlier: 'later', later: 'earlier' },
  ...{ 'taken-out': 'taken-from', 'taken-from': 'taken-out' },
};

/** What the other file is to this one, as an office writes it. */
export function linkName(kind: LinkKind): Bilingual {
  return names[kind];
}

/** The same tie seen from the other file: the later one sees the earlier. */
export function inverseLink(kind: LinkKind): LinkKind {
  return seenBack[kind];
}

/** Whether a tie follows from a separation: it stays as long as that does. */
export function ofSeparation(kind: LinkKind): boolean {
  return kind === 'taken-out' || kind === 'taken-from';
}

/** Whether a stored code is one this version knows. */
export function isLinkKind(code: string): code is LinkKind {
  return linkKinds.some((kind) => kind === code);
}
