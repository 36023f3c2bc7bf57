import type { Lessen } from '#activities/lessen/lessen.ts';
import { ADRESSEN } from '#contract/adressen.ts';
import { PadLes } from '#contract/les.ts';
import { voorop } from '#contract/present-les.ts';
import { leesLesversies } from '#db/queries/lessen.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';
import { bezwaarTegen, type Lesdaad, type Lesvoorstel, type Versies } from '#handelingen/lessen/daden.ts';

import type { Afloop, Invulbezoek, Invulonderdelen } from '../invullen/invulpagina.tsx';
import { sendPage } from '../render.tsx';
import { GeenLes, KanNu } from './pages/kan-niet.tsx';

export interface Lesonderdelen extends Invulonderdelen {
  lessen: Lessen;
}

/** Where all lessen are. */
export const LIJST = { adres: ADRESSEN.lessen(), tekst: 'Wat werkt' };

/** As long as most agreements at a desk hold, in days. */
export const EEN_JAAR = 365;

/** The page of a form about this les. */
export function plekVan(versies: Versies) {
  const { nummer, titel, stand } = voorop(versies);
  const adres = ADRESSEN.les({ les: nummer });
  return {
    hier: ADRESSEN.lessen(),
    boven: [LIJST, { adres, tekst: titel }],
    terug: { adres, tekst: 'Toch niet: terug naar de les' },
    stand: String(stand),
    gewijzigd: (
      <p>
        <a href={adres}>Lees de les van nu</a>
      </p>
    ),
  };
}

/** Answers itself, with null, where there is no such les for this person, or nothing of that kind to do. */
export function zoekLes(daad: Lesdaad): (bezoek: Invulbezoek) => Promise<Versies | null> {
  return async ({ vraag: { db, persoon, context }, req, res, nu }) => {
    const nummer = PadLes.safeParse({ les: req.params['les'] }).data?.les;
    const versies = nummer === undefined ? [] : await leesLesversies(db, persoon, nummer);
    if (versies.length === 0) {
      sendPage(res, <GeenLes context={context} />, 404);
      return null;
    }
    const bezwaar = bezwaarTegen(daad, versies, { persoon, vandaag: datumVan(nu) });
    if (bezwaar === null) return versies;
    // Who sends it twice, or after another, reads what became of it.
    if (req.method === 'POST' && bezwaar.code !== 'niet_bevoegd')
      res.redirect(303, ADRESSEN.les({ les: nummer ?? '' }));
    else
      sendPage(res, <KanNu waarom={bezwaar.message} context={context} />, bezwaar.code === 'niet_bevoegd' ? 403 : 409);
    return null;
  };
}

/** Has it written, and says where one reads that it is done. */
export async function voltooi(
  voorstel: Lesvoorstel,
  { lessen }: Lesonderdelen,
  { opdracht, persoon, gedaan }: { opdracht: string; persoon: { id: string; naam: string }; gedaan: string },
): Promise<Afloop> {
  if ('fouten' in voorstel) return { soort: 'onjuist', fouten: voorstel.fouten };
  if ('bezwaar' in voorstel) return { soort: 'geweigerd', waarom: voorstel.bezwaar.message, status: 403 };
  const les = await lessen.doe(voorstel, opdracht, persoon);
  return les === null
    ? { soort: 'geweigerd', waarom: 'Deze les is intussen veranderd. Er is nog niets bewaard.', status: 409 }
    : { soort: 'gedaan', naar: `${ADRESSEN.les({ les })}?gedaan=${gedaan}` };
}
