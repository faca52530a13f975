import type { LocalDate } from '#shared/base/local-date.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { PartyRole } from './party.ts';

/** By what an agent acts: 委托代理人 by a mandate (授权委托书), 法定代理人 by law. */
export const mandateKinds = ['mandated', 'legal'] as const;

/** One of `mandateKinds`. */
export type MandateKind = (typeof mandateKinds)[number];

/** How far a mandate goes: 一般授权 or 特别授权; who acts by law needs none. */
export const authorities = ['general', 'special'] as const;

/** One of `authorities`. */
export type Authority = (typeof authorities)[number];

/** The kinds and authorities as an office writes them. */
export const mandateNames: Readonly<Record<MandateKind | Authority, { readonly zh: string; readonly en: string }>> = {
  mandated: { zh: '委托代理人', en: 'Agent by mandate' },
  legal: { zh: '法定代理人', en: 'Agent by law' },
  general: { zh: '一般授权', en: 'General authority' },
  special: { zh: '特别授权', en: 'Special authority' },
};

/** For whom and by what an agent acts. Empty text means not known. */
export type Mandate = {
  readonly kind: MandateKind | '';
  readonly authority: Authority | '';
  /** What the agent is: a lawyer, a relative, a union's officer, as the paper says it. */
  readonly standing: string;
  /** What the mandate covers, as the paper says it. */
  readonly scope: string;
  /** The day on the mandate (授权委托书). */
  readonly paperOn: LocalDate | null;
  /** Ids of the parties acted for, one after the other with commas. */
  readonly principals: string;
};

/** Longest texts of a mandate, in characters. */
export const mandateTexts = { standing: { max: 100 }, scope: { max: 1000, multiline: true } } as const;

/** Nothing is known yet. */
export const noMandate: Mandate = { kind: '', authority: '', standing: '', scope: '', paperOn: null, principals: '' };

/** The ids of the parties acted for. */
export function principalsOf({ principals }: Pick<Mandate, 'principals'>): readonly string[] {
  return principals.split(',').filter((id) => id !== '');
}

/**
 * Who may be acted for: not another agent or a witness, and no reporter (举报人), whose name stands on no paper
 * (监察条例9).
 */
export function mayBePrincipal(role: PartyRole): boolean {
  return !['agent', 'witness', 'reporter'].includes(role);
}

/** Why a mandate cannot be kept, and the field it is about. */
export type MandateRefusal = {
  readonly code: 'agent.no-kind' | 'agent.no-authority' | 'agent.no-principal' | 'agent.paper-in-future';
  readonly field: keyof Mandate;
};

/** A mandate that says by what, how far and for whom; an authority means nothing for who acts by law. */
export function readMandate(typed: Mandate, today: LocalDate): Result<Mandate, MandateRefusal> {
  if (typed.kind === '') return err({ code: 'agent.no-kind', field: 'kind' });
  if (typed.kind === 'mandated' && typed.authority === '')
    return err({ code: 'agent.no-authority', field: 'authority' });
  if (principalsOf(typed).length === 0) return err({ code: 'agent.no-principal', field: 'principals' });
  if (typed.paperOn !== null && typed.paperOn > today) return err({ code: 'agent.paper-in-future', field: 'paperOn' });
  return ok(typed.kind === 'legal' ? { ...typed, authority: '' } : typed);
}

/** What a person should look at: no paper is named, one agent acts for both sides, or a party has more agents than it may. */
export const mandateDoubtCodes = ['no-paper', 'both-sides', 'too-many'] as const;

/** One of `mandateDoubtCodes`. */
export type MandateDoubt = (typeof mandateDoubtCodes)[number];

/** How many agents by mandate one party may have where the law of the province says so: Zhejiang one or two (浙江条例19). */
export function mostAgents(region: string): number {
  return region.startsWith('33') ? 2 : Number.POSITIVE_INFINITY;
}

const asking: ReadonlySet<PartyRole> = new Set(['applicant', 'complainant', 'worker']);
const asked: ReadonlySet<PartyRole> = new Set(['respondent', 'employer']);

/** Doubts about a mandate; `roles` are those of the parties acted for, `crowded` that one of them has more than `mostAgents`. */
export function mandateDoubts(mandate: Mandate, roles: readonly PartyRole[], crowded = false): readonly MandateDoubt[] {
  const both = roles.some((role) => asking.has(role)) && roles.some((role) => asked.has(role));
  return [
    ...(mandate.kind === 'mandated' && mandate.paperOn === null ? (['no-paper'] as const) : []),
    ...(both ? (['both-sides'] as const) : []),
    ...(crowded && mandate.kind === 'mandated' ? (['too-many'] as const) : []),
  ];
}
