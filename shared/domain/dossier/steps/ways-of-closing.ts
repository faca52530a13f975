/** Ways of closing by an award (调解仲裁法46、47、50). */
export const byAward: readonly string[] = ['arb.award-final', 'arb.award-open', 'arb.award-both'];

/** Ways of closing that leave the parties a paper to be served: an award, or a mediation statement (调解仲裁法42). */
export const byResult: readonly string[] = [...byAward, 'arb.mediated', 'arb.agreement-confirmed'];
