import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import { createVoorkeuren } from '#activities/gebruikers/voorkeuren.ts';
import { draagOver } from '#activities/post/overnemen.ts';
import { text } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';
import { contactVan } from '#domain/signaal/opdracht.ts';
import { type Datum, plusDagen, type Tijdstip } from '#domain/tijd/amsterdam.ts';
import { gesteldeVragen } from '#test/support/gestelde-vragen.ts';
import { Postkamer } from '#test/support/postkamer.ts';
import { antwoord, om, verzoekDoen, Zaak } from '#test/support/zaak.ts';

/** Monday. */
const MAANDAG = '2027-06-07';
const NUMMER = 'S-2027-0001';

describe('post within working hours', () => {
  let kamer: Postkamer;
  beforeEach(async () => {
    kamer = await Postkamer.open();
  });
  afterEach(() => kamer[Symbol.asyncDispose]());

  it('waits in the evening until work starts, by the hours of that person', async () => {
    await createVoorkeuren(kamer.database).zetWerktijden('coordinator.oost', { 2: { van: '07:30', tot: '12:00' } });
    const zaak = Zaak.opgepakt(om(MAANDAG));
    zaak.doe(om(MAANDAG, 18), 'metgezel', { soort: 'aanvullen', besluit: null, tekst: {} });
    await lever(zaak, om(MAANDAG, 18, 1));
    assert.deepEqual(await aan('coordinator.oost@', 'aangevuld'), []);
    await lever(zaak, om('2027-06-08', 7, 29));
    assert.deepEqual(await aan('coordinator.oost@', 'aangevuld'), []);
    await lever(zaak, om('2027-06-08', 7, 31));
    assert.equal((await aan('coordinator.oost@', 'aangevuld')).length, 1);
  });

  it('sends what gathered outside working hours as one mail, but a receipt of an own act at once', async () => {
    const zaken = ['S-2027-0001', 'S-2027-0002'].map((nummer) => {
      const zaak = Zaak.ingediend(om('2027-06-05', 20), { wens: 'hulp', motief: 'geen_reactie' });
      zaak.doe(om('2027-06-05', 21), 'coordinator.oost', { soort: 'oppakken' });
      return { nummer, zaak };
    });
    for (const { nummer, zaak } of zaken) await kamer.bewaar(zaak, nummer, om('2027-06-05', 21, 1));
    await kamer.bezorg();
    assert.equal((await aan('metgezel@', 'ontvangen')).length, 2);
    assert.equal((await aan('metgezel@')).length, 2);
    for (const { nummer, zaak } of zaken) await kamer.bewaar(zaak, nummer, om(MAANDAG, 9, 1));
    await kamer.bezorg();
    assert.equal((await aan('metgezel@')).at(-1)?.subject, 'Uw overzicht van maandag 7 juni 2027: 2 signalen');
  });

  it('sends the digest 15 minutes after the start of the own day', async () => {
    await createVoorkeuren(kamer.database).zetWerktijden('coordinator.oost', {
      4: { van: '13:00', tot: '17:00' },
      5: { van: '13:00', tot: '17:00' },
    });
    const zaak = Zaak.opgepakt(om('2027-05-20'));
    const herinnering = zaak.klok(om('2027-06-11', 9, 1)).filter(({ soort }) => soort === 'herinnerd');
    assert.equal(herinnering.length, 1);
    await lever(zaak, om('2027-06-11', 13, 14));
    assert.equal((await aan('coordinator.oost@', 'Herinnering')).length, 0);
    await lever(zaak, om('2027-06-11', 13, 16));
    assert.equal((await aan('coordinator.oost@', 'Herinnering')).length, 1);
  });

  it('brings spoed to the colleague of the region who starts earlier, and to the behandelaar at the start of the own day', async () => {
    await createVoorkeuren(kamer.database).zetWerktijden('coordinator.oost', { 3: { van: '13:00', tot: '17:00' } });
    await createVoorkeuren(kamer.database).zetWerktijden('coordinator.oost2', { 2: { van: '08:00', tot: '17:00' } });
    const zaak = Zaak.ingediend(om(MAANDAG), { wens: 'hulp', urgentie: 'spoed', tekst: { spoed: 'Nu.' } });
    zaak.doe(om(MAANDAG), 'coordinator.oost', { soort: 'oppakken' });
    zaak.doe(om(MAANDAG, 20), 'metgezel', { soort: 'aanvullen', besluit: null, tekst: {} });
    await lever(zaak, om(MAANDAG, 20, 1));
    assert.deepEqual(await aan('coordinator.oost', 'aangevuld'), []);
    await lever(zaak, om('2027-06-08', 8, 1));
    const [vroeg] = await aan('coordinator.oost2@', 'aangevuld');
    assert.match(vroeg?.text ?? '', /Deze mail is voor Naam van coordinator\.oost, die er nu niet is\./);
    await lever(zaak, om('2027-06-09', 13, 1));
    assert.equal((await aan('coordinator.oost@', 'aangevuld')).length, 1);
  });

  describe('while somebody is away', () => {
    it('direct mails go to the deputy, who gets the list of what runs at the start', async () => {
      await afwezig('coordinator.oost', 'waarnemer', MAANDAG, 4);
      const zaak = Zaak.opgepakt(om('2027-06-01'));
      await lever(zaak, om(MAANDAG, 9, 14));
      assert.deepEqual(await aan('waarnemer@'), []);
      await lever(zaak, om(MAANDAG, 9, 16));
      const [lijst] = await aan('waarnemer@');
      assert.equal(lijst?.subject, 'U neemt waar voor Naam van coordinator.oost: één signaal loopt');
      assert.match(lijst.text, /S-2027-0001\n {2}Het signaal ligt bij de regio en wordt behandeld\./);
      zaak.doe(om('2027-06-08', 10), 'metgezel', { soort: 'aanvullen', besluit: null, tekst: {} });
      await lever(zaak, om('2027-06-08', 10, 1));
      const [mail] = await aan('waarnemer@', 'aangevuld');
      assert.match(
        mail?.text ?? '',
        /U krijgt deze mail namens Naam van coordinator\.oost, die dit signaal behandelt\./,
      );
      assert.deepEqual(await aan('coordinator.oost@', 'aangevuld'), []);
      assert.equal((await aan('waarnemer@', 'U neemt waar')).length, 1, 'once');
    });

    it('what waits for one is handed on also when that fails for another, whoever that is', async () => {
      await afwezig('coordinator.oost', 'waarnemer', MAANDAG, 4);
      await afwezig('metgezel', 'metgezel.ander', MAANDAG, 4);
      await rows(kamer.db, sql`create table struikelaar as select '' as wie`);
      await rows(kamer.db, sql`grant select on struikelaar to public`);
      await rows(
        kamer.db,
        sql`create function struikel() returns trigger language plpgsql as
            $$ begin if new.gebruiker = (select wie from struikelaar) then raise 'stumbles'; end if; return new; end $$`,
      );
      await rows(
        kamer.db,
        sql`create trigger struikel before update on bericht for each row execute function struikel()`,
      );
      for (const [i, wie] of ['coordinator.oost', 'metgezel'].entries()) {
        const ander = wie === 'metgezel' ? 'coordinator.oost' : 'metgezel';
        const zaak = Zaak.opgepakt(om('2027-06-01'));
        zaak.doe(om('2027-06-08', 10), 'metgezel', { soort: 'aanvullen', besluit: null, tekst: {} });
        await kamer.bewaar(zaak, `S-2027-000${i + 1}`, om('2027-06-08', 10, 1));
        await rows(kamer.db, sql`update struikelaar set wie = ${wie}`);
        await assert.rejects(draagOver(kamer.database));
        await rows(kamer.db, sql`update struikelaar set wie = ''`);
        assert.deepEqual(await nogTeDoen(), [wie], `${ander} was handed on`);
        await draagOver(kamer.database);
        assert.deepEqual(await nogTeDoen(), []);
      }

      async function nogTeDoen(): Promise<string[]> {
        const wie = await rows(
          kamer.db,
          sql`select distinct b.gebruiker as wie from bericht b join stroom s on s.id = b.stroom
               where b.gebruiker in ('coordinator.oost', 'metgezel') and b.status = 'wacht'
                 and b.niet_voor <= clock_timestamp() + s.klokverschil_ms * interval '1 millisecond'`,
          { wie: text },
        );
        return wie.map((een) => een.wie);
      }
    });

    it('what waits is handed on with as many queries for one as for twenty signalen', async () => {
      await afwezig('coordinator.oost', 'waarnemer', MAANDAG, 4);
      const telVoor = async (nummers: readonly string[]): Promise<number> => {
        for (const nummer of nummers) {
          const zaak = Zaak.opgepakt(om('2027-06-01'));
          zaak.doe(om('2027-06-08', 10), 'metgezel', { soort: 'aanvullen', besluit: null, tekst: {} });
          await kamer.bewaar(zaak, nummer, om('2027-06-08', 10, 1));
        }
        return (await gesteldeVragen(() => draagOver(kamer.database))).length;
      };
      const een = await telVoor([NUMMER]);
      await kamer.bezorg();
      const reeks = Array.from({ length: 20 }, (_leeg, i) => `S-2027-01${String(i).padStart(2, '0')}`);
      assert.equal(await telVoor(reeks), een);
      await kamer.bezorg();
      assert.equal((await aan('waarnemer@', 'aangevuld')).length, 21);
    });

    it('names who deputises as whom to call, and brings replies there, unless that is somebody whom it concerns', async () => {
      for (const [i, [waarnemer, dan]] of (
        [
          ['waarnemer', 'waarnemer'],
          ['coordinator.linde', 'coordinator.oost'],
        ] as const
      ).entries()) {
        await afwezig('coordinator.oost', waarnemer, i === 0 ? MAANDAG : '2027-06-14', 4);
        const dag = i === 0 ? '2027-06-08' : '2027-06-15';
        const zaak = Zaak.opgepakt(om('2027-06-01'), { organisatie: 'LINDE' });
        zaak.doe(om('2027-06-02'), 'coordinator.oost', verzoekDoen('v'));
        await kamer.bewaar(zaak, `S-2027-000${i}`, om('2027-06-02', 10, 1));
        await kamer.bezorg();
        zaak.doe(om(dag, 10), contactVan('v'), antwoord('v', { soort: 'opgelost' }));
        await kamer.bewaar(zaak, `S-2027-000${i}`, om(dag, 10, 1));
        await kamer.bezorg();
        const mails = [
          ...(await aan('metgezel@', `Er is nieuws over uw signaal S-2027-000${i}`)),
          ...(await aan('loket@zk', `ontvangen op dinsdag ${i === 0 ? 8 : 15} juni 2027 (signaal S-2027-000${i})`)),
        ];
        assert.equal(mails.length, 2);
        for (const { text, headers } of mails) {
          assert.match(text, new RegExp(`: Naam van ${dan.replace('.', '\\.')}\\nTelefoon: 06`));
          const antwoordAan = headers.find(({ name }) => name === 'reply-to')?.value;
          assert.ok(antwoordAan?.endsWith(`<${dan}@voorbeeld.nl>`), antwoordAan);
        }
      }
    });

    it('says to who reads for another that nothing is asked any more whom that is about', async () => {
      await afwezig('coordinator.oost', 'waarnemer', MAANDAG, 4);
      const zaak = Zaak.opgepakt(om('2027-06-01'));
      zaak.doe(om('2027-06-08', 10), 'metgezel', { soort: 'intrekken' });
      await lever(zaak, om('2027-06-08', 10, 1));
      const [mail] = await aan('waarnemer@', 'is ingetrokken');
      assert.match(
        mail?.text ?? '',
        /die er nu niet is\. Wat hieronder over u staat, gaat over Naam van coordinator\.oost\./,
      );
      assert.doesNotMatch(mail?.text ?? '', /Wilt u zorgen dat het gebeurt/);
    });

    it('brings what happened in one mail at the first digest after it', async () => {
      await afwezig('coordinator.oost', 'waarnemer', MAANDAG, 4);
      const zaak = Zaak.opgepakt(om('2027-06-01'));
      zaak.doe(om('2027-06-08', 10), 'metgezel', { soort: 'aanvullen', besluit: null, tekst: {} });
      await lever(zaak, om('2027-06-08', 10, 1));
      zaak.doe(om('2027-06-09', 10), 'waarnemer', {
        soort: 'uitkomstMelden',
        uitkomst: 'opgelost',
        systeemreden: null,
        terugkoppeling: true,
        tekst: {},
      });
      zaak.doe(om('2027-06-12', 11), 'metgezel', { soort: 'ervaringMelden', ervaring: 'helpt_niet', tekst: {} });
      await lever(zaak, om('2027-06-14', 9, 1));
      assert.deepEqual(
        (await aan('coordinator.oost@'))
          .filter(({ date }) => (date ?? '') > om(MAANDAG, 0))
          .map(({ subject }) => subject),
        [],
      );
      await lever(zaak, om('2027-06-14', 9, 16));
      const mails = (await aan('coordinator.oost@')).filter(({ date }) => (date ?? '') > om(MAANDAG, 0));
      assert.deepEqual(
        mails.map(({ subject }) => subject),
        ['Welkom terug: één signaal is verder gegaan'],
      );
      const [{ text } = { text: '' }] = mails;
      assert.match(text, /Naam van waarnemer werkten eraan\./);
      assert.match(text, /weer open/);
    });

    it('nobody is written to about days that were called off before they began', async () => {
      await afwezig('coordinator.oost', 'waarnemer', MAANDAG, -1);
      const zaak = Zaak.opgepakt(om('2027-06-01'));
      await lever(zaak, om(MAANDAG, 9, 16));
      zaak.doe(om('2027-06-08', 10), 'metgezel', { soort: 'aanvullen', besluit: null, tekst: {} });
      await lever(zaak, om('2027-06-08', 10, 1));
      assert.deepEqual(await wieKreeg('aangevuld'), ['coordinator.oost@voorbeeld.nl']);
      zaak.doe(om('2027-06-09', 10), 'coordinator.oost2', {
        soort: 'indelingWijzigen',
        indeling: { doelgroepen: ['ASS'] },
      });
      await lever(zaak, om('2027-06-10', 9, 16));
      assert.deepEqual([...(await wieKreeg('Welkom terug')), ...(await wieKreeg('U neemt waar'))], []);
    });

    it('days that were called off bring nobody back sooner', async () => {
      await afwezig('metgezel', 'metgezel.ander', MAANDAG, 4);
      await afwezig('metgezel', 'metgezel.ander', '2027-06-09', -1);
      const zaak = Zaak.ingediend(om('2027-06-04'), { wens: 'hulp', motief: 'geen_reactie' });
      zaak.doe(om(MAANDAG, 10), 'coordinator.oost', { soort: 'oppakken' });
      await lever(zaak, om(MAANDAG, 10, 1));
      const wacht = await rows(
        kamer.db,
        sql`select distinct tijdstip(niet_voor) as op from bericht where gebruiker = 'metgezel' and status = 'wacht'`,
        { op: text },
      );
      assert.deepEqual(wacht, [{ op: om('2027-06-14', 9, 15) }]);
    });

    it('brings what only the clock or a party did too', async () => {
      await afwezig('coordinator.oost', 'waarnemer', MAANDAG, 4);
      const zaak = Zaak.opgepakt(om('2027-06-01'));
      zaak.doe(om('2027-06-01', 11), 'coordinator.oost', verzoekDoen('v'));
      zaak.doe(om('2027-06-08', 10), contactVan('v'), antwoord('v', { soort: 'opgelost' }));
      await lever(zaak, om('2027-06-08', 10, 1));
      assert.equal((await aan('waarnemer@', 'Er is een antwoord')).length, 1);
      await lever(zaak, om('2027-06-14', 9, 16));
      assert.match((await aan('coordinator.oost@', 'Welkom terug'))[0]?.text ?? '', /S-2027-0001/);
    });

    it('a coordinator: the deputy gets what is new in the region, as far as a deputy may read it', async () => {
      await afwezig('coordinator.oost', 'landelijk', MAANDAG, 4);
      const zaak = Zaak.ingediend(om('2027-06-08', 10), { wens: 'hulp', motief: 'geen_reactie' });
      await lever(zaak, om('2027-06-08', 10, 1));
      const [mail, ...meer] = (await aan('landelijk@')).filter(({ subject }) => (subject ?? '').includes(NUMMER));
      assert.deepEqual(meer, []);
      assert.match(mail?.text ?? '', /namens Naam van coordinator\.oost|voor Naam van coordinator\.oost/);
      assert.deepEqual(await aan('coordinator.oost@'), []);
    });

    it('a coordinator: so does a deputy who coordinates another region', async () => {
      await afwezig('coordinator.oost', 'coordinator.west', MAANDAG, 4);
      const zaak = Zaak.ingediend(om('2027-06-08', 10), { wens: 'hulp', motief: 'geen_reactie' });
      await lever(zaak, om('2027-06-08', 10, 1));
      const [mail] = (await aan('coordinator.west@')).filter(({ subject }) => (subject ?? '').includes(NUMMER));
      assert.match(mail?.text ?? '', /voor Naam van coordinator\.oost/);
    });

    it('without a deputy who is there the others of the region get it, and without them landelijk', async () => {
      await afwezig('coordinator.oost', 'waarnemer', MAANDAG, 4);
      await afwezig('waarnemer', 'coordinator.west', MAANDAG, 4);
      const zaak = Zaak.opgepakt(om('2027-06-01'));
      zaak.doe(om('2027-06-08', 10), 'metgezel', { soort: 'aanvullen', besluit: null, tekst: {} });
      await lever(zaak, om('2027-06-08', 10, 1));
      assert.deepEqual(await wieKreeg('aangevuld'), [
        'coordinator.linde@voorbeeld.nl',
        'coordinator.oost2@voorbeeld.nl',
      ]);
    });

    it('a metgezel: the coordinators of the region get what cannot wait, and the metgezel the rest after coming back', async () => {
      await afwezig('metgezel', 'metgezel.ander', MAANDAG, 4);
      const zaak = Zaak.ingediend(om('2027-06-04'), { wens: 'hulp', motief: 'geen_reactie' });
      zaak.doe(om('2027-06-08', 10), 'coordinator.oost', { soort: 'oppakken' });
      zaak.doe(
        om('2027-06-08', 11),
        'coordinator.oost',
        verzoekDoen('n', { verzoeksoort: 'navraag', organisatie: null }),
      );
      await lever(zaak, om('2027-06-08', 11, 1));
      assert.deepEqual(await wieKreeg('heeft een vraag aan u'), [
        'coordinator.linde@voorbeeld.nl',
        'coordinator.oost2@voorbeeld.nl',
        'coordinator.oost@voorbeeld.nl',
      ]);
      assert.deepEqual(await wieKreeg('is opgepakt'), []);
      await lever(zaak, om('2027-06-14', 9, 16));
      assert.deepEqual(await wieKreeg('Welkom terug'), ['metgezel@voorbeeld.nl']);
      assert.match((await aan('metgezel@', 'Welkom terug'))[0]?.text ?? '', /gaat met uw signaal aan de slag/);
    });
  });

  it('unsubscribes from information alone, with one click, and says how on such mails only', async () => {
    await rows(kamer.db, sql`insert into afmelding values ('metgezel', 'opgepakt'), ('metgezel', 'teruggekoppeld')`);
    const zaak = Zaak.opgepakt(om(MAANDAG));
    zaak.doe(om(MAANDAG, 11), 'coordinator.oost', {
      soort: 'uitkomstMelden',
      uitkomst: 'opgelost',
      systeemreden: null,
      terugkoppeling: true,
      tekst: {},
    });
    await lever(zaak, om(MAANDAG, 11, 1));
    const mails = await aan('metgezel@');
    assert.deepEqual(mails.map(({ subject }) => subject).toSorted(), [
      'Er is een antwoord op signaal S-2027-0001',
      'Wij hebben signaal S-2027-0001 ontvangen op maandag 7 juni 2027',
    ]);
    const koppen = mails.map(({ subject, headers }) => [
      subject?.includes('ontvangen'),
      headers.find(({ name }) => name === 'list-unsubscribe')?.value,
      headers.find(({ name }) => name === 'list-unsubscribe-post')?.value,
    ]);
    for (const [isOntvangst, adres, klik] of koppen) {
      assert.equal(klik, isOntvangst === true ? 'List-Unsubscribe=One-Click' : undefined);
      if (isOntvangst === true)
        assert.match(String(adres), /^<https:\/\/signaalpunt\.example\/afmelden\/[\w-]+\.[\w-]{43}>$/);
      else assert.equal(adres, undefined);
    }
  });

  describe('to a party', () => {
    it('goes at once with a link of its own, and the answer is confirmed', async () => {
      const zaak = Zaak.opgepakt(om(MAANDAG));
      zaak.doe(om(MAANDAG, 18), 'coordinator.oost', verzoekDoen('v'));
      await lever(zaak, om(MAANDAG, 18, 1));
      const [mail] = await aan('loket@zk');
      assert.equal(mail?.subject, 'Een vraag van Metgezel (signaal S-2027-0001)');
      assert.match(mail.text, /Beste Sanne Bos,/);
      assert.match(mail.text, /\nhttps:\/\/signaalpunt\.example\/verzoek\/[\w-]{43}\n/);
      assert.match(mail.text, /Uw contact bij Metgezel: Naam van coordinator\.oost\nTelefoon: 06/);
      zaak.doe(om('2027-06-08', 9), contactVan('v'), antwoord('v', { soort: 'opgelost' }));
      await lever(zaak, om('2027-06-08', 9, 1));
      assert.equal((await aan('loket@zk', 'Wij hebben uw antwoord ontvangen')).length, 1);
    });

    it('says to whoever had the question before that no answer is needed: who had it before it moved, and the desk below', async () => {
      const zaak = Zaak.opgepakt(om(MAANDAG));
      zaak.doe(om(MAANDAG, 11), 'coordinator.oost', verzoekDoen('v'));
      await lever(zaak, om(MAANDAG, 11, 1));
      await rows(kamer.db, sql`update loket set email = 'ander@zk.voorbeeld.nl' where organisatie = 'ZK'`);
      zaak.doe(om(MAANDAG, 12), 'coordinator.oost', { soort: 'verzoekVerleggen', verzoek: 'v' });
      await lever(zaak, om(MAANDAG, 12, 1));
      const onderwerpen = async (adres: string): Promise<string[]> =>
        (await aan(adres)).map(({ subject }) => subject.replace(/ \(?(?:signaal|bij) .*/, ''));
      assert.deepEqual(await onderwerpen('loket@zk'), ['Een vraag van Metgezel', 'U hoeft niet meer te antwoorden']);
      assert.deepEqual(await onderwerpen('ander@zk'), ['Een vraag van Metgezel']);
      zaak.klok(om('2027-06-22', 9, 1));
      await lever(zaak, om('2027-06-22', 9, 16));
      assert.equal((await onderwerpen('wim@zk')).at(-1), 'Uw organisatie heeft nog niet geantwoord');
      zaak.doe(om('2027-06-22', 12), 'coordinator.oost', { soort: 'verzoekIntrekken', verzoek: 'v' });
      await lever(zaak, om('2027-06-22', 12, 1));
      for (const adres of ['wim@zk', 'ander@zk'])
        assert.equal((await onderwerpen(adres)).at(-1), 'U hoeft niet meer te antwoorden', adres);
      assert.equal((await onderwerpen('loket@zk')).length, 2, 'that was told before');
    });

    it('asks nobody with whom the question is not any more when the mail leaves', async () => {
      const zaak = Zaak.opgepakt(om(MAANDAG));
      zaak.doe(om(MAANDAG, 11), 'coordinator.oost', verzoekDoen('v'));
      await lever(zaak, om(MAANDAG, 11, 1));
      zaak.klok(om('2027-06-14', 9, 1));
      await kamer.bewaar(zaak, NUMMER, om('2027-06-14', 9, 2));
      await rows(kamer.db, sql`update loket set email = 'ander@zk.voorbeeld.nl' where organisatie = 'ZK'`);
      zaak.doe(om('2027-06-14', 9, 10), 'coordinator.oost', { soort: 'verzoekVerleggen', verzoek: 'v' });
      await lever(zaak, om('2027-06-14', 9, 16));
      assert.deepEqual((await aan('loket@zk', 'Herinnering')).length, 0);
      assert.equal((await aan('loket@zk', 'niet meer te antwoorden')).length, 1);
    });

    it('has one mail a day with the reminders of all its questions, each with its link', async () => {
      const zaken = [Zaak.opgepakt(om(MAANDAG)), Zaak.opgepakt(om(MAANDAG))];
      for (const [i, zaak] of zaken.entries()) {
        zaak.doe(om(MAANDAG, 11), 'coordinator.oost', verzoekDoen(`v${i}`));
        zaak.klok(om('2027-06-14', 9, 1));
      }
      await kamer.bewaar(zaken[0] as Zaak, NUMMER, om('2027-06-14', 9, 14));
      await kamer.bewaar(zaken[1] as Zaak, 'S-2027-0002', om('2027-06-14', 9, 14));
      await kamer.bezorg();
      await kamer.bewaar(zaken[0] as Zaak, NUMMER, om('2027-06-14', 9, 16));
      await kamer.bewaar(zaken[1] as Zaak, 'S-2027-0002', om('2027-06-14', 9, 16));
      await kamer.bezorg();
      const [mail, ...rest] = (await aan('loket@zk')).filter(({ subject }) => !subject?.startsWith('Een vraag'));
      assert.deepEqual(rest, []);
      assert.equal(mail?.subject, 'Uw overzicht van maandag 14 juni 2027: 2 vragen van Metgezel');
      assert.equal(new Set(mail.text.match(/\/verzoek\/[\w-]{43}/g)).size, 2);
      assert.match(
        mail.text,
        /^Beste Sanne Bos,\n\nMetgezel staat gezinnen bij [^]*2 vragen van Metgezel wachten op uw reactie\./,
      );
      assert.match(mail.text, /De link begint met https:\/\/signaalpunt\.example\/ en wij vragen nooit/);
    });
  });

  async function lever(zaak: Zaak, nu: Tijdstip): Promise<void> {
    await kamer.bewaar(zaak, NUMMER, nu);
    await kamer.bezorg();
    await kamer.bezorg();
  }

  async function aan(adres: string, onderwerp = '') {
    return (await kamer.mails()).filter(
      ({ to, subject }) => to.some((een) => een.startsWith(adres)) && (subject ?? '').includes(onderwerp),
    );
  }

  async function wieKreeg(onderwerp: string): Promise<string[]> {
    return (await aan('', onderwerp)).flatMap(({ to }) => to).toSorted();
  }

  async function afwezig(wie: string, waarnemer: string, van: Datum, dagen: number): Promise<void> {
    await rows(
      kamer.db,
      sql`insert into waarneming (id, afwezige, waarnemer, van, tot) values (${randomUUID()}, ${wie}, ${waarnemer}, ${van}, ${plusDagen(van, dagen)})`,
    );
  }
});
