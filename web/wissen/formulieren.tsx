import type { RequestHandler } from 'express';
import * as z from 'zod';

import { ADRESSEN } from '#contract/adressen.ts';
import type { Veldenboom } from '#contract/velden.ts';
import {
  Bewaaruitstel,
  BEWAARUITSTELZINNEN,
  PadWissing,
  uitstelfouten,
  WISGEVOLG,
  Wisverzoek,
  WISVERZOEKZINNEN,
  WISWAT,
} from '#contract/wissing.ts';
import { leesWissing, type Wissing } from '#db/queries/wissingen.ts';
import { DomainError } from '#domain/errors.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';
import { bezwaarTegenBevestigen, bezwaarTegenNu, teltMee } from '#domain/wissen.ts';
import { uuidOf } from '#platform/uuid.ts';

import { type Afloop, createInvulpagina, type Invulbezoek } from '../invullen/invulpagina.tsx';
import { KanNuNiet } from '../invullen/pages/kan-nu-niet.tsx';
import { sendPage } from '../render.tsx';
import { GeenToegang } from '../signalen/pages/onleesbaar.tsx';
import type { Wisonderdelen } from './onderdelen.ts';

const LIJST = { adres: ADRESSEN.wissen(), tekst: 'Wissen' };
const NIETS = z.strictObject({});
const ZONDER_NAMEN = 'Schrijf geen namen op. Dit wordt mee gewist.';

/** Somebody whom a signaal is about wants it erased. */
export function verzoeken(onderdelen: Wisonderdelen): RequestHandler {
  const { wissingen } = onderdelen;
  return createInvulpagina(onderdelen, {
    adres: ADRESSEN.wisverzoek,
    schema: Wisverzoek,
    zinnen: WISVERZOEKZINNEN as Veldenboom,
    woorden: {
      signaal: { label: 'Om welk signaal gaat het?', hint: 'Het nummer, zoals S-2027-0001.' },
      grond: { label: 'Waarom mag iemand dit vragen?', uit: 'wisgrond' },
      reden: { label: 'Wie vroeg erom, en wanneer?', hint: ZONDER_NAMEN },
    },
    vind: ({ vraag: { db, persoon } }) =>
      Promise.resolve({
        ...plek('Leg vast dat iemand een signaal gewist wil hebben', 'Leg dit vast', 'Toch niet vastleggen'),
        gevolg: [
          'Het komt in de lijst. Er wordt nog niets gewist.',
          'Daarna bevestigen twee mensen het: een van het landelijk team en een van functioneel beheer.',
        ],
        doe: async ({ signaal: nummer, ...verzoek }, opdracht): Promise<Afloop> => {
          const signaal = await wissingen.vind(db, nummer, persoon);
          if (signaal === null) return { soort: 'onjuist', fouten: [{ pad: ['signaal'], soort: 'onbekend' }] };
          const id = uuidOf('wissing', opdracht);
          return ofGeweigerd(() => wissingen.vraag(id, { ...verzoek, signaal }, persoon), 'gevraagd');
        },
      }),
  });
}

