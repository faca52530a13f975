import type { Handlers } from '../context.ts';
import { acceptRequest } from './accept-request.ts';
import { answerExtension } from './answer-extension.ts';
import { assignRequest } from './assign-request.ts';
import { closeRequest } from './close-request.ts';
import { correctReply } from './correct-reply.ts';
import { exportProof } from './export-proof.ts';
import { extendRequest } from './extend-request.ts';
import { getRequest } from './get-request.ts';
import { listRequestPage } from './list-requests.ts';
import { markOpened } from './mark-opened.ts';
import { moveOriginals } from './move-originals.ts';
import { noteOnRequest } from './note-on-request.ts';
import { objectToReply } from './object-to-reply.ts';
import { prefillRequest } from './prefill-request.ts';
import { previewRequest } from './preview-request.ts';
import { proveRequest } from './prove-request.ts';
import { refuseRequest } from './refuse-request.ts';
import { registerRequest } from './register-request.ts';
import { reportProgress } from './report-progress.ts';
import { requestForks } from './request-forks.ts';
import { resumeRequest } from './resume-request.ts';
import { returnRequest } from './return-request.ts';
import { reviewPaper } from './review-paper.ts';
import { sealPaper } from './seal-paper.ts';
import { sendPaper } from './send-paper.ts';
import { signPaper } from './sign-paper.ts';
import { stopReport } from './stop-report.ts';
import { submitPaper } from './submit-paper.ts';
import { submitReply } from './submit-reply.ts';
import { supplementRequest } from './supplement-request.ts';
import { suspendRequest } from './suspend-request.ts';
import { urgeRequest } from './urge-request.ts';
import { withdrawRequest } from './withdraw-request.ts';

/** Calls about requests between offices and about their letters. */
export const requestHandlers = {
  'request.list': listRequestPage,
  'request.get': getRequest,
  'request.prefill': prefillRequest,
  'request.preview': previewRequest,
  'paper.submit': submitPaper,
  'paper.submitReply': submitReply,
  'paper.review': reviewPaper,
  'paper.sign': signPaper,
  'paper.seal': sealPaper,
  'paper.send': sendPaper,
  'request.supplement': supplementRequest,
  'request.withdraw': withdrawRequest,
  'request.answerExtension': answerExtension,
  'request.object': objectToReply,
  'request.close': closeRequest,
  'request.urge': urgeRequest,
  'request.register': registerRequest,
  'request.return': returnRequest,
  'request.accept': acceptRequest,
  'request.refuse': refuseRequest,
  'request.assign': assignRequest,
  'request.progress': reportProgress,
  'request.extend': extendRequest,
  'request.suspend': suspendRequest,
  'request.resume': resumeRequest,
  'request.correct': correctReply,
  'request.stopReport': stopReport,
  'request.originals': moveOriginals,
  'request.note': noteOnRequest,
  'request.opened': markOpened,
  'request.proof': proveRequest,
  'request.forks': requestForks,
  'request.exportProof': exportProof,
} satisfies Partial<Handlers>;
