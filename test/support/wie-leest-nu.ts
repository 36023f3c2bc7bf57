/*
 * Who may read who a signaal is about, said once more in the plainest way and without a line of the product: design §5, ADR 0030, 0031, 0044
 * and 0045. Days are calendar dates in Amsterdam, on the clock of the signaal.
 */

export const DELEN = ['over_wie', 'contact_gezin', 'toelichting', 'brief', 'foto'] as const;
export type Deel = (typeof DELEN)[number];

export interface Mens {
  rol: 'metgezel' | 'coordinator' | 'landelijk' | 'programmaleiding' | 'zonder signalen';
  regio?: string;
  /** Who employs them. */
  werkgever?: string | null;
  /** The account has ended. */
  weg?: boolean;
}

/** Who stands in for whom, and on which day alone. */
export interface Vervanging {
  afwezige: string;
  waarnemer: string;
  dag: string;
}

export interface Afspraak {
  id: string;
  niveau: string | null;
  verzoek: string | null;
  delen: readonly Deel[];
  van: string;
  tot: string;
  ingetrokken: boolean;
}

export interface Stand {
  vandaag: string;
  melder: string;
  niveau: string;
  behandelaar: string | null;
  /** All who ever had it in hand. */
  hadden: ReadonlySet<string>;
  /** Where it is, and where it was. */
  regios: ReadonlySet<string>;
  /** Every organisation that it names or that was asked something. */
  organisaties: ReadonlySet<string>;
  gewist: boolean;
  afspraken: readonly Afspraak[];
}

type Zicht = 'leest' | 'alleen de regel' | 'niets' | 'buiten';

export class Orakel {
  readonly mensen: Readonly<Record<string, Mens>>;
  readonly vervangingen: readonly Vervanging[];

  constructor(mensen: Readonly<Record<string, Mens>>, vervangingen: readonly Vervanging[]) {
    this.mensen = mensen;
    this.vervangingen = vervangingen;
  }

  /** How much this person finds of the signaal itself. */
  zicht(wie: string, stand: Stand): Zicht {
    const { rol, regio, werkgever, weg } = this.#mens(wie);
    if (weg === true || rol === 'zonder signalen') return 'buiten';
    if (wie === stand.melder) return 'leest';
    if (werkgever != null && stand.organisaties.has(werkgever)) return 'niets';
    if (rol === 'landelijk' || stand.hadden.has(wie)) return 'leest';
    if (rol === 'coordinator' && stand.regios.has(regio ?? '')) return 'leest';
    const afwezigen = this.#afwezigenVan(wie, stand.vandaag);
    if (afwezigen.some((een) => een === stand.behandelaar || stand.regios.has(this.#mens(een).regio ?? '')))
      return 'leest';
    return rol === 'programmaleiding' ? 'alleen de regel' : 'niets';
  }

  /** Which parts of the casusbijlage this person reads. */
  delen(wie: string, stand: Stand): readonly Deel[] {
    if (stand.gewist || this.zicht(wie, stand) !== 'leest') return [];
    if (wie === stand.melder) return DELEN;
    const behandelt =
      stand.behandelaar !== null && [wie, ...this.#afwezigenVan(wie, stand.vandaag)].includes(stand.behandelaar);
    if (!behandelt) return [];
    const { rol } = this.#mens(stand.behandelaar ?? '');
    const hoger = stand.niveau === 'lokaal' ? 'regionaal' : stand.niveau;
    if (stand.niveau === 'lokaal' && rol !== 'coordinator' && rol !== 'landelijk') return DELEN;
    return geopend(stand, ({ niveau }) => niveau === hoger);
  }

  /** Which parts whoever came in by a link of this verzoek reads. */
  delenVanPartij(verzoek: { id: string; dood: boolean }, stand: Stand): readonly Deel[] {
    if (stand.gewist || verzoek.dood) return [];
    return geopend(stand, (afspraak) => afspraak.verzoek === verzoek.id);
  }

  #afwezigenVan(wie: string, dag: string): string[] {
    return this.vervangingen.filter((een) => een.waarnemer === wie && een.dag === dag).map((een) => een.afwezige);
  }

  #mens(wie: string): Mens {
    return this.mensen[wie] ?? { rol: 'zonder signalen' };
  }
}

function geopend({ afspraken, vandaag }: Stand, voor: (afspraak: Afspraak) => boolean): readonly Deel[] {
  const geldend = afspraken.filter((een) => voor(een) && !een.ingetrokken && een.van <= vandaag && vandaag <= een.tot);
  return DELEN.filter((deel) => geldend.some(({ delen }) => delen.includes(deel)));
}
