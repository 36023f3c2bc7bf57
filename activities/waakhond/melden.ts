import { randomUUID } from 'node:crypto';

import { oneOf, orNull, type Row, text } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { isActief } from '#db/queries/actief.ts';
import { type Db, rows, sql } from '#db/sql.ts';
import { MELDINGSOORTEN, SOORTEN_MELDING } from '#domain/beleid/meldingsoorten.ts';

import type { Afzender, Brief } from '../post/brief.ts';
import { legZendingKlaar } from '../post/zending.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'waakhond' } as const;

interface Ontvanger {
  id: string;
  naam: string;
  email: string;
}

const MELDING_RIJ = {
  soort: oneOf(SOORTEN_MELDING),
  nummer: orNull(text),
  toelichting: orNull(text),
};

type Melding = Row<typeof MELDING_RIJ>;

/** What a mail names one by one; of more it says how many. */
const HOOGSTENS = 20;

/** Mails functioneel beheer, once, what was there for more than fifteen minutes. Returns how many meldingen were told. */
export async function meld(database: Database, afzender: Afzender): Promise<number> {
  return database.inTransaction(ALS, async (db) => {
    const ontvangers = await rows(
      db,
      sql`select g.id, g.naam, g.email from gebruiker g where ${isActief(sql`g`)} and g.rollen @> array['functioneel_beheer'] order by g.id`,
      { id: text, naam: text, email: text },
    );
    // With nobody to tell it stays untold, so that the first who comes is told.
    if (ontvangers.length === 0) return 0;
    const meldingen = await rows(
      db,
      sql`update waakhondmelding set gemeld_op = clock_timestamp()
           where opgelost_op is null and gemeld_op is null and eerst_gezien_op < clock_timestamp() - interval '15 minutes'
          returning soort, nummer, toelichting`,
      MELDING_RIJ,
    );
    if (meldingen.length === 0) return 0;
    for (const ontvanger of ontvangers)
      await schrijf(db, ontvanger, briefAan(ontvanger, meldingen, afzender), afzender);
    await rows(db, sql`select graphile_worker.por('post', '{}')`);
    return meldingen.length;
  });
}

async function schrijf(db: Db, { id, email }: Ontvanger, brief: Brief, { from }: Afzender): Promise<void> {
  await legZendingKlaar(db, {
    gebruiker: id,
    adres: email,
    antwoordAan: null,
    soort: 'dag',
    brief,
    sleutel: randomUUID(),
    from,
    op: sql`clock_timestamp()`,
    afmelden: null,
  });
}

function briefAan({ naam }: Ontvanger, meldingen: readonly Melding[], { publicUrl }: Afzender): Brief {
  const perSoort = Map.groupBy(meldingen, ({ soort }) => soort);
  return {
    onderwerp:
      meldingen.length === 1 ? 'Signaalpunt vraagt aandacht' : `Signaalpunt vraagt aandacht (${meldingen.length})`,
    aanhef: `Beste ${naam},`,
    alineas: [
      'De waakhond van Signaalpunt ziet al langer dan een kwartier iets dat niet klopt. Wat hij zelf kon herstellen heeft hij geprobeerd.',
      ...[...perSoort].map(([soort, reeks]) => `${MELDINGSOORTEN[soort]} ${opsomming(reeks)}`.trim()),
    ],
    gegevens: [],
    groepen: [],
    knop: { tekst: 'Naar Signaalpunt', url: `${publicUrl}/` },
    voet: [
      'U krijgt deze mail omdat u functioneel beheerder bent. Over hetzelfde krijgt u één mail.',
      'Alle meldingen staan in de API, onder /api/v1/waakhondmeldingen.',
    ],
  };
}

function opsomming(meldingen: readonly Melding[]): string {
  const namen = meldingen.flatMap(({ nummer, toelichting }) => nummer ?? toelichting ?? []);
  const rest = namen.length - HOOGSTENS;
  const genoemd = namen.slice(0, HOOGSTENS).join(', ');
  if (genoemd === '') return '';
  return rest > 0 ? `(${genoemd} en nog ${rest})` : `(${genoemd})`;
}
