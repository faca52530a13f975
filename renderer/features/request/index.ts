export { NewRequestPage } from './letter/new-request-page.tsx';
export { RewriteLetterPage } from './letter/rewrite-letter-page.tsx';
export { RequestsPage } from './list/requests-page.tsx';
export { RequestPage } from './page/request-page.tsx';
export { PrintPage } from './print/print-page.tsx';
export { ReplyPage } from './reply/reply-page.tsx';
