import { aanZet } from '#domain/signaal/afgeleid.ts';
import type { Staat } from '#domain/signaal/staat.ts';
import { verwerk } from '#domain/signaal/verwerk.ts';
import { type Verteld, zin } from '#domain/signaal/zinnen.ts';
import { datumVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';
import { voluit } from '#domain/tijd/uitleg.ts';
import { werkdagenTussen } from '#domain/tijd/werkdagen.ts';

/** One line of the story of a signaal. */
export interface Verhaalregel {
  volgnummer: number;
  op: Tijdstip;
  /** How many working days after the day of filing. */
  werkdag: number;
  wat: string;
  /** Who must act now, such as "Fenna de Vries" or "regionaal"; empty once the signaal is closed. */
  aanZet: string;
}

/** What happened with one signaal, as a person tells it; `naam` gives the name that belongs to an id. */
export function verhaal(gebeurtenissen: readonly Verteld[], naam: (id: string) => string): Verhaalregel[] {
  const eerste = gebeurtenissen[0]?.op ?? '';
  let staat: Staat | null = null;
  const verloop = gebeurtenissen.map((gebeurtenis) => {
    staat = verwerk(staat, '', gebeurtenis);
    return { gebeurtenis, na: staat };
  });
  return verloop.flatMap(({ gebeurtenis, na }) => {
    const { op, bron } = gebeurtenis;
    const wat = zin(gebeurtenis, na, naam);
    if (wat === null) return [];
    // Within one act nobody is waited for: what counts is how it left the signaal.
    const afloop =
      verloop.findLast((ander) => ander.gebeurtenis.op === op && ander.gebeurtenis.bron === bron)?.na ?? na;
    return [
      {
        volgnummer: na.volgnummer,
        op,
        werkdag: werkdagenTussen(datumVan(eerste), datumVan(op), na.kalender),
        wat,
        aanZet: wieIsAanZet(afloop, naam),
      },
    ];
  });
}

/** An instant on an Amsterdam clock, such as "maandag 10 mei 2027 09:00:12". */
export function moment(op: Tijdstip): string {
  const klok = new Date(op).toLocaleTimeString('nl-NL', { timeZone: 'Europe/Amsterdam' });
  return `${voluit(datumVan(op))} ${klok}`;
}

function wieIsAanZet(staat: Staat, naam: (id: string) => string): string {
  const zet = aanZet(staat);
  switch (zet?.soort) {
    case undefined:
      return '';
    case 'persoon':
      return naam(zet.persoon);
    case 'niveau':
      return zet.niveau;
    case 'partij':
      return gevraagde(zet.verzoek, staat, naam);
    case 'niemand':
      return `niemand, tot en met ${voluit(zet.tot)}`;
  }
}

function gevraagde(verzoek: string, { verzoeken }: Staat, naam: (id: string) => string): string {
  const gesteld = verzoeken.find(({ id }) => id === verzoek);
  return naam(gesteld?.organisatie ?? gesteld?.persoon ?? verzoek);
}
