import * as z from 'zod';

import type { BewaardeWeergave } from '#db/queries/bewaarde-weergaven.ts';
import type { Filter } from '#db/queries/filter.ts';
import { type Kijker, MET_SIGNALEN } from '#domain/bevoegdheden.ts';
import type { Datum } from '#domain/tijd/amsterdam.ts';

import { eenRegel } from './basis.ts';
import { toon, vanZaken } from './kijker.ts';
import { filterVan, Signaalfilter } from './lijst.ts';
import type { Velden } from './velden.ts';
import { TEL_TOT } from './weergaven.ts';

const NAAM_TEKENS = 60;

export const PadWeergave = z.strictObject({
  weergave: z.uuid().meta({ description: 'Id van de weergave, dat u zelf kiest.' }),
});

/** Words that somebody looks for may be the name of a family, and a view is kept and shared: so they are not in it. */
const Weergavefilter = Signaalfilter.omit({ zoek: true })
  .refine((filter) => Object.values(filter).some((waarde) => waarde !== undefined), { params: { soort: 'leeg' } })
  .meta({ description: 'De filters van `/signalen`, zonder woorden om te zoeken.' });

const Gedeeld = z.enum(MET_SIGNALEN);
const NAAM = eenRegel(NAAM_TEKENS, 'Hoe de weergave heet.', 'Wlz, te laat');

export const NieuweWeergave = z
  .strictObject({
    naam: NAAM,
    rol: Gedeeld.optional().meta({
      description:
        'Iedereen met deze rol gebruikt haar ook. Het is een rol die u zelf hebt. Zonder rol is zij van u alleen.',
    }),
    filter: Weergavefilter,
  })
  .meta({ id: 'NieuweWeergave', description: 'Filters om te bewaren, met een naam.' });

const NAAMZINNEN = { verplicht: 'Geef de weergave een naam.', leeg: 'Geef de weergave een naam.' };
const NIET_UW_ROL = 'Deel een weergave met een rol die u zelf hebt.';

const FILTERZINNEN = {
  te_veel: 'Kies hoogstens twintig waarden.',
  te_weinig: 'Kies minstens één waarde, of laat dit filter weg.',
  vorm: 'Geef een waarde die bestaat, of laat dit filter weg.',
};

export const WEERGAVEZINNEN = {
  naam: NAAMZINNEN,
  rol: { vorm: NIET_UW_ROL, niet_uw_rol: NIET_UW_ROL },
  filter: {
    verplicht: 'Geef de filters van de weergave.',
    leeg: 'Kies eerst wat u wilt zien. Dan kunt u dat bewaren.',
    type: 'Geef een object met filters van `/signalen`.',
    velden: Object.fromEntries(Object.keys(Signaalfilter.shape).map((veld) => [veld, FILTERZINNEN])),
  },
} as unknown as Velden<z.input<typeof NieuweWeergave>>;

/** To who has as many as there may be. */
export const TE_VEEL_WEERGAVEN = 'Er zijn al twintig weergaven. Haal er eerst een weg die u niet meer gebruikt.';

/** The same on a page, where the filters are in the address. */
export const Weergavenaam = z.strictObject({
  naam: NAAM,
  gedeeld: z.boolean().default(false).meta({ description: 'Of iedereen met dezelfde rol haar gebruikt.' }),
});
export const WEERGAVENAAMZINNEN: Velden<z.input<typeof Weergavenaam>> = { naam: NAAMZINNEN, gedeeld: {} };

export const BewaardeWeergaven = vanZaken(
  z
    .strictObject({
      weergaven: z.array(
        z.strictObject({
          id: z.uuid().meta({ description: 'Id van de weergave.' }),
          naam: z.string().meta({ description: 'Hoe zij heet.' }),
          rol: Gedeeld.nullable().meta({ description: 'Met welke rol zij gedeeld is. null: zij is van u alleen.' }),
          filter: Signaalfilter.meta({ description: 'Waarmee `/signalen` haar toont.' }),
          aantal: z
            .int()
            .min(0)
            .max(TEL_TOT)
            .meta({
              description: `Hoeveel signalen erin staan die u mag zien; er wordt niet verder geteld dan ${TEL_TOT}.`,
            }),
        }),
      ),
    })
    .meta({ id: 'BewaardeWeergaven', description: 'De weergaven die u bewaarde, en die uw rol deelt.' }),
);

type Gelezen = Omit<BewaardeWeergave, 'rol' | 'filter'> & {
  rol: z.infer<typeof Gedeeld> | null;
  filter: z.output<typeof Signaalfilter>;
};

/** Those that can still be asked: what a code no longer is, leaves its view out. */
export function bruikbaar(weergaven: readonly BewaardeWeergave[]): Gelezen[] {
  return weergaven.flatMap((weergave) => {
    const filter = Signaalfilter.safeParse(weergave.filter);
    const rol = Gedeeld.nullable().safeParse(weergave.rol);
    return filter.success && rol.success ? [{ ...weergave, rol: rol.data, filter: filter.data }] : [];
  });
}

/** What each of those asks for, of this person and on that day, by id. */
export function bewaardefilters(weergaven: readonly Gelezen[], kijker: Kijker, vandaag: Datum): Record<string, Filter> {
  return Object.fromEntries(
    weergaven.map(({ id, filter }) => [id, filterVan({ ...filter, open: filter.open ?? true }, kijker, vandaag)]),
  );
}

export function presentBewaardeWeergaven(
  weergaven: readonly Gelezen[],
  telling: Partial<Record<string, number>>,
  kijker: Kijker,
): z.infer<typeof BewaardeWeergaven> {
  return toon(kijker, {
    weergaven: weergaven.map(({ id, naam, rol, filter }) => ({ id, naam, rol, filter, aantal: telling[id] ?? 0 })),
  });
}
