import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import { text } from '#db/columns.ts';
import { leesAgenda } from '#db/queries/agenda.ts';
import { rows, sql } from '#db/sql.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';
import { Postkamer } from '#test/support/postkamer.ts';
import { om, verzoekDoen, Zaak } from '#test/support/zaak.ts';

/** Monday. */
const MAANDAG = '2027-06-07';
const NUMMER = 'S-2027-0001';

describe('post to whoever works for an organisation that a signaal concerns', () => {
  let kamer: Postkamer;
  beforeEach(async () => {
    kamer = await Postkamer.open();
  });
  afterEach(() => kamer[Symbol.asyncDispose]());

  it('that waited lapses once that organisation is asked something', async () => {
    await rows(
      kamer.db,
      sql`insert into loket (organisatie, naam, contactpersoon, email, telefoon)
          values ('LINDE', 'Aanmelding', 'Bo Smit', 'bo@linde.voorbeeld.nl', '038 123 45 04')`,
    );
    const zaak = Zaak.opgepakt(om(MAANDAG));
    zaak.doe(om(MAANDAG, 18), 'coordinator.oost', { soort: 'meedenkerToevoegen', persoon: 'coordinator.linde' });
    await lever(zaak, om(MAANDAG, 18, 1));
    assert.deepEqual(await aan('coordinator.linde@', NUMMER), []);
    zaak.doe(om(MAANDAG, 18, 5), 'coordinator.oost', verzoekDoen('v', { organisatie: 'LINDE' }));
    await lever(zaak, om('2027-06-08', 12));
    assert.deepEqual(await aan('coordinator.linde@', NUMMER), []);
  });

  it('is not in the letter to a deputy', async () => {
    await afwezig('coordinator.oost', 'waarnemer.linde');
    const over = Zaak.opgepakt(om('2027-06-01'), { organisatie: 'LINDE' });
    const vrij = Zaak.opgepakt(om('2027-06-01'));
    await kamer.bewaar(over, NUMMER, om(MAANDAG, 12));
    await kamer.bewaar(vrij, 'S-2027-0002', om(MAANDAG, 12));
    await kamer.bezorg();
    await kamer.bezorg();
    const [brief] = await aan('waarnemer.linde@');
    assert.match(brief?.text ?? '', /S-2027-0002/);
    assert.deepEqual(await aan('waarnemer.linde@', NUMMER), []);
  });

  it('is for landelijk where nobody of the region is free of it', async () => {
    const leeg = Zaak.ingediend(om(MAANDAG, 10), { wens: 'hulp', motief: 'geen_reactie' });
    await lever(leeg, om(MAANDAG, 10, 1));
    assert.ok((await aan('coordinator.oost@', NUMMER)).length > 0);
    assert.deepEqual(await aan('landelijk', NUMMER), []);

    await rows(kamer.db, sql`update gebruiker set organisatie = 'LINDE' where regios @> array['OOST']`);
    const allen = Zaak.ingediend(om(MAANDAG, 11), { wens: 'hulp', motief: 'geen_reactie', organisatie: 'LINDE' });
    await kamer.bewaar(allen, 'S-2027-0002', om(MAANDAG, 11, 1));
    await kamer.bezorg();
    assert.deepEqual(await aan('coordinator', 'S-2027-0002'), []);
    for (const wie of ['landelijk@', 'landelijk2@']) assert.equal((await aan(wie, 'S-2027-0002')).length, 1, wie);
  });

  it('leaves it out of the calendar, but for the terms of what was filed', async () => {
    const zaak = Zaak.opgepakt(om(MAANDAG), { organisatie: 'LINDE' });
    await kamer.bewaar(zaak, NUMMER, om(MAANDAG, 12));
    const agenda = async (wie: string): Promise<string[]> =>
      (await leesAgenda(kamer.db, wie)).map(({ nummer }) => nummer);
    assert.deepEqual(await agenda('coordinator.oost'), [NUMMER]);
    await rows(kamer.db, sql`update gebruiker set organisatie = 'LINDE' where id in ('coordinator.oost', 'metgezel')`);
    assert.deepEqual(await agenda('coordinator.oost'), []);
    assert.deepEqual(await agenda('metgezel'), [NUMMER]);
  });

  it('who filed it still hears what was decided, and not what parties answered', async () => {
    const zaak = Zaak.ingediend(
      om(MAANDAG),
      { wens: 'hulp', motief: 'geen_reactie', organisatie: 'LINDE' },
      {},
      'metgezel.linde',
    );
    zaak.doe(om(MAANDAG), 'coordinator.oost', { soort: 'oppakken' });
    zaak.doe(om(MAANDAG, 10), 'coordinator.oost', verzoekDoen('v'));
    zaak.doe(om(MAANDAG, 11), 'coordinator.oost', {
      soort: 'verzoekBeantwoorden',
      verzoek: 'v',
      antwoord: { soort: 'niet_bevoegd', bevoegd: null },
      tekst: { toelichting: 'Dat is niet aan ons.' },
    });
    zaak.doe(om(MAANDAG, 12), 'coordinator.oost', {
      soort: 'uitkomstMelden',
      uitkomst: 'opgelost',
      systeemreden: null,
      terugkoppeling: true,
      tekst: { toelichting: 'Geregeld.', terugkoppeling: 'Er is een plek.' },
    });
    await lever(zaak, om(MAANDAG, 13));
    const berichten = await rows(
      kamer.db,
      sql`select soort, status from bericht where gebruiker = 'metgezel.linde' order by volgnummer`,
      { soort: text, status: text },
    );
    assert.deepEqual(
      berichten.filter(({ soort }) => soort !== 'opgepakt').map(({ soort, status }) => [soort, status]),
      [
        ['ontvangen', 'gebundeld'],
        ['antwoord', 'vervallen'],
        ['teruggekoppeld', 'gebundeld'],
      ],
    );
  });

  async function lever(zaak: Zaak, nu: Tijdstip): Promise<void> {
    await kamer.bewaar(zaak, NUMMER, nu);
    await kamer.bezorg();
    await kamer.bezorg();
  }

  /** The mails to addresses that begin so, which name that number. */
  async function aan(adres: string, nummer = '') {
    return (await kamer.mails()).filter(
      (mail) => mail.to.some((een) => een.startsWith(adres)) && mail.text.includes(nummer),
    );
  }

  async function afwezig(wie: string, waarnemer: string): Promise<void> {
    await rows(
      kamer.db,
      sql`insert into waarneming (id, afwezige, waarnemer, van, tot)
          values (${randomUUID()}, ${wie}, ${waarnemer}, ${MAANDAG}, '2027-06-11')`,
    );
  }
});
