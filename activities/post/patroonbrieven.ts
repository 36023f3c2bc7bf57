import { ADRESSEN } from '#contract/adressen.ts';
import { instant, oneOf, type Row, text } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { isActief } from '#db/queries/actief.ts';
import { NU } from '#db/queries/klok.ts';
import { type Db, rows, sql } from '#db/sql.ts';

import { PATROONBERICHTEN, type Patroonberichtsoort } from '../schrijven/patroonpost.ts';
import type { Afzender, Brief } from './brief.ts';
import { aanhef } from './enkel.ts';
import { zetStatus } from './klaar.ts';
import { legZendingKlaar } from './zending.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'post' } as const;

const BERICHT_RIJ = {
  id: text,
  gebruiker: text,
  naam: text,
  email: text,
  nummer: text,
  soort: oneOf(PATROONBERICHTEN),
  nu: instant,
};

/** Makes a mail of every bericht about a patroon whose time has come. Returns how many. */
export function schrijfPatroonbrieven(database: Database, afzender: Afzender): Promise<number> {
  return database.inTransaction(ALS, async (db) => {
    const klaar = await leesKlaar(db);
    for (const bericht of klaar) await schrijf(db, bericht, afzender);
    return klaar.length;
  });
}

function leesKlaar(db: Db): Promise<Row<typeof BERICHT_RIJ>[]> {
  return rows(
    db,
    sql`select b.id, b.gebruiker, g.naam, g.email, s.nummer, b.soort, tijdstip(${NU}) as nu
          from bericht b
          join stroom s on s.id = b.stroom and s.soort = 'patroon'
          join gebruiker g on g.id = b.gebruiker and ${isActief(sql`g`)}
         where b.status = 'wacht' and b.niet_voor <= ${NU}
         order by b.id limit 100 for update of b skip locked`,
    BERICHT_RIJ,
  );
}

async function schrijf(db: Db, bericht: Row<typeof BERICHT_RIJ>, { publicUrl, from }: Afzender): Promise<void> {
  const { id, gebruiker, naam, email, nummer, soort, nu } = bericht;
  const { onderwerp, alinea, waarom } = TEKSTEN[soort];
  const brief: Brief = {
    onderwerp: onderwerp(nummer),
    aanhef: aanhef({ naam }),
    alineas: [alinea],
    gegevens: [],
    groepen: [],
    knop: { tekst: 'Open het patroon', url: `${publicUrl}${ADRESSEN.patroon({ patroon: nummer })}` },
    voet: [
      `U krijgt deze mail omdat u ${waarom}.`,
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

interface Patroontekst {
  onderwerp: (nummer: string) => string;
  alinea: string;
  waarom: string;
}

const TEKSTEN: Readonly<Record<Patroonberichtsoort, Patroontekst>> = {
  patroon_aan_u: {
    onderwerp: (nummer) => `Patroon ${nummer} is nu van u`,
    alinea: 'U bent nu eigenaar van dit patroon. Wilt u ermee verder gaan?',
    waarom: 'eigenaar bent van dit patroon',
  },
  patroon_herinnering: {
    onderwerp: (nummer) => `Herinnering: de fase van patroon ${nummer} loopt af`,
    alinea:
      'Wilt u kijken hoe het ervoor staat, en vastleggen wat er is gedaan? Is de fase voorbij, kies dan een andere.',
    waarom: 'eigenaar bent van dit patroon',
  },
  patroon_reactie: {
    onderwerp: (nummer) => `Is er een reactie voor patroon ${nummer}?`,
    alinea:
      'De dag waarop een landelijk orgaan zou reageren, is voorbij. Wilt u de reactie vastleggen, of erachteraan bellen?',
    waarom: 'eigenaar bent van dit patroon',
  },
  patroon_te_laat: {
    onderwerp: (nummer) => `Patroon ${nummer} vraagt aandacht`,
    alinea:
      'Een termijn van dit patroon is voorbij, of een antwoord bleef onderweg liggen. Wilt u samen kijken wie er iets aan doet?',
    waarom: 'bij het landelijk team hoort',
  },
};
