import { strToU8, Zip, ZipDeflate } from 'fflate';
import { residentIdCheckDigit } from '#shared/domain/party/identity-number.ts';

const titles = [
  ...['案号', '收件日期', '受理日期', '案由', '申请人', '身份证号', '联系电话', '被申请人', '法定代表人', '单位地址'],
  ...['仲裁请求', '请求金额', '摘要', '中止日期', '中止事由', '中止审批人', '中止文号', '恢复日期'],
];

const surnames = [...'王李张刘陈杨黄赵周吴徐孙马朱胡'];
const claims = ['工资', '加班工资', '经济补偿', '未休年休假工资'];
const pad = (value: number, width: number): string => String(value).padStart(width, '0');

function idOf(index: number): string {
  const first17 = `310118${1960 + (index % 40)}${pad(1 + (index % 12), 2)}${pad(1 + (index % 28), 2)}${pad(index % 1000, 3)}`;
  return first17 + residentIdCheckDigit(first17);
}

/** A made-up line of an office's stock: one file, every tenth of them suspended and resumed. */
function lineOf(index: number): readonly (string | number)[] {
  const month = 1 + (index % 9);
  const day = 1 + (index % 20);
  const received = `2025-${pad(month, 2)}-${pad(day, 2)}`;
  const accepted = `2025/${month}/${day + 4}`;
  const suspended =
    index % 10 === 0 ? [`2025/${month + 1}/2`, '工伤认定', '主任', `中止${index}号`, `2025/${month + 1}/20`] : [];
  return [
    ...[`青劳人仲(2025)办字第${index + 1}号`, received, accepted, '追索劳动报酬纠纷'],
    ...[`${surnames[index % surnames.length]}样${index}`, idOf(index), `138${pad(index, 8)}`],
    ...[
      `样例第${index % 4999}物流(上海)有限公司`,
      '陆某某',
      `青浦区样例路${index % 900}号`,
      claims[index % claims.length] ?? '',
    ],
    ...[1000 + (index % 90_000) + 0.5, `申请人自称${received}起未足额领取工资，要求补发。`, ...suspended],
  ];
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const cell = (value: string | number): string =>
  typeof value === 'number' ? `<c><v>${value}</v></c>` : `<c t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
const row = (values: readonly (string | number)[]): string => `<row>${values.map(cell).join('')}</row>`;

const linesAtOnce = 500;

/** A workbook of `count` made-up lines under their titles. */
export function manyLines(count: number): Uint8Array {
  const pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece);
  });
  const part = (name: string, texts: Iterable<string>): void => {
    const file = new ZipDeflate(name, { level: 6 });
    zip.add(file);
    for (const text of texts) file.push(strToU8(text));
    file.push(new Uint8Array(), true);
  };
  part('xl/workbook.xml', ['<workbook><sheets><sheet name="台账" sheetId="1" r:id="rId1"/></sheets></workbook>']);
  part('xl/_rels/workbook.xml.rels', [
    '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
  ]);
  part('xl/worksheets/sheet1.xml', sheetOf(count));
  zip.end();
  return Buffer.concat(pieces);
}

function* sheetOf(count: number): Generator<string> {
  yield `<worksheet><sheetData>${row(titles)}`;
  for (let start = 0; start < count; start += linesAtOnce) {
    const size = Math.min(linesAtOnce, count - start);
    yield Array.from({ length: size }, (_, at) => row(lineOf(start + at))).join('');
  }
  yield '</sheetData></worksheet>';
}
