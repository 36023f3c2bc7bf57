import { ADRESSEN } from '#contract/adressen.ts';
import { text } from '#db/columns.ts';
import { type Db, rows, sql } from '#db/sql.ts';
import type { Datum } from '#domain/tijd/amsterdam.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

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

/** Asks whether it still works. `voor`: the name of the owner where a deputy is asked; else empty. */
export function vraagbrief(
  { nummer, geldigTot, naam, voor }: { nummer: string; geldigTot: Datum; naam: string; voor: string },
  { publicUrl }: Pick<Afzender, 'publicUrl'>,
): Brief {
  const wie = voor === '' ? 'een les die u schreef' : `een les van ${voor}, voor wie u waarneemt`;
  return {
    onderwerp: `Werkt les ${nummer} nog?`,
    aanhef: `Beste ${naam},`,
    alineas: [
      `Les ${nummer} is ${wie}. De les geldt tot en met ${voluit(geldigTot)}.`,
      'Werkt het nog? Zeg dan tot wanneer. Werkt het anders of niet meer? Dan kunt u de les daar ook verbeteren of intrekken.',
    ],
    gegevens: [],
    groepen: [],
    knop: { tekst: 'Zeg of dit nog werkt', url: `${publicUrl}${ADRESSEN.lesVerlengen({ les: nummer })}` },
    voet: [
      'Hoort niemand iets, dan staat de les daarna bij Misschien verouderd.',
      'Deze mail is automatisch verstuurd. Wat er in de les staat, leest u alleen in Signaalpunt.',
    ],
  };
}

/** Says that nobody answered in time. */
export function verlopenbrief({ naam, aantal, url }: { naam: string; aantal: number; url: string }): Brief {
  const wat = aantal === 1 ? 'één les' : `${aantal} lessen`;
  return {
    onderwerp: `Van ${wat} weet niemand of het nog werkt`,
    aanhef: `Beste ${naam},`,
    alineas: [
      `De laatste dag van ${wat} is voorbij. Niemand heeft gezegd of het nog werkt.`,
      'Kunt u kijken of het nog klopt? U kunt een les verlengen, verbeteren of intrekken.',
    ],
    gegevens: [],
    groepen: [],
    knop: { tekst: 'Bekijk wat misschien verouderd is', url },
    voet: [
      'U krijgt deze mail omdat u bij het landelijk team hoort.',
      'Deze mail is automatisch verstuurd. Wat er in een les staat, leest u alleen in Signaalpunt.',
    ],
  };
}

type Schrijf = (aan: string, nummer: string, door: string, afzender: Afzender) => Brief;

const OORDEEL: Readonly<Record<Beoordeeld['status'], Schrijf>> = {
  geldig: (aan, nummer, door, afzender) =>
    lesbrief(`Les ${nummer} staat bij Wat werkt`, { aan, nummer, afzender }, [
      `${door} heeft uw les goedgekeurd. Iedereen die met signalen werkt, kan de les nu lezen.`,
      'Voordat de les verloopt, vragen wij u of het nog werkt.',
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
