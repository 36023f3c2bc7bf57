import { CODELIJSTEN, labelVan, type Urgentie } from '#domain/beleid/codelijsten.ts';

import type { Toelichting } from '../components/keuzes.tsx';
import type { Gepost } from '../formulier.ts';
import type { Keuzegevolgen } from './doen.ts';
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
 * or changed. The page shows the one that is chosen; a browser that cannot, all of them. `kijk` reads what it needs once for all.
 */
export async function metGevolg(
  keuzes: Keuzes,
  gepost: Gepost,
  kijk: (keuzes: readonly Gepost[]) => Promise<Keuzegevolgen | null>,
): Promise<Keuzes> {
  const bekend = Object.fromEntries(BESLIST.flatMap((veld) => (gepost[veld]?.[0] ? [[veld, gepost[veld]]] : [])));
  const wensen = keuzes.get('wens') ?? [];
  const proeven = (naar: Gepost): Proef[] =>
    wensen.flatMap(({ waarde: wens }) =>
      HAAST.map(({ urgentie, zoals, woorden }) => {
        const zo: Gepost = { ...NOG_LEEG, ...naar, wens: [wens], urgentie: [urgentie], ...zoals };
        return { wens, urgentie, woorden, gepost: zo };
      }),
    );
  // A name that nothing has decides nothing yet.
  for (const gekozen of [proeven(bekend), proeven({})]) {
    const gezien = await kijk(gekozen.map((proef) => proef.gepost));
    if (gezien === null) continue;
    const regelsVan = (optie: Optie): Haastregel[] =>
      gekozen.flatMap(({ wens, urgentie, woorden, gepost: zo }) => {
        const zinnen = gezien.get(zo);
        return wens !== optie.waarde || zinnen === undefined ? [] : [{ urgentie, woorden, zin: zinnen.join(' ') }];
      });
    return new Map([...keuzes, ['wens', wensen.map((optie) => metToelichting(optie, regelsVan(optie)))]]);
  }
  return keuzes;
}

/** One combination to look at, and the form that it would be. */
interface Proef {
  wens: string;
  urgentie: Urgentie;
  woorden: string;
  gepost: Gepost;
}

function metToelichting(optie: Optie, regels: readonly Haastregel[]): Optie {
  return { ...optie, toelichting: toelichtingVan(regels) ?? optie.toelichting };
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
