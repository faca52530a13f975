import { describe, expect, it } from 'vitest';
import { textOf } from '#shared/reading/document.ts';
import { readDocx } from '#shared/reading/docx.ts';
import { readingKind } from '#shared/reading/kind.ts';
import { readOfd } from '#shared/reading/ofd.ts';
import { isDecodable, pictureSize } from '#shared/reading/picture-size.ts';
import { readCsv, readPlain } from '#shared/reading/plain.ts';
import { decode, docx, ofd, paragraph, pngHead } from './made-up-documents.ts';

describe('reading a Word document', () => {
  it('answers headings, paragraphs and tables as plain text, and what was deleted not at all', () => {
    const table = `<w:tbl><w:tr><w:tc>${paragraph('请求')}</w:tc><w:tc>${paragraph('8294.25')}</w:tc></w:tr></w:tbl>`;
    const gone = '<w:p><w:del><w:r><w:delText>已删</w:delText></w:r></w:del></w:p>';
    const bytes = docx(`${paragraph('仲裁申请书', 'Heading1')}${paragraph('张样 &amp; 李样')}${table}${gone}`, {
      'docProps/app.xml': '<Properties><Pages>3</Pages></Properties>',
    });
    const read = readDocx(bytes);
    expect(read).toEqual({
      ok: true,
      value: {
        blocks: [
          { kind: 'heading', text: '仲裁申请书' },
          { kind: 'paragraph', text: '张样 & 李样' },
          { kind: 'table', rows: [['请求', '8294.25']] },
        ],
        pages: 3,
        cut: false,
      },
    });
    expect(read.ok && textOf(read.value)).toBe('仲裁申请书\n张样&李样\n请求 8294.25');
  });

  it('leaves an external link a word and never expands what a document declares', () => {
    const link = `<w:hyperlink r:id="rId9">${'<w:r><w:t>点此</w:t></w:r>'}</w:hyperlink>`;
    const bytes = docx(
      `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY f SYSTEM "file:///etc/passwd">]><w:p>${link}<w:r><w:t>&a;&f;</w:t></w:r></w:p>`,
      {
        'word/_rels/document.xml.rels': '<Relationship Id="rId9" Target="http://192.0.2.1/x" TargetMode="External"/>',
      },
    );
    const read = readDocx(bytes);
    expect(read.ok && textOf(read.value)).toBe('点此&a;&f;');
  });

  it('keeps a nested table inside its cell and refuses nesting without end', () => {
    const inner = `<w:tbl><w:tr><w:tc>${paragraph('内')}</w:tc></w:tr></w:tbl>`;
    const read = readDocx(docx(`<w:tbl><w:tr><w:tc>${inner}${paragraph('外')}</w:tc></w:tr></w:tbl>`));
    expect(read.ok && read.value.blocks).toEqual([{ kind: 'table', rows: [['内\n外']] }]);
    expect(readDocx(docx('<w:tbl><w:tr><w:tc>'.repeat(50)))).toEqual({ ok: false, error: 'too-large' });
  });
});

describe('reading an OFD document', () => {
  it('answers its pages line by line', () => {
    const bytes = ofd([
      [
        [10, '裁决'],
        [10.4, '书'],
        [20, '第一段'],
      ],
      [[10, '第二页']],
    ]);
    const read = readOfd(bytes);
    expect(read.ok && read.value.pages).toBe(2);
    expect(read.ok && read.value.blocks).toEqual([
      { kind: 'page', number: 1 },
      { kind: 'line', text: '裁决书' },
      { kind: 'line', text: '第一段' },
      { kind: 'page', number: 2 },
      { kind: 'line', text: '第二页' },
    ]);
  });

  it('says of a Word document that it is none', () => {
    expect(readOfd(docx(paragraph('x')))).toEqual({ ok: false, error: 'damaged' });
  });
});

describe('reading plain text', () => {
  it('knows UTF-8, GB18030 and UTF-16 by their bytes', () => {
    const text = (bytes: readonly number[]): string => {
      const read = readPlain(Uint8Array.from(bytes), decode);
      return read.ok ? textOf(read.value) : '';
    };
    expect(text([0xef, 0xbb, 0xbf, 0xe4, 0xb8, 0xad])).toBe('中');
    expect(text([0xd6, 0xd0, 0xce, 0xc4])).toBe('中文');
    expect(text([0xff, 0xfe, 0x2d, 0x4e])).toBe('中');
    expect(text([0xfe, 0xff, 0x4e, 0x2d])).toBe('中');
  });

  it('reads a table with quotes and empty cells, up to so many rows', () => {
    const bytes = new TextEncoder().encode(',姓名,金额\n"张样","1,000.50",\n');
    const read = readCsv(bytes, decode);
    expect(read.ok && read.value.blocks).toEqual([
      {
        kind: 'table',
        rows: [
          ['', '姓名', '金额'],
          ['张样', '1,000.50', ''],
        ],
      },
    ]);
    const long = readCsv(new TextEncoder().encode('a,b\n'.repeat(3000)), decode);
    expect(long.ok && long.value.cut).toBe(true);
  });
});

describe('what may be read', () => {
  it('is decided by the content, with the name for packages only', () => {
    expect(readingKind('application/pdf', '申请书.docx')).toBe('pdf');
    expect(readingKind('application/zip', '申请书.docx')).toBe('docx');
    expect(readingKind('application/zip', '裁决书.OFD')).toBe('ofd');
    expect(readingKind('application/zip', '一批.zip')).toBeUndefined();
    expect(readingKind('text/plain', '名单.csv')).toBe('csv');
    expect(readingKind('text/plain', '页面.html')).toBe('text');
    expect(readingKind('application/x-executable', '申请书.pdf')).toBeUndefined();
  });

  it('is a picture only when its head promises no more than can be held', () => {
    const size = pictureSize(pngHead(30_000, 30_000));
    expect(size).toEqual({ width: 30_000, height: 30_000 });
    expect(size && isDecodable(size)).toBe(false);
    expect(isDecodable({ width: 10_000, height: 10_000 })).toBe(true);
    expect(isDecodable({ width: 10_001, height: 10_000 })).toBe(false);
    expect(isDecodable({ width: 30_000, height: 1 })).toBe(false);
    expect(isDecodable({ width: 0, height: 5 })).toBe(false);
    const jpeg = new Uint8Array(64);
    jpeg.set([0xff, 0xd8, 0xff, 0xe0, 0, 6, 1, 2, 3, 4, 0xff, 0xc2, 0, 17, 8, 0x10, 0, 0x20, 0]);
    expect(pictureSize(jpeg)).toEqual({ width: 0x2000, height: 0x1000 });
    expect(pictureSize(new TextEncoder().encode('not a picture at all, only a long text'))).toBeUndefined();
  });
});
