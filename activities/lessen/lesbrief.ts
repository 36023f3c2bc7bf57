import { ADRESSEN } from '#contract/adressen.ts';
import { text } from '#db/columns.ts';
import { isActief } from '#db/queries/actief.ts';
import { type Db, rows, sql } from '#db/sql.ts';
import type { Datum } from '#domain/tijd/amsterdam.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

import type { Afzender, Brief } from '../post/brief.ts';
import { legKlaar } from '../post/brieven.ts';

/** What another did with a les, for who wrote it or whose it is. */
interface Lesnieuws {
  nummer: string;
  versie: number;
  /** Who hears what, by id. */
  aan: Readonly<Record<string, keyof typeof NIEUWS>>;
  /** The Amsterdam date on which this version was written. */
  geschreven: Datum;
  wie: { naam: string };
}

/**
 * Lays a letter ready to who wrote this version, and to whose les it is: what another did with it. Who may not see the les any more does not
 * hear of it.
 */
export async function schrijfLesnieuws(
  db: Db,
  afzender: Afzender,
  { nummer, versie, aan, geschreven, wie }: Lesnieuws,
): Promise<void> {
  // In the order of their addresses, so that two who write post never wait for each other.
  const lezers = await rows(
    db,
    sql`select g.id, g.naam, g.email from gebruiker g where g.id = any(${Object.keys(aan)}::text[]) and ${isActief(sql`g`)}
           and not exists (select from les l where l.nummer = ${nummer} and l.niet_voor @> array[g.organisatie])
         order by lower(g.email)`,
    { id: text, naam: text, email: text },
  );
  for (const { id, naam, email } of lezers) {
    const nieuws = aan[id];
    if (nieuws === undefined) continue;
    const { onderwerp, alineas, knop } = NIEUWS[nieuws](nummer, wie.naam, voluit(geschreven));
    await legKlaar(db, afzender, {
      adres: email,
      brief: {
        onderwerp,
        aanhef: `Beste ${naam},`,
        alineas,
        gegevens: [],
        groepen: [],
        knop: { tekst: knop, url: `${afzender.publicUrl}${ADRESSEN.les({ les: nummer })}` },
        voet: ['U krijgt deze mail omdat u deze les schreef.', NIET_IN_DE_MAIL],
      },
      sleutel: `les-${nummer}-${versie}-${nieuws}`,
      op: new Date().toISOString(),
    });
  }
}

const NIET_IN_DE_MAIL = 'Deze mail is automatisch verstuurd. Wat er in een les staat, leest u alleen in Signaalpunt.';

/** Asks whether it still works. `voor`: the name of the owner where a deputy is asked; else empty. */
export function vraagbrief(
  { nummer, geldigTot, naam, voor }: { nummer: string; geldigTot: Datum; naam: string; voor: string },
  { publicUrl }: Pick<Afzender, 'publicUrl'>,
): Brief {
  const wie = voor === '' ? `U schreef les ${nummer}.` : `${voor} schreef les ${nummer}. U neemt waar voor ${voor}.`;
  return {
    onderwerp: `Werkt les ${nummer} nog?`,
    aanhef: `Beste ${naam},`,
    alineas: [
      `${wie} De les geldt tot en met ${voluit(geldigTot)}.`,
      'Werkt het nog? Zeg dan tot wanneer. Werkt het anders, of niet meer? Dan kunt u de les daar ook verbeteren of intrekken.',
      'Horen wij niets, dan staat er na die dag bij dat de les misschien verouderd is.',
    ],
    gegevens: [],
    groepen: [],
    knop: { tekst: 'Zeg of dit nog werkt', url: `${publicUrl}${ADRESSEN.lesVerlengen({ les: nummer })}` },
    voet: [
      voor === ''
        ? 'U krijgt deze mail omdat u deze les schreef.'
        : `U krijgt deze mail omdat u waarneemt voor ${voor}.`,
      NIET_IN_DE_MAIL,
    ],
  };
}

/** Says that nobody answered in time. */
export function verlopenbrief({ naam, aantal, url }: { naam: string; aantal: number; url: string }): Brief {
  const een = aantal === 1;
  return {
    onderwerp: een ? 'Van één les weet niemand of het nog werkt' : `Van ${aantal} lessen weet niemand of het nog werkt`,
    aanhef: `Beste ${naam},`,
    alineas: [
      een
        ? 'De laatste dag van één les is voorbij. Niemand heeft gezegd of het nog werkt.'
        : `De laatste dag van ${aantal} lessen is voorbij. Niemand heeft gezegd of het nog werkt.`,
      'Wilt u kijken of het nog klopt? U kunt een les verlengen, verbeteren of intrekken.',
    ],
    gegevens: [],
    groepen: [],
    knop: { tekst: een ? 'Bekijk deze les' : 'Bekijk deze lessen', url },
    voet: ['U krijgt deze mail omdat u bij het landelijk team hoort.', NIET_IN_DE_MAIL],
  };
}

/** What it says stands in no mail: that is read where one sees who asks. */
const NIEUWS = {
  geldig: (nummer, wie, op) => ({
    onderwerp: `Uw les ${nummer} staat bij Wat werkt`,
    alineas: [
      `${wie} heeft de les goedgekeurd die u schreef op ${op}. Iedereen die met signalen werkt, kan de les nu lezen.`,
      'U hoeft niets te doen. Vlak voor de laatste dag van de les vragen wij u of het nog werkt.',
    ],
    knop: 'Bekijk de les',
  }),
  verbeterd: (nummer, wie, op) => ({
    onderwerp: `Een ander verbeterde uw les ${nummer}`,
    alineas: [
      `Een ander verbeterde uw les op ${op}, en ${wie} keurde dat goed. Wie de les leest, ziet nu de verbeterde tekst.`,
      'Klopt het niet meer? Dan kunt u de les zelf weer verbeteren, of intrekken. De les blijft van u: wij vragen u of het nog werkt.',
    ],
    knop: 'Bekijk wat er nu staat',
  }),
  teruggestuurd: (nummer, wie, op) => ({
    onderwerp: `Er is een opmerking bij uw les ${nummer}`,
    alineas: [
      `${wie} heeft de les gelezen die u schreef op ${op}. Er moet nog iets anders. De les staat daarom nog niet bij Wat werkt.`,
      'Wilt u de opmerking lezen en de les verbeteren? Daarna kijkt een ander opnieuw.',
    ],
    knop: 'Lees de opmerking',
  }),
  ingetrokken: (nummer, wie, op) => ({
    onderwerp: `Uw les ${nummer} is ingetrokken`,
    alineas: [
      `${wie} heeft de les ingetrokken die u schreef op ${op}. Niemand vindt de les nu nog bij Wat werkt. Bij de les leest u waarom.`,
      'U hoeft niets te doen. Werkt het toch nog? Schrijf dan een nieuwe les.',
    ],
    knop: 'Lees waarom',
  }),
} satisfies Record<
  string,
  (nummer: string, wie: string, op: string) => Pick<Brief, 'onderwerp' | 'alineas'> & { knop: string }
>;
