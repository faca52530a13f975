import { createServer, mergeConfig, type ProxyOptions, type ViteDevServer } from 'vite';
import { rendererConfig } from '../bundle/renderer.ts';
import type { DevHost } from './host-process.ts';

/** Where the page lies while developing: the same path as in the host, so that relative addresses reach the host. */
const base = '/own/';

/**
 * Passes the calls of our own page on to the host, with the host's cookie. What another origin sends goes through as it
 * is and is refused there: the dev server must not open what the host keeps shut.
 */
function proxyTo(target: string, own: string, cookie: () => string): ProxyOptions {
  return {
    target,
    changeOrigin: true,
    configure: (proxy) => {
      proxy.on('proxyReq', (request, incoming) => {
        const { origin, 'sec-fetch-site': site } = incoming.headers;
        if (origin === undefined ? site !== 'same-origin' : origin !== own) return;
        if (origin !== undefined) request.setHeader('origin', target);
        request.setHeader('cookie', cookie());
      });
    },
  };
}

/** Serves the interface with hot reload on a loopback port; its calls go to the host that `host` names at the moment. */
export async function startDevServer(port: number, target: string, host: () => DevHost): Promise<ViteDevServer> {
  const calls = proxyTo(target, `http://127.0.0.1:${port}`, () => host().cookie);
  const server = await createServer(
    mergeConfig(rendererConfig, {
      base,
      logLevel: 'info',
      plugins: [
        {
          name: 'xieban-host-bridge',
          transformIndexHtml: () => [
            { tag: 'script', attrs: { src: `${base}host-bridge.js` }, injectTo: 'head-prepend' },
          ],
        },
      ],
      server: {
        host: '127.0.0.1',
        port,
        strictPort: true,
        proxy: { [`${base}invoke`]: calls, [`${base}events`]: calls, [`${base}host-bridge.js`]: calls },
      },
    }),
  );
  return server.listen();
}
