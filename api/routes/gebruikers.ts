import {
  Accountlijst,
  AccountSchema,
  accountVan,
  Accountvragen,
  Accountwijzigingenlijst,
  GEBRUIKERZINNEN,
  Gebruikerwijziging,
  NieuweGebruiker,
  PadGebruiker,
  presentAccount,
  presentAccountwijziging,
  WIJZIGINGZINNEN,
} from '#contract/account.ts';
import { leesAccount, leesAccountwijzigingen, lijstAccounts } from '#db/queries/accounts.ts';
import { bestaandeOrganisaties } from '#db/queries/organisaties.ts';
import { type Account, type Accountweigering, MAILADRES_BEZET, waaromNietGewijzigd } from '#domain/accounts.ts';
import type { Rol } from '#domain/beleid/codelijsten.ts';
import { datumVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';

import type { Reply } from '../contract.ts';
import type { Diensten } from '../diensten.ts';
import { etagVan } from '../etag.ts';
import { nietGevonden, Probleem } from '../problem.ts';
import { route } from '../route.ts';
import { fout, metZinnen } from '../validatie.ts';
import { ongeldig } from './doe.ts';

const onderwerp = 'Gebruikers';
const BEHEER = ['functioneel_beheer'] as const satisfies Rol[];
const LEZERS = ['functioneel_beheer', 'auditor'] as const satisfies Rol[];

export const gebruikers = route({
  method: 'get',
  path: '/gebruikers',
  operatie: 'lijstGebruikers',
  onderwerp,
  samenvatting: 'Bekijk de accounts',
  rollen: LEZERS,
  query: Accountvragen,
  reply: Accountlijst,
})(async ({ query: { limiet, ...filter }, diensten }) => {
  const gevonden = await lijstAccounts(diensten.db(), filter, limiet + 1);
  const bladzijde = gevonden.slice(0, limiet);
  const cursor = gevonden.length > limiet ? (bladzijde.at(-1)?.id ?? null) : null;
  return { body: { gebruikers: bladzijde.map(presentAccount), cursor } };
});

export const gebruiker = route({
  method: 'get',
  path: '/gebruikers/{gebruiker}',
  operatie: 'leesGebruiker',
  onderwerp,
  samenvatting: 'Bekijk een account',
  rollen: LEZERS,
  params: PadGebruiker,
  reply: AccountSchema,
  heeftVersie: true,
})(({ params, diensten }) => accountMet(diensten, params.gebruiker));

export const gebruikerwijzigingen = route({
  method: 'get',
  path: '/gebruikers/{gebruiker}/wijzigingen',
  operatie: 'leesGebruikerwijzigingen',
  onderwerp,
  samenvatting: 'Bekijk wie een account wijzigde, en waarom',
  rollen: LEZERS,
  params: PadGebruiker,
  reply: Accountwijzigingenlijst,
})(async ({ params, diensten }) => {
  await accountMet(diensten, params.gebruiker);
  const wijzigingen = await leesAccountwijzigingen(diensten.db(), params.gebruiker, HOOGSTENS);
  return { body: { wijzigingen: wijzigingen.map(presentAccountwijziging) } };
});

const HOOGSTENS = 200;

const NIEUW = metZinnen(NieuweGebruiker, GEBRUIKERZINNEN);

export const voegGebruikerToe = route({
  method: 'post',
  path: '/gebruikers',
  operatie: 'voegGebruikerToe',
  onderwerp,
  samenvatting: 'Voeg een account toe',
  omschrijving: 'Het account werkt van de eerste tot en met de laatste dag.',
  rollen: BEHEER,
  ...NIEUW,
  reply: AccountSchema,
  heeftVersie: true,
})(async ({ body: { id, ...gegevens }, gebruiker: wie, diensten }) => {
  const account = accountVan(id, gegevens);
  await eisOrganisatie(diensten, account, NIEUW.zoek);
  const uitslag = await diensten.accounts.voegToe(account, { wie: wie.id, reden: gegevens.reden });
  if (uitslag === 'bestaat_al')
    throw new Probleem('bestaat_al', { detail: 'Er is al een account met dit id. Wijzig dat, of kies een ander id.' });
  if (uitslag === 'mailadres_bezet') throw new Probleem('bestaat_al', { detail: MAILADRES_BEZET });
  return accountMet(diensten, id);
});

const WIJZIGING = metZinnen(Gebruikerwijziging, WIJZIGINGZINNEN);

export const wijzigGebruiker = route({
  method: 'post',
  path: '/gebruikers/{gebruiker}/wijzigingen',
  operatie: 'wijzigGebruiker',
  onderwerp,
  samenvatting: 'Wijzig een account',
  omschrijving:
    'Na de laatste dag komt niemand er meer mee binnen. Ligt die voor vandaag, dan is dat meteen zo. Uw eigen rollen, regio’s en ' +
    'werkgever wijzigt een ander.',
  rollen: BEHEER,
  params: PadGebruiker,
  ...WIJZIGING,
  reply: AccountSchema,
  heeftVersie: true,
})(async ({ params, body, gebruiker: wie, diensten, versies, opdracht }) => {
  const account = accountVan(params.gebruiker, body);
  await accountMet(diensten, account.id);
  await eisOrganisatie(diensten, account, WIJZIGING.zoek);
  const uitslag = await diensten.accounts.wijzig(account, { wie: wie.id, reden: body.reden, opdracht }, versies);
  if (uitslag.soort !== 'gedaan') throw weigering(uitslag, await accountMet(diensten, account.id), diensten.nu());
  return accountMet(diensten, account.id);
});

function weigering(
  uitslag: Accountweigering,
  { body, versie = 0 }: Awaited<ReturnType<typeof accountMet>>,
  nu: Tijdstip,
): Probleem {
  const detail = waaromNietGewijzigd(uitslag, datumVan(nu));
  switch (uitslag.soort) {
    case 'bestaat_niet':
      return nietGevonden('Dit account');
    case 'eigen_rechten':
      return new Probleem('geen_toegang', { detail });
    case 'mailadres_bezet':
      return new Probleem('bestaat_al', { detail });
    case 'zonder_beheer':
      return new Probleem('laatste_beheerder', { detail });
    case 'intussen_gewijzigd': {
      const etag = etagVan(versie, Buffer.from(JSON.stringify(body)));
      return new Probleem('account_gewijzigd', { detail, headers: { etag } });
    }
  }
}

/** Throws Probleem 404 without such an account. */
async function accountMet({ db }: Diensten, id: string): Promise<Reply<ReturnType<typeof presentAccount>>> {
  const account = await leesAccount(db(), id);
  if (account === null) throw nietGevonden('Dit account');
  return { body: presentAccount(account), versie: account.versie };
}

/** Throws Probleem 400 for an employer that we do not know. */
async function eisOrganisatie({ db }: Diensten, { organisatie }: Account, zoek: (typeof NIEUW)['zoek']): Promise<void> {
  if (organisatie === null || (await bestaandeOrganisaties(db(), [organisatie])).has(organisatie)) return;
  throw ongeldig([fout('body', ['organisatie'], 'onbekend', zoek)]);
}