/** The first or the second of two people says that it may go. */
export function bevestigen(onderdelen: Wisonderdelen): RequestHandler {
  const { wissingen } = onderdelen;
  return createInvulpagina(onderdelen, {
    adres: ADRESSEN.wisBevestigen,
    schema: NIETS,
    zinnen: {},
    woorden: {},
    vind: async (bezoek) => {
      const wissing = await vind(bezoek);
      if (wissing === null) return null;
      const { nummer, soort } = wissing;
      const eerste = teltMee(wissing.eerste?.door) ? wissing.eerste : null;
      const isMijn = eerste?.door.id === bezoek.vraag.persoon.id;
      const bezwaar =
        bezwaarTegenNu(wissing, wissing.geslotenOp) ??
        bezwaarTegenBevestigen(eerste?.door ?? null, bezoek.vraag.persoon);
      // The same form sent twice is answered as it was the first time.
      if (bezwaar !== null && bezoek.req.method !== 'POST') return kanNuNiet(bezoek, bezwaar);
      const naEerste =
        eerste === null
          ? 'U bent de eerste. Er gebeurt nog niets tot een ander het ook bevestigt.'
          : `${eerste.door.naam} bevestigde al. Na u is het weg.`;
      return {
        ...plek(`Bevestig: wis ${nummer}`, `Bevestig dat ${nummer} mag worden gewist`, 'Toch niet bevestigen'),
        inleiding: <p>{`${WISWAT[soort]}. ${naEerste}`}</p>,
        gevolg: WISGEVOLG[soort],
        doe: () =>
          ofGeweigerd(
            () => wissingen.bevestig(wissing.id, bezoek.vraag.persoon),
            eerste === null || isMijn ? 'eerste' : 'tweede',
          ),
      };
    },
  });
}

/** It is needed longer. */
export function bewaren(onderdelen: Wisonderdelen): RequestHandler {
  const { wissingen } = onderdelen;
  return createInvulpagina(onderdelen, {
    adres: ADRESSEN.wisBewaren,
    schema: Bewaaruitstel,
    zinnen: BEWAARUITSTELZINNEN as Veldenboom,
    woorden: {
      totEnMetDatum: { label: 'Tot en met welke dag?', hint: 'Hoogstens vijf jaar vooruit.' },
      reden: { label: 'Waarom is het langer nodig?', hint: ZONDER_NAMEN },
    },
    vind: async (bezoek) => {
      const wissing = await vind(bezoek);
      if (wissing === null) return null;
      return {
        ...plek(`Bewaar ${wissing.nummer} langer`, 'Bewaar dit langer', 'Toch niet langer bewaren'),
        gevolg: ['Er wordt niets gewist.', 'Na die dag komt het weer in de lijst.'],
        doe: async ({ totEnMetDatum: tot, reden }): Promise<Afloop> => {
          const fouten = uitstelfouten(tot, datumVan(bezoek.nu));
          if (fouten.length > 0) return { soort: 'onjuist', fouten };
          return ofGeweigerd(() => wissingen.behoud(wissing.id, { tot, reden }, bezoek.vraag.persoon), 'bewaard');
        },
      };
    },
  });
}

/** Answers itself, with null, where there is nothing to decide. */
async function vind(bezoek: Invulbezoek): Promise<Wissing | null> {
  const { vraag, req, res } = bezoek;
  const { wissing: id } = PadWissing.safeParse(req.params).data ?? {};
  const wissing = id === undefined ? null : await leesWissing(vraag.db, id);
  if (wissing?.status === 'voorgesteld') return wissing;
  if (wissing !== null) return kanNuNiet(bezoek, 'Over dit voorstel is al beslist.');
  const waarom = 'Dit voorstel bestaat niet, of u mag het niet zien.';
  sendPage(res, <GeenToegang waarom={waarom} context={vraag.context} />, 404);
  return null;
}

/** Answers with why there is nothing to decide here now. */
export function kanNuNiet({ vraag: { context }, res }: Invulbezoek, waarom: string): null {
  sendPage(res, <KanNuNiet waarom={waarom} hier={LIJST.adres} boven={[LIJST]} context={context} />, 409);
  return null;
}

export function plek(titel: string, knop: string, terug: string) {
  return { titel, knop, hier: LIJST.adres, boven: [LIJST], terug: { adres: LIJST.adres, tekst: terug } };
}

export async function ofGeweigerd(doe: () => Promise<void>, gedaan: string): Promise<Afloop> {
  try {
    await doe();
    return { soort: 'gedaan', naar: `${LIJST.adres}?gedaan=${gedaan}` };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { soort: 'geweigerd', waarom: error.message, status: error.code === 'niet_bevoegd' ? 403 : 409 };
  }
}
