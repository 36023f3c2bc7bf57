import type { Gepost } from '../formulier.ts';
import type { Doenuitslag } from './doen.ts';
import type { Keuzes } from './keuzes.ts';

/** What a filing needs to be looked ahead to; of what is not yet known, what decides nothing. */
const NOG_LEEG: Gepost = {
  knelpunt: ['-'],
  doelgroepen: ['GEEN_VAN_DEZE'],
  gemeente: ['ONBEKEND'],
  organisatie: ['ONBEKEND'],
  gezinWeetHet: ['ja'],
  motief: ['geen_aanbod'],
};
/** What decides where it begins. */
const BESLIST = ['gemeente', 'organisatie'] as const;

/** Each wens with what the rules say that it leads to, from what was filled in so far. */
export async function metGevolg(
  keuzes: Keuzes,
  gepost: Gepost,
  kijkVooruit: (gepost: Gepost) => Promise<Doenuitslag>,
): Promise<Keuzes> {
  const bekend = Object.fromEntries(BESLIST.flatMap((veld) => (gepost[veld]?.[0] ? [[veld, gepost[veld]]] : [])));
  const kijk = async (wens: string): Promise<readonly string[] | null> => {
    // A name that nothing has decides nothing yet.
    for (const proef of [bekend, {}]) {
      const uitslag = await kijkVooruit({ ...NOG_LEEG, ...proef, wens: [wens] });
      if (uitslag.soort === 'gevolg') return uitslag.gevolg.inWoorden;
    }
    return null;
  };
  const wensen = await Promise.all(
    (keuzes.get('wens') ?? []).map(async (optie) => {
      const zinnen = await kijk(optie.waarde);
      return zinnen === null ? optie : { ...optie, toelichting: zinnen.join(' ') };
    }),
  );
  return new Map([...keuzes, ['wens', wensen]]);
}
