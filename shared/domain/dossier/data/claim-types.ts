import type { ClaimType } from '../claim.ts';

const claim = (code: string, zh: string, en: string, money = true): ClaimType => ({
  code,
  side: 'arb',
  name: { zh, en },
  money,
});
const matter = (code: string, zh: string, en: string, money = false): ClaimType => ({
  code,
  side: 'lsi',
  name: { zh, en },
  money,
});

/** Common claims of arbitration (仲裁请求), editable defaults, and the nine matters of inspection (条例11). */
export const claimTypes: readonly ClaimType[] = [
  claim('wage', '工资', 'Wages'),
  claim('overtime', '加班工资', 'Overtime pay'),
  claim('minimum-wage', '最低工资差额', 'Difference to the minimum wage'),
  claim('no-contract', '未签劳动合同二倍工资差额', 'Double wages for want of a written contract'),
  claim('severance', '经济补偿', 'Severance pay'),
  claim('unlawful-dismissal', '违法解除赔偿金', 'Damages for unlawful dismissal'),
  claim('notice-pay', '代通知金', 'Pay in lieu of notice'),
  claim('annual-leave', '未休年休假工资', 'Pay for leave not taken'),
  claim('injury-medical', '工伤医疗费', 'Medical cost of a work injury'),
  claim('injury-disability', '一次性伤残补助金', 'One-off disability benefit'),
  claim('injury-medical-grant', '一次性工伤医疗补助金', 'One-off medical grant'),
  claim('injury-job-grant', '一次性伤残就业补助金', 'One-off employment grant'),
  claim('injury-leave', '停工留薪期工资', 'Wages during the injury leave'),
  claim('injury-care', '护理费', 'Care cost'),
  claim('maternity', '生育待遇', 'Maternity benefits'),
  claim('heat', '高温津贴', 'Heat allowance'),
  claim('bonus', '提成、奖金', 'Commission and bonus'),
  claim('non-compete-pay', '竞业限制补偿', 'Non-compete compensation'),
  claim('non-compete-penalty', '竞业限制违约金', 'Non-compete penalty'),
  claim('training-penalty', '培训服务期违约金', 'Penalty for leaving after training'),
  claim('damages', '赔偿损失', 'Damages claimed by the employer'),
  claim('return-papers', '返还证件、押金', 'Return of papers or deposits'),
  claim('leaving-certificate', '出具离职证明', 'Certificate of leaving', false),
  claim('relationship', '确认劳动关系', 'Confirmation of employment', false),
  claim('insurance-loss', '社会保险损失', 'Loss of social insurance'),
  claim('file-transfer', '档案转移', 'Transfer of the personnel file', false),
  claim('other-claim', '其他请求', 'Other claim'),
  matter('m1', '规章制度', 'Internal rules'),
  matter('m2', '劳动合同', 'Labour contracts'),
  matter('m3', '禁止使用童工', 'Child labour'),
  matter('m4', '女职工、未成年工特殊保护', 'Protection of women and minors'),
  matter('m5', '工作时间和休息休假', 'Working time, rest and leave'),
  matter('m6', '支付工资和最低工资', 'Wages and minimum wage', true),
  matter('m7', '参加社会保险和缴费', 'Social insurance', true),
  matter('m8', '职业介绍、培训、鉴定机构', 'Job agencies, training and certification'),
  matter('m9', '法律、法规规定的其他事项', 'Other matters by law'),
];
