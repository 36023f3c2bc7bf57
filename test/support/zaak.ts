import assert from 'node:assert/strict';

import { TERMIJNBELEID_1 } from '#domain/beleid/termijnbeleid.ts';
import { DomainError, type Foutcode } from '#domain/errors.ts';
import { beslis } from '#domain/signaal/beslis.ts';
import type { Gebeurtenis } from '#domain/signaal/gebeurtenissen.ts';
import { haalIn } from '#domain/signaal/haal-in.ts';
import type { Kader } from '#domain/signaal/kader.ts';
import { volgendeMijlpaal } from '#domain/signaal/mijlpalen.ts';
import type { Antwoord, SignaalGegevens, Opdrachtinhoud } from '#domain/signaal/opdracht.ts';
import type { Staat } from '#domain/signaal/staat.ts';
import { verwerk } from '#domain/signaal/verwerk.ts';
import type { Persoon } from '#domain/stroom/kader.ts';
import { alsTijdstip, type Datum, msVan, opUur, type Tijdstip } from '#domain/tijd/amsterdam.ts';
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
    persoon('auditor', 'auditor'),
    persoon('waarnemer', 'regiocoordinator', {
      regios: ['WEST'],
      neemtWaar: [{ afwezige: 'coordinator.oost', regios: [] }],
    }),
    persoon('waarnemer.linde', 'regiocoordinator', {
      regios: ['WEST'],
      neemtWaar: [{ afwezige: 'coordinator.oost', regios: [] }],
      organisatie: 'LINDE',
    }),
    persoon('weg', 'regiocoordinator', { regios: ['OOST'], actief: false }),
  ].map((wie) => [wie.id, wie]),
);

