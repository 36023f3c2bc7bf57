import { hexHash } from './hash.ts';
import { seal, unseal } from './seal.ts';

/** Wraps the keys of others with a master key, as a KMS does: what is wrapped says by which key, and nobody is handed that key. */
export interface KeyRing {
  /** The key with which is wrapped from now on. */
  readonly currentId: string;
  /** Those with which was wrapped before, and that still open. */
  readonly previousIds: readonly string[];
  /** `place` is bound to what is wrapped, so that it opens nothing elsewhere. */
  readonly wrap: (key: Buffer, place: string) => Promise<Buffer>;
  /** Throws MasterKeyMissing when it was wrapped by a key that is not on this ring. */
  readonly unwrap: (keyId: string, wrapped: Buffer, place: string) => Promise<Buffer>;
}

/** The master key by which something was wrapped is not here. Nothing is lost: with that key it opens again. */
export class MasterKeyMissing extends Error {
  override readonly name = 'MasterKeyMissing';
  readonly keyId: string;

  constructor(keyId: string) {
    super(`Master key ${keyId} is not on this ring`);
    this.keyId = keyId;
  }
}

/** A ring with the key of now and those before it, each of 32 bytes. */
export function createKeyRing(current: Uint8Array, previous: readonly Uint8Array[] = []): KeyRing {
  const keys = new Map([current, ...previous].map((key) => [keyIdOf(key), key]));
  return {
    currentId: keyIdOf(current),
    previousIds: previous.map(keyIdOf),
    wrap: async (key, place) => seal(current, key, place),
    unwrap: async (keyId, wrapped, place) => {
      const master = keys.get(keyId);
      if (master === undefined) throw new MasterKeyMissing(keyId);
      return unseal(master, wrapped, place);
    },
  };
}

function keyIdOf(key: Uint8Array): string {
  return hexHash(key, 12);
}
