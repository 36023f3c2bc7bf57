import {
  Controleuitslag,
  Controlevraag,
  CONTROLEZINNEN,
  Logboekblad,
  Logboekvragen,
  presentControle,
  presentLogboek,
  TE_VEEL_REGELS,
} from '#contract/logboek.ts';
import { leesLogregels } from '#db/queries/logboek.ts';
import type { Rol } from '#domain/beleid/codelijsten.ts';

import { Probleem } from '../problem.ts';
import { route } from '../route.ts';
import { metZinnen } from '../validatie.ts';

const onderwerp = 'Logboek';
const LEZERS = ['auditor'] as const satisfies Rol[];

export const logregels = route({
  method: 'get',
  path: '/logregels',
  operatie: 'lijstLogregels',
  onderwerp,
  samenvatting: 'Bekijk wie wat deed, las, zocht of niet mocht',
  omschrijving: 'Het nieuwste eerst. Dat u dit bekijkt, komt er ook in.',
  rollen: LEZERS,
  query: Logboekvragen,
  reply: Logboekblad,
})(async ({ query: { limiet, ...filter }, diensten }) => ({
  body: presentLogboek(await leesLogregels(diensten.db(), filter, limiet + 1), limiet),
}));

export const controleerLogregels = route({
  method: 'post',
  path: '/logregels/_controleer',
  operatie: 'controleerLogregels',
  onderwerp,
  samenvatting: 'Controleer of niemand het logboek heeft veranderd',
  omschrijving: 'Legt de regels naast de zegels in de database en daarbuiten. Er verandert niets.',
  rollen: LEZERS,
  vraagt: true,
  ...metZinnen(Controlevraag, CONTROLEZINNEN),
  reply: Controleuitslag,
})(async ({ body, diensten }) => {
  const verslag = await diensten.controleerLogboek(body.vanafDatum);
  if (verslag === 'te_veel') throw new Probleem('te_veel', { detail: TE_VEEL_REGELS });
  return { body: presentControle(verslag) };
});
