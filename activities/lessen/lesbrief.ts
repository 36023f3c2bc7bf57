import { ADRESSEN } from '#contract/adressen.ts';
import { text } from '#db/columns.ts';
import { type Db, rows, sql } from '#db/sql.ts';

import type { Afzender, Brief } from '../post/brief.ts';
import { legKlaar } from '../post/brieven.ts';

interface Beoordeeld {
  nummer: string;
  versie: number;
  /** Who wrote it, by id. */
  schrijver: string;
  status: 'geldig' | 'teruggestuurd';
  wie: { naam: string };
}

/** Lays the letter ready to who wrote this version: what a second person said of it. */
export async function schrijfBeoordeeld(
  db: Db,
  afzender: Afzender,
  { nummer, versie, schrijver: id, status, wie }: Beoordeeld,
): Promise<void> {
  const [schrijver] = await rows(
    db,
    sql`select g.naam, g.email from gebruiker g where g.id = ${id} and is_actief(g.actief_van, g.actief_tot)`,
    { naam: text, email: text },
  );
  if (schrijver === undefined) return;
  await legKlaar(db, afzender, {
    adres: schrijver.email,
    brief: OORDEEL[status](schrijver.naam, nummer, wie.naam, afzender),
    sleutel: `les-${nummer}-${versie}-${status}`,
    op: new Date().toISOString(),
  });
}

type Schrijf = (aan: string, nummer: string, door: string, afzender: Afzender) => Brief;

const OORDEEL: Readonly<Record<Beoordeeld['status'], Schrijf>> = {
  geldig: (aan, nummer, door, afzender) =>
    lesbrief(`Les ${nummer} staat bij Wat werkt`, { aan, nummer, afzender }, [
      `${door} heeft uw les goedgekeurd. Iedereen die met signalen werkt, kan haar nu lezen.`,
      'Voordat zij verloopt, vragen wij u of het nog werkt.',
    ]),
  teruggestuurd: (aan, nummer, door, afzender) =>
    lesbrief(`Les ${nummer} kan beter`, { aan, nummer, afzender }, [
      `${door} heeft uw les gelezen en iets opgemerkt. Lees de opmerking en pas de les aan.`,
    ]),
};

/** A letter about one les. What it says stands in no mail: that is read where one sees who asks. */
function lesbrief(
  onderwerp: string,
  { aan, nummer, afzender: { publicUrl } }: { aan: string; nummer: string; afzender: Afzender },
  alineas: readonly string[],
): Brief {
  return {
    onderwerp,
    aanhef: `Beste ${aan},`,
    alineas,
    gegevens: [],
    groepen: [],
    knop: { tekst: 'Open de les', url: `${publicUrl}${ADRESSEN.les({ les: nummer })}` },
    voet: [
      'U krijgt deze mail omdat u deze les schreef.',
      'Deze mail is automatisch verstuurd. Wat er in de les staat, leest u alleen in Signaalpunt.',
    ],
  };
}
