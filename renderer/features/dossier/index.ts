export { filterAddress } from './list/address-filter.ts';
export { DossiersPage } from './list/dossiers-page.tsx';
export { DossierPage } from './page/dossier-page.tsx';
export { useFileActs } from './page/file-acts.ts';
export { ReceivePage } from './receive/receive-page.tsx';
export { RegisterPage } from './register/register-page.tsx';
