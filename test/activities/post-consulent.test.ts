import assert from 'node:assert/strict';

import { rows, sql } from '#db/sql.ts';
import { contactVan } from '#domain/signaal/opdracht.ts';
import type { Mail } from '#platform/smtp.ts';
import { Postkamer } from '#test/support/postkamer.ts';
import { type indiening, om, verzoekDoen, Zaak } from '#test/support/zaak.ts';

const MAANDAG = om('2027-05-10');
const TOM = 'tom@oco.voorbeeld.nl';
const GEHEIM = 'kanarie-5e1d';
const LINK = /https:\/\/signaalpunt\.example\/verzoek\/([\w-]{43})/;

function namens(afwijking: Parameters<typeof indiening>[0] = {}, email = TOM): Zaak {
  const tekst = { knelpunt: GEHEIM, 'namens.naam': 'Tom Hendriks', 'namens.email': email };
  return Zaak.ingediend(MAANDAG, { consulent: true, tekst, ...afwijking });
}

describe('post to the consulent on whose behalf was filed', () => {
  let kamer: Postkamer;
  beforeEach(async () => {
    kamer = await Postkamer.open();
  });
  afterEach(() => kamer[Symbol.asyncDispose]());

  const aan = async (adres = TOM): Promise<Mail[]> => (await kamer.mails()).filter(({ to }) => to.includes(adres));

  it('goes to the address that the filer gave, once, with whom to call, why, and nothing of the case', async () => {
    await kamer.bewaar(namens(), 'S-2027-0001', MAANDAG);
    assert.equal(await kamer.bezorg(), 2);
    assert.equal(await kamer.bezorg(), 0);
    const [mail, ...meer] = await aan();
    assert.deepEqual(meer, []);
    assert.equal(mail?.subject, 'Namens u is signaal S-2027-0001 ingediend op maandag 10 mei 2027');
    assert.match(mail.text, /^Beste Tom Hendriks,/);
    assert.match(mail.text, /Naam van metgezel heeft namens u een signaal ingediend/);
    assert.match(mail.text, /Ingediend door: Naam van metgezel\nTelefoon: 06 1234 57\d\d\n/);
    assert.match(mail.text, /U krijgt deze mail omdat dit signaal namens u is ingediend door Naam van metgezel\./);
    assert.match(mail.text, LINK);
    assert.doesNotMatch(`${mail.subject}${mail.text}${mail.html}`, /kanarie|GM0193|NAH/);
  });

  it('is one addressee however the address is spelled', async () => {
    await kamer.bewaar(namens({ wens: 'hulp', motief: 'afgewezen' }, 'Tom@OCO.voorbeeld.nl'), 'S-2027-0001', MAANDAG);
    await kamer.bewaar(namens({ wens: 'hulp', motief: 'afgewezen' }), 'S-2027-0002', MAANDAG);
    await kamer.bezorg();
    const mails = await aan();
    assert.equal(mails.length, 2);
    for (const { text } of mails) assert.match(text, /^Beste Tom Hendriks,/);
  });

  it('is at once for what people do, also in the evening, and in the digest of an office day for what the clock does', async () => {
    const zaak = namens();
    const dag = (nu: string) => kamer.bewaar(zaak, 'S-2027-0001', nu).then(() => kamer.bezorg());
    await dag(MAANDAG);
    zaak.doe(om('2027-05-10', 22), 'landelijk', { soort: 'toewijzen', aan: 'metgezel.ander' });
    await dag(om('2027-05-10', 22));
    assert.equal((await aan()).at(-1)?.subject, 'Signaal S-2027-0001 is opgepakt');
    const tot = om('2027-06-11', 0, 5);
    zaak.klok(tot);
    assert.equal(zaak.nu.niveau, 'regionaal', 'the clock moved it in the night');
    await dag(tot);
    assert.equal((await aan()).length, 2);
    await dag(om('2027-06-11', 9, 16));
    assert.equal((await aan()).at(-1)?.subject, 'Signaal S-2027-0001 ligt nu bij de regio');
  });

  it('is one overview for several signalen that the clock moved, with a link to each and its own filer to call', async () => {
    const zaken = [namens(), namens()];
    const nummers = ['S-2027-0001', 'S-2027-0002'];
    for (const [i, zaak] of zaken.entries()) await kamer.bewaar(zaak, nummers[i] ?? '', MAANDAG);
    await kamer.bezorg();
    const nu = om('2027-06-11', 9, 16);
    for (const [i, zaak] of zaken.entries()) {
      zaak.klok(nu);
      await kamer.bewaar(zaak, nummers[i] ?? '', nu);
    }
    await kamer.bezorg();
    const mails = await aan();
    assert.equal(mails.length, 3);
    const tekst = mails.at(-1)?.text ?? '';
    assert.match(tekst, /Er is nieuws over 2 signalen\./);
    assert.equal(tekst.match(/Vragen\? Bel Naam van metgezel, 06 1234 57\d\d\./g)?.length, 2);
    assert.equal(new Set(tekst.match(new RegExp(LINK, 'g'))).size, 2);
    assert.match(tekst, /omdat signalen namens u zijn ingediend door Naam van metgezel\./);
  });

  it('is apart from what the same address gets as a ketenpartner', async () => {
    const LOKET = 'loket@zk.voorbeeld.nl';
    const zaak = namens({}, LOKET);
    zaak.doe(MAANDAG, 'metgezel', verzoekDoen('v', { organisatie: 'ZK' }));
    await kamer.bewaar(zaak, 'S-2027-0001', MAANDAG);
    await kamer.bezorg();
    const koppen = (await aan(LOKET)).map(({ subject, text }) => `${subject}: ${text.split('\n')[0]}`);
    assert.deepEqual(koppen.toSorted(), [
      'Een vraag van Metgezel (signaal S-2027-0001): Beste Sanne Bos,',
      'Namens u is signaal S-2027-0001 ingediend op maandag 10 mei 2027: Beste Tom Hendriks,',
    ]);
  });

  it('tells that a party answered, not what; and of the outcome until when it can be read', async () => {
    const zaak = namens();
    zaak.doe(MAANDAG, 'metgezel', verzoekDoen('v', { organisatie: 'ZK' }));
    zaak.doe(MAANDAG, contactVan('v'), {
      soort: 'verzoekBeantwoorden',
      verzoek: 'v',
      antwoord: { soort: 'afgewezen' },
      tekst: { toelichting: GEHEIM },
    });
    zaak.doe(MAANDAG, 'metgezel', {
      soort: 'uitkomstMelden',
      uitkomst: 'niet_oplosbaar',
      systeemreden: 'geen_geld',
      terugkoppeling: false,
      tekst: { toelichting: GEHEIM },
    });
    await kamer.bewaar(zaak, 'S-2027-0001', MAANDAG);
    await kamer.bezorg();
    const mails = await aan();
    assert.deepEqual(mails.map(({ subject }) => subject).toSorted(), [
      'Er is een uitkomst van signaal S-2027-0001',
      'Er is nieuws over signaal S-2027-0001',
      'Namens u is signaal S-2027-0001 ingediend op maandag 10 mei 2027',
    ]);
    for (const { subject, text, html } of mails)
      assert.doesNotMatch(`${subject}${text}${html}`, /kanarie|Naam van ZK|niet_oplosbaar|niet op te lossen/i);
    assert.ok(mails.some(({ text }) => text.includes('U kunt het nog 30 werkdagen lezen.')));
  });

  it('says nothing more once the signaal was taken back, nor once the address was erased', async () => {
    const zaak = namens();
    const id = await kamer.bewaar(zaak, 'S-2027-0001', MAANDAG);
    zaak.doe(MAANDAG, 'metgezel', { soort: 'intrekken' });
    await kamer.bewaar(zaak, 'S-2027-0001', MAANDAG);
    await kamer.bezorg();
    assert.deepEqual(await aan(), []);
    const ander = namens();
    await kamer.bewaar(ander, 'S-2027-0002', MAANDAG);
    await kamer.bezorg();
    await rows(kamer.db, sql`delete from tekst where stroom <> ${id}`);
    ander.doe(MAANDAG, 'metgezel', {
      soort: 'escaleren',
      motief: 'afgewezen',
      poging: { organisatie: null, datum: '2027-05-03', beantwoord: true },
      tekst: {},
    });
    await kamer.bewaar(ander, 'S-2027-0002', MAANDAG);
    await kamer.bezorg();
    assert.equal((await aan()).length, 1);
  });

  it('keeps no key: the link is gone from the database once the mail has left, and belongs to no verzoek', async () => {
    await kamer.bewaar(namens(), 'S-2027-0001', MAANDAG);
    await kamer.bezorg();
    const token = LINK.exec((await aan())[0]?.text ?? '')?.[1] ?? '';
    const [telling] = await rows(
      kamer.db,
      sql`select (select count(*)::int from zending z where to_jsonb(z)::text like ${`%${token}%`}) as zendingen,
                 (select count(*)::int from partnerlink where verzoek is null and adres = ${TOM}) as links`,
    );
    assert.deepEqual(telling, { zendingen: 0, links: 1 });
  });
});
