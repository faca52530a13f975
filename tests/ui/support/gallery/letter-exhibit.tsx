import { CommissionSheet } from '#renderer/ui/print/commission-sheet.tsx';
import { CourseSheet } from '#renderer/ui/print/course-sheet.tsx';
import { IntroductionSheet } from '#renderer/ui/print/introduction-sheet.tsx';
import { PrintPreview } from '#renderer/ui/print/paper.tsx';
import { ReplySheet } from '#renderer/ui/print/reply-sheet.tsx';
import type { SheetCommission, SheetHead } from '#renderer/ui/print/sheet-types.ts';

const head: SheetHead = {
  from: {
    name: '青浦区劳动人事争议仲裁院',
    regionName: '上海市',
    address: '青浦区某某路 100 号',
    postcode: '201700',
    phone: '021-0000 0000',
    uscc: '',
  },
  to: { name: '嘉善县劳动人事争议仲裁院', regionName: '浙江省嘉兴市' },
  number: '青劳人仲函〔2026〕27号',
  signedBy: '院负责人',
  signedOn: '2026-03-12',
};

const handlers = [
  { name: '陆某某', cardNo: '沪仲 0012', phone: '021-0000 0001' },
  { name: '沈某某', cardNo: '沪仲 0034', phone: '021-0000 0002' },
];

const letter: SheetCommission = {
  kind: 'ARB_INVESTIGATE',
  urgency: 'urgent',
  secrecy: 'none',
  matter: {
    caseNo: '青劳人仲(2026)办字第64号',
    cause: '追索劳动报酬',
    acceptedOn: '2026-03-02',
    limitDue: '2026-04-16',
    parties: [
      { role: '申请人', name: '周某某' },
      { role: '被申请人', name: '某某物流（上海）有限公司' },
    ],
  },
  items: [
    {
      id: 'a',
      kind: 'documents',
      object: {
        type: 'unit',
        name: '某某物流嘉善仓库',
        idNo: '',
        uscc: '91330421MA000000XX',
        phone: '',
        address: '嘉善县某某镇',
        relation: '被申请人的用工地',
      },
      questions: '一、2025 年 10 月至 12 月工资台账；\n二、同期考勤记录。',
      proves: '申请人的工资标准和出勤。',
      form: 'stamped-copy',
    },
    {
      id: 'b',
      kind: 'inquiry',
      object: {
        type: 'person',
        name: '仓库班组长等二人',
        idNo: '',
        uscc: '',
        phone: '',
        address: '',
        relation: '同事',
      },
      questions: '申请人的上班时间、加班安排和离职经过。',
      proves: '',
      form: 'recording',
    },
  ],
  legalBasis: ['《劳动人事争议仲裁办案规则》第十六条', '《民事诉讼法》第一百三十四条（参照）'],
  askedDate: '2026-04-03',
  returnBy: 'both',
  toAddress: '苏州市吴江区某路 8 号',
  department: '立案调解庭',
  handlers,
  special: '',
  mayAddInquiries: true,
  recordingWanted: true,
  files: [
    { name: '调查提纲', pages: 2 },
    { name: '劳动合同复印件', pages: 6 },
  ],
  inspection: null,
};

/** Every paper the product prints. */
export function LetterExhibit() {
  return (
    <PrintPreview onPrint={() => Promise.resolve(true)} onBack={() => {}}>
      <CommissionSheet head={head} letter={letter} />
      <ReplySheet
        head={{ ...head, number: '善劳人仲函〔2026〕9号', signedOn: '2026-04-02' }}
        kind="ARB_INVESTIGATE"
        answers={{ number: head.number, receivedOn: '2026-03-13' }}
        items={letter.items}
        reply={{
          items: [
            {
              item: 'a',
              outcome: 'done',
              text: '已调取，见证据。',
              attempts: [],
              evidence: [{ name: '工资台账', original: false, pages: 12 }],
            },
            {
              item: 'b',
              outcome: 'partly',
              text: '已询问一人，另一人已离职。',
              attempts: [
                { on: '2026-03-20', text: '到仓库询问，未遇' },
                { on: '2026-03-24', text: '电话联系，未接听' },
              ],
              evidence: [],
            },
          ],
          course: '3 月 17 日接受委托，由张某、李某办理。',
          needsMore: '',
          department: '调查科',
          handlers,
          files: [],
        }}
      />
      <IntroductionSheet
        head={head}
        addressee="某某物流嘉善仓库"
        persons={handlers}
        purpose="青劳人仲(2026)办字第64号案件调查取证"
        days={15}
        on="2026-03-17"
      />
      <CourseSheet
        title="协助请求办理经过"
        facts={[
          ['文号', '青劳人仲函〔2026〕27号'],
          ['委托方', '青浦区劳动人事争议仲裁院'],
          ['受托方', '嘉善县劳动人事争议仲裁院'],
        ]}
        lines={[
          { id: '1', on: '2026-03-12 09:30', office: '青浦', what: '发出委托函', who: '沈某某', proof: '对方已签收' },
          {
            id: '2',
            on: '2026-03-16 09:02',
            office: '嘉善',
            what: '收文登记 第 46 号',
            who: '王某',
            proof: '本机保存',
          },
        ]}
        digest="8f2c 11aa 0b7d 90e3"
        printed="2026-03-17 14:32 沈书记员 打印"
      />
    </PrintPreview>
  );
}
