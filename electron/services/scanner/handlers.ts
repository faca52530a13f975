import type { Handlers } from '../context.ts';
import { listScans } from './list-scans.ts';
import { putScanAway } from './put-away.ts';
import { readScan } from './read-scan.ts';
import { getScanFolder, setScanFolder } from './set-folder.ts';

/** Calls about the scanner's folder. */
export const scannerHandlers = {
  'scanner.get': getScanFolder,
  'scanner.setFolder': setScanFolder,
  'scanner.list': listScans,
  'scanner.read': readScan,
  'scanner.putAway': putScanAway,
} satisfies Partial<Handlers>;
