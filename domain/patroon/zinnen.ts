import { labelVan, type Orgaan } from '../beleid/codelijsten.ts';
import type { Patroonstap } from '../beleid/patroonbeleid.ts';
import { DIENST } from '../signaal/opdracht.ts';
import { datumVan } from '../tijd/amsterdam.ts';
import { voluit } from '../tijd/uitleg.ts';
import type { Patroonfeitsoort, Patroongebeurtenis, Patroonlezer, Patroonmelding, Patroonvoorval } from './feiten.ts';

type Naam = (id: string) => string;

/**
 * What happened to a patroon, in one Dutch sentence that says who did it; null for what only the machinery needs. `naam` gives the
 * name that belongs to an id; `signalen` are the numbers of those that it is about, as far as the reader may see them.
 */
export function patroonzin(g: Patroongebeurtenis, naam: Naam, signalen: readonly string[] = []): string | null {
  const wie = g.door === null || g.door === DIENST ? 'Signaalpunt' : naam(g.door);
  const tekst = vertel(g, { wie, naam, signalen });
  return tekst === null ? null : `${tekst.charAt(0).toUpperCase()}${tekst.slice(1)}.`;
}

interface Genoemd {
  wie: string;
  naam: Naam;
  signalen: readonly string[];
}

function vertel<S extends Patroonfeitsoort>(g: Patroonvoorval<S>, { wie, naam, signalen }: Genoemd): string | null {
  return ZINNEN[g.soort as S](g, wie, { naam, signalen });
}

/** A line of what happened to a patroon; `feit` is the last of those that it tells of. */
export interface Patroonverslagregel<F extends Patroongebeurtenis> {
  feit: F;
  zin: string;
}

/**
 * All that happened, in sentences. What one person added on one day, one after another, is one line. `nummer` gives the number of a signaal, null for
 * one that the reader may not see.
 */
export function patroonverslag<F extends Patroongebeurtenis>(
  feiten: readonly F[],
  naam: Naam,
  nummer: (signaal: string) => string | null,
): Patroonverslagregel<F>[] {
  return samenToegevoegd(feiten).flatMap((groep) => {
    const feit = groep.at(-1) as F;
    const nummers = groep.flatMap((g) => ('signaal' in g ? (nummer(g.signaal) ?? []) : []));
    const zin = patroonzin(feit, naam, nummers);
    return zin === null ? [] : [{ feit, zin }];
  });
}

/** Groups of at least one. */
function samenToegevoegd<F extends Patroongebeurtenis>(feiten: readonly F[]): F[][] {
  const groepen: F[][] = [];
  for (const feit of feiten) {
    const groep = groepen.at(-1);
    const vorige = groep?.at(-1);
    const isVervolg =
      feit.soort === 'signaal_gekoppeld' &&
      vorige?.soort === feit.soort &&
      vorige.door === feit.door &&
      datumVan(vorige.op) === datumVan(feit.op);
    if (isVervolg) groep?.push(feit);
    else groepen.push([feit]);
  }
  return groepen;
}

/** A step of a patroon, as it stands in the middle of a sentence. */
export const PATROONSTAPNAMEN: Readonly<Record<Patroonstap, string>> = {
  versturen: 'het versturen van het antwoord',
  reactie: 'de reactie van een orgaan',
  onderzoek: 'het onderzoek',
  geagendeerd: 'de fase geagendeerd',
  in_uitvoering: 'de uitvoering',
};

/** A body, as it stands in the middle of a sentence. */
export const ORGAANNAMEN: Readonly<Record<Orgaan, string>> = {
  VWS: 'het ministerie van VWS',
  SZW: 'het ministerie van SZW',
  OCW: 'het ministerie van OCW',
  NZA: 'de Nederlandse Zorgautoriteit (NZa)',
  ZIN: 'Zorginstituut Nederland',
  IGJ: 'de Inspectie Gezondheidszorg en Jeugd (IGJ)',
  ZN: 'Zorgverzekeraars Nederland (ZN)',
  VNG: 'de Vereniging van Nederlandse Gemeenten (VNG)',
  CIZ: 'het Centrum indicatiestelling zorg (CIZ)',
  UWV: 'het UWV',
  PROGRAMMARAAD: 'de programmaraad van Metgezel',
  ANDER_ORGAAN: 'een ander orgaan',
};

