import { datumVan } from '#domain/tijd/amsterdam.ts';
import { voluit } from '#domain/tijd/uitleg.ts';
import { type Afzender, AUTOMATISCH, type Brief, type Gegeven, signaalUrl } from './brief.ts';
import type { Ontvanger } from './klaar.ts';
import { hadMoetenKomenOp } from './laat.ts';
import { type Tekst, TEKSTEN, WAAROM } from './teksten.ts';
import type { Contact, Onderdeel, Zaak } from './zaak.ts';

/** The letter about one bericht. */
export function brief({ naam }: Ontvanger, { bericht, zaak }: Onderdeel, afzender: Afzender): Brief {
  const tekst = TEKSTEN[bericht.soort];
  const bedoeld = hadMoetenKomenOp(bericht);
  return {
    onderwerp: tekst.onderwerp(zaak),
    aanhef: `Beste ${naam},`,
    alineas: [
      ...(bedoeld === null ? [] : [`Deze mail komt te laat. Hij was bedoeld voor ${voluit(datumVan(bedoeld))}.`]),
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
  termijn: ({ totEnMet, vandaag }) =>
    totEnMet === null ? [] : [{ naam: totEnMet < vandaag ? 'Termijn was tot en met' : 'Tot en met', waarde: voluit(totEnMet) }],
};

function contact(naam: string, wie: Contact | null): Gegeven[] {
  if (wie === null) return [];
  return [{ naam, waarde: wie.naam }, { naam: 'Telefoon', waarde: wie.telefoon, telefoon: wie.telefoon.replaceAll(/[^\d+]/g, '') }];
}
