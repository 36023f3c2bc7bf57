import type { MikroORM } from '@mikro-orm/postgresql';

import { type Db, rows, sql } from '#db/sql.ts';
import { inTransaction } from '#db/transaction.ts';
import { datumVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';

import { isActueel } from './actueel.ts';
import type { Afzender, Brief } from './brief.ts';
import { contacten } from './contacten.ts';
import { brief } from './enkel.ts';
import { type KlaarBericht, neemBerichten, neemOntvanger, type Ontvanger, wieKrijgtPost } from './klaar.ts';
import { alsHtml, alsTekst } from './opmaak.tsx';
import { overzicht } from './overzicht.ts';
import { type Inhoud, type Onderdeel, zaakVan } from './zaak.ts';

/**
 * Makes a mail of every `direct` bericht whose time has come on the clock of its own stream, and one digest per person of
 * those of the `dag`; what is overtaken lapses. One transaction per person. Returns the number of mails. Throws AggregateError
 * once everybody is served who can be.
 */
export async function bundel(orm: MikroORM, afzender: Afzender): Promise<number> {
  const fouten: unknown[] = [];
  let gemaakt = 0;
  for (const gebruiker of await wieKrijgtPost(orm.em.getKysely())) {
    try {
      gemaakt += await inTransaction(orm, (db) => bundelVoor(db, gebruiker, afzender));
    } catch (fout) {
      fouten.push(fout);
    }
  }
  if (fouten.length > 0) throw new AggregateError(fouten, `No mail could be made for ${fouten.length} people`);
  return gemaakt;
}

async function bundelVoor(db: Db, gebruiker: string, afzender: Afzender): Promise<number> {
  const ontvanger = await neemOntvanger(db, gebruiker);
  if (ontvanger === undefined) return 0;
  const [actueel, ingehaald] = verdeel(await neemBerichten(db, gebruiker), (bericht) => isActueel(bericht, ontvanger));
  await zetStatus(db, ingehaald, 'vervallen', null);
  const mensen = await contacten(db, actueel);
  const mails = verdeelOverMails(actueel.map((bericht) => ({ bericht, zaak: zaakVan(bericht, ontvanger.id, mensen) })));
  for (const inhoud of mails) {
    const geschreven =
      inhoud.length === 1 ? brief(ontvanger, inhoud[0], afzender) : overzicht(ontvanger, inhoud, afzender);
    await bewaar(db, ontvanger, inhoud, geschreven, afzender);
  }
  return mails.length;
}

/** Every direct bericht alone, and those of the `dag` together. Streams may live on different days where time travel is allowed; a digest is of one day. */
function verdeelOverMails(onderdelen: readonly Onderdeel[]): Inhoud[] {
  const mails = Map.groupBy(onderdelen, ({ bericht }) =>
    bericht.bundel === 'direct' ? bericht.id : datumVan(bericht.nu),
  );
  return [...mails.values()].flatMap(([eerste, ...rest]) => (eerste === undefined ? [] : [[eerste, ...rest] as const]));
}

/** Fixes the mail for good: every attempt to send it sends this. The id of its first bericht makes the Message-ID. */
async function bewaar(
  db: Db,
  { id, email }: Ontvanger,
  inhoud: Inhoud,
  geschreven: Brief,
  { from }: Afzender,
): Promise<void> {
  const berichten = inhoud.map(({ bericht }) => bericht);
  const [{ bericht: eerste }] = inhoud;
  const op = berichten.reduce<Tijdstip>((laatst, { nu }) => (nu > laatst ? nu : laatst), eerste.nu);
  const messageId = `<${eerste.id}@${domeinVan(from)}>`;
  const [zending] = await rows<{ id: string }>(
    db,
    sql`insert into zending (gebruiker, adres, soort, onderwerp, inhoud, html, message_id, op)
        values (${id}, ${email}, ${eerste.bundel}, ${geschreven.onderwerp}, ${alsTekst(geschreven)}, ${alsHtml(geschreven)},
                ${messageId}, ${op})
        returning id`,
  );
  await zetStatus(db, berichten, 'gebundeld', zending?.id ?? null);
}

async function zetStatus(
  db: Db,
  berichten: readonly KlaarBericht[],
  status: 'gebundeld' | 'vervallen',
  zending: string | null,
): Promise<void> {
  const ids = berichten.map(({ id }) => id);
  await rows(db, sql`update bericht set status = ${status}, zending = ${zending} where id = any(${ids}::uuid[])`);
}

function verdeel<T>(alle: readonly T[], hoortErbij: (een: T) => boolean): [T[], T[]] {
  return [alle.filter(hoortErbij), alle.filter((een) => !hoortErbij(een))];
}

/** The domain of an address such as `Signaalpunt <post@signaalpunt.example>`. */
function domeinVan(from: string): string {
  return /@([^\s>]+)/.exec(from)?.[1] ?? 'signaalpunt.invalid';
}
