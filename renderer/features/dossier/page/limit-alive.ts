import type { View } from './dossier-page.tsx';

/** Whether a limit still runs or is paused; a time that has ended by itself runs no more. */
export function isAlive({ state, lamp }: View['deadlines'][number]): boolean {
  return lamp !== 'over' && (state === 'running' || state === 'suspended');
}
