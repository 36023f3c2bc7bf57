import assert from 'node:assert/strict';

import { rows, sql } from '#db/sql.ts';
import { contactVan, type Opdrachtinhoud } from '#domain/signaal/opdracht.ts';
import { alsTijdstip, msVan } from '#domain/tijd/amsterdam.ts';
import type { Mail } from '#platform/smtp.ts';
import { Postkamer } from '#test/support/postkamer.ts';
import { antwoord, om, verzoekDoen, Zaak } from '#test/support/zaak.ts';

/** Monday. */
const MAANDAG = om('2027-06-07');
const DOOR = 'coordinator.oost';
const LOKET = 'loket@zk.voorbeeld.nl';
const HOGEROP = 'wim@zk.voorbeeld.nl';
const NUMMER = 'S-2027-0001';

describe('what the mails say', () => {
  let kamer: Postkamer;
  beforeEach(async () => {
    kamer = await Postkamer.open();
  });
  afterEach(() => kamer[Symbol.asyncDispose]());

  describe('of a party', () => {
    const antwoorden: readonly [Parameters<typeof antwoord>[1], RegExp][] = [
      [{ soort: 'toegezegd', datum: '2027-06-21' }, /Naam van ZK heeft iets toegezegd, voor maandag 21 juni 2027\./],
      [{ soort: 'opgelost' }, /Naam van ZK laat weten dat het is opgelost\./],
      [{ soort: 'afgewezen' }, /Naam van ZK heeft de vraag afgewezen\./],
      [{ soort: 'niet_bevoegd', bevoegd: null }, /Naam van ZK laat weten dat dit daar niet hoort\./],
      [{ soort: 'meer_informatie_nodig' }, /Naam van ZK heeft meer informatie nodig\. Wilt u die geven\?/],
      [
        { soort: 'uitstel_gevraagd' },
        /Naam van ZK heeft meer tijd gevraagd en gekregen, tot en met maandag 5 juli 2027\./,
      ],
    ];
    for (const [gegeven, zin] of antwoorden) {
      it(`the answer ${gegeven.soort}, who gave it and whom to call`, async () => {
        await lever(gevraagd([contactVan('v'), antwoord('v', gegeven)]));
        const tekst = (await mail(DOOR, 'Er is een antwoord')).text;
        assert.match(tekst, zin);
        assert.match(tekst, /Bel Sanne Bos, 038 123 4501\./);
        const aanMelder = (await mail('metgezel', 'Er is nieuws')).text;
        assert.match(aanMelder, new RegExp(zin.source.replace(' Wilt u die geven\\?', '')));
        assert.match(aanMelder, /Behandelaar: Naam van coordinator\.oost\nTelefoon: 06/);
      });
    }

    it('that it is silent, with its name and number, also of who stands above the desk', async () => {
      const zaak = gevraagd();
      zaak.klok(om('2027-06-30', 9, 1));
      await lever(zaak);
      const { subject, text } = await mail(DOOR, 'termijn voor antwoord');
      assert.match(subject, /S-2027-0001/);
      assert.match(text, /Naam van ZK heeft niet op tijd geantwoord, ook het escalatiecontact daar niet\./);
      assert.match(text, /Bel Wim Dekker, 038 123 4502\./);
    });

    it('that its promise was not kept, or is due', async () => {
      const zaak = gevraagd([contactVan('v'), antwoord('v', { soort: 'toegezegd', datum: '2027-06-09' })]);
      const gevraagdOf = zaak.kopie();
      zaak.klok(om('2027-06-15', 0, 1));
      await lever(zaak);
      const { text } = await mail(DOOR, 'is niet nagekomen');
      assert.match(text, /Naam van ZK had u iets toegezegd\..*Bel Sanne Bos, 038 123 4501\./s);
      gevraagdOf.klok(om('2027-06-10', 9, 1));
      await lever(gevraagdOf, 'S-2027-0002');
      assert.match((await mail(DOOR, 'Is het gelukt')).text, /Naam van ZK heeft iets toegezegd.*Bel Sanne Bos/s);
    });

    it('which organisations say that it does not belong with them', async () => {
      await rows(
        kamer.db,
        sql`insert into loket (organisatie, naam, contactpersoon, email, telefoon)
            values ('GM0193', 'Wmo-loket', 'Ilse Kuiper', 'wmo@gm.voorbeeld.nl', '038 123 4503')`,
      );
      const niet = { soort: 'niet_bevoegd', bevoegd: null } as const;
      await lever(
        gevraagd(
          [DOOR, verzoekDoen('w', { organisatie: 'GM0193' })],
          [contactVan('v'), antwoord('v', niet)],
          [contactVan('w'), antwoord('w', niet)],
        ),
      );
      const { text } = await mail(DOOR, 'van het kastje naar de muur');
      assert.match(text, /Naam van ZK en Gemeente Zwolle zeggen dat dit niet bij hen hoort\./);
    });
  });

  it('do not tell a behandelaar their own name, nor a contact their function in the salutation', async () => {
    await rows(kamer.db, sql`update loket set escalatie_naam = 'Wim Dekker, teamleider Wmo' where organisatie = 'ZK'`);
    const zaak = gevraagd();
    zaak.klok(om('2027-06-22', 9, 1));
    await lever(zaak);
    for (const { text } of await aan(DOOR)) assert.doesNotMatch(text, /Behandelaar: Naam van coordinator\.oost/);
    assert.match((await mail(HOGEROP, 'Uw organisatie')).text, /^Beste Wim Dekker,/);
  });

  it('offer more time to a question that may have it, and to nothing else', async () => {
    await lever(gevraagd());
    assert.match((await mail(LOKET, 'Een vraag')).text, /hebt u meer tijd nodig\?/);
    const overdracht = Zaak.opgepakt(MAANDAG);
    overdracht.doe(MAANDAG, DOOR, verzoekDoen('v', { verzoeksoort: 'warme_overdracht' }));
    await lever(overdracht, 'S-2027-0002');
    overdracht.klok(om('2027-06-14', 9, 1));
    await lever(overdracht, 'S-2027-0002');
    for (const { text } of (await aan(LOKET)).filter(({ subject }) => subject.includes('S-2027-0002'))) {
      assert.doesNotMatch(text, /meer tijd/);
      assert.match(text, /of u iets van ons wilt overnemen/);
    }
  });

  it('ask whether the solution helps only when there is one', async () => {
    for (const [i, uitkomst] of (['opgelost', 'niet_oplosbaar', 'doorverwezen'] as const).entries()) {
      const zaak = Zaak.opgepakt(MAANDAG);
      const systeemreden = uitkomst === 'niet_oplosbaar' ? 'geen_geld' : null;
      zaak.doe(MAANDAG, DOOR, { soort: 'uitkomstMelden', uitkomst, systeemreden, terugkoppeling: true, tekst: {} });
      zaak.klok(om('2027-07-05', 9, 1));
      await lever(zaak, `S-2027-000${i}`);
      const { text } = await mail('metgezel', `Hoe gaat het nu? Uw signaal S-2027-000${i}`);
      assert.equal(/Helpt de oplossing/.test(text), uitkomst === 'opgelost', uitkomst);
      assert.equal(/Is er iets veranderd voor het gezin\?/.test(text), uitkomst !== 'opgelost', uitkomst);
    }
  });

  it('say to whoever gets it by the clock why, and that there is no hand-over note', async () => {
    const zaak = Zaak.ingediend(MAANDAG);
    zaak.klok(om('2027-07-08', 0, 1));
    await lever(zaak);
    const { text } = await mail(DOOR, 'wacht op een behandelaar');
    assert.match(text, /De termijn was voorbij\. Daarom ligt dit signaal nu bij de regio\./);
    assert.match(text, /Er is nog geen overdracht geschreven\./);
    assert.match(text, /Ingediend door: Naam van metgezel\nTelefoon: 06/);
    const aanMelder = await mail('metgezel', 'Uw overzicht van donderdag 8 juli 2027');
    assert.match(aanMelder.text, /De termijn was voorbij\. .* Er is nog geen overdracht geschreven\./);
  });

  it('say to a clerk who never heard of it who asks, why there, what happens without an answer, and how to know that it is real', async () => {
    const zaak = gevraagd();
    await lever(zaak);
    const eerst = await mail(LOKET, 'Een vraag van Metgezel');
    zaak.klok(om('2027-06-14', 9, 1));
    await lever(zaak);
    const herinnerd = await mail(LOKET, 'Herinnering');
    zaak.klok(om('2027-06-22', 9, 1));
    await lever(zaak);
    const hogerop = await mail(HOGEROP, 'Uw organisatie');
    for (const { text, html } of [eerst, herinnerd, hogerop]) {
      for (const deel of [text, html]) {
        assert.match(deel, /Metgezel staat gezinnen bij die veel zorg nodig hebben en vastlopen\./);
        assert.match(deel, /Naam van coordinator\.oost van Metgezel vraagt (?:u|Naam van ZK) om een antwoord\./);
        assert.match(deel, /U hebt geen account nodig\. U krijgt eerst een code in een aparte mail\./);
        assert.match(
          deel,
          /De link begint met https:\/\/signaalpunt\.example\/ en wij vragen nooit om een wachtwoord\./,
        );
        assert.match(deel, /Uw contact bij Metgezel/);
        assert.doesNotMatch(deel, /behandelaar/i, 'a word of ours');
      }
    }
    for (const { text } of [eerst, herinnerd]) assert.match(text, /U bent daarvoor ons contact bij Naam van ZK\./);
    const VERDER = 'vragen wij het aan een ander bij uw organisatie\\.';
    assert.match(eerst.text, new RegExp(`Horen wij niets\\? Dan sturen wij een herinnering\\. Daarna ${VERDER}`));
    assert.match(herinnerd.text, new RegExp(`Horen wij niets\\? Dan ${VERDER}`));
    assert.match(hogerop.text, /Dan sturen wij een herinnering\. Daarna gaan wij zonder uw antwoord verder\./);
    zaak.doe(om('2027-06-22', 20), contactVan('v'), antwoord('v', { soort: 'opgelost' }));
    await lever(zaak);
    assert.match((await mail(HOGEROP, 'Wij hebben uw antwoord')).text, /Bel dan Naam van coordinator\.oost\.\n/);
  });

  it('say of what was closed before its receipt could leave that it is, and of what was only reported that it counts', async () => {
    const zaak = Zaak.ingediend(MAANDAG, {}, {}, 'metgezel');
    zaak.doe(MAANDAG, 'metgezel', { soort: 'intrekken' });
    await lever(zaak);
    const ontvangst = async (nummer: string): Promise<string> =>
      (await mail('metgezel', `Wij hebben signaal ${nummer} ontvangen`)).text;
    assert.match(await ontvangst(NUMMER), /\n\nHet is intussen afgesloten\. U hoeft nu niets te doen\.\n/);
    assert.doesNotMatch(await ontvangst(NUMMER), /alleen melden/);
    await lever(Zaak.ingediend(MAANDAG, { wens: 'melden' }), 'S-2027-0002');
    assert.match(await ontvangst('S-2027-0002'), /U wilde dit alleen melden\. Wij tellen uw signaal mee/);
  });

  it('ask programmaleiding nothing that it cannot do', async () => {
    const zaak = Zaak.landelijk(MAANDAG);
    zaak.doe(MAANDAG, 'landelijk', { soort: 'vrijgeven' });
    for (const datum of ['2027-06-15', '2027-06-22']) {
      zaak.klok(om(datum, 9, 1));
      await lever(zaak);
    }
    const mails = (await aan('leiding')).filter(({ subject }) => subject.includes('opgepakt'));
    assert.equal(mails.length, 2);
    for (const { text } of mails) {
      assert.match(text, /Wilt u met het landelijk team bespreken wie het oppakt\?/);
      assert.doesNotMatch(text, /toewijzen/);
    }
  });

  it('call landelijk by its name, and give two reasons in one sentence', async () => {
    const zaak = Zaak.ingediend(MAANDAG, { wens: 'hulp', motief: 'geen_reactie' });
    zaak.klok(om('2027-06-11', 0, 1));
    await lever(zaak);
    const { text } = await mail('landelijk', 'Niemand heeft signaal');
    assert.match(text, /omdat u met het landelijk team op dit signaal let\./);
    const twee = [Zaak.opgepakt(MAANDAG), Zaak.ingediend(om('2027-06-24'), { wens: 'hulp', motief: 'geen_reactie' })];
    for (const [i, een] of twee.entries()) await lever(een, `S-2027-001${i}`);
    for (const [i, een] of twee.entries()) {
      een.klok(om('2027-06-29', 9, 1));
      await kamer.bewaar(een, `S-2027-001${i}`, om('2027-06-29', 9, 16));
    }
    await kamer.bezorg();
    const overzicht = await mail(DOOR, 'Uw overzicht van dinsdag 29 juni 2027');
    assert.match(
      overzicht.text,
      /U krijgt dit overzicht omdat u (?:signalen behandelt en als coördinator op signalen let|als coördinator op signalen let en signalen behandelt)\./,
    );
  });

  it('keep spoed in every subject, with a number to call, and tell the filer whom to call first', async () => {
    const zaak = Zaak.ingediend(MAANDAG, { wens: 'hulp', urgentie: 'spoed', tekst: { spoed: 'Nu.' } });
    zaak.doe(MAANDAG, DOOR, { soort: 'oppakken' });
    zaak.doe(MAANDAG, DOOR, verzoekDoen('v'));
    zaak.doe(MAANDAG, 'metgezel', { soort: 'aanvullen', besluit: null, tekst: {} });
    zaak.doe(MAANDAG, contactVan('v'), antwoord('v', { soort: 'afgewezen' }));
    await lever(zaak);
    zaak.doe(om('2027-06-08'), DOOR, { soort: 'escaleren', motief: 'afgewezen', poging: null, tekst: {} });
    await lever(zaak);
    const mails = await kamer.mails();
    assert.ok(mails.length >= 8, `${mails.length} mails`);
    for (const { subject, text } of mails) {
      assert.match(subject, /^Spoed: /);
      assert.match(text, /06 1234|038 123/, subject);
    }
    for (const { text } of await aan('metgezel'))
      assert.match(text, /Bel 112, of de huisarts\..*Bel Veilig Thuis: 0800 2000/);
  });

  it('repeat the date of a promise and of extra time to whoever gave or got it', async () => {
    await lever(gevraagd([contactVan('v'), antwoord('v', { soort: 'toegezegd', datum: '2027-06-21' })]));
    await lever(gevraagd([contactVan('v'), antwoord('v', { soort: 'uitstel_gevraagd' })]), 'S-2027-0002');
    const [belofte, uitstel] = (await aan(LOKET)).filter(({ subject }) => subject.startsWith('Wij hebben uw antwoord'));
    assert.match(belofte?.text ?? '', /U noemde maandag 21 juni 2027\. Daarna vragen wij of het is gelukt\./);
    assert.match(uitstel?.text ?? '', /U krijgt meer tijd, tot en met maandag 5 juli 2027\./);
    assert.match(belofte?.subject ?? '', /op maandag 7 juni 2027 \(signaal S-2027-0001\)/);
  });

  it('tell the last day to object at once, and that it usually ends there', async () => {
    await lever(Zaak.ingediend(MAANDAG, {}, { besluit: { datum: '2027-06-01' } }));
    const ontvangst = await mail('metgezel', 'ontvangen op maandag 7 juni 2027');
    assert.match(ontvangst.text, /Dank u wel voor uw signaal van maandag 7 juni 2027 om 10:00 uur\./);
    assert.match(
      ontvangst.text,
      /Bezwaar maken kan tot en met dinsdag 13 juli 2027\. Daarna kan het meestal niet meer\. Controleer de datum/,
    );
  });

  it('speak of a button where there is one, and of a link in plain text', async () => {
    await lever(gevraagd());
    const { text, html } = await mail(LOKET, 'Een vraag');
    assert.match(text, /U leest de vraag met de link hieronder\./);
    assert.doesNotMatch(text, /de knop/);
    assert.match(html, /U leest de vraag met de knop hieronder\./);
  });

  it('say of a digest that asks nothing that it is news', async () => {
    await rows(
      kamer.db,
      sql`insert into werktijd (gebruiker, weekdag, van, tot) values ('metgezel', 2, '09:00', '17:00')`,
    );
    const zaak = Zaak.ingediend(MAANDAG, { wens: 'hulp', motief: 'geen_reactie' });
    zaak.doe(om('2027-06-07', 11), DOOR, { soort: 'oppakken' });
    zaak.doe(om('2027-06-07', 12), DOOR, { soort: 'escaleren', motief: 'afgewezen', poging: null, tekst: {} });
    zaak.doe(om('2027-06-07', 13), 'landelijk', { soort: 'oppakken' });
    await kamer.bewaar(zaak, NUMMER, om('2027-06-08', 9, 1));
    await kamer.bezorg();
    const { text } = await mail('metgezel', 'Uw overzicht van dinsdag 8 juni 2027: één signaal');
    assert.match(text, /\n\nEr is nieuws over één signaal\.\n\nZonder termijn\n/);
    assert.doesNotMatch(text, /aandacht/);
  });

  it('begin a sentence with Eén, without its accents', async () => {
    const zaak = Zaak.ingediend(om('2027-06-05', 20), { wens: 'hulp', motief: 'geen_reactie' });
    zaak.doe(om('2027-06-05', 21), DOOR, { soort: 'oppakken' });
    zaak.doe(om('2027-06-05', 21, 10), DOOR, { soort: 'escaleren', motief: 'afgewezen', poging: null, tekst: {} });
    await kamer.bewaar(zaak, NUMMER, om('2027-06-07', 9, 1));
    await kamer.bezorg();
    const teksten = (await kamer.mails()).map(({ text }) => text).join('\n');
    assert.doesNotMatch(teksten, /Één/);
  });

  /** Asked of the desk of ZK, and then these acts. */
  function gevraagd(...daden: readonly [string, Opdrachtinhoud][]): Zaak {
    const zaak = Zaak.opgepakt(MAANDAG);
    zaak.doe(MAANDAG, DOOR, verzoekDoen('v'));
    for (const [door, daad] of daden) zaak.doe(MAANDAG, door, daad);
    return zaak;
  }

  /** Everything up to now, and its digest. */
  async function lever(zaak: Zaak, nummer = NUMMER): Promise<void> {
    await kamer.bewaar(zaak, nummer, alsTijdstip(msVan(zaak.nu.laatsteOp) + 10 * 3_600_000));
    await kamer.bezorg();
  }

  async function aan(wie: string): Promise<Mail[]> {
    return (await kamer.mails()).filter(({ to }) => to.some((adres) => adres === wie || adres.startsWith(`${wie}@`)));
  }

  async function mail(wie: string, onderwerp: string): Promise<Mail> {
    const mails = await aan(wie);
    const gevonden = mails.findLast(({ subject }) => subject.includes(onderwerp));
    assert.ok(gevonden, `${onderwerp}: ${mails.map(({ subject }) => subject).join(' | ')}`);
    return gevonden;
  }
});
