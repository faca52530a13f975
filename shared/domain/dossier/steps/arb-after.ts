import { rules } from './basis.ts';
import type { StepDef } from './step.ts';

const side = 'arb';

/** What follows on a closed case before it is archived (调解仲裁法47至51). */
export const arbAfter: readonly StepDef[] = [
  {
    ...{ code: 'arb.revocation-told', side, name: { zh: '书面通知撤销案件', en: 'Parties told of the revocation' } },
    ...{ basis: rules('32'), confidence: 'read', from: ['CLOSED'], closedBy: ['arb.revoked'], once: true },
    paper: { name: { zh: '撤销案件的书面通知', en: 'Written notice of the revocation' }, required: true },
    clocks: [{ rule: 'ARB.REVOKE_NOTICE', type: 'STOP' }],
  },
];
