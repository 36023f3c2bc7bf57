import PostalMime, { type Attachment, type Email } from 'postal-mime';

import { number, orNull, type Row, text } from '#db/columns.ts';
import { type Db, rows, sql } from '#db/sql.ts';
import { DIENST, type Opdracht } from '#domain/signaal/opdracht.ts';
import { isUuid } from '#platform/uuid.ts';

import type { Uitvoeren } from '../schrijven/uitvoeren.ts';

/** What a mail that came back says of the mail that was sent; what it does not say is null. */
interface Bounce {
  /** The Message-ID, with its angle brackets. */
  messageId: string | null;
  /** The envelope id under which it was sent (RFC 3461 §4.4): the id of the zending. */
  envelop: string | null;
  /** Status (RFC 3463), such as 5.1.1. */
  status: string;
}

/** The machine readable part of a report, for addresses in ASCII (RFC 3464) and in any script (RFC 6533). */
const RAPPORT = /^message\/(?:global-)?delivery-status$/;
/** The mail that came back, or its headers alone. */
const TERUG = /^(?:message\/(?:rfc822|global|global-headers)|text\/rfc822-headers)$/;

/**
 * Reads a report on delivery. null for any other mail, and for a report that does not say that delivery failed for good: the class of
 * its status does not count, for after days of trying that is still 4. Whom it names is of no use either, since behind a forwarding
 * that is an address that we do not know; each of our mails goes to one address, so it is known by its own id.
 */
async function leesBounce(rawMail: Uint8Array | string): Promise<Bounce | null> {
  const mail = await PostalMime.parse(rawMail, { attachmentEncoding: 'utf8', forceRfc822Attachments: true });
  const rapport = mail.attachments.find(({ mimeType }) => RAPPORT.test(mimeType));
  if (rapport === undefined) return null;
  const blokken = await Promise.all(
    tekstVan(rapport)
      .split(/(?:\r?\n){2,}/)
      .filter((blok) => blok.trim() !== '')
      .map((blok) => PostalMime.parse(blok)),
  );
  const mislukt = blokken.find((blok) => /^failed\b/i.test(veld(blok, 'action')));
  if (mislukt === undefined) return null;
  const terug = mail.attachments.find(({ mimeType }) => TERUG.test(mimeType));
  const messageId = terug === undefined ? undefined : (await PostalMime.parse(tekstVan(terug))).messageId;
  return {
    messageId: messageId ?? null,
    envelop: blokken.map((blok) => veld(blok, 'original-envelope-id')).find((id) => isUuid(id)) ?? null,
    status: /^[245]\.\d{1,3}\.\d{1,3}/.exec(veld(mislukt, 'status'))?.[0] ?? '',
  };
}

/** What became of a mail that came back. */
export interface Terugkomst {
  /** One of our mails came back. */
  herkend: boolean;
  /** How many acts told of it: a question that ended, or that somebody does not know what we mailed. */
  gemeld: number;
}

/**
 * Marks the mail of ours that came back as failed, and tells everybody whom that concerns. `rawMail` as the mail server received it.
 * null when it is no report that delivery failed. The same report again has no further effect. Throws as `voerUit`.
 */
export async function verwerkBounce(
  db: Db,
  voerUit: Uitvoeren['voerUit'],
  rawMail: Uint8Array | string,
): Promise<Terugkomst | null> {
  const bounce = await leesBounce(rawMail);
  if (bounce === null) return null;
  const { messageId, envelop, status } = bounce;
  const [zending] = await rows(
    db,
    sql`update zending set status = 'mislukt', laatste_fout = ${`De mail kwam terug (${status || 'zonder code'}).`}, lease_tot = null,
               volgende_poging = null
         where message_id = ${messageId} or id = ${envelop}::uuid returning id`,
    { id: text },
  );
  if (zending === undefined) return { herkend: false, gemeld: 0 };
  return { herkend: true, gemeld: await meld(voerUit, await geraakt(db, sql`z.id = ${zending.id}`)) };
}

/** Tells of every mail that the mail server refused for good while it was sent. Returns how many acts told of it. Throws AggregateError. */
export async function verwerkGeweigerde(db: Db, voerUit: Uitvoeren['voerUit']): Promise<number> {
  return meld(voerUit, await geraakt(db, sql`z.status = 'mislukt'`));
}

const GERAAKT_RIJ = {
  id: text,
  stroom: text,
  /** null unless it went to a party. */
  verzoek: orNull(text),
  /** null for who has no account. */
  gebruiker: orNull(text),
  /** Of the last gebeurtenis of which the mail told. */
  volgnummer: number,
};

/** What a mail was about that did not arrive. */
type Geraakt = Row<typeof GERAAKT_RIJ>;

/**
 * By verzoek what went to a party that still has the question, by signaal what somebody else should have known at once. A digest that
 * does not arrive is not told of by signaal (the guard sees it), nor is the telling itself, which would go round for ever.
 */
function geraakt(db: Db, welke: ReturnType<typeof sql>): Promise<Geraakt[]> {
  return rows(
    db,
    sql`select * from (
          select 'onbestelbaar:' || z.id || ':' || coalesce(b.verzoek, b.stroom::text) as id, b.stroom, b.verzoek, b.gebruiker,
                 max(b.volgnummer) as volgnummer
            from zending z
            join bericht b on b.zending = z.id
            join stroom s on s.id = b.stroom and s.geparkeerd_op is null
            left join partij p on p.stroom = b.stroom and p.verzoek = b.verzoek and z.adres in (p.email, p.escalatie_email)
           where ${welke}
             and (p.verzoek is not null or b.verzoek is null and b.bundel = 'direct' and b.soort <> 'post_onbestelbaar')
           group by z.id, b.stroom, b.verzoek, b.gebruiker) g
         where not exists (select from opdracht o where o.id = g.id)`,
    GERAAKT_RIJ,
  );
}

async function meld(voerUit: Uitvoeren['voerUit'], alle: readonly Geraakt[]): Promise<number> {
  const fouten: unknown[] = [];
  let gemeld = 0;
  for (const { stroom, ...een } of alle) {
    try {
      const antwoord = await voerUit(stroom, opdrachtOver(een));
      if (antwoord.soort === 'gedaan' && antwoord.gebeurtenissen.length > 0) gemeld += 1;
    } catch (fout) {
      fouten.push(fout);
    }
  }
  if (fouten.length > 0)
    throw new AggregateError(fouten, `${fouten.length} mails that did not arrive were not told of`);
  return gemeld;
}

function opdrachtOver({ id, verzoek, gebruiker, volgnummer }: Omit<Geraakt, 'stroom'>): Opdracht {
  const wie = { id, door: DIENST } as const;
  if (verzoek !== null) return { ...wie, soort: 'verzoekOnbestelbaar', verzoek, na: volgnummer };
  return { ...wie, soort: 'postOnbestelbaar', persoon: gebruiker };
}

function tekstVan({ content }: Attachment): string {
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}

/** One field of a block of a report, which is written like the headers of a mail. */
function veld({ headers }: Email, naam: string): string {
  return headers.find(({ key }) => key === naam)?.value.trim() ?? '';
}
