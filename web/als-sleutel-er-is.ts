import { MasterKeyMissing } from '#platform/key-ring.ts';

/** null when the key that opens it is not here: the rest of the page does not hang on it. */
export async function alsSleutelErIs<T>(werk: Promise<T>): Promise<T | null> {
  return werk.catch((error: unknown) => {
    if (error instanceof MasterKeyMissing) return null;
    throw error;
  });
}
