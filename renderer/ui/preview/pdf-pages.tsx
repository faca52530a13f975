import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../state/notice.tsx';
import type { PreviewReader } from './open-preview.ts';
import { PdfSearch } from './pdf-search.tsx';
import type { PreviewFailure } from './preview-message.ts';

/** CSS pixels of a page's width at 100 %. */
const pageWidth = 800;
const zooms = [50, 75, 100, 125, 150, 200] as const;

type PageProps = {
  readonly reader: PreviewReader;
  readonly number: number;
  readonly width: number;
  readonly ratio: number;
};

/** Whether an element is in view or close to it. */
function useNear(): readonly [React.RefObject<HTMLElement | null>, boolean] {
  const element = useRef<HTMLElement>(null);
  const [near, setNear] = useState(false);
  useEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    const observer = new IntersectionObserver((seen) => setNear(seen.at(-1)?.isIntersecting === true), {
      rootMargin: '600px 0px',
    });
    observer.observe(current);
    return () => observer.disconnect();
  }, []);
  return [element, near];
}

/** One page: drawn when it comes near, let go when it is far, so that a long file holds a few pages in memory. */
function PdfPage({ reader, number, width, ratio }: PageProps) {
  const { t } = useTranslation('file');
  const [element, near] = useNear();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [text, setText] = useState('');
  const [failure, setFailure] = useState<PreviewFailure>();
  useEffect(() => {
    if (!near) return undefined;
    let wanted = true;
    const draw = async (): Promise<void> => {
      const dense = Math.min(2, window.devicePixelRatio);
      const answer = await reader.ask({ what: 'page', number, width: Math.round(width * dense) });
      const { current } = canvas;
      if (!wanted || current === null) return;
      if (answer.what === 'page') {
        current.width = answer.picture.width;
        current.height = answer.picture.height;
        current.getContext('2d')?.drawImage(answer.picture, 0, 0);
        answer.picture.close();
        setText(answer.text);
      }
      setFailure(answer.what === 'failed' ? answer.failure : undefined);
    };
    void draw();
    return () => {
      wanted = false;
    };
  }, [near, reader, number, width]);
  const label = t('preview.page', { number });
  return (
    <section ref={element} className="preview-page" data-page={number} style={{ width, minHeight: width * ratio }}>
      {failure === undefined ? null : <Notice tone="amber">{t(`preview.failed.${failure}`)}</Notice>}
      {near ? <canvas ref={canvas} role="img" aria-label={label} /> : null}
      <p className="spoken">{near ? text : ''}</p>
    </section>
  );
}

/** The page the middle of the view stands on. */
function pageInView(scroll: HTMLElement): number {
  const middle = scroll.getBoundingClientRect().top + scroll.clientHeight / 2;
  const pages = [...scroll.querySelectorAll<HTMLElement>('[data-page]')];
  const at = pages.findLast((page) => page.getBoundingClientRect().top <= middle);
  return Number(at?.dataset['page'] ?? 1);
}

/** The pages of a PDF below each other, with the page one is on, zoom and search. */
export function PdfPages(props: {
  readonly reader: PreviewReader;
  readonly count: number;
  readonly ratio: number;
  readonly name: string;
}) {
  const { t } = useTranslation('file');
  const { reader, count, ratio, name } = props;
  const scroll = useRef<HTMLDivElement>(null);
  const [zoom, setZoom] = useState(2);
  const [current, setCurrent] = useState(1);
  const width = (pageWidth * (zooms[zoom] ?? 100)) / 100;
  const go = (page: number): void => {
    scroll.current?.querySelector(`[data-page="${page}"]`)?.scrollIntoView({ block: 'start' });
    setCurrent(page);
  };
  const step = (label: string, run: () => void, off: boolean, sign: string) => (
    <button type="button" className="plain-button small" aria-label={label} disabled={off} onClick={run}>
      {sign}
    </button>
  );
  return (
    <>
      <div className="preview-bar">
        {step(t('preview.previous'), () => go(current - 1), current <= 1, '↑')}
        <span className="small unbroken">{t('preview.pageOf', { number: current, count })}</span>
        {step(t('preview.next'), () => go(current + 1), current >= count, '↓')}
        {step(t('preview.smaller'), () => setZoom(zoom - 1), zoom === 0, '−')}
        <span className="small unbroken">{zooms[zoom]}%</span>
        {step(t('preview.larger'), () => setZoom(zoom + 1), zoom === zooms.length - 1, '+')}
        <PdfSearch reader={reader} onPage={go} />
      </div>
      <div
        ref={scroll}
        className="preview-scroll preview-pages"
        tabIndex={0}
        role="region"
        aria-label={name}
        onScroll={(event) => setCurrent(pageInView(event.currentTarget))}
      >
        {Array.from({ length: count }, (_none, index) => (
          <PdfPage key={index} reader={reader} number={index + 1} width={width} ratio={ratio} />
        ))}
      </div>
    </>
  );
}
