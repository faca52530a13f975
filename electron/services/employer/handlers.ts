import type { Handlers } from '../context.ts';
import { getEmployer, listEmployerFiles, listEmployerRequests } from './get-employer.ts';
import { listEmployers } from './list-employers.ts';
import { mergeEmployers, partEmployers, previewMerge } from './merge-employers.ts';
import { rejoinParty, splitParty } from './split-party.ts';

/** Calls about employers across files. */
export const employerHandlers = {
  'employer.list': listEmployers,
  'employer.get': getEmployer,
  'employer.files': listEmployerFiles,
  'employer.requests': listEmployerRequests,
  'employer.previewMerge': previewMerge,
  'employer.merge': mergeEmployers,
  'employer.part': partEmployers,
  'employer.split': splitParty,
  'employer.rejoin': rejoinParty,
} satisfies Partial<Handlers>;
