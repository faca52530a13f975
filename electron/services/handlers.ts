import { agentHandlers } from './agent/handlers.ts';
import type { Handlers } from './context.ts';
import { deadlineHandlers } from './deadline/handlers.ts';
import { dossierHandlers } from './dossier/handlers.ts';
import { draftHandlers } from './draft/handlers.ts';
import { employerHandlers } from './employer/handlers.ts';
import { fileHandlers } from './file/handlers.ts';
import { importHandlers } from './import/handlers.ts';
import { keepHandlers } from './keep/handlers.ts';
import { keysHandlers } from './keys/handlers.ts';
import { lawHandlers } from './law/handlers.ts';
import { officeHandlers } from './office/handlers.ts';
import { partnerHandlers } from './partner/handlers.ts';
import { quarantineHandlers } from './quarantine/handlers.ts';
import { recoveryHandlers } from './recovery/handlers.ts';
import { requestHandlers } from './request/handlers.ts';
import { scannerHandlers } from './scanner/handlers.ts';
import { serverHandlers } from './server/handlers.ts';
import { sessionHandlers } from './session/handlers.ts';
import { syncHandlers } from './sync/handlers.ts';
import { todayHandlers } from './today/handlers.ts';
import { transferHandlers } from './transfer/handlers.ts';
import { undoHandlers } from './undo/handlers.ts';
import { workHandlers } from './work/handlers.ts';
import { workplaceHandlers } from './workplace/handlers.ts';

/** Who carries out which call. A call of the contract without a handler does not compile. */
export const handlers: Handlers = {
  ...sessionHandlers,
  ...officeHandlers,
  ...dossierHandlers,
  ...deadlineHandlers,
  ...lawHandlers,
  ...requestHandlers,
  ...partnerHandlers,
  ...syncHandlers,
  ...transferHandlers,
  ...quarantineHandlers,
  ...recoveryHandlers,
  ...serverHandlers,
  ...agentHandlers,
  ...employerHandlers,
  ...fileHandlers,
  ...importHandlers,
  ...scannerHandlers,
  ...draftHandlers,
  ...keepHandlers,
  ...keysHandlers,
  ...todayHandlers,
  ...undoHandlers,
  ...workHandlers,
  ...workplaceHandlers,
};
