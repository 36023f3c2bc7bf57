import { PadVoorstel } from '#contract/basis.ts';
import {
  AFWIJZINGZINNEN,
  AL_BESLOTEN,
  Patroonvoorstellenlijst,
  PatroonvoorstelWeergave,
  presentPatroonvoorstel,
  presentPatroonvoorstellen,
  Voorstelafwijzing,
  Zoeking,
} from '#contract/patroonvoorstel.ts';
import type { Gebruiker } from '#db/queries/gebruikers.ts';
import { leesLaatsteZoeking } from '#db/queries/patroonvoorstellen.ts';
import { VOORSTELLEZERS } from '#domain/bevoegdheden.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';
import { leesVoorstellen, vindVoorstel } from '#handelingen/patroon/voorstel.ts';

import type { Reply } from '../contract.ts';
import type { Diensten } from '../diensten.ts';
import { etagVan } from '../etag.ts';
import { nietGevonden, Probleem } from '../problem.ts';
import { route } from '../route.ts';
import { metZinnen } from '../validatie.ts';
import { gekendeVersie } from './doe.ts';

const onderwerp = 'Patronen';

export const patroonvoorstellen = route({
  method: 'get',
  path: '/patroonvoorstellen',
  operatie: 'lijstPatroonvoorstellen',
  onderwerp,
  samenvatting: 'Bekijk wat Signaalpunt zelf vond',
  omschrijving: 'Waarover nog niet is besloten, het zeldzaamste eerst; en waarover wel, het laatste eerst.',
  rollen: VOORSTELLEZERS,
  reply: Patroonvoorstellenlijst,
})(async ({ gebruiker, diensten }) => ({
  body: presentPatroonvoorstellen(await leesVoorstellen(diensten.db(), datumVan(diensten.nu()), gebruiker), gebruiker),
}));

export const patroonvoorstel = route({
  method: 'get',
  path: '/patroonvoorstellen/{voorstel}',
  operatie: 'leesPatroonvoorstel',
  onderwerp,
  samenvatting: 'Bekijk een patroonvoorstel, met het bewijs',
  omschrijving:
    'Wordt het een patroon, open dan een patroon met dit voorstel erbij. Hoort het bij een patroon dat er al is, neem het daarin op.',
  rollen: VOORSTELLEZERS,
  params: PadVoorstel,
  reply: PatroonvoorstelWeergave,
  heeftVersie: true,
})(({ params, gebruiker, diensten }) => voorstelMet(diensten, params.voorstel, gebruiker));

export const zoekPatronen = route({
  method: 'post',
  path: '/patroonzoekingen',
  operatie: 'zoekPatronen',
  onderwerp,
  samenvatting: 'Laat Signaalpunt nu zoeken',
  omschrijving:
    'Anders gebeurt dit elke nacht. Nu telt ook vandaag mee. Wordt er al gezocht, dan verandert er niets. Wat het opleverde, staat daarna bij de voorstellen.',
  rollen: ['landelijk_team'],
  reply: Zoeking,
})(async ({ gebruiker, diensten }) => {
  await diensten.voorstellen.vraagZoeking(gebruiker.id, diensten.nu());
  const zoeking = await leesLaatsteZoeking(diensten.db());
  if (zoeking === null) throw new Error('What was asked cannot be read');
  return { body: zoeking };
});

export const wijsVoorstelAf = route({
  method: 'post',
  path: '/patroonvoorstellen/{voorstel}/afwijzingen',
  operatie: 'wijsVoorstelAf',
  onderwerp,
  samenvatting: 'Wijs een patroonvoorstel af',
  omschrijving: 'Hetzelfde wordt een tijd niet opnieuw voorgesteld, tenzij het duidelijk groeit.',
  rollen: ['landelijk_team'],
  params: PadVoorstel,
  ...metZinnen(Voorstelafwijzing, AFWIJZINGZINNEN),
  reply: PatroonvoorstelWeergave,
  heeftVersie: true,
})(async ({ params: { voorstel: id }, body: { reden }, gebruiker, diensten, versies }) => {
  const { body, versie = 0 } = await voorstelMet(diensten, id, gebruiker);
  const gekend = gekendeVersie(versies, versie);
  const isZelfde = body.besluit?.besluit === 'afgewezen' && body.besluit.reden === reden;
  if (gekend !== undefined && gekend !== versie && !isZelfde)
    throw new Probleem('verouderd', {
      detail: AL_BESLOTEN,
      headers: { etag: etagVan(versie, Buffer.from(JSON.stringify(body))) },
    });
  const uitslag = await diensten.voorstellen.wijsAf(id, { wie: gebruiker.id, reden }, diensten.nu());
  if (uitslag === 'besloten') throw new Probleem('al_eens_gedaan', { detail: AL_BESLOTEN });
  return voorstelMet(diensten, id, gebruiker);
});

/** Throws Probleem 404 when it does not exist, and when this person may not see it. */
async function voorstelMet(
  { db, nu }: Diensten,
  id: string,
  gebruiker: Gebruiker,
): Promise<Reply<PatroonvoorstelWeergave>> {
  const dossier = await vindVoorstel(db(), id, datumVan(nu()), gebruiker);
  if (dossier === null) throw nietGevonden('Dit voorstel');
  const body = presentPatroonvoorstel(dossier, gebruiker, nu());
  return { body, versie: body.inhoudsversie };
}
