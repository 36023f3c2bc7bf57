import type * as z from 'zod';

import {
  Escalatie,
  Intrekking,
  Notitie,
  Oppakking,
  Overdrachtnotitie,
  Terugkoppeling,
  Teruglegging,
  Toewijzing,
  UitkomstMelding,
} from '#contract/opdrachten.ts';
import { bestaandeOrganisaties } from '#db/queries/organisaties.ts';
import type { Signaalstand } from '#db/queries/signaal.ts';
import type { Teksten } from '#domain/signaal/opdracht.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';

import type { Diensten } from '../diensten.ts';
import { fout } from '../validatie.ts';
import { daad, magTekst } from './daad.ts';
import { eisPersoon, ongeldig } from './doe.ts';

export const pakOp = daad({
  path: 'oppakkingen',
  operatie: 'pakSignaalOp',
  samenvatting: 'Pak een signaal op',
  omschrijving: 'Een coördinator van de regio of het landelijk team wordt behandelaar.',
  body: Oppakking,
})(() => ({ soort: 'oppakken' }));

export const wijsToe = daad({
  path: 'toewijzingen',
  operatie: 'wijsSignaalToe',
  samenvatting: 'Wijs een signaal toe aan iemand',
  body: Toewijzing,
})(async ({ aan, toelichting }, { diensten }) => {
  await eisPersoon(diensten, 'aan', aan);
  return { soort: 'toewijzen', aan, ...magTekst('toelichting', toelichting) };
});

export const escaleer = daad({
  path: 'escalaties',
  operatie: 'escaleerSignaal',
  samenvatting: 'Breng een signaal een niveau hoger',
  omschrijving: 'Van lokaal naar regionaal kan pas na een eigen poging met een antwoord, tenzij om hulp was gevraagd.',
  body: Escalatie,
})(async ({ motief, overdracht, poging }, { diensten, stand }) => {
  if (poging !== undefined) await eisGoedePoging(diensten, poging, stand);
  return {
    soort: 'escaleren',
    motief,
    poging:
      poging === undefined
        ? null
        : { organisatie: poging.organisatie ?? null, datum: poging.datum, beantwoord: poging.antwoord !== undefined },
    tekst: { ...overdrachtteksten(overdracht), ...pogingteksten(poging) },
  };
});

export const legOverdrachtVast = daad({
  path: 'overdrachtnotities',
  operatie: 'legOverdrachtVast',
  samenvatting: 'Schrijf de overdracht die er nog niet is',
  omschrijving:
    'Als een signaal vanzelf een niveau hoger ging, mist de overdracht. Wie het hiervoor behandelde schrijft die, ' +
    'of wie het nu behandelt. Wie het nu behandelt, krijgt er een mail over.',
  body: Overdrachtnotitie,
})((overdracht) => ({ soort: 'overdrachtVastleggen', tekst: overdrachtteksten(overdracht) }));

export const legTerug = daad({
  path: 'terugleggingen',
  operatie: 'legSignaalTerug',
  samenvatting: 'Leg een signaal een niveau lager',
  body: Teruglegging,
})(async ({ aan, instemming, toelichting }, { diensten }) => {
  await eisPersoon(diensten, 'aan', aan);
  return { soort: 'terugleggen', aan, instemming, tekst: { toelichting } };
});

export const meldUitkomst = daad({
  path: 'uitkomsten',
  operatie: 'meldUitkomst',
  samenvatting: 'Meld wat er van een signaal is gekomen',
  omschrijving: 'Het signaal sluit pas als de melder het antwoord heeft gekregen; dat kan in dezelfde opdracht.',
  body: UitkomstMelding,
})(({ uitkomst, systeemreden, toelichting, terugkoppeling }) => ({
  soort: 'uitkomstMelden',
  uitkomst,
  systeemreden: systeemreden ?? null,
  terugkoppeling: terugkoppeling !== undefined,
  tekst: { toelichting, ...(terugkoppeling !== undefined && { terugkoppeling }) },
}));

export const koppelTerug = daad({
  path: 'terugkoppelingen',
  operatie: 'koppelTerug',
  samenvatting: 'Geef de melder antwoord',
  body: Terugkoppeling,
})(({ terugkoppeling }) => ({ soort: 'terugkoppelen', tekst: { terugkoppeling } }));

export const trekIn = daad({
  path: 'intrekkingen',
  operatie: 'trekSignaalIn',
  samenvatting: 'Trek een signaal in',
  omschrijving: 'Alleen de melder. Het signaal sluit meteen.',
  body: Intrekking,
})((body) => ({ soort: 'intrekken', ...magTekst('toelichting', body?.toelichting) }));

export const noteer = daad({
  path: 'notities',
  operatie: 'noteer',
  samenvatting: 'Schrijf een notitie bij een signaal',
  body: Notitie,
})(({ notitie }) => ({ soort: 'notitie', tekst: { notitie } }));

type Poging = NonNullable<z.output<typeof Escalatie>['poging']>;

/** Throws Probleem 400 for a date after today, on the clock of this signaal, or an unknown organisatie. */
async function eisGoedePoging({ db }: Diensten, { datum, organisatie }: Poging, { nu }: Signaalstand): Promise<void> {
  const bekend = await bestaandeOrganisaties(db(), organisatie === undefined ? [] : [organisatie]);
  const fouten = [
    ...(datum > datumVan(nu) ? [fout('body', ['poging', 'datum'], 'toekomst')] : []),
    ...(organisatie === undefined || bekend.has(organisatie)
      ? []
      : [fout('body', ['poging', 'organisatie'], 'onbekend')]),
  ];
  if (fouten.length > 0) throw ongeldig(fouten);
}

function overdrachtteksten({ geprobeerd, gevraagd, gewenst }: z.output<typeof Overdrachtnotitie>): Teksten {
  return { 'overdracht.geprobeerd': geprobeerd, 'overdracht.gevraagd': gevraagd, 'overdracht.gewenst': gewenst };
}

function pogingteksten(poging: Poging | undefined): Teksten {
  if (poging === undefined) return {};
  return {
    'poging.0.partij': poging.partij,
    ...(poging.antwoord !== undefined && { 'poging.0.antwoord': poging.antwoord }),
  };
}
