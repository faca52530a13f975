/** The pages of the settings, in the order of their list; also the last part of their addresses. */
export const settingsParts = [
  'office',
  'people',
  'numbering',
  'branches',
  'appearance',
  'keys',
  'backup',
  'server',
  'scanner',
  'proof',
  'calendar',
  'rules',
  'audit',
] as const;

/** One of `settingsParts`. */
export type SettingsPart = (typeof settingsParts)[number];

/** The page an address belongs to; the first one for the bare address of the settings. */
export function partOf(pathname: string): SettingsPart {
  const named = pathname.split('/')[2] ?? '';
  return settingsParts.find((part) => part === named) ?? 'office';
}
