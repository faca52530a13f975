import type { z } from 'zod';
import { agentCalls } from './agent.ts';
import { clockCorrectionCalls } from './clock-correction.ts';
import { collectiveCalls } from './collective.ts';
import { courierCalls } from './courier.ts';
import { deadlineCalls } from './deadline.ts';
import { dossierCalls } from './dossier.ts';
import { draftCalls } from './draft.ts';
import { employerCalls } from './employer.ts';
import { fileCalls } from './file.ts';
import { findCalls } from './find.ts';
import { forkCalls } from './fork.ts';
import { importCalls } from './import.ts';
import { intakeCalls } from './intake.ts';
import { joiningCalls } from './joining.ts';
import { keepCalls } from './keep.ts';
import { keysCalls } from './keys.ts';
import { lawCalls } from './law.ts';
import { officeCalls } from './office.ts';
import { openFileCalls } from './open-file.ts';
import { packCalls } from './pack.ts';
import { partnerCalls } from './partner.ts';
import { partyCalls } from './party.ts';
import { partyBlockCalls } from './party-block.ts';
import { proofCalls } from './proof.ts';
import { quarantineCalls } from './quarantine.ts';
import { recoveryCalls } from './recovery.ts';
import { registerCalls } from './register.ts';
import { requestCalls } from './request.ts';
import { savedFilterCalls } from './saved-filter.ts';
import { scannerCalls } from './scanner.ts';
import { serverCalls } from './server.ts';
import { sessionCalls } from './session.ts';
import { syncCalls } from './sync.ts';
import { todayCalls } from './today.ts';
import { transferCalls } from './transfer.ts';
import { undoCalls } from './undo.ts';
import { workCalls } from './work.ts';

/** Every call between screen and backend. There is no other way between them. */
export const contract = {
  ...sessionCalls,
  ...officeCalls,
  ...dossierCalls,
  ...joiningCalls,
  ...collectiveCalls,
  ...partyCalls,
  ...partyBlockCalls,
  ...intakeCalls,
  ...importCalls,
  ...deadlineCalls,
  ...clockCorrectionCalls,
  ...lawCalls,
  ...packCalls,
  ...registerCalls,
  ...requestCalls,
  ...proofCalls,
  ...forkCalls,
  ...partnerCalls,
  ...syncCalls,
  ...transferCalls,
  ...courierCalls,
  ...quarantineCalls,
  ...recoveryCalls,
  ...serverCalls,
  ...agentCalls,
  ...employerCalls,
  ...fileCalls,
  ...scannerCalls,
  ...draftCalls,
  ...keepCalls,
  ...keysCalls,
  ...todayCalls,
  ...undoCalls,
  ...savedFilterCalls,
  ...openFileCalls,
  ...findCalls,
  ...workCalls,
} as const;

/** The whole table. */
export type Contract = typeof contract;
/** Name of a call. */
export type CallName = keyof Contract;
/** What a caller may hand in (defaults may be left out). */
export type CallInput<N extends CallName> = z.input<Contract[N]['input']>;
/** What a handler receives (defaults filled in). */
export type HandlerInput<N extends CallName> = z.output<Contract[N]['input']>;
/** What a call answers. */
export type CallOutput<N extends CallName> = z.output<Contract[N]['output']>;

/** Whether `name` is a call; safe for anything a caller may send, `__proto__` included. */
export function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(contract, name);
}
