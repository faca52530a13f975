import type { WriteDb } from '#electron/store/db.ts';
import { noteAbout } from '#electron/store/tables/about.ts';
import { type CollectiveRow, findCollective, putCollective } from '#electron/store/tables/dossier-collective.ts';
import type { Arrived, Projector } from '../journal/projector.ts';
import { readText, readTexts } from '../read-fields.ts';
import { collectiveSubject } from './collective-marks.ts';
import { dossierOf } from './project-life.ts';
import { changeDossier } from './refresh-dossier.ts';

function keep(tx: WriteDb, arrived: Arrived, change: Partial<CollectiveRow>): void {
  const dossier = dossierOf(arrived);
  const bare = {
    ...{ dossier, n: arrived.n, kind: '', on: '', decidedBy: '', note: '' },
    ...{ representatives: '[]', electedOn: '', electedPaper: '' },
  };
  putCollective(tx, { ...(findCollective(tx, dossier) ?? bare), ...change });
  noteAbout(tx, collectiveSubject(dossier), arrived.entry.id, arrived.n);
  changeDossier(tx, dossier, arrived.n, {});
}

/** A file is a collective case from now on, or is none; who represented its workers stays on record. */
export const projectCollectiveMarked: Projector = (tx, arrived) => {
  const { facts, on } = arrived.entry.parsed;
  const said = { decidedBy: readText(arrived.content, 'decidedBy'), note: readText(arrived.content, 'note') };
  keep(tx, arrived, { n: arrived.n, kind: readText(facts, 'kind'), on: on.slice(0, 10), ...said });
};

/** Who represents the workers. */
export const projectRepresented: Projector = (tx, arrived) => {
  const { facts, on } = arrived.entry.parsed;
  const elected = readTexts(facts, 'representatives');
  const electedPaper = readText(arrived.content, 'paper');
  const electedOn = elected.length === 0 ? '' : on.slice(0, 10);
  keep(tx, arrived, { representatives: JSON.stringify(elected), electedOn, electedPaper });
};
