import { PadSignaal } from '#contract/basis.ts';
import {
  Bijlageinhoud,
  Bijlagenlijst,
  BIJLAGESOORTEN,
  PadBijlage,
  presentBijlage,
  presentBijlagen,
} from '#contract/bijlage.ts';
import { MET_SIGNALEN } from '#domain/bevoegdheden.ts';

import { nietGevonden } from '../problem.ts';
import { bestand, route } from '../route.ts';
import { eisStand } from './doe.ts';

const onderwerp = 'Verzoeken';

export const bijlagen = route({
  method: 'get',
  path: '/signalen/{signaal}/bijlagen',
  operatie: 'leesBijlagen',
  onderwerp,
  samenvatting: 'Bekijk welke bestanden ketenpartners meestuurden',
  rollen: MET_SIGNALEN,
  params: PadSignaal,
  reply: Bijlagenlijst,
})(async ({ params, gebruiker, diensten }) => {
  const stand = await eisStand(diensten, params.signaal, gebruiker);
  return { body: presentBijlagen(await diensten.ketenpartners.bijlagen(diensten.db(), stand.id), stand, gebruiker) };
});

export const bijlage = bestand({
  method: 'get',
  path: '/signalen/{signaal}/bijlagen/{bijlage}',
  operatie: 'haalBijlage',
  onderwerp,
  samenvatting: 'Haal een bestand op dat een ketenpartner meestuurde',
  rollen: MET_SIGNALEN,
  params: PadBijlage,
  reply: Bijlageinhoud,
  mediatypen: BIJLAGESOORTEN,
})(async ({ params, gebruiker, diensten }) => {
  const stand = await eisStand(diensten, params.signaal, gebruiker);
  const lijst = presentBijlagen(await diensten.ketenpartners.bijlagen(diensten.db(), stand.id), stand, gebruiker);
  const gevonden = lijst.bijlagen.find(({ id }) => id === params.bijlage);
  const inhoud =
    gevonden === undefined ? null : await diensten.ketenpartners.inhoudVan(diensten.db(), stand.id, gevonden.id);
  if (gevonden === undefined || inhoud === null) throw nietGevonden('Deze bijlage');
  const { naam, mediatype } = gevonden;
  return presentBijlage({ naam, mediatype, inhoud }, gebruiker);
});
