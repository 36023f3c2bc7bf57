import type { Regiocode } from '../beleid/regios.ts';
import { eersteOverzicht, STANDAARDWEEK } from '../post/werktijden.ts';
import { MET_TERMIJN } from '../signaal/afgeleid.ts';
import { berichten } from '../signaal/berichten.ts';
import type { Bericht, Reden } from '../signaal/berichtsoorten.ts';
import type { Gebeurtenis } from '../signaal/gebeurtenissen.ts';
import type { Staat, Stapsoort } from '../signaal/staat.ts';
import { datumVanDag } from '../stroom/stap.ts';
import { beginVan, type Datum, dagVanWeek, datumVan, plusDagen, type Tijdstip } from '../tijd/amsterdam.ts';
import type { Kalender } from '../tijd/feestdagen.ts';
import { eindeVanDag } from '../tijd/werkdagen.ts';
import { legeMeting, type Meting } from './meting.ts';

/** The dates, both included, on which is counted. */
export interface Periode {
  van: Datum;
  tot: Datum;
}

/** What was counted under one policy. */
export interface Telstand {
  metingen: readonly Weekmeting[];
  /** How often each rule of the policy acted: `behandelen termijn`, `vraag herinnering`. */
  regels: ReadonlyMap<string, number>;
}

/** By region and the Monday of the week. */
interface Weekmeting {
  regio: Regiocode;
  week: Datum;
  meting: Meting;
}

/** One line that waits for the digest of a day. */
interface Overzichtsregel {
  digest: Tijdstip;
  aan: string;
  rol: Reden;
  stap: string | null;
  regio: Regiocode;
}

/** Counts per region and week what a policy does. Many lives meet at the same dates and hours, so what follows from those is worked out once. */
export class Teller {
  /** From when to when is counted: the second is the first instant after it. */
  readonly #begin: Tijdstip;
  readonly #einde: Tijdstip;
  /** By region and Monday. */
  readonly #metingen = new Map<Regiocode, Map<Datum, Weekmeting>>();
  readonly #maandagen = new Map<Datum, Datum>();
  readonly #overzichten = new Map<Kalender, Map<Tijdstip, Tijdstip>>();
  readonly #regels = new Map<string, number>();
  readonly #regelnamen = new Map<string, string>();
  #wachtend: Overzichtsregel[] = [];
  #geeindigd = new Map<string, Tijdstip>();
  /** The last days of the weeks, and the first of them of which this life has not come to the end. */
  readonly #weekeinden: readonly Weekeinde[];
  #weekeinde = 0;

  constructor(periode: Periode) {
    this.#begin = beginVan(periode.van);
    this.#einde = eindeVanDag(periode.tot);
    this.#weekeinden = weekeindenIn(periode);
  }

