import type { WriteDb } from '#electron/store/db.ts';
import { noteAbout } from '#electron/store/tables/about.ts';
import { addJoining, partJoining, strikeJoining } from '#electron/store/tables/dossier-joinings.ts';
import type { DossierId } from '#shared/base/ids.ts';
import type { Arrived, Projector } from '../journal/projector.ts';
import { readText } from '../read-fields.ts';
import { dossierOf } from './project-life.ts';
import { changeDossier } from './refresh-dossier.ts';

/** The file joined to the lead; the act stands in its history too. Ids of a stored header were checked before. */
function otherOf({ entry }: Arrived): DossierId {
  return readText(entry.parsed.facts, 'other') as DossierId;
}

/** Both files say anew who leads them. */
function refresh(tx: WriteDb, arrived: Arrived): void {
  const other = otherOf(arrived);
  noteAbout(tx, other, arrived.entry.id, arrived.n);
  changeDossier(tx, other, arrived.n, {});
  changeDossier(tx, dossierOf(arrived), arrived.n, {});
}

const decisionIn = ({ content }: Arrived) => ({
  ...{ ground: readText(content, 'ground'), decidedBy: readText(content, 'decidedBy') },
  paper: readText(content, 'paper'),
});

/** Two files are heard together from a day on. */
export const projectJoined: Projector = (tx, arrived) => {
  const { entry, n } = arrived;
  const files = { lead: dossierOf(arrived), other: otherOf(arrived) };
  addJoining(tx, { id: entry.id, n, ...files, on: entry.parsed.on.slice(0, 10), ...decisionIn(arrived) });
  refresh(tx, arrived);
};

/** They are heard apart again. */
export const projectParted: Projector = (tx, arrived) => {
  const { facts, on } = arrived.entry.parsed;
  partJoining(tx, readText(facts, 'joining'), on.slice(0, 10), decisionIn(arrived));
  refresh(tx, arrived);
};

/** A joining, or its parting, never counted; or the striking of a joining never did. */
export const projectJoiningStruck: Projector = (tx, arrived) => {
  const { entry, content } = arrived;
  const joining = readText(entry.parsed.facts, 'joining');
  switch (readText(entry.parsed.facts, 'what')) {
    case 'parting':
      partJoining(tx, joining, '', { ground: '', decidedBy: '', paper: '' });
      break;
    case 'striking':
      strikeJoining(tx, joining, '', '');
      break;
    default:
      strikeJoining(tx, joining, entry.id, readText(content, 'reason'));
  }
  refresh(tx, arrived);
};
