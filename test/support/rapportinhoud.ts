import type { VolledigRapport } from '#db/queries/rapporten.ts';
import { type Rapportinhoud, type Rapporttelling, stelOp } from '#domain/rapport/inhoud.ts';
import type { Noemer } from '#domain/rapport/noemers.ts';

/** Signalen of half a year: enough to tell of in one group, and few in another. */
const TELLING: Rapporttelling = {
  ingediend: [
    { groep: 'NAH', regio: 'WEST', maand: '2027-01', aantal: 40 },
    { groep: 'NAH', regio: 'OOST', maand: '2027-02', aantal: 30 },
    { groep: 'NAASTEN', regio: 'WEST', maand: '2027-02', aantal: 25 },
    { groep: 'NAASTEN', regio: 'OOST', maand: '2027-03', aantal: 20 },
    { groep: 'MEER_DAN_EEN', regio: 'ONBEKEND', maand: '2027-03', aantal: 12 },
    { groep: 'ZEVMB', regio: 'WEST', maand: '2027-04', aantal: 2 },
  ],
  gesloten: [
    { niveau: 'lokaal', uitkomst: 'opgelost', reden: null, aantal: 30 },
    { niveau: 'regionaal', uitkomst: 'opgelost', reden: null, aantal: 20 },
    { niveau: 'landelijk', uitkomst: 'niet_oplosbaar', reden: 'wet_staat_in_de_weg', aantal: 11 },
    { niveau: 'landelijk', uitkomst: 'niet_oplosbaar', reden: 'geen_geld', aantal: 15 },
    { niveau: 'lokaal', uitkomst: 'alleen_gemeld', reden: null, aantal: 14 },
    { niveau: 'lokaal', uitkomst: 'ZONDER', reden: null, aantal: 10 },
  ],
  effecten: [
    { lijst: 'bekend', code: 'bekend', aantal: 23 },
    { lijst: 'verandering', code: 'meer_rust', aantal: 14 },
    { lijst: 'uren_minder', code: 'tientallen_uren', aantal: 4 },
  ],
  dagen: { lokaal: 12.5, regionaal: 1, landelijk: 80 },
  patronen: [
    { nummer: 'P-2027-0001', fase: 'onderzoek', aantal: 27 },
    { nummer: 'P-2027-0002', fase: 'geagendeerd', aantal: 3 },
  ],
};

export const NOEMERS: readonly Noemer[] = [
  {
    soort: 'clienten',
    peildatum: '2027-01-01',
    doelgroep: 'ALLE',
    regio: 'ALLE',
    aantal: 1200,
    bron: 'Telling van januari',
  },
  {
    soort: 'clienten',
    peildatum: '2027-01-01',
    doelgroep: 'NAH',
    regio: 'ALLE',
    aantal: 500,
    bron: 'Telling van januari',
  },
  {
    soort: 'clienten',
    peildatum: '2027-01-01',
    doelgroep: 'ZEVMB',
    regio: 'ALLE',
    aantal: 0,
    bron: 'Telling van januari',
  },
  {
    soort: 'clienten',
    peildatum: '2027-01-01',
    doelgroep: 'ALLE',
    regio: 'ONBEKEND',
    aantal: 200,
    bron: 'Telling van januari',
  },
  { soort: 'clienten', peildatum: '2026-01-01', doelgroep: 'ALLE', regio: 'ALLE', aantal: 1, bron: 'Oud' },
  { soort: 'clienten', peildatum: '2027-07-01', doelgroep: 'ALLE', regio: 'ALLE', aantal: 2, bron: 'Te nieuw' },
  { soort: 'ondersteuners', peildatum: '2027-02-01', doelgroep: 'ALLE', regio: 'ALLE', aantal: 3, bron: 'Anderen' },
];

const BASIS = {
  periode: '2027-1',
  geteldOp: '2027-07-05T08:00:00.000Z',
  codelijsten: { doelgroep: 1 },
  noemers: NOEMERS,
} as const;

export function inhoudVan(telling: Partial<Rapporttelling> = {}, eerder: readonly Rapportinhoud[] = []): Rapportinhoud {
  return stelOp(BASIS, { ...TELLING, ...telling }, eerder);
}

/** One that is final, about which people wrote what looks like markup or a formula. */
export const RAPPORT: VolledigRapport = {
  periode: '2027-1',
  versie: 2,
  status: 'definitief',
  stand: 4,
  gemaaktOp: '2027-07-05T08:00:00.000Z',
  gemaaktDoor: { id: 'landelijk', naam: 'Esther Koster' },
  auteurs: ['landelijk'],
  nagekekenOp: '2027-07-06T08:00:00.000Z',
  nagekekenDoor: { id: 'landelijk.twee', naam: 'Bram Scholten' },
  vrijgegevenOp: '2027-07-07T08:00:00.000Z',
  vrijgegevenDoor: { id: 'landelijk', naam: 'Esther Koster' },
  isLaatste: true,
  isVervangen: false,
  inhoud: inhoudVan(),
  vignetten: [
    {
      id: '01979c1e-7f3a-7c1b-9d2e-0f6b5a4c3d21',
      titel: '=Mieke',
      weg: null,
      verhaal: 'Mieke #strong[wacht] <b>al</b> een jaar.',
      geschrevenDoor: { id: 'landelijk', naam: 'Esther Koster' },
      akkoorden: [],
      nummer: null,
      isToegestaan: true,
    },
  ],
  teksten: {
    inleiding: '=HYPERLINK("x"); #strong[vet] <b>vet</b> & meer',
    wijziging: '+31 stond verkeerd.',
    opmerking: null,
    titels: { 'P-2027-0001': '@Wachten tussen twee "gemeenten"' },
  },
};
