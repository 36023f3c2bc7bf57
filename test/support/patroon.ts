import assert from 'node:assert/strict';

import { DomainError, type Foutcode } from '#domain/errors.ts';
import { beslisPatroon } from '#domain/patroon/beslis.ts';
import type { Patroongebeurtenis } from '#domain/patroon/feiten.ts';
import { haalPatroonIn, PATROONAGENDA } from '#domain/patroon/klok.ts';
import type { Patrooninhoud } from '#domain/patroon/opdracht.ts';
import type { Patroonstaat } from '#domain/patroon/staat.ts';
import { verwerkPatroon } from '#domain/patroon/verwerk.ts';
import { alsTijdstip, msVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';

import { KALENDER, PERSONEN } from './zaak.ts';

const TITEL = { titel: 'Wachten tussen twee gemeenten', omschrijving: 'Twee gemeenten wijzen naar elkaar.' };

/** One simulated patroon: acts of persons and a clock that wakes at every milestone. */
export class Patroonzaak {
  readonly gebeurtenissen: Patroongebeurtenis[] = [];
  staat: Patroonstaat | null = null;
  readonly kader = { kalender: KALENDER, beleid: { versie: 1 }, personen: PERSONEN };
  #opdrachten = 0;

  static geopend(op: Tijdstip, organisatie: string | null = null): Patroonzaak {
    const zaak = new Patroonzaak();
    zaak.doe(op, 'landelijk', { soort: 'patroonOpenen', organisatie, tekst: TITEL });
    return zaak;
  }

  get nu(): Patroonstaat {
    if (this.staat === null) throw new TypeError('Nothing was opened');
    return this.staat;
  }

  /** A person acts; the clock catches up first, as in production. */
  doe(op: Tijdstip, door: string, inhoud: Patrooninhoud): Patroongebeurtenis[] {
    if (this.staat !== null) this.#neem(haalPatroonIn(this.staat, op, this.kader).gebeurtenissen);
    this.#opdrachten += 1;
    const opdracht = { ...inhoud, id: `opdracht-${this.#opdrachten}`, door };
    return this.#neem(beslisPatroon('patroon', this.staat, opdracht, op, this.kader));
  }

  /** The rules refuse with this code, with a reason in words. */
  weigert(op: Tijdstip, door: string, inhoud: Patrooninhoud, code: Foutcode): void {
    assert.throws(
      () => this.doe(op, door, inhoud),
      (fout: unknown) => fout instanceof DomainError && fout.code === code && fout.message.length > 10,
    );
  }

  /** The clock wakes twenty seconds after every milestone due by `tot`. */
  klok(tot: Tijdstip): Patroongebeurtenis[] {
    const vanaf = this.gebeurtenissen.length;
    for (
      let volgende = PATROONAGENDA.volgendeMijlpaal(this.nu);
      volgende !== null && volgende.op <= tot;
      volgende = PATROONAGENDA.volgendeMijlpaal(this.nu)
    )
      this.#neem(haalPatroonIn(this.nu, alsTijdstip(msVan(volgende.op) + 20_000), this.kader).gebeurtenissen);
    return this.gebeurtenissen.slice(vanaf);
  }

  #neem(nieuw: readonly Patroongebeurtenis[]): Patroongebeurtenis[] {
    for (const gebeurtenis of nieuw) this.staat = verwerkPatroon(this.staat, 'patroon', gebeurtenis);
    this.gebeurtenissen.push(...nieuw);
    return [...nieuw];
  }
}