export const GEGEVENS: SignaalGegevens = {
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

type Indienen = Extract<Opdrachtinhoud, { soort: 'indienen' }>;

export function indiening(afwijking: Partial<Indienen> = {}, gegevens: Partial<SignaalGegevens> = {}): Indienen {
  return {
    soort: 'indienen',
    wens: 'zelf',
    urgentie: 'normaal',
    motief: null,
    regio: 'OOST',
    organisatie: 'GM0193',
    gegevens: { ...GEGEVENS, ...gegevens },
    ...afwijking,
    tekst: {
      knelpunt: 'Het gezin loopt vast.',
      onderwerp: 'Het gezin loopt vast',
      ...(afwijking.urgentie === 'spoed' && { spoedreden: 'Het kan niet wachten.' }),
      ...afwijking.tekst,
    },
  };
}

/** One simulated signaal: acts of persons and a clock that wakes at every milestone, as the durable clock does. */
export class Zaak {
  readonly gebeurtenissen: Gebeurtenis[] = [];
  staat: Staat | null = null;
  kader: Kader;
  #opdrachten = 0;

  constructor(kader: Partial<Kader> = {}) {
    const loket = { bereikbaar: true, escalatiecontact: true } as const;
    this.kader = { kalender: KALENDER, beleid: TERMIJNBELEID_1, personen: PERSONEN, loket, ...kader };
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

  /** Filed as `hulp` and picked up by coordinator.oost, so that `behandelen` runs at regionaal from this moment. */
  static opgepakt(op: Tijdstip, afwijking: Partial<Indienen> = {}): Zaak {
    const zaak = Zaak.ingediend(op, { wens: 'hulp', motief: 'geen_reactie', ...afwijking });
    zaak.doe(op, 'coordinator.oost', { soort: 'oppakken' });
    return zaak;
  }

  /** The same, one level higher: landelijk has it in hand. */
  static landelijk(op: Tijdstip, afwijking: Partial<Indienen> = {}): Zaak {
    const zaak = Zaak.opgepakt(op, afwijking);
    zaak.doe(op, 'landelijk', { soort: 'escaleren', motief: 'afgewezen', poging: null, tekst: {} });
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
  doe(op: Tijdstip, door: string, verzoek: Opdrachtinhoud): Gebeurtenis[] {
    const vooraf = this.staat === null ? [] : haalIn(this.staat, op, this.kader);
    this.#neem(vooraf);
    this.#opdrachten += 1;
    const opdracht = { ...verzoek, id: `opdracht-${this.#opdrachten}`, door };
    return this.#neem(beslis('zaak', this.staat, opdracht, op, this.kader));
  }

  /** The rules refuse with this code, with a reason in words, and nothing changes. */
  weigert(op: Tijdstip, door: string, verzoek: Opdrachtinhoud, code: Foutcode, reden = /.{10}/): void {
    const proef = this.kopie();
    proef.haalIn(op);
    const voor = proef.nu;
    assert.throws(
      () => proef.doe(op, door, verzoek),
      (fout: unknown) => {
        assert.ok(fout instanceof DomainError, String(fout));
        assert.equal(fout.code, code);
        assert.match(fout.message, reden);
        return true;
      },
    );
    assert.equal(proef.nu, voor);
  }

  /** The kinds of the running steps. */
  get lopend(): string[] {
    return this.nu.stappen.map(({ soort }) => soort).toSorted();
  }

  /** Where a verzoek stands. */
  verzoekstatus(id: string): string | undefined {
    return this.nu.verzoeken.find((gesteld) => gesteld.id === id)?.status;
  }

  /**
   * The clock wakes `vertraging` ms after every milestone due at or before `tot`, and never before what already happened: a change of
   * the calendar can move a milestone to an hour of today that has passed.
   */
  klok(tot: Tijdstip, vertraging = 20_000): Gebeurtenis[] {
    const vanaf = this.gebeurtenissen.length;
    for (
      let volgende = volgendeMijlpaal(this.nu);
      volgende !== null && volgende.op <= tot;
      volgende = volgendeMijlpaal(this.nu)
    ) {
      const nu = Math.max(msVan(volgende.op) + vertraging, msVan(this.nu.laatsteOp));
      this.#neem(haalIn(this.nu, alsTijdstip(nu), this.kader));
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
    const vraag = g.soort === 'terugblik_gevraagd' || g.soort === 'nakoming_gevraagd' ? `dag ${g.dag}` : '';
    const stilte = g.soort === 'geen_reactie' && g.definitief ? 'definitief' : '';
    return [g.verschuldigdOp ?? g.op, g.soort, wat, melding, stap, niveau, vraag, stilte]
      .filter((deel) => deel !== '')
      .join(' ');
  });
}

/** A wall-clock hour in Amsterdam. */
export function om(datum: Datum, uur = 10, minuut = 0): Tijdstip {
  return opUur(datum, uur, minuut);
}

type VerzoekDoen = Extract<Opdrachtinhoud, { soort: 'verzoekDoen' }>;

/** A question to zorgkantoor ZK, with an escalation contact; to somebody else when that is asked, or the kind says so. */
export function verzoekDoen(verzoek: string, afwijking: Partial<VerzoekDoen> = {}): VerzoekDoen {
  return {
    soort: 'verzoekDoen',
    verzoek,
    verzoeksoort: 'vraag',
    organisatie: afwijking.verzoeksoort === 'navraag' || afwijking.persoon != null ? null : 'ZK',
    persoon: null,
    escalatiecontact: true,
    tekst: {},
    ...afwijking,
  };
}

/** An answer with the words that belong to it. */
export function antwoord(verzoek: string, antwoordinhoud: Antwoord): Opdrachtinhoud {
  return { soort: 'verzoekBeantwoorden', verzoek, antwoord: antwoordinhoud, tekst: woordenBij(antwoordinhoud) };
}

export function woordenBij({ soort }: Antwoord): Record<string, string> {
  const collega = { 'collega.naam': 'Piet Prins', 'collega.email': 'piet@voorbeeld.nl' };
  return { toelichting: 'Omdat.', ...(soort === 'doorgegeven' && collega) };
}
