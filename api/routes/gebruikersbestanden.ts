import { Bestandsfouten } from '#activities/bestanden/csv.ts';
import { Bestandsverslag, Gebruikersbestand, presentVerslag } from '#contract/gebruikersbestand.ts';

import type { Reply } from '../contract.ts';
import type { Diensten } from '../diensten.ts';
import { route, VOORAF } from '../route.ts';
import { ongeldig } from './doe.ts';

const BESTAND = {
  method: 'post',
  onderwerp: 'Gebruikers',
  rollen: ['functioneel_beheer'],
  csv: true,
  body: Gebruikersbestand,
  reply: Bestandsverslag,
} as const;

export const bekijkGebruikersbestand = route({
  ...BESTAND,
  path: `/gebruikersbestanden${VOORAF}`,
  operatie: 'bekijkGebruikersbestand',
  samenvatting: 'Bekijk wat een bestand aan de accounts verandert',
  omschrijving: 'Er verandert niets.',
  vraagt: true,
})(({ body, gebruiker, diensten }) => lees(diensten, body, { uitvoeren: false, wie: gebruiker.id }));

export const leesGebruikersbestandIn = route({
  ...BESTAND,
  path: '/gebruikersbestanden',
  operatie: 'leesGebruikersbestandIn',
  samenvatting: 'Voeg accounts toe en wijzig ze uit een bestand',
  omschrijving:
    'Alles of niets. Bekijk eerst wat het verandert. Niemand verdwijnt: wie niet in het bestand staat, blijft.',
})(({ body, gebruiker, diensten, opdracht }) => lees(diensten, body, { uitvoeren: true, wie: gebruiker.id, opdracht }));

/** Throws Probleem 400 with every fault of the file. */
async function lees(
  { accounts }: Diensten,
  bestand: Uint8Array,
  hoe: Parameters<Diensten['accounts']['leesIn']>[1],
): Promise<Reply<ReturnType<typeof presentVerslag>>> {
  try {
    return { body: presentVerslag(await accounts.leesIn(bestand, hoe)) };
  } catch (error) {
    if (!(error instanceof Bestandsfouten)) throw error;
    throw ongeldig(error.fouten.map((detail) => ({ in: 'body', location: { pointer: '#' }, code: 'bestand', detail })));
  }
}
