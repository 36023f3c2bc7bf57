import { Bestandsfouten } from '#activities/bestanden/csv.ts';
import type { Noemers } from '#activities/rapporten/noemers.ts';
import { Noemerbestand, Noemerlijst, Noemerverslag, NOEMERWIJZIGINGEN, presentNoemers } from '#contract/noemers.ts';
import { leesNoemers, leesNoemerwijzigingen } from '#db/queries/noemers.ts';
import { NOEMERHOUDERS, RAPPORTLEZERS } from '#domain/bevoegdheden.ts';

import type { Diensten } from '../diensten.ts';
import { route, VOORAF } from '../route.ts';
import { ongeldig } from './doe.ts';

const onderwerp = 'Rapporten';

export const noemers = route({
  method: 'get',
  path: '/noemers',
  operatie: 'leesNoemers',
  onderwerp,
  samenvatting: 'Bekijk hoeveel cliënten er zijn',
  omschrijving:
    'Per doelgroep en per regio, met waar het staat en wie het wijzigde. Rapporten rekenen hiermee per honderd cliënten.',
  rollen: [...RAPPORTLEZERS, 'functioneel_beheer'],
  reply: Noemerlijst,
})(async ({ diensten }) => {
  const [alle, wijzigingen] = await Promise.all([
    leesNoemers(diensten.db()),
    leesNoemerwijzigingen(diensten.db(), NOEMERWIJZIGINGEN),
  ]);
  return { body: presentNoemers(alle, wijzigingen) };
});

const BESTAND = {
  method: 'post',
  onderwerp,
  rollen: NOEMERHOUDERS,
  csv: true,
  body: Noemerbestand,
  reply: Noemerverslag,
} as const;

export const bekijkNoemerbestand = route({
  ...BESTAND,
  path: `/noemerbestanden${VOORAF}`,
  operatie: 'bekijkNoemerbestand',
  samenvatting: 'Bekijk wat een bestand aan de aantallen verandert',
  omschrijving: 'Er verandert niets.',
  vraagt: true,
})(({ body, gebruiker, diensten }) => lees(diensten, body, { uitvoeren: false, wie: gebruiker.id }));

export const leesNoemerbestandIn = route({
  ...BESTAND,
  path: '/noemerbestanden',
  operatie: 'leesNoemerbestandIn',
  samenvatting: 'Neem aantallen over uit een bestand',
  omschrijving: 'Alles of niets. Bekijk eerst wat het verandert. Wat niet in het bestand staat, blijft.',
})(({ body, gebruiker, diensten, opdracht }) => lees(diensten, body, { uitvoeren: true, wie: gebruiker.id, opdracht }));

/** Throws Probleem 400 with every fault of the file. */
async function lees({ noemers: dienst }: Diensten, bestand: Uint8Array, hoe: Parameters<Noemers['leesIn']>[1]) {
  try {
    return { body: await dienst.leesIn(bestand, hoe) };
  } catch (error) {
    if (!(error instanceof Bestandsfouten)) throw error;
    throw ongeldig(error.fouten.map((detail) => ({ in: 'body', location: { pointer: '#' }, code: 'bestand', detail })));
  }
}
