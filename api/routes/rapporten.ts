import * as z from 'zod';

import type { Rapporten, Rapportopdracht, Rapportuitslag } from '#activities/rapporten/rapporten.ts';
import { bestandVan } from '#activities/rapporten/uitvoer/bestanden.ts';
import {
  INLEIDINGZINNEN,
  NIEUW_RAPPORT_ZINNEN,
  NieuwRapport,
  OPMERKINGZINNEN,
  PadRapport,
  PadRapportbestand,
  presentRapport,
  presentRapportregel,
  Rapportenlijst,
  Rapportinleiding,
  Rapportopmerking,
  RAPPORTMEDIATYPEN,
  rapportVan,
  Rapportverbetering,
  RapportWeergave,
  VERBETERINGZINNEN,
} from '#contract/rapport.ts';
import type { Aangemelde } from '#db/queries/gebruikers.ts';
import { leesRapport, lijstRapporten } from '#db/queries/rapporten.ts';
import { RAPPORTLEZERS, RAPPORTMAKERS } from '#domain/bevoegdheden.ts';
import type { Halfjaar } from '#domain/rapport/periode.ts';

import type { Diensten } from '../diensten.ts';
import { etagVan } from '../etag.ts';
import { nietGevonden, Probleem } from '../problem.ts';
import { bestand, route } from '../route.ts';
import { metZinnen } from '../validatie.ts';

const onderwerp = 'Rapporten';

export const rapporten = route({
  method: 'get',
  path: '/rapporten',
  operatie: 'lijstRapporten',
  onderwerp,
  samenvatting: 'Bekijk de rapporten',
  omschrijving: 'Programmaleiding ziet wat definitief is, het landelijk team ook de concepten.',
  rollen: RAPPORTLEZERS,
  reply: Rapportenlijst,
})(async ({ diensten }) => ({ body: { rapporten: (await lijstRapporten(diensten.db())).map(presentRapportregel) } }));

export const rapport = route({
  method: 'get',
  path: '/rapporten/{rapport}',
  operatie: 'leesRapport',
  onderwerp,
  samenvatting: 'Bekijk een rapport met al zijn tabellen',
  rollen: RAPPORTLEZERS,
  params: PadRapport,
  reply: RapportWeergave,
  heeftVersie: true,
})(({ params, diensten }) => rapportMet(diensten, gevraagd(params)));

export const rapportbestand = bestand({
  method: 'get',
  path: '/rapporten/{rapport}/uitvoer/{vorm}',
  operatie: 'haalRapportbestand',
  onderwerp,
  samenvatting: 'Haal een definitief rapport op als bestand',
  omschrijving: 'PDF/UA, ODS, Excel of CSV. Van een concept is er geen bestand.',
  rollen: RAPPORTLEZERS,
  params: PadRapportbestand,
  reply: z.string(),
  mediatypen: RAPPORTMEDIATYPEN,
})(async ({ params, diensten }) => {
  const { periode, versie } = gevraagd(params);
  const gevonden = await leesRapport(diensten.db(), periode, versie);
  // What is not final does not leave the service.
  if (gevonden?.status !== 'definitief') throw nietGevonden('Dit bestand');
  return bestandVan(gevonden, params.vorm);
});

export const maakRapport = route({
  method: 'post',
  path: '/rapporten',
  operatie: 'maakRapport',
  onderwerp,
  samenvatting: 'Maak een rapport over een half jaar',
  omschrijving:
    'Alleen over een half jaar dat voorbij is. Het is een concept tot een ander het nakijkt en het is vrijgegeven.',
  rollen: RAPPORTMAKERS,
  ...metZinnen(NieuwRapport, NIEUW_RAPPORT_ZINNEN),
  reply: RapportWeergave,
  heeftVersie: true,
})(async ({ body: { periode }, gebruiker, diensten }) => {
  const uitslag = await diensten.rapporten.maak(periode, gebruiker.id, diensten.nu());
  return rapportMet(diensten, await eisGedaan(diensten, uitslag, { periode, versie: 1 }));
});

const DAAD = {
  method: 'post',
  onderwerp,
  rollen: RAPPORTMAKERS,
  params: PadRapport,
  reply: RapportWeergave,
  heeftVersie: true,
} as const;

export const schrijfRapport = route({
  ...DAAD,
  path: '/rapporten/{rapport}/inleidingen',
  operatie: 'schrijfRapport',
  samenvatting: 'Schrijf de inleiding van een concept',
  omschrijving: 'Wie meeschrijft, kijkt het rapport niet zelf na.',
  ...metZinnen(Rapportinleiding, INLEIDINGZINNEN),
})((call) => doe(call, ({ schrijf }, opdracht) => schrijf(opdracht, call.body.inleiding ?? null)));

export const hertelRapport = route({
  ...DAAD,
  path: '/rapporten/{rapport}/hertellingen',
  operatie: 'hertelRapport',
  samenvatting: 'Tel een concept opnieuw',
})((call) => doe(call, ({ hertel }, opdracht) => hertel(opdracht)));

