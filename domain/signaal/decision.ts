import { datumVan, type Tijdstip } from '../tijd/amsterdam.ts';
import type { Feit, Gebeurtenis, Stapeinde } from './gebeurtenissen.ts';
import type { Kader } from './kader.ts';
import type { Teksten } from './opdracht.ts';
import type { Staat, Stap, Stapcijfers, Stapsoort } from './staat.ts';
import { verwerk } from './verwerk.ts';

/** Who or what decides: a person's opdracht, or a milestone of the clock. */
export interface Aanleiding {
  /** The id of the opdracht or the key of the milestone. */
  bron: string;
  door: string | null;
  verschuldigdOp: Tijdstip | null;
  tekst?: Teksten | undefined;
}

/** What distinguishes a step besides its numbers. */
type Stapbijzonderheden = Partial<Pick<Stap, 'verzoek' | 'datum' | 'begin' | 'balTot' | 'pauzes' | 'verlengd'>>;

/** Collects what happens in one decision and keeps the staat up to date, so that later rules see what earlier ones did. */
export class Decision {
  readonly gebeurtenissen: Gebeurtenis[] = [];
  readonly nu: Tijdstip;
  readonly kader: Kader;
  readonly aanleiding: Aanleiding;
  readonly #id: string;
  #staat: Staat | null;

  constructor(id: string, staat: Staat | null, nu: Tijdstip, kader: Kader, aanleiding: Aanleiding) {
    this.#id = id;
    this.#staat = staat;
    this.nu = nu;
    this.kader = kader;
    this.aanleiding = aanleiding;
  }

  /** The staat after all that was recorded so far; there must have been a first gebeurtenis. */
  get staat(): Staat {
    if (this.#staat === null) throw new TypeError('No gebeurtenis has been recorded yet');
    return this.#staat;
  }

  /** Records a fact. The text of the act goes with its first fact. */
  noteer(feit: Feit): void {
    const { bron, door, verschuldigdOp, tekst } = this.aanleiding;
    const metTekst = tekst !== undefined && this.gebeurtenissen.length === 0 ? { tekst } : {};
    const gebeurtenis: Gebeurtenis = { ...feit, op: this.nu, verschuldigdOp, bron, door, ...metTekst };
    this.#staat = verwerk(this.#staat, this.#id, gebeurtenis);
    this.gebeurtenissen.push(gebeurtenis);
  }

  beginStap(soort: Stapsoort, cijfers: Stapcijfers, bijzonder: Stapbijzonderheden = {}): void {
    const stap: Stap = {
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

  eindigStap(stap: Stap, einde: Stapeinde): void {
    this.noteer({ soort: 'stap_geeindigd', stap: stap.sleutel, stapsoort: stap.soort, einde });
  }

  /** Ends every running step of these kinds. */
  eindigStappen(soorten: readonly Stapsoort[], einde: (stap: Stap) => Stapeinde): void {
    for (const stap of this.staat.stappen) if (soorten.includes(stap.soort)) this.eindigStap(stap, einde(stap));
  }
}
