import { expect, it } from 'vitest';
import { readInThread } from '#electron/services/file/reading/text-thread.ts';
import type { ReadingKind } from '#shared/reading/kind.ts';
import { openedBackend } from '#tests/support/backend.ts';
import { receiveOne } from '#tests/support/made-up-dossier.ts';
import { takeIn } from '#tests/support/take-in.ts';
import { pdfBomb, pdfOf } from '../support/made-up-pdf.ts';
import { docx, ofd, paragraph, pngHead } from '../unit/reading/made-up-documents.ts';

const read = (kind: ReadingKind, bytes: Uint8Array, patience = 30_000) =>
  readInThread(kind, Uint8Array.from(bytes), patience).answer;

it('reads the text of a PDF, also in a font it only names, with its pages', async () => {
  const bytes = pdfOf([
    { latin: 'Award 12', chinese: '裁决书' },
    { latin: 'Wages', chinese: '工资' },
  ]);
  const answer = await read('pdf', bytes);
  expect(answer).toMatchObject({ pages: 2 });
  const text = typeof answer === 'string' ? '' : (answer.text ?? '');
  expect(text).toContain('Award 12');
  expect(text).toContain('裁决书');
  expect(text).toContain('工资');
});

it('reads Word, OFD and plain text, and says of damaged ones that there is none', async () => {
  expect(await read('docx', docx(paragraph('加班工资')))).toEqual({ text: '加班工资', pages: null });
  expect(await read('ofd', ofd([[[1, '送达回证']]]))).toEqual({ text: '送达回证', pages: 1 });
  expect(await read('text', Uint8Array.of(0xd6, 0xd0))).toEqual({ text: '中', pages: null });
  for (const kind of ['pdf', 'docx', 'ofd'] as const) {
    expect(await read(kind, new TextEncoder().encode('%PDF-1.7 nothing')), kind).toEqual({ text: null, pages: null });
  }
});

it('reads words whole that the end of a line or of a page broke, and keeps paragraphs, cells and Latin words apart', async () => {
  const pdf = pdfOf([
    { latin: 'Overtime', chinese: '加班工\n资裁' },
    { latin: 'pay', chinese: '决书' },
  ]);
  expect(await read('pdf', pdf)).toMatchObject({ text: 'Overtime加班工资裁pay决书', pages: 2 });
  const pages = ofd([
    [
      [10, '支付加班工'],
      [20, '资 3000'],
      [30, '元以及裁'],
    ],
    [[10, '决书']],
  ]);
  expect(await read('ofd', pages)).toEqual({ text: '支付加班工资3000元以及裁决书', pages: 2 });
  const broken = '<w:p><w:r><w:t>加班工</w:t><w:br/><w:t>　资 of two words</w:t></w:r></w:p>';
  const cells = `<w:tbl><w:tr><w:tc>${paragraph('加班')}</w:tc><w:tc>${paragraph('工资')}</w:tc></w:tr></w:tbl>`;
  expect(await read('docx', docx(`${broken}${paragraph('差额')}${cells}`))).toMatchObject({
    text: '加班工资of two words\n差额\n加班 工资',
  });
  const plain = new TextEncoder().encode('申请人主张加班工\r\n  资\r\n\r\n另一段');
  expect(await read('text', plain)).toMatchObject({ text: '申请人主张加班工资\n另一段' });
});

it('finds a file by words that a line end breaks in its document', async () => {
  const office = await openedBackend();
  const dossier = await receiveOne(office);
  const { manifest } = await takeIn(office, '裁决书.pdf', pdfOf([{ latin: 'A', chinese: '加班工\n资' }]));
  await office.ask('dossier.attach', { dossier, manifest, name: '裁决书.pdf' });
  const found = async (text: string): Promise<number> => (await office.ask('dossier.list', { filter: { text } })).total;
  await expect.poll(() => found('加班工资'), { timeout: 30_000 }).toBe(1);
  expect([await found('班工 工资'), await found('工资加班')]).toEqual([1, 0]);
});

