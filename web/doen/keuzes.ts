import { alleGemeenten } from '#db/queries/gebieden.ts';
import { actieveGebruikers, actieveMetRol, type Gebruiker } from '#db/queries/gebruikers.ts';
import { alleOrganisaties } from '#db/queries/organisaties.ts';
import { noemPatronen } from '#db/queries/patronen.ts';
import type { Db } from '#db/sql.ts';
import { CODELIJSTEN, type Codewaarde, labelVan, type Verzoeksoort } from '#domain/beleid/codelijsten.ts';
import { type Regiocode, REGIOS } from '#domain/beleid/regios.ts';
import { type Kijker, zichtVan } from '#domain/bevoegdheden.ts';
import { onderwerpVan } from '#domain/detectie/toelichting.ts';
import { datumVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';
import { voluit } from '#domain/tijd/uitleg.ts';
import { leesWachtendeVoorstellen } from '#handelingen/patroon/voorstel.ts';

import type { Toelichting } from '../components/keuzes.tsx';
import { regioVan, rolVan } from '../wie.ts';
import type { Bron } from './bron.ts';
import type { Invoerveld } from './invoervelden.ts';

/** Something that can be chosen. */
export interface Optie {
  waarde: string;
  tekst: string;
  toelichting?: Toelichting | undefined;
}

export type Keuzes = ReadonlyMap<Bron, readonly Optie[]>;

/** Who chooses, in the database as far as they see it. */
interface Kiezer {
  db: Db;
  persoon: Kijker;
  /** Whom of the people the rules take; everybody when it says nothing. */
  isKandidaat?: ((persoon: Gebruiker) => boolean) | undefined;
  /** Which regions the rules take; all when it says nothing. */
  isRegio?: ((regio: Regiocode) => boolean) | undefined;
  /** Which kinds of verzoek the rules take; all when it says nothing. */
  isVerzoeksoort?: ((soort: Verzoeksoort) => boolean) | undefined;
}

/** All that can be chosen in these fields at `nu` (UTC). */
export async function leesKeuzes(kiezer: Kiezer, velden: readonly Invoerveld[], nu: Tijdstip): Promise<Keuzes> {
  const bronnen = [...new Set(bronnenIn(velden))];
  return new Map(await Promise.all(bronnen.map(async (bron) => [bron, await optiesUit(bron, kiezer, nu)] as const)));
}

function bronnenIn(velden: readonly Invoerveld[]): Bron[] {
  return velden.flatMap((veld) => {
    if ('velden' in veld) return bronnenIn(veld.velden);
    return 'uit' in veld ? [veld.uit] : [];
  });
}

async function optiesUit(
  bron: Bron,
  { db, persoon, isKandidaat = () => true, isRegio = () => true, isVerzoeksoort = () => true }: Kiezer,
  nu: Tijdstip,
): Promise<Optie[]> {
  switch (bron) {
    case 'organisatie':
      return (await alleOrganisaties(db)).map(({ id, naam }) => ({ waarde: id, tekst: naam }));
    case 'gemeente':
      return (await alleGemeenten(db, datumVan(nu))).map(({ code, naam }) => ({ waarde: code, tekst: naam }));
    case 'persoon':
      return alsOpties(await actieveGebruikers(db), (een) => zichtVan(een) !== null && isKandidaat(een), persoon);
    case 'landelijk_team':
      return alsOpties(await actieveMetRol(db, 'landelijk_team'), isKandidaat, persoon);
    case 'patroon':
      return (await noemPatronen(db)).map(({ nummer, titel, fase }) => ({
        waarde: nummer,
        tekst: `${titel} (${nummer}, ${labelVan('fase', fase).toLowerCase()})`,
      }));
    case 'patroonvoorstel':
      return (await leesWachtendeVoorstellen(db, datumVan(nu), persoon)).map((voorstel) => ({
        waarde: voorstel.id,
        tekst: `${onderwerpVan(voorstel)} (${voorstel.aantal} signalen, ${voluit(voorstel.dag)})`,
      }));
    case 'regio':
      return REGIOS.filter(({ code }) => isRegio(code)).map(({ code, label }) => ({ waarde: code, tekst: label }));
    case 'verzoeksoort':
      return alsKeuzes(CODELIJSTEN.verzoeksoort.filter(({ code }) => isVerzoeksoort(code)));
    default:
      return alsKeuzes(CODELIJSTEN[bron]);
  }
}

function alsKeuzes(waarden: readonly Codewaarde[]): Optie[] {
  return waarden.map(({ code, label, toelichting }) => ({ waarde: code, tekst: label, toelichting }));
}

/** Who works where the chooser does comes first: mostly it is one of them, among all people of the country. */
function alsOpties(personen: readonly Gebruiker[], mag: (een: Gebruiker) => boolean, kiezer: Kijker): Optie[] {
  const dichtbij = new Set(personen.filter(({ id }) => id === kiezer.id).flatMap(gebiedVan));
  const optie = (een: Gebruiker): Optie => ({
    waarde: een.id,
    tekst: `${een.naam} (${rolVan(een)}, ${regioVan(een)})`,
  });
  const [hier, elders] = [true, false].map((isHier) =>
    personen
      .filter((een) => mag(een) && gebiedVan(een).some((regio) => dichtbij.has(regio)) === isHier)
      .map(optie)
      .toSorted((een, ander) => een.tekst.localeCompare(ander.tekst, 'nl')),
  );
  return [...(hier ?? []), ...(elders ?? [])];
}

function gebiedVan({ regios, thuisregio }: Gebruiker): Gebruiker['regios'] {
  return thuisregio === null ? regios : [...regios, thuisregio];
}
