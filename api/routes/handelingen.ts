import { ADRESSEN } from '#contract/adressen.ts';
import { PadSignaal, PadVerzoek } from '#contract/basis.ts';
import { GevolgSchema } from '#contract/gevolg.ts';
import { SignaalWeergave } from '#contract/signaal.ts';
import { zoekerIn } from '#contract/velden.ts';
import type { Signaalstand } from '#db/queries/signaal.ts';
import { MET_SIGNALEN, MELDERS } from '#domain/bevoegdheden.ts';
import type { Daad } from '#domain/signaal/mag-nu.ts';
import type { Opdracht } from '#domain/signaal/opdracht.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';
import type { Handeling, Indiening, Persoonssituatie, Vervolghandeling, Voorstel } from '#handelingen/handeling.ts';
import { HANDELINGEN } from '#handelingen/index.ts';
import { uuidOf } from '#platform/uuid.ts';

import type { Contract, Route, Call } from '../contract.ts';
import { route } from '../route.ts';
import { zoekerMet } from '../validatie.ts';
import { blikVooruit, doe, eisGoed, eisStand, gekendeVersie, PROEF, voorafVan } from './doe.ts';

const { indienen, ...VERVOLG } = HANDELINGEN;

/** Filing: it answers with the signaal that it made. */
export const dienIn = indienroute(indienen);

/** Every act on a signaal or one of its verzoeken: a sub-resource to which one posts. It answers with the signaal. */
export const vervolgroutes: readonly Route[] = Object.values<Vervolghandeling>(VERVOLG).map(vervolgroute);

function indienroute(handeling: Indiening): Route {
  const contract = { ...gemeen(handeling), path: '/signalen', onderwerp: 'Signalen', rollen: MELDERS } as const;
  const opdrachtVoor = async ({ body, ...vraag }: Gevraagd & { body: unknown }, id: string): Promise<Opdracht> => {
    const voorstel = await handeling.opdracht(body, situatieVan(vraag, id, vraag.diensten.nu()));
    return { ...eisGoed(contract, voorstel, 'Er is niets ingediend.'), id, door: vraag.gebruiker.id };
  };
  return {
    ...route(contract)(async (call) => {
      const { diensten, gebruiker, opdracht, sleutel } = call;
      const volledig = await opdrachtVoor(call, opdracht);
      const stroom = uuidOf('stroom', opdracht);
      const plek = { stroom, door: gebruiker.id };
      const erbij = diensten.casus.bijIndienen(plek, handeling.casus(call.body), sleutel);
      const reply = await doe(diensten, stroom, volledig, gebruiker, erbij);
      return { ...reply, headers: { ...reply.headers, location: `${ADRESSEN.api()}/signalen/${reply.body.nummer}` } };
    }),
    vooraf: route({ ...voorafVan(contract), reply: GevolgSchema })(async (call) =>
      blikVooruit(call.diensten, uuidOf('stroom', PROEF), await opdrachtVoor(call, PROEF), call.gebruiker),
    ),
  };
}

function vervolgroute(handeling: Vervolghandeling): Route {
  const contract = vervolgcontract(handeling);
  return {
    ...route(contract)(async (call) => {
      const { diensten, gebruiker, opdracht, versies } = call;
      const { stand, volledig } = await opdrachtOver(handeling, contract, call, opdracht);
      const inhoudsversie = gekendeVersie(versies, stand.staat.inhoudsversie);
      return doe(diensten, stand.id, volledig, gebruiker, inhoudsversie === undefined ? {} : { inhoudsversie });
    }),
    vooraf: route({ ...voorafVan(contract), reply: GevolgSchema })(async (call) => {
      const { stand, volledig } = await opdrachtOver(handeling, contract, call, PROEF);
      return blikVooruit(call.diensten, stand.id, volledig, call.gebruiker);
    }),
  };
}

function gemeen({ operatie, samenvatting, omschrijving, invoer, velden }: Handeling) {
  return {
    method: 'post',
    operatie,
    samenvatting,
    ...(omschrijving !== undefined && { omschrijving }),
    body: invoer,
    zoek: zoekerMet(zoekerIn(velden)),
    reply: SignaalWeergave,
    sleutel: 'opdracht',
  } as const;
}

function vervolgcontract(handeling: Vervolghandeling) {
  const { over, pad } = handeling;
  const deel =
    over === 'signaal'
      ? { path: `/signalen/{signaal}/${pad}`, onderwerp: 'Opdrachten', params: PadSignaal }
      : { path: `/signalen/{signaal}/verzoeken/{verzoek}/${pad}`, onderwerp: 'Verzoeken', params: PadVerzoek };
  return { ...gemeen(handeling), ...deel, rollen: MET_SIGNALEN };
}

type Gevraagd = Pick<Call<never>, 'gebruiker' | 'diensten'>;
interface Vervolgvraag extends Gevraagd {
  body: unknown;
  params: { signaal: string; verzoek?: string };
}

/** The opdracht, and how the signaal stands. Throws Probleem 404, or 400 with all that the data know to be wrong. */
async function opdrachtOver(
  handeling: Vervolghandeling,
  contract: Contract,
  { body, params, ...vraag }: Vervolgvraag,
  id: string,
): Promise<{ stand: Signaalstand; volledig: Opdracht }> {
  const stand = await eisStand(vraag.diensten, params.signaal, vraag.gebruiker);
  const situatie = { ...situatieVan(vraag, id, stand.nu), stand, verzoek: (params.verzoek ?? '').toLowerCase() };
  const voorstel: Voorstel<Daad> = await handeling.opdracht(body, situatie);
  const inhoud = eisGoed(contract, voorstel, 'Er is niets veranderd.');
  return { stand, volledig: { ...inhoud, id, door: vraag.gebruiker.id } };
}

function situatieVan({ diensten, gebruiker }: Gevraagd, id: string, nu: Tijdstip): Persoonssituatie {
  return { db: diensten.db(), persoon: gebruiker, id, nu };
}
