import type { Regiocode } from '../beleid/regios.ts';
import { eersteOverzicht, STANDAARDWEEK } from '../post/werktijden.ts';
import { MET_TERMIJN } from '../signaal/afgeleid.ts';
import { berichten } from '../signaal/berichten.ts';
import type { Bericht, Reden } from '../signaal/berichtsoorten.ts';
import type { Gebeurtenis } from '../signaal/gebeurtenissen.ts';
import type { Staat, Stapsoort } from '../signaal/staat.ts';
import { datumVanDag } from '../stroom/stap.ts';
import { type Datum, dagVanWeek, datumVan, plusDagen, type Tijdstip } from '../tijd/amsterdam.ts';
import { eindeVanDag, laatsteDagVoor } from '../tijd/werkdagen.ts';
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

/** Counts per region and week what a policy does. */
export class Teller {
  readonly #periode: Periode;
  readonly #metingen = new Map<string, Weekmeting>();
  readonly #regels = new Map<string, number>();
  #wachtend: Overzichtsregel[] = [];
  #geeindigd = new Map<string, Tijdstip>();
  /** The ends of the weeks, and the first of them to which this life has not come. */
  readonly #weekeinden: readonly Tijdstip[];
  #weekeinde = 0;

  constructor(periode: Periode) {
    this.#periode = periode;
    this.#weekeinden = weekeindenIn(periode);
  }

  /** What was counted so far. */
  stand(): Telstand {
    return { metingen: [...this.#metingen.values()], regels: this.#regels };
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
      if (weekeinde === undefined || weekeinde > tot) return;
      this.#weekeinde += 1;
      if (staat.laatsteOp < weekeinde && staat.status !== 'afgesloten') this.#telOpen(staat, weekeinde);
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
      if (bericht.bundel === 'dag') this.#wachtend.push(overzichtsregel(bericht, gebeurtenis.op, na));
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

  /** Of the day that ended then. */
  #telOpen(staat: Staat, weekeinde: Tijdstip): void {
    this.#telOp(regioVan(staat), laatsteDagVoor(weekeinde), ({ open }) => (open[staat.niveau] += 1));
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
    if (!this.#binnen(datumVan(op))) return;
    const [stap = '', naam = ''] = bron.split(':');
    const regel = `${stap.slice(0, stap.lastIndexOf('-')) as Stapsoort} ${naam}`;
    this.#regels.set(regel, (this.#regels.get(regel) ?? 0) + 1);
  }

  #tel(regio: Regiocode, op: Tijdstip, doe: (meting: Meting) => void): void {
    this.#telOp(regio, datumVan(op), doe);
  }

  #telOp(regio: Regiocode, datum: Datum, doe: (meting: Meting) => void): void {
    if (!this.#binnen(datum)) return;
    const week = plusDagen(datum, 1 - dagVanWeek(datum));
    const sleutel = `${week} ${regio}`;
    const al = this.#metingen.get(sleutel) ?? { regio, week, meting: legeMeting() };
    this.#metingen.set(sleutel, al);
    doe(al.meting);
  }

  #binnen(datum: Datum): boolean {
    return this.#periode.van <= datum && datum <= this.#periode.tot;
  }
}

/** Until the end of each Sunday, and of the last day. */
function weekeindenIn({ van, tot }: Periode): Tijdstip[] {
  const einden: Tijdstip[] = [];
  for (let zondag = plusDagen(van, 7 - dagVanWeek(van)); zondag < tot; zondag = plusDagen(zondag, 7))
    einden.push(eindeVanDag(zondag));
  return [...einden, eindeVanDag(tot)];
}

function regioVan({ regio }: Staat): Regiocode {
  return regio ?? 'ONBEKEND';
}

function overzichtsregel({ aan, waarom, stap }: Bericht, op: Tijdstip, na: Staat): Overzichtsregel {
  const digest = eersteOverzicht(op, { week: STANDAARDWEEK, kalender: na.kalender });
  return { digest, aan: JSON.stringify(aan), rol: waarom, stap, regio: regioVan(na) };
}
