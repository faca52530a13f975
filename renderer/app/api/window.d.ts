import type { Bridge } from '#shared/contract/client.ts';

declare global {
  interface Window {
    /** Put there by the preload script, or by the browser host's own small script. */
    readonly xieban?: Bridge;
  }
}
