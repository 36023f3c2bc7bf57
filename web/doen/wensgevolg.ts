import { CODELIJSTEN, labelVan } from '#domain/beleid/codelijsten.ts';

import type { Gepost } from '../formulier.ts';
import type { Doenuitslag } from './doen.ts';
import type { Keuzes, Optie } from './keuzes.ts';

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

/** How much haste it may have, with what that needs; and how one says so. No date here is without. */
const HAAST: readonly { zoals: Gepost; woorden: string }[] = [
  { zoals: { urgentie: ['normaal'] }, woorden: 'Zonder haast' },
  { zoals: { urgentie: ['hoog'] }, woorden: 'Bij hoge urgentie' },
  { zoals: { urgentie: ['spoed'], spoedreden: ['-'] }, woorden: 'Bij spoed' },
];

/**
 * Each wens with what the rules say that it leads to, from what was filled in so far: for each urgency, for that may still be chosen
 * or changed, and not every browser tells us.
 */
export async function metGevolg(
  keuzes: Keuzes,
  gepost: Gepost,
  kijkVooruit: (gepost: Gepost) => Promise<Doenuitslag>,
): Promise<Keuzes> {
  const bekend = Object.fromEntries(BESLIST.flatMap((veld) => (gepost[veld]?.[0] ? [[veld, gepost[veld]]] : [])));
  const kijk = async (keuze: Gepost): Promise<readonly string[] | null> => {
    // A name that nothing has decides nothing yet.
    for (const proef of [bekend, {}]) {
      const uitslag = await kijkVooruit({ ...NOG_LEEG, ...proef, ...keuze });
      if (uitslag.soort === 'gevolg') return uitslag.gevolg.inWoorden;
    }
    return null;
  };
  const wensen: Optie[] = [];
  // One after another: each is a transaction, and one page may not take most of the connections of a process.
  for (const optie of keuzes.get('wens') ?? []) {
    const gevolgen = [];
    for (const { zoals } of HAAST) gevolgen.push(await kijk({ wens: [optie.waarde], ...zoals }));
    const toelichting = perHaast(gevolgen);
    wensen.push(toelichting === '' ? optie : { ...optie, toelichting });
  }
  return new Map([...keuzes, ['wens', wensen]]);
}

/** A line for each urgency that is allowed: the first in full, of the others what is different. */
function perHaast(gevolgen: readonly (readonly string[] | null)[]): string {
  const [eerste] = gevolgen.filter((zinnen) => zinnen !== null);
  const regels = gevolgen.flatMap((zinnen, i) => {
    const anders = zinnen === eerste ? zinnen : zinnen?.filter((zin) => eerste?.includes(zin) !== true);
    return anders === undefined || anders === null || anders.length === 0
      ? []
      : [{ haast: HAAST[i]?.woorden ?? '', tekst: anders.join(' ') }];
  });
  if (regels.length === 1) return regels[0]?.tekst ?? '';
  return regels.map(({ haast, tekst }) => `${haast}: ${tekst}`).join('\n');
}

/** What was looked ahead to, with the urgency for which that holds; what is only reported has none. */
export function metUrgentie<G extends { inWoorden: readonly string[] }>(gevolg: G, { urgentie, wens }: Gepost): G {
  if (wens?.[0] === 'melden') return gevolg;
  const gekozen =
    CODELIJSTEN.urgentie.find(({ code }) => code === urgentie?.[0])?.label ?? labelVan('urgentie', 'normaal');
  return { ...gevolg, inWoorden: [`U koos als urgentie: ${gekozen.toLowerCase()}.`, ...gevolg.inWoorden] };
}
