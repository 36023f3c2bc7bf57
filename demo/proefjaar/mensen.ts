import type { DemoLoket } from '#db/seeds/demo-loketten.ts';
import type { Account } from '#domain/accounts.ts';
import type { Rol } from '#domain/beleid/codelijsten.ts';
import { REGIOCODES, type Regio } from '#domain/beleid/regios.ts';

import { idVan, kansVan } from './kans.ts';

/** Names that nobody has: common first names, and surnames that were made up. */
const VOORNAMEN =
  'Aafke Amira Bart Carlijn Daan Elif Femke Gijs Hanna Ibrahim Jelle Kirsten Lotte Mehmet Nienke Omar Pleun Quinten Roos Samira Thijs Ulrike Veerle Wout Xandra Youssef Zoë Merel Joris Naima Stijn Tessa'.split(
    ' ',
  );
const BEGIN =
  'Vennen Wolken Zilver Molen Ruiter Hazel Linden Winter Zomer Ganzen Steen Vlier Meeuwen Kroon Duin Reiger'.split(' ');
const EIND = 'tuynstra pluymers wouderman zoomsma horstema beeksel kampstra veldinga'.split(' ');
/** Without anybody there is nothing to assign: how many of each work in a region. */
const PER_REGIO: Readonly<Record<Regio, number>> = { WEST: 9, OOST: 9, ZUID: 6, MIDDEN: 5, NOORD: 4 };

/** Who works beside the demo users in the year: Metgezellen, consulenten, and a second coordinator for each region. */
export function collegas(): Account[] {
  const namen = nieuweNamen();
  const account = (id: string, rol: Rol, rest: Partial<Account> = {}): Account => ({
    id,
    naam: namen.next().value,
    email: `${id}@voorbeeld.nl`,
    telefoon: `06 1234 ${7000 + Number(BigInt(`0x${idVan(id).slice(0, 6)}`) % 2000n)}`,
    rollen: [rol],
    regios: [],
    thuisregio: null,
    organisatie: null,
    van: null,
    tot: null,
    ...rest,
  });
  return [
    ...REGIOCODES.flatMap((regio) => [
      ...reeks(PER_REGIO[regio], (nr) =>
        account(`metgezel.${regio.toLowerCase()}.${nr}`, 'metgezel', { thuisregio: regio }),
      ),
      account(`coordinator.${regio.toLowerCase()}.2`, 'regiocoordinator', { regios: [regio] }),
      account(`oco.${regio.toLowerCase()}.2`, 'oco_consulent', { thuisregio: regio }),
    ]),
    // They work for themselves, all over the country: theirs are the signalen whose region nobody registered.
    ...reeks(5, (nr) => account(`metgezel.zzp.${nr}`, 'metgezel')),
    account('landelijk.2', 'landelijk_team'),
  ];
}

function* nieuweNamen(): Generator<string, never> {
  const kans = kansVan('namen');
  const gegeven = new Set<string>();
  for (;;) {
    const naam = `${kans.kies(VOORNAMEN)} ${kans.kies(BEGIN)}${kans.kies(EIND)}`;
    if (gegeven.has(naam)) continue;
    gegeven.add(naam);
    yield naam;
  }
}

function reeks<T>(aantal: number, maak: (nr: number) => T): T[] {
  return Array.from({ length: aantal }, (_, nr) => maak(nr + 1));
}

const GEMEENTEN = {
  GM0080: 'leeuwarden',
  GM0106: 'assen',
  GM0193: 'zwolle',
  GM0153: 'enschede',
  GM0202: 'arnhem',
  GM0268: 'nijmegen',
  GM0344: 'utrecht',
  GM0034: 'almere',
  GM0363: 'amsterdam',
  GM0599: 'rotterdam',
  GM0518: 'denhaag',
  GM0392: 'haarlem',
  GM0772: 'eindhoven',
  GM0855: 'tilburg',
  GM0935: 'maastricht',
  GM0687: 'middelburg',
} as const;
const LANDELIJK = {
  ZK_VGZ: 'vgz',
  ZK_CZ: 'cz',
  ZK_FRIESLAND: 'zkfriesland',
  ZK_ZORG_EN_ZEKERHEID: 'zez',
  ZK_DSW: 'dsw',
  ZK_SALLAND: 'salland',
  UWV: 'uwv',
  SVB: 'svb',
  CAK: 'cak',
  CCE: 'cce',
} as const;

/** Desks beside those of the demo. Nobody reads these addresses. */
export function loketten(): DemoLoket[] {
  const namen = nieuweNamen();
  return [
    ...Object.entries(GEMEENTEN).map((wie) => [...wie, 'Wmo-loket'] as const),
    ...Object.entries(LANDELIJK).map((wie) => [...wie, 'Loket signalen'] as const),
  ].map(([organisatie, adres, naam], nr) => {
    const metEscalatie = nr % 4 !== 3;
    return {
      id: idVan('loket', organisatie),
      organisatie,
      naam,
      contactpersoon: namen.next().value,
      email: `loket.${adres}@voorbeeld.nl`,
      telefoon: `088 123 ${4600 + nr}`,
      escalatie_naam: metEscalatie ? `${namen.next().value}, teamleider` : null,
      escalatie_email: metEscalatie ? `teamleider.${adres}@voorbeeld.nl` : null,
      escalatie_telefoon: metEscalatie ? `088 123 ${4700 + nr}` : null,
    };
  });
}
