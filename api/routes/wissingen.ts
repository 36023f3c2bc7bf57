import {
  Bewaaruitstel,
  BEWAARUITSTELZINNEN,
  PadWissing,
  presentWissing,
  uitstelfouten,
  Wissingen,
  WissingSchema,
  Wisverzoek,
  WISVERZOEKZINNEN,
  Wisvragen,
} from '#contract/wissing.ts';
import { leesWissing, leesWissingen, type Wissing } from '#db/queries/wissingen.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';
import { WISSERS } from '#domain/wissen.ts';
import { uuidOf } from '#platform/uuid.ts';

import type { Diensten } from '../diensten.ts';
import { nietGevonden, Probleem } from '../problem.ts';
import { route } from '../route.ts';
import { fout, metZinnen } from '../validatie.ts';
import { inHetNet } from './doe.ts';

const onderwerp = 'Wissen';

export const wissingen = route({
  method: 'get',
  path: '/wissingen',
  operatie: 'leesWissingen',
  onderwerp,
  samenvatting: 'Bekijk wat kan worden gewist',
  omschrijving:
    'Elke nacht komt erbij waarvan de bewaartermijn voorbij is. Het nummer van het signaal staat erbij, en niets over de zaak.',
  rollen: WISSERS,
  query: Wisvragen,
  reply: Wissingen,
})(async ({ query, diensten }) => {
  const { aantal, wissingen: gelezen } = await leesWissingen(diensten.db(), query);
  return { body: { aantal, wissingen: gelezen.map(presentWissing) } };
});

const VERZOEK = metZinnen(Wisverzoek, WISVERZOEKZINNEN);

export const vraagWissen = route({
  method: 'post',
  path: '/wissingen',
  operatie: 'vraagWissen',
  onderwerp,
  samenvatting: 'Leg vast dat iemand een signaal gewist wil hebben',
  omschrijving: 'Voor wie het signaal over haar of hem gaat (AVG artikel 17). Daarna bevestigen twee mensen het.',
  rollen: WISSERS,
  ...VERZOEK,
  reply: WissingSchema,
})(async ({ body, gebruiker, diensten, opdracht }) => {
  const signaal = await diensten.wissingen.vind(diensten.db(), body.signaal, gebruiker);
  if (signaal === null)
    throw new Probleem('ongeldige_invoer', { fouten: [fout('body', ['signaal'], 'onbekend', VERZOEK.zoek)] });
  const id = uuidOf('wissing', opdracht);
  await diensten.wissingen.vraag(id, { ...body, signaal }, gebruiker);
  return toon(diensten, id);
});

export const bevestigWissen = route({
  method: 'post',
  path: '/wissingen/{wissing}/bevestigingen',
  operatie: 'bevestigWissen',
  onderwerp,
  samenvatting: 'Bevestig dat iets mag worden gewist',
  omschrijving:
    'Twee mensen bevestigen: een van het landelijk team en een van functioneel beheer. Na de tweede is het voorgoed weg; alleen het nummer, de codes en de datums blijven.',
  rollen: WISSERS,
  params: PadWissing,
  reply: WissingSchema,
})(async ({ params, gebruiker, diensten }) => {
  const { id } = await eisWissing(diensten, params.wissing);
  await inHetNet(() => diensten.wissingen.bevestig(id, gebruiker));
  return toon(diensten, id);
});

const UITSTEL = metZinnen(Bewaaruitstel, BEWAARUITSTELZINNEN);

export const bewaarLanger = route({
  method: 'post',
  path: '/wissingen/{wissing}/bewaringen',
  operatie: 'bewaarLanger',
  onderwerp,
  samenvatting: 'Bewaar iets langer dan de termijn',
  omschrijving: 'Na die dag komt het weer in de lijst.',
  rollen: WISSERS,
  params: PadWissing,
  ...UITSTEL,
  reply: WissingSchema,
})(async ({ params, body: { totEnMetDatum: tot, reden }, gebruiker, diensten }) => {
  const fouten = uitstelfouten(tot, datumVan(diensten.nu()));
  if (fouten.length > 0)
    throw new Probleem('ongeldige_invoer', {
      detail: 'Er is niets veranderd.',
      fouten: fouten.map(({ pad, soort }) => fout('body', pad, soort, UITSTEL.zoek)),
    });
  const { id } = await eisWissing(diensten, params.wissing);
  await diensten.wissingen.behoud(id, { tot, reden }, gebruiker);
  return toon(diensten, id);
});

async function eisWissing({ db }: Diensten, id: string): Promise<Wissing> {
  const wissing = await leesWissing(db(), id);
  if (wissing === null) throw nietGevonden('Dit voorstel');
  return wissing;
}

async function toon(diensten: Diensten, id: string) {
  return { body: presentWissing(await eisWissing(diensten, id)) };
}
