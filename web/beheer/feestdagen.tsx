import { type RequestHandler, Router } from 'express';
import * as z from 'zod';

import type { Feestdagen } from '#activities/kalender/feestdagen.ts';
import { ADRESSEN } from '#contract/adressen.ts';
import { AL_EEN_ANDERE_DAG, feestdagfouten, FEESTDAGZINNEN, NieuweFeestdag, PadFeestdag } from '#contract/beheer.ts';
import type { Veldenboom } from '#contract/velden.ts';
import { leesFeestdagen } from '#db/queries/feestdagen.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

import { type Afloop, createInvulpagina, type Invulonderdelen } from '../invullen/invulpagina.tsx';
import { sendPage } from '../render.tsx';
import { paginavraag } from '../signalen/paginavraag.tsx';
import { Feestdagenblad } from './pages/feestdagen.tsx';

interface Feestdagonderdelen extends Invulonderdelen {
  feestdagen: Feestdagen;
}

const LIJST = { adres: ADRESSEN.beheerFeestdagen(), tekst: 'Feestdagen' };
const SCHUIFT_MEE = [
  'Lopende termijnen schuiven mee, nooit naar een dag die voorbij is.',
  'Wie het aangaat, krijgt bericht.',
];

/** The free days that a decree named: which there are, one more, and one less. */
export function createFeestdagpaginas(onderdelen: Feestdagonderdelen): RequestHandler {
  const { database, context, nu } = onderdelen;
  const router = Router({ strict: true, caseSensitive: true });
  router.get(ADRESSEN.beheerFeestdagen.patroon, async (req, res) => {
    const { db, context: eigen } = paginavraag(req, database, context);
    const gelukt = GELUKT.get(req.query['gedaan']);
    sendPage(
      res,
      <Feestdagenblad {...await leesFeestdagen(db)} vandaag={datumVan(nu())} gelukt={gelukt} context={eigen} />,
    );
  });
  return router.use(toevoegen(onderdelen)).use(weghalen(onderdelen));
}

const GELUKT: ReadonlyMap<unknown, string> = new Map([
  ['toegevoegd', 'De vrije dag is toegevoegd. Lopende termijnen schuiven mee.'],
  ['weggehaald', 'De vrije dag is weg. Lopende termijnen schuiven mee.'],
]);

function toevoegen(onderdelen: Feestdagonderdelen): RequestHandler {
  return createInvulpagina(onderdelen, {
    adres: ADRESSEN.feestdagToevoegen,
    schema: NieuweFeestdag,
    zinnen: FEESTDAGZINNEN as Veldenboom,
    woorden: {
      datum: {
        label: 'Welke dag is vrij?',
        zinnen: { al_vrij: 'Deze dag is al vrij: het is een weekend of een feestdag die wij zelf uitrekenen.' },
      },
      benaming: { label: 'Hoe heet die dag?', hint: 'Bijvoorbeeld: dag na Hemelvaartsdag.' },
      bron: {
        label: 'In welk besluit staat dat?',
        hint: 'De naam van het besluit, zoals die in de Staatscourant staat.',
      },
      volledigTotEnMetDatum: {
        label: 'Tot en met wanneer zijn nu alle vrije dagen bekend?',
        hint: 'Dit hoeft niet. Een jaar voor die datum waarschuwen wij u.',
      },
    },
    vind: ({ vraag: { persoon }, nu }) =>
      Promise.resolve({
        titel: 'Voeg een vrije dag toe',
        knop: 'Voeg deze dag toe',
        hier: LIJST.adres,
        boven: [LIJST],
        terug: { adres: LIJST.adres, tekst: 'Toch niet toevoegen' },
        gevolg: SCHUIFT_MEE,
        doe: async (dag): Promise<Afloop> => {
          const fouten = feestdagfouten(dag, datumVan(nu));
          if (fouten.length > 0) return { soort: 'onjuist', fouten };
          const { benaming: naam, datum, bron, volledigTotEnMetDatum = null } = dag;
          const nieuw = { datum, naam, bron, volledigTotEnMet: volledigTotEnMetDatum };
          return (await onderdelen.feestdagen.voegToe(nieuw, persoon.id))
            ? naar('toegevoegd')
            : { soort: 'geweigerd', waarom: AL_EEN_ANDERE_DAG, status: 409 };
        },
      }),
  });
}

const NIETS = z.strictObject({});

function weghalen(onderdelen: Feestdagonderdelen): RequestHandler {
  return createInvulpagina(onderdelen, {
    adres: ADRESSEN.feestdagWeghalen,
    schema: NIETS,
    zinnen: {},
    woorden: {},
    vind: async ({ vraag: { db, persoon }, req, res, nu }) => {
      const { datum = '' } = PadFeestdag.safeParse(req.params).data ?? {};
      const dag = (await leesFeestdagen(db)).feestdagen.find((een) => een.datum === datum);
      // Who sends it twice, or after another, wanted what is so; a day that is over stays what it was.
      if (dag === undefined || datum < datumVan(nu)) {
        res.redirect(303, LIJST.adres);
        return null;
      }
      return {
        titel: 'Haal deze vrije dag weg',
        knop: 'Haal deze dag weg',
        hier: LIJST.adres,
        boven: [LIJST],
        terug: { adres: LIJST.adres, tekst: 'Toch niet weghalen' },
        inleiding: <p>{`${voluit(datum)}: ${dag.benaming}`}</p>,
        gevolg: SCHUIFT_MEE,
        doe: async (): Promise<Afloop> => {
          await onderdelen.feestdagen.verwijder(datum, persoon.id);
          return naar('weggehaald');
        },
      };
    },
  });
}

function naar(gedaan: string): Afloop {
  return { soort: 'gedaan', naar: `${LIJST.adres}?gedaan=${gedaan}` };
}
