import type { Cause } from '../cause.ts';

const court = (code: string, zh: string, en: string, group: Cause['group']): Cause => ({
  code,
  name: { zh, en },
  group,
});

/** Subjects (案由) aligned with the causes of action of the courts (民事案件案由规定), editable defaults to be checked. */
export const causes: readonly Cause[] = [
  court('relationship', '确认劳动关系纠纷', 'Existence of employment', 'contract'),
  court('collective', '集体合同纠纷', 'Collective contract', 'contract'),
  court('dispatch', '劳务派遣合同纠纷', 'Labour dispatch', 'contract'),
  court('part-time', '非全日制用工纠纷', 'Part-time work', 'contract'),
  court('pay', '追索劳动报酬纠纷', 'Claim for pay', 'contract'),
  court('severance', '经济补偿金纠纷', 'Severance pay', 'contract'),
  court('non-compete', '竞业限制纠纷', 'Non-compete', 'contract'),
  court('contract', '劳动合同纠纷', 'Labour contract', 'contract'),
  court('pension', '养老保险待遇纠纷', 'Old-age insurance', 'insurance'),
  court('injury', '工伤保险待遇纠纷', 'Work-injury insurance', 'insurance'),
  court('medical', '医疗保险待遇纠纷', 'Medical insurance', 'insurance'),
  court('maternity', '生育保险待遇纠纷', 'Maternity insurance', 'insurance'),
  court('unemployment', '失业保险待遇纠纷', 'Unemployment insurance', 'insurance'),
  court('welfare', '福利待遇纠纷', 'Welfare benefits', 'welfare'),
  court('resignation', '辞职争议', 'Resignation (public institution)', 'personnel'),
  court('dismissal', '辞退争议', 'Dismissal (public institution)', 'personnel'),
  court('appointment', '聘用合同争议', 'Appointment contract', 'personnel'),
];
