import { type RequestHandler, Router } from 'express';

import type { Uitvoer } from '#activities/uitvoer/uitvoer.ts';
import { ADRESSEN } from '#contract/adressen.ts';
import { PadTijdvak, Uitvoervragen } from '#contract/uitvoer.ts';
import { UITVOERDERS } from '#domain/bevoegdheden.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';
import { tijdvakkenTot } from '#domain/tijd/tijdvak.ts';
import { sendAsItComes } from '#platform/hold-answer.ts';

import type { Veldmelding } from '../components/formulier.tsx';
import type { Gepost } from '../formulier.ts';
import { sendPage } from '../render.tsx';
import { paginavraag } from '../signalen/paginavraag.tsx';
import { alleenVoor } from '../toegestaan.tsx';
import type { Cijferonderdelen } from './onderdelen.ts';
import { Uitvoerpagina } from './pages/uitvoer.tsx';

export interface Uitvoeronderdelen extends Cijferonderdelen {
  uitvoer: Uitvoer;
}

/** All data of a period as a file: what is in it, of which period, and what for. */
export function createUitvoerpaginas(onderdelen: Uitvoeronderdelen): RequestHandler {
  const { toegang, database, context, nu, uitvoer } = onderdelen;
  const router = Router({ strict: true, caseSensitive: true });
  router.use(ADRESSEN.uitvoer.patroon, toegang.vereisPersoon, alleenVoor(UITVOERDERS, onderdelen));
  const toon = (gekozen: Gepost, fouten: readonly Veldmelding[]) => ({
    gekozen,
    fouten,
    tijdvakken: tijdvakkenTot(datumVan(nu())),
  });
  router.get(ADRESSEN.uitvoer.patroon, (req, res) => {
    const { context: eigen } = paginavraag(req, database, context);
    sendPage(res, <Uitvoerpagina {...toon({}, [])} context={eigen} />);
  });
  router.get(ADRESSEN.uitvoerbestand.patroon, async (req, res) => {
    const { persoon, context: eigen } = paginavraag(req, database, context);
    const tijdvak = PadTijdvak.shape.tijdvak.safeParse(req.query['tijdvak']).data;
    const doel = Uitvoervragen.shape.doel.safeParse(req.query['doel']).data;
    const fouten = [
      ...(tijdvak === undefined ? [{ veld: 'tijdvak', tekst: 'Kies een jaar of een kwartaal.' }] : []),
      ...(doel === undefined ? [{ veld: 'doel', tekst: 'Kies waarvoor u de gegevens nodig hebt.' }] : []),
    ];
    if (tijdvak === undefined || doel === undefined) {
      const gekozen = { tijdvak: [tijdvak ?? ''], doel: [doel ?? ''] };
      return sendPage(res, <Uitvoerpagina {...toon(gekozen, fouten)} context={eigen} />, 422);
    }
    const { naam, mediatype, grootte, inhoud } = await uitvoer.maak(persoon, tijdvak, nu());
    res.attachment(naam).set({ 'content-type': mediatype, 'content-length': String(grootte) });
    await sendAsItComes(res, inhoud);
  });
  return router;
}
