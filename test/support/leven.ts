import { DomainError } from '#domain/errors.ts';
import type { Kader } from '#domain/signaal/kader.ts';
import { contactVan, DIENST, type Antwoord, type Opdrachtinhoud } from '#domain/signaal/opdracht.ts';
import type { Staat } from '#domain/signaal/staat.ts';
import { alsTijdstip, type Datum, datumVan, msVan, plusDagen, type Tijdstip } from '#domain/tijd/amsterdam.ts';

import { antwoord, indiening, verzoekDoen, Zaak } from './zaak.ts';

const DAG = 86_400_000;

type Doen = readonly [door: string, opdracht: Opdrachtinhoud];

/** Numbers in [0, 1) that are the same for the same seed. */
function toeval(seed: number): () => number {
  let stand = seed | 0;
  return () => {
    stand = (stand + 0x6d2b79f5) | 0;
    let t = Math.imul(stand ^ (stand >>> 15), 1 | stand);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/**
 * A life as people live it: picked up or not, questions and answers, pauses, promises, hand-overs, a new free day, an outcome, sometimes none. The
 * clock is never late, so that the record can be compared with a replay.
 */
export function leefZomaar(
  seed: number,
  {
    begin = '2027-01-04T08:00:00.000Z',
    dagen = 120,
    kader = {},
    bekijk = () => undefined,
  }: { begin?: Tijdstip; dagen?: number; kader?: Partial<Kader>; bekijk?: (zaak: Zaak) => void } = {},
): Zaak {
  const kans = toeval(seed);
  const uit = <T>(...keuzes: readonly T[]): T => keuzes[Math.floor(kans() * keuzes.length)] as T;
  const zaak = new Zaak(kader);
  const eind = msVan(begin) + dagen * DAG;
  let ms = msVan(begin) + Math.floor(kans() * 5 * DAG);
  zaak.doe(alsTijdstip(ms), 'metgezel', eersteDaad(uit));
  while (ms < eind) {
    ms = Math.min(eind, ms + Math.floor(kans() ** 2 * 12 * DAG));
    const op = alsTijdstip(ms);
    zaak.klok(op);
    // The clock acted after its milestone; nobody acts in those seconds.
    const nu = op > zaak.nu.laatsteOp ? op : alsTijdstip(msVan(zaak.nu.laatsteOp) + 1000);
    const doen = volgendeDaad(zaak.nu, nu, uit);
    if (doen !== null) probeer(zaak, nu, doen);
    bekijk(zaak);
  }
  return zaak;
}

type Uit = <T>(...keuzes: readonly T[]) => T;

function eersteDaad(uit: Uit): Opdrachtinhoud {
  const wens = uit('zelf' as const, 'zelf' as const, 'hulp' as const, 'hulp' as const, 'melden' as const);
  const urgentie =
    wens === 'melden' ? 'normaal' : uit('normaal' as const, 'normaal' as const, 'hoog' as const, 'spoed' as const);
  const besluit = uit(null, null, { datum: '2027-01-04', soort: 'wmo' });
  const motief = wens === 'hulp' ? ('geen_reactie' as const) : null;
  const knelpunttypen = [uit('INDICATIE' as const, 'INDICATIE' as const, 'ANDERS' as const)];
  return indiening({ wens, urgentie, motief, regio: uit('OOST', 'OOST', 'WEST', null) }, { besluit, knelpunttypen });
}

function volgendeDaad(staat: Staat, nu: Tijdstip, uit: Uit): Doen | null {
  const vandaag = datumVan(nu);
  if (uit(true, ...Array(15).fill(false))) return [DIENST, nieuweKalender(staat, vandaag, uit)];
  if (staat.status === 'afgesloten') {
    return uit<Doen | null>(
      null,
      null,
      ['metgezel', { soort: 'ervaringMelden', ervaring: uit('helpt', 'helpt_niet') }],
      ['metgezel', { soort: 'heropenen', tekst: {} }],
    );
  }
  const gevraagd = staat.verzoeken.filter(({ status }) => status === 'gesteld' || status === 'toegezegd');
  const [verzoek] = gevraagd;
  if (verzoek !== undefined && uit(true, false))
    return [contactVan(verzoek.id), antwoord(verzoek.id, antwoordUit(uit, vandaag))];
  if (staat.behandelaar === null) return uit<Doen | null>(null, [coordinatorVan(staat), { soort: 'oppakken' }]);
  const nieuw = `v${staat.verzoeken.length + 1}`;
  const opdracht = uit<Opdrachtinhoud | null>(
    null,
    null,
    { soort: 'notitie', tekst: {} },
    verzoekDoen(nieuw, { escalatiecontact: uit(true, false) }),
    verzoekDoen(nieuw),
    verzoekDoen(nieuw, { verzoeksoort: 'navraag' }),
    { soort: 'pauzeren', reden: 'anders', tot: plusDagen(vandaag, uit(1, 5, 20)) },
    { soort: 'hervatten' },
    { soort: 'verlengen', tekst: {} },
    { soort: 'vrijgeven' },
    {
      soort: 'escaleren',
      motief: 'afgewezen',
      poging: { organisatie: null, datum: vandaag, beantwoord: true },
      tekst: {},
    },
    { soort: 'terugleggen', aan: 'metgezel.ander', instemming: true, tekst: {} },
    { soort: 'aanpakVaststellen', datum: plusDagen(vandaag, uit(3, 30)), tekst: {} },
    verzoek === undefined ? null : { soort: 'tegenhouden', verzoek: verzoek.id, tekst: {} },
    verzoek === undefined ? null : { soort: 'informatieGeven', verzoek: verzoek.id, tekst: {} },
    verzoek === undefined ? null : { soort: 'verzoekIntrekken', verzoek: verzoek.id },
    { soort: 'uitkomstMelden', uitkomst: 'opgelost', systeemreden: null, terugkoppeling: uit(true, false), tekst: {} },
    { soort: 'terugkoppelen', tekst: {} },
  );
  if (opdracht !== null) return [staat.behandelaar, opdracht];
  return uit<Doen | null>(null, [
    coordinatorVan(staat),
    { soort: 'indelingWijzigen', indeling: { urgentie: uit('hoog', 'spoed') } },
  ]);
}

function antwoordUit(uit: Uit, vandaag: string): Antwoord {
  return uit<Antwoord>(
    { soort: 'toegezegd', datum: plusDagen(vandaag, uit(2, 10)) },
    { soort: 'opgelost' },
    { soort: 'niet_bevoegd', bevoegd: 'CIZ' },
    { soort: 'meer_informatie_nodig' },
    { soort: 'uitstel_gevraagd' },
    { soort: 'doorgegeven' },
    { soort: 'informatie' },
  );
}

/** A free day more, or none at all any more. */
function nieuweKalender({ kalender: { versie, dagen } }: Staat, vandaag: Datum, uit: Uit): Opdrachtinhoud {
  const meer = { ...dagen, [plusDagen(vandaag, uit(0, 1, 4, 9, 20))]: 'extra vrije dag' };
  return { soort: 'kalenderWijzigen', kalender: { versie: versie + 1, dagen: uit(meer, meer, {}) } };
}

function coordinatorVan({ niveau, regio }: Staat): string {
  if (niveau === 'landelijk' || regio === null) return 'landelijk';
  return regio === 'WEST' ? 'coordinator.west' : 'coordinator.oost';
}

function probeer(zaak: Zaak, nu: Tijdstip, [door, opdracht]: Doen): void {
  try {
    zaak.doe(nu, door, opdracht);
  } catch (fout) {
    if (!(fout instanceof DomainError)) throw fout;
  }
}
