import { randomUUID } from 'node:crypto';

import type { Db } from '#db/sql.ts';
import { AFMELDBAAR, isPlicht, waarover } from '#domain/post/plicht.ts';
import type { Berichtsoort } from '#domain/signaal/berichtsoorten.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';

import { afmeldUrl } from './afmeldlink.ts';
import type { Afzender, Brief } from './brief.ts';
import type { KlaarBericht, Ontvanger } from './klaar.ts';
import { legZendingKlaar } from './zending.ts';

/** A mail that is ready to be fixed. */
export interface Geschreven {
  /** What it tells; none in a list of what runs. */
  berichten: readonly KlaarBericht[];
  geschreven: Brief;
  /** Who reads a reply to it; null when nobody does. */
  antwoord: { id: string; naam: string } | null;
  /** Its Date. */
  op: Tijdstip;
}

/** Fixes the mail for good: every attempt to send it sends this. Returns its id. The id of its first bericht makes the Message-ID. */
export async function bewaarZending(
  db: Db,
  { id, email }: Ontvanger,
  { berichten, geschreven, antwoord, op }: Geschreven,
  { from, publicUrl }: Afzender,
): Promise<string> {
  const afmelden = await afmeldadres(db, id, berichten, publicUrl);
  const mail = {
    ...geschreven,
    ...(afmelden !== null && { afmelden: { url: afmelden, waarover: waarover(soortenIn(berichten)) } }),
    ...(antwoord !== null && { antwoordAan: antwoord.naam }),
  };
  const zending = await legZendingKlaar(db, {
    gebruiker: id,
    adres: email,
    antwoordAan: antwoord?.id ?? null,
    soort: berichten[0]?.bundel ?? 'dag',
    brief: mail,
    sleutel: berichten[0]?.id ?? randomUUID(),
    from,
    op,
    afmelden,
  });
  if (zending === null) throw new Error(`There is a mail about bericht ${berichten[0]?.id} already`);
  return zending;
}

/** null as soon as anything in it is duty. */
async function afmeldadres(
  db: Db,
  gebruiker: string | null,
  berichten: readonly KlaarBericht[],
  publicUrl: string,
): Promise<string | null> {
  if (gebruiker === null || berichten.length === 0) return null;
  if (berichten.some(({ soort, waarom }) => isPlicht(soort, waarom) || !AFMELDBAAR.includes(soort))) return null;
  return afmeldUrl(db, publicUrl, { gebruiker, soorten: soortenIn(berichten) });
}

function soortenIn(berichten: readonly KlaarBericht[]): Berichtsoort[] {
  return [...new Set(berichten.map(({ soort }) => soort))];
}
