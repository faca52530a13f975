/** Addresses of the product's pages inside the window, for links between features that do not know each other. */
export const addresses = {
  today: '#/',
  dossiers: '#/dossiers',
  newDossier: '#/dossiers/new',
  dossier: (id: string): string => `#/dossiers/${id}`,
  requests: '#/requests',
  newRequest: (dossier: string): string => `#/requests/new/${dossier}`,
  request: (id: string): string => `#/requests/${id}`,
  /** `what` is one of the printed sheets: commission, reply, introduction, course. */
  print: (id: string, what: string): string => `#/requests/${id}/print/${what}`,
  sync: '#/sync',
  partners: '#/partners',
  partner: (office: string): string => `#/partners/${office}`,
  settings: '#/settings',
} as const;
