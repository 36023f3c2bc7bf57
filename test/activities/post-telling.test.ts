import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import { rows, sql } from '#db/sql.ts';
import { contactVan } from '#domain/signaal/opdracht.ts';
import { type Datum, plusDagen } from '#domain/tijd/amsterdam.ts';
import { isWerkdag, laatsteWerkdagVoor, plusWerkdagen } from '#domain/tijd/werkdagen.ts';
import { Postkamer } from '#test/support/postkamer.ts';
import { antwoord, KALENDER, om, PERSONEN, verzoekDoen, Zaak } from '#test/support/zaak.ts';

/** The first of two ordinary weeks; the second is the one in which the coordinator may be away. */
const MAANDAG = '2027-09-06';
const COORDINATOR = 'coordinator.oost';

/**
 * A region as full as it gets: one coordinator has 40 open signalen, two more come in every working day and are shared with a colleague,
 * every third has a question out to a ketenpartner, filers add things, and the coordinator finishes two a day, some only after their reminder.
 */
class Regio {
  readonly zaken = new Map<string, Zaak>();
  readonly #kamer: Postkamer;
  #teller = 0;
  #dag = 0;

  constructor(kamer: Postkamer) {
    this.#kamer = kamer;
  }

  /** 40 in hand, of which two began on each of the last 20 working days. */
  async vul(maandag: Datum): Promise<void> {
    let datum = laatsteWerkdagVoor(maandag, KALENDER);
    for (let i = 0; i < 20; i += 1, datum = laatsteWerkdagVoor(datum, KALENDER)) {
      for (const uur of [10, 14]) this.#nieuw(datum, uur, COORDINATOR);
    }
    for (const zaak of this.zaken.values()) zaak.klok(om(maandag, 0));
    await this.#bewaar(om(maandag, 0));
    await rows(this.#kamer.db, sql`update bericht set status = 'vervallen'`);
  }

  /** One day: the digest, acts of everybody, and the mail of the day. `wie` does the work. */
  async dag(datum: Datum, wie: string): Promise<void> {
    this.#dag += 1;
    for (const zaak of this.zaken.values()) zaak.klok(om(datum, 9, 10));
    await this.#lever(datum, 9, 1);
    await this.#lever(datum, 9, 16);
    if (isWerkdag(datum, KALENDER)) {
      for (const uur of [10, 14]) {
        const zaak = Zaak.ingediend(om(datum, uur), { wens: 'hulp', motief: 'geen_reactie' });
        this.#bij(zaak);
        await this.#lever(datum, uur, 1);
        zaak.doe(om(datum, uur, 30), uur === 10 ? wie : 'coordinator.oost2', { soort: 'oppakken' });
      }
      this.#werk(datum, wie);
    }
    await this.#lever(datum, 16, 30);
  }

  #werk(datum: Datum, wie: string): void {
    const eigen = [...this.zaken.values()].filter(
      ({ nu }) => nu.behandelaar === COORDINATOR && nu.status !== 'afgesloten',
    );
    const oudste = eigen.slice(this.#dag % 2, (this.#dag % 2) + 2);
    for (const zaak of oudste) {
      zaak.doe(om(datum, 15), wie, {
        soort: 'uitkomstMelden',
        uitkomst: 'opgelost',
        systeemreden: null,
        terugkoppeling: true,
        tekst: {},
      });
    }
    const over = eigen.filter((zaak) => !oudste.includes(zaak));
    const gevraagd = over.find((zaak) => zaak.verzoekstatus('v') === 'gesteld');
    gevraagd?.doe(om(datum, 15, 10), contactVan('v'), antwoord('v', { soort: 'opgelost' }));
    over.find((zaak) => zaak.verzoekstatus('v') === undefined)?.doe(om(datum, 15, 20), wie, verzoekDoen('v'));
    over.at(-1)?.doe(om(datum, 15, 30), 'metgezel', { soort: 'aanvullen', besluit: null, tekst: {} });
  }

  #nieuw(datum: Datum, uur: number, wie: string): void {
    const zaak = Zaak.ingediend(om(datum, uur), { wens: 'hulp', motief: 'geen_reactie' });
    zaak.doe(om(datum, uur, 5), wie, { soort: 'oppakken' });
    if (this.#teller % 3 === 0) zaak.doe(om(datum, uur, 10), wie, verzoekDoen('v'));
    this.#bij(zaak);
  }

  #bij(zaak: Zaak): void {
    this.#teller += 1;
    this.zaken.set(`S-2027-${String(this.#teller).padStart(4, '0')}`, zaak);
  }

