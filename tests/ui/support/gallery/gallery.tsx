import type { ReactNode } from 'react';
import { sections } from '#renderer/app/sections.tsx';
import { Frame } from '#renderer/ui/frame/frame.tsx';
import { FormExhibit } from './form-exhibit.tsx';
import { LetterExhibit } from './letter-exhibit.tsx';
import { ListExhibit } from './list-exhibit.tsx';
import { RequestExhibit } from './request-exhibit.tsx';
import { StateExhibit } from './state-exhibit.tsx';
import { StripExhibit } from './strip-exhibit.tsx';

const exhibits: Readonly<Record<string, () => ReactNode>> = {
  strip: StripExhibit,
  list: ListExhibit,
  form: FormExhibit,
  request: RequestExhibit,
  letter: LetterExhibit,
  state: StateExhibit,
};

const names: Readonly<Record<string, string>> = {
  today: '今日',
  dossiers: '案卷',
  requests: '协助',
  partners: '协作',
  sync: '收发',
  settings: '设置',
};

/** One part of the kit inside the frame, with made-up data. */
export function Gallery({ exhibit }: { readonly exhibit: string }) {
  const Exhibit = exhibits[exhibit] ?? StripExhibit;
  return (
    <Frame
      sections={sections.map((place) => ({
        ...place,
        label: names[place.id] ?? place.id,
        count: place.id === 'dossiers' ? 1284 : place.id === 'today' ? 9 : 0,
      }))}
      current="dossiers"
      office="青浦区劳动人事争议仲裁院"
      person="沈书记员"
      contacts={[
        { id: 'wj', name: '吴江区', state: 'heard', when: '40 分钟前' },
        { id: 'js', name: '嘉善县', state: 'quiet', when: '3 天前' },
        { id: 'ks', name: '昆山市', state: 'never', when: '从未联系' },
      ]}
      totals={{ local: 2, sent: 3, receipted: 41 }}
      facts={['日历 2026 正式', '规则包 全国 2026.1', '14:32:07 已保存']}
      onPalette={() => {}}
    >
      <Exhibit />
    </Frame>
  );
}
