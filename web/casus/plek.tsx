import type { Request, Response } from 'express';

import type { Casusbijlagen } from '#activities/casus/casus.ts';
import { ADRESSEN } from '#contract/adressen.ts';
import {
  ALLEEN_WIE_HET_BEHANDELT,
  ALLEEN_WIE_HET_GEZIN_KENT,
  houdtCasusBij,
  legtVastVoorPartij,
  trektToestemmingIn,
} from '#contract/casus.ts';
import { vindGebruiker } from '#db/queries/gebruikers.ts';
import type { Signaalstand } from '#db/queries/signaal.ts';
import { vindStand } from '#handelingen/lezen.ts';

import type { Invulonderdelen } from '../invullen/invulpagina.tsx';
import { sendPage } from '../render.tsx';
import { lijstnaam } from '../signalen/lijstnaam.ts';
import { GeenToegang } from '../signalen/pages/onleesbaar.tsx';
import { type Paginavraag, toonOnleesbaar } from '../signalen/paginavraag.tsx';

export interface Casusonderdelen extends Invulonderdelen {
  casus: Casusbijlagen;
}

/** Somebody at the page of who a signaal is about. */
export interface Casusbezoek {
  vraag: Paginavraag;
  stand: Signaalstand;
  req: Request;
  res: Response;
}

/** The signaal of this address, for who may read it. Answers itself, with null, where this person may not. */
export async function vindSignaal(vraag: Paginavraag, req: Request, res: Response): Promise<Signaalstand | null> {
  const stand = await vindStand(vraag.db, String(req.params['nummer']), vraag.persoon);
  if (typeof stand !== 'string') return stand;
  toonOnleesbaar(stand, vraag, res);
  return null;
}

/** A signaal, and where on it somebody writes. */
export interface Casusvondst {
  stand: Signaalstand;
  plek: ReturnType<typeof plekVan>;
}

/** The same for who writes in its casusbijlage. */
export function vindVoorBijhouder(vraag: Paginavraag, req: Request, res: Response): Promise<Casusvondst | null> {
  return vindVoor(BIJHOUDER, { vraag, req, res });
}

/** Who may do one thing with it, and what the others are told. */
export interface Casusrecht {
  mag: (stand: Signaalstand, vraag: Paginavraag) => boolean | Promise<boolean>;
  waaromNiet: string;
}

const BIJHOUDER: Casusrecht = {
  mag: (stand, { persoon }) => houdtCasusBij(stand, persoon),
  waaromNiet: ALLEEN_WIE_HET_GEZIN_KENT,
};
export const VOOR_EEN_PARTIJ: Casusrecht = { mag: magVoorPartij, waaromNiet: ALLEEN_WIE_HET_GEZIN_KENT };
export const INTREKKER: Casusrecht = {
  mag: (stand, { persoon }) => trektToestemmingIn(stand, persoon),
  waaromNiet: ALLEEN_WIE_HET_BEHANDELT,
};

/** Whether this person may record what the family allows a party. */
export async function magVoorPartij(stand: Signaalstand, { db, persoon }: Paginavraag): Promise<boolean> {
  return legtVastVoorPartij(stand, persoon, await vindGebruiker(db, stand.staat.melder));
}

/** The same for who has this right. */
export async function vindVoor(
  { mag, waaromNiet }: Casusrecht,
  { vraag, req, res }: Pick<Casusbezoek, 'vraag' | 'req' | 'res'>,
): Promise<Casusvondst | null> {
  const stand = await vindSignaal(vraag, req, res);
  if (stand === null) return null;
  if (await mag(stand, vraag)) return { stand, plek: plekVan(vraag, stand) };
  sendPage(res, <GeenToegang waarom={waaromNiet} context={vraag.context} />, 403);
  return null;
}

/** What lies above pages about who it is about. */
export function bovenVan({ persoon }: Paginavraag, nummer: string) {
  return [
    { adres: ADRESSEN.signalen(), tekst: lijstnaam(persoon) },
    { adres: ADRESSEN.signaal({ nummer }), tekst: `Signaal ${nummer}` },
  ];
}

function plekVan(vraag: Paginavraag, { id, nummer, nu }: Signaalstand) {
  const hier = { adres: ADRESSEN.overWie({ nummer }), tekst: 'Over wie' };
  return {
    waar: { stroom: id, door: vraag.persoon.id, op: nu },
    blad: {
      hier: '',
      boven: [...bovenVan(vraag, nummer), hier],
      terug: { adres: hier.adres, tekst: 'Toch niet: terug naar “Over wie”' },
    },
  };
}
