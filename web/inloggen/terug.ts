import { ADRESSEN } from '#contract/adressen.ts';

const LANGST = 2000;

/** Where somebody goes once they have logged in: an address of ours, or the start page for anything else. */
export function terugNaar(gevraagd: unknown, publicUrl: string): string {
  const start = ADRESSEN.start();
  if (typeof gevraagd !== 'string' || !gevraagd.startsWith('/') || gevraagd.length > LANGST) return start;
  // As a browser reads it: `//elders`, `/\elders` and a tab in between lead away.
  if (!URL.canParse(gevraagd, publicUrl)) return start;
  const { origin, pathname, search } = new URL(gevraagd, publicUrl);
  if (origin !== new URL(publicUrl).origin || pathname.startsWith('//')) return start;
  return pathname.startsWith(ADRESSEN.inloggen()) ? start : `${pathname}${search}`;
}
