import enAgent from './en/agent.json' with { type: 'json' };
import enApp from './en/app.json' with { type: 'json' };
import enClaim from './en/claim.json' with { type: 'json' };
import enClock from './en/clock.json' with { type: 'json' };
import enCollective from './en/collective.json' with { type: 'json' };
import enDeadline from './en/deadline.json' with { type: 'json' };
import enDossier from './en/dossier.json' with { type: 'json' };
import enEmployer from './en/employer.json' with { type: 'json' };
import enFailure from './en/failure.json' with { type: 'json' };
import enFile from './en/file.json' with { type: 'json' };
import enFork from './en/fork.json' with { type: 'json' };
import enImport from './en/import.json' with { type: 'json' };
import enIntake from './en/intake.json' with { type: 'json' };
import enJoining from './en/joining.json' with { type: 'json' };
import enKinds from './en/kinds.json' with { type: 'json' };
import enLaw from './en/law.json' with { type: 'json' };
import enMedium from './en/medium.json' with { type: 'json' };
import enMembers from './en/members.json' with { type: 'json' };
import enPack from './en/pack.json' with { type: 'json' };
import enPartner from './en/partner.json' with { type: 'json' };
import enPrint from './en/print.json' with { type: 'json' };
import enProof from './en/proof.json' with { type: 'json' };
import enRecovery from './en/recovery.json' with { type: 'json' };
import enRequest from './en/request.json' with { type: 'json' };
import enServer from './en/server.json' with { type: 'json' };
import enSession from './en/session.json' with { type: 'json' };
import enSettings from './en/settings.json' with { type: 'json' };
import enSync from './en/sync.json' with { type: 'json' };
import enToday from './en/today.json' with { type: 'json' };
import enTransfer from './en/transfer.json' with { type: 'json' };
import enUi from './en/ui.json' with { type: 'json' };
import enUndo from './en/undo.json' with { type: 'json' };
import enWorkplace from './en/workplace.json' with { type: 'json' };
import zhAgent from './zh-cn/agent.json' with { type: 'json' };
import zhApp from './zh-cn/app.json' with { type: 'json' };
import zhClaim from './zh-cn/claim.json' with { type: 'json' };
import zhClock from './zh-cn/clock.json' with { type: 'json' };
import zhCollective from './zh-cn/collective.json' with { type: 'json' };
import zhDeadline from './zh-cn/deadline.json' with { type: 'json' };
import zhDossier from './zh-cn/dossier.json' with { type: 'json' };
import zhEmployer from './zh-cn/employer.json' with { type: 'json' };
import zhFailure from './zh-cn/failure.json' with { type: 'json' };
import zhFile from './zh-cn/file.json' with { type: 'json' };
import zhFork from './zh-cn/fork.json' with { type: 'json' };
import zhImport from './zh-cn/import.json' with { type: 'json' };
import zhIntake from './zh-cn/intake.json' with { type: 'json' };
import zhJoining from './zh-cn/joining.json' with { type: 'json' };
import zhKinds from './zh-cn/kinds.json' with { type: 'json' };
import zhLaw from './zh-cn/law.json' with { type: 'json' };
import zhMedium from './zh-cn/medium.json' with { type: 'json' };
import zhMembers from './zh-cn/members.json' with { type: 'json' };
import zhPack from './zh-cn/pack.json' with { type: 'json' };
import zhPartner from './zh-cn/partner.json' with { type: 'json' };
import zhPrint from './zh-cn/print.json' with { type: 'json' };
import zhProof from './zh-cn/proof.json' with { type: 'json' };
import zhRecovery from './zh-cn/recovery.json' with { type: 'json' };
import zhRequest from './zh-cn/request.json' with { type: 'json' };
import zhServer from './zh-cn/server.json' with { type: 'json' };
import zhSession from './zh-cn/session.json' with { type: 'json' };
import zhSettings from './zh-cn/settings.json' with { type: 'json' };
import zhSync from './zh-cn/sync.json' with { type: 'json' };
import zhToday from './zh-cn/today.json' with { type: 'json' };
import zhTransfer from './zh-cn/transfer.json' with { type: 'json' };
import zhUi from './zh-cn/ui.json' with { type: 'json' };
import zhUndo from './zh-cn/undo.json' with { type: 'json' };
import zhWorkplace from './zh-cn/workplace.json' with { type: 'json' };

/** Every text of the interface, by language and namespace. Both languages hold the same keys; a test compares them. */
export const resources = {
  'zh-CN': {
    agent: zhAgent,
    app: zhApp,
    claim: zhClaim,
    clock: zhClock,
    collective: zhCollective,
    deadline: zhDeadline,
    dossier: zhDossier,
    employer: zhEmployer,
    failure: zhFailure,
    file: zhFile,
    fork: zhFork,
    import: zhImport,
    intake: zhIntake,
    joining: zhJoining,
    kinds: zhKinds,
    law: zhLaw,
    medium: zhMedium,
    members: zhMembers,
    pack: zhPack,
    partner: zhPartner,
    print: zhPrint,
    proof: zhProof,
    recovery: zhRecovery,
    request: zhRequest,
    server: zhServer,
    session: zhSession,
    settings: zhSettings,
    sync: zhSync,
    today: zhToday,
    transfer: zhTransfer,
    ui: zhUi,
    undo: zhUndo,
    workplace: zhWorkplace,
  },
  en: {
    agent: enAgent,
    app: enApp,
    claim: enClaim,
    clock: enClock,
    collective: enCollective,
    deadline: enDeadline,
    dossier: enDossier,
    employer: enEmployer,
    failure: enFailure,
    file: enFile,
    fork: enFork,
    import: enImport,
    intake: enIntake,
    joining: enJoining,
    kinds: enKinds,
    law: enLaw,
    medium: enMedium,
    members: enMembers,
    pack: enPack,
    partner: enPartner,
    print: enPrint,
    proof: enProof,
    recovery: enRecovery,
    request: enRequest,
    server: enServer,
    session: enSession,
    settings: enSettings,
    sync: enSync,
    today: enToday,
    transfer: enTransfer,
    ui: enUi,
    undo: enUndo,
    workplace: enWorkplace,
  },
} as const;

/** A language of the interface. */
export type Language = keyof typeof resources;

/** Reads a language tag: anything Chinese is zh-CN, anything English en, the rest undefined. */
export function readLanguage(tag: string | null | undefined): Language | undefined {
  const lower = (tag ?? '').toLowerCase();
  if (lower === 'zh' || lower.startsWith('zh-')) return 'zh-CN';
  return lower === 'en' || lower.startsWith('en-') ? 'en' : undefined;
}
