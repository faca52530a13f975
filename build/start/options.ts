import { parseArgs } from 'node:util';

/** What `npm start` was asked for. */
export type StartOptions = {
  readonly help: boolean;
  /** Use the browser host even where Electron could run. */
  readonly browser: boolean;
  /** What the app itself is given, verbatim. */
  readonly app: readonly string[];
};

/** Printed by --help and after an option that does not exist. */
export const usage = `Usage: npm start -- [options]
  --data DIR    keep the data in DIR instead of the user's own data folder
  --sample      open the sample: two made-up offices beside each other
  --browser     open in the browser even where Electron can run
  --port N      port of the browser host (default: a random free one)
  --lang en     language of the interface: zh-CN (default) or en
  --help        print this`;

const languages = ['zh-CN', 'en'];

/** Reads the command line; a text for the user when it cannot be read. */
export function readOptions(line: readonly string[]): StartOptions | string {
  try {
    const { values } = parseArgs({
      args: [...line],
      options: {
        data: { type: 'string' },
        sample: { type: 'boolean', default: false },
        browser: { type: 'boolean', default: false },
        port: { type: 'string' },
        lang: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    });
    if (values.port !== undefined && !isPort(values.port)) return `--port takes a number from 1 to 65535\n${usage}`;
    if (values.lang !== undefined && !languages.includes(values.lang)) return `--lang takes zh-CN or en\n${usage}`;
    const given = (name: string, value: string | undefined): readonly string[] =>
      value === undefined ? [] : [name, value];
    const app = [
      ...given('--data', values.data),
      ...(values.sample ? ['--sample'] : []),
      ...given('--port', values.port),
      ...given('--lang', values.lang),
    ];
    return { help: values.help, browser: values.browser, app };
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n${usage}`;
  }
}

function isPort(text: string): boolean {
  return /^[0-9]{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535;
}
