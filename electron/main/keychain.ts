import type { SafeStorage } from 'electron';
import type { SecretAct } from '#electron/backend/bridge.ts';

/** The part of Electron's safeStorage that is used: its asynchronous half. */
export type SafeStorageParts = Pick<
  SafeStorage,
  'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
>;

/** The operating system's keychain. */
export type Keychain = {
  /** False where a secret would not really be protected; then a passphrase is asked for. */
  readonly available: () => Promise<boolean>;
  /** Wraps or unwraps a key; null when the keychain is not available or refuses. Never rejects. */
  readonly secret: (act: SecretAct, bytes: Uint8Array) => Promise<Uint8Array | null>;
};

/**
 * Makes a keychain of safeStorage. On Linux without a keyring Chromium falls back to `basic_text`, which encrypts under
 * a password that everybody knows: that counts as no keychain, and so does a backend that is not known yet.
 */
export function createKeychain(storage: SafeStorageParts, platform: string): Keychain {
  const weak = (): boolean =>
    platform === 'linux' && ['basic_text', 'unknown'].includes(storage.getSelectedStorageBackend());
  const available = async (): Promise<boolean> => {
    try {
      return (await storage.isAsyncEncryptionAvailable()) && !weak();
    } catch {
      return false;
    }
  };
  return {
    available,
    secret: async (act, bytes) => {
      if (!(await available())) return null;
      try {
        if (act === 'wrap') return await storage.encryptStringAsync(Buffer.from(bytes).toString('base64'));
        const { result } = await storage.decryptStringAsync(Buffer.from(bytes));
        return new Uint8Array(Buffer.from(result, 'base64'));
      } catch {
        return null;
      }
    },
  };
}
