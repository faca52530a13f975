/** A folder of ours, what it may import besides itself, and which outside libraries it uses and why. */
export type Layer = {
  /** Path from the root of the repository. */
  readonly folder: string;
  /** Our own folders or files it may import. */
  readonly may: readonly string[];
  /** Our own folders or files it may import types from, and nothing else. */
  readonly mayTypes?: readonly string[];
  /** Why it may import Node's own modules; undefined forbids them. */
  readonly node: string | undefined;
  /** npm package -> reason. */
  readonly outside: Readonly<Record<string, string>>;
  /** npm package whose types alone may be imported -> reason. */
  readonly outsideTypes?: Readonly<Record<string, string>>;
};

const react = { react: 'the interface library' };
const antd = {
  antd: 'the component library',
  '@ant-design/icons': 'its icons',
};
const translated = { 'react-i18next': 'every text a user reads comes from the language files' };
const redux = { '@reduxjs/toolkit': 'screen state and the query cache', 'react-redux': 'its React binding' };
const routed = { 'react-router': 'addresses of screens' };

/**
 * The import table. .dependency-cruiser.mjs turns it into rules, the tsconfig.json of each folder mirrors it as project
 * references, and tests/architecture proves both.
 */
export const layers: readonly Layer[] = [
  { folder: 'shared/base', may: [], node: undefined, outside: {} },
  { folder: 'shared/domain', may: ['shared/base'], node: undefined, outside: {} },
  {
    folder: 'shared/protocol',
    may: ['shared/base'],
    mayTypes: ['shared/domain/assist'],
    node: undefined,
    outside: {},
  },
  {
    folder: 'shared/reading',
    may: ['shared/base'],
    node: undefined,
    outside: { fflate: 'unpacks the parts of docx and OFD packages and of workbooks' },
  },
  {
    folder: 'shared/contract',
    may: ['shared/base', 'shared/domain'],
    node: undefined,
    outside: { zod: 'the schemas of the contract, checked on both sides' },
  },
  {
    folder: 'electron/store',
    may: ['shared/base', 'shared/domain', 'shared/protocol'],
    node: 'files beside the database',
    outside: { 'better-sqlite3': 'SQLite with encryption' },
  },
  {
    folder: 'electron/sealing',
    may: ['shared/base', 'shared/protocol'],
    node: 'node:crypto',
    outside: {
      'sm-crypto-v2': 'SM2, SM3 and SM4 of suite 2, which the crypto under Electron lacks',
      'shamir-secret-sharing': 'the shares of the recovery key',
    },
  },
  {
    folder: 'electron/exchange',
    may: ['shared/base', 'shared/protocol'],
    node: 'directories, sticks and sockets',
    outside: {
      '@nats-io/transport-node': 'the connection to a NATS server, by TCP, TLS or WebSocket',
      '@nats-io/jetstream': 'streams and consumers there',
      '@nats-io/nkeys': "the office's key for the server",
    },
  },
  {
    folder: 'electron/services',
    may: [
      'shared/base',
      'shared/domain',
      'shared/protocol',
      'shared/contract',
      'shared/reading',
      'electron/store',
      'electron/sealing',
      'electron/exchange',
    ],
    node: 'attachments and the data folder',
    outside: {
      'pdfjs-dist': 'the text of PDF files, in a thread of its own',
      'pinyin-pro': 'how names sound, surnames with readings of their own among them',
      papaparse: 'tables in text form, in a thread of its own',
    },
  },
  {
    folder: 'electron/backend',
    may: ['electron/services', 'shared/contract'],
    node: 'the process it is',
    outside: {},
    outsideTypes: { electron: "the parent port of Electron's utilityProcess" },
  },
  {
    folder: 'electron/main',
    may: ['shared/contract', 'electron/backend/bridge.ts', 'electron/backend/path.ts'],
    mayTypes: ['electron/backend'],
    node: 'paths and files of the shell',
    outside: { electron: 'the shell' },
  },
  {
    folder: 'electron/host',
    may: ['electron/backend', 'shared/contract'],
    node: 'the loopback server',
    outside: {},
  },
  { folder: 'electron/preload', may: ['shared/contract'], node: undefined, outside: { electron: 'the bridge' } },
  {
    folder: 'renderer/ui',
    may: ['shared/base', 'shared/domain', 'shared/reading'],
    node: undefined,
    outside: {
      ...react,
      ...antd,
      ...translated,
      'react-dom': 'what is printed alone stands beside the page',
      'pdfjs-dist': 'draws PDF pages, inside the worker of the preview',
    },
  },
  {
    folder: 'renderer/i18n',
    may: [],
    node: undefined,
    outside: { i18next: 'the language files are its resources', ...translated, ...react },
  },
  {
    folder: 'renderer/app/api',
    may: ['shared/base', 'shared/domain', 'shared/contract'],
    node: undefined,
    outside: { ...redux, ...react },
  },
  {
    folder: 'renderer/features',
    may: ['shared/base', 'shared/domain', 'shared/reading', 'shared/contract', 'renderer/ui', 'renderer/app/api'],
    node: undefined,
    outside: { ...react, ...antd, ...redux, ...routed, ...translated },
  },
  {
    folder: 'renderer/app',
    may: ['renderer', 'shared'],
    node: undefined,
    outside: {
      ...react,
      ...antd,
      ...redux,
      ...routed,
      ...translated,
      i18next: 'the language is chosen here',
      'react-dom': 'the root of the page',
    },
  },
];

/** Files of a migration import the type of a migration and each other, nothing else: old ones must never change. */
export const migrations = { folder: 'electron/store/migrations', type: 'electron/store/migration.ts' };