it('gives a file up that does not end', async () => {
  expect(await read('pdf', pdfBomb(), 3000)).toBe('gave-up');
});

it('finds a file by the text of a document, in the background and for good, and answers meanwhile', async () => {
  const office = await openedBackend();
  const dossier = await receiveOne(office);
  const put = async (name: string, bytes: Uint8Array): Promise<void> => {
    const { manifest } = await takeIn(office, name, bytes);
    await office.ask('dossier.attach', { dossier, manifest, name });
  };
  await put('坏的.docx', new TextEncoder().encode('PK\u0003\u0004 broken'));
  await put('申请书.docx', docx(paragraph('周样河的高温津贴')));
  const found = async (text: string): Promise<number> => (await office.ask('dossier.list', { filter: { text } })).total;
  expect(await found('从来没有')).toBe(0);
  await expect.poll(() => found('高温津贴'), { timeout: 30_000 }).toBe(1);
  expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  expect(await found('高温津贴')).toBe(1);
});

it('counts the pages of a document, one of a picture, and marks those a Word document only says it has', async () => {
  const office = await openedBackend();
  const dossier = await receiveOne(office);
  const put = async (name: string, bytes: Uint8Array): Promise<void> => {
    const { manifest } = await takeIn(office, name, bytes);
    await office.ask('dossier.attach', { dossier, manifest, name });
  };
  const said = { 'docProps/app.xml': '<Properties><Pages>7</Pages></Properties>' };
  await put('裁决书.pdf', pdfOf(Array.from({ length: 3 }, () => ({ latin: 'A', chinese: '工资' }))));
  await put('送达回证.ofd', ofd([[[1, '一']], [[1, '二']]]));
  await put('申请书.docx', docx(paragraph('工资'), said));
  await put('不说页数.docx', docx(paragraph('工资')));
  await put('照片.png', pngHead(10, 10));
  await put('一批.zip', new TextEncoder().encode('PK\u0003\u0004 made up'));
  const seen = async () => {
    const { files } = await office.ask('dossier.get', { dossier });
    return Object.fromEntries(files.map(({ name, pages, pagesSaid, text }) => [name, [pages, pagesSaid, text]]));
  };
  await expect.poll(seen, { timeout: 50_000 }).toEqual({
    '裁决书.pdf': [3, false, 'read'],
    '送达回证.ofd': [2, false, 'read'],
    '申请书.docx': [7, true, 'read'],
    '不说页数.docx': [null, false, 'read'],
    '照片.png': [1, false, 'none'],
    '一批.zip': [null, false, 'none'],
  });
});

it('says how far a document is found by its text, and finds a very long one by its beginning', async () => {
  const office = await openedBackend();
  const dossier = await receiveOne(office);
  const put = async (name: string, bytes: Uint8Array): Promise<void> => {
    const { manifest } = await takeIn(office, name, bytes);
    await office.ask('dossier.attach', { dossier, manifest, name });
  };
  await put('短.docx', docx(paragraph('高温津贴')));
  await put('坏.docx', new TextEncoder().encode('PK\u0003\u0004 broken'));
  // The 100 000th character is the first half of one outside the basic plane.
  await put('长.docx', docx(paragraph(`开头几页${'字'.repeat(99_995)}𠮷末尾一页`)));
  const texts = async () => {
    const { files } = await office.ask('dossier.get', { dossier });
    return Object.fromEntries(files.map(({ name, text }) => [name, text]));
  };
  await expect.poll(texts, { timeout: 30_000 }).toEqual({ '短.docx': 'read', '坏.docx': 'none', '长.docx': 'part' });
  const found = async (text: string): Promise<number> => (await office.ask('dossier.list', { filter: { text } })).total;
  expect([await found('开头几页'), await found('末尾一页'), await found('高温津贴')]).toEqual([1, 0, 1]);
  expect(await office.ask('store.rebuild', {})).toMatchObject({ same: true });
  expect(await found('开头几页')).toBe(1);
});
