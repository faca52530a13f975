import type { ReadDb } from '#electron/store/db.ts';
import {
  agentsOf,
  findMandate,
  type MandateRow,
  type NamedRow,
  partiesAmong,
  partiesInRoles,
} from '#electron/store/tables/mandates.ts';
import { findOffice } from '#electron/store/tables/office.ts';
import type { DossierId } from '#shared/base/ids.ts';
import { ok } from '#shared/base/result.ts';
import type { CallOutput } from '#shared/contract/contract.ts';
import { mandateDoubts, mayBePrincipal, mostAgents, principalsOf } from '#shared/domain/party/mandate.ts';
import { partyRoles } from '#shared/domain/party/party.ts';
import type { Handler } from '../context.ts';
import { knownDossier } from '../dossier/dossier-now.ts';
import { roleOf } from '../dossier/stored-party.ts';
import { storedMandate } from './stored-mandate.ts';

type View = CallOutput<'agent.list'>;

/** Parties offered to act for. */
const offered = 200;

const named = ({ id, name, role }: NamedRow): View['may'][number] => ({ id, name, role: roleOf(role) });

/** An agent with what is stored of its mandate. */
type Agent = { readonly agent: NamedRow; readonly row: MandateRow | undefined };

/** The parties of a file that more agents act for by mandate than may. */
function crowdedOf(agents: readonly Agent[], most: number): ReadonlySet<string> {
  const acting = agents.filter(({ row }) => row?.kind === 'mandated' && row.endedOn === null);
  const counts = new Map<string, number>();
  for (const { row } of acting) {
    for (const id of principalsOf({ principals: row?.principals ?? '' })) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return new Set([...counts].flatMap(([id, n]) => (n > most ? [id] : [])));
}

function agentView(
  db: ReadDb,
  dossier: DossierId,
  { agent: { id, name }, row }: Agent,
  crowded: ReadonlySet<string>,
): View['agents'][number] {
  const { principals: ids, ...mandate } = storedMandate(row);
  // Who left the file is acted for no longer.
  const principals = partiesAmong(db, dossier, principalsOf({ principals: ids })).map(named);
  const roles = principals.map(({ role }) => role);
  const many = row?.endedOn === null && principals.some((party) => crowded.has(party.id));
  return {
    ...{ party: id, name, ...mandate, principals, endedOn: row?.endedOn ?? null, endedWhy: row?.endedWhy ?? '' },
    doubts: [...mandateDoubts({ ...mandate, principals: ids }, roles, many)],
  };
}

/** The agents of a file with their mandates, and whom they may act for. */
export const listAgents: Handler<'agent.list'> = ({ open }, { dossier }) => {
  const { db } = open.store;
  const row = knownDossier(db, dossier);
  if (!row.ok) return row;
  const may = partiesInRoles(db, dossier, partyRoles.filter(mayBePrincipal), offered + 1);
  const agents = agentsOf(db, dossier).map((agent) => ({ agent, row: findMandate(db, dossier, agent.id) }));
  const crowded = crowdedOf(agents, mostAgents(findOffice(db)?.region ?? ''));
  return ok({
    agents: agents.map((agent) => agentView(db, dossier, agent, crowded)),
    ...{ may: may.slice(0, offered).map(named), more: may.length > offered, revision: row.value.revision },
  });
};
