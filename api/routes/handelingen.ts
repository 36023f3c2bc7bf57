import type * as z from 'zod';

import { PadSignaal, PadVerzoek } from '#contract/basis.ts';
import { GevolgSchema } from '#contract/gevolg.ts';
import type { Zinzoeker } from '#contract/invoerfout.ts';
import { SignaalWeergave } from '#contract/signaal.ts';
import type { Opdracht } from '#domain/signaal/opdracht.ts';
import type { Handeling, Situatie, Signaalsituatie, Vervolghandeling, Voorstel } from '#handelingen/handeling.ts';
import { HANDELINGEN } from '#handelingen/index.ts';
import { zoekerIn } from '#handelingen/velden.ts';
import { uuidOf } from '#platform/uuid.ts';

import { zinVan } from '../meldingen.ts';
import { Probleem } from '../problem.ts';
import { type Contract, type Route, route, type Verzoek, VOORAF } from '../route.ts';
import { fout } from '../validatie.ts';
import { blikVooruit, doe, eisStand } from './doe.ts';
import { MET_SIGNALEN } from './rollen.ts';

const { indienen, ...VERVOLG } = HANDELINGEN;

/** Filing, and looking ahead to it. */
export const dienIn = ((): Route => {
  const contract = {
    ...gemeen(indienen),
    path: '/signalen',
    onderwerp: 'Signalen',
    rollen: ['metgezel', 'oco_consulent'],
  } as const;
  const maak = async ({ body, ...rest }: Gevraagd & { body: unknown }, id: string): Promise<Opdracht> => {
    const invoer = body as z.output<typeof indienen.invoer>;
    const voorstel = await indienen.opdracht(invoer, situatieVan(rest, id, rest.diensten.nu()));
    return { ...eisGoed(contract, voorstel, 'Er is niets ingediend.'), id, door: rest.gebruiker.id };
  };
  return {
    ...route(contract)(async (verzoek) => {
      const { diensten, gebruiker, opdracht } = verzoek;
      const volledig = await maak(verzoek, opdracht);
      const antwoord = await doe(diensten, uuidOf('stroom', opdracht), volledig, gebruiker, undefined);
      return { ...antwoord, headers: { ...antwoord.headers, location: `/api/v1/signalen/${antwoord.body.nummer}` } };
    }),
    vooraf: route(voorafVan(contract))(async (verzoek) =>
      blikVooruit(verzoek.diensten, uuidOf('stroom', PROEF), await maak(verzoek, PROEF)),
    ),
  };
})();

/** Every act on a signaal or one of its verzoeken: a sub-resource to which one posts. It answers with the signaal. */
export const vervolgroutes: readonly Route[] = Object.values<Vervolghandeling>(VERVOLG).map((handeling) => {
  const contract = contractVan(handeling);
  return {
    ...route(contract)((verzoek) => volvoer(handeling, contract, verzoek)),
    vooraf: route(voorafVan(contract))((verzoek) => bekijk(handeling, contract, verzoek)),
  };
});

/** The id of an opdracht that is never carried out. */
const PROEF = 'vooraf';

function gemeen({ operatie, samenvatting, omschrijving, invoer, velden, geheel }: Handeling) {
  return {
    method: 'post',
    operatie,
    samenvatting,
    ...(omschrijving !== undefined && { omschrijving }),
    body: invoer,
    zoek: zoekerVan(zoekerIn(velden, geheel)),
    reply: SignaalWeergave,
    sleutel: 'opdracht',
  } as const;
}

function contractVan(handeling: Vervolghandeling) {
  const { over, pad } = handeling;
  const deel =
    over === 'signaal'
      ? { path: `/signalen/{signaal}/${pad}`, onderwerp: 'Opdrachten', params: PadSignaal }
      : { path: `/signalen/{signaal}/verzoeken/{verzoek}/${pad}`, onderwerp: 'Verzoeken', params: PadVerzoek };
  return { ...gemeen(handeling), ...deel, rollen: MET_SIGNALEN };
}

