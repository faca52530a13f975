import type { ProofFault, ProofRemark } from '#shared/protocol/proof/proof-verdict.ts';
import enDossier from '../../renderer/i18n/en/dossier.json' with { type: 'json' };
import enProof from '../../renderer/i18n/en/proof.json' with { type: 'json' };
import zhDossier from '../../renderer/i18n/zh-cn/dossier.json' with { type: 'json' };
import zhProof from '../../renderer/i18n/zh-cn/proof.json' with { type: 'json' };

/** The languages the checker speaks. */
export type Language = 'zh' | 'en';

const zh = {
  title: '协办证明文件核对',
  ok: '结论：通过。文件完整，各条签名、次序和对方签收的根值全部相符。',
  notOk: '结论：不通过，共 {{n}} 处不符。',
  noProof: '这不是可以核对的证明文件。',
  about: '文件',
  request: '请求',
  maker: '出具机构',
  hash: '校验值',
  digest: '办理状态摘要',
  offices: '机构（请与该机构公布的指纹逐位核对）',
  fingerprint: '指纹',
  keyHash: '根密钥散列',
  r: '委托方',
  e: '受托方',
  entries: '{{n}} 条，末条 {{head}}',
  lines: '各条（日期为书写方所称）',
  line: '第 {{n}} 条 {{kind}} {{on}}',
  signed: '第 {{number}} 号签收凭据，往来第 {{position}} 位，{{heard}} 收到（出具方所称）',
  seen: '对方第 {{seq}} 条（{{on}}）写明已看到',
  unsigned: '没有对方的凭据',
  stored: '对方称 {{on}} 收存',
  text: { none: '', 'left-out': '正文未附', fits: '正文相符', differs: '正文不符' },
  receipts: '签收凭据',
  receipt: '{{office}} 第 {{number}} 号，至第 {{upTo}} 位，根值 {{root}}，{{heard}} 收到（出具方所称）',
  faults: '不符之处',
  remarks: '说明',
  kinds: zhDossier.history.entry,
  page: {
    what: '选择一个证明文件（.xieban-proof）。核对在本页内完成，不联网，文件不会离开这台电脑。',
    choose: '证明文件',
    checking: '正在核对……',
    unable: '这个浏览器不能核对 Ed25519 签名。请用较新的浏览器打开本页，或者使用命令行核对程序。',
    print: '打印',
    other: 'English',
  },
  written: '已写好核对页：{{file}}',
  limits: '核对程序无法证明密钥属于谁：请以电话或公函向两机构核实上面的指纹。',
};

const en: typeof zh = {
  title: 'Xieban proof check',
  ok: 'Verdict: passed. The file is whole; every signature, the order and the roots the partner signed are sound.',
  notOk: 'Verdict: not passed, {{n}} wrong.',
  noProof: 'This is no proof file that can be checked.',
  about: 'File',
  request: 'Request',
  maker: 'Made by',
  hash: 'Check value',
  digest: 'Digest of the state',
  offices: 'Offices (compare each fingerprint with what the office itself states)',
  fingerprint: 'fingerprint',
  keyHash: 'hash of the root key',
  r: 'Requester',
  e: 'Executor',
  entries: '{{n}} entries, last {{head}}',
  lines: 'Entries (dates as their authors claim)',
  line: 'no. {{n}} {{kind}} {{on}}',
  signed: 'receipt {{number}}, place {{position}} of the stream, came in {{heard}} (as the maker claims)',
  seen: 'seen, says entry {{seq}} of the other side ({{on}})',
  unsigned: 'nothing of the other office covers it',
  stored: 'stored there on {{on}}, as it says',
  text: { none: '', 'left-out': 'text left out', fits: 'text fits', differs: 'text differs' },
  receipts: 'Receipts',
  receipt: '{{office}} no. {{number}}, up to place {{upTo}}, root {{root}}, came in {{heard}} (as the maker claims)',
  faults: 'What is wrong',
  remarks: 'Remarks',
  kinds: enDossier.history.entry,
  page: {
    what: 'Choose a proof file (.xieban-proof). It is checked inside this page, without network; it never leaves this computer.',
    choose: 'Proof file',
    checking: 'Checking ...',
    unable: 'This browser cannot check Ed25519 signatures. Open the page in a newer one, or use the command.',
    print: 'Print',
    other: '中文',
  },
  written: 'The checking page was written: {{file}}',
  limits: 'No program can tell whose a key is: ask both offices for the fingerprints above by telephone or letter.',
};

/** The checker's texts in one language. */
export type Words = typeof zh;

/** The texts of a language. */
export function wordsOf(language: Language): Words {
  return language === 'zh' ? zh : en;
}

/** Puts values into the places of a text. */
export function put(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_, key: string) => String(values[key] ?? ''));
}

/** A fault or a remark as a sentence: where, and what; in the very words of the product. */
export function sentence(found: ProofFault | ProofRemark, language: Language): string {
  const texts = language === 'zh' ? zhProof : enProof;
  const said: Readonly<Record<string, string>> = { ...texts.fault, ...texts.remark };
  const { part, n } = found.place;
  return `${put(texts.part[part], { n })}${language === 'zh' ? '：' : ': '}${said[found.code] ?? found.code}`;
}
