import { PadSignaal } from '#contract/basis.ts';
import { GELIJKENDE_TOT, GelijkendeSignalen, presentGelijkende } from '#contract/gelijkende.ts';
import { filterVan, plaatsVan, presentLijst, Signalenlijst, Signaalvragen } from '#contract/lijst.ts';
import { presentSignaal } from '#contract/present-signaal.ts';
import { SignaalWeergave } from '#contract/signaal.ts';
import { presentWeergaven, TEL_TOT, weergavefilters, Weergaven } from '#contract/weergaven.ts';
import { leesGelijkende } from '#db/queries/gelijkende.ts';
import { lijstSignalen, telVast } from '#db/queries/signalen.ts';
import { type Lijstzicht, lijstzichtVan } from '#db/queries/zicht.ts';
import { type Kijker, MET_SIGNALEN } from '#domain/bevoegdheden.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';

import { Probleem } from '../problem.ts';
import { route } from '../route.ts';
import { antwoordMet, eisSignaal } from './doe.ts';

const onderwerp = 'Signalen';

export const lijst = route({
  method: 'get',
  path: '/signalen',
  operatie: 'lijstSignalen',
  onderwerp,
  samenvatting: 'Bekijk de signalen die u mag zien',
  omschrijving:
    'Het laatst ingediende eerst, of in de volgorde die u vraagt. Blader verder met de cursor uit het antwoord.',
  rollen: MET_SIGNALEN,
  query: Signaalvragen,
  reply: Signalenlijst,
})(async ({ query, gebruiker, diensten }) => {
  const zicht = eisZicht(gebruiker);
  const { limiet, cursor, volgorde, ...gevraagd } = query;
  const regels = await lijstSignalen(diensten.db(), zicht, filterVan(gevraagd, gebruiker, datumVan(diensten.nu())), {
    volgorde,
    na: cursor === undefined ? null : plaatsVan(cursor),
    limiet: limiet + 1,
  });
  return { body: presentLijst(regels, { limiet, volgorde }, gebruiker) };
});

export const weergaven = route({
  method: 'get',
  path: '/weergaven',
  operatie: 'leesWeergaven',
  onderwerp,
  samenvatting: 'Bekijk hoeveel er in uw lijst wacht',
  omschrijving: 'Elke weergave van uw lijst, met hoeveel signalen erin staan die u mag zien.',
  rollen: MET_SIGNALEN,
  reply: Weergaven,
})(async ({ gebruiker, diensten }) => {
  const kijkt = eisZicht(gebruiker);
  const filters = weergavefilters(gebruiker, datumVan(diensten.nu()));
  return { body: presentWeergaven(await telVast(diensten.db(), kijkt, filters, TEL_TOT), gebruiker) };
});

export const lees = route({
  method: 'get',
  path: '/signalen/{signaal}',
  operatie: 'leesSignaal',
  onderwerp,
  samenvatting: 'Bekijk een signaal',
  rollen: MET_SIGNALEN,
  params: PadSignaal,
  reply: SignaalWeergave,
})(async ({ params, gebruiker, diensten }) =>
  antwoordMet(await eisSignaal(diensten, params.signaal, gebruiker), gebruiker),
);

export const gelijkende = route({
  method: 'get',
  path: '/signalen/{signaal}/gelijkende',
  operatie: 'leesGelijkende',
  onderwerp,
  samenvatting: 'Bekijk welke signalen op een signaal lijken',
  omschrijving:
    'Over dezelfde organisatie (of gemeente), met dezelfde woorden in het onderwerp; alleen wat u mag lezen.',
  rollen: MET_SIGNALEN,
  params: PadSignaal,
  reply: GelijkendeSignalen,
})(async ({ params, gebruiker, diensten }) => {
  const signaal = presentSignaal(await eisSignaal(diensten, params.signaal, gebruiker), gebruiker);
  const gelijkende = await leesGelijkende(diensten.db(), eisZicht(gebruiker), signaal, GELIJKENDE_TOT);
  return { body: presentGelijkende(gelijkende, gebruiker) };
});

function eisZicht(gebruiker: Kijker): Lijstzicht {
  const zicht = lijstzichtVan(gebruiker);
  if (zicht === null) throw new Probleem('geen_toegang', { detail: 'Dit hoort niet bij uw rol.' });
  return zicht;
}
