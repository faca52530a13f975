import { readDocx } from '#shared/reading/docx.ts';
import { readOfd } from '#shared/reading/ofd.ts';
import { pictureSize } from '#shared/reading/picture-size.ts';
import { readCsv, readPlain } from '#shared/reading/plain.ts';
import { openPackage } from '#shared/reading/zip.ts';
import { decode, docx, ofd, paragraph, pngHead } from '#tests/unit/reading/made-up-documents.ts';
import { bytesOf, type Form } from './form.ts';

const body = `${paragraph('仲裁申请书', 'Heading1')}<w:tbl><w:tr><w:tc>${paragraph('姓名')}</w:tc></w:tr></w:tbl>`;

/** Reads bytes as each kind of document that is taken apart here. */
function readAll(bytes: Uint8Array): readonly string[] {
  readDocx(bytes);
  readOfd(bytes);
  openPackage(bytes);
  readPlain(bytes, decode);
  readCsv(bytes, decode);
  pictureSize(bytes);
  return [];
}

const files: Form = {
  name: 'document',
  weight: 1,
  signed: false,
  samples: [
    docx(body, { 'word/styles.xml': '<w:styles/>' }),
    ofd([
      [
        [20, '第一页'],
        [30, '工资台账'],
      ],
      [[20, '第二页']],
    ]),
    pngHead(800, 600),
    bytesOf('收件号,申请人\n"试 1","周某某"\n'),
  ],
  take: readAll,
};

/** The text of a part, spoilt and then packed as it should be. */
const parts: Form = {
  name: 'part of a document',
  weight: 1,
  signed: false,
  samples: [bytesOf(body), bytesOf('<a b="c"><![CDATA[x]]>&amp;&#20013;<!-- y --></a>')],
  take: (bytes) => {
    const text = Buffer.from(bytes).toString('utf8');
    readAll(docx(text));
    return readAll(ofd([[[20, text]]]));
  },
};

/** Documents people attach, which are taken apart to be shown and found. They are signed by nobody: nothing may break. */
export const fileForms: readonly Form[] = [files, parts];
