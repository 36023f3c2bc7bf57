import {
  AL_EEN_ANDERE_DAG,
  feestdagfouten,
  FEESTDAGZINNEN,
  Feestdagenlijst,
  NieuweFeestdag,
  PadFeestdag,
} from '#contract/beheer.ts';
import type { Fout } from '#contract/probleem.ts';
import { leesFeestdagen } from '#db/queries/feestdagen.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';

import { nietGevonden, Probleem } from '../problem.ts';
import { route } from '../route.ts';
import { fout, metZinnen } from '../validatie.ts';
import { IEDEREEN } from './rollen.ts';

const onderwerp = 'Beheer';

export const feestdagen = route({
  method: 'get',
  path: '/feestdagen',
  operatie: 'leesFeestdagen',
  onderwerp,
  samenvatting: 'Bekijk de vrije dagen die bij besluit zijn aangewezen',
  omschrijving: 'Weekenden en algemeen erkende feestdagen staan hier niet: die rekent Signaalpunt zelf uit.',
  rollen: IEDEREEN,
  reply: Feestdagenlijst,
})(async ({ diensten }) => ({ body: await leesFeestdagen(diensten.db()) }));

const NIEUW = metZinnen(NieuweFeestdag, FEESTDAGZINNEN);

export const voegFeestdagToe = route({
  method: 'post',
  path: '/feestdagen',
  operatie: 'voegFeestdagToe',
  onderwerp,
  samenvatting: 'Voeg een vrije dag toe',
  omschrijving: 'Lopende termijnen schuiven mee, nooit naar een dag die voorbij is. Wie het aangaat krijgt bericht.',
  rollen: ['functioneel_beheer'],
  ...NIEUW,
  reply: Feestdagenlijst,
})(async ({ body, gebruiker, diensten }) => {
  const { volledigTotEnMetDatum = null, benaming, ...dag } = body;
  const fouten = feestdagfouten(body, datumVan(diensten.nu())).map(({ pad, soort }) =>
    fout('body', pad, soort, NIEUW.zoek),
  );
  weiger(fouten);
  const nieuw = { ...dag, naam: benaming, volledigTotEnMet: volledigTotEnMetDatum };
  const isGelukt = await diensten.feestdagen.voegToe(nieuw, gebruiker.id);
  if (!isGelukt) throw new Probleem('bestaat_al', { detail: AL_EEN_ANDERE_DAG });
  return { body: await leesFeestdagen(diensten.db()) };
});

export const verwijderFeestdag = route({
  method: 'delete',
  path: '/feestdagen/{datum}',
  operatie: 'verwijderFeestdag',
  onderwerp,
  samenvatting: 'Haal een vrije dag weg',
  omschrijving: 'Lopende termijnen schuiven mee, nooit naar een dag die voorbij is. Wie het aangaat krijgt bericht.',
  rollen: ['functioneel_beheer'],
  params: PadFeestdag,
  reply: Feestdagenlijst,
})(async ({ params: { datum }, gebruiker, diensten }) => {
  weiger(datum < datumVan(diensten.nu()) ? [fout('path', ['datum'], 'verleden')] : []);
  if (!(await diensten.feestdagen.verwijder(datum, gebruiker.id))) throw nietGevonden('Deze vrije dag');
  return { body: await leesFeestdagen(diensten.db()) };
});

function weiger(fouten: Fout[]): void {
  if (fouten.length > 0) throw new Probleem('ongeldige_invoer', { detail: 'Er is niets veranderd.', fouten });
}
