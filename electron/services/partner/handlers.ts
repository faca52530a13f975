import type { Handlers } from '../context.ts';
import { addPartner } from './add-partner.ts';
import { confirmPartnerCard, setFolder, setServer } from './amend-partner.ts';
import { listPartners } from './list-partners.ts';
import { getOwnCard } from './own-card.ts';
import { readPartnerCard } from './read-partner-card.ts';

/** Calls about partners. */
export const partnerHandlers = {
  'partner.list': listPartners,
  'partner.ownCard': getOwnCard,
  'partner.readCard': readPartnerCard,
  'partner.add': addPartner,
  'partner.confirm': confirmPartnerCard,
  'partner.setFolder': setFolder,
  'partner.setServer': setServer,
} satisfies Partial<Handlers>;
