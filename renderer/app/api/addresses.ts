/** Addresses of the product's pages inside the window, for links between features that do not know each other. */
export const addresses = {
  today: '#/',
  /** One list of the day in full. */
  todayList: (list: string): string => `#/today/${list}`,
  dossiers: '#/dossiers',
  newDossier: '#/dossiers/new',
  /** The printed books of receipt, acceptance and closing. */
  registers: '#/dossiers/registers',
  /** Taking in a table of open files. */
  importFiles: '#/dossiers/import',
  dossier: (id: string): string => `#/dossiers/${id}`,
  /** `tab` is one of the tabs of a file's page. */
  dossierTab: (id: string, tab: string): string => `#/dossiers/${id}/${tab}`,
  /** The form over a file's page that withdraws a clock event; `of` is what the limit is about. */
  withdrawal: (id: string, rule: string, event: string, of: string): string =>
    `#/dossiers/${id}?act=${encodeURIComponent(['clock.withdraw', rule, event, of].join(':'))}`,
  deadlines: '#/deadlines',
  /** The strip of a deadline as a page, to be printed. */
  deadline: (id: string): string => `#/deadlines/${encodeURIComponent(id)}`,
  /** The limits of a file under two sets of rules. */
  comparison: (dossier: string): string => `#/deadlines/compare/${dossier}`,
  /** The paper with every clock of a file. */
  clocks: (dossier: string): string => `#/deadlines/file/${dossier}`,
  requests: '#/requests',
  newRequest: (dossier: string): string => `#/requests/new/${dossier}`,
  request: (id: string): string => `#/requests/${id}`,
  /** `what` is one of the printed sheets: commission, reply, introduction, course, certificate. */
  print: (id: string, what: string): string => `#/requests/${id}/print/${what}`,
  /** A confirmed change of the calendar or the rules as a sheet to be printed. */
  lawPaper: (id: string): string => `#/changes/${encodeURIComponent(id)}`,
  employers: '#/employers',
  employer: (id: string): string => `#/employers/${id}`,
  /** `tab` is one of the tabs of an employer's page. */
  employerTab: (id: string, tab: string): string => `#/employers/${id}/${tab}`,
  sync: '#/sync',
  /** How the office comes back after its data was restored or rolled back. */
  recovery: '#/sync/recovery',
  /** The slip of what was written to a medium, to be printed. */
  slip: (id: number): string => `#/sync/slip/${id}`,
  partners: '#/partners',
  partner: (office: string): string => `#/partners/${office}`,
  settings: '#/settings',
  /** `part` is one of the pages of the settings. */
  settingsPart: (part: string): string => `#/settings/${part}`,
} as const;
