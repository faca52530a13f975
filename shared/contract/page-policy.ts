/** Where the interface is shown: Electron's `app://` protocol, or the browser host on loopback. */
export type PageHome = 'app' | 'host';

/**
 * The content security policy of every page. Scripts come from our own files only: nothing inline, no eval.
 * Styles are the one exception: antd writes its styles into `<style>` elements while the page runs, and its scroll lock
 * writes one without a nonce, so inline styles are allowed. Images and downloads may be blobs of attachments.
 * Workers, which read files that may be hostile, are our own files too.
 * Under Electron a page has no network at all; in the browser host it may speak to its own origin.
 */
export function contentPolicy(home: PageHome): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src ${home === 'app' ? "'none'" : "'self'"}`,
    "worker-src 'self'",
    "object-src 'none'",
    "frame-src 'none'",
    "media-src 'none'",
    "manifest-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Headers of every answer that holds a page or a part of one. Names in lower case. */
export function pageHeaders(home: PageHome): Readonly<Record<string, string>> {
  return {
    'content-security-policy': contentPolicy(home),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), serial=(), hid=(), payment=()',
  };
}
