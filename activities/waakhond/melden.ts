import { randomUUID } from 'node:crypto';

import { ADRESSEN } from '#contract/adressen.ts';
import { list, oneOf, orNull, type Row, text } from '#db/columns.ts';
import type { Database } from '#db/database.ts';
import { isActief } from '#db/queries/actief.ts';
import { raakt } from '#db/queries/belangen.ts';
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
  /** The ids of whom it may be told: whoever's employer it concerns does not hear of it. */
  voor: list(text),
};

type Melding = Row<typeof MELDING_RIJ>;

/** What a mail names one by one; of more it says how many. */
const HOOGSTENS = 20;

/** Mails functioneel beheer, once, what was there for more than fifteen minutes. Returns how many meldingen were told. */
export async function meld(database: Database, afzender: Afzender): Promise<number> {
  return database.inTransaction(ALS, async (db) => {
    const ontvangers = await rows(
      db,
      sql`select g.id, g.naam, g.email from gebruiker g where ${IS_BEHEERDER} order by g.id`,
      { id: text, naam: text, email: text },
    );
    // With nobody to tell it stays untold, so that the first who comes is told.
    const meldingen = await rows(
      db,
      sql`with te_melden as (
            select m.id, jsonb_agg(g.id) as voor from waakhondmelding m join gebruiker g on ${IS_BEHEERDER} and not ${BETREFT_WERKGEVER}
             where m.opgelost_op is null and m.gemeld_op is null and m.eerst_gezien_op < clock_timestamp() - interval '15 minutes'
             group by m.id)
          update waakhondmelding m set gemeld_op = clock_timestamp() from te_melden t where t.id = m.id
          returning m.soort, m.nummer, m.toelichting, t.voor`,
      MELDING_RIJ,
    );
    if (meldingen.length === 0) return 0;
    for (const ontvanger of ontvangers) {
      const eigen = meldingen.filter(({ voor }) => voor.includes(ontvanger.id));
      if (eigen.length > 0) await schrijf(db, ontvanger, briefAan(ontvanger, eigen, afzender), afzender);
    }
    await rows(db, sql`select graphile_worker.por('post', '{}')`);
    return meldingen.length;
  });
}

const IS_BEHEERDER = sql`${isActief(sql`g`)} and g.rollen @> array['functioneel_beheer']`;

/** The same as `betreft_eigen_werkgever`, by which PostgreSQL leaves it out of the list. */
const BETREFT_WERKGEVER = sql`(exists (select from signaal s where s.id = m.stroom and ${raakt(sql`g.organisatie`, sql`s`)})
  or exists (select from patroon p where p.id = m.stroom and p.organisatie = g.organisatie))`;

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
    knop: { tekst: 'Bekijk de meldingen', url: `${publicUrl}${ADRESSEN.waakhond()}` },
    voet: [
      'U krijgt deze mail omdat u functioneel beheerder bent. Over hetzelfde krijgt u één mail.',
      'Deze mail is automatisch verstuurd.',
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
