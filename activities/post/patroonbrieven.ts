import { ADRESSEN } from '#contract/adressen.ts';
import { boolean, date, instant, json, object, oneOf, orNull, type Row, text } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { isActief } from '#db/queries/actief.ts';
import { NU, VANDAAG } from '#db/queries/klok.ts';
import { WEEK } from '#db/queries/werktijden.ts';
import { type Db, rows, sql } from '#db/sql.ts';
import { labelVan } from '#domain/beleid/codelijsten.ts';
import type { Patroonstaat } from '#domain/patroon/staat.ts';
import { laatsteDagVan } from '#domain/patroon/vooraf.ts';
import { eersteOverzicht, STANDAARDWEEK, type Werkweek } from '#domain/post/werktijden.ts';
import { beginVan, plusDagen } from '#domain/tijd/amsterdam.ts';

import { PATROONBERICHTEN } from '../schrijven/patroonpost.ts';
import type { Afzender, Brief } from './brief.ts';
import { aanhef } from './enkel.ts';
import { voorIeder } from './ieder.ts';
import { stelUit, zetStatus } from './klaar.ts';
import { PATROONTEKSTEN, type Patroonzaak } from './teksten/patroon.ts';
import { legZendingKlaar } from './zending.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'post' } as const;

const BELCONTACT = object({ naam: text, telefoon: text });

const BERICHT_RIJ = {
  id: text,
  gebruiker: text,
  naam: text,
  email: text,
  actief: boolean,
  week: orNull(json<Werkweek>()),
  /** The last date of the absence of who gets it; null for who is there. */
  wegTot: orNull(date),
  nummer: text,
  soort: oneOf(PATROONBERICHTEN),
  waarom: oneOf(['eigenaar', 'landelijk_team']),
  stap: orNull(text),
  staat: json<Patroonstaat>(),
  eigenaar: BELCONTACT,
  door: orNull(BELCONTACT),
  nu: instant,
};
type Patroonbericht = Row<typeof BERICHT_RIJ>;

/**
 * Makes a mail of every bericht about a patroon whose time has come; what was overtaken goes to nobody, and what is for somebody who is away
 * waits for the first digest after it. Returns how many it looked at; throws AggregateError once all had their turn.
 */
export async function schrijfPatroonbrieven(database: Database, afzender: Afzender): Promise<number> {
  const lezers = await rows(
    database.voor(ALS),
    sql`select distinct b.gebruiker from bericht b join stroom s on s.id = b.stroom and s.soort = 'patroon'
         where b.status = 'wacht' and b.niet_voor <= ${NU} and b.gebruiker is not null`,
    { gebruiker: text },
  );
  return voorIeder(lezers, ({ gebruiker }) =>
    database.inTransaction(ALS, (db) => schrijfVoor(db, gebruiker, afzender)),
  );
}

async function schrijfVoor(db: Db, gebruiker: string, afzender: Afzender): Promise<number> {
  const klaar = await leesKlaar(db, gebruiker);
  for (const bericht of klaar) {
    const zaak = zaakVan(bericht);
    const { wegTot, week, staat } = bericht;
    if (zaak !== null && wegTot !== null) {
      const rooster = { week: week ?? STANDAARDWEEK, kalender: staat.kalender };
      await stelUit(db, [bericht], eersteOverzicht(beginVan(plusDagen(wegTot, 1)), rooster));
    } else if (zaak === null) await zetStatus(db, [bericht], 'vervallen');
    else await schrijf(db, bericht, zaak, afzender);
  }
  return klaar.length;
}

function leesKlaar(db: Db, gebruiker: string): Promise<Patroonbericht[]> {
  return rows(
    db,
    sql`select b.id, b.gebruiker, g.naam, g.email, ${isActief(sql`g`)} as actief, ${WEEK} as week,
               (select max(w.tot)::text from waarneming w where w.afwezige = g.id and ${VANDAAG} between w.van and w.tot) as "wegTot",
               s.nummer, b.soort, b.waarom, b.stap, s.staat, tijdstip(${NU}) as nu,
               jsonb_build_object('naam', e.naam, 'telefoon', e.telefoon) as eigenaar,
               case when d.id is not null then jsonb_build_object('naam', d.naam, 'telefoon', d.telefoon) end as door
          from bericht b
          join stroom s on s.id = b.stroom and s.soort = 'patroon'
          join gebruiker g on g.id = b.gebruiker
          join gebruiker e on e.id = s.staat ->> 'eigenaar'
          left join gebeurtenis f on f.stroom = b.stroom and f.volgnummer = b.volgnummer
          left join gebruiker d on d.id = f.door
         where b.gebruiker = ${gebruiker} and b.status = 'wacht' and b.niet_voor <= ${NU}
         order by b.id limit 100 for update of b skip locked`,
    BERICHT_RIJ,
  );
}

/** What the mail tells of it; null when what it would ask is done, or is for another by now, or its reader left. */
function zaakVan({
  nummer,
  gebruiker,
  actief,
  waarom,
  stap: sleutel,
  staat,
  eigenaar,
  door,
}: Patroonbericht): Patroonzaak | null {
  const stap = staat.stappen.find((een) => (sleutel === null ? een.soort === staat.fase : een.sleutel === sleutel));
  if (!actief || stap === undefined || (waarom === 'eigenaar' && staat.eigenaar !== gebruiker)) return null;
  const orgaan = stap.verzoek === null ? null : labelVan('orgaan', stap.verzoek);
  return { nummer, stap: stap.soort, orgaan, laatsteDag: laatsteDagVan(stap, staat), eigenaar, door };
}

async function schrijf(
  db: Db,
  { id, gebruiker, naam, email, nummer, soort, nu }: Patroonbericht,
  zaak: Patroonzaak,
  { publicUrl, from }: Afzender,
): Promise<void> {
  const { waarom, ...woorden } = PATROONTEKSTEN[soort](zaak);
  const brief: Brief = {
    ...woorden,
    aanhef: aanhef({ naam }),
    groepen: [],
    knop: { tekst: 'Open het patroon', url: `${publicUrl}${ADRESSEN.patroon({ patroon: nummer })}` },
    voet: [
      `U krijgt deze mail omdat ${waarom}.`,
      'Deze mail is automatisch verstuurd. Waar het patroon over gaat, leest u alleen in Signaalpunt.',
    ],
  };
  const zending = await legZendingKlaar(db, {
    gebruiker,
    adres: email,
    antwoordAan: null,
    soort: 'direct',
    brief,
    sleutel: id,
    from,
    op: nu,
    afmelden: null,
  });
  await zetStatus(db, [{ id }], 'gebundeld', zending);
}
