import type { Bilingual } from '../deadline/rule.ts';

/** How the cells of a field are read. */
export type FieldKind = 'text' | 'date' | 'identity' | 'phone' | 'amount' | 'days';

/** What a column of a table of files may hold. */
export type ImportField = {
  readonly code: string;
  readonly kind: FieldKind;
  readonly name: Bilingual;
  /** Titles offices give such a column, without blanks and brackets; the first one that fits is proposed. */
  readonly titles: readonly string[];
  /** Everything of one file says the same here, however many lines it takes. */
  readonly ofFile: boolean;
};

type Row = readonly [code: string, kind: FieldKind, zh: string, en: string, titles: string];

const ofFile: readonly Row[] = [
  ['caseNo', 'text', '案号', 'Case number', '案号 立案号 受理号 案件编号 仲裁案号 立案编号 案件号'],
  ['windowNo', 'text', '收件号', 'Window number', '收件号 收案号 收件编号 登记号 登记编号 窗口号'],
  ['side', 'text', '类别', 'Side', '类别 案件类别 办案类别 仲裁或监察'],
  ['cause', 'text', '案由', 'Subject', '案由 案件类型 争议类型 案件性质'],
  ['channel', 'text', '来源', 'Channel', '来源 线索来源 案件来源 收件方式 收件渠道'],
  [
    'receivedOn',
    'date',
    '收件日期',
    'Received on',
    '收件日期 收案日期 申请日期 登记日期 投诉日期 收到日期 收件时间 收案时间',
  ],
  ['acceptedOn', 'date', '受理（立案）日期', 'Accepted on', '受理日期 立案日期 受理时间 立案时间'],
  ['closedOn', 'date', '结案日期', 'Closed on', '结案日期 结案时间 审结日期 办结日期'],
  ['handler', 'text', '承办人', 'In charge', '承办人 仲裁员 办案人 经办人 主办人 承办监察员 主办监察员 首席仲裁员'],
  ['summary', 'text', '摘要', 'Summary', '摘要 案情 基本案情 案情摘要 申诉内容 备注 投诉内容'],
];

