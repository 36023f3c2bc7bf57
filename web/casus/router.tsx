import { type RequestHandler, Router } from 'express';

import { ADRESSEN } from '#contract/adressen.ts';
import {
  houdtCasusBij,
  leesbaarIn,
  partijenIn,
  presentCasusbijlage,
  trektToestemmingIn,
  waaromNietLeesbaar,
} from '#contract/casus.ts';
import { gekendeVerhaalplekken, presentToestemmingen } from '#contract/toestemming.ts';
import { leesCasuskijkers } from '#db/queries/casuskijkers.ts';
import { leesNamen } from '#db/queries/namen.ts';
import { leesVerhaalplekken } from '#db/queries/rapporten.ts';
import { leesToestemmingen } from '#db/queries/toestemmingen.ts';

import { alsSleutelErIs } from '../als-sleutel-er-is.ts';
import { sendPage } from '../render.tsx';
import { alleenNummers, paginavraag } from '../signalen/paginavraag.tsx';
import { createCasusbestanden } from './bestanden.tsx';
import { createCasusformulieren } from './formulieren.tsx';
import { OverWie } from './pages/over-wie.tsx';
import { bovenVan, type Casusbezoek, type Casusonderdelen, magVoorPartij, vindSignaal } from './plek.tsx';

/** As many as one reads. */
const KIJKERS = 20;

/** Who a signaal is about: closed until one asks for it, and that one asked is kept. */
export function createCasuspaginas(onderdelen: Casusonderdelen): RequestHandler {
  const { toegang, database, context } = onderdelen;
  const router = Router({ strict: true, caseSensitive: true });
  router.param('nummer', alleenNummers);
  router.get(ADRESSEN.overWie.patroon, toegang.vereisPersoon, async (req, res) => {
    const vraag = paginavraag(req, database, context);
    const stand = await vindSignaal(vraag, req, res);
    if (stand !== null) await toonOverWie(onderdelen, { vraag, stand, req, res });
  });
  return router.use(createCasusbestanden(onderdelen)).use(createCasusformulieren(onderdelen));
}

async function toonOverWie(
  { casus }: Casusonderdelen,
  { vraag: { db, persoon, context }, vraag, stand, req, res }: Casusbezoek,
): Promise<void> {
  const gegeven = await leesToestemmingen(db, stand.id);
  const plekken = await leesVerhaalplekken(db, stand.id);
  const magLezen = leesbaarIn(stand, gegeven, persoon).length > 0;
  const { melder } = stand.staat;
  const partijen = partijenIn(stand, persoon);
  const voorPartij = await magVoorPartij(stand, vraag);
  const genoemd = [...gegeven.map(({ door }) => door), ...partijen.map(({ organisatie }) => organisatie), melder];
  const [stukken, kijkers, namen] = await Promise.all([
    magLezen ? alsSleutelErIs(casus.lees(db, stand.id)) : [],
    magLezen ? leesCasuskijkers(db, stand.id, KIJKERS) : [],
    leesNamen(db, genoemd),
  ]);
  sendPage(
    res,
    <OverWie
      nummer={stand.nummer}
      boven={bovenVan(vraag, stand.nummer)}
      bijlage={magLezen && stukken !== null ? presentCasusbijlage(stukken, gegeven, stand, persoon) : null}
      waaromNiet={magLezen ? SLEUTEL_WEG : waaromNietLeesbaar(stand, gegeven, persoon)}
      melder={namen[melder] ?? null}
      toestemmingen={presentToestemmingen({ toestemmingen: gegeven, plekken }, namen, stand, persoon).toestemmingen}
      plekken={gekendeVerhaalplekken(plekken, stand, persoon)}
      mag={{ bijhouden: houdtCasusBij(stand, persoon), voorPartij, intrekken: trektToestemmingIn(stand, persoon) }}
      partijen={partijen.map(({ verzoek, organisatie, kanLezen }) => ({
        verzoek,
        kanLezen,
        naam: namen[organisatie]?.naam ?? organisatie,
      }))}
      kijkers={kijkers}
      gedaan={GEDAAN.get(req.query['gedaan']) ?? null}
      context={context}
    />,
    magLezen ? 200 : 403,
  );
}

/** What the key of the casusbijlage being away means, and what to do: nothing else is lost. */
const SLEUTEL_WEG =
  'Wat hier staat is versleuteld, en de sleutel ervan is nu niet te bereiken. Er is niets kwijt. De beheerder zet de sleutel terug; probeer het daarna nog eens. De rest van het signaal kunt u gewoon lezen.';

const GEDAAN: ReadonlyMap<unknown, string> = new Map([
  ['geschreven', 'Het is bewaard, versleuteld.'],
  ['toegevoegd', 'Het bestand is bewaard, versleuteld.'],
  ['weggehaald', 'Het bestand is weg.'],
  ['toestemming', 'De toestemming is vastgelegd.'],
  ['ingetrokken', 'De toestemming is ingetrokken. Wat daardoor open was, is meteen dicht.'],
  ['verhaal-ingetrokken', 'De toestemming voor een verhaal is ingetrokken.'],
]);
