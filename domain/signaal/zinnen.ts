import { labelVan, type Verzoeksoort } from '../beleid/codelijsten.ts';
import { regiolabel } from '../beleid/regios.ts';
import type { Tijdstip } from '../tijd/amsterdam.ts';
import { voluit } from '../tijd/uitleg.ts';
import type { Feitsoort, Geadresseerde, Gebeurd, Gebeurtenis, Melding } from './gebeurtenissen.ts';
import { effectInWoorden } from './gezinseffect.ts';
import { type Antwoord, contactVan, DIENST } from './opdracht.ts';
import type { Staat, Stapsoort, Verzoekstatus } from './staat.ts';

/** A gebeurtenis, with the absent person for whom a deputy did it. */
export type Verteld = Gebeurtenis & { namens?: string | null };

/** A gebeurtenis as it is written down: what is the same of all in fields of their own, the rest in `data`. */
export interface Opgeschreven {
  soort: Gebeurtenis['soort'];
  op: Tijdstip;
  verschuldigdOp: Tijdstip | null;
  door: { id: string } | null;
  /** The absent behandelaar for whom a deputy did it. */
  namens: { id: string } | null;
  bron: string;
  data: Record<string, unknown>;
}

/** The gebeurtenis as the rules wrote it, with for whom a deputy did it. */
export function alsGebeurtenis({ soort, op, verschuldigdOp, door, namens, bron, data }: Opgeschreven): Verteld {
  return { ...data, soort, op, verschuldigdOp, bron, door: door?.id ?? null, namens: namens?.id ?? null } as Verteld;
}

/** Whoever was asked something, by verzoek: all verzoeken that the signaal ever had. */
export type Gevraagden = Pick<Staat, 'verzoeken'>;

/**
 * What happened, in one Dutch sentence that says who did it; null for what only the machinery needs. `naam` gives the name that
 * belongs to the id of a person or an organisation.
 */
export function zin(gebeurtenis: Verteld, gevraagden: Gevraagden, naam: (id: string) => string): string | null {
  const verteller = new Verteller(gevraagden, naam);
  const tekst = vertel(gebeurtenis, verteller, verteller.dader(gebeurtenis));
  return tekst === null ? null : `${tekst.charAt(0).toUpperCase()}${tekst.slice(1)}.`;
}

/** Whom a notice goes to, in words that fit inside a sentence. */
export function benoem(aan: Geadresseerde, gevraagden: Gevraagden, naam: (id: string) => string): string {
  return new Verteller(gevraagden, naam).geadresseerde(aan);
}

/** Who is meant, in words. */
class Verteller {
  readonly #gevraagden: Gevraagden;
  readonly naam: (id: string) => string;

  constructor(gevraagden: Gevraagden, naam: (id: string) => string) {
    this.#gevraagden = gevraagden;
    this.naam = naam;
  }

  /** The person who did it and for whom, the party that answered, or the service itself. */
  dader({ door, namens }: Verteld): string {
    if (door === null || door === DIENST) return 'Signaalpunt';
    const partij = this.#gevraagden.verzoeken.find(({ id }) => contactVan(id) === door);
    const wie = partij === undefined ? this.naam(door) : this.partij(partij.id);
    return namens == null ? wie : `${wie} (namens ${this.naam(namens)})`;
  }

  /** The organisation or person of whom something was asked. */
  partij(verzoek: string): string {
    const gesteld = this.#gevraagden.verzoeken.find(({ id }) => id === verzoek);
    return this.naam(gesteld?.organisatie ?? gesteld?.persoon ?? verzoek);
  }

  geadresseerde(aan: Geadresseerde): string {
    switch (aan.soort) {
      case 'persoon':
        return this.naam(aan.persoon);
      case 'coordinatoren':
        return `de coördinatoren van regio ${regiolabel(aan.regio)}`;
      case 'landelijk_team':
        return 'het landelijk team';
      case 'programmaleiding':
        return 'de programmaleiding';
      case 'partij':
        return `${aan.hogerop ? 'het escalatiecontact van ' : ''}${this.partij(aan.verzoek)}`;
      case 'consulent':
        return 'de cliëntondersteuner';
    }
  }
}

/** A step, as it stands in the middle of a sentence. */
export const STAPNAMEN: Readonly<Record<Stapsoort, string>> = {
  pauze: 'de pauze',
  toezegging: 'de toezegging',
  vraag: 'de vraag',
  vraag_hogerop: 'de vraag aan het escalatiecontact',
  navraag: 'de navraag',
  oppakken: 'het oppakken',
  behandelen: 'het behandelen',
  aanpak: 'de aanpak',
  terugkoppelen: 'het terugkoppelen',
  indelen: 'het indelen',
  duur: 'de hele duur',
  terugblik: 'de terugblik',
  bezwaar: 'het bezwaar',
};