const ofRow: readonly Row[] = [
  [
    'applicant',
    'text',
    '申请人（投诉人）',
    'Applicant',
    '申请人 申请人姓名 投诉人 投诉人姓名 申诉人 劳动者 劳动者姓名 姓名',
  ],
  [
    'applicantId',
    'identity',
    '申请人证件号码',
    "Applicant's identity number",
    '申请人身份证号 申请人身份证号码 申请人证件号码 投诉人身份证号 身份证号 身份证号码 身份证 公民身份号码 证件号码',
  ],
  [
    'applicantPhone',
    'phone',
    '申请人电话',
    "Applicant's telephone",
    '申请人电话 申请人联系电话 投诉人电话 联系电话 电话 手机 手机号 手机号码',
  ],
  ['applicantAddress', 'text', '申请人住址', "Applicant's address", '申请人住址 申请人地址 住址 联系地址 家庭住址'],
  [
    'respondent',
    'text',
    '被申请人（用人单位）',
    'Respondent',
    '被申请人 被申请人名称 被投诉人 被投诉单位 被申诉人 用人单位 用人单位名称 单位名称 单位 企业名称',
  ],
  [
    'respondentCode',
    'identity',
    '统一社会信用代码',
    'Credit code',
    '统一社会信用代码 社会信用代码 信用代码 单位代码 组织机构代码 被申请人统一社会信用代码',
  ],
  [
    'respondentHead',
    'text',
    '法定代表人',
    'Legal representative',
    '法定代表人 法人代表 法人 负责人 法定代表人或负责人',
  ],
  [
    'respondentPhone',
    'phone',
    '单位电话',
    "Respondent's telephone",
    '单位电话 被申请人电话 被申请人联系电话 单位联系电话',
  ],
  [
    'respondentAddress',
    'text',
    '单位地址',
    "Respondent's address",
    '单位地址 被申请人地址 被申请人住所 单位住所 住所地 注册地址',
  ],
  ['third', 'text', '第三人', 'Third person', '第三人 第三人名称'],
  ['agent', 'text', '代理人', 'Agent', '代理人 委托代理人 申请人代理人'],
  ['partyName', 'text', '当事人', 'Party', '当事人 当事人姓名 当事人名称'],
  ['partyRole', 'text', '当事人地位', 'Part of the party', '当事人地位 诉讼地位 当事人类型 当事人身份 仲裁地位'],
  [
    'partyNo',
    'identity',
    '当事人证件号码或信用代码',
    'Number of the party',
    '当事人证件号码 当事人证件号 当事人身份证号',
  ],
  [
    'claim',
    'text',
    '请求（监察事项）',
    'Claim or matter',
    '仲裁请求 请求事项 请求项目 请求 监察事项 投诉事项 请求类型',
  ],
  [
    'claimAmount',
    'amount',
    '请求金额（元）',
    'Amount claimed (yuan)',
    '请求金额 标的 标的额 标的金额 涉案金额 争议金额 金额',
  ],
  ['suspendedOn', 'date', '中止日期', 'Suspended on', '中止日期 中止时间 中止开始日期 中止起始日期 中止审理日期'],
  ['suspendGround', 'text', '中止事由', 'Ground of suspension', '中止事由 中止原因 中止理由'],
  ['suspendBy', 'text', '中止审批人', 'Suspension decided by', '中止审批人 中止批准人 中止决定人'],
  ['suspendPaper', 'text', '中止文号', 'Paper of suspension', '中止文号 中止通知书 中止通知书文号 中止决定书'],
  ['resumedOn', 'date', '恢复日期', 'Resumed on', '恢复日期 恢复时间 恢复审理日期 中止结束日期 中止截止日期'],
  ['extendedOn', 'date', '延期审批日期', 'Extended on', '延期日期 延期审批日期 延长日期 延期时间 延长审批日期'],
  ['extendDays', 'days', '延期天数', 'Days of extension', '延期天数 延长天数 延长期限'],
  ['extendBy', 'text', '延期审批人', 'Extension decided by', '延期审批人 延期批准人 延长审批人 延长批准人'],
  ['extendPaper', 'text', '延期文号', 'Paper of extension', '延期文号 延期通知书 延期审批文号 延长文号'],
  [
    'restartedOn',
    'date',
    '重新计算日期',
    'Counted anew from',
    '重新计算日期 期限重新计算日期 重新起算日期 审限重新计算日期',
  ],
  ['restartGround', 'text', '重新计算事由', 'Ground of counting anew', '重新计算事由 重新计算原因 重新起算事由'],
  ['restartBy', 'text', '重新计算决定人', 'Counting anew decided by', '重新计算决定人 重新计算审批人 重新计算批准人'],
  ['restartPaper', 'text', '重新计算文号', 'Paper of counting anew', '重新计算文号 重新计算通知书 重新计算文书'],
  [
    'excludedOn',
    'date',
    '不计入期间开始日期',
    'Left out from',
    '不计入期间开始日期 不计入开始日期 不计入期间开始 扣除开始日期 扣除期间开始日期 扣除起始日期 扣除审限开始日期',
  ],
  [
    'excludeGround',
    'text',
    '不计入事由',
    'Ground of leaving out',
    '不计入事由 不计入期间事由 不计入原因 扣除事由 扣除原因 扣除审限事由',
  ],
  ['excludeBy', 'text', '不计入决定人', 'Leaving out decided by', '不计入决定人 不计入审批人 扣除审批人 扣除批准人'],
  ['excludePaper', 'text', '不计入文号', 'Paper of leaving out', '不计入文号 扣除文号 扣除审限文号'],
  [
    'excludedUntil',
    'date',
    '不计入期间结束日期',
    'Left out until',
    '不计入期间结束日期 不计入结束日期 不计入期间结束 扣除结束日期 扣除期间结束日期 扣除截止日期 扣除审限结束日期',
  ],
];

const fieldsOf = (rows: readonly Row[], whole: boolean): readonly ImportField[] =>
  rows.map(([code, kind, zh, en, titles]) => ({
    code,
    kind,
    name: { zh, en },
    titles: titles.split(' '),
    ofFile: whole,
  }));

/** Every field a column may be taken for, those that say something of the whole file first. */
export const importFields: readonly ImportField[] = [...fieldsOf(ofFile, true), ...fieldsOf(ofRow, false)];

const byCode: ReadonlyMap<string, ImportField> = new Map(importFields.map((field) => [field.code, field]));

/** The field with this code. */
export function importField(code: string): ImportField | undefined {
  return byCode.get(code);
}
