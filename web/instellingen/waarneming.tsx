import { type RequestHandler, Router } from 'express';
import * as z from 'zod';

import type { Waarnemingen } from '#activities/gebruikers/waarnemingen.ts';
import { ADRESSEN } from '#contract/adressen.ts';
import type { Veldenboom } from '#contract/velden.ts';
import {
  NieuweWaarneming,
  PadWaarneming,
  WAARNEMING_OVERLAPT,
  waarnemingzicht,
  WAARNEMINGZINNEN,
} from '#contract/waarneming.ts';
import { actieveGebruikers, vindGebruiker } from '#db/queries/gebruikers.ts';
import { leesWaarneming, lijstWaarnemingen } from '#db/queries/waarnemingen.ts';
import { magWaarnemerRegelen, MET_SIGNALEN, zichtVan } from '#domain/bevoegdheden.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';
import { voluit } from '#domain/tijd/uitleg.ts';
import { bezwarenTegen } from '#handelingen/waarnemen.ts';
import { uuidOf } from '#platform/uuid.ts';

import { type Afloop, createInvulpagina, type Invulonderdelen } from '../invullen/invulpagina.tsx';
import { sendPage } from '../render.tsx';
import { paginavraag } from '../signalen/paginavraag.tsx';
import { alleenVoor } from '../toegestaan.tsx';
import { BOVEN } from './boven.ts';
import { Waarneemblad } from './pages/waarneming.tsx';

export interface Waarneemonderdelen extends Invulonderdelen {
  waarnemingen: Waarnemingen;
  publicUrl: string;
}

const LIJST = { adres: ADRESSEN.waarnemingen(), tekst: 'Wie voor u waarneemt' };
const PLEK = { hier: '', boven: [...BOVEN, LIJST] };

/** Who does the work of whom, and when: one's own, and for who coordinates that of their people. */
export function createWaarneming(onderdelen: Waarneemonderdelen): RequestHandler {
  const { database, context, nu } = onderdelen;
  const router = Router({ strict: true, caseSensitive: true });
  router.use(ADRESSEN.waarnemingen.patroon, alleenVoor(MET_SIGNALEN, onderdelen));
  router.get(ADRESSEN.waarnemingen.patroon, async (req, res) => {
    const { db, persoon, context: eigen } = paginavraag(req, database, context);
    const waarnemingen = await lijstWaarnemingen(db, waarnemingzicht(persoon), datumVan(nu()));
    const gelukt = GELUKT.get(req.query['gedaan']);
    sendPage(res, <Waarneemblad {...{ waarnemingen, persoon, gelukt }} context={eigen} />);
  });
  return router.use(regelen(onderdelen)).use(beeindigen(onderdelen));
}

const GELUKT: ReadonlyMap<unknown, string> = new Map([
  ['geregeld', 'De waarneming is geregeld.'],
  ['beeindigd', 'De waarneming is beëindigd.'],
]);

function regelen(onderdelen: Waarneemonderdelen): RequestHandler {
  const { waarnemingen } = onderdelen;
  return createInvulpagina(onderdelen, {
    adres: ADRESSEN.waarnemingRegelen,
    schema: NieuweWaarneming,
    zinnen: WAARNEMINGZINNEN as Veldenboom,
    woorden: {
      afwezige: {
        label: 'Voor wie is dit?',
        hint: 'Voor u zelf? Kies dan niets. Een coördinator regelt dit ook voor mensen van de eigen regio.',
        uit: 'persoon',
      },
      waarnemer: { label: 'Wie neemt waar?', uit: 'persoon' },
      vanDatum: { label: 'Vanaf welke dag?' },
      totEnMetDatum: { label: 'Tot en met welke dag?' },
    },
    vind: async ({ vraag: { db, persoon }, nu }) => {
      const anderen = (await actieveGebruikers(db)).filter(({ id }) => id !== persoon.id);
      return {
        ...PLEK,
        titel: 'Regel een waarnemer',
        knop: 'Regel deze waarnemer',
        terug: { adres: LIJST.adres, tekst: 'Toch niet regelen' },
        gevolg: [
          'In die dagen doet de waarnemer wat de behandelaar mag. In het verslag staat namens wie.',
          'De waarnemer krijgt aan het begin een lijst van wat loopt.',
          'Wie waarneemt voor een coördinator, leest en doet in die dagen alles wat die coördinator in de regio mag. Ook een metgezel, en ook iemand uit een andere regio.',
          'Regelt u het voor een ander, dan krijgt die bericht.',
        ],
        alleen: {
          waarnemer: idsVan(anderen.filter((ander) => zichtVan(ander) !== null)),
          afwezige: idsVan(anderen.filter((ander) => magWaarnemerRegelen(persoon, ander))),
        },
        doe: async (invoer, opdracht): Promise<Afloop> => {
          const { fouten, waarom } = await bezwarenTegen(db, invoer, persoon, datumVan(nu));
          if (fouten.length > 0) return { soort: 'onjuist', fouten };
          if (waarom !== null) return { soort: 'geweigerd', waarom, status: 403 };
          const { afwezige = persoon.id, waarnemer, vanDatum: van, totEnMetDatum: tot } = invoer;
          const nieuw = { id: uuidOf('waarneming', opdracht), afwezige, waarnemer, van, tot };
          const uitslag = await waarnemingen.bewaar(nieuw, persoon);
          return uitslag === 'bewaard'
            ? naar('geregeld')
            : {
                soort: 'geweigerd',
                waarom: `Er is op een van die dagen al een waarnemer. ${WAARNEMING_OVERLAPT}`,
                status: 409,
              };
        },
      };
    },
  });
}

function idsVan(personen: readonly { id: string }[]): string[] {
  return personen.map(({ id }) => id);
}

const NIETS = z.strictObject({});

function beeindigen(onderdelen: Waarneemonderdelen): RequestHandler {
  return createInvulpagina(onderdelen, {
    adres: ADRESSEN.waarnemingBeeindigen,
    schema: NIETS,
    zinnen: {},
    woorden: {},
    vind: async ({ vraag: { db, persoon }, req, res, nu }) => {
      const { waarneming: id } = PadWaarneming.safeParse(req.params).data ?? {};
      const waarneming = id === undefined ? null : await leesWaarneming(db, id);
      const afwezige = waarneming === null ? null : await vindGebruiker(db, waarneming.afwezige.id);
      // Who sends it twice, or after another, wanted what is so.
      if (waarneming === null || afwezige === null || !magWaarnemerRegelen(persoon, afwezige)) {
        res.redirect(303, LIJST.adres);
        return null;
      }
      return {
        ...PLEK,
        titel: 'Beëindig deze waarneming',
        knop: 'Beëindig deze waarneming',
        terug: { adres: LIJST.adres, tekst: 'Toch niet beëindigen' },
        inleiding: (
          <p>
            {`${waarneming.waarnemer.naam} neemt waar voor ${afwezige.naam}, van ${voluit(waarneming.van)} tot en met ${voluit(waarneming.tot)}.`}
          </p>
        ),
        gevolg: ['Vandaag telt niet meer mee. Wat nog moest beginnen, gaat niet door.'],
        doe: async (): Promise<Afloop> => {
          await onderdelen.waarnemingen.beeindig(waarneming.id, datumVan(nu), persoon);
          return naar('beeindigd');
        },
      };
    },
  });
}

function naar(gedaan: string): Afloop {
  return { soort: 'gedaan', naar: `${LIJST.adres}?gedaan=${gedaan}` };
}
