/** Who decided a closing and on which paper, made up. */
export const approval = { decidedBy: '院负责人', paper: '结案审批表第 1 号' } as const;

/** The same of an inspection that is filed (立案). */
export const filing = { approvedBy: '局负责人', paper: '立案审批表第 1 号' } as const;
