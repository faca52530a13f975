import {
  BankOutlined,
  CalendarOutlined,
  FolderOpenOutlined,
  HomeOutlined,
  SettingOutlined,
  SwapOutlined,
  SyncOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import { type ReactNode, useState } from 'react';
import { addresses } from './api/addresses.ts';

/** A section that works: its place in the product's order decides its Alt key, also when others are still to come. */
export type SectionPlace = {
  readonly id: 'today' | 'dossiers' | 'requests' | 'deadlines' | 'employers' | 'partners' | 'sync' | 'settings';
  readonly shortcut: string;
  readonly href: string;
  /** First part of the addresses that belong to it; '' is the start page. */
  readonly path: string;
  readonly icon: ReactNode;
  readonly apart?: boolean;
};

/** The sections on the rail, in order. The keys follow the full list of sections, so they stay when more arrive. */
export const sections: readonly SectionPlace[] = [
  { id: 'today', shortcut: '1', href: addresses.today, path: '', icon: <HomeOutlined /> },
  { id: 'dossiers', shortcut: '2', href: addresses.dossiers, path: 'dossiers', icon: <FolderOpenOutlined /> },
  { id: 'requests', shortcut: '3', href: addresses.requests, path: 'requests', icon: <SwapOutlined /> },
  { id: 'deadlines', shortcut: '4', href: addresses.deadlines, path: 'deadlines', icon: <CalendarOutlined /> },
  { id: 'employers', shortcut: '7', href: addresses.employers, path: 'employers', icon: <BankOutlined /> },
  { id: 'partners', shortcut: '8', href: addresses.partners, path: 'partners', icon: <TeamOutlined /> },
  { id: 'sync', shortcut: '-', href: addresses.sync, path: 'sync', icon: <SyncOutlined />, apart: true },
  { id: 'settings', shortcut: '=', href: addresses.settings, path: 'settings', icon: <SettingOutlined /> },
];

/** The section an address belongs to; undefined for a sheet that is looked at from several sections. */
export function sectionOf(pathname: string): SectionPlace['id'] | undefined {
  const [, first = '', second] = pathname.split('/');
  if (first === 'deadlines' && second !== undefined) return undefined;
  return sections.find((section) => section.path === first)?.id ?? 'today';
}

/** The section of an address; the strip of a limit belongs to where one came from, else to its file. */
export function useSection(pathname: string): SectionPlace['id'] {
  const own = sectionOf(pathname);
  const [last, setLast] = useState<SectionPlace['id']>(own ?? 'dossiers');
  if (own !== undefined && own !== last) setLast(own);
  return own ?? last;
}