const MELDINGEN: Readonly<Record<Melding, string>> = {
  niet_opgepakt: 'dat niemand het signaal op tijd oppakte',
  termijn_verstreken: 'dat de termijn voorbij is',
  terugkoppeling_te_laat: 'dat de melder nog geen antwoord heeft',
  indeling_te_laat: 'dat het signaal nog niet is ingedeeld',
  navraag_onbeantwoord: 'dat de navraag niet is beantwoord',
  duurt_lang: 'dat het lang duurt',
};

/** How a verzoek ended that nobody answered. */
const EINDES: Readonly<Partial<Record<Verzoekstatus, string>>> = {
  ingetrokken: 'is ingetrokken',
  onbestelbaar: 'kwam niet aan',
};

/** How one tells of each kind of verzoek: who asked, and whom. */
const GEVRAAGD: Readonly<Record<Verzoeksoort, (wie: string, partij: string) => string>> = {
  vraag: (wie, partij) => `${wie} stelde een vraag aan ${partij}`,
  consultatie: (wie, partij) => `${wie} vroeg ${partij} om advies`,
  warme_overdracht: (wie, partij) => `${wie} vroeg ${partij} om het over te nemen`,
  navraag: (wie, partij) => `${wie} vroeg ${partij} om meer informatie`,
};

type Zin<S extends Feitsoort> = (feit: Gebeurd<S>, verteller: Verteller, wie: string) => string | null;

