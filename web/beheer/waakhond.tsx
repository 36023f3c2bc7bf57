import { type RequestHandler, Router } from 'express';
import * as z from 'zod';

import { ADRESSEN } from '#contract/adressen.ts';
import { PadMelding, presentWaakhondmelding } from '#contract/beheer.ts';
import { leesWaakhondmelding, leesWaakhondmeldingen } from '#db/queries/waakhond.ts';

import { type Afloop, createInvulpagina, type Invulonderdelen } from '../invullen/invulpagina.tsx';
import { sendPage } from '../render.tsx';
import { paginavraag } from '../signalen/paginavraag.tsx';
import { Waakhondblad } from './pages/waakhond.tsx';

interface Waakhondonderdelen extends Invulonderdelen {
  geefVrij: (stroom: string) => Promise<void>;
}

const LIJST = { adres: ADRESSEN.waakhond(), tekst: 'Waakhond' };
const HOOGSTENS = 100;
const NIETS = z.strictObject({});

/** What the guard sees, by number and never by what a case is about, and letting go on what was parked. */
export function createWaakhondpaginas(onderdelen: Waakhondonderdelen): RequestHandler {
  const { database, context } = onderdelen;
  const router = Router({ strict: true, caseSensitive: true });
  router.get(ADRESSEN.waakhond.patroon, async (req, res) => {
    const { db, context: eigen } = paginavraag(req, database, context);
    const opgelost = req.query['opgelost'] === 'ja';
    const { aantal, meldingen } = await leesWaakhondmeldingen(db, { opgelost, limiet: HOOGSTENS });
    const gelukt =
      req.query['gedaan'] === 'vrijgegeven' ? 'Het signaal is vrijgegeven. De klok gaat verder.' : undefined;
    sendPage(
      res,
      <Waakhondblad
        {...{ aantal, opgelost, gelukt }}
        meldingen={meldingen.map(presentWaakhondmelding)}
        context={eigen}
      />,
    );
  });
  return router.use(vrijgeven(onderdelen));
}

function vrijgeven(onderdelen: Waakhondonderdelen): RequestHandler {
  return createInvulpagina(onderdelen, {
    adres: ADRESSEN.signaalVrijgeven,
    schema: NIETS,
    zinnen: {},
    woorden: {},
    vind: async ({ vraag: { db }, req, res }) => {
      const { melding: id } = PadMelding.safeParse(req.params).data ?? {};
      const melding = id === undefined ? null : await leesWaakhondmelding(db, id);
      const stroom = melding?.soort === 'signaal_geparkeerd' && melding.opgelostOp === null ? melding.stroom : null;
      // Who sends it twice, or after another, wanted what is so.
      if (melding === null || stroom === null) {
        res.redirect(303, LIJST.adres);
        return null;
      }
      return {
        titel: `Geef signaal ${melding.nummer ?? ''} vrij`,
        knop: 'Geef het signaal vrij',
        hier: LIJST.adres,
        boven: [LIJST],
        terug: { adres: LIJST.adres, tekst: 'Toch niet vrijgeven' },
        gevolg: [
          'Wat de klok intussen had moeten doen, gebeurt dan alsnog.',
          'Lopen de regels er weer op vast, dan komt er een nieuwe melding.',
        ],
        doe: async (): Promise<Afloop> => {
          await onderdelen.geefVrij(stroom);
          return { soort: 'gedaan', naar: `${LIJST.adres}?gedaan=vrijgegeven` };
        },
      };
    },
  });
}
