import { Fragment } from 'react';

/** Words of an office's name that are not torn apart at the end of a line; a line may end before each of them. */
const wholeWords = [
  '人力资源',
  '和社会保障',
  '社会保障',
  '劳动人事',
  '劳动保障',
  '争议',
  '调解',
  '仲裁',
  '监察',
  '委员会',
  '综合',
  '行政',
  '执法',
  '市场监督',
  '（',
];

/** Last signs of a division's name; a line may end after them. */
const divisions = '省市区县州盟旗';

/** 苏州市 ends with 市, not with 州. */
function endsDivision(name: string, at: number): boolean {
  return divisions.includes(name.charAt(at)) && !divisions.includes(name.charAt(at + 1) || '省');
}

/** The parts of an office's name between which a line may end. Joined, they are the name again. */
export function nameParts(name: string): readonly string[] {
  const parts: string[] = [];
  let part = '';
  for (let at = 0; at < name.length; at += 1) {
    const word = wholeWords.find((one) => name.startsWith(one, at));
    if (word !== undefined && part !== '') {
      parts.push(part);
      part = '';
    }
    const taken = word ?? name.charAt(at);
    part += taken;
    at += taken.length - 1;
    if (word === undefined && endsDivision(name, at)) {
      parts.push(part);
      part = '';
    }
  }
  return part === '' ? parts : [...parts, part];
}

/** An office's name in a heading that breaks only between its words. */
export function OfficeName({ name }: { readonly name: string }) {
  return (
    <span className="office-name">
      {nameParts(name).map((part, index) => (
        <Fragment key={`${index}${part}`}>
          {index === 0 ? null : <wbr />}
          {part}
        </Fragment>
      ))}
    </span>
  );
}