  async #lever(datum: Datum, uur: number, minuut: number): Promise<void> {
    await this.#bewaar(om(datum, uur, minuut));
    await this.#kamer.bezorg();
    await this.#kamer.bezorg();
  }

  async #bewaar(nu: string): Promise<void> {
    for (const [nummer, zaak] of this.zaken) await this.#kamer.bewaar(zaak, nummer, nu);
  }
}

describe('how much post there is', () => {
  let kamer: Postkamer;
  beforeEach(async () => {
    kamer = await Postkamer.open();
  });
  afterEach(() => kamer[Symbol.asyncDispose]());

  it('a coordinator with 40 open signalen gets at most 8 lines a day in an ordinary week', async function () {
    const regio = new Regio(kamer);
    await regio.vul(MAANDAG);
    for (let i = 0; i < 10; i += 1)
      await regio.dag(plusWerkdagen(plusDagen(MAANDAG, -1), i + 1, KALENDER), COORDINATOR);
    const perDag = await telling();
    assert.equal(perDag.size, 10);
    for (const [datum, { regels, mails: aantal }] of perDag) {
      assert.ok(regels <= 8, `${datum}: ${regels} lines in the digest`);
      assert.ok(aantal <= 6, `${datum}: ${aantal} mails`);
    }
    assert.ok(
      [...perDag.values()].some(({ regels }) => regels >= 4),
      'an ordinary week has something to tell',
    );
  });

  it('and one mail of at most 30 lines on the Monday after a week away, with nothing before it', async function () {
    await rows(
      kamer.db,
      sql`insert into waarneming (id, afwezige, waarnemer, van, tot)
          values (${randomUUID()}, ${COORDINATOR}, 'coordinator.oost2', ${MAANDAG}, ${plusDagen(MAANDAG, 4)})`,
    );
    const regio = new Regio(kamer);
    await regio.vul(MAANDAG);
    const { 'coordinator.oost2': waarnemer } = PERSONEN;
    assert.ok(waarnemer);
    const personen = {
      ...PERSONEN,
      'coordinator.oost2': { ...waarnemer, neemtWaar: [{ afwezige: COORDINATOR, regios: [] }] },
    };
    for (const zaak of regio.zaken.values()) zaak.kader = { ...zaak.kader, personen };
    for (let i = 0; i < 5; i += 1) await regio.dag(plusDagen(MAANDAG, i), 'coordinator.oost2');
    assert.deepEqual(await mails(), []);
    await regio.dag(plusDagen(MAANDAG, 7), 'coordinator.oost2');
    const ochtend = (await mails()).filter(({ date }) => (date ?? '') < om(plusDagen(MAANDAG, 7), 9, 30));
    assert.deepEqual(
      ochtend.map(({ subject }) => subject?.replaceAll(/\d+/g, 'n')),
      ['Welkom terug: n signalen zijn verder gegaan'],
    );
    const aantal = (ochtend[0]?.text.match(/^S-2027-\d{4}$/gm) ?? []).length;
    assert.ok(aantal >= 10 && aantal <= 30, `${aantal} lines`);
  });

  async function mails() {
    return (await kamer.mails()).filter(({ to }) => to.includes(`${COORDINATOR}@voorbeeld.nl`));
  }

  /** Per day the lines of the digest, and how many mails came with it. */
  async function telling(): Promise<Map<string, { regels: number; mails: number }>> {
    const perDag = new Map<string, { regels: number; mails: number }>();
    for (const { date, text } of await mails()) {
      const dag = (date ?? '').slice(0, 10);
      const { regels, mails: aantal } = perDag.get(dag) ?? { regels: 0, mails: 0 };
      perDag.set(dag, { regels: regels + (text.match(/^S-2027-\d{4}$/gm) ?? []).length, mails: aantal + 1 });
    }
    return perDag;
  }
});
