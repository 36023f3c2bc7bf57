import type { Datum } from '#domain/tijd/amsterdam.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

import type { Afzender, Brief } from '../post/brief.ts';

/** Amsterdam dates, first and last included. */
export interface Dagen {
  van: Datum;
  tot: Datum;
}

/** Somebody as they are named in a letter. */
export interface Genoemde {
  naam: string;
  telefoon: string;
}

/** What another may have done: arranged who acts for them, or ended that. */
export type Soort = 'geregeld' | 'beeindigd';

/** The letter to who is away. */
export const SCHRIJF: Readonly<
  Record<Soort, (afwezige: Genoemde, waarnemer: Genoemde, dagen: Dagen, herkomst: Herkomst) => Brief>
> = { geregeld, beeindigd };

function geregeld(afwezige: Genoemde, waarnemer: Genoemde, dagen: Dagen, herkomst: Herkomst): Brief {
  return brief(`${waarnemer.naam} neemt voor u waar`, afwezige, herkomst, [
    `${herkomst.wie.naam} heeft geregeld dat ${waarnemer.naam} voor u waarneemt, ${inDagen(dagen)}.`,
    `${waarnemer.naam} mag dan met uw signalen doen wat u ook mag. In het verslag staat dat het namens u was. ` +
      'Mail die niet kan wachten, gaat in deze dagen niet naar u.',
  ]);
}

function beeindigd(afwezige: Genoemde, waarnemer: Genoemde, dagen: Dagen, herkomst: Herkomst): Brief {
  return brief(`${waarnemer.naam} neemt niet meer voor u waar`, afwezige, herkomst, [
    `${herkomst.wie.naam} heeft beëindigd dat ${waarnemer.naam} voor u waarneemt. Het zou zijn ${inDagen(dagen)}.`,
    'Alle mail over uw signalen gaat nu weer naar u.',
  ]);
}

/** Who arranged it, and who the letter is from. */
export interface Herkomst {
  wie: Genoemde;
  afzender: Afzender;
}

function brief(
  onderwerp: string,
  afwezige: Genoemde,
  { wie, afzender: { publicUrl } }: Herkomst,
  alineas: readonly string[],
): Brief {
  return {
    onderwerp,
    aanhef: `Beste ${afwezige.naam},`,
    alineas: [...alineas, `Klopt dit niet? Bel dan ${wie.naam}.`],
    gegevens: [{ naam: wie.naam, waarde: wie.telefoon, telefoon: wie.telefoon }],
    groepen: [],
    knop: { tekst: 'Open Signaalpunt', url: `${publicUrl}/` },
    voet: ['U krijgt deze mail omdat een ander dit namens u regelde.', 'Deze mail is automatisch verstuurd.'],
  };
}

function inDagen({ van, tot }: Dagen): string {
  return van === tot ? `op ${voluit(van)}` : `van ${voluit(van)} tot en met ${voluit(tot)}`;
}
