import { datumVan, type Tijdstip } from '../tijd/amsterdam.ts';
import type { Stapeinde, Stapfeit, Stempel, Teksten } from './feiten.ts';
import type { Stroomkader } from './kader.ts';
import type { Stapcijfers, Stroomstaat, Stroomstap } from './staat.ts';

/** Who or what decides: a person's opdracht, or a milestone of the clock. */
export interface Aanleiding {
  /** The id of the opdracht or the key of the milestone. */
  bron: string;
  door: string | null;
  verschuldigdOp: Tijdstip | null;
  tekst?: Teksten | undefined;
}

/** What distinguishes a step besides its numbers. */
type Stapbijzonderheden<S extends string> = Partial<
  Pick<Stroomstap<S>, 'verzoek' | 'datum' | 'begin' | 'balTot' | 'pauzes' | 'verlengd'>
>;

/** What a step begins and ends with, of steps of the kinds `S`. */
type Stapgrens<S extends string> = Extract<Stapfeit<S>, { soort: 'stap_begonnen' | 'stap_geeindigd' }>;

/**
 * Collects what happens in one decision about a stream and keeps its staat up to date, so that later rules see what earlier ones did.
 * `S` are the kinds of its steps, `T` is its staat, `F` what can happen to it and `K` what it must know of the world.
 */
export abstract class StroomDecision<
  S extends string,
  T extends Stroomstaat<S>,
  F extends { soort: string },
  K extends Stroomkader,
> {
  readonly gebeurtenissen: ((F | Stapgrens<S>) & Stempel)[] = [];
  /** The staat after each of them. */
  readonly staten: T[] = [];
  readonly nu: Tijdstip;
  readonly kader: K;
  readonly aanleiding: Aanleiding;
  readonly #id: string;
  #staat: T | null;

  constructor(id: string, staat: T | null, nu: Tijdstip, kader: K, aanleiding: Aanleiding) {
    this.#id = id;
    this.#staat = staat;
    this.nu = nu;
    this.kader = kader;
    this.aanleiding = aanleiding;
  }

  /** The staat after all that was recorded so far; there must have been a first gebeurtenis. */
  get staat(): T {
    if (this.#staat === null) throw new TypeError('No gebeurtenis has been recorded yet');
    return this.#staat;
  }

  /** Nothing has been recorded yet, now or before. */
  get isNieuw(): boolean {
    return this.#staat === null;
  }

  /** Folds one gebeurtenis into the staat; null is a stream that does not exist yet. */
  protected abstract vouw(staat: T | null, id: string, gebeurtenis: (F | Stapgrens<S>) & Stempel): T;

  /** Records a fact. The text of the act goes with its first fact. */
  noteer(feit: F | Stapgrens<S>): void {
    const { bron, door, verschuldigdOp, tekst } = this.aanleiding;
    const metTekst = tekst !== undefined && this.gebeurtenissen.length === 0 ? { tekst } : {};
    const gebeurtenis = { ...feit, op: this.nu, verschuldigdOp, bron, door, ...metTekst };
    const na = this.vouw(this.#staat, this.#id, gebeurtenis);
    this.#staat = na;
    this.gebeurtenissen.push(gebeurtenis);
    this.staten.push(na);
  }

  beginStap(soort: S, cijfers: Stapcijfers, bijzonder: Stapbijzonderheden<S> = {}): void {
    const stap: Stroomstap<S> = {
      ...cijfers,
      sleutel: `${soort}-${this.staat.stapteller + 1}`,
      soort,
      begonnenOp: this.nu,
      begin: datumVan(this.nu),
      beleidsversie: this.kader.beleid.versie,
      geweest: [],
      gevraagd: null,
      verzoek: null,
      datum: null,
      pauzes: [],
      verlengd: false,
      balTot: null,
      nietVoor: null,
      ...bijzonder,
    };
    this.noteer({ soort: 'stap_begonnen', stap });
  }

  eindigStap(stap: Stroomstap<S>, einde: Stapeinde): void {
    this.noteer({ soort: 'stap_geeindigd', stap: stap.sleutel, stapsoort: stap.soort, einde });
  }

  /** Ends every running step of these kinds. */
  eindigStappen(soorten: readonly S[], einde: (stap: Stroomstap<S>) => Stapeinde): void {
    for (const stap of this.staat.stappen) if (soorten.includes(stap.soort)) this.eindigStap(stap, einde(stap));
  }
}
