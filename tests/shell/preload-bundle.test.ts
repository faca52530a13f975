import { runInNewContext } from 'node:vm';
import { build } from 'vite';
import { beforeAll, describe, expect, it } from 'vitest';
import { processBundles, processConfig } from '../../build/bundle/processes.ts';

describe('the preload script as it is shipped', () => {
  let code = '';
  beforeAll(async () => {
    const bundle = processBundles.find(({ source }) => source === 'electron/preload/index.ts');
    if (bundle === undefined) throw new Error('no preload bundle');
    const config = processConfig(bundle);
    const made = await build({ ...config, build: { ...config.build, write: false } });
    const outputs = [made].flat().flatMap((result) => ('output' in result ? result.output : []));
    const [only] = outputs;
    if (outputs.length !== 1 || only?.type !== 'chunk') throw new Error('the preload is not one file');
    code = only.code;
  });

  it('is one CommonJS file that requires electron alone and exposes two functions', () => {
    const required: string[] = [];
    const exposed: [string, object][] = [];
    const electron = {
      contextBridge: { exposeInMainWorld: (key: string, api: object) => exposed.push([key, api]) },
      ipcRenderer: { invoke: () => undefined, on: () => undefined, removeListener: () => undefined },
    };
    const require = (name: string): unknown => {
      required.push(name);
      if (name !== 'electron') throw new Error(`a sandboxed preload cannot require ${name}`);
      return electron;
    };
    // Nothing of Node is there, as in a sandboxed renderer.
    runInNewContext(code, { require, exports: {}, module: { exports: {} } });
    expect(required).toEqual(['electron']);
    expect(exposed.map(([key, api]) => [key, Object.keys(api).sort()])).toEqual([['xieban', ['invoke', 'onChanged']]]);
    for (const value of Object.values(exposed[0]?.[1] ?? {})) expect(typeof value).toBe('function');
    expect(Object.values(exposed[0]?.[1] ?? {})).not.toContain(electron.ipcRenderer.invoke);
  });
});
