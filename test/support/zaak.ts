import { TERMIJNBELEID_1 } from '#domain/beleid/termijnbeleid.ts';
import { beslis } from '#domain/signaal/beslis.ts';
import type { Gebeurtenis } from '#domain/signaal/gebeurtenissen.ts';
import { haalIn } from '#domain/signaal/haal-in.ts';
import type { Kader, Persoon } from '#domain/signaal/kader.ts';
import { volgendeMijlpaal } from '#domain/signaal/mijlpalen.ts';
import type { SignaalGegevens, Verzoek } from '#domain/signaal/opdracht.ts';
import type { Staat } from '#domain/signaal/staat.ts';
import { verwerk } from '#domain/signaal/verwerk.ts';
import { alsTijdstip, msVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';
import type { Kalender } from '#domain/tijd/feestdagen.ts';

export const KALENDER: Kalender = {
  versie: 1,
  dagen: { '2026-05-15': 'gelijkgestelde dag', '2027-05-07': 'gelijkgestelde dag', '2028-04-28': 'gelijkgestelde dag' },
};

function persoon(id: string, rol: Persoon['rollen'][number], rest: Partial<Persoon> = {}): Persoon {
  return { id, rollen: [rol], regios: [], organisatie: null, actief: true, ...rest };
}

export const PERSONEN: Readonly<Record<string, Persoon>> = Object.fromEntries(
  [
    persoon('metgezel', 'metgezel'),
    persoon('metgezel.ander', 'metgezel'),
    persoon('metgezel.linde', 'metgezel', { organisatie: 'LINDE' }),
    persoon('oco', 'oco_consulent'),
    persoon('coordinator.oost', 'regiocoordinator', { regios: ['OOST'] }),
    persoon('coordinator.oost2', 'regiocoordinator', { regios: ['OOST'] }),
    persoon('coordinator.linde', 'regiocoordinator', { regios: ['OOST'], organisatie: 'LINDE' }),
    persoon('coordinator.west', 'regiocoordinator', { regios: ['WEST'] }),
    persoon('landelijk', 'landelijk_team'),
    persoon('landelijk2', 'landelijk_team'),
    persoon('leiding', 'programmaleiding'),
    persoon('beheer', 'functioneel_beheer'),
    persoon('weg', 'regiocoordinator', { regios: ['OOST'], actief: false }),
  ].map((wie) => [wie.id, wie]),
);

const GEGEVENS: SignaalGegevens = {
  doelgroepen: ['NAH'],
  gemeente: 'GM0193',
  knelpunttypen: [],
  wetten: [],
  leefgebieden: [],
  leeftijdscategorie: null,
  gezinWeetHet: true,
  pogingen: [],
  besluit: null,
};

type Indienen = Extract<Verzoek, { soort: 'indienen' }>;

export function indiening(afwijking: Partial<Indienen> = {}, gegevens: Partial<SignaalGegevens> = {}): Indienen {
  return {
    soort: 'indienen',
    wens: 'zelf',
    urgentie: 'normaal',
    motief: null,
    regio: 'OOST',
    organisatie: 'GM0193',
    gegevens: { ...GEGEVENS, ...gegevens },
    tekst: { knelpunt: 'Het gezin loopt vast.' },
    ...afwijking,
  };
}

/** One simulated signaal: acts of persons and a clock that wakes at every milestone, as the durable clock does. */
export class Zaak {
  readonly gebeurtenissen: Gebeurtenis[] = [];
  staat: Staat | null = null;
  kader: Kader;
  #opdrachten = 0;

  constructor(kader: Partial<Kader> = {}) {
    this.kader = { kalender: KALENDER, beleid: TERMIJNBELEID_1, personen: PERSONEN, ...kader };
  }

  static ingediend(
    op: Tijdstip,
    afwijking: Partial<Indienen> = {},
    gegevens: Partial<SignaalGegevens> = {},
    door = 'metgezel',
  ): Zaak {
    const zaak = new Zaak();
    zaak.doe(op, door, indiening(afwijking, gegevens));
    return zaak;
  }

  /** The same signaal, to live on apart from this one. */
  kopie(): Zaak {
    const ander = new Zaak(this.kader);
    ander.staat = this.staat;
    ander.gebeurtenissen.push(...this.gebeurtenissen);
    ander.#opdrachten = this.#opdrachten;
    return ander;
  }

  get nu(): Staat {
    if (this.staat === null) throw new TypeError('Nothing was filed');
    return this.staat;
  }

  /** A person acts; the clock catches up first, as in production. */
  doe(op: Tijdstip, door: string, verzoek: Verzoek): Gebeurtenis[] {
    const vooraf = this.staat === null ? [] : haalIn(this.staat, op, this.kader);
    this.#neem(vooraf);
    this.#opdrachten += 1;
    const opdracht = { ...verzoek, id: `opdracht-${this.#opdrachten}`, door };
    return this.#neem(beslis('zaak', this.staat, opdracht, op, this.kader));
  }

  /** The clock wakes `vertraging` ms after every milestone due at or before `tot`. */
  klok(tot: Tijdstip, vertraging = 20_000): Gebeurtenis[] {
    const vanaf = this.gebeurtenissen.length;
    for (
      let volgende = volgendeMijlpaal(this.nu);
      volgende !== null && volgende.op <= tot;
      volgende = volgendeMijlpaal(this.nu)
    ) {
      this.#neem(haalIn(this.nu, alsTijdstip(msVan(volgende.op) + vertraging), this.kader));
    }
    return this.gebeurtenissen.slice(vanaf);
  }

  /** The clock was away and catches up in one go. */
  haalIn(op: Tijdstip): Gebeurtenis[] {
    return this.#neem(haalIn(this.nu, op, this.kader));
  }

  #neem(nieuw: Gebeurtenis[]): Gebeurtenis[] {
    for (const gebeurtenis of nieuw) this.staat = verwerk(this.staat, 'zaak', gebeurtenis);
    this.gebeurtenissen.push(...nieuw);
    return nieuw;
  }
}

/** `soort` and the instant owed of what the clock did, for comparing whole stretches at a glance. */
export function kort(gebeurtenissen: readonly Gebeurtenis[]): string[] {
  return gebeurtenissen.map((g) => {
    const wat = g.soort === 'herinnerd' || g.soort === 'mijlpaal_vervallen' ? `${g.stapsoort} dag ${g.dag}` : '';
    const melding = g.soort === 'gemeld' ? `${g.melding} dag ${g.dag}` : '';
    const stap =
      g.soort === 'stap_begonnen' ? g.stap.soort : g.soort === 'stap_geeindigd' ? `${g.stapsoort} ${g.einde}` : '';
    const niveau = g.soort === 'geescaleerd' ? `${g.naar} ${g.motief}` : '';
    const vraag = g.soort === 'terugblik_gevraagd' ? `dag ${g.dag}` : '';
    return [g.verschuldigdOp ?? g.op, g.soort, wat, melding, stap, niveau, vraag]
      .filter((deel) => deel !== '')
      .join(' ');
  });
}
