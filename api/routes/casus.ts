import { BIJLAGE, keurBestanden } from '#activities/ketenpartners/bijlagen.ts';
import { PadSignaal } from '#contract/basis.ts';
import { Bijlageinhoud, BIJLAGESOORTEN, presentBijlage } from '#contract/bijlage.ts';
import {
  Casusbijlage,
  Casusteksten,
  casustekstenVan,
  CASUSZINNEN,
  PadCasusbestand,
  presentCasusbijlage,
  waaromNietLeesbaar,
} from '#contract/casus.ts';
import { Casusbestandinhoud, Casusbestandvragen } from '#contract/casusbestand.ts';
import type { Signaalstand } from '#db/queries/signaal.ts';
import { leesToestemmingen } from '#db/queries/toestemmingen.ts';
import { MET_SIGNALEN } from '#domain/bevoegdheden.ts';

import { nietGevonden, Probleem } from '../problem.ts';
import { bestand, route } from '../route.ts';
import { metZinnen } from '../validatie.ts';
import { type Casusvraag, eisBijhouder, plekVan, standVoor } from './casusplek.ts';
import { ongeldig } from './doe.ts';

const onderwerp = 'Over wie';

export const casusbijlage = route({
  method: 'get',
  path: '/signalen/{signaal}/casusbijlage',
  operatie: 'leesCasusbijlage',
  onderwerp,
  samenvatting: 'Bekijk over wie het signaal gaat',
  omschrijving: 'U krijgt alleen de delen die u mag lezen. Dat u keek, staat in het logboek.',
  rollen: MET_SIGNALEN,
  params: PadSignaal,
  reply: Casusbijlage,
})(async (call) => {
  const stand = await standVoor(call);
  const body = await bijlageVan(call, stand);
  if (body.leesbareDelen.length > 0) return { body };
  const gegeven = await leesToestemmingen(call.diensten.db(), stand.id);
  throw new Probleem('geen_toegang', { detail: waaromNietLeesbaar(stand, gegeven, call.gebruiker) });
});

export const schrijfCasusteksten = route({
  method: 'post',
  path: '/signalen/{signaal}/casusteksten',
  operatie: 'schrijfCasusteksten',
  onderwerp,
  samenvatting: 'Schrijf op over wie het signaal gaat',
  omschrijving: 'Wat u schrijft komt in de plaats van wat er stond. Het wordt versleuteld bewaard.',
  rollen: MET_SIGNALEN,
  params: PadSignaal,
  ...metZinnen(Casusteksten, CASUSZINNEN),
  reply: Casusbijlage,
})(async (call) => {
  const stand = await eisBijhouder(call);
  await call.diensten.casus.schrijf(plekVan(call, stand), casustekstenVan(call.body), call.opdracht);
  return { body: await bijlageVan(call, stand) };
});

export const casusbestand = bestand({
  method: 'get',
  path: '/signalen/{signaal}/casusbestanden/{bestand}',
  operatie: 'haalCasusbestand',
  onderwerp,
  samenvatting: 'Haal een bestand uit de casusbijlage op',
  rollen: MET_SIGNALEN,
  params: PadCasusbestand,
  reply: Bijlageinhoud,
  mediatypen: BIJLAGESOORTEN,
})(async (call) => {
  const { params, gebruiker, diensten } = call;
  const stand = await standVoor(call);
  const gevonden = (await bijlageVan(call, stand)).bestanden.find(({ id }) => id === params.bestand);
  const inhoud = gevonden === undefined ? null : await diensten.casus.inhoudVan(diensten.db(), stand.id, gevonden.id);
  if (gevonden === undefined || inhoud === null) throw nietGevonden('Dit bestand');
  return presentBijlage({ naam: gevonden.naam, mediatype: gevonden.mediatype, inhoud }, gebruiker);
});

export const voegCasusbestandToe = route({
  method: 'post',
  path: '/signalen/{signaal}/casusbestanden',
  operatie: 'voegCasusbestandToe',
  onderwerp,
  samenvatting: 'Voeg een brief of foto toe aan de casusbijlage',
  omschrijving:
    'De body is het bestand zelf. Wat het is, zien wij aan de inhoud; het wordt versleuteld bewaard. Hetzelfde bestand nog eens sturen verandert niets.',
  rollen: MET_SIGNALEN,
  params: PadSignaal,
  query: Casusbestandvragen,
  body: Casusbestandinhoud,
  stuurt: {
    mediatypen: BIJLAGESOORTEN,
    hoogstensBytes: BIJLAGE.hoogstensBytes,
    // Nobody without the right makes us take megabytes.
    eerst: (vraag) => eisBijhouder(vraag as Casusvraag),
  },
  reply: Casusbijlage,
})(async (call) => {
  const stand = await eisBijhouder(call);
  const { deel, bestandsnaam } = call.query;
  const { goed, fouten } = keurBestanden([{ naam: bestandsnaam, inhoud: Buffer.from(call.body) }]);
  if (goed[0] === undefined || fouten.length > 0)
    throw ongeldig(fouten.map((detail) => ({ in: 'body', location: { pointer: '#' }, code: 'bestand', detail })));
  await call.diensten.casus.voegBestandToe(plekVan(call, stand), deel, goed[0], call.opdracht);
  return { body: await bijlageVan(call, stand) };
});

export const verwijderCasusbestand = route({
  method: 'delete',
  path: '/signalen/{signaal}/casusbestanden/{bestand}',
  operatie: 'verwijderCasusbestand',
  onderwerp,
  samenvatting: 'Haal een bestand weg uit de casusbijlage',
  rollen: MET_SIGNALEN,
  params: PadCasusbestand,
  reply: Casusbijlage,
})(async (call) => {
  const stand = await eisBijhouder(call);
  if (!(await call.diensten.casus.verwijderBestand(stand.id, call.params.bestand))) throw nietGevonden('Dit bestand');
  return { body: await bijlageVan(call, stand) };
});

async function bijlageVan({ diensten, gebruiker }: Casusvraag, stand: Signaalstand) {
  const [stukken, gegeven] = await Promise.all([
    diensten.casus.lees(diensten.db(), stand.id),
    leesToestemmingen(diensten.db(), stand.id),
  ]);
  return presentCasusbijlage(stukken, gegeven, stand, gebruiker);
}
