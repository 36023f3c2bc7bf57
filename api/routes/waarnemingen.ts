import { NIET_BEGONNEN } from '#contract/schrijffouten.ts';
import {
  NieuweWaarneming,
  PadWaarneming,
  presentWaarneming,
  Waarnemingenlijst,
  waarnemingzicht,
  WAARNEMING_OVERLAPT,
  WAARNEMINGZINNEN,
  WaarnemingSchema,
} from '#contract/waarneming.ts';
import { vindGebruiker } from '#db/queries/gebruikers.ts';
import { leesWaarneming, lijstWaarnemingen, type Waarneming } from '#db/queries/waarnemingen.ts';
import { magWaarnemerRegelen, MET_SIGNALEN } from '#domain/bevoegdheden.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';
import { bezwarenTegen } from '#handelingen/waarnemen.ts';
import { uuidOf } from '#platform/uuid.ts';

import type { Diensten } from '../diensten.ts';
import { nietGevonden, Probleem } from '../problem.ts';
import { route } from '../route.ts';
import { fout, metZinnen } from '../validatie.ts';
import { ongeldig } from './doe.ts';

const onderwerp = 'Waarnemingen';

const NIEUW = metZinnen(NieuweWaarneming, WAARNEMINGZINNEN);

export const laatWaarnemen = route({
  method: 'post',
  path: '/waarnemingen',
  operatie: 'laatWaarnemen',
  onderwerp,
  samenvatting: 'Laat iemand namens een afwezige handelen',
  omschrijving:
    'Voor u zelf; een coördinator ook voor mensen van haar regio, het landelijk team voor iedereen. Niemand maakt zichzelf ' +
    'waarnemer. Regelt u het voor een ander, dan krijgt die bericht. In die dagen doet de waarnemer wat de behandelaar mag; van een coördinator ook ' +
    'alles wat die in de eigen regio mag lezen en doen, welke rol of regio de waarnemer zelf ook heeft. ' +
    'In het verslag staat namens wie.',
  rollen: MET_SIGNALEN,
  ...NIEUW,
  reply: WaarnemingSchema,
})(async ({ body, gebruiker, diensten, opdracht }) => {
  const { afwezige = gebruiker.id, waarnemer, vanDatum: van, totEnMetDatum: tot } = body;
  const bezwaren = await bezwarenTegen(diensten.db(), body, gebruiker, datumVan(diensten.nu()));
  if (bezwaren.fouten.length > 0)
    throw ongeldig(bezwaren.fouten.map(({ pad, soort }) => fout('body', pad, soort, NIEUW.zoek)));
  if (bezwaren.waarom !== null) throw new Probleem('geen_toegang', { detail: bezwaren.waarom });
  const id = uuidOf('waarneming', opdracht);
  const uitslag = await diensten.waarnemingen.bewaar({ id, afwezige, waarnemer, van, tot }, gebruiker);
  if (uitslag === 'botst') throw new Probleem('sleutel_hergebruikt', { detail: NIET_BEGONNEN.sleutel_hergebruikt });
  if (uitslag === 'overlapt') throw new Probleem('waarneming_overlapt', { detail: WAARNEMING_OVERLAPT });
  return { body: presentWaarneming(await eisWaarneming(diensten, id)) };
});

export const waarnemingen = route({
  method: 'get',
  path: '/waarnemingen',
  operatie: 'lijstWaarnemingen',
  onderwerp,
  samenvatting: 'Bekijk wie namens wie handelt',
  omschrijving: 'Die van u zelf; een coördinator ziet ook die van haar regio, het landelijk team alle.',
  rollen: MET_SIGNALEN,
  reply: Waarnemingenlijst,
})(async ({ gebruiker, diensten }) => {
  const lijst = await lijstWaarnemingen(diensten.db(), waarnemingzicht(gebruiker), datumVan(diensten.nu()));
  return { body: { waarnemingen: lijst.map(presentWaarneming) } };
});

export const beeindig = route({
  method: 'post',
  path: '/waarnemingen/{waarneming}/beeindigingen',
  operatie: 'beeindigWaarneming',
  onderwerp,
  samenvatting: 'Beëindig een waarneming',
  omschrijving:
    'Vandaag telt niet meer mee. Wat nog moest beginnen, gaat niet door. Doet u dit voor een ander, dan krijgt die bericht.',
  rollen: MET_SIGNALEN,
  params: PadWaarneming,
  reply: WaarnemingSchema,
})(async ({ params, gebruiker, diensten }) => {
  const waarneming = await eisWaarneming(diensten, params.waarneming);
  const afwezige = await vindGebruiker(diensten.db(), waarneming.afwezige.id);
  if (afwezige === null || !magWaarnemerRegelen(gebruiker, afwezige)) {
    if (waarneming.waarnemer.id !== gebruiker.id) throw nietGevonden('Deze waarneming');
    throw new Probleem('geen_toegang', {
      detail: 'Alleen wie afwezig is, haar coördinator of het landelijk team kan dit beëindigen.',
    });
  }
  await diensten.waarnemingen.beeindig(waarneming.id, datumVan(diensten.nu()), gebruiker);
  return { body: presentWaarneming(await eisWaarneming(diensten, waarneming.id)) };
});

async function eisWaarneming({ db }: Diensten, id: string): Promise<Waarneming> {
  const waarneming = await leesWaarneming(db(), id);
  if (waarneming === null) throw nietGevonden('Deze waarneming');
  return waarneming;
}
