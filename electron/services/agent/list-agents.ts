import type { ReadDb } from '#electron/store/db.ts';
import { agentsOf, findMandate, type NamedRow, partiesAmong, partiesInRoles } from '#electron/store/tables/mandates.ts';
import type { DossierId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { mandateDoubts, mayBePrincipal, principalsOf } from '#shared/domain/party/mandate.ts';
import { partyRoles } from '#shared/domain/party/party.ts';
import type { Handler } from '../context.ts';
import { knownDossier } from '../dossier/dossier-now.ts';
import { roleOf } from '../dossier/stored-party.ts';
import { storedMandate } from './stored-mandate.ts';

type View = CallOutput<'agent.list'>;

/** Parties offered to act for. */
const offered = 200;

const named = ({ id, name, role }: NamedRow): View['may'][number] => ({ id, name, role: roleOf(role) });

function agentView(db: ReadDb, dossier: DossierId, { id, name }: NamedRow): View['agents'][number] {
  const row = findMandate(db, dossier, id);
  const { principals: ids, ...mandate } = storedMandate(row);
  // Who left the file is acted for no longer.
  const principals = partiesAmong(db, dossier, principalsOf({ principals: ids })).map(named);
  const roles = principals.map(({ role }) => role);
  return {
    ...{ party: id, name, ...mandate, principals, endedOn: row?.endedOn ?? null, endedWhy: row?.endedWhy ?? '' },
    doubts: [...mandateDoubts({ ...mandate, principals: ids }, roles)],
  };
}

/** The agents of a file with their mandates, and whom they may act for. */
export const listAgents: Handler<'agent.list'> = ({ open }, { dossier }) => {
  const { db } = open.store;
  const row = knownDossier(db, dossier);
  if (!row.ok) return row;
  const may = partiesInRoles(db, dossier, partyRoles.filter(mayBePrincipal), offered + 1);
  return ok({
    agents: agentsOf(db, dossier).map((agent) => agentView(db, dossier, agent)),
    ...{ may: may.slice(0, offered).map(named), more: may.length > offered, revision: row.value.revision },
  });
};