export const keurRapportGoed = route({
  ...DAAD,
  path: '/rapporten/{rapport}/goedkeuringen',
  operatie: 'keurRapportGoed',
  samenvatting: 'Keur het concept van een ander goed',
  omschrijving: 'Daarna verandert het niet meer. Wie eraan meeschreef, kan dit niet.',
})((call) => doe(call, ({ kijkNa }, opdracht) => kijkNa(opdracht, null)));

export const merkRapportOp = route({
  ...DAAD,
  path: '/rapporten/{rapport}/opmerkingen',
  operatie: 'merkRapportOp',
  samenvatting: 'Zeg wat er aan het concept van een ander anders moet',
  ...metZinnen(Rapportopmerking, OPMERKINGZINNEN),
})((call) => doe(call, ({ kijkNa }, opdracht) => kijkNa(opdracht, call.body.opmerking)));

export const geefRapportVrij = route({
  ...DAAD,
  path: '/rapporten/{rapport}/vrijgevingen',
  operatie: 'geefRapportVrij',
  samenvatting: 'Maak een nagekeken rapport definitief',
  omschrijving: 'Een definitief rapport verandert nooit meer. Wie het nakeek, geeft het niet zelf vrij.',
})((call) => doe(call, ({ geefVrij }, opdracht) => geefVrij(opdracht)));

export const verbeterRapport = route({
  ...DAAD,
  path: '/rapporten/{rapport}/verbeteringen',
  operatie: 'verbeterRapport',
  samenvatting: 'Begin een verbeterde versie van een definitief rapport',
  omschrijving: 'De oude versie blijft zoals die is. De nieuwe zegt wat er anders is.',
  ...metZinnen(Rapportverbetering, VERBETERINGZINNEN),
})((call) => doe(call, ({ verbeter }, opdracht) => verbeter(opdracht, call.body.wijziging)));

export const gooiRapportWeg = route({
  method: 'delete',
  path: '/rapporten/{rapport}',
  operatie: 'gooiRapportWeg',
  onderwerp,
  samenvatting: 'Gooi een rapport weg dat niet definitief is',
  rollen: RAPPORTMAKERS,
  params: PadRapport,
  reply: Rapportenlijst,
})(async (call) => {
  const { diensten } = call;
  const opdracht = opdrachtVan({ ...call, versies: undefined });
  await eisGedaan(diensten, await diensten.rapporten.gooiWeg(opdracht), opdracht);
  return { body: { rapporten: (await lijstRapporten(diensten.db())).map(presentRapportregel) } };
});

interface Welk {
  periode: Halfjaar;
  versie: number;
}

/** Throws Probleem 404 for what is no report. */
function gevraagd({ rapport: welk }: { rapport: string }): Welk {
  const naam = rapportVan(welk);
  if (naam === null) throw nietGevonden('Dit rapport');
  return naam;
}

interface Daadcall {
  opdracht: string;
  params: { rapport: string };
  gebruiker: Aangemelde;
  versies: readonly number[] | undefined;
  diensten: Diensten;
}

function opdrachtVan(call: Daadcall): Rapportopdracht {
  return {
    ...gevraagd(call.params),
    wie: call.gebruiker.id,
    standen: call.versies,
    opdracht: call.opdracht,
    nu: call.diensten.nu(),
  };
}

/** Throws Probleem 404, 409 or 412 when it was not done. */
async function eisGedaan(diensten: Diensten, uitslag: Rapportuitslag, welk: Welk): Promise<Welk> {
  switch (uitslag.soort) {
    case 'gedaan':
      return uitslag.rapport;
    case 'bestaat_niet':
      throw nietGevonden('Dit rapport');
    case 'intussen_gewijzigd': {
      const { body, versie } = await rapportMet(diensten, welk);
      const etag = etagVan(versie, Buffer.from(JSON.stringify(body)));
      throw new Probleem('rapport_gewijzigd', {
        detail: 'Het rapport is intussen veranderd. Bekijk het opnieuw.',
        headers: { etag },
      });
    }
    case 'kan_niet':
      throw new Probleem('rapport_kan_niet', { detail: uitslag.waarom });
  }
}

function doe(call: Daadcall, daad: (rapporten: Rapporten, opdracht: Rapportopdracht) => Promise<Rapportuitslag>) {
  return doeMetRapport(call, (opdracht) => daad(call.diensten.rapporten, opdracht));
}

/** What the report is after what this person did with it, or with something in it. */
export async function doeMetRapport(call: Daadcall, daad: (opdracht: Rapportopdracht) => Promise<Rapportuitslag>) {
  const opdracht = opdrachtVan(call);
  return rapportMet(call.diensten, await eisGedaan(call.diensten, await daad(opdracht), opdracht));
}

/** Throws Probleem 404 without such a report. */
async function rapportMet({ db }: Diensten, { periode, versie }: Welk) {
  const gevonden = await leesRapport(db(), periode, versie);
  if (gevonden === null) throw nietGevonden('Dit rapport');
  return { body: presentRapport(gevonden), versie: gevonden.stand };
}
