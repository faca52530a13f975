import type { Desk } from '#shared/contract/desk.ts';
import type { Reply } from '#shared/contract/failure.ts';
import type { Change } from '#shared/contract/topics.ts';

/** What the backend process is told when it starts. */
export type StartOrder = {
  readonly folder: string;
  /** Make the sample when the folder is empty. */
  readonly sample: boolean;
  /** Language the sample's offices are set to; undefined leaves them as they are. */
  readonly language: 'zh-CN' | 'en' | undefined;
  /** Whether the operating system's keychain can be asked. */
  readonly keychain: boolean;
};

/** Messages to the backend process. Everything in them can be cloned. */
export type ToBackend =
  | { readonly kind: 'start'; readonly order: StartOrder }
  | { readonly kind: 'call'; readonly id: number; readonly desk: Desk; readonly name: unknown; readonly input: unknown }
  /** The answer to `secret`; null when the keychain refuses. */
  | { readonly kind: 'secret'; readonly id: number; readonly bytes: Uint8Array | null }
  | { readonly kind: 'stop' };

/** Messages from the backend process. */
export type FromBackend =
  | { readonly kind: 'started' }
  /** The data cannot be worked on by this process; it ends. `code` is a failure code such as 'in-use'. */
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'reply'; readonly id: number; readonly reply: Reply<unknown> }
  | { readonly kind: 'changed'; readonly desk: Desk; readonly change: Change }
  /** Asks the shell to let the keychain wrap a fresh key, or unwrap the one it wrapped. */
  | { readonly kind: 'secret'; readonly id: number; readonly act: SecretAct; readonly bytes: Uint8Array };

/** What a keychain does with a key. */
export type SecretAct = 'wrap' | 'unwrap';

/** What the shell does for a backend it started. */
export type BridgeShell = {
  /** Null when the keychain refuses; never rejects. */
  readonly secret: (act: SecretAct, bytes: Uint8Array) => Promise<Uint8Array | null>;
  readonly changed: (desk: Desk, change: Change) => void;
  readonly started: () => void;
  readonly refused: (code: string) => void;
};

/** The shell's end of the bridge to one backend process. */
export type BridgeClient = {
  /** Answers with the backend's reply, or with the failure 'backend.stopped' when the process ends first. */
  readonly invoke: (desk: Desk, name: unknown, input: unknown) => Promise<Reply<unknown>>;
  /** To be handed every message of the process. */
  readonly receive: (message: FromBackend) => void;
  /** To be told that the process is gone: nothing stays unanswered. */
  readonly gone: () => void;
};

const stopped: Reply<unknown> = { ok: false, failure: { kind: 'internal', code: 'backend.stopped' } };

/** Speaks to a backend process through `post`, which must throw nothing but for values that cannot be cloned. */
export function createBridgeClient(post: (message: ToBackend) => void, shell: BridgeShell): BridgeClient {
  const waiting = new Map<number, (reply: Reply<unknown>) => void>();
  let last = 0;
  let over = false;
  const receive = (message: FromBackend): void => {
    switch (message.kind) {
      case 'started':
        return shell.started();
      case 'refused':
        return shell.refused(message.code);
      case 'changed':
        return shell.changed(message.desk, message.change);
      case 'reply': {
        waiting.get(message.id)?.(message.reply);
        waiting.delete(message.id);
        return;
      }
      case 'secret': {
        const { id } = message;
        void shell.secret(message.act, message.bytes).then((bytes) => over || post({ kind: 'secret', id, bytes }));
      }
    }
  };
  return {
    receive,
    invoke: (desk, name, input) => {
      if (over) return Promise.resolve(stopped);
      last += 1;
      const id = last;
      return new Promise((resolve) => {
        waiting.set(id, resolve);
        post({ kind: 'call', id, desk, name, input });
      });
    },
    gone: () => {
      over = true;
      for (const answer of waiting.values()) answer(stopped);
      waiting.clear();
    },
  };
}
