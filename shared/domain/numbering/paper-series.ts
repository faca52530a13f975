import type { NumberSeries } from './default-templates.ts';

/** Steps of a file whose paper bears a number of a series of its own: 限期改正指令书, 行政处理决定书, 行政处罚决定书. */
export const numberedSteps = ['lsi.order', 'lsi.handle', 'lsi.penalise'] as const;

const seriesOf: Readonly<Record<(typeof numberedSteps)[number], NumberSeries>> = {
  'lsi.order': 'lsi-order',
  'lsi.handle': 'lsi-handle',
  'lsi.penalise': 'lsi-penalty',
};

/** The series the paper of a step is numbered in; undefined for every other step. */
export function paperSeries(step: string): NumberSeries | undefined {
  const numbered = numberedSteps.find((code) => code === step);
  return numbered && seriesOf[numbered];
}
