import { NIET_BEGONNEN } from '#contract/schrijffouten.ts';
import {
  NieuweWaarneming,
  PadWaarneming,
  presentWaarneming,
  Waarnemingenlijst,
  waarnemingzicht,
  WAARNEMINGZINNEN,
  WaarnemingSchema,
} from '#contract/waarneming.ts';
import { vindGebruiker, type Gebruiker } from '#db/queries/gebruikers.ts';
import { leesWaarneming, lijstWaarnemingen, type Waarneming } from '#db/queries/waarnemingen.ts';
import { bezwaarTegenWaarneming, magWaarnemerRegelen, MET_SIGNALEN, zichtVan } from '#domain/bevoegdheden.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';
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
    'waarnemer. Regelt u het voor een ander, dan krijgt die bericht. In die dagen doet de waarnemer wat de behandelaar mag. ' +
    'In het verslag staat namens wie.',
  rollen: MET_SIGNALEN,
  ...NIEUW,
  reply: WaarnemingSchema,
})(async ({ body, gebruiker, diensten, opdracht }) => {
  const { afwezige = gebruiker.id, waarnemer, vanDatum: van, totEnMetDatum: tot } = body;
  await eisGoed(diensten, { afwezige, waarnemer, tot }, gebruiker);
  const id = uuidOf('waarneming', opdracht);
  const uitslag = await diensten.waarnemingen.bewaar({ id, afwezige, waarnemer, van, tot }, gebruiker);
  if (uitslag === 'botst') throw new Probleem('sleutel_hergebruikt', { detail: NIET_BEGONNEN.sleutel_hergebruikt });
  if (uitslag === 'overlapt')
    throw new Probleem('waarneming_overlapt', { detail: 'Beëindig eerst de andere, of kies andere dagen.' });
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

/** Throws Probleem 400 with everything that only the data can tell, 403 for who may not arrange this. */
async function eisGoed(
  { db, nu }: Diensten,
  { afwezige, waarnemer, tot }: { afwezige: string; waarnemer: string; tot: string },
  gebruiker: Gebruiker,
): Promise<void> {
  const weg = await vindGebruiker(db(), afwezige);
  const ander = await vindGebruiker(db(), waarnemer);
  const fouten = [
    ...(weg === null ? [fout('body', ['afwezige'], 'onbekend', NIEUW.zoek)] : []),
    ...(ander === null || zichtVan(ander) === null ? [fout('body', ['waarnemer'], 'onbekend', NIEUW.zoek)] : []),
    ...(waarnemer === afwezige ? [fout('body', ['waarnemer'], 'niet_zelf', NIEUW.zoek)] : []),
    ...(tot < datumVan(nu()) ? [fout('body', ['totEnMetDatum'], 'verleden', NIEUW.zoek)] : []),
  ];
  if (fouten.length > 0) throw ongeldig(fouten);
  const bezwaar = weg === null ? null : bezwaarTegenWaarneming(gebruiker, { afwezige: weg, waarnemer });
  if (bezwaar !== null) throw new Probleem('geen_toegang', { detail: WIE_WEL[bezwaar] });
}

const WIE_WEL = {
  niet_haar_mensen:
    'U regelt dit alleen voor u zelf of, als coördinator, voor mensen van uw regio. Vraag het aan de afwezige zelf, aan een coördinator van haar regio of aan het landelijk team.',
  maakt_zichzelf_waarnemer:
    'Niemand maakt zichzelf waarnemer van een ander. Vraag het aan de afwezige zelf, aan een andere coördinator van haar regio of aan een ander van het landelijk team.',
} as const;
