import type { RequestHandler } from 'express';

import { ADRESSEN } from '#contract/adressen.ts';
import { Bronnummer, Lesinhoud, LESZINNEN } from '#contract/les.ts';
import { voorop } from '#contract/present-les.ts';
import type { Les } from '#db/queries/lessen.ts';
import { datumVan, plusDagen } from '#domain/tijd/amsterdam.ts';
import { type OpgelosteZaak, vindBron } from '#handelingen/lessen/bron.ts';
import { schrijfLes, verbeterLes } from '#handelingen/lessen/daden.ts';
import { uuidOf } from '#platform/uuid.ts';

import type { Gepost } from '../formulier.ts';
import { createInvulpagina, gevonden, type Invulbezoek } from '../invullen/invulpagina.tsx';
import { sendPage } from '../render.tsx';
import { GeenLes, KanNu } from './pages/kan-niet.tsx';
import { EEN_JAAR, type Lesonderdelen, LIJST, plekVan, voltooi, zoekLes } from './plek.tsx';
import { LESWOORDEN } from './woorden.ts';

const NAGEKEKEN =
  'Een regiocoördinator of iemand van het landelijk team kijkt de les na. Daarna kan iedereen de les lezen.';
/** The first version, about what was solved. */
export function createSchrijven(onderdelen: Lesonderdelen): RequestHandler {
  return createInvulpagina(onderdelen, {
    adres: ADRESSEN.lesSchrijven,
    schema: Lesinhoud,
    zinnen: LESZINNEN,
    woorden: LESWOORDEN,
    vind: gevonden(zoekBron, (bron, { vraag: { db, persoon }, nu }) => {
      const vandaag = datumVan(nu);
      const terug = bron.nummer.startsWith('P-')
        ? ADRESSEN.patroon({ patroon: bron.nummer })
        : ADRESSEN.signaal({ nummer: bron.nummer });
      return {
        hier: ADRESSEN.lessen(),
        boven: [LIJST],
        titel: 'Schrijf een les',
        knop: 'Laat deze les nakijken',
        terug: { adres: terug, tekst: `Toch niet: terug naar ${bron.nummer}` },
        inleiding: (
          <p>{`U schrijft wat anderen kunnen leren van ${bron.nummer}. Wie dat nummer niet mag zien, leest het ook niet bij de les.`}</p>
        ),
        gevolg: [NAGEKEKEN],
        alleen: { organisatie: bron.organisaties },
        bewaard: {
          ...Object.fromEntries(Object.entries(bron.indeling).map(([veld, codes]) => [veld, codes.slice(0, 3)])),
          geldigTotDatum: [plusDagen(vandaag, EEN_JAAR)],
        },
        doe: async (invoer, opdracht) =>
          voltooi(
            await schrijfLes({ db, persoon, vandaag }, uuidOf('les', opdracht), { bron: bron.nummer, ...invoer }),
            onderdelen,
            { opdracht, persoon, gedaan: 'geschreven' },
          ),
      };
    }),
  });
}

/** Answers itself, with null, where this person may not write one. */
async function zoekBron({ vraag: { db, persoon, context }, req, res }: Invulbezoek): Promise<OpgelosteZaak | null> {
  const nummer = Bronnummer.safeParse(req.params['bron']).data;
  const bron = nummer === undefined ? null : await vindBron(db, nummer, persoon);
  if (bron === null) sendPage(res, <GeenLes context={context} />, 404);
  else if (bron.bezwaar === null) return bron;
  else
    sendPage(
      res,
      <KanNu waarom={bron.bezwaar.message} context={context} />,
      bron.bezwaar.code === 'status_staat_niet_toe' ? 409 : 403,
    );
  return null;
}

/** A next version. */
export function createVerbeteren(onderdelen: Lesonderdelen): RequestHandler {
  return createInvulpagina(onderdelen, {
    adres: ADRESSEN.lesVerbeteren,
    schema: Lesinhoud,
    zinnen: LESZINNEN,
    woorden: LESWOORDEN,
    vind: gevonden(zoekLes('verbeteren'), async (versies, bezoek) => {
      const [laatste = voorop(versies)] = versies;
      const {
        vraag: { db, persoon },
        nu,
      } = bezoek;
      const bron = laatste.bron === null ? null : await vindBron(db, laatste.bron, persoon);
      return {
        ...plekVan(versies),
        titel: 'Verbeter deze les',
        knop: 'Laat deze versie nakijken',
        gevolg: [
          NAGEKEKEN,
          ...(voorop(versies).status === 'geldig' ? ['Tot die tijd leest iedereen de oude versie.'] : []),
        ],
        ...(laatste.status === 'teruggestuurd' && {
          inleiding: <p>{`${laatste.beoordeeldDoor?.naam ?? 'Wie nakeek'} schreef: “${laatste.opmerking ?? ''}”`}</p>,
        }),
        alleen: {
          organisatie: [
            ...(bron?.organisaties ?? []),
            ...(laatste.organisatie === null ? [] : [laatste.organisatie.id]),
          ],
        },
        bewaard: zoalsBewaard(laatste),
        doe: async (invoer, opdracht) =>
          voltooi(await verbeterLes({ db, persoon, vandaag: datumVan(nu) }, versies, invoer), onderdelen, {
            opdracht,
            persoon,
            gedaan: 'verbeterd',
          }),
      };
    }),
  });
}

function zoalsBewaard(les: Les): Gepost {
  const een = (waarde: string | null): string[] => (waarde === null ? [] : [waarde]);
  return {
    titel: [les.titel],
    watWerkte: [les.watWerkte],
    knelpunttypen: les.knelpunttypen,
    doelgroepen: les.doelgroepen,
    wetten: les.wetten,
    regios: les.regios,
    ketenpartnertype: een(les.ketenpartnertype),
    organisatie: een(les.organisatie?.id ?? null),
    geldigTotDatum: [les.geldigTot],
  };
}
