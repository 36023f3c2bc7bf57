import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import { codebrief } from '#activities/ketenpartners/codebrief.ts';
import { legKlaar } from '#activities/post/brieven.ts';
import { rows, sql } from '#db/sql.ts';
import { inTransaction } from '#db/transaction.ts';
import { DIENST } from '#domain/signaal/opdracht.ts';
import { Postkamer } from '#test/support/postkamer.ts';
import { antwoord, KALENDER, om, verzoekDoen, Zaak } from '#test/support/zaak.ts';

const MAANDAG = om('2027-06-07');
const ADVIES = { verzoeksoort: 'consultatie', organisatie: null, persoon: 'oco', escalatiecontact: false } as const;
const LOKET = 'loket@zk.voorbeeld.nl';
const AFZENDER = { publicUrl: 'https://signaalpunt.example', from: 'Signaalpunt <post@signaalpunt.example>' };

describe('the order of the post to one address', () => {
  let kamer: Postkamer;
  beforeEach(async () => {
    kamer = await Postkamer.open();
  });
  afterEach(() => kamer[Symbol.asyncDispose]());

  it('tells what the clock said at nine before what somebody did at five past, though its digest is later', async () => {
    const zaak = herinnerd();
    zaak.doe(om('2027-06-29', 9, 5), 'oco', antwoord('v', { soort: 'advies' }));
    await kamer.bewaar(zaak, 'S-2027-0001', om('2027-06-29', 9, 6));
    await kamer.bezorg();
    assert.deepEqual((await onderwerpen('coordinator.oost@')).slice(-2), [
      'Herinnering: signaal S-2027-0001 heeft nog geen uitkomst (termijn tot en met maandag 5 juli 2027)',
      'Er is een antwoord op een vraag bij signaal S-2027-0001',
    ]);
  });

  it('keeps the digest whole where that tells nothing first that came later, whatever the clocks say', async () => {
    const zaken = [herinnerd(), herinnerd(), herinnerd()];
    zaken[1]?.doe(om('2027-06-29', 9, 30), 'oco', antwoord('v', { soort: 'advies' }));
    const ander = Zaak.opgepakt(om('2027-09-06'));
    ander.klok(om('2027-09-28', 9, 1));
    await kamer.bewaar(ander, 'S-2027-0004', om('2027-09-28', 10));
    for (const [i, zaak] of zaken.entries()) {
      await kamer.bewaar(zaak, `S-2027-000${i + 1}`, om('2027-06-29', 10));
    }
    await kamer.bezorg();
    assert.deepEqual(await gelezen(), [
      'Herinnering: signaal S-2027-0004 heeft nog geen uitkomst (termijn tot en met maandag 4 oktober 2027)',
      'Uw overzicht van dinsdag 29 juni 2027: 3 signalen',
      'Er is een antwoord op een vraag bij signaal S-2027-0002',
    ]);
  });

  it('takes a signaal out of the digest when something else happened in between', async () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    zaak.klok(om('2027-06-28', 9, 1));
    zaak.doe(om('2027-06-28', 9, 30), 'coordinator.oost', verzoekDoen('v', ADVIES));
    const kalender = { versie: 2, dagen: { ...KALENDER.dagen, '2027-06-30': 'vrij' } };
    zaak.doe(om('2027-06-28', 9, 40), DIENST, { soort: 'kalenderWijzigen', kalender });
    zaak.doe(om('2027-06-28', 9, 50), 'oco', antwoord('v', { soort: 'advies' }));
    zaak.klok(om('2027-06-29', 9, 1));
    await kamer.bewaar(zaak, 'S-2027-0001', om('2027-06-29', 10));
    await kamer.bewaar(herinnerd(), 'S-2027-0002', om('2027-06-29', 10));
    await kamer.bezorg();
    assert.deepEqual(
      (await gelezen()).filter((onderwerp) => onderwerp.includes('S-2027-0001')),
      [
        'De termijn van signaal S-2027-0001 is veranderd',
        'Er is een antwoord op een vraag bij signaal S-2027-0001',
        'Herinnering: signaal S-2027-0001 heeft nog geen uitkomst (termijn tot en met dinsdag 6 juli 2027)',
      ],
    );
  });

  it('keeps it for a deputy, to whom the earlier thing is handed on after the later one was written', async () => {
    await rows(
      kamer.db,
      sql`insert into waarneming (id, afwezige, waarnemer, van, tot)
          values (${randomUUID()}, 'coordinator.oost', 'waarnemer', '2027-06-07', '2027-06-09')`,
    );
    const zaak = Zaak.opgepakt(MAANDAG);
    zaak.doe(om('2027-06-07', 11), 'metgezel', { soort: 'aanvullen', besluit: null, tekst: {} });
    const advies = { verzoeksoort: 'consultatie', organisatie: null, persoon: 'waarnemer' } as const;
    zaak.doe(om('2027-06-07', 11), 'coordinator.oost', verzoekDoen('v', { ...advies, escalatiecontact: false }));
    await kamer.bewaar(zaak, 'S-2027-0001', om('2027-06-07', 12));
    await kamer.bezorg();
    assert.deepEqual(
      (await onderwerpen('waarnemer@')).filter((onderwerp) => !onderwerp.startsWith('U neemt waar')),
      ['De melder heeft signaal S-2027-0001 aangevuld', 'Wilt u advies geven bij signaal S-2027-0001?'],
    );
  });

  it('brings a code after the question that was asked before it, also when the worker makes that mail later', async () => {
    const zaak = Zaak.opgepakt(MAANDAG);
    zaak.doe(MAANDAG, 'coordinator.oost', verzoekDoen('v'));
    await kamer.bewaar(zaak, 'S-2027-0001', MAANDAG);
    const code = { adres: LOKET, brief: codebrief('123456'), sleutel: `code-${randomUUID()}`, op: MAANDAG };
    await inTransaction(kamer.orm, (db) => legKlaar(db, AFZENDER, code));
    await kamer.bezorg();
    const gekregen = await onderwerpen(LOKET);
    assert.equal(gekregen.length, 2);
    assert.match(gekregen[0] ?? '', /vraag/);
    assert.equal(gekregen[1], 'Uw code voor Metgezel');
  });

  it('waits with a code for the post that is being made for the same address', async () => {
    const code = { adres: LOKET, brief: codebrief('123456'), sleutel: `code-${randomUUID()}`, op: MAANDAG };
    let klaar: Promise<void> | undefined;
    await inTransaction(kamer.orm, async (db) => {
      await rows(db, sql`select pg_advisory_xact_lock(hashtextextended(${`post ${LOKET}`}, 0))`);
      klaar = inTransaction(kamer.orm, (ander) => legKlaar(ander, AFZENDER, code));
      while ((await wachtend()) === 0) await new Promise((door) => setImmediate(door));
      await rows(
        db,
        sql`insert into zending (adres, soort, onderwerp, inhoud, html, message_id, op)
            values (${LOKET}, 'direct', 'Een vraag', '', '', '<vraag@signaalpunt.example>', ${MAANDAG})`,
      );
    });
    await klaar;
    await kamer.bezorg();
    assert.deepEqual(await onderwerpen(LOKET), ['Een vraag', 'Uw code voor Metgezel']);
  });

  /** What coordinator.oost was told, without what only asked to pick up. */
  async function gelezen(): Promise<string[]> {
    return (await onderwerpen('coordinator.oost@')).filter((onderwerp) => !onderwerp.includes('wacht op een'));
  }

  /** How many wait for a lock of this database that another holds. */
  async function wachtend(): Promise<number> {
    const wie = await rows(
      kamer.db,
      sql`select from pg_locks where locktype = 'advisory' and not granted
             and database = (select oid from pg_database where datname = current_database())`,
    );
    return wie.length;
  }

  async function onderwerpen(aan: string): Promise<string[]> {
    return (await kamer.mails())
      .filter(({ to }) => to.some((adres) => adres.startsWith(aan)))
      .map(({ subject }) => subject);
  }
});

/** In the hands of coordinator.oost since 7 June, and reminded on 29 June at nine. A colleague is asked for advice on 28 June. */
function herinnerd(): Zaak {
  const zaak = Zaak.opgepakt(MAANDAG);
  zaak.klok(om('2027-06-28', 9, 1));
  zaak.doe(om('2027-06-28'), 'coordinator.oost', verzoekDoen('v', ADVIES));
  zaak.klok(om('2027-06-29', 9, 1));
  return zaak;
}
