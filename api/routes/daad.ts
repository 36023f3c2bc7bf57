import type * as z from 'zod';

import { PadSignaal } from '#contract/basis.ts';
import { GevolgSchema } from '#contract/gevolg.ts';
import { SignaalWeergave } from '#contract/signaal.ts';
import { PadVerzoek } from '#contract/verzoekopdrachten.ts';
import type { Signaalstand } from '#db/queries/signaal.ts';
import type { Opdracht, Opdrachtinhoud } from '#domain/signaal/opdracht.ts';

import type { Diensten } from '../diensten.ts';
import { type Contract, type Route, route, type Verzoek, VOORAF } from '../route.ts';
import { blikVooruit, doe, eisStand } from './doe.ts';
import { MET_SIGNALEN } from './rollen.ts';

type Daad = Exclude<Opdrachtinhoud, { soort: 'indienen' }>;

interface Beschrijving<B extends z.ZodType> {
  path: string;
  operatie: string;
  samenvatting: string;
  omschrijving?: string;
  body: B;
}

/** What an act may need to know beside its body. */
export interface Omgeving {
  diensten: Diensten;
  gebruiker: Verzoek<never>['gebruiker'];
  /** How the signaal stands. */
  stand: Signaalstand;
  /** The id of the opdracht. */
  opdracht: string;
}

/** An act on a signaal: a sub-resource to which one posts. It answers with the signaal. */
export function daad<B extends z.ZodType>({ path, ...beschrijving }: Beschrijving<B>) {
  const contract = {
    method: 'post',
    path: `/signalen/{signaal}/${path}`,
    onderwerp: 'Opdrachten',
    rollen: MET_SIGNALEN,
    params: PadSignaal,
    reply: SignaalWeergave,
    sleutel: 'opdracht',
    ...beschrijving,
  } as const;
  return (maak: (body: z.output<B>, omgeving: Omgeving) => Daad | Promise<Daad>): Route => ({
    ...route(contract)((verzoek) =>
      volvoer(verzoek, verzoek.params.signaal, (omgeving) => maak(verzoek.body as z.output<B>, omgeving)),
    ),
    vooraf: route(voorafVan(contract))((verzoek) =>
      bekijk(verzoek, verzoek.params.signaal, (omgeving) => maak(verzoek.body as z.output<B>, omgeving)),
    ),
  });
}

/** An act on one verzoek of a signaal. */
export function verzoekdaad<B extends z.ZodType>({ path, ...beschrijving }: Beschrijving<B>) {
  const contract = {
    method: 'post',
    path: `/signalen/{signaal}/verzoeken/{verzoek}/${path}`,
    onderwerp: 'Verzoeken',
    rollen: MET_SIGNALEN,
    params: PadVerzoek,
    reply: SignaalWeergave,
    sleutel: 'opdracht',
    ...beschrijving,
  } as const;
  return (maak: (body: z.output<B>, verzoek: string, omgeving: Omgeving) => Daad | Promise<Daad>): Route => {
    const van =
      ({ body, params }: { body: unknown; params: z.output<typeof PadVerzoek> }) =>
      (omgeving: Omgeving) =>
        maak(body as z.output<B>, params.verzoek.toLowerCase(), omgeving);
    return {
      ...route(contract)((verzoek) => volvoer(verzoek, verzoek.params.signaal, van(verzoek))),
      vooraf: route(voorafVan(contract))((verzoek) => bekijk(verzoek, verzoek.params.signaal, van(verzoek))),
    };
  };
}

/** The contract of asking what an act would lead to. */
export function voorafVan<const C extends Contract>(contract: C) {
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

/** The same act, but only to see what it would lead to. */
async function bekijk(
  { gebruiker, diensten }: Pick<Verzoek<never>, 'gebruiker' | 'diensten'>,
  signaal: string,
  maak: (omgeving: Omgeving) => Daad | Promise<Daad>,
): ReturnType<typeof blikVooruit> {
  const stand = await eisStand(diensten, signaal, gebruiker);
  const inhoud = await maak({ diensten, gebruiker, stand, opdracht: PROEF });
  return blikVooruit(diensten, stand.id, { ...inhoud, id: PROEF, door: gebruiker.id });
}

/** The id of an opdracht that is never carried out. */
const PROEF = 'vooraf';

type Gevraagd = Pick<Verzoek<never>, 'gebruiker' | 'diensten' | 'opdracht' | 'versies'>;

async function volvoer(
  { gebruiker, diensten, opdracht, versies }: Gevraagd,
  signaal: string,
  maak: (omgeving: Omgeving) => Daad | Promise<Daad>,
): ReturnType<typeof doe> {
  const stand = await eisStand(diensten, signaal, gebruiker);
  const inhoud = await maak({ diensten, gebruiker, stand, opdracht });
  const volledig: Opdracht = { ...inhoud, id: opdracht, door: gebruiker.id };
  return doe(diensten, stand.id, volledig, gebruiker, gekendeVersie(versies, stand.staat.inhoudsversie));
}

/** No signaal has this version: whoever knows none of ours is out of date. */
const GEEN_VERSIE = -1;

function gekendeVersie(versies: readonly number[] | undefined, huidig: number): number | undefined {
  return (
    versies?.find((versie) => versie === huidig) ?? (versies === undefined ? undefined : (versies[0] ?? GEEN_VERSIE))
  );
}

/** Which decision it is: what somebody wrote stands where it can be erased. */
export function besluittekst(besluit: { soort: string } | undefined): Record<string, string> {
  return besluit === undefined ? {} : { 'besluit.soort': besluit.soort };
}

/** Text that may be left out. */
export function magTekst(veld: string, inhoud: string | undefined): { tekst?: Record<string, string> } {
  return inhoud === undefined ? {} : { tekst: { [veld]: inhoud } };
}
