import { ADRESSEN } from '#contract/adressen.ts';
import {
  Afmeldingen,
  AFMELDINGENZINNEN,
  Agendasleutels,
  NieuweAfmeldingen,
  NieuweAgendasleutel,
  PadAgendasleutel,
  presentAfmeldingen,
  presentAgendasleutel,
  presentWerktijden,
  weekVan,
  Werktijden,
  WERKTIJDENZINNEN,
} from '#contract/voorkeuren.ts';
import { leesAfmeldingen } from '#db/queries/afmeldingen.ts';
import { leesAgendasleutels } from '#db/queries/agenda.ts';
import { leesWerktijden } from '#db/queries/werktijden.ts';
import { AGENDASLEUTELS_PER_PERSOON } from '#domain/beleid/grenzen.ts';
import { uuidOf } from '#platform/uuid.ts';

import { nietGevonden, Probleem } from '../problem.ts';
import { route } from '../route.ts';
import { metZinnen } from '../validatie.ts';
import { IEDEREEN } from './rollen.ts';

const onderwerp = 'Voorkeuren';

export const werktijden = route({
  method: 'get',
  path: '/ik/werktijden',
  operatie: 'leesWerktijden',
  onderwerp,
  samenvatting: 'Bekijk wanneer u werkt',
  rollen: IEDEREEN,
  reply: Werktijden,
})(async ({ gebruiker, diensten }) => ({ body: presentWerktijden(await leesWerktijden(diensten.db(), gebruiker.id)) }));

export const zetWerktijden = route({
  method: 'put',
  path: '/ik/werktijden',
  operatie: 'zetWerktijden',
  onderwerp,
  samenvatting: 'Zeg wanneer u werkt',
  omschrijving:
    'U krijgt mail alleen binnen deze tijden, en uw overzicht een kwartier nadat u begint. Feestdagen zijn vrij.',
  rollen: IEDEREEN,
  ...metZinnen(Werktijden, WERKTIJDENZINNEN),
  reply: Werktijden,
})(async ({ body, gebruiker, diensten }) => {
  const week = weekVan(body);
  await diensten.voorkeuren.zetWerktijden(gebruiker.id, week);
  return { body: presentWerktijden(await leesWerktijden(diensten.db(), gebruiker.id)) };
});

export const afmeldingen = route({
  method: 'get',
  path: '/ik/afmeldingen',
  operatie: 'leesAfmeldingen',
  onderwerp,
  samenvatting: 'Bekijk welke berichten u krijgt',
  rollen: IEDEREEN,
  reply: Afmeldingen,
})(async ({ gebruiker, diensten }) => ({
  body: presentAfmeldingen(await leesAfmeldingen(diensten.db(), gebruiker.id)),
}));

export const zetAfmeldingen = route({
  method: 'put',
  path: '/ik/afmeldingen',
  operatie: 'zetAfmeldingen',
  onderwerp,
  samenvatting: 'Kies welke berichten u niet wilt',
  omschrijving: 'Wat bij uw werk hoort, blijft u krijgen.',
  rollen: IEDEREEN,
  ...metZinnen(NieuweAfmeldingen, AFMELDINGENZINNEN),
  reply: Afmeldingen,
})(async ({ body, gebruiker, diensten }) => {
  await diensten.voorkeuren.zetAfmeldingen(gebruiker.id, body.afgemeld);
  return { body: presentAfmeldingen(await leesAfmeldingen(diensten.db(), gebruiker.id)) };
});

export const agendasleutels = route({
  method: 'get',
  path: '/ik/agendasleutels',
  operatie: 'leesAgendasleutels',
  onderwerp,
  samenvatting: 'Bekijk met welke sleutels een agenda uw termijnen leest',
  rollen: IEDEREEN,
  reply: Agendasleutels,
})(async ({ gebruiker, diensten }) => ({
  body: { agendasleutels: (await leesAgendasleutels(diensten.db(), gebruiker.id)).map(presentAgendasleutel) },
}));

export const maakSleutel = route({
  method: 'post',
  path: '/ik/agendasleutels',
  operatie: 'maakAgendasleutel',
  onderwerp,
  samenvatting: 'Maak een adres waarmee uw agenda uw termijnen leest',
  omschrijving:
    'In de agenda staan alleen nummers en soorten van termijnen. Hetzelfde verzoek nog eens geeft een nieuw adres; het vorige werkt dan niet meer.',
  rollen: IEDEREEN,
  reply: NieuweAgendasleutel,
})(async ({ gebruiker, diensten, opdracht }) => {
  const gemaakt = await diensten.voorkeuren.maakAgendasleutel(uuidOf('agendasleutel', opdracht), gebruiker.id);
  if (gemaakt === null) {
    const detail = `U hebt al ${AGENDASLEUTELS_PER_PERSOON} sleutels. Trek eerst een sleutel in die u niet meer gebruikt.`;
    throw new Probleem('te_veel', { detail });
  }
  const { token, ...sleutel } = gemaakt;
  return { body: { ...presentAgendasleutel(sleutel), url: `${diensten.publicUrl}${ADRESSEN.agenda({ token })}` } };
});

export const trekSleutelIn = route({
  method: 'delete',
  path: '/ik/agendasleutels/{sleutel}',
  operatie: 'trekAgendasleutelIn',
  onderwerp,
  samenvatting: 'Trek een sleutel van uw agenda in',
  rollen: IEDEREEN,
  params: PadAgendasleutel,
  reply: Agendasleutels,
})(async ({ params, gebruiker, diensten }) => {
  if (!(await diensten.voorkeuren.trekAgendasleutelIn(params.sleutel, gebruiker.id)))
    throw nietGevonden('Deze sleutel');
  return {
    body: { agendasleutels: (await leesAgendasleutels(diensten.db(), gebruiker.id)).map(presentAgendasleutel) },
  };
});
