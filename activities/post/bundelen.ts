import type { Database } from '#db/database.ts';
import type { Db } from '#db/sql.ts';
import { datumVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';

import { maakPartnerlink, partnerUrl } from '../schrijven/partnerlink.ts';
import { isActueel } from './actueel.ts';
import { wieLeestAntwoord } from './antwoord.ts';
import { bewaarZending } from './bewaren.ts';
import { type Afzender, mailUrl } from './brief.ts';
import { zetCodesAchteraan } from './brieven.ts';
import { type Contacten, contacten } from './contacten.ts';
import { brief } from './enkel.ts';
import {
  type Bestemming,
  type KlaarBericht,
  neemBerichten,
  neemOntvanger,
  type Ontvanger,
  stelUit,
  wieKrijgtPost,
  zetStatus,
} from './klaar.ts';
import { draagOver } from './overnemen.ts';
import { overzicht } from './overzicht.ts';
import { schrijfPatroonbrieven } from './patroonbrieven.ts';
import { TEKSTEN } from './teksten.ts';
import { schrijfTweedebrieven } from './tweedebrieven.ts';
import { schrijfVoorstelbrieven } from './voorstelbrieven.ts';
import { meldWaarnemingen, terugkeermoment } from './waarneming.ts';
import { type Mailinhoud, type Onderdeel, zaakVan } from './zaak.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'post' } as const;

/**
 * Makes a mail of every `direct` bericht whose time has come on the clock of its own stream, and one digest per person or party of
 * those of the `dag`; what is overtaken lapses, and what is for people who are away goes to others. One transaction per person.
 * Returns the number of mails. Throws AggregateError once everybody is served who can be.
 */
export async function bundel(database: Database, afzender: Afzender): Promise<number> {
  const fouten: unknown[] = [];
  let gemaakt = 0;
  await draagOver(database).catch((fout: unknown) => fouten.push(fout));
  await meldWaarnemingen(database, afzender).then(
    (aantal) => (gemaakt += aantal),
    (fout: unknown) => fouten.push(fout),
  );
  for (const schrijf of [schrijfPatroonbrieven, schrijfVoorstelbrieven, schrijfTweedebrieven])
    await schrijf(database, afzender).then(
      (aantal) => (gemaakt += aantal),
      (fout: unknown) => fouten.push(fout),
    );
  for (const bestemming of await wieKrijgtPost(database.voor(ALS))) {
    try {
      gemaakt += await database.inTransaction(ALS, (db) => bundelVoor(db, bestemming, afzender));
    } catch (fout) {
      fouten.push(fout);
    }
  }
  if (fouten.length > 0) throw new AggregateError(fouten, `No mail could be made for ${fouten.length} people`);
  return gemaakt;
}

async function bundelVoor(db: Db, bestemming: Bestemming, afzender: Afzender): Promise<number> {
  const ontvanger = await neemOntvanger(db, bestemming);
  if (ontvanger === undefined) return 0;
  const berichten = await zonderWatWacht(db, ontvanger, await neemBerichten(db, bestemming));
  const geldig = berichten.filter((bericht) => isActueel(bericht, ontvanger));
  const mensen = await contacten(db, geldig);
  const actueel = zonderWatHetzelfdeZegt(geldig, ontvanger, mensen);
  await zetStatus(
    db,
    berichten.filter((bericht) => !actueel.includes(bericht)),
    'vervallen',
  );
  const mails = verdeelOverMails(actueel);
  for (const samen of mails) {
    const urls = await urlsVan(db, samen, ontvanger, afzender);
    const inhoud = alsInhoud(
      samen.map((bericht, i) => ({ bericht, zaak: zaakVan(bericht, ontvanger.id, mensen), url: urls[i] ?? null })),
    );
    const geschreven = inhoud.length === 1 ? brief(ontvanger, inhoud[0]) : overzicht(ontvanger, inhoud, afzender);
    const antwoord = wieLeestAntwoord(samen, ontvanger, mensen);
    const mail = { berichten: samen, geschreven, antwoord, op: laatste(samen) };
    const zending = await bewaarZending(db, ontvanger, mail, afzender);
    await zetStatus(db, samen, 'gebundeld', zending);
  }
  if (mails.length > 0 && ontvanger.id === null) await zetCodesAchteraan(db, ontvanger.email);
  return mails.length;
}

/** Of berichten about the same that came to say the same while they waited, the last: a signaal that went up, back and up again is moved once. */
function zonderWatHetzelfdeZegt(
  berichten: readonly KlaarBericht[],
  ontvanger: Ontvanger,
  mensen: Contacten,
): readonly KlaarBericht[] {
  const gezegd = new Map<string, KlaarBericht>();
  for (const bericht of berichten) {
    const { stroom, verzoek, stap, namens, feit, soort } = bericht;
    const zaak = zaakVan(bericht, ontvanger.id, mensen);
    const { onderwerp, alineas } = TEKSTEN[soort];
    const over = [stroom, verzoek, stap, namens, 'verzoek' in feit ? feit.verzoek : null];
    const wat = JSON.stringify([over, onderwerp(zaak), alineas(zaak)]);
    gezegd.delete(wat);
    gezegd.set(wat, bericht);
  }
  return [...gezegd.values()];
}

/** Somebody who has just been away gets everything but spoed in one mail, with the first digest. */
async function zonderWatWacht(
  db: Db,
  ontvanger: Ontvanger,
  berichten: readonly KlaarBericht[],
): Promise<readonly KlaarBericht[]> {
  const [eerste] = berichten;
  if (eerste === undefined) return [];
  const terug = await terugkeermoment(db, ontvanger, eerste.staat.kalender, datumVan(eerste.nu));
  if (terug === null) return berichten;
  const [nuAl, straks] = verdeel(berichten, ({ nu, staat }) => nu >= terug || staat.urgentie === 'spoed');
  await stelUit(db, straks, terug);
  return nuAl;
}

/**
 * Every direct bericht alone, but those that waited for the start of work together, as are those of the `dag`. Streams may live
 * on different days where time travel is allowed; a digest is of one day. Where that would tell the later thing about a signaal
 * first, that signaal has letters of its own.
 */
function verdeelOverMails(berichten: readonly KlaarBericht[]): KlaarBericht[][] {
  const perStroom = Map.groupBy(berichten, ({ stroom }) => stroom);
  const apart = new Set([...perStroom].filter(([, reeks]) => !isOpVolgorde(reeks)).map(([stroom]) => stroom));
  const mails = Map.groupBy(berichten, (bericht) => (apart.has(bericht.stroom) ? bericht.id : mailVan(bericht)));
  return opVolgorde([...mails.values()], perStroom);
}

/** True when of one signaal what goes together was told in one stretch, in one mail. */
function isOpVolgorde(reeks: readonly KlaarBericht[]): boolean {
  const mails = reeks.map(mailVan).filter((mail, i, alle) => mail !== alle[i - 1]);
  return (
    new Set(mails).size === mails.length && mails.filter((mail) => !reeks.some(({ id }) => id === mail)).length <= 1
  );
}

/** The mails by what arose first, but none before a mail with something earlier about a signaal that it speaks of. */
function opVolgorde(
  mails: KlaarBericht[][],
  perStroom: ReadonlyMap<string, readonly KlaarBericht[]>,
): KlaarBericht[][] {
  const verteld = new Set<string>();
  const over = [...mails];
  const geordend: KlaarBericht[][] = [];
  while (over.length > 0) {
    const volgende = over.findIndex((mail) =>
      mail.every(({ stroom, volgnummer }) =>
        perStroom
          .get(stroom)
          ?.every((ander) => ander.volgnummer >= volgnummer || verteld.has(ander.id) || mail.includes(ander)),
      ),
    );
    const [mail = []] = over.splice(Math.max(volgende, 0), 1);
    for (const { id } of mail) verteld.add(id);
    geordend.push(mail);
  }
  return geordend;
}

/** What goes in the same mail has the same. */
function mailVan({ id, bundel: soort, op, nietVoor, nu, staat }: KlaarBericht): string {
  if (soort === 'dag') return datumVan(nu);
  return nietVoor === op || staat.urgentie === 'spoed' ? id : nietVoor;
}

/** A link to the signaal; for a party to its own question, for a consulent to what may be read, made anew for every mail. */
async function urlsVan(
  db: Db,
  berichten: readonly KlaarBericht[],
  { id, email: adres }: Ontvanger,
  afzender: Afzender,
): Promise<(string | null)[]> {
  if (id !== null) return berichten.map((bericht) => mailUrl(afzender, bericht));
  const perVraag = new Map<string, string>();
  const urls: (string | null)[] = [];
  for (const { stroom, verzoek, soort, nu } of berichten) {
    if (soort === 'verzoek_vervallen') {
      urls.push(null);
      continue;
    }
    const vraag = `${stroom} ${verzoek}`;
    const url =
      perVraag.get(vraag) ?? partnerUrl(afzender.publicUrl, await maakPartnerlink(db, { stroom, verzoek, adres, nu }));
    perVraag.set(vraag, url);
    urls.push(url);
  }
  return urls;
}

function laatste(berichten: readonly KlaarBericht[]): Tijdstip {
  return berichten.reduce<Tijdstip>((later, { nu }) => (nu > later ? nu : later), '');
}

function alsInhoud([eerste, ...rest]: readonly Onderdeel[]): Mailinhoud {
  if (eerste === undefined) throw new TypeError('A mail about nothing');
  return [eerste, ...rest];
}

function verdeel<T>(alle: readonly T[], hoortErbij: (een: T) => boolean): [T[], T[]] {
  return [alle.filter(hoortErbij), alle.filter((een) => !hoortErbij(een))];
}