/** The contract of asking what an act would lead to. */
function voorafVan<const C extends Contract>(contract: C) {
  const { path, operatie, samenvatting, onderwerp: _o, omschrijving: _z, reply: _r, sleutel: _s, ...rest } = contract;
  return {
    ...rest,
    path: `${path}${VOORAF}`,
    operatie: `${operatie}Vooraf`,
    onderwerp: 'Vooraf',
    samenvatting: `Bekijk vooraf: ${samenvatting.charAt(0).toLowerCase()}${samenvatting.slice(1)}`,
    omschrijving:
      'Zegt wat de opdracht zou doen: waarheen, tot wanneer, wie het hoort en wat eindigt. Er verandert niets.',
    vraagt: true,
    reply: GevolgSchema,
  } as const;
}

type Gevraagd = Pick<Verzoek<never>, 'gebruiker' | 'diensten'>;
interface Vervolgvraag extends Gevraagd {
  body: unknown;
  params: { signaal: string; verzoek?: string };
}

/** Does it. Whoever names a version that is not that of now, hears that. */
async function volvoer(
  handeling: Vervolghandeling,
  contract: Contract,
  verzoek: Vervolgvraag & Pick<Verzoek<never>, 'opdracht' | 'versies'>,
): ReturnType<typeof doe> {
  const { diensten, gebruiker, opdracht, versies } = verzoek;
  const stand = await eisStand(diensten, verzoek.params.signaal, gebruiker);
  const volledig = await opdrachtVan(handeling, contract, verzoek, {
    ...situatieVan(verzoek, opdracht, stand.nu),
    stand,
  });
  return doe(diensten, stand.id, volledig, gebruiker, gekendeVersie(versies, stand.staat.inhoudsversie));
}

/** The same act, but only to see what it would lead to. */
async function bekijk(
  handeling: Vervolghandeling,
  contract: Contract,
  verzoek: Vervolgvraag,
): ReturnType<typeof blikVooruit> {
  const stand = await eisStand(verzoek.diensten, verzoek.params.signaal, verzoek.gebruiker);
  const volledig = await opdrachtVan(handeling, contract, verzoek, {
    ...situatieVan(verzoek, PROEF, stand.nu),
    stand,
  });
  return blikVooruit(verzoek.diensten, stand.id, volledig);
}

function situatieVan({ diensten, gebruiker }: Gevraagd, id: string, nu: Situatie['nu']): Situatie {
  return { db: diensten.db(), persoon: gebruiker, id, nu };
}

/** Throws Probleem 400 with all that the data know to be wrong. */
async function opdrachtVan(
  handeling: Vervolghandeling,
  contract: Contract,
  { body, params, gebruiker }: Vervolgvraag,
  situatie: Signaalsituatie,
): Promise<Opdracht> {
  const voorstel =
    handeling.over === 'signaal'
      ? await handeling.opdracht(body, situatie)
      : await handeling.opdracht(body, { ...situatie, verzoek: (params.verzoek ?? '').toLowerCase() });
  return { ...eisGoed(contract, voorstel, 'Er is niets veranderd.'), id: situatie.id, door: gebruiker.id };
}

function eisGoed({ zoek }: Contract, voorstel: Voorstel, detail: string) {
  if (!('fouten' in voorstel)) return voorstel;
  const fouten = voorstel.fouten.map(({ pad, soort }) => fout('body', pad, soort, zoek));
  throw new Probleem('ongeldige_invoer', { detail, fouten });
}

/** Of a body as a whole this layer knows most: that it is JSON. */
function zoekerVan(eigen: Zinzoeker): Zinzoeker {
  return (pad, soort) => eigen(pad, soort) ?? (pad.length === 0 ? zinVan({ deel: 'body', pad }, soort) : undefined);
}

/** No signaal has this version: whoever knows none of ours is out of date. */
const GEEN_VERSIE = -1;

function gekendeVersie(versies: readonly number[] | undefined, huidig: number): number | undefined {
  return (
    versies?.find((versie) => versie === huidig) ?? (versies === undefined ? undefined : (versies[0] ?? GEEN_VERSIE))
  );
}
