import assert from 'node:assert/strict';

import { text } from '#db/columns.ts';
import { leesSignaal } from '#db/queries/signaal.ts';
import { rows, sql } from '#db/sql.ts';
import { contactVan, type Opdrachtinhoud } from '#domain/signaal/opdracht.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';
import type { Mail } from '#platform/smtp.ts';
import { Postkamer } from '#test/support/postkamer.ts';
import { antwoord, indiening, verzoekDoen, Zaak } from '#test/support/zaak.ts';

const MAANDAG = '2027-05-10T08:00:00.000Z';

describe('post', () => {
  let kamer: Postkamer;
  beforeEach(async () => {
    kamer = await Postkamer.open();
  });
  afterEach(() => kamer[Symbol.asyncDispose]());

  describe('bundel, direct', () => {
    it('tells the metgezel at once that the signaal is received, dated by the clock of the signaal', async () => {
      await kamer.bewaar(Zaak.ingediend(MAANDAG), 'S-2027-0001', '2027-05-10T08:00:01.000Z');
      assert.equal(await kamer.bezorg(), 1);
      const [mail] = await kamer.mails();
      assert.equal(mail?.subject, 'Wij hebben signaal S-2027-0001 ontvangen op maandag 10 mei 2027');
      assert.deepEqual(mail.to, ['metgezel@voorbeeld.nl']);
      assert.equal(mail.from, 'Signaalpunt <post@signaalpunt.example>');
      assert.match(mail.date ?? '', /^2027-05-10T08:00:0/);
      assert.match(mail.text, /tijd tot en met dinsdag 8 juni 2027/);
      assert.match(mail.text, /https:\/\/signaalpunt\.example\/signalen\/S-2027-0001\n/);
      assert.match(mail.text, /U krijgt deze mail omdat u dit signaal hebt ingediend\./);
      assert.equal(kop(mail, 'auto-submitted'), 'auto-generated');
      assert.equal(kop(mail, 'x-auto-response-suppress'), 'OOF, AutoReply');
      assert.match(kop(mail, 'content-type'), /^multipart\/alternative/);
    });

    it('leads who is asked something to what waits for their answer', async () => {
      const zaak = hulp('2027-05-10T08:00:00.000Z');
      zaak.doe('2027-05-10T09:00:00.000Z', 'coordinator.oost', { soort: 'oppakken' });
      zaak.doe('2027-05-10T09:00:00.000Z', 'coordinator.oost', verzoekDoen('v1', { verzoeksoort: 'navraag' }));
      await kamer.bewaar(zaak, 'S-2027-0001', '2027-05-10T09:00:01.000Z');
      await kamer.bezorg();
      const mail = (await kamer.mails()).find(({ subject }) => subject.includes('een vraag aan u'));
      assert.match(mail?.text ?? '', /https:\/\/signaalpunt\.example\/vragen\?signaal=S-2027-0001#S-2027-0001\n/);
    });

    it('leads a group of which nobody is asked on a page of their own to the signaal, and an expert who is reminded to the question', async () => {
      const zaak = hulp('2027-05-10T08:00:00.000Z');
      zaak.doe('2027-05-10T09:00:00.000Z', 'coordinator.oost', { soort: 'oppakken' });
      zaak.doe('2027-05-10T09:00:00.000Z', 'coordinator.oost', verzoekDoen('v'));
      const advies = {
        verzoeksoort: 'consultatie',
        organisatie: null,
        persoon: 'oco',
        escalatiecontact: false,
      } as const;
      zaak.doe('2027-05-10T09:00:00.000Z', 'coordinator.oost', verzoekDoen('w', advies));
      zaak.doe('2027-05-10T09:10:00.000Z', contactVan('v'), antwoord('v', { soort: 'toegezegd', datum: '2027-05-14' }));
      zaak.doe('2027-05-10T09:20:00.000Z', 'landelijk', { soort: 'vrijgeven' });
      zaak.klok('2027-05-19T07:00:50.000Z');
      await kamer.bewaar(zaak, 'S-2027-0001', '2027-05-19T07:30:00.000Z');
      await kamer.bezorg();
      const mails = await kamer.mails();
      const links = mails
        .flatMap(({ to, text: tekst, subject }) =>
          /Is het gelukt|wilt u antwoorden/.test(`${subject}${tekst}`)
            ? [`${to.join()} ${/signaalpunt\.example(\S*S-2027-0001)\n/.exec(tekst)?.[1] ?? ''}`]
            : [],
        )
        .filter((link) => !link.startsWith('loket'));
      assert.deepEqual([...new Set(links)].toSorted(), [
        'coordinator.linde@voorbeeld.nl /signalen/S-2027-0001',
        'coordinator.oost2@voorbeeld.nl /signalen/S-2027-0001',
        'coordinator.oost@voorbeeld.nl /signalen/S-2027-0001',
        'oco@voorbeeld.nl /vragen?signaal=S-2027-0001#S-2027-0001',
      ]);
    });

    it('says who reads a reply, and brings it there: whoever has the signaal in hand, else who did it', async () => {
      const zaak = hulp('2027-05-10T08:00:00.000Z');
      zaak.doe('2027-05-10T09:00:00.000Z', 'coordinator.oost2', { soort: 'toewijzen', aan: 'coordinator.oost' });
      await kamer.bewaar(zaak, 'S-2027-0001', '2027-05-10T09:00:01.000Z');
      await kamer.bezorg();
      const mails = Object.fromEntries((await kamer.mails()).map((mail) => [mail.subject, mail]));
      const opgepakt = mails['Signaal S-2027-0001 is opgepakt'];
      const toegewezen = mails['Signaal S-2027-0001 is aan u toegewezen'];
      assert.equal(kop(opgepakt, 'reply-to'), '"Naam van coordinator.oost" <coordinator.oost@voorbeeld.nl>');
      assert.match(opgepakt?.text ?? '', /\nAntwoordt u op deze mail\? Dan leest Naam van coordinator\.oost dat\. /);
      assert.match(opgepakt?.html ?? '', /Dan leest Naam van coordinator\.oost dat\./);
      assert.equal(kop(toegewezen, 'reply-to'), '"Naam van coordinator.oost2" <coordinator.oost2@voorbeeld.nl>');
    });

    it('says that nobody reads a reply where nobody does', async () => {
      await kamer.bewaar(Zaak.ingediend(MAANDAG), 'S-2027-0001', '2027-05-10T08:00:01.000Z');
      const zaak = hulp('2027-05-10T08:00:00.000Z');
      zaak.doe('2027-05-10T09:00:00.000Z', 'coordinator.oost2', { soort: 'toewijzen', aan: 'coordinator.oost' });
      await kamer.bewaar(zaak, 'S-2027-0002', '2027-05-10T09:00:01.000Z');
      await rows(kamer.db, sql`update gebruiker set actief_tot = '2026-01-01' where id like 'coordinator%'`);
      await kamer.bezorg();
      const mails = await kamer.mails();
      assert.equal(mails.length, 3);
      for (const mail of mails) {
        assert.equal(kop(mail, 'reply-to'), '');
        assert.match(mail.text, /\nEen antwoord op deze mail leest niemand\.\n/);
        assert.match(mail.html, /Een antwoord op deze mail leest niemand\./);
      }
    });

    it('makes the Message-ID of the bericht and the domain of the sender', async () => {
      await kamer.bewaar(Zaak.ingediend(MAANDAG), 'S-2027-0001', MAANDAG);
      await kamer.bezorg();
      const [bericht] = await rows(kamer.db, sql`select id from bericht`, { id: text });
      assert.equal((await kamer.mails())[0]?.messageId, `<${bericht?.id}@signaalpunt.example>`);
    });

    it('tells the melder who picked it up, with a number to call', async () => {
      const zaak = hulp('2027-05-10T08:00:00.000Z');
      zaak.doe('2027-05-10T09:00:00.000Z', 'coordinator.oost', { soort: 'oppakken' });
      await kamer.bewaar(zaak, 'S-2027-0001', '2027-05-10T09:00:01.000Z');
      await kamer.bezorg();
      const mail = (await kamer.mails()).find(({ subject }) => subject === 'Signaal S-2027-0001 is opgepakt');
      assert.match(mail?.text ?? '', /Behandelaar: Naam van coordinator\.oost\nTelefoon: 06 1234 56\d\d\n/);
      assert.match(mail?.html ?? '', /href="tel:0612345\d{3}"/);
    });

    it('tells the melder once that the same person picked it up, and again when it came to another in between', async () => {
      const zaak = hulp('2027-05-10T08:00:00.000Z');
      const om = (tijd: string): Tijdstip => `2027-05-10T${tijd}:00.000Z`;
      const oppakken = (tijd: string, door: string): unknown => zaak.doe(om(tijd), door, { soort: 'oppakken' });
      const vrijgeven = (tijd: string): unknown => zaak.doe(om(tijd), 'landelijk', { soort: 'vrijgeven' });
      const bezorgd = async (tijd: string): Promise<string[]> => {
        await kamer.bewaar(zaak, 'S-2027-0001', om(tijd));
        await kamer.bezorg();
        const mails = (await kamer.mails()).filter(({ subject }) => subject === 'Signaal S-2027-0001 is opgepakt');
        return mails.map(({ text: tekst }) => /Goed nieuws: Naam van (\S+) gaat/.exec(tekst)?.[1] ?? tekst);
      };
      const [eerst, daarna] = ['coordinator.oost', 'coordinator.oost2'];
      oppakken('08:10', eerst);
      vrijgeven('08:11');
      oppakken('08:12', eerst);
      assert.deepEqual(await bezorgd('08:13'), [eerst], 'both waited: one says it');
      vrijgeven('08:20');
      oppakken('08:21', eerst);
      assert.deepEqual(await bezorgd('08:22'), [eerst], 'the melder knows that');
      zaak.doe(om('08:30'), eerst, { soort: 'toewijzen', aan: daarna });
      zaak.doe(om('08:31'), daarna, { soort: 'toewijzen', aan: eerst });
      assert.deepEqual(await bezorgd('08:32'), [eerst], 'it was with another before anybody could hear of that');
      zaak.doe(om('08:40'), eerst, { soort: 'toewijzen', aan: daarna });
      assert.deepEqual(await bezorgd('08:41'), [eerst, daarna]);
      vrijgeven('08:50');
      assert.deepEqual(await bezorgd('08:51'), [eerst, daarna]);
      oppakken('08:52', eerst);
      assert.deepEqual(await bezorgd('08:53'), [eerst, daarna, eerst]);
    });

    it('tells of who lost it again before the mail left nothing, and then of who has it', async () => {
      const zaak = hulp('2027-05-10T08:00:00.000Z');
      zaak.doe('2027-05-10T08:10:00.000Z', 'coordinator.oost', { soort: 'oppakken' });
      zaak.doe('2027-05-10T08:11:00.000Z', 'landelijk', { soort: 'vrijgeven' });
      await kamer.bewaar(zaak, 'S-2027-0001', '2027-05-10T08:12:00.000Z');
      await kamer.bezorg();
      const onderwerpen = async (): Promise<number> =>
        (await kamer.mails()).filter(({ subject }) => subject.endsWith('is opgepakt')).length;
      assert.equal(await onderwerpen(), 0);
      zaak.doe('2027-05-10T08:20:00.000Z', 'coordinator.oost', { soort: 'oppakken' });
      await kamer.bewaar(zaak, 'S-2027-0001', '2027-05-10T08:21:00.000Z');
      await kamer.bezorg();
      assert.equal(await onderwerpen(), 1, 'that was never told');
    });

    it('says once what came to be the same while it waited, and apart what two people were asked', async () => {
      const zaak = hulp('2027-05-10T08:00:00.000Z');
      const doe = (door: string, daad: Opdrachtinhoud): unknown => zaak.doe('2027-05-10T09:00:00.000Z', door, daad);
      const omhoog: Opdrachtinhoud = { soort: 'escaleren', motief: 'afgewezen', poging: null, tekst: {} };
      const aanvullen: Opdrachtinhoud = { soort: 'aanvullen', besluit: null, tekst: {} };
      doe('coordinator.oost', { soort: 'oppakken' });
      doe('landelijk', omhoog);
      doe('landelijk', { soort: 'terugleggen', aan: 'coordinator.oost', instemming: true, tekst: {} });
      doe('coordinator.oost', omhoog);
      doe('metgezel', aanvullen);
      doe('metgezel', aanvullen);
      for (const id of ['v', 'w']) doe('landelijk', verzoekDoen(id));
      await kamer.bewaar(zaak, 'S-2027-0001', '2027-05-10T09:00:01.000Z');
      await kamer.bezorg();
      const alle = (await kamer.mails()).map(({ to, subject }) => `${subject} → ${to.join()}`);
      const hoeVaak = (wat: string): number => alle.filter((een) => een === wat).length;
      assert.equal(hoeVaak('Signaal S-2027-0001 ligt nu bij het landelijk team → metgezel@voorbeeld.nl'), 1);
      assert.equal(hoeVaak('De melder heeft signaal S-2027-0001 aangevuld → landelijk@voorbeeld.nl'), 1);
      assert.equal(hoeVaak('Een vraag van Metgezel (signaal S-2027-0001) → loket@zk.voorbeeld.nl'), 2);
    });

    it('leaves out who already lost the signaal to another, and the request that somebody already met', async () => {
      const zaak = hulp('2027-05-10T08:00:00.000Z');
      zaak.doe('2027-05-10T09:00:00.000Z', 'coordinator.oost2', { soort: 'toewijzen', aan: 'coordinator.oost' });
      zaak.doe('2027-05-10T09:01:00.000Z', 'coordinator.oost2', { soort: 'toewijzen', aan: 'coordinator.oost2' });
      await kamer.bewaar(zaak, 'S-2027-0001', '2027-05-10T09:01:01.000Z');
      await kamer.bezorg();
      const status = await kamer.berichtstatus();
      assert.equal(status['coordinator.oost aan_u_toegewezen'], 'vervallen');
      assert.equal(status['coordinator.oost wacht_op_oppakken'], 'vervallen');
      assert.equal(status['metgezel ontvangen'], 'gebundeld');
    });

    it('waits until the time of a bericht has come on the clock of its own signaal', async () => {
      const zaak = Zaak.ingediend('2027-05-10T08:00:00.000Z');
      zaak.klok('2027-05-25T07:00:30.000Z');
      const id = await kamer.bewaar(zaak, 'S-2027-0001', '2027-05-25T07:10:00.000Z');
      await kamer.bezorg();
      assert.deepEqual(await wachtend(id), [['herinnering_behandelen', 'wacht']]);
      await kamer.bewaar(zaak, 'S-2027-0001', '2027-05-25T07:15:01.000Z');
      await kamer.bezorg();
      assert.deepEqual(await wachtend(id), []);
    });

    it('never goes to somebody who left', async () => {
      await kamer.bewaar(Zaak.ingediend(MAANDAG), 'S-2027-0001', MAANDAG);
      await rows(kamer.db, sql`update gebruiker set actief_tot = '2026-01-01' where id = 'metgezel'`);
      assert.equal(await kamer.bezorg(), 0);
      assert.equal((await kamer.berichtstatus())['metgezel ontvangen'], 'vervallen');
    });
  });

  describe('bundel, the digest', () => {
    const DINSDAG = '2027-05-04T07:16:00.000Z';

    it('has one line per signaal, first what ends before the next working day, which Bevrijdingsdag and Hemelvaart put off', async () => {
      await kamer.bewaar(herinnerd('2027-04-19', DINSDAG), 'S-2027-0001', DINSDAG);
      await kamer.bewaar(herinnerd('2027-04-09', DINSDAG), 'S-2027-0002', DINSDAG);
      await kamer.bewaar(herinnerd('2027-04-05', DINSDAG), 'S-2027-0003', DINSDAG);
      await kamer.bezorg();
      const mail = await overzicht();
      assert.equal(mail.subject, 'Uw overzicht van dinsdag 4 mei 2027: 3 signalen');
      assert.deepEqual(
        mail.text.split('\n').filter((regel) => /S-2027-\d+$|Loopt|termijn/.test(regel) && !regel.includes('http')),
        [
          'Loopt af vóór maandag 10 mei 2027',
          'S-2027-0003',
          '  De termijn loopt tot en met dinsdag 4 mei 2027 (alleen vandaag nog).',
          'Loopt later af',
          'S-2027-0002',
          '  De termijn loopt tot en met donderdag 13 mei 2027 (nog 4 werkdagen na vandaag).',
          'S-2027-0001',
          '  De termijn loopt tot en met maandag 24 mei 2027 (nog 10 werkdagen na vandaag).',
        ],
      );
    });

    it('leaves out a reminder that a newer one overtook', async () => {
      await kamer.bewaar(herinnerd('2027-04-09', DINSDAG), 'S-2027-0001', DINSDAG);
      await kamer.bewaar(herinnerd('2027-04-05', DINSDAG), 'S-2027-0002', DINSDAG);
      await kamer.bezorg();
      assert.equal((await overzicht()).text.split('Wilt u de uitkomst vastleggen').length, 3);
      const [telling] = await rows(kamer.db, sql`select count(*)::int as n from bericht where status = 'vervallen'`);
      assert.deepEqual(telling, { n: 3 });
    });

    it('leaves out what was done before it is sent, and does not go at all when nothing is left', async () => {
      const zaak = herinnerd('2027-04-09', '2027-04-23T07:10:00.000Z');
      await kamer.bewaar(zaak, 'S-2027-0001', '2027-04-23T07:10:00.000Z');
      await kamer.bezorg();
      zaak.doe('2027-04-23T07:12:00.000Z', 'metgezel', {
        soort: 'uitkomstMelden',
        uitkomst: 'opgelost',
        systeemreden: null,
        terugkoppeling: false,
        tekst: {},
      });
      await kamer.bewaar(zaak, 'S-2027-0001', '2027-04-23T07:15:01.000Z');
      assert.equal(await kamer.bezorg(), 0);
      assert.equal((await kamer.berichtstatus())['metgezel herinnering_behandelen'], 'vervallen');
    });

    it('is a letter with more words when there is one thing to say', async () => {
      await kamer.bewaar(herinnerd('2027-04-19', DINSDAG), 'S-2027-0001', DINSDAG);
      await kamer.bezorg();
      const mail = (await kamer.mails()).at(-1);
      assert.equal(
        mail?.subject,
        'Herinnering: signaal S-2027-0001 heeft nog geen uitkomst (termijn tot en met maandag 24 mei 2027)',
      );
      assert.match(
        mail.text,
        /Is er op woensdag 26 mei 2027 nog geen uitkomst\? Dan gaat het signaal na die dag vanzelf naar de regio\./,
      );
    });

    it('says so when it is more than an hour late, also when the clock was late', async () => {
      const zaak = Zaak.ingediend('2027-04-19T08:00:00.000Z');
      zaak.haalIn('2027-05-10T09:00:00.000Z');
      await kamer.bewaar(zaak, 'S-2027-0001', '2027-05-11T07:15:01.000Z');
      await kamer.bezorg();
      const mail = (await kamer.mails()).at(-1);
      assert.match(
        mail?.text ?? '',
        /Deze mail is te laat\. U had hem moeten krijgen op dinsdag 4 mei 2027 om 09:15 uur\./,
      );
    });

    it('does not call itself late within the hour', async () => {
      const zaak = herinnerd('2027-04-19', DINSDAG);
      await kamer.bewaar(zaak, 'S-2027-0001', '2027-05-04T08:14:00.000Z');
      await kamer.bezorg();
      assert.doesNotMatch((await kamer.mails()).at(-1)?.text ?? '', /te laat/);
    });

    it('is made once when two workers bundle at the same time', async () => {
      for (let i = 1; i <= 5; i += 1) await kamer.bewaar(herinnerd('2027-04-19', DINSDAG), `S-2027-000${i}`, DINSDAG);
      const werkers = [kamer.post(), kamer.post(), kamer.post()];
      await Promise.all(werkers.map((post) => post.bundel()));
      const soorten = await rows(
        kamer.db,
        sql`select soort, count(*)::int as n from zending group by soort order by soort`,
      );
      assert.deepEqual(soorten, [
        { soort: 'dag', n: 1 },
        { soort: 'direct', n: 5 },
      ]);
    });

    it('goes to everybody else when one of the berichten cannot be written', async () => {
      const stuk = await kamer.bewaar(hulp(MAANDAG), 'S-2027-0001', MAANDAG);
      await kamer.bewaar(Zaak.ingediend(MAANDAG), 'S-2027-0002', MAANDAG);
      await rows(
        kamer.db,
        sql`update bericht set soort = 'bestaat_niet' where stroom = ${stuk} and gebruiker = 'metgezel'`,
      );
      const post = kamer.post();
      await assert.rejects(post.bundel(), AggregateError);
      await post.verzend();
      assert.deepEqual(
        (await kamer.zendingen()).map(({ adres, status }) => [adres, status]),
        ['coordinator.linde', 'coordinator.oost', 'coordinator.oost2'].map((wie) => [
          `${wie}@voorbeeld.nl`,
          'verstuurd',
        ]),
      );
    });
  });

  async function overzicht(): Promise<Mail> {
    const mail = (await kamer.mails()).find(({ subject }) => subject.startsWith('Uw overzicht'));
    assert.ok(mail, 'there is a digest');
    return mail;
  }

  async function wachtend(stroom: string): Promise<string[][]> {
    return (await leesSignaal(kamer.db, stroom))!.post.map(({ soort, status }) => [soort, status]);
  }
});

function kop(mail: Pick<Mail, 'headers'> | undefined, naam: string): string {
  return mail?.headers.find(({ name }) => name === naam)?.value ?? '';
}

function hulp(op: Tijdstip): Zaak {
  const zaak = new Zaak();
  zaak.doe(op, 'metgezel', indiening({ wens: 'hulp', motief: 'geen_aanbod' }));
  return zaak;
}

/** Filed on `datum` at 10:00 and lived through to `tot`. */
function herinnerd(datum: string, tot: Tijdstip): Zaak {
  const zaak = Zaak.ingediend(`${datum}T08:00:00.000Z`);
  zaak.klok(tot);
  return zaak;
}
