import { showFile as putUp, closeFile as takeOff, trimFiles, trimWindows } from '#electron/store/tables/open-files.ts';
import { ok } from '#shared/base/result.ts';
import type { Handler } from '../context.ts';
import { knownDossier } from '../dossier/dossier-now.ts';
import { inOneTransaction } from '../journal/append.ts';
import { nextRevision } from '../session/revision.ts';

/** More files than these have no room beside each other. */
const mostOpen = 12;
const mostClosed = 12;
const mostWindows = 12;

/** Notes that a file is looked at in a window. */
export const showFile: Handler<'openFile.show'> = (context, { window, dossier }) => {
  const shelf = { person: context.me, window };
  const written = inOneTransaction(context, (tx) => {
    const row = knownDossier(tx, dossier);
    if (!row.ok) return row;
    putUp(tx, shelf, dossier);
    trimFiles(tx, shelf, mostOpen, mostClosed);
    trimWindows(tx, context.me, mostWindows);
    return ok(undefined);
  });
  return written.ok ? ok({ revision: nextRevision(context) }) : written;
};

/** Takes a file off the strip of a window. */
export const closeFile: Handler<'openFile.close'> = (context, { window, dossier }) => {
  const shelf = { person: context.me, window };
  const written = inOneTransaction(context, (tx) => {
    takeOff(tx, shelf, dossier);
    trimFiles(tx, shelf, mostOpen, mostClosed);
    return ok(undefined);
  });
  return written.ok ? ok({ revision: nextRevision(context) }) : written;
};
