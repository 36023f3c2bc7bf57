import * as z from 'zod';

import { tijdstip } from './basis.ts';
import type { Velden } from './velden.ts';

export const PadConcept = z.strictObject({
  concept: z.uuid().meta({ description: 'Id van het concept, dat u zelf kiest.' }),
});

/** As much of a filing as there is, right or wrong: nothing of it is looked at before it is sent. */
const Inhoud = z.record(z.string().max(100), z.unknown()).meta({
  description: 'Wat er al is ingevuld, met de velden van een nieuw signaal. Het hoeft nog niet te kloppen.',
  example: { knelpunt: 'De gemeente verwijst naar het zorgkantoor en andersom.' },
});

export const NieuwConcept = z
  .strictObject({ inhoud: Inhoud })
  .meta({ id: 'NieuwConcept', description: 'Een signaal waar u aan begonnen bent.' });

export const CONCEPTZINNEN = {
  inhoud: { verplicht: 'Geef wat er al is ingevuld.', type: 'Geef een object met de velden van een nieuw signaal.' },
} as unknown as Velden<z.input<typeof NieuwConcept>>;

const Concept = z
  .strictObject({
    id: z.string().meta({ description: 'Id van het concept.' }),
    inhoud: Inhoud,
    gewijzigdOp: tijdstip('Wanneer het voor het laatst is bewaard. Dertig dagen daarna is het weg.'),
  })
  .meta({ id: 'Concept', description: 'Een concept. Alleen u ziet het.' });

export const Concepten = z
  .strictObject({ concepten: z.array(Concept).meta({ description: 'Het laatst bewaarde eerst.' }) })
  .meta({ id: 'Concepten', description: 'Uw concepten.' });