const MELDINGEN: Readonly<Record<Patroonmelding, string>> = {
  fase_te_laat: 'dat de termijn van deze fase voorbij is',
  reactie_te_laat: 'dat een orgaan nog niet heeft gereageerd',
  antwoord_blijft_liggen: 'dat het antwoord nog niet bij alle melders is',
};

const ZINNEN: {
  readonly [S in Patroonfeitsoort]: (g: Patroonvoorval<S>, wie: string, genoemd: Omit<Genoemd, 'wie'>) => string | null;
} = {
  patroon_geopend: ({ voorstel, eigenaar, door }, wie, { naam }) =>
    `${wie} opende het patroon${voorstel === undefined ? '' : ', uit een voorstel'}${eigenaar === door ? '' : `. ${naam(eigenaar)} is eigenaar`}`,
  voorstel_opgenomen: (_g, wie) => `${wie} nam een voorstel op in dit patroon`,
  patroon_beschreven: (_g, wie) => `${wie} veranderde de titel of de omschrijving`,
  patroon_overgedragen: ({ eigenaar }, wie, { naam }) => `${wie} droeg het patroon over aan ${naam(eigenaar)}`,
  fase_gewijzigd: ({ fase }, wie) => `${wie} bracht het patroon in de fase ${labelVan('fase', fase).toLowerCase()}`,
  geagendeerd: ({ orgaan, datum }, wie) =>
    `${wie} legde het voor aan ${ORGAANNAMEN[orgaan]}, die tijd heeft tot en met ${voluit(datum)}`,
  reactie_vastgelegd: ({ orgaan }, wie) => `${wie} legde de reactie van ${ORGAANNAMEN[orgaan]} vast`,
  besluit_vastgelegd: ({ orgaan, datum }, wie) =>
    `${wie} legde het besluit van ${ORGAANNAMEN[orgaan]} van ${voluit(datum)} vast`,
  advies_vastgelegd: ({ orgaan }, wie) => `${wie} legde het advies aan ${ORGAANNAMEN[orgaan]} vast`,
  effect_vastgelegd: ({ effect }, wie) => `${wie} legde het effect vast: ${klein(labelVan('effect', effect))}`,
  patroon_gesloten: ({ fase }, wie) => `${wie} sloot het patroon: ${klein(labelVan('fase', fase))}`,
  signaal_gekoppeld: (_g, wie, { signalen }) => `${wie} voegde ${welke(signalen)} toe`,
  signaal_losgemaakt: (_g, wie, { signalen }) => `${wie} haalde ${welke(signalen)} eruit`,
  antwoord_geschreven: ({ versie }, wie) => `${wie} schreef ${antwoord(versie)} aan de melders`,
  antwoord_vrijgegeven: ({ versie }, wie) => `${wie} liet ${antwoord(versie)} naar de melders gaan`,
  antwoord_gestopt: ({ versie }, wie) => `${wie} stopte ${antwoord(versie)} voordat iedereen het had`,
  antwoord_verstuurd: ({ versie }) => `${antwoord(versie)} staat bij elk signaal`,
  kalender_overgenomen: () => null,
  kalender_gewijzigd: () => 'de feestdagen zijn gewijzigd. De termijnen zijn opnieuw berekend',
  herinnerd: ({ stapsoort, dag, aan }, _wie, { naam }) =>
    `Signaalpunt herinnerde ${lezer(aan, naam)} aan ${PATROONSTAPNAMEN[stapsoort]} (werkdag ${dag})`,
  gemeld: ({ melding, aan }, _wie, { naam }) => `Signaalpunt meldde aan ${lezer(aan, naam)} ${MELDINGEN[melding]}`,
  mijlpaal_vervallen: () => null,
  stap_begonnen: () => null,
  stap_geeindigd: () => null,
};

function welke(signalen: readonly string[]): string {
  if (signalen.length === 0) return 'een of meer signalen';
  const nummers = new Intl.ListFormat('nl').format(signalen);
  return signalen.length === 1 ? `signaal ${nummers}` : `${signalen.length} signalen (${nummers})`;
}

function lezer(aan: Patroonlezer, naam: Naam): string {
  return aan.soort === 'persoon' ? naam(aan.persoon) : 'het landelijk team';
}

function antwoord(versie: number): string {
  return versie === 1 ? 'het antwoord' : `het antwoord (versie ${versie})`;
}

/** A label in the middle of a sentence. */
function klein(label: string): string {
  return `${label.charAt(0).toLowerCase()}${label.slice(1)}`;
}
