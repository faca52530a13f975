/** A form of bytes that come from elsewhere, with samples their authors signed and the product's own reading of them. */
export type Form = {
  readonly name: string;
  readonly samples: readonly Uint8Array[];
  /** How often it is chosen beside the others. */
  readonly weight: number;
  /** Whether samples are signed, sealed or named by a hash, so that the product believes something of each. */
  readonly signed: boolean;
  /**
   * Everything the product would believe of these bytes, a text each; nothing when it refuses them. Of a sample that is
   * what its author signed. A throw is a find.
   */
  readonly take: (bytes: Uint8Array) => readonly string[] | Promise<readonly string[]>;
};

/** Bytes of a text. */
export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
