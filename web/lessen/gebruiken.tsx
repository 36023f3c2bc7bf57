import type { RequestHandler } from 'express';

import { ADRESSEN } from '#contract/adressen.ts';
import { GEBRUIKZINNEN, Lesgebruik } from '#contract/les.ts';
import { voorop } from '#contract/present-les.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';
import { gebruikLes } from '#handelingen/lessen/daden.ts';

import { createInvulpagina, gevonden } from '../invullen/invulpagina.tsx';
import { type Lesonderdelen, plekVan, voltooi, zoekLes } from './plek.tsx';
import { GEBRUIKWOORDEN } from './woorden.ts';

/** For which signaal a les was used; who says so on the page of a signaal sends the same form with one button. */
export function createGebruiken(onderdelen: Lesonderdelen): RequestHandler {
  return createInvulpagina(onderdelen, {
    adres: ADRESSEN.lesGebruiken,
    schema: Lesgebruik,
    zinnen: GEBRUIKZINNEN,
    woorden: GEBRUIKWOORDEN,
    vind: gevonden(zoekLes('gebruiken'), (versies, { vraag: { db, persoon }, nu }) => ({
      ...plekVan(versies),
      // It writes over nothing, so it does not matter what happened to the les meanwhile.
      stand: '',
      titel: 'Hebt u deze les gebruikt?',
      knop: 'Bewaar dit',
      inleiding: <p>{voorop(versies).titel}</p>,
      gevolg: [
        'Iedereen die de les leest, ziet hoe vaak de les is gebruikt en hoe vaak de les hielp.',
        'Bij welk signaal dat was, ziet alleen wie dat signaal mag lezen.',
      ],
      bewaard: { gebruik: ['gebruikt'] },
      doe: async (invoer, opdracht) =>
        voltooi(await gebruikLes({ db, persoon, vandaag: datumVan(nu) }, versies, invoer), onderdelen, {
          opdracht,
          persoon,
          gedaan: invoer.gebruik,
        }),
    })),
  });
}
