/** What a suite must answer. Bytes are hex, keys and seals base64url. */
export type KnownAnswers = {
  /** The hash of 'abc'. */
  readonly abc: string;
  /** A signature another program made, and the one the suite itself makes with that key. */
  readonly publicKey: string;
  readonly secretKey: string;
  readonly message: string;
  readonly published: string;
  readonly signature: string;
  /** Content encrypted under 32 bytes of key. */
  readonly key: string;
  readonly nonce: string;
  readonly aad: string;
  readonly plain: string;
  readonly encrypted: string;
  /** A seal made when the form was fixed, which opens for ever. */
  readonly sealing: { readonly publicKey: string; readonly secretKey: string };
  readonly sealed: string;
};

/** What both seals hold. */
export const sealedWords = '委托函 2026-1';

const gcm = {
  key: 'feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308',
  nonce: 'cafebabefacedbaddecaf888',
  aad: 'feedfacedeadbeeffeedfacedeadbeefabaddad2',
  plain:
    'd9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39',
} as const;

/** Suite 1: FIPS 180-4 (abc), RFC 8032 test 2, GCM test case 16; the seal is our own. */
export const answersOne: KnownAnswers = {
  abc: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad',
  publicKey: 'PUAXw-hDiVqStwqnTRt-vJyYLM8uxJaMwM1V8Sr0Zgw',
  secretKey: 'TM0Imyj_ltqdtsNG7BFOD1uKMZ81q6Yk2oz27U-4pvs',
  message: '72',
  published:
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  signature:
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  ...gcm,
  encrypted:
    '522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f66276fc6ece0f4e1768cddf8853bb2d551b',
  sealing: {
    publicKey: 'mg1bAaNcOPZsVUtcV9LNYo6W_3uQZeXbCaNA0KljJjU',
    secretKey: 'cUv1R0IGX0xlmFGchkV9bcN5-BcW2Uj-MZ7OYPANUTU',
  },
  sealed:
    'eGllYmFuLWJ1bmRsZS12MQp7ImFib3V0Ijp7ImZyb20iOiJhLW9mZmljZSIsInRvIjoiYi1vZmZpY2UifSwiZXBoZW1lcmFs' +
    'IjoiQWt2a1VlOVRaRENvQW93aGhBQ1B0eXBqeTQyWUZ1c3luN0pXZnlKY3huVSIsIm5vbmNlIjoiNTFVVWphdjZ0TkxUTV9j' +
    'USIsInJlY2lwaWVudHMiOlt7ImtleSI6IjczMjRmNTBkYmIzNGUyNjZiYmQ3YjljZDNkYzE2YzMwIiwid3JhcHBlZCI6InRn' +
    'amgtQnlGOWhfd2RaLUdpOW5UQ0xsdFo3dURwYndEVTVPUG5NUmZMNk8yMEl1aVUxaXYzY2tpT3lBcXFqUG4ifV0sInN1aXRl' +
    'IjoiczEiLCJ2IjoxfQrMjlRQelqKQ7N4adjoZ6PmFqlkVGrnPTlirTQv9QF0kw',
};

/**
 * Suite 2: GB/T 32905-2016 A.1 (abc), GB/T 32918.5-2017 A.2 (key, message and published signature). The suite's own
 * signature, the content and the seal are our own: the standard's number of a signature is random, and SM4's key follows
 * from ours.
 */
export const answersTwo: KnownAnswers = {
  abc: '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
  publicKey: 'Awn53zEeVCGhUN19Fh5LxcZyF5-tGDP8B2uwj_NW81Ag',
  secretKey: 'OUUgj3shRLE_NuOKxtOflYiTk2koYLUaQvuB7033xbg',
  message: '6d65737361676520646967657374',
  published:
    'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa',
  signature:
    '24858ee71d63e687feefe41f5af80a59f0791eb1dabc2bbe71daf0e57f06c3673d15550de52785a435004c937256ac715c0e04176ac57062c6722fa692f7a491',
  ...gcm,
  encrypted:
    'b110d532b4be6a9adaaffebd9311e689dd0b33752873775391ba3a0283b1301888194b4ecfebbe5c8e6bba07d4ca37b34dcaf409817adcd670dcb7fc465059b113873a46fb12f702dfdbfc37',
  sealing: {
    publicKey: 'AvZFPz4qqlrSv1xyH7F241sJWWmv-UWja7A8Xazs_1L2',
    secretKey: 'og_r3E2oqwcV_LvL77R4CEBd1s3aVeAPjvhQzxLkpZ8',
  },
  sealed:
    'eGllYmFuLWJ1bmRsZS12MQp7ImFib3V0Ijp7ImZyb20iOiJhLW9mZmljZSIsInRvIjoiYi1vZmZpY2UifSwibm9uY2UiOiJr' +
    'WDM4SURUcmI5NkRYbk5jIiwicmVjaXBpZW50cyI6W3sia2V5IjoiMDZiNzY2Yzk0MWE4YmRlZGZhMTY5N2RkNGUyOWYxYmIi' +
    'LCJ3cmFwcGVkIjoiQk14b1BQZlY4NUJkd0gtRThyLVVuYU9YNm5hUTBxVTE1cTNOeGhYN1ZkbkNOazBwTjd6MDhtWUVuc0lJ' +
    'MVdCd2J6X3drT1FEeHE0RVNCOFF4cmU1bVJnLUtWRjIyWGd1UHBDQWZwcks1SjR0WWpCU1ZIc1FaSWJjbXVjS2pXbHdPSEFp' +
    'ckptYmxzMUprLXFlQmxMaGdGRm5hU2JtRTByaG1fRW5LSXg3SFFEeSJ9XSwic3VpdGUiOiJzMiIsInYiOjF9CkiU86JzbfZM' +
    '51pbOaoOyDyaaexH7uHaCAIQQ37yKAep',
};
