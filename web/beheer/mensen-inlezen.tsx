import { randomUUID } from 'node:crypto';

import { type Request, type RequestHandler, type Response, Router } from 'express';

import type { Accounts } from '#activities/gebruikers/accounts.ts';
import { Bestandsfouten } from '#activities/gebruikers/bestand.ts';
import { ADRESSEN } from '#contract/adressen.ts';
import { presentVerslag } from '#contract/gebruikersbestand.ts';
import { hexHash } from '#platform/hash.ts';

import { leesBestandsformulier } from '../bestandsformulier.ts';
import { contextVan } from '../context.ts';
import { persoonVan } from '../inloggen/persoon.ts';
import type { Invulonderdelen } from '../invullen/invulpagina.tsx';
import { sendPage } from '../render.tsx';
import { Inlezen, type Inlezenprops } from './pages/inlezen.tsx';

/** As much as the API takes. */
const GROOTSTE = 100_000;

/** A file with accounts: first what it would change, then, as it was seen, all of it or nothing. */
export function createMensenInlezen(onderdelen: Invulonderdelen, accounts: Accounts): RequestHandler {
  const { context } = onderdelen;
  const router = Router({ strict: true, caseSensitive: true });
  const toon = (req: Request, res: Response, stand: Partial<Inlezenprops>, status = 200): void =>
    sendPage(
      res,
      <Inlezen
        {...{ bekeken: null, fouten: [], isVeranderd: false, sleutel: randomUUID(), ...stand }}
        context={contextVan(req, context)}
      />,
      status,
    );
  router.get(ADRESSEN.mensenInlezen.patroon, (req, res) => toon(req, res, {}));
  router.post(ADRESSEN.mensenInlezen.patroon, async (req, res) => {
    const formulier = await leesBestandsformulier(req, GROOTSTE);
    const { inhoud: gezien = '', vingerafdruk = '', sleutel = '' } = formulier?.velden ?? {};
    const bestand = formulier?.bestand?.inhoud ?? Buffer.from(gezien);
    if (formulier?.teGroot === true) return toon(req, res, { fouten: [TE_GROOT] }, 422);
    if (bestand.length === 0) return toon(req, res, { fouten: [GEEN_BESTAND] }, 422);
    const wie = persoonVan(req).id;
    const gevraagd = { accounts, onderdelen, bestand, wie };
    try {
      if (formulier?.velden['stap'] !== 'doe') return toon(req, res, { bekeken: await bekijk(gevraagd) });
      if (!(await leesIn(gevraagd, vingerafdruk, sleutel)))
        return toon(req, res, { bekeken: await bekijk(gevraagd), isVeranderd: true }, 412);
      res.redirect(303, `${ADRESSEN.beheerMensen()}?gedaan=ingelezen`);
    } catch (error) {
      if (!(error instanceof Bestandsfouten)) throw error;
      toon(req, res, { fouten: error.fouten }, 422);
    }
  });
  return router;
}

const TE_GROOT = 'Dit bestand is te groot. Een bestand mag hoogstens 100 kB zijn. Deel het op.';
const GEEN_BESTAND = 'Kies een bestand.';

interface Gevraagd {
  accounts: Accounts;
  onderdelen: Invulonderdelen;
  bestand: Buffer;
  wie: string;
}

async function bekijk({ accounts, bestand, wie }: Gevraagd): Promise<NonNullable<Inlezenprops['bekeken']>> {
  const verslag = presentVerslag(await accounts.leesIn(bestand, { uitvoeren: false, wie }));
  return { verslag, inhoud: bestand.toString('utf8'), vingerafdruk: hexHash(JSON.stringify(verslag)) };
}

/** False when it would now change something else than what was seen. Sent twice it is done once. */
async function leesIn(gevraagd: Gevraagd, gezien: string, sleutel: string): Promise<boolean> {
  const { accounts, onderdelen, bestand, wie } = gevraagd;
  const opdracht = hexHash(`${wie}\nformulier\n${sleutel}`, 40);
  const gebruik = await onderdelen.sleutels.gebruik(opdracht, hexHash(Buffer.concat([Buffer.from(sleutel), bestand])));
  if (gebruik === 'zelfde') return true;
  const { vingerafdruk } = await bekijk(gevraagd);
  if (gebruik === 'anders' || vingerafdruk !== gezien) {
    if (gebruik === 'nieuw') await onderdelen.sleutels.laatLos(opdracht);
    return false;
  }
  await accounts.leesIn(bestand, { uitvoeren: true, wie });
  return true;
}
