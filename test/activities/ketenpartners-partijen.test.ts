import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import { createAdresboek } from '#activities/ketenpartners/adresboek.ts';
import { boolean, text } from '#db/columns.ts';
import { sql } from '#db/sql.ts';
import { DIENST, type Opdrachtinhoud } from '#domain/signaal/opdracht.ts';
import { Schrijfkamer } from '#test/support/schrijfkamer.ts';

type VerzoekDoen = Extract<Opdrachtinhoud, { soort: 'verzoekDoen' }>;

const VRAAG = {
  soort: 'verzoekDoen',
  verzoeksoort: 'vraag',
  organisatie: 'GM0014',
  persoon: null,
  escalatiecontact: true,
  tekst: { vraag: 'Wanneer is het gesprek?' },
} as const;
const LOKET = 'wmo.groningen@voorbeeld.nl';
const HOGEROP = 'teamleider.wmo.groningen@voorbeeld.nl';

const AFZENDER = { from: 'Signaalpunt <post@signaalpunt.example>', publicUrl: 'http://localhost' };
const DAAD = { wie: { id: 'landelijk', naam: 'Esther Koster', telefoon: '06 1234 5621' }, reden: 'Een ander adres.' };

describe('whom a verzoek is with', () => {
  let kamer: Schrijfkamer;
  before(async () => {
    kamer = await Schrijfkamer.open();
  });
  after(() => kamer.sluit());

  async function gevraagd(anders: Partial<VerzoekDoen> = {}): Promise<{ stroom: string; verzoek: string }> {
    const stroom = await kamer.dienIn();
    const verzoek = randomUUID();
    const antwoord = await kamer.doe(stroom, 'metgezel.noord', {
      ...VRAAG,
      verzoek,
      ...anders,
    });
    assert.equal(antwoord.soort, 'gedaan');
    return { stroom, verzoek };
  }

  /** Why this is refused; and then nothing at all has changed. */
  async function weigering(anders: Partial<VerzoekDoen>): Promise<string> {
    const stroom = await kamer.dienIn();
    const eerst = await kamer.verslag(stroom);
    const antwoord = await kamer.doe(stroom, 'metgezel.noord', { ...VRAAG, verzoek: randomUUID(), ...anders });
    assert.deepEqual(await kamer.verslag(stroom), eerst);
    return antwoord.soort === 'geweigerd' ? antwoord.code : antwoord.soort;
  }

  const partij = async (verzoek: string): Promise<Record<string, unknown> | undefined> =>
    (
      await kamer.sql(
        sql`select naam, contactpersoon, email, telefoon, escalatie_email as escalatie from partij where verzoek = ${verzoek}`,
      )
    )[0];
  const post = async (stroom: string): Promise<string[]> =>
    (await kamer.berichten(stroom)).filter((regel) => regel.includes('@'));

  it('is the first desk of the organisatie, as it was when it was asked, and it is mailed', async () => {
    const { stroom, verzoek } = await gevraagd();
    assert.deepEqual(await partij(verzoek), {
      naam: 'Wmo-loket',
      contactpersoon: 'Marieke Dijkstra',
      email: LOKET,
      telefoon: '050 123 45 01',
      escalatie: HOGEROP,
    });
    assert.deepEqual(await post(stroom), [`${LOKET} verzoek`]);
    await kamer.sql(sql`update loket set email = 'ander@voorbeeld.nl' where email = ${LOKET}`);
    assert.equal((await partij(verzoek))?.['email'], LOKET);
    await kamer.sql(sql`update loket set email = ${LOKET} where email = 'ander@voorbeeld.nl'`);
  });

  it('is the desk that was chosen, never one of another organisatie or one that is closed', async () => {
    const [{ id } = { id: '' }] = await kamer.sql(
      sql`insert into loket (organisatie, naam, contactpersoon, email, telefoon)
          values ('GM0014', 'Leerplicht', 'Noortje Smit', 'leerplicht@voorbeeld.nl', '050 123 45 09') returning id`,
      { id: text },
    );
    const gekozen = await gevraagd({ loket: id });
    assert.equal((await partij(gekozen.verzoek))?.['naam'], 'Leerplicht');
    const elders = { organisatie: 'CIZ', loket: id };
    assert.equal(await weigering(elders), 'geen_loket');
    await kamer.sql(sql`update loket set actief = false where id = ${id}`);
    assert.equal(await weigering({ loket: id }), 'geen_loket');
  });

  it('cannot be where there is no desk: nobody is asked, nothing is recorded, no clock runs', async () => {
    assert.equal(await weigering({ organisatie: 'UWV' }), 'geen_loket');
    for (const verzoeksoort of ['consultatie', 'warme_overdracht'] as const)
      assert.equal(await weigering({ organisatie: 'UWV', verzoeksoort }), 'geen_loket');
  });

  it('is another desk, or nobody, once mail to the desk came back, until somebody saves its address', async () => {
    const { stroom, verzoek } = await gevraagd({ organisatie: 'CIZ' });
    const onbestelbaar: Opdrachtinhoud = { soort: 'verzoekOnbestelbaar', verzoek };
    await kamer.doe(stroom, DIENST, onbestelbaar);
    const loketten = () =>
      kamer.sql(
        sql`select id, naam, onbestelbaar_op is not null as dood from loket where organisatie = 'CIZ' order by naam`,
        { id: text, naam: text, dood: boolean },
      );
    const [dood] = await loketten();
    assert.equal(dood?.dood, true);
    assert.equal(await weigering({ organisatie: 'CIZ' }), 'geen_loket');
    const adresboek = createAdresboek(kamer.database, AFZENDER);
    const contact = { naam: 'Noortje Smit', email: 'ander.ciz@voorbeeld.nl', telefoon: '088 123 45 09' };
    await adresboek.voegToe(randomUUID(), 'CIZ', { naam: 'Zzz', contact, escalatie: null }, DAAD);
    const naarAnder = await gevraagd({ organisatie: 'CIZ' });
    assert.equal((await partij(naarAnder.verzoek))?.['email'], contact.email);
    assert.equal(await weigering({ organisatie: 'CIZ', loket: dood?.id ?? '' }), 'geen_loket');
    const opdracht = randomUUID();
    await kamer.sql(sql`insert into sleutel (id, vingerafdruk, op) values (${opdracht}, 'wijzig', now())`);
    await adresboek.wijzig(dood?.id ?? '', 'CIZ', { naam: 'Loket', contact, escalatie: null }, { ...DAAD, opdracht });
    await gevraagd({ organisatie: 'CIZ', loket: dood?.id ?? '' });
  });

  it('has no escalation contact once it is with a desk that has none, so that nobody is said to be asked', async () => {
    const { stroom, verzoek } = await gevraagd();
    const id = randomUUID();
    const contact = { naam: 'Noortje Smit', email: 'jeugd@voorbeeld.nl', telefoon: '050 123 45 09' };
    await createAdresboek(kamer.database, AFZENDER).voegToe(
      id,
      'GM0014',
      { naam: 'Jeugd', contact, escalatie: null },
      DAAD,
    );
    await kamer.doe(stroom, 'metgezel.noord', { soort: 'verzoekVerleggen', verzoek, loket: id });
    while (!(await kamer.verslag(stroom)).some((regel) => regel.includes('geen_reactie')))
      await kamer.volgendeMijlpaal(stroom);
    assert.deepEqual(
      (await post(stroom)).filter((regel) => regel.endsWith('verzoek_hogerop')),
      [],
    );
    await kamer.sql(sql`update loket set actief = false where id = ${id}`);
  });

  it('is the escalation contact once the desk was silent, and the desk until then', async () => {
    const { stroom } = await gevraagd();
    for (let i = 0; i < 12 && !(await post(stroom)).some((regel) => regel.endsWith('verzoek_hogerop')); i += 1)
      await kamer.volgendeMijlpaal(stroom);
    const regels = await post(stroom);
    const hoevaak = (regel: string): number => regels.filter((ander) => ander === regel).length;
    assert.equal(regels.length, 5);
    assert.equal(hoevaak(`${LOKET} verzoek`), 1);
    assert.equal(hoevaak(`${LOKET} herinnering_verzoek`), 3);
    assert.equal(hoevaak(`${HOGEROP} verzoek_hogerop`), 1);
  });

  it('is the colleague to whom it was handed on, for desk and escalation contact each in their own place', async () => {
    const { stroom, verzoek } = await gevraagd();
    const doorgegeven = (naam: string): Opdrachtinhoud => ({
      soort: 'verzoekBeantwoorden',
      verzoek,
      antwoord: { soort: 'doorgegeven' },
      tekst: { 'collega.naam': naam, 'collega.email': `${naam}@voorbeeld.nl` },
    });
    await kamer.doe(stroom, `ketenpartner:${verzoek}`, doorgegeven('piet'));
    assert.deepEqual(
      [(await partij(verzoek))?.['email'], (await partij(verzoek))?.['telefoon']],
      ['piet@voorbeeld.nl', null],
    );
    assert.equal((await partij(verzoek))?.['escalatie'], HOGEROP);
    while (!(await post(stroom)).some((regel) => regel.endsWith('verzoek_hogerop')))
      await kamer.volgendeMijlpaal(stroom);
    await kamer.doe(stroom, `ketenpartner:${verzoek}`, doorgegeven('anna'));
    assert.deepEqual(
      [(await partij(verzoek))?.['email'], (await partij(verzoek))?.['escalatie']],
      ['piet@voorbeeld.nl', 'anna@voorbeeld.nl'],
    );
    assert.ok((await post(stroom)).includes('anna@voorbeeld.nl verzoek'));
  });

  it('is the desk as it is by now when the verzoek is moved, with a new mail', async () => {
    const { stroom, verzoek } = await gevraagd();
    await kamer.sql(
      sql`update loket set contactpersoon = 'Nieuwe Collega', email = 'nieuw@voorbeeld.nl' where email = ${LOKET}`,
    );
    await kamer.doe(stroom, 'metgezel.noord', { soort: 'verzoekVerleggen', verzoek });
    assert.equal((await partij(verzoek))?.['contactpersoon'], 'Nieuwe Collega');
    assert.deepEqual(await post(stroom), ['nieuw@voorbeeld.nl verzoek', `${LOKET} verzoek`]);
    await kamer.sql(
      sql`update loket set contactpersoon = 'Marieke Dijkstra', email = ${LOKET} where email = 'nieuw@voorbeeld.nl'`,
    );
  });

  it('hears that no answer is needed any more', async () => {
    const { stroom, verzoek } = await gevraagd();
    await kamer.doe(stroom, 'metgezel.noord', { soort: 'verzoekIntrekken', verzoek });
    assert.deepEqual(await post(stroom), [`${LOKET} verzoek`, `${LOKET} verzoek_vervallen`]);
  });
});
