export { SlipPage } from './slip-page.tsx';
export { SyncPage } from './sync-page.tsx';
