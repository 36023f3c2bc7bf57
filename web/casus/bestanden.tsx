import { type RequestHandler, Router } from 'express';

import { BIJLAGE } from '#activities/ketenpartners/bijlagen.ts';
import { ADRESSEN } from '#contract/adressen.ts';
import { PadCasusbestand, presentCasusbijlage } from '#contract/casus.ts';
import { leesToestemmingen } from '#db/queries/toestemmingen.ts';
import { BESTANDSDELEN } from '#domain/casus.ts';

import { leesBestandsformulier } from '../bestandsformulier.ts';
import { controleerBestanden } from '../ketenpartner/bestanden.ts';
import { NietGevonden } from '../pages/niet-gevonden.tsx';
import { sendPage } from '../render.tsx';
import { alleenNummers, paginavraag } from '../signalen/paginavraag.tsx';
import { BestandToevoegen } from './pages/bestanden.tsx';
import { type Casusonderdelen, vindSignaal, vindVoorBijhouder } from './plek.tsx';

/** The letters and photos of a casusbijlage: added one at a time, read by who may, and taken away. */
export function createCasusbestanden(onderdelen: Casusonderdelen): RequestHandler {
  const { toegang, database, casus, context } = onderdelen;
  const router = Router({ strict: true, caseSensitive: true });
  router.param('nummer', alleenNummers);

  router.post(ADRESSEN.overWieBestanden.patroon, toegang.vereisPersoon, async (req, res) => {
    const vraag = paginavraag(req, database, context);
    // Before anything is read, so that nobody without the right can make us take megabytes.
    const gevonden = await vindVoorBijhouder(vraag, req, res);
    if (gevonden === null) return;
    const { stand, plek } = gevonden;
    const formulier = await leesBestandsformulier(req, BIJLAGE.hoogstensBytes + 1);
    const soort = BESTANDSDELEN.find((deel) => deel === formulier?.velden['deel']);
    const { goed, fouten } = controleerBestanden(formulier?.bestand == null ? [] : [formulier.bestand]);
    const [bestand] = goed;
    const alle = [
      ...(soort === undefined ? [{ veld: 'deel', tekst: 'Kies of het een brief of een foto is.' }] : []),
      ...(formulier?.bestand == null ? [{ veld: 'bestand', tekst: 'Kies een bestand.' }] : []),
      ...fouten.map(({ tekst }) => ({ veld: 'bestand', tekst })),
    ];
    if (soort === undefined || bestand === undefined || alle.length > 0)
      return sendPage(
        res,
        <BestandToevoegen
          nummer={stand.nummer}
          boven={plek.blad.boven}
          deel={soort}
          fouten={alle}
          context={vraag.context}
        />,
        422,
      );
    await casus.voegBestandToe(plek.waar, soort, bestand);
    res.redirect(303, `${ADRESSEN.overWie({ nummer: stand.nummer })}?gedaan=toegevoegd`);
  });

  router.get(ADRESSEN.overWieBestand.patroon, toegang.vereisPersoon, async (req, res) => {
    const vraag = paginavraag(req, database, context);
    const stand = await vindSignaal(vraag, req, res);
    if (stand === null) return;
    const { db, persoon } = vraag;
    const [stukken, gegeven] = await Promise.all([casus.lees(db, stand.id), leesToestemmingen(db, stand.id)]);
    const { bestanden } = presentCasusbijlage(stukken, gegeven, stand, persoon);
    const gevonden = bestanden.find(({ id }) => id === req.params['bestand']);
    const inhoud = gevonden === undefined ? null : await casus.inhoudVan(db, stand.id, gevonden.id);
    if (gevonden === undefined || inhoud === null) return sendPage(res, <NietGevonden context={vraag.context} />, 404);
    res.attachment(gevonden.naam).set('content-type', gevonden.mediatype).send(inhoud);
  });

  router.post(ADRESSEN.overWieBestand.patroon, toegang.vereisPersoon, async (req, res) => {
    const gevonden = await vindVoorBijhouder(paginavraag(req, database, context), req, res);
    if (gevonden === null) return;
    const { nummer, id } = gevonden.stand;
    const { bestand } = PadCasusbestand.safeParse({ signaal: nummer, bestand: req.params['bestand'] }).data ?? {};
    // Who sends it twice, or after another, wanted what is so.
    if (bestand !== undefined) await casus.verwijderBestand(id, bestand);
    res.redirect(303, `${ADRESSEN.overWie({ nummer })}?gedaan=weggehaald`);
  });

  return router;
}
