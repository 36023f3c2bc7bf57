import type * as z from 'zod';

import { bestaandeOrganisaties } from '#db/queries/organisaties.ts';
import type { Signaaldossier } from '#db/queries/signaal.ts';
import type { Opdracht, Opdrachtinhoud, Teksten } from '#domain/signaal/opdracht.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';

import { PadSignaal } from '../contract/basis.ts';
import {
  Escalatie,
  Intrekking,
  Notitie,
  Oppakking,
  Terugkoppeling,
  Teruglegging,
  Toewijzing,
  UitkomstMelding,
} from '../contract/opdrachten.ts';
import { SignaalWeergave } from '../contract/signaal.ts';
import type { Diensten } from '../diensten.ts';
import { Probleem } from '../problem.ts';
import { type Route, route } from '../route.ts';
import { fout } from '../validatie.ts';
import { doe, eisPersoon, eisSignaal } from './doe.ts';
import { MET_SIGNALEN } from './rollen.ts';

type Daad = Exclude<Opdrachtinhoud, { soort: 'indienen' }>;

interface Beschrijving<B extends z.ZodType> {
  path: string;
  operatie: string;
  samenvatting: string;
  omschrijving?: string;
  body: B;
}

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
  await eisPersoon(diensten, aan);
  return { soort: 'toewijzen', aan, ...(toelichting !== undefined && { tekst: { toelichting } }) };
});

export const escaleer = daad({
  path: 'escalaties',
  operatie: 'escaleerSignaal',
  samenvatting: 'Breng een signaal een niveau hoger',
  omschrijving: 'Van lokaal naar regionaal kan pas na een eigen poging met een antwoord, tenzij om hulp was gevraagd.',
  body: Escalatie,
})(async ({ motief, overdracht, poging }, { diensten, dossier }) => {
  if (poging !== undefined) await eisGoedePoging(diensten, poging, dossier);
  return {
    soort: 'escaleren',
    motief,
    poging:
      poging === undefined
        ? null
        : { organisatie: poging.organisatie ?? null, datum: poging.datum, beantwoord: poging.antwoord !== undefined },
    tekst: {
      'overdracht.geprobeerd': overdracht.geprobeerd,
      'overdracht.gevraagd': overdracht.gevraagd,
      'overdracht.gewenst': overdracht.gewenst,
      ...pogingteksten(poging),
    },
  };
});

export const legTerug = daad({
  path: 'terugleggingen',
  operatie: 'legSignaalTerug',
  samenvatting: 'Leg een signaal een niveau lager',
  body: Teruglegging,
})(async ({ aan, instemming, toelichting }, { diensten }) => {
  await eisPersoon(diensten, aan);
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
})((body) => ({
  soort: 'intrekken',
  ...(body?.toelichting !== undefined && { tekst: { toelichting: body.toelichting } }),
}));

export const noteer = daad({
  path: 'notities',
  operatie: 'noteer',
  samenvatting: 'Schrijf een notitie bij een signaal',
  body: Notitie,
})(({ notitie }) => ({ soort: 'notitie', tekst: { notitie } }));

interface Omgeving {
  diensten: Diensten;
  dossier: Signaaldossier;
}

/** An act on a signaal: a sub-resource to which one posts. It answers with the signaal. */
function daad<B extends z.ZodType>({ path, ...beschrijving }: Beschrijving<B>) {
  const contract = {
    method: 'post',
    path: `/signalen/{signaal}/${path}`,
    onderwerp: 'Opdrachten',
    rollen: MET_SIGNALEN,
    params: PadSignaal,
    reply: SignaalWeergave,
    ...beschrijving,
  } as const;
  return (maak: (body: z.output<B>, omgeving: Omgeving) => Daad | Promise<Daad>): Route =>
    route(contract)(async ({ params, body, gebruiker, diensten, opdracht, versies }) => {
      const dossier = await eisSignaal(diensten, params.signaal, gebruiker);
      const verzoek = await maak(body as z.output<B>, { diensten, dossier });
      const volledig: Opdracht = { ...verzoek, id: opdracht, door: gebruiker.id };
      return doe(diensten, dossier.id, volledig, gekendeVersie(versies, dossier.staat.inhoudsversie));
    });
}

/** No signaal has this version: whoever knows none of ours is out of date. */
const GEEN_VERSIE = -1;

function gekendeVersie(versies: readonly number[] | undefined, huidig: number): number | undefined {
  return (
    versies?.find((versie) => versie === huidig) ?? (versies === undefined ? undefined : (versies[0] ?? GEEN_VERSIE))
  );
}

type Poging = NonNullable<z.output<typeof Escalatie>['poging']>;

/** Throws Probleem 400 for a date after today, on the clock of this signaal, or an unknown organisatie. */
async function eisGoedePoging({ db }: Diensten, { datum, organisatie }: Poging, { nu }: Signaaldossier): Promise<void> {
  const bekend = await bestaandeOrganisaties(db(), organisatie === undefined ? [] : [organisatie]);
  const fouten = [
    ...(datum > datumVan(nu) ? [fout('body', ['poging', 'datum'], 'toekomst')] : []),
    ...(organisatie === undefined || bekend.has(organisatie)
      ? []
      : [fout('body', ['poging', 'organisatie'], 'onbekend')]),
  ];
  if (fouten.length > 0) throw new Probleem('ongeldige_invoer', { detail: 'Er is niets veranderd.', fouten });
}

function pogingteksten(poging: Poging | undefined): Teksten {
  if (poging === undefined) return {};
  return {
    'poging.0.partij': poging.partij,
    ...(poging.antwoord !== undefined && { 'poging.0.antwoord': poging.antwoord }),
  };
}
