import type { Rol } from '#domain/beleid/codelijsten.ts';
import type { Regio } from '#domain/beleid/regios.ts';

interface DemoGebruiker {
  id: string;
  naam: string;
  telefoon: string;
  rollen: Rol[];
  regios: Regio[];
  thuisregio: Regio | null;
  organisatie: string | null;
}

const NIEMAND = { regios: [], thuisregio: null, organisatie: null };

/** One user per role and region, for the embedded default alone. The numbers belong to nobody. */
export const DEMO_GEBRUIKERS: readonly DemoGebruiker[] = [
  {
    ...NIEMAND,
    id: 'metgezel.noord',
    naam: 'Anneke de Vries',
    telefoon: '06 1234 5601',
    rollen: ['metgezel'],
    thuisregio: 'NOORD',
  },
  {
    ...NIEMAND,
    id: 'metgezel.west',
    naam: 'Rachid el Amrani',
    telefoon: '06 1234 5602',
    rollen: ['metgezel'],
    thuisregio: 'WEST',
  },
  {
    ...NIEMAND,
    id: 'metgezel.zorgaanbieder',
    naam: 'Marjolein Bakker',
    telefoon: '06 1234 5603',
    rollen: ['metgezel'],
    thuisregio: 'OOST',
    organisatie: 'DEMO_ZORGAANBIEDER',
  },
  {
    ...NIEMAND,
    id: 'oco.midden',
    naam: 'Tom Hendriks',
    telefoon: '06 1234 5604',
    rollen: ['oco_consulent'],
    thuisregio: 'MIDDEN',
  },
  {
    ...NIEMAND,
    id: 'coordinator.noord',
    naam: 'Hilde Postma',
    telefoon: '06 1234 5611',
    rollen: ['regiocoordinator'],
    regios: ['NOORD'],
  },
  {
    ...NIEMAND,
    id: 'coordinator.oost',
    naam: 'Jeroen Wolters',
    telefoon: '06 1234 5612',
    rollen: ['regiocoordinator'],
    regios: ['OOST'],
  },
  {
    ...NIEMAND,
    id: 'coordinator.midden',
    naam: 'Fatima Yılmaz',
    telefoon: '06 1234 5613',
    rollen: ['regiocoordinator'],
    regios: ['MIDDEN'],
  },
  {
    ...NIEMAND,
    id: 'coordinator.west',
    naam: 'Sanne van Dijk',
    telefoon: '06 1234 5614',
    rollen: ['regiocoordinator'],
    regios: ['WEST'],
  },
  {
    ...NIEMAND,
    id: 'coordinator.zuid',
    naam: 'Luc Janssen',
    telefoon: '06 1234 5615',
    rollen: ['regiocoordinator'],
    regios: ['ZUID'],
  },
  { ...NIEMAND, id: 'landelijk', naam: 'Esther Koster', telefoon: '06 1234 5621', rollen: ['landelijk_team'] },
  { ...NIEMAND, id: 'programmaleiding', naam: 'Wim Verhoeven', telefoon: '06 1234 5622', rollen: ['programmaleiding'] },
  { ...NIEMAND, id: 'beheer', naam: 'Petra Smit', telefoon: '06 1234 5631', rollen: ['functioneel_beheer'] },
  { ...NIEMAND, id: 'auditor', naam: 'Dirk Mulder', telefoon: '06 1234 5632', rollen: ['auditor'] },
];
