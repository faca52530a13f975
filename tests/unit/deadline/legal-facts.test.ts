import { describe, expect, it } from 'vitest';
import { requestKind, requestKinds } from '#shared/domain/assist/kinds/request-kinds.ts';
import { clockGrounds } from '#shared/domain/deadline/data/clock-grounds.ts';
import { shippedPacks } from '#shared/domain/deadline/pack.ts';
import type { Bilingual } from '#shared/domain/deadline/rule.ts';
import { closeTypes } from '#shared/domain/dossier/data/close-types.ts';
import { deciders } from '#shared/domain/dossier/deciders.ts';
import { rowOf } from './clock.ts';

const rows = shippedPacks.flatMap((pack) => pack.rows);

/** Every text of the law and about it that a screen or a letter shows. */
const texts: readonly Bilingual[] = [
  ...rows.flatMap((row) => [row.name, ...row.basis, ...(row.overrun === undefined ? [] : [row.overrun])]),
  ...clockGrounds.flatMap((ground) => [ground.name, ground.basis]),
  ...closeTypes.flatMap((type) => [type.name, type.basis, ...(type.paper === null ? [] : [type.paper])]),
  ...Object.values(deciders).flatMap((acts) => Object.values(acts).flatMap(({ who, basis }) => [who, basis])),
  ...requestKinds.flatMap((kind) => [
    ...[kind.name, kind.letter, kind.reply, kind.acceptance, kind.executor, kind.limitName],
    ...[...kind.fields, ...kind.basis, ...kind.itemKinds, ...kind.evidenceForms],
    ...[...kind.outcomes, ...kind.returnGrounds, ...kind.refusalGrounds],
  ]),
];

describe('what is not read in the law', () => {
  it('is marked as a default in every limit of a request, regional ones included', () => {
    const requests = rows.filter((row) => row.id.startsWith('REQ.'));
    expect(requests.filter((row) => row.confidence !== 'default')).toEqual([]);
    expect(requests.some((row) => row.region === '51')).toBe(true);
  });

  it('is marked in the day a law came into force: only days a source names go without the mark', () => {
    const read = ['2005-02-01', '2008-05-01', '2017-07-01', '2020-08-07', '2020-09-24', '2022-01-01', '2019-08-02'];
    const laws = rows.filter(({ confidence, sinceUnread }) => confidence !== 'default' && sinceUnread === undefined);
    expect([...new Set(laws.map(({ effectiveFrom }) => String(effectiveFrom)))].toSorted()).toEqual(read.toSorted());
    expect(rowOf('LSI.INVESTIGATE').sinceUnread).toBe(true);
    expect(rowOf('ARB.ENFORCE').sinceUnread).toBe(true);
    expect(rowOf('LSI.LIST_OBJECT').sinceUnread).toBeUndefined();
  });

  it('is marked as a default in grounds and ways of closing', () => {
    const doubtful = [...clockGrounds.map(({ id, confidence }) => [id, confidence])]
      .concat(closeTypes.map(({ code, confidence }) => [code, confidence]))
      .filter(([, confidence]) => confidence === 'default')
      .map(([id]) => id);
    expect(doubtful).toEqual(
      expect.arrayContaining(['69', 'lsi-supplement', 'arb.mediated-before', 'arb.agreement-confirmed']),
    );
    expect(doubtful).toEqual(expect.arrayContaining(['arb.terminated', 'req-suspend', 'req-object']));
    expect(doubtful.filter((id) => id?.startsWith('46-') || id?.startsWith('47-'))).toEqual([]);
  });

  it('is said of how often a case is extended, of Zhejiang before 2020, and of when the ten days of 川渝 begin', () => {
    const marked = (region: string, id: string) =>
      rows
        .filter((row) => row.region === region && row.id === id)
        .flatMap((row) => row.basis.filter(({ zh, en }) => zh.includes('待核') && en.includes('to be checked')));
    expect(marked('CN', 'ARB.LIMIT').map(({ zh }) => zh)).toContain('只延长一次、重新起算后原延长失效（默认值，待核）');
    for (const id of ['ARB.LIMIT', 'LSI.INVESTIGATE', 'LSI.ACCEPT']) {
      expect(
        marked('33', id)
          .map(({ zh }) => zh)
          .join(),
      ).toContain('2020-09-24修正文本');
    }
    for (const region of ['50', '51']) expect(marked(region, 'REQ.LSI')).toHaveLength(1);
  });

  it('is said beside the article that decides how days are counted and moved', () => {
    const basis = (id: string) => rowOf(id).basis.map(({ zh }) => zh);
    expect(basis('ARB.ACCEPT')).toContain('办案规则第79条（工作日，待核）');
    expect(basis('ARB.LIMIT')).toContain('办案规则第79条（自然日，待核）');
    expect(basis('ARB.LIMIT')).toContain('顺延参照民事诉讼法第85条（默认值，待核）');
    expect(rowOf('LSI.INVESTIGATE').basis.map(({ zh }) => zh)).toEqual(['劳动保障监察条例第17条']);
  });
});

describe('what the law says', () => {
  it('gives the way to court to the applicant when acceptance is late, to both when the award is', () => {
    expect(rowOf('ARB.ACCEPT').overrun?.zh).toMatch(/^申请人/);
    expect(rowOf('ARB.LIMIT').overrun?.zh).toMatch(/^当事人/);
  });

  it('lets inspectors ask each other by the Penalty Law too, and refuse no check of a workplace as courts may', () => {
    const [arb, lsi] = [requestKind('ARB_INVESTIGATE'), requestKind('LSI_ASSIST')];
    expect(lsi?.basis).toContainEqual(expect.objectContaining({ zh: '《行政处罚法》第26条', confidence: 'certain' }));
    expect(lsi?.refusalGrounds.map(({ code }) => code)).not.toContain('SITE_INSPECTION');
    expect(arb?.refusalGrounds.map(({ code }) => code)).toContain('SITE_INSPECTION');
  });

  it('knows a suspension of an investigation in Zhejiang only', () => {
    expect(deciders.lsi.suspend.basis.zh).toContain('浙江省');
  });
});

describe('the words', () => {
  it('are Chinese with Chinese marks and English without a Chinese character', () => {
    expect(texts.filter(({ zh }) => /[\u4e00-\u9fff][,;:()!]|[,;:()!][\u4e00-\u9fff]/.test(zh))).toEqual([]);
    expect(texts.filter(({ en }) => en === '' || /[\u3000-\u9fff\uff00-\uffef]/.test(en))).toEqual([]);
  });

  it('never call a request accepted with the word of a case', () => {
    const own = requestKinds.flatMap((kind) => [kind.acceptance, kind.limitName, ...kind.refusalGrounds]);
    expect(own.filter(({ zh }) => zh.includes('受理') || zh.includes('法定期限'))).toEqual([]);
  });
});
