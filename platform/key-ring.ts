import { hexHash } from './hash.ts';
import { seal, unseal } from './seal.ts';

/** Wraps the keys of others with a master key, as a KMS does: what is wrapped says by which key, and nobody is handed that key. */
export interface KeyRing {
  /** The key with which is wrapped from now on. */
  readonly currentId: string;
  /** Every other name under which something may lie that still opens. */
  readonly previousIds: readonly string[];
  /** `place` is bound to what is wrapped, so that it opens nothing elsewhere. */
  readonly wrap: (key: Buffer, place: string) => Promise<Buffer>;
  /** Throws MasterKeyMissing when it was wrapped by a key that is not on this ring. */
  readonly unwrap: (keyId: string, wrapped: Buffer, place: string) => Promise<Buffer>;
}

/** A master key of 32 bytes, and what it is called where it wrapped something. */
export interface MasterKey {
  id: string;
  key: Uint8Array;
}

/**
 * The master key by which something was wrapped is not here, or another one has its name. Nothing is lost: with that key it opens again.
 */
export class MasterKeyMissing extends Error {
  override readonly name = 'MasterKeyMissing';
  readonly keyId: string;

  constructor(keyId: string, options?: ErrorOptions) {
    super(`Master key ${keyId} is not on this ring`, options);
    this.keyId = keyId;
  }
}

/** A ring of keys with names. What was wrapped before a key had one lies under its fingerprint, and opens as well. */
export function createKeyRing(current: MasterKey, previous: readonly MasterKey[] = []): KeyRing {
  const keys = new Map(
    [current, ...previous].flatMap(({ id, key }) => [[fingerprintOf(key), key] as const, [id, key]]),
  );
  return {
    currentId: current.id,
    previousIds: [...keys.keys()].filter((id) => id !== current.id),
    wrap: async (key, place) => seal(current.key, key, place),
    unwrap: async (keyId, wrapped, place) => {
      const master = keys.get(keyId);
      if (master === undefined) throw new MasterKeyMissing(keyId);
      try {
        return unseal(master, wrapped, place);
      } catch (cause) {
        throw new MasterKeyMissing(keyId, { cause });
      }
    },
  };
}

/** A key that has no name but what it is: the same for every process that has it. */
export function namedByItself(key: Uint8Array): MasterKey {
  return { id: fingerprintOf(key), key };
}

function fingerprintOf(key: Uint8Array): string {
  return hexHash(key, 12);
}
