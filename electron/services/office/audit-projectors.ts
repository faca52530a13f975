import { noteAbout } from '#electron/store/tables/about.ts';
import { addAuditLine } from '#electron/store/tables/audit-lines.ts';
import type { Projector } from '../journal/projector.ts';
import { readText, readTextOrNull } from '../read-fields.ts';
import { auditActs } from './audit-fact.ts';
import { keepClockRight } from './clock-right.ts';

/** Every audit entry is one line; one about a file also stands in that file's history. */
const projectAudit: Projector = (tx, { entry, content, n }) => {
  const { kind, actor, at, facts } = entry.parsed;
  const line = { id: entry.id, at, person: actor, act: kind };
  const about = readTextOrNull(content, 'named') ?? readText(facts, 'about');
  addAuditLine(tx, { ...line, about, reason: readText(content, 'reason') });
  const dossier = readText(facts, 'dossier');
  if (dossier !== '') noteAbout(tx, dossier, entry.id, n);
  if (kind === 'audit.clock') keepClockRight(tx, at, entry.parsed.on);
};

/** Projectors of the audit chains. */
export const auditProjectors: Readonly<Record<string, Projector>> = Object.fromEntries(
  auditActs.map((act) => [act, projectAudit]),
);
