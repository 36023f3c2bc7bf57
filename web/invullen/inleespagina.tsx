import { randomUUID } from 'node:crypto';

import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { ReactElement } from 'react';

import { Bestandsfouten } from '#activities/bestanden/csv.ts';
import type { Adres } from '#contract/adressen.ts';
import { hexHash } from '#platform/hash.ts';

import { leesBestandsformulier } from '../bestandsformulier.ts';
import { contextVan } from '../context.ts';
import { persoonVan } from '../inloggen/persoon.ts';
import type { PageContext } from '../layout.tsx';
import { sendPage } from '../render.tsx';
import type { Invulonderdelen } from './invulpagina.tsx';

/** As much as the API takes. */
const GROOTSTE = 100_000;

/** How it stands with a file: not chosen yet, wrong, or looked at. */
export interface Inleesstand<V> {
  /** What the file would change, the file itself, and by what one knows that it is still the same. */
  bekeken: { verslag: V; inhoud: string; vingerafdruk: string } | null;
  /** Everything that is wrong with it, line by line. */
  fouten: readonly string[];
  /** Somebody changed what the file is about between looking and doing. */
  isVeranderd: boolean;
  sleutel: string;
  context: PageContext;
}

/** What is read in from a file. */
export interface Inlezing<V> {
  adres: Adres;
  /** What it changes; without `uitvoeren` nothing is written. Throws Bestandsfouten with every fault. */
  leesIn: (bestand: Buffer, hoe: { uitvoeren: boolean; wie: string }) => Promise<V>;
  toon: (stand: Inleesstand<V>) => ReactElement;
  /** Where one reads that it is done. */
  naar: string;
}

/** A page for a file: first what it would change, then, as it was seen, all of it or nothing. Sent twice it is done once. */
export function createInleespagina<V>(
  onderdelen: Pick<Invulonderdelen, 'context' | 'sleutels'>,
  inlezing: Inlezing<V>,
): RequestHandler {
  const { adres, leesIn, toon, naar } = inlezing;
  const router = Router({ strict: true, caseSensitive: true });
  const stuur = (req: Request, res: Response, stand: Partial<Inleesstand<V>>, status = 200): void => {
    const leeg = { bekeken: null, fouten: [], isVeranderd: false, sleutel: randomUUID() };
    sendPage(res, toon({ ...leeg, ...stand, context: contextVan(req, onderdelen.context) }), status);
  };
  router.get(adres.patroon, (req, res) => stuur(req, res, {}));
  router.post(adres.patroon, async (req, res) => {
    const formulier = await leesBestandsformulier(req, GROOTSTE);
    const { inhoud: gezien = '', vingerafdruk = '', sleutel = '' } = formulier?.velden ?? {};
    const bestand = formulier?.bestand?.inhoud ?? Buffer.from(gezien);
    if (formulier?.teGroot === true) return stuur(req, res, { fouten: [TE_GROOT] }, 422);
    if (bestand.length === 0) return stuur(req, res, { fouten: [GEEN_BESTAND] }, 422);
    const gevraagd = { ...onderdelen, leesIn, bestand, wie: persoonVan(req).id };
    try {
      if (formulier?.velden['stap'] !== 'doe') return stuur(req, res, { bekeken: await bekijk(gevraagd) });
      if (!(await voerUit(gevraagd, vingerafdruk, sleutel)))
        return stuur(req, res, { bekeken: await bekijk(gevraagd), isVeranderd: true }, 412);
      res.redirect(303, naar);
    } catch (error) {
      if (!(error instanceof Bestandsfouten)) throw error;
      stuur(req, res, { fouten: error.fouten }, 422);
    }
  });
  return router;
}

const TE_GROOT = 'Dit bestand is te groot. Een bestand mag hoogstens 100 kB zijn. Deel het op.';
const GEEN_BESTAND = 'Kies een bestand.';

interface Gevraagd<V> extends Pick<Invulonderdelen, 'sleutels'>, Pick<Inlezing<V>, 'leesIn'> {
  bestand: Buffer;
  wie: string;
}

async function bekijk<V>({ leesIn, bestand, wie }: Gevraagd<V>): Promise<NonNullable<Inleesstand<V>['bekeken']>> {
  const verslag = await leesIn(bestand, { uitvoeren: false, wie });
  return { verslag, inhoud: bestand.toString('utf8'), vingerafdruk: hexHash(JSON.stringify(verslag)) };
}

/** False when it would now change something else than what was seen. */
async function voerUit<V>(gevraagd: Gevraagd<V>, gezien: string, sleutel: string): Promise<boolean> {
  const { leesIn, sleutels, bestand, wie } = gevraagd;
  const opdracht = hexHash(`${wie}\nformulier\n${sleutel}`, 40);
  // With the key in it, which is kept nowhere, what is in the file cannot be guessed from its hash.
  const gebruik = await sleutels.gebruik(opdracht, hexHash(Buffer.concat([Buffer.from(sleutel), bestand])));
  if (gebruik === 'zelfde') return true;
  const { vingerafdruk } = await bekijk(gevraagd);
  if (gebruik === 'anders' || vingerafdruk !== gezien) {
    if (gebruik === 'nieuw') await sleutels.laatLos(opdracht);
    return false;
  }
  await leesIn(bestand, { uitvoeren: true, wie });
  return true;
}
