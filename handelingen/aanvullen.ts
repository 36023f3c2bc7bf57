import * as z from 'zod';

import { LANGE_TEKST, Onderwerp, tekst } from '#contract/basis.ts';
import { ONDERWERP } from '#contract/zinnen.ts';
import { datumVan } from '#domain/tijd/amsterdam.ts';

import { inDeToekomst } from './bestaat.ts';
import { Besluitinvoer, besluittekst, BESLUITVELDEN } from './delen/besluit.ts';
import { handeling } from './handeling.ts';

export const aanvullen = handeling({
  soort: 'aanvullen',
  pad: 'aanvullingen',
  operatie: 'vulSignaalAan',
  samenvatting: 'Voeg iets toe aan uw signaal',
  omschrijving: 'Alleen de melder. Van een besluit bewaken wij de termijn voor bezwaar.',
  invoer: z
    .strictObject({
      aanvulling: tekst(LANGE_TEKST, 'Wat u nu weet. Schrijf geen namen of andere persoonsgegevens op.'),
      onderwerp: Onderwerp.optional().meta({ description: 'Een beter onderwerp. Laat u dit weg, dan blijft het.' }),
      besluit: Besluitinvoer.optional(),
    })
    .meta({ id: 'NieuweAanvulling', description: 'Iets toevoegen aan uw signaal.' }),
  velden: {
    aanvulling: { verplicht: 'Schrijf wat u wilt toevoegen.', leeg: 'Schrijf wat u wilt toevoegen.' },
    onderwerp: ONDERWERP,
    besluit: { velden: BESLUITVELDEN },
  },
  opdracht: ({ aanvulling, onderwerp, besluit }, { nu }) => {
    const fouten = besluit === undefined ? [] : inDeToekomst(['besluit', 'datum'], besluit.datum, datumVan(nu));
    if (fouten.length > 0) return { fouten };
    return {
      besluit: besluit === undefined ? null : { datum: besluit.datum },
      tekst: { aanvulling, ...(onderwerp !== undefined && { onderwerp }), ...besluittekst(besluit) },
    };
  },
});
