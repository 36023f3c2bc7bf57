import { AUTOMATISCH, type Brief, type Gegeven } from './brief.ts';
import type { KlaarBericht, Ontvanger } from './klaar.ts';
import { hadMoetenKomenOp, moment } from './laat.ts';
import { reden, redenVanAnder, TEKSTEN } from './teksten.ts';
import type { Tekst } from './teksten/tekst.ts';
import { totEnMet } from './teksten/zinnen.ts';
import type { Contact, Onderdeel, Zaak } from './zaak.ts';

/** The letter about one bericht. */
export function brief(ontvanger: Ontvanger, { bericht, zaak, url }: Onderdeel): Brief {
  const tekst = TEKSTEN[bericht.soort];
  const bedoeld = hadMoetenKomenOp(bericht, ontvanger);
  return {
    onderwerp: tekst.onderwerp(zaak),
    aanhef: aanhef(ontvanger),
    alineas: [
      ...(bericht.namens === null
        ? []
        : [`Deze mail is voor ${bericht.namens.naam}, die er nu niet is. Wilt u zorgen dat het gebeurt?`]),
      ...(bedoeld === null ? [] : [`Deze mail is te laat. U had hem moeten krijgen op ${moment(bedoeld)}.`]),
      ...tekst.alineas(zaak),
    ],
    gegevens: gegevensVan(tekst, zaak),
    groepen: [],
    knop: url === null ? null : { tekst: zaak.waarom === 'consulent' ? ALLEEN_LEZEN : tekst.knop, url },
    voet: [waarom(bericht, zaak), AUTOMATISCH],
  };
}

const ALLEEN_LEZEN = 'Lees hoe het ermee staat';

/** How a mail begins; of a party not always a name is known. */
export function aanhef({ naam }: Pick<Ontvanger, 'naam'>): string {
  return naam === '' ? 'Goedendag,' : `Beste ${naam},`;
}

function waarom({ namens }: KlaarBericht, zaak: Zaak): string {
  if (namens !== null) return `U krijgt deze mail namens ${namens.naam}, ${redenVanAnder(zaak)}.`;
  return `U krijgt deze mail omdat ${reden(zaak, 'een')}.`;
}

/** A consulent also sees who filed it: whom she calls when she knows something new. */
function gegevensVan({ toont }: Tekst, zaak: Zaak): Gegeven[] {
  const { waarom: voor, melder, behandelaar } = zaak;
  const gegevens = toont.flatMap((wat) => GEGEVENS[wat](zaak));
  if (voor !== 'consulent' || (toont.includes('behandelaar') && melder?.telefoon === behandelaar?.telefoon))
    return gegevens;
  return [...gegevens, ...contact('Ingediend door', melder)];
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
