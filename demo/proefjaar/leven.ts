import { type Schakel, verloopVan } from '#activities/schrijven/verloop.ts';
import type { Termijnbeleid } from '#domain/beleid/termijnbeleid.ts';
import { DomainError, type Foutcode } from '#domain/errors.ts';
import { beslis } from '#domain/signaal/beslis.ts';
import type { Gebeurtenis } from '#domain/signaal/gebeurtenissen.ts';
import { haalInTot } from '#domain/signaal/haal-in.ts';
import type { Bereik, Kader } from '#domain/signaal/kader.ts';
import { type Mijlpaal, volgendeMijlpaal } from '#domain/signaal/mijlpalen.ts';
import type { Opdrachtinhoud } from '#domain/signaal/opdracht.ts';
import type { Staat } from '#domain/signaal/staat.ts';
import type { Persoon } from '#domain/stroom/kader.ts';
import { alsTijdstip, msVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';
import type { Kalender } from '#domain/tijd/feestdagen.ts';

import { idVan, type Kans } from './kans.ts';

/** What holds around all lives of the year. */
export interface Omstandigheden {
  kalender: Kalender;
  beleid: Termijnbeleid;
  personen: Readonly<Record<string, Persoon>>;
  /** The desk of each organisation that has one. */
  loketten: ReadonlyMap<string, Extract<Bereik, { bereikbaar: true }>>;
}

/** One signaal that lives by the rules alone: what people do, and a clock that is never more than 40 seconds late. */
export class Leven {
  readonly id: string;
  readonly verloop: Schakel[] = [];
  /** What people tried that the rules refused. */
  readonly geweigerd: Foutcode[] = [];
  readonly #om: Omstandigheden;
  readonly #kans: Kans;
  #daden = 0;

  constructor(id: string, om: Omstandigheden, kans: Kans) {
    this.id = id;
    this.#om = om;
    this.#kans = kans;
  }

  get staat(): Staat {
    const staat = this.verloop.at(-1)?.na;
    if (staat === undefined) throw new TypeError('Nothing was filed');
    return staat;
  }

  get volgende(): Mijlpaal | null {
    return volgendeMijlpaal(this.staat);
  }

  /** A person acts, when the rules let them. */
  doe(op: Tijdstip, door: string, inhoud: Opdrachtinhoud): void {
    const staat = this.verloop.at(-1)?.na ?? null;
    this.#daden += 1;
    const opdracht = { ...inhoud, id: idVan(this.id, 'daad', this.#daden), door };
    try {
      this.#neem(beslis(this.id, staat, opdracht, op, this.#kaderVoor(inhoud)));
    } catch (fout) {
      if (!(fout instanceof DomainError)) throw fout;
      this.geweigerd.push(fout.code);
    }
  }

  /** The next milestone passes, `uiterlijk` at that instant. */
  tik({ op }: Mijlpaal, uiterlijk: Tijdstip): void {
    const nu = Math.min(msVan(op) + this.#kans.tussen(200, 40_000), msVan(uiterlijk));
    const moment = alsTijdstip(Math.max(nu, msVan(op), msVan(this.staat.laatsteOp)));
    this.#neem(haalInTot(this.staat, moment, this.#kaderVoor(null)).gebeurtenissen);
  }

  #neem(gebeurtenissen: readonly Gebeurtenis[]): void {
    this.verloop.push(...verloopVan('signaal', this.id, this.verloop.at(-1)?.na ?? null, gebeurtenissen));
  }

  #kaderVoor(inhoud: Opdrachtinhoud | null): Kader {
    const { kalender, beleid, personen, loketten } = this.#om;
    const vraagt = inhoud?.soort === 'verzoekDoen' && inhoud.organisatie !== null;
    const loket = vraagt ? (loketten.get(inhoud.organisatie ?? '') ?? NERGENS) : null;
    return { kalender, beleid, personen, loket };
  }
}

const NERGENS: Bereik = { bereikbaar: false, teruggekomen: false };
