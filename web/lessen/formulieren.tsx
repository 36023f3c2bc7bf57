import { type RequestHandler, Router } from 'express';

import { ADRESSEN } from '#contract/adressen.ts';
import {
  INTREKKINGZINNEN,
  Lesintrekking,
  Lesoordeel,
  Lesverlenging,
  OORDEELZINNEN,
  VERLENGINGZINNEN,
} from '#contract/les.ts';
import { voorop } from '#contract/present-les.ts';
import type { Veldenboom } from '#contract/velden.ts';
import { uiterlijkGeldig } from '#domain/les.ts';
import { datumVan, plusDagen } from '#domain/tijd/amsterdam.ts';
import { voluit } from '#domain/tijd/uitleg.ts';
import { beoordeelLes, trekLesIn, verlengLes } from '#handelingen/lessen/daden.ts';

import { createInvulpagina, gevonden } from '../invullen/invulpagina.tsx';
import { createGebruiken } from './gebruiken.tsx';
import { Lestekst } from './pages/lestekst.tsx';
import { EEN_JAAR, type Lesonderdelen, plekVan, voltooi, zoekLes } from './plek.tsx';
import { createSchrijven, createVerbeteren } from './schrijven.tsx';
import { INTREKWOORDEN, OORDEELWOORDEN, VERLENGWOORDEN } from './woorden.ts';

/** What is done with a les: each on a page with one form. */
export function createLesformulieren(onderdelen: Lesonderdelen): RequestHandler {
  return Router({ strict: true, caseSensitive: true })
    .use(createSchrijven(onderdelen))
    .use(createVerbeteren(onderdelen))
    .use(createGebruiken(onderdelen))
    .use(beoordeel(onderdelen))
    .use(verleng(onderdelen))
    .use(trekIn(onderdelen));
}

function beoordeel(onderdelen: Lesonderdelen): RequestHandler {
  return createInvulpagina(onderdelen, {
    adres: ADRESSEN.lesBeoordelen,
    schema: Lesoordeel,
    zinnen: OORDEELZINNEN,
    woorden: OORDEELWOORDEN,
    vind: gevonden(zoekLes('beoordelen'), (versies, { vraag: { db, persoon }, nu }) => {
      const [laatste = voorop(versies)] = versies;
      return {
        ...plekVan(versies),
        titel: 'Kijk deze les na',
        knop: 'Verstuur uw oordeel',
        inleiding: (
          <>
            <p>
              {`${laatste.geschrevenDoor.naam} schreef dit. Klopt het, is het te begrijpen, en is niemand te herkennen?`}
            </p>
            <Lestekst les={laatste} kop={2} />
          </>
        ),
        gevolg: [
          'Keurt u de les goed, dan leest iedereen die met signalen werkt de les.',
          'De schrijver krijgt bericht.',
        ],
        doe: async (invoer, opdracht) =>
          voltooi(beoordeelLes({ db, persoon, vandaag: datumVan(nu) }, versies, invoer), onderdelen, {
            opdracht,
            persoon,
            gedaan: 'nagekeken',
          }),
      };
    }),
  });
}

function verleng(onderdelen: Lesonderdelen): RequestHandler {
  return createInvulpagina(onderdelen, {
    adres: ADRESSEN.lesVerlengen,
    schema: Lesverlenging,
    zinnen: VERLENGINGZINNEN as Veldenboom,
    woorden: VERLENGWOORDEN,
    vind: gevonden(zoekLes('verlengen'), (versies, { vraag: { db, persoon }, nu }) => {
      const vandaag = datumVan(nu);
      const les = voorop(versies);
      return {
        ...plekVan(versies),
        titel: 'Werkt dit nog?',
        knop: 'Ja, dit werkt nog',
        inleiding: (
          <>
            <p>{`Deze les geldt tot en met ${voluit(les.geldigTot)}.`}</p>
            <Lestekst les={les} kop={2} />
            <p>
              Werkt het anders? <a href={ADRESSEN.lesVerbeteren({ les: les.nummer })}>Verbeter de les</a>. Werkt het
              niet meer? <a href={ADRESSEN.lesIntrekken({ les: les.nummer })}>Trek de les in</a>.
            </p>
          </>
        ),
        gevolg: ['De les blijft staan tot en met de dag die u kiest.', 'Vlak daarvoor vragen wij het u opnieuw.'],
        bewaard: { geldigTotDatum: [eerste(plusDagen(les.geldigTot, EEN_JAAR), uiterlijkGeldig(vandaag))] },
        doe: async (invoer, opdracht) =>
          voltooi(verlengLes({ db, persoon, vandaag }, versies, invoer), onderdelen, {
            opdracht,
            persoon,
            gedaan: 'verlengd',
          }),
      };
    }),
  });
}

function trekIn(onderdelen: Lesonderdelen): RequestHandler {
  return createInvulpagina(onderdelen, {
    adres: ADRESSEN.lesIntrekken,
    schema: Lesintrekking,
    zinnen: INTREKKINGZINNEN,
    woorden: INTREKWOORDEN,
    vind: gevonden(zoekLes('intrekken'), (versies, { vraag: { db, persoon }, nu }) => ({
      ...plekVan(versies),
      titel: 'Trek deze les in',
      knop: 'Trek deze les in',
      inleiding: <p>{voorop(versies).titel}</p>,
      gevolg: [
        'Niemand vindt de les nog. Wie de les schreef en wie nakijkt, leest uw reden.',
        'Dit kunt u niet terugdraaien.',
      ],
      doe: async (invoer, opdracht) =>
        voltooi(trekLesIn({ db, persoon, vandaag: datumVan(nu) }, versies, invoer), onderdelen, {
          opdracht,
          persoon,
          gedaan: 'ingetrokken',
        }),
    })),
  });
}

function eerste(een: string, ander: string): string {
  return een < ander ? een : ander;
}
