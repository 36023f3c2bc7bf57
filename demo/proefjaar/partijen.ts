import type { Antwoordsoort, Verzoeksoort } from '#domain/beleid/codelijsten.ts';
import type { Antwoord } from '#domain/signaal/opdracht.ts';
import type { Verzoek } from '#domain/signaal/staat.ts';
import { type Datum, datumVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';
import type { Kalender } from '#domain/tijd/feestdagen.ts';
import { plusWerkdagen } from '#domain/tijd/werkdagen.ts';

import { dagen, type Kans, kansVan, later } from './kans.ts';

/** How an organisation answers, the whole year through: some are always quick, some never say a word. */
interface Aard {
  werkdagen: number;
  /** Times in a hundred that nothing comes. */
  zwijgt: number;
}

function aardVan(organisatie: string): Aard {
  const kans = kansVan('aard', organisatie);
  return {
    werkdagen: 2 + kans.getal() * 8,
    zwijgt: kans.weeg([
      [4, 6],
      [14, 3],
      [38, 1],
    ]),
  };
}

type Kansen = readonly (readonly [Antwoordsoort, number])[];
const KEUZE: Readonly<Record<Verzoeksoort, Kansen>> = {
  vraag: [
    ['toegezegd', 30],
    ['opgelost', 24],
    ['afgewezen', 16],
    ['niet_bevoegd', 12],
    ['meer_informatie_nodig', 8],
    ['uitstel_gevraagd', 6],
    ['doorgegeven', 4],
  ],
  consultatie: [
    ['advies', 85],
    ['niet_mijn_deskundigheid', 15],
  ],
  warme_overdracht: [
    ['aanvaard', 70],
    ['niet_aanvaard', 30],
  ],
  navraag: [['informatie', 100]],
};
/** Given once for a verzoek. */
const EENMALIG: readonly Antwoordsoort[] = ['meer_informatie_nodig', 'uitstel_gevraagd', 'doorgegeven'];

/** When whoever was asked answers; null for never. */
export function wanneer(
  kans: Kans,
  op: Tijdstip,
  { organisatie, hogerop }: Verzoek,
  kalender: Kalender,
): Tijdstip | null {
  if (organisatie === null) return kans.procent(88) ? later(kans, op, 1 + dagen(kans, 2), kalender) : null;
  const { werkdagen, zwijgt } = aardVan(organisatie);
  if (kans.procent(hogerop ? 40 : zwijgt)) return null;
  return later(kans, op, 1 + dagen(kans, hogerop ? 2 : werkdagen), kalender);
}

/** What is answered, and until when it is promised. */
export function antwoordVan(kans: Kans, verzoek: Verzoek, op: Tijdstip, kalender: Kalender): Antwoord {
  const alGeantwoord = verzoek.geantwoordBij !== undefined || verzoek.uitgesteld || verzoek.toegelicht;
  const keuze = KEUZE[verzoek.soort].filter(([soort]) => !(alGeantwoord && EENMALIG.includes(soort)));
  const soort = kans.weeg(keuze);
  if (soort === 'toegezegd') return { soort, datum: beloofdeDatum(kans, op, kalender) };
  return soort === 'niet_bevoegd' ? { soort, bevoegd: null } : { soort };
}

function beloofdeDatum(kans: Kans, op: Tijdstip, kalender: Kalender): Datum {
  return plusWerkdagen(datumVan(op), kans.tussen(4, 25), kalender);
}
