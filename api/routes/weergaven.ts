import {
  bewaardefilters,
  BewaardeWeergaven,
  bruikbaar,
  NieuweWeergave,
  PadWeergave,
  presentBewaardeWeergaven,
  TE_VEEL_WEERGAVEN,
  WEERGAVEZINNEN,
} from '#contract/bewaarde-weergave.ts';
import { TEL_TOT } from '#contract/weergaven.ts';
import { leesBewaardeWeergaven } from '#db/queries/bewaarde-weergaven.ts';
import { telSignalen } from '#db/queries/signalen.ts';
import { lijstzichtVan } from '#db/queries/zicht.ts';
import { type Kijker, MET_SIGNALEN } from '#domain/bevoegdheden.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';

import type { Diensten } from '../diensten.ts';
import { nietGevonden, Probleem } from '../problem.ts';
import { route } from '../route.ts';
import { metZinnen } from '../validatie.ts';

const onderwerp = 'Weergaven';

export const bewaardeWeergaven = route({
  method: 'get',
  path: '/ik/weergaven',
  operatie: 'leesBewaardeWeergaven',
  onderwerp,
  samenvatting: 'Bekijk de weergaven die u bewaarde',
  omschrijving: 'Die van u zelf en die uw rol deelt, elk met hoeveel signalen erin staan die u mag zien.',
  rollen: MET_SIGNALEN,
  reply: BewaardeWeergaven,
})(async ({ gebruiker, diensten }) => antwoord(diensten, gebruiker));

export const bewaarWeergave = route({
  method: 'put',
  path: '/ik/weergaven/{weergave}',
  operatie: 'bewaarWeergave',
  onderwerp,
  samenvatting: 'Bewaar een weergave',
  omschrijving:
    'Filters met een naam, voor u alleen of voor iedereen met uw rol. Wat een rol deelt, wijzigt ieder die deze rol heeft. Er mogen er twintig zijn van u, en twintig per rol.',
  rollen: MET_SIGNALEN,
  params: PadWeergave,
  ...metZinnen(NieuweWeergave, WEERGAVEZINNEN),
  reply: BewaardeWeergaven,
})(async ({ params, body, gebruiker, diensten }) => {
  const { naam, rol = null, filter } = body;
  if (rol !== null && !gebruiker.rollen.includes(rol))
    throw new Probleem('geen_toegang', { detail: 'Deel een weergave met een rol die u zelf hebt.' });
  const uitslag = await diensten.weergaven.bewaar(gebruiker.id, params.weergave, { naam, rol, filter });
  if (uitslag === 'niet_van_u') throw nietGevonden('Deze weergave');
  if (uitslag === 'vol') throw new Probleem('te_veel', { detail: TE_VEEL_WEERGAVEN });
  return antwoord(diensten, gebruiker);
});

export const wisWeergave = route({
  method: 'delete',
  path: '/ik/weergaven/{weergave}',
  operatie: 'wisWeergave',
  onderwerp,
  samenvatting: 'Haal een weergave weg',
  rollen: MET_SIGNALEN,
  params: PadWeergave,
  reply: BewaardeWeergaven,
})(async ({ params, gebruiker, diensten }) => {
  if (!(await diensten.weergaven.wis(gebruiker.id, params.weergave))) throw nietGevonden('Deze weergave');
  return antwoord(diensten, gebruiker);
});

async function antwoord(diensten: Diensten, gebruiker: Kijker) {
  const zicht = lijstzichtVan(gebruiker);
  if (zicht === null) throw new Probleem('geen_toegang', { detail: 'Dit hoort niet bij uw rol.' });
  const weergaven = bruikbaar(await leesBewaardeWeergaven(diensten.db(), gebruiker.id));
  const filters = bewaardefilters(weergaven, gebruiker, datumVan(diensten.nu()));
  const telling = await telSignalen(diensten.db(), zicht, filters, TEL_TOT);
  return { body: presentBewaardeWeergaven(weergaven, telling, gebruiker) };
}
