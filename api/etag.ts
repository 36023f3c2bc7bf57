import { hexHash } from '#platform/hash.ts';

/** Longer than this a list of entity tags is not looked at. */
export const LANGSTE_LIJST = 1000;

/**
 * The strong entity tag (RFC 9110 §8.8.3) of the bytes of one answer. Before the dash is the version of what is shown: If-Match asks
 * for that alone, so that a reminder that was sent keeps nobody from acting.
 */
export function etagVan(versie: number, inhoud: Uint8Array): string {
  return `"${versie}-${hexHash(inhoud, 20)}"`;
}

/** The versions in an If-Match (RFC 9110 §13.1.1): undefined when any will do; a tag that is none of ours matches nothing. */
export function versiesVan(kop: string | undefined): number[] | undefined {
  if (kop === undefined || kop.trim() === '*') return undefined;
  return tagsIn(kop).flatMap((tag) => {
    const nummer = /^"(\d{1,9})(?:-[\da-f]{20})?"$/.exec(tag)?.[1];
    return nummer === undefined ? [] : [Number(nummer)];
  });
}

/** Whether an If-None-Match (RFC 9110 §13.1.2) says that the asker has these very bytes. A weak tag will do. */
export function isBekend(kop: string | undefined, etag: string): boolean {
  if (kop === undefined || kop.length > LANGSTE_LIJST) return false;
  return kop.trim() === '*' || tagsIn(kop).some((tag) => tag === etag || tag === `W/${etag}`);
}

/** None of our tags has a comma in it. */
function tagsIn(kop: string): string[] {
  return kop.split(',').map((tag) => tag.trim());
}
