import { createHmac, timingSafeEqual } from 'node:crypto';

import { ADRESSEN } from '#contract/adressen.ts';
import { bytes } from '#db/columns.ts';
import { type Db, rows, sql } from '#db/sql.ts';
import { AFMELDBAAR } from '#domain/post/plicht.ts';
import type { Berichtsoort } from '#domain/signaal/berichtsoorten.ts';

/** Who does not want which kinds of bericht any more. */
export interface Afmeldverzoek {
  gebruiker: string;
  soorten: readonly Berichtsoort[];
}

/** The address with which a reader unsubscribes in one click (RFC 8058); signed, so that nobody can do it for another. */
export async function afmeldUrl(db: Db, publicUrl: string, verzoek: Afmeldverzoek): Promise<string> {
  const inhoud = Buffer.from(JSON.stringify([verzoek.gebruiker, ...verzoek.soorten])).toString('base64url');
  const token = `${inhoud}.${tekenen(inhoud, await geheim(db)).toString('base64url')}`;
  return `${publicUrl}${ADRESSEN.afmelden({ token })}`;
}

/** What a token from such an address asks; undefined for any other. */
export async function leesAfmeldtoken(db: Db, token: string): Promise<Afmeldverzoek | undefined> {
  const [, inhoud, handtekening] = /^([\w-]{1,2000})\.([\w-]{43})$/.exec(token) ?? [];
  if (inhoud === undefined || handtekening === undefined) return undefined;
  const gegeven = Buffer.from(handtekening, 'base64url');
  const verwacht = tekenen(inhoud, await geheim(db));
  if (gegeven.length !== verwacht.length || !timingSafeEqual(gegeven, verwacht)) return undefined;
  const [gebruiker = '', ...soorten] = JSON.parse(Buffer.from(inhoud, 'base64url').toString()) as string[];
  return { gebruiker, soorten: AFMELDBAAR.filter((soort) => soorten.includes(soort)) };
}

function tekenen(inhoud: string, sleutel: Uint8Array): Buffer {
  return createHmac('sha256', sleutel).update(inhoud).digest();
}

async function geheim(db: Db): Promise<Uint8Array> {
  const [rij] = await rows(db, sql`select waarde from geheim where naam = 'afmelden'`, { waarde: bytes });
  if (rij === undefined) throw new Error('The secret that signs links in mails is missing');
  return rij.waarde;
}
