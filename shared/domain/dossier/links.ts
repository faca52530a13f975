import type { Bilingual } from '../deadline/rule.ts';

/** How two files belong together, seen from the first. */
export const linkKinds = ['related', 'same-employer', 'earlier', 'later'] as const;

/** One of `linkKinds`. */
export type LinkKind = (typeof linkKinds)[number];

const names: Readonly<Record<LinkKind, Bilingual>> = {
  related: { zh: '关联案件', en: 'Related file' },
  'same-employer': { zh: '同一用人单位', en: 'Same employer' },
  earlier: { zh: '前案', en: 'Earlier file' },
  later: { zh: '后案', en: 'Later file' },
};

const seenBack: Readonly<Record<LinkKind, LinkKind>> = {
  ...{ related: 'related', 'same-employer': 'same-employer', earlier: 'later', later: 'earlier' },
};

/** What the other file is to this one, as an office writes it. */
export function linkName(kind: LinkKind): Bilingual {
  return names[kind];
}

/** The same tie seen from the other file: the later one sees the earlier. */
export function inverseLink(kind: LinkKind): LinkKind {
  return seenBack[kind];
}

/** Whether a stored code is one this version knows. */
export function isLinkKind(code: string): code is LinkKind {
  return linkKinds.some((kind) => kind === code);
}
