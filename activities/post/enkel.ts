import { type Afzender, AUTOMATISCH, type Brief, type Gegeven, signaalUrl } from './brief.ts';
import type { Ontvanger } from './klaar.ts';
import { hadMoetenKomenOp, moment } from './laat.ts';
import { TEKSTEN, WAAROM } from './teksten.ts';
import type { Tekst } from './teksten/tekst.ts';
import { totEnMet } from './teksten/zinnen.ts';
import type { Contact, Onderdeel, Zaak } from './zaak.ts';

/** The letter about one bericht. */
export function brief({ naam }: Ontvanger, { bericht, zaak }: Onderdeel, afzender: Afzender): Brief {
  const tekst = TEKSTEN[bericht.soort];
  const bedoeld = hadMoetenKomenOp(bericht);
  return {
    onderwerp: tekst.onderwerp(zaak),
    aanhef: `Beste ${naam},`,
    alineas: [
      ...(bedoeld === null ? [] : [`Deze mail is te laat. U had hem moeten krijgen op ${moment(bedoeld)}.`]),
      ...tekst.alineas(zaak),
    ],
    gegevens: tekst.toont.flatMap((wat) => GEGEVENS[wat](zaak)),
    groepen: [],
    knop: { tekst: tekst.knop, url: signaalUrl(afzender, zaak.nummer) },
    voet: [`U krijgt deze mail omdat ${WAAROM[bericht.waarom].een}.`, AUTOMATISCH],
  };
}

const GEGEVENS: Readonly<Record<Tekst['toont'][number], (zaak: Zaak) => Gegeven[]>> = {
  behandelaar: ({ behandelaar }) => contact('Behandelaar', behandelaar),
  door: ({ door }) => contact('Gedaan door', door),
  termijn: ({ totEnMet: datum, vandaag }) =>
    datum === null ? [] : [{ naam: 'Termijn', waarde: datum < vandaag ? `was ${totEnMet(datum)}` : totEnMet(datum) }],
};

function contact(naam: string, wie: Contact | null): Gegeven[] {
  if (wie === null) return [];
  return [
    { naam, waarde: wie.naam },
    { naam: 'Telefoon', waarde: wie.telefoon, telefoon: wie.telefoon.replaceAll(/[^\d+]/g, '') },
  ];
}
