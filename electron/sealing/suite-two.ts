import { openBy, type SealScheme, sealBy, sealedAbout } from './seal.ts';
import type { SealRecipient } from './seal-header.ts';
import { makeSm2Keys } from './sm2-keys.ts';
import { sm2Signing, sm2Verify } from './sm2-sign.ts';
import { sm2Unwrap, sm2Wrap } from './sm2-wrap.ts';
import { sm3Hex } from './sm3.ts';
import { sm4Decrypt, sm4Encrypt } from './sm4-gcm.ts';
import type { Suite } from './suite.ts';

/** The content key encrypted with SM2 to each recipient, each with a point of its own; SM4-GCM for the content. */
const scheme: SealScheme = {
  id: 's2',
  hash: (bytes) => sm3Hex(bytes),
  encrypt: sm4Encrypt,
  decrypt: sm4Decrypt,
  wrap: (contentKey, recipients, random) => {
    const wraps: SealRecipient[] = [];
    for (const { publicKey, keyId } of recipients) {
      const wrapped = sm2Wrap(publicKey, contentKey, random);
      if (!wrapped) return undefined;
      wraps.push({ key: keyId, wrapped: Buffer.from(wrapped).toString('base64url') });
    }
    return { recipients: wraps };
  },
  unwrap: (_header, { wrapped }, { secretKey }) => sm2Unwrap(secretKey, Buffer.from(wrapped, 'base64url')),
};

/**
 * Suite 2: SM3, SM2, SM4-GCM, by sm-crypto-v2 alone, since Electron's crypto has none of them. A library in JavaScript is
 * no certified module and takes no care of timing; an office that must use one puts it behind this interface.
 */
export const suiteTwo: Suite = {
  id: 's2',
  hash: scheme.hash,
  makeSigningKeys: makeSm2Keys,
  makeSealingKeys: makeSm2Keys,
  signing: sm2Signing,
  verify: sm2Verify,
  seal: (about, bytes, recipients, random) => sealBy(scheme, about, bytes, recipients, random),
  sealedAbout,
  open: (sealed, keys) => openBy(scheme, sealed, keys),
  encrypt: sm4Encrypt,
  decrypt: sm4Decrypt,
};
