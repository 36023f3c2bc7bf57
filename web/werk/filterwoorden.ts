import type * as z from 'zod';

import { AAN_ZET, type Signaalfilter } from '#contract/lijst.ts';
import { codesVan, type Codelijst, labelVan } from '#domain/beleid/codelijsten.ts';
import { REGIOS } from '#domain/beleid/regios.ts';
import { CIJFERCODES, CIJFERWOORDEN } from '#domain/cijfers.ts';

import type { Optie } from '../doen/keuzes.ts';

type Filterveld = keyof z.infer<typeof Signaalfilter>;

interface Filterwoorden {
  /** Before what was chosen. */
  label: string;
  /** `keuzes`: some of a few, all in sight. `lijst`: one of many. `vakje`: yes or not asked. Others come with a link, or not at all. */
  soort: 'tekst' | 'keuzes' | 'lijst' | 'vakje' | 'datum' | 'link';
  opties: readonly Optie[];
}

const AAN_ZET_WOORDEN: Readonly<Record<(typeof AAN_ZET)[number], string>> = {
  ik: 'Ik, of voor wie ik waarneem',
  niveau: 'Wie het kan oppakken waar ik werk',
  ketenpartner: 'Een ketenpartner',
  melder: 'De melder',
  niemand: 'Niemand: het rust',
};

const uit = (lijst: Codelijst): Optie[] =>
  codesVan(lijst).map((code) => ({ waarde: code, tekst: labelVan(lijst, code) }));
const JA: readonly Optie[] = [{ waarde: 'ja', tekst: 'Ja' }];

/** What a list can be narrowed to, as people read it, in the order of the form. */
export const FILTERWOORDEN: Readonly<Record<Filterveld, Filterwoorden>> = {
  zoek: { label: 'Woorden of nummer', soort: 'tekst', opties: [] },
  aanZet: {
    label: 'Aan zet',
    soort: 'keuzes',
    opties: AAN_ZET.map((waarde) => ({ waarde, tekst: AAN_ZET_WOORDEN[waarde] })),
  },
  teLaat: { label: 'Te laat', soort: 'vakje', opties: JA },
  ligtStil: { label: 'Ligt stil', soort: 'vakje', opties: JA },
  domeindiscussie: { label: 'Organisaties wijzen naar elkaar', soort: 'vakje', opties: JA },
  zonderOverdracht: { label: 'De overdracht mist', soort: 'vakje', opties: JA },
  zonderBehandelaar: { label: 'Niemand behandelt het', soort: 'vakje', opties: JA },
  open: {
    label: 'Open of afgesloten',
    soort: 'link',
    opties: [
      { waarde: 'ja', tekst: 'Open' },
      { waarde: 'nee', tekst: 'Afgesloten' },
    ],
  },
  status: { label: 'Status', soort: 'keuzes', opties: uit('status').filter(({ waarde }) => waarde !== 'concept') },
  niveau: { label: 'Niveau', soort: 'keuzes', opties: uit('niveau') },
  urgentie: { label: 'Urgentie', soort: 'keuzes', opties: uit('urgentie') },
  wens: { label: 'Wat de melder wil', soort: 'keuzes', opties: uit('wens') },
  regio: {
    label: 'Regio',
    soort: 'keuzes',
    opties: REGIOS.map(({ code, label }) => ({ waarde: code, tekst: label })),
  },
  knelpunttype: { label: 'Soort knelpunt', soort: 'lijst', opties: uit('knelpunttype') },
  doelgroep: { label: 'Doelgroep', soort: 'lijst', opties: uit('doelgroep') },
  uitkomst: { label: 'Uitkomst', soort: 'lijst', opties: uit('uitkomst') },
  geteldAls: {
    label: 'Geteld als',
    soort: 'link',
    opties: CIJFERCODES.map((waarde) => ({ waarde, tekst: CIJFERWOORDEN[waarde] })),
  },
  geteldVanafDatum: { label: 'Dat was vanaf', soort: 'link', opties: [] },
  geteldTotEnMetDatum: { label: 'Dat was tot en met', soort: 'link', opties: [] },
  gevraagdAan: { label: 'Gevraagd aan', soort: 'link', opties: uit('ketenpartnertype') },
  gevraagdeOrganisatie: { label: 'Gevraagd aan', soort: 'link', opties: [] },
  systeemreden: { label: 'Waarom het niet kan', soort: 'link', opties: uit('systeemreden') },
  ingediendVanafDatum: { label: 'Ingediend vanaf', soort: 'datum', opties: [] },
  ingediendTotEnMetDatum: { label: 'Ingediend tot en met', soort: 'datum', opties: [] },
  gemeente: { label: 'Gemeente', soort: 'link', opties: [] },
  organisatie: { label: 'Organisatie', soort: 'link', opties: [] },
  behandelaar: { label: 'Behandelaar', soort: 'link', opties: [] },
  melder: { label: 'Melder', soort: 'link', opties: [] },
};

export const FILTERVELDEN = Object.keys(FILTERWOORDEN) as Filterveld[];

export function isFilterveld(naam: string): naam is Filterveld {
  return Object.hasOwn(FILTERWOORDEN, naam);
}