  /** What was counted so far. */
  stand(): Telstand {
    return { metingen: [...this.#metingen.values()].flatMap((weken) => [...weken.values()]), regels: this.#regels };
  }

  /** Nothing happens until `tot`, but a term may end. */
  verstreken(staat: Staat, tot: Tijdstip): void {
    for (const stap of staat.stappen) {
      if (!MET_TERMIJN.includes(stap.soort)) continue;
      const einde = eindeVanDag(datumVanDag(stap, staat, stap.n));
      if (staat.laatsteOp < einde && einde <= tot) this.#tel(regioVan(staat), einde, (meting) => (meting.teLaat += 1));
    }
    for (;;) {
      const weekeinde = this.#weekeinden[this.#weekeinde];
      if (weekeinde === undefined || weekeinde.op > tot) return;
      this.#weekeinde += 1;
      if (staat.laatsteOp < weekeinde.op && staat.status !== 'afgesloten')
        this.#telOp(regioVan(staat), weekeinde.dag, ({ open }) => (open[staat.niveau] += 1));
    }
  }

  gebeurd(gebeurtenis: Gebeurtenis, na: Staat, voor: Staat | null): void {
    const regio = regioVan(na);
    if (gebeurtenis.soort === 'stap_geeindigd') this.#geeindigd.set(gebeurtenis.stap, gebeurtenis.op);
    if (gebeurtenis.soort === 'geescaleerd') this.#telEscalatie(gebeurtenis, regio);
    this.#telRegel(gebeurtenis);
    for (const bericht of berichten(gebeurtenis, na, voor)) {
      if (gebeurtenis.soort === 'herinnerd')
        this.#tel(regio, gebeurtenis.op, ({ herinneringen }) => (herinneringen[bericht.waarom] += 1));
      if (bericht.bundel === 'dag') this.#wachtend.push(this.#overzichtsregel(bericht, gebeurtenis.op, na));
    }
  }

  /** The life is over: what still spoke when its digest left, is a line. */
  rondAf(): void {
    const gezien = new Set<string>();
    for (const { digest, aan, rol, stap, regio } of this.#wachtend) {
      const voorbij = stap !== null && (this.#geeindigd.get(stap) ?? digest) < digest;
      const sleutel = `${digest} ${aan}`;
      if (voorbij || gezien.has(sleutel)) continue;
      gezien.add(sleutel);
      this.#tel(regio, digest, ({ overzichtsregels }) => (overzichtsregels[rol] += 1));
    }
    this.#wachtend = [];
    this.#geeindigd = new Map();
    this.#weekeinde = 0;
  }

  /** Of the clock, that is: people have other motives, and never escalate to lokaal. */
  #telEscalatie({ naar, motief, op }: Extract<Gebeurtenis, { soort: 'geescaleerd' }>, regio: Regiocode): void {
    if ((motief !== 'niet_opgepakt' && motief !== 'termijn_verstreken') || naar === 'lokaal') return;
    this.#tel(regio, op, ({ escalaties }) => (escalaties[naar][motief] += 1));
  }

  /** What the clock did once for each milestone; what lapsed did not act. */
  #telRegel({ door, bron, soort, op }: Gebeurtenis): void {
    if (door !== null || soort === 'mijlpaal_vervallen' || soort === 'stap_geeindigd' || soort === 'stap_begonnen')
      return;
    if (!this.#isBinnen(op)) return;
    const regel = bewaard(this.#regelnamen, bron, regelVan);
    this.#regels.set(regel, (this.#regels.get(regel) ?? 0) + 1);
  }

  #tel(regio: Regiocode, op: Tijdstip, doe: (meting: Meting) => void): void {
    if (this.#isBinnen(op)) this.#telOp(regio, datumVan(op), doe);
  }

  #telOp(regio: Regiocode, datum: Datum, doe: (meting: Meting) => void): void {
    const week = bewaard(this.#maandagen, datum, maandagVan);
    const weken = bewaard(this.#metingen, regio, () => new Map<Datum, Weekmeting>());
    doe(bewaard(weken, week, () => ({ regio, week, meting: legeMeting() })).meting);
  }

  #isBinnen(op: Tijdstip): boolean {
    return this.#begin <= op && op < this.#einde;
  }

  #overzichtsregel({ aan, waarom, stap }: Bericht, op: Tijdstip, na: Staat): Overzichtsregel {
    const overzichten = bewaard(this.#overzichten, na.kalender, () => new Map<Tijdstip, Tijdstip>());
    const digest = bewaard(overzichten, op, () => eersteOverzicht(op, { week: STANDAARDWEEK, kalender: na.kalender }));
    return { digest, aan: JSON.stringify(aan), rol: waarom, stap, regio: regioVan(na) };
  }
}

interface Weekeinde {
  dag: Datum;
  /** When that day is over. */
  op: Tijdstip;
}

/** Each Sunday, and the last day. */
function weekeindenIn({ van, tot }: Periode): Weekeinde[] {
  const dagen: Datum[] = [];
  for (let zondag = plusDagen(van, 7 - dagVanWeek(van)); zondag < tot; zondag = plusDagen(zondag, 7))
    dagen.push(zondag);
  return [...dagen, tot].map((dag) => ({ dag, op: eindeVanDag(dag) }));
}

function maandagVan(datum: Datum): Datum {
  return plusDagen(datum, 1 - dagVanWeek(datum));
}

/** `behandelen-3:herinnering:16` is by the rule `behandelen herinnering`. */
function regelVan(bron: string): string {
  const [stap = '', naam = ''] = bron.split(':');
  return `${stap.slice(0, stap.lastIndexOf('-')) as Stapsoort} ${naam}`;
}

function regioVan({ regio }: Staat): Regiocode {
  return regio ?? 'ONBEKEND';
}

/** What is kept by this key, or else made of it and kept. */
function bewaard<K, T>(al: Map<K, T>, sleutel: K, maak: (sleutel: K) => T): T {
  const bekend = al.get(sleutel);
  if (bekend !== undefined) return bekend;
  const nieuw = maak(sleutel);
  al.set(sleutel, nieuw);
  return nieuw;
}
