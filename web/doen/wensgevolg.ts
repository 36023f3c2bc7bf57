import { CODELIJSTEN, labelVan, type Urgentie } from '#domain/beleid/codelijsten.ts';

import type { Toelichting } from '../components/keuzes.tsx';
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
const HAAST = [
  { urgentie: 'normaal', zoals: {}, woorden: 'Zonder haast' },
  { urgentie: 'hoog', zoals: {}, woorden: 'Bij hoge urgentie' },
  { urgentie: 'spoed', zoals: { spoedreden: ['-'] }, woorden: 'Bij spoed' },
] as const;

/**
 * Each wens with what the rules say that it leads to, from what was filled in so far: for each urgency, for that may still be chosen
 * or changed. The page shows the one that is chosen; a browser that cannot, all of them.
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
    const regels: Haastregel[] = [];
    for (const { urgentie, zoals, woorden } of HAAST) {
      const zinnen = await kijk({ wens: [optie.waarde], urgentie: [urgentie], ...zoals });
      if (zinnen !== null) regels.push({ urgentie, woorden, zin: zinnen.join(' ') });
    }
    wensen.push({ ...optie, toelichting: toelichtingVan(regels) ?? optie.toelichting });
  }
  return new Map([...keuzes, ['wens', wensen]]);
}

interface Haastregel {
  urgentie: Urgentie;
  woorden: string;
  zin: string;
}

/** Without a word of haste where it makes no difference. */
function toelichtingVan(regels: readonly Haastregel[]): Toelichting | undefined {
  if (new Set(regels.map(({ zin }) => zin)).size <= 1) return regels[0]?.zin;
  return regels.map(({ urgentie, woorden, zin }) => ({ urgentie, tekst: `${woorden}: ${zin}` }));
}

/** What was looked ahead to, with the urgency for which that holds; what is only reported has none. */
export function metUrgentie<G extends { inWoorden: readonly string[] }>(gevolg: G, { urgentie, wens }: Gepost): G {
  if (wens?.[0] === 'melden') return gevolg;
  const gekozen =
    CODELIJSTEN.urgentie.find(({ code }) => code === urgentie?.[0])?.label ?? labelVan('urgentie', 'normaal');
  return { ...gevolg, inWoorden: [`U koos als urgentie: ${gekozen.toLowerCase()}.`, ...gevolg.inWoorden] };
}
