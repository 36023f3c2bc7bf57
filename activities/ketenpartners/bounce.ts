import PostalMime, { type Attachment } from 'postal-mime';

import { type Db, rows, sql } from '#db/sql.ts';
import { DIENST } from '#domain/signaal/opdracht.ts';

import type { Uitvoeren } from '../uitvoeren.ts';

/** What a mail that came back says. */
interface Bounce {
  /** Whom it did not reach, in lower case. */
  adres: string;
  /** Of the mail that was sent, with its angle brackets; null when the report does not hold it. */
  messageId: string | null;
}

/**
 * Reads a delivery status notification (RFC 3464). null for any other mail, and for one that says that delivery was only delayed,
 * or will still be tried.
 */
async function leesBounce(rawMail: Uint8Array | string): Promise<Bounce | null> {
  const mail = await PostalMime.parse(rawMail, { attachmentEncoding: 'utf8', forceRfc822Attachments: true });
  const status = mail.attachments.find(({ mimeType }) => mimeType === 'message/delivery-status');
  if (status === undefined) return null;
  const velden = tekstVan(status);
  const isMislukt = /^Action:\s*failed\s*$/im.test(velden) && !/^Status:\s*[24]\./im.test(velden);
  const adres = /^(?:Original|Final)-Recipient:\s*(?:rfc822|utf-8)\s*;\s*<?([^\s<>]+@[^\s<>]+?)>?\s*$/im.exec(
    velden,
  )?.[1];
  if (!isMislukt || adres === undefined) return null;
  const verstuurd = mail.attachments.find(({ mimeType }) =>
    /^(?:message\/rfc822|text\/rfc822-headers)$/.test(mimeType),
  );
  const koppen = verstuurd === undefined ? '' : tekstVan(verstuurd).split(/\r?\n\r?\n/)[0];
  const messageId = /^Message-ID:\s*(<[^\s<>]+>)/im.exec(koppen ?? '')?.[1] ?? null;
  return { adres: adres.toLowerCase(), messageId };
}

/**
 * Ends every open verzoek that a mail which came back was about. `rawMail` as the mail server received it. Returns how many, or null
 * when it is no such report.
 */
export async function verwerkBounce(
  db: Db,
  voerUit: Uitvoeren['voerUit'],
  rawMail: Uint8Array | string,
): Promise<number | null> {
  const bounce = await leesBounce(rawMail);
  if (bounce === null || bounce.messageId === null) return null;
  const { messageId, adres } = bounce;
  const geraakt = await rows<Geraakt>(
    db,
    sql`${GERAAKT} where z.message_id = ${messageId} and lower(z.adres) = ${adres}`,
  );
  return meldOnbestelbaar(voerUit, geraakt);
}

/** The same for every mail that the mail server refused for good while it was sent. Returns how many verzoeken ended. */
export async function verwerkGeweigerde(db: Db, voerUit: Uitvoeren['voerUit']): Promise<number> {
  return meldOnbestelbaar(voerUit, await rows<Geraakt>(db, sql`${GERAAKT} where z.status = 'mislukt'`));
}

interface Geraakt {
  zending: string;
  stroom: string;
  verzoek: string;
}

/** The verzoeken that a mail was about and that are still with the address it went to, unless they were ended for it already. */
const GERAAKT = sql`
  select distinct z.id as zending, b.stroom, b.verzoek
    from zending z
    join bericht b on b.zending = z.id and b.verzoek is not null
    join partij p on p.stroom = b.stroom and p.verzoek = b.verzoek and z.adres in (p.email, p.escalatie_email)
    join stroom s on s.id = b.stroom and s.geparkeerd_op is null
     and not exists (select from opdracht o where o.id = 'onbestelbaar:' || z.id || ':' || b.verzoek)`;

async function meldOnbestelbaar(voerUit: Uitvoeren['voerUit'], geraakt: readonly Geraakt[]): Promise<number> {
  let geeindigd = 0;
  for (const { zending, stroom, verzoek } of geraakt) {
    const id = `onbestelbaar:${zending}:${verzoek}`;
    const antwoord = await voerUit(stroom, { id, door: DIENST, soort: 'verzoekOnbestelbaar', verzoek });
    if (antwoord.soort === 'gedaan' && antwoord.gebeurtenissen.length > 0) geeindigd += 1;
  }
  return geeindigd;
}

function tekstVan({ content }: Attachment): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}