const ZINNEN: { readonly [S in Feitsoort]: Zin<S> } = {
  ingediend: ({ wens, niveau }, _, wie) => `${wie} diende het signaal in, ${niveau}: “${labelVan('wens', wens)}”`,
  opgepakt: (_feit, _, wie) => `${wie} pakte het signaal op`,
  toegewezen: ({ behandelaar }, { naam }, wie) => `${wie} wees het signaal toe aan ${naam(behandelaar)}`,
  geescaleerd: ({ automatisch, van, naar, motief }, _, wie) =>
    automatisch
      ? `het signaal ging vanzelf van ${van} naar ${naar}: ${klein(labelVan('escalatiemotief', motief))}`
      : `${wie} bracht het signaal van ${van} naar ${naar}: ${klein(labelVan('escalatiemotief', motief))}`,
  teruggelegd: ({ van, naar, behandelaar }, { naam }, wie) =>
    `${wie} legde het signaal terug van ${van} naar ${naar}, bij ${naam(behandelaar)}`,
  vrijgegeven: (_feit, _, wie) => `${wie} liet het signaal los. Iemand anders moet het oppakken`,
  gepauzeerd: ({ reden, tot }, _, wie) =>
    `${wie} liet het signaal rusten tot en met ${voluit(tot)}: ${klein(labelVan('pauzereden', reden))}`,
  hervat: ({ automatisch }, _, wie) => (automatisch ? 'de pauze is voorbij' : `${wie} ging verder met het signaal`),
  verlengd: ({ n }, _, wie) => `${wie} kreeg meer tijd: de termijn is nu ${n} werkdagen`,
  aanpak_vastgesteld: ({ datum }, _, wie) => `${wie} stelde een aanpak vast, te herzien op ${voluit(datum)}`,
  aanpak_verlopen: () => 'de aanpak moet worden herzien',
  overgedragen: ({ naar }, _, wie) => `${wie} droeg het signaal over aan regio ${regiolabel(naar)}`,
  overdracht_vastgelegd: (_feit, _, wie) => `${wie} schreef de overdracht`,
  ingedeeld: ({ indeling }, _, wie) =>
    `${wie} wijzigde ${Object.keys(indeling).length === 0 ? 'het onderwerp' : 'de indeling'}`,
  meedenker_toegevoegd: ({ persoon }, { naam }, wie) => `${wie} vroeg ${naam(persoon)} om mee te denken`,
  aangevuld: ({ van }, _, wie) =>
    van === undefined ? `${wie} vulde het signaal aan` : 'de melder van een dubbel signaal voegde iets toe',
  spoed_gevraagd: (_feit, _, wie) => `${wie} vroeg om spoed`,
  verzoek_gedaan: ({ verzoek, verzoeksoort }, verteller, wie) => GEVRAAGD[verzoeksoort](wie, verteller.partij(verzoek)),
  verzoek_beantwoord: ({ verzoek, antwoord, vastgelegd, herziet }, verteller, wie) => {
    const partij = verteller.partij(verzoek);
    const wat = watGeantwoord(antwoord, verteller.naam);
    if (vastgelegd) return `${wie} legde het antwoord van ${partij} vast: ${wat}`;
    return herziet === true ? `${partij} paste het antwoord aan: ${wat}` : `${partij} antwoordde: ${wat}`;
  },
  informatie_gegeven: ({ verzoek }, verteller, wie) => `${wie} gaf informatie aan ${verteller.partij(verzoek)}`,
  tegengehouden: ({ verzoek }, verteller, wie) =>
    `${wie} hield de vraag aan het escalatiecontact van ${verteller.partij(verzoek)} tegen`,
  verzoek_geeindigd: ({ verzoek, status }, verteller) =>
    `het verzoek aan ${verteller.partij(verzoek)} ${EINDES[status] ?? 'is niet meer nodig'}`,
  verzoek_verlegd: ({ verzoek }, verteller, wie) =>
    `${wie} legde het verzoek bij een ander contact van ${verteller.partij(verzoek)}`,
  post_onbestelbaar: ({ aan }, verteller) => `een mail aan ${verteller.geadresseerde(aan)} kwam niet aan`,
  geen_reactie: ({ verzoek, definitief }, verteller) =>
    `${verteller.partij(verzoek)} gaf geen antwoord${definitief ? '' : '. Nu is het escalatiecontact gevraagd'}`,
  nakoming_gevraagd: ({ verzoek }, verteller) =>
    `Signaalpunt vroeg of ${verteller.partij(verzoek)} de toezegging is nagekomen`,
  niet_nagekomen: ({ verzoek }, verteller) => `${verteller.partij(verzoek)} kwam de toezegging niet na`,
  domeindiscussie_gezien: ({ organisaties }, { naam }) =>
    `van het kastje naar de muur: ${organisaties.map(naam).join(' en ')} verwijzen door`,
  samengevoegd: (_feit, _, wie) => `${wie} voegde het signaal samen met een ander signaal`,
  melder_vertrokken: () => 'de melder werkt hier niet meer. Een antwoord bereikt niemand',
  duplicaat_opgenomen: (_feit, _, wie) => `${wie} nam een dubbel signaal in dit signaal op`,
  bij_patroon_gevoegd: (_feit, _, wie) => `${wie} voegde het signaal toe aan een patroon`,
  uit_patroon_gehaald: (_feit, _, wie) => `${wie} haalde het signaal uit het patroon`,
  patroonantwoord_gegeven: ({ versie }) =>
    versie === 1 ? 'de melder kreeg het antwoord op het patroon' : 'de melder kreeg een nieuw antwoord op het patroon',
  ervaring_gemeld: ({ ervaring, effect }, _, wie) =>
    [
      `${wie} vertelde hoe het nu gaat: ${klein(labelVan('ervaring', ervaring))}`,
      ...(effect === undefined ? [] : effectInWoorden(effect)),
    ].join('. '),
  heropend: ({ doorErvaring }, _, wie) =>
    doorErvaring ? 'het signaal ging weer open, omdat het niet helpt' : `${wie} opende het signaal weer`,
  kalender_gewijzigd: () => 'de feestdagen zijn gewijzigd. De termijnen zijn opnieuw berekend',
  kalender_overgenomen: () => 'de feestdagen zijn gewijzigd. De termijnen blijven zoals ze waren',
  uitkomst_gemeld: ({ uitkomst }, _, wie) => `${wie} meldde de uitkomst: ${klein(labelVan('uitkomst', uitkomst))}`,
  teruggekoppeld: ({ uit }, { naam }, wie) =>
    uit === undefined
      ? `${wie} gaf de melder antwoord`
      : `${naam(uit.door)} gaf antwoord op het signaal waarin dit verder ging`,
  ingetrokken: (_feit, _, wie) => `${wie} trok het signaal in`,
  afgesloten: () => 'het signaal is afgesloten',
  gewist: ({ grond }) => `het signaal is gewist (${klein(labelVan('wisgrond', grond))})`,
  notitie_toegevoegd: (_feit, _, wie) => `${wie} schreef een notitie`,
  herinnerd: ({ stapsoort, dag, aan }, verteller) =>
    `Signaalpunt herinnerde ${verteller.geadresseerde(aan)} aan ${STAPNAMEN[stapsoort]} (werkdag ${dag})`,
  gemeld: ({ melding, aan, stapsoort, dag }, verteller) =>
    `Signaalpunt meldde aan ${verteller.geadresseerde(aan)} ${MELDINGEN[melding]} (werkdag ${dag} van ${STAPNAMEN[stapsoort]})`,
  terugblik_gevraagd: ({ dag }) => `Signaalpunt vroeg de melder hoe het nu gaat (werkdag ${dag} na het afsluiten)`,
  terugblik_onbeantwoord: () => 'de melder vertelde niet hoe het nu gaat',
  // Nothing happened and nobody was told: dozens of these would bury what did happen.
  mijlpaal_vervallen: () => null,
  stap_begonnen: () => null,
  stap_geeindigd: () => null,
};

function vertel<S extends Feitsoort>(feit: Gebeurd<S>, verteller: Verteller, wie: string): string | null {
  return ZINNEN[feit.soort as S](feit, verteller, wie);
}

function watGeantwoord(antwoord: Antwoord, naam: (id: string) => string): string {
  const label = klein(labelVan('antwoord', antwoord.soort));
  if (antwoord.soort === 'toegezegd') return `${label} (${voluit(antwoord.datum)})`;
  if (antwoord.soort === 'niet_bevoegd' && antwoord.bevoegd !== null)
    return `${label}, wel voor ${naam(antwoord.bevoegd)}`;
  return label;
}

/** A label in the middle of a sentence. */
function klein(label: string): string {
  return `${label.charAt(0).toLowerCase()}${label.slice(1)}`;
}
