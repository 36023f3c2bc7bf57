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

type Schrijf = (afwezige: Genoemde, waarnemer: Genoemde, dagen: Dagen, herkomst: Herkomst) => Brief;

/** The letter to who is away. */
export const AAN_AFWEZIGE: Readonly<Record<Soort, Schrijf>> = {
  geregeld: (afwezige, waarnemer, dagen, herkomst) =>
    brief(`${waarnemer.naam} neemt voor u waar`, afwezige, { ...herkomst, omdat: 'een ander dit namens u regelde' }, [
      `${herkomst.wie.naam} heeft geregeld dat ${waarnemer.naam} voor u waarneemt, ${inDagen(dagen)}.`,
      `${waarnemer.naam} mag dan met uw signalen doen wat u ook mag. In het verslag staat dat het namens u was. ` +
        'Mail die niet kan wachten, gaat in deze dagen niet naar u.',
    ]),
  beeindigd: (afwezige, waarnemer, dagen, herkomst) =>
    brief(
      `${waarnemer.naam} neemt niet meer voor u waar`,
      afwezige,
      { ...herkomst, omdat: 'een ander dit namens u regelde' },
      [
        `${herkomst.wie.naam} heeft beëindigd dat ${waarnemer.naam} voor u waarneemt. Het zou zijn ${inDagen(dagen)}.`,
        'Alle mail over uw signalen gaat nu weer naar u.',
      ],
    ),
};

/** The letter to the deputy, who gets the list of what runs once it begins, if anything does. */
export const AAN_WAARNEMER: Readonly<Record<Soort, Schrijf>> = {
  geregeld: ({ naam }, waarnemer, dagen, herkomst) =>
    brief(`U bent gekozen als waarnemer voor ${naam}`, waarnemer, { ...herkomst, omdat: 'u waarneemt' }, [
      `${herkomst.wie.naam} heeft geregeld dat u waarneemt voor ${naam}, ${inDagen(dagen)}.`,
      `U mag dan doen wat ${naam} mag. In het verslag staat dat het namens ${naam} was. ` +
        'Mail die niet kan wachten, krijgt u in deze dagen. Loopt er iets als het begint? Dan krijgt u daar een overzicht van.',
    ]),
  beeindigd: ({ naam }, waarnemer, dagen, herkomst) =>
    brief(`U neemt niet meer waar voor ${naam}`, waarnemer, { ...herkomst, omdat: 'u zou waarnemen' }, [
      `${herkomst.wie.naam} heeft beëindigd dat u waarneemt voor ${naam}. Het zou zijn ${inDagen(dagen)}.`,
      `Alle mail voor ${naam} gaat nu weer naar ${naam}. U hoeft niets meer te doen.`,
    ]),
};

/** Who arranged it, and who the letter is from. */
export interface Herkomst {
  wie: Genoemde;
  afzender: Afzender;
}

function brief(
  onderwerp: string,
  lezer: Genoemde,
  { wie, afzender: { publicUrl }, omdat }: Herkomst & { omdat: string },
  alineas: readonly string[],
): Brief {
  return {
    onderwerp,
    aanhef: `Beste ${lezer.naam},`,
    alineas: [...alineas, `Klopt dit niet? Bel dan ${wie.naam}.`],
    gegevens: [{ naam: wie.naam, waarde: wie.telefoon, telefoon: wie.telefoon }],
    groepen: [],
    knop: { tekst: 'Open Signaalpunt', url: `${publicUrl}/` },
    voet: [`U krijgt deze mail omdat ${omdat}.`, 'Deze mail is automatisch verstuurd.'],
  };
}

function inDagen({ van, tot }: Dagen): string {
  return van === tot ? `op ${voluit(van)}` : `van ${voluit(van)} tot en met ${voluit(tot)}`;
}
