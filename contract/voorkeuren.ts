import * as z from 'zod';

import type { Agendasleutel } from '#db/queries/agenda.ts';
import { AFMELDBAAR, PLICHT } from '#domain/post/plicht.ts';
import type { Werkweek } from '#domain/post/werktijden.ts';
import { type Berichtsoort, BERICHTSOORTEN } from '#domain/signaal/berichtsoorten.ts';

import { code, tijdstip } from './basis.ts';
import { metRegels } from './regels.ts';
import type { Velden } from './velden.ts';

const KLOKTIJD = code(5, /^([01]\d|2[0-3]):[0-5]\d$/).meta({
  description: 'Tijd op de klok in Nederland.',
  example: '09:00',
});

const Werkdag = metRegels(
  z.strictObject({
    weekdag: z.int().min(1).max(7).meta({ description: 'Dag van de week: 1 is maandag, 7 is zondag.', example: 1 }),
    van: KLOKTIJD,
    tot: KLOKTIJD,
  }),
  [{ veld: 'tot', soort: 'volgorde', klopt: ({ van, tot }) => van === undefined || tot === undefined || van < tot }],
).meta({ id: 'Werkdag', description: 'Wanneer u op een dag van de week werkt.' });

export const Werktijden = metRegels(
  z.strictObject({
    werkdagen: z.array(Werkdag).min(1).max(7).meta({ description: 'Een dag die er niet bij staat, is vrij.' }),
  }),
  [
    {
      veld: 'werkdagen',
      soort: 'dubbel',
      klopt: ({ werkdagen }) =>
        !Array.isArray(werkdagen) || new Set(werkdagen.map((dag) => dag?.weekdag)).size === werkdagen.length,
    },
  ],
).meta({ id: 'Werktijden', description: 'Wanneer u werkt. Buiten die tijden krijgt u geen mail.' });

const TIJD = 'Geef een tijd, zoals 09:00.';
export const WERKTIJDENZINNEN: Velden<z.input<typeof Werktijden>> = {
  werkdagen: {
    verplicht: 'Kies op welke dagen u werkt.',
    te_weinig: 'Kies minstens één dag.',
    te_veel: 'Een week heeft zeven dagen.',
    dubbel: 'Noem elke dag van de week één keer.',
    velden: {
      weekdag: {
        verplicht: 'Kies een dag van de week: 1 is maandag, 7 is zondag.',
        te_klein: 'Kies een dag van de week: 1 is maandag, 7 is zondag.',
        te_groot: 'Kies een dag van de week: 1 is maandag, 7 is zondag.',
      },
      van: { verplicht: 'Vertel hoe laat u begint.', vorm: TIJD, te_lang: TIJD },
      tot: {
        verplicht: 'Vertel hoe laat u stopt.',
        vorm: TIJD,
        te_lang: TIJD,
        volgorde: 'Het einde van een werkdag komt na het begin.',
      },
    },
  },
};

export function presentWerktijden(week: Werkweek): z.input<typeof Werktijden> {
  return {
    werkdagen: Object.entries(week).flatMap(([weekdag, uren]) =>
      uren === undefined ? [] : [{ weekdag: Number(weekdag), ...uren }],
    ),
  };
}

export function weekVan({ werkdagen }: z.output<typeof Werktijden>): Werkweek {
  return Object.fromEntries(werkdagen.map(({ weekdag, ...uren }) => [weekdag, uren]));
}

const [EERSTE = 'ontvangen', ...REST] = AFMELDBAAR;
const Afmeldbaar = z.enum([EERSTE, ...REST]).meta({ description: 'Een soort bericht waarvoor u zich kunt afmelden.' });

export const NieuweAfmeldingen = z
  .strictObject({ afgemeld: z.array(Afmeldbaar).max(BERICHTSOORTEN.length) })
  .meta({ id: 'NieuweAfmeldingen', description: 'Welke berichten u niet wilt.' });

export const AFMELDINGENZINNEN: Velden<z.input<typeof NieuweAfmeldingen>> = {
  afgemeld: {
    verplicht: 'Geef de berichten die u niet wilt. Een lege lijst: u wilt ze allemaal.',
    te_veel: 'Zoveel soorten berichten zijn er niet.',
  },
};

export const Afmeldingen = z
  .strictObject({
    afgemeld: z.array(Afmeldbaar).meta({ description: 'Deze berichten krijgt u niet.' }),
    afmeldbaar: z.array(Afmeldbaar).meta({ description: 'Voor deze berichten kunt u zich afmelden.' }),
    plicht: z
      .array(
        z.strictObject({
          soort: z.enum(BERICHTSOORTEN).meta({ description: 'Een soort bericht.' }),
          omdat: z.string().meta({ description: 'Waarom u zich hiervoor niet kunt afmelden.' }),
        }),
      )
      .meta({ description: 'Deze berichten horen bij het werk.' }),
  })
  .meta({ id: 'Afmeldingen', description: 'Welke berichten u krijgt.' });

export function presentAfmeldingen(afgemeld: readonly Berichtsoort[]): z.input<typeof Afmeldingen> {
  return {
    afgemeld: AFMELDBAAR.filter((soort) => afgemeld.includes(soort)),
    afmeldbaar: [...AFMELDBAAR],
    plicht: BERICHTSOORTEN.flatMap((soort) => {
      const plicht = PLICHT[soort];
      return plicht === null ? [] : [{ soort, omdat: plicht.omdat }];
    }),
  };
}

const SLEUTEL = {
  id: z.uuid().meta({ description: 'Id van de sleutel.' }),
  gemaaktOp: tijdstip('Wanneer de sleutel is gemaakt.'),
  laatstGebruiktOp: tijdstip('Wanneer een agenda hem het laatst gebruikte.').nullable(),
};

export const PadAgendasleutel = z.strictObject({ sleutel: SLEUTEL.id });

export const AgendasleutelSchema = z
  .strictObject(SLEUTEL)
  .meta({ id: 'Agendasleutel', description: 'Een sleutel waarmee een agenda uw termijnen leest.' });

export const Agendasleutels = z
  .strictObject({ agendasleutels: z.array(AgendasleutelSchema) })
  .meta({ id: 'Agendasleutels', description: 'Uw sleutels. Het adres zelf ziet u alleen als u het maakt.' });

export const NieuweAgendasleutel = z
  .strictObject({
    ...SLEUTEL,
    url: z.url().meta({ description: 'Het adres voor uw agenda. Wie het heeft, ziet uw termijnen. Bewaar het goed.' }),
  })
  .meta({ id: 'NieuweAgendasleutel', description: 'Een nieuwe sleutel, met het adres dat u maar één keer ziet.' });

export function presentAgendasleutel({
  id,
  gemaaktOp,
  laatstGebruiktOp,
}: Agendasleutel): z.input<typeof AgendasleutelSchema> {
  return { id, gemaaktOp, laatstGebruiktOp };
}
