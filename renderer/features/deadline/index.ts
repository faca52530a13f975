export { DeadlinePage } from './deadline-page.tsx';
export { StripHost } from './strip-host.tsx';
