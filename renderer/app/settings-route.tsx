import type { RouteObject } from 'react-router';
import { CalendarPart, ChangePart, RulePlacePart, RulesPart } from '#renderer/features/deadline/index.ts';
import {
  AppearancePart,
  AuditPart,
  BackupPart,
  BranchesPart,
  KeysPart,
  NewPersonPart,
  NumberingPart,
  OfficePart,
  PeoplePart,
  PersonPart,
  ProofPart,
  ScannerPart,
  ServerPart,
  SettingsPage,
} from '#renderer/features/settings/index.ts';

/** The settings with their parts; calendars and rules are handed over by the feature that explains deadlines. */
export const settingsRoute: RouteObject = {
  path: 'settings',
  element: <SettingsPage />,
  children: [
    { index: true, element: <OfficePart /> },
    { path: 'office', element: <OfficePart /> },
    { path: 'people', element: <PeoplePart /> },
    { path: 'people/new', element: <NewPersonPart /> },
    { path: 'people/:person', element: <PersonPart /> },
    { path: 'numbering', element: <NumberingPart /> },
    { path: 'branches', element: <BranchesPart /> },
    { path: 'appearance', element: <AppearancePart /> },
    { path: 'keys', element: <KeysPart /> },
    { path: 'backup', element: <BackupPart /> },
    { path: 'server', element: <ServerPart /> },
    { path: 'scanner', element: <ScannerPart /> },
    { path: 'proof', element: <ProofPart /> },
    { path: 'calendar', element: <CalendarPart /> },
    { path: 'calendar/:change', element: <ChangePart /> },
    { path: 'rules', element: <RulesPart /> },
    { path: 'rules/:change', element: <RulePlacePart /> },
    { path: 'audit', element: <AuditPart /> },
  ],
};
