import { describe, expect, it } from 'vitest';
import { moved } from '#renderer/features/request/bound-list.ts';
import { objectsOf, textOf } from '#renderer/features/request/content.ts';
import { finishedReply, type ReplyValue } from '#renderer/features/request/reply/reply-value.ts';
import { instantOf } from '#renderer/ui/format/instant-of.ts';
import { fullName } from '#renderer/ui/print/letter-frame.tsx';
import { localDate } from '#shared/base/local-date.ts';

describe('an office on paper', () => {
  it.each([
    ['江苏省苏州市吴江区', '苏州市吴江区劳动人事争议仲裁院', '江苏省苏州市吴江区劳动人事争议仲裁院'],
    ['上海市青浦区', '青浦区劳动人事争议仲裁院', '上海市青浦区劳动人事争议仲裁院'],
    ['上海市青浦区', '上海市青浦区劳动人事争议仲裁院', '上海市青浦区劳动人事争议仲裁院'],
    ['江苏省苏州市', '市中区劳动监察大队', '江苏省苏州市市中区劳动监察大队'],
  ])('in %s, %s is %s', (regionName, name, full) => {
    expect(fullName({ regionName, name })).toBe(full);
  });
});

describe('items of a letter', () => {
  it('move by one place and stay at either end', () => {
    expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
    expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
    expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
  });
});

describe('what a partner wrote', () => {
  it('is read as text and objects, whatever it is', () => {
    expect(textOf({ text: 5 }, 'text')).toBe('');
    expect(textOf(null, 'text')).toBe('');
    expect(objectsOf({ list: [1, null, ['x'], { a: 1 }] }, 'list')).toEqual([{ a: 1 }]);
    expect(objectsOf({ list: 'x' }, 'list')).toEqual([]);
  });
});

describe('a reply as it is handed in', () => {
  const value: ReplyValue = {
    ...{ final: false, course: '', needsMore: '', department: '', files: [], base: null },
    handlers: [
      { name: '王样甲', cardNo: '', phone: '' },
      { name: '  ', cardNo: '1', phone: '' },
    ],
    items: [
      {
        ...{ item: 'i1', outcome: 'unable', text: '未找到。' },
        attempts: [
          { on: null, text: '到现场。' },
          { on: localDate('2026-03-02'), text: ' ' },
        ],
        evidence: [
          { name: '照片', form: 'original', pages: '' },
          { name: '', form: 'copy', pages: '3' },
        ],
      },
      { item: 'i2', outcome: null, text: '', attempts: [], evidence: [] },
    ],
  };

  it('leaves out what is empty and dates an undated attempt today', () => {
    const reply = finishedReply(value, localDate('2026-03-05'));
    expect(reply.items).toEqual([
      {
        ...{ item: 'i1', outcome: 'unable', text: '未找到。' },
        attempts: [{ on: '2026-03-05', text: '到现场。' }],
        evidence: [{ name: '照片', original: true, pages: 0 }],
      },
    ]);
    expect(reply.handlers.map((handler) => handler.name)).toEqual(['王样甲']);
  });
});

describe('a stored moment', () => {
  it('is read as Shanghai time, and nonsense as none', () => {
    expect(instantOf('2026-03-17 11:05')).toBe(Date.UTC(2026, 2, 17, 3, 5));
    expect(instantOf('2026-03-17T11:05')).toBe(Date.UTC(2026, 2, 17, 3, 5));
    expect(instantOf('soon')).toBeNull();
    expect(instantOf(null)).toBeNull();
  });
});
