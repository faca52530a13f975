import type { WriteDb } from '#electron/store/db.ts';
import { noteAbout } from '#electron/store/tables/about.ts';
import { findMandate, type MandateRow, putMandate } from '#electron/store/tables/mandates.ts';
import { findParty } from '#electron/store/tables/parties.ts';
import { dossierOf } from '../dossier/project-life.ts';
import { changeDossier } from '../dossier/refresh-dossier.ts';
import type { Arrived, Projector } from '../journal/projector.ts';
import { type Fields, readText, readTextOrNull } from '../read-fields.ts';
import { mandateSubject } from './stored-mandate.ts';

function known(tx: WriteDb, arrived: Arrived): MandateRow {
  const dossier = dossierOf(arrived);
  const party = readText(arrived.entry.parsed.facts, 'party');
  const none = { kind: '', authority: '', standing: '', scope: '', paperOn: null, principals: '' };
  return findMandate(tx, dossier, party) ?? { party, dossier, ...none, endedOn: null, endedWhy: '' };
}

function keep(tx: WriteDb, { entry, n }: Arrived, row: MandateRow): void {
  if (!findParty(tx, row.dossier, row.party)) return;
  putMandate(tx, row);
  noteAbout(tx, mandateSubject(row.party), entry.id, n);
  noteAbout(tx, row.dossier, entry.id, n);
  changeDossier(tx, row.dossier, n, {});
}

/** A text the fact names, else what is known. */
function said(fields: Fields, key: string, before: string): string {
  return fields !== undefined && Object.hasOwn(fields, key) ? readText(fields, key) : before;
}

/** For whom and by what an agent acts; fields the fact does not name stay. */
const projectNamed: Projector = (tx, arrived) => {
  const { content } = arrived;
  const { facts } = arrived.entry.parsed;
  const before = known(tx, arrived);
  keep(tx, arrived, {
    ...before,
    ...{ kind: said(facts, 'kind', before.kind), authority: said(facts, 'authority', before.authority) },
    ...{ standing: said(content, 'standing', before.standing), scope: said(content, 'scope', before.scope) },
    paperOn: Object.hasOwn(facts, 'paperOn') ? readTextOrNull(facts, 'paperOn') : before.paperOn,
    principals: said(facts, 'principals', before.principals),
  });
};

/** A mandate ended. */
const projectEnded: Projector = (tx, arrived) => {
  const endedOn = arrived.entry.parsed.on.slice(0, 10);
  keep(tx, arrived, { ...known(tx, arrived), endedOn, endedWhy: readText(arrived.content, 'reason') });
};

/** That a mandate ended is taken back. */
const projectResumed: Projector = (tx, arrived) => {
  keep(tx, arrived, { ...known(tx, arrived), endedOn: null, endedWhy: '' });
};

/** Projectors of facts about agents. */
export const agentProjectors: Readonly<Record<string, Projector>> = {
  'agent.named': projectNamed,
  'agent.ended': projectEnded,
  'agent.resumed': projectResumed,
};
