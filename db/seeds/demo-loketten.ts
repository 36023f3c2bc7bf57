/** A desk as the directory keeps it, to be seeded. */
export interface DemoLoket {
  id: string;
  organisatie: string;
  naam: string;
  contactpersoon: string;
  email: string;
  telefoon: string;
  escalatie_naam: string | null;
  escalatie_email: string | null;
  escalatie_telefoon: string | null;
}

const GEEN_ESCALATIE = { escalatie_naam: null, escalatie_email: null, escalatie_telefoon: null };

/** Desks for the embedded default alone. People, addresses and numbers belong to nobody. */
export const DEMO_LOKETTEN: readonly DemoLoket[] = [
  {
    id: '0192d000-0000-7000-8000-000000000001',
    organisatie: 'GM0014',
    naam: 'Wmo-loket',
    contactpersoon: 'Marieke Dijkstra',
    email: 'wmo.groningen@voorbeeld.nl',
    telefoon: '050 123 45 01',
    escalatie_naam: 'Henk Bos, teamleider Wmo',
    escalatie_email: 'teamleider.wmo.groningen@voorbeeld.nl',
    escalatie_telefoon: '050 123 45 02',
  },
  {
    id: '0192d000-0000-7000-8000-000000000002',
    organisatie: 'GM0400',
    naam: 'Wmo-loket',
    contactpersoon: 'Ilse Kuiper',
    email: 'wmo.denhelder@voorbeeld.nl',
    telefoon: '0223 12 34 01',
    escalatie_naam: 'Bram de Wit, teamleider zorg',
    escalatie_email: 'teamleider.zorg.denhelder@voorbeeld.nl',
    escalatie_telefoon: '0223 12 34 02',
  },
  {
    ...GEEN_ESCALATIE,
    id: '0192d000-0000-7000-8000-000000000003',
    organisatie: 'GM0307',
    naam: 'Wijkteam en Wmo',
    contactpersoon: 'Yusuf Demir',
    email: 'wmo.amersfoort@voorbeeld.nl',
    telefoon: '033 123 45 01',
  },
  {
    id: '0192d000-0000-7000-8000-000000000004',
    organisatie: 'ZK_MENZIS',
    naam: 'Zorgbemiddeling Groningen',
    contactpersoon: 'Carla Veenstra',
    email: 'zorgbemiddeling.menzis@voorbeeld.nl',
    telefoon: '050 123 45 11',
    escalatie_naam: 'Ruud Meijer, manager zorgkantoor',
    escalatie_email: 'manager.menzis@voorbeeld.nl',
    escalatie_telefoon: '050 123 45 12',
  },
  {
    id: '0192d000-0000-7000-8000-000000000005',
    organisatie: 'ZK_ZILVEREN_KRUIS',
    naam: 'Zorgbemiddeling',
    contactpersoon: 'Lotte Prins',
    email: 'zorgbemiddeling.zk@voorbeeld.nl',
    telefoon: '038 123 45 11',
    escalatie_naam: 'Karim Haddad, manager zorgkantoor',
    escalatie_email: 'manager.zk@voorbeeld.nl',
    escalatie_telefoon: '038 123 45 12',
  },
  {
    id: '0192d000-0000-7000-8000-000000000006',
    organisatie: 'CIZ',
    naam: 'Loket signalen',
    contactpersoon: 'Joost Evers',
    email: 'signalen.ciz@voorbeeld.nl',
    telefoon: '088 123 45 01',
    escalatie_naam: 'Wilma Schouten, regiomanager',
    escalatie_email: 'regiomanager.ciz@voorbeeld.nl',
    escalatie_telefoon: '088 123 45 02',
  },
];

/** When those are closed. */
export const DEMO_SLUITINGEN = [
  { organisatie: 'GM0400', van: '2027-05-05', tot: '2027-05-07', reden: 'Gesloten rond Bevrijdingsdag en Hemelvaart' },
] as const;
