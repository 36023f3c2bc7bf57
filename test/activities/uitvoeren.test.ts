import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import { OpdrachtBotst, StroomNietGevonden } from '#activities/schrijven/uitvoeren.ts';
import { sql } from '#db/sql.ts';
import { opdracht, Schrijfkamer } from '#test/support/schrijfkamer.ts';
import { indiening } from '#test/support/zaak.ts';

const NOORD = indiening({ regio: 'NOORD', organisatie: null });

describe('voerUit', () => {
  let kamer: Schrijfkamer;
  before(async () => {
    kamer = await Schrijfkamer.open();
  });
  after(() => kamer.sluit());

  describe('indienen', () => {
    it('writes the number, the record, the text apart, the row in lists, the receipt and a poke for the worker', async () => {
      const id = randomUUID();
      const antwoord = await kamer.doe(id, 'metgezel.noord', NOORD);

      assert.ok(antwoord.soort === 'gedaan');
      assert.match(antwoord.nummer, /^S-\d{4}-\d{4,}$/);
      assert.deepEqual(await kamer.verslag(id), [
        '1 ingediend metgezel.noord',
        '2 stap_begonnen metgezel.noord',
        '3 stap_begonnen metgezel.noord',
      ]);
      assert.deepEqual(
        await kamer.sql(sql`select volgnummer, veld, inhoud from tekst where stroom = ${id} order by veld`),
        [
          { volgnummer: 1, veld: 'knelpunt', inhoud: 'Het gezin loopt vast.' },
          { volgnummer: 1, veld: 'onderwerp', inhoud: 'Het gezin loopt vast' },
        ],
      );
      assert.deepEqual(
        await kamer.sql(
          sql`select nummer, niveau, status, behandelaar, behandelaars, gemeente from signaal where id = ${id}`,
        ),
        [
          {
            nummer: antwoord.nummer,
            niveau: 'lokaal',
            status: 'in_behandeling',
            behandelaar: 'metgezel.noord',
            behandelaars: ['metgezel.noord'],
            gemeente: 'GM0193',
          },
        ],
      );
      assert.deepEqual(await kamer.berichten(id), ['metgezel.noord ontvangen']);
      assert.deepEqual(await kamer.sql(sql`select wek_nodig, wek_versie from stroom where id = ${id}`), [
        { wek_nodig: true, wek_versie: 1 },
      ]);
      assert.equal(await kamer.wekjobs(id), 1);
    });

    it('keeps free text out of the record and out of the stored answer', async () => {
      const id = await kamer.dienIn({ tekst: { knelpunt: 'geheim-woord' } });
      const [vindplaatsen] = await kamer.sql(
        sql`select (select count(*)::int from gebeurtenis where stroom = ${id} and data::text like '%geheim-woord%') as verslag,
                   (select count(*)::int from opdracht where stroom = ${id} and antwoord::text like '%geheim-woord%') as antwoord,
                   (select count(*)::int from stroom where id = ${id} and staat::text like '%geheim-woord%') as staat`,
      );
      assert.deepEqual(vindplaatsen, { verslag: 0, antwoord: 0, staat: 0 });
    });

    it('wakes nobody for what is only reported and needs no clock', async () => {
      const id = await kamer.dienIn({ wens: 'melden' });
      const { volgende } = await kamer.stand(id);
      const [stroom] = await kamer.sql(sql`select wek_nodig from stroom where id = ${id}`);
      assert.equal(stroom?.['wek_nodig'], volgende !== null);
    });

    it('tells the coordinators of the region alone when help is asked', async () => {
      const id = await kamer.dienIn({ wens: 'hulp', motief: 'geen_reactie' });
      assert.deepEqual(await kamer.berichten(id), ['coordinator.noord wacht_op_oppakken', 'metgezel.noord ontvangen']);
    });
  });

  describe('the same opdracht again', () => {
    it('has one effect and gets the same answer', async () => {
      const [id, sleutel] = [randomUUID(), randomUUID()];
      const eerst = await kamer.doe(id, 'metgezel.noord', NOORD, sleutel);
      const weer = await kamer.doe(id, 'metgezel.noord', NOORD, sleutel);
      assert.deepEqual(weer, eerst);
      assert.equal((await kamer.verslag(id)).length, 3);
    });

    it('has one effect when both arrive at once', async () => {
      const [id, sleutel] = [randomUUID(), randomUUID()];
      const antwoorden = await Promise.all(
        Array.from({ length: 8 }, () => kamer.doe(id, 'metgezel.noord', NOORD, sleutel)),
      );
      for (const antwoord of antwoorden) assert.deepEqual(antwoord, antwoorden[0]);
      assert.equal((await kamer.verslag(id)).length, 3);
      assert.equal((await kamer.berichten(id)).length, 1);
    });

    it('is the same whatever the order of its fields', async () => {
      const [id, sleutel] = [randomUUID(), randomUUID()];
      const eerst = await kamer.doe(id, 'metgezel.noord', NOORD, sleutel);
      const omgekeerd = Object.fromEntries(Object.entries(NOORD).reverse()) as typeof NOORD;
      assert.deepEqual(await kamer.doe(id, 'metgezel.noord', omgekeerd, sleutel), eerst);
    });

    it('keeps its answer after the signaal went on', async () => {
      const id = await kamer.dienIn({ wens: 'hulp', motief: 'geen_reactie' });
      const sleutel = randomUUID();
      const eerst = await kamer.doe(id, 'coordinator.noord', { soort: 'oppakken' }, sleutel);
      await kamer.doe(id, 'coordinator.noord', { soort: 'notitie', tekst: { notitie: 'Gebeld.' } });
      assert.deepEqual(await kamer.doe(id, 'coordinator.noord', { soort: 'oppakken' }, sleutel), eerst);
    });

    it('is refused with OpdrachtBotst when the content, the person or the signaal differs', async () => {
      const [id, sleutel] = [randomUUID(), randomUUID()];
      await kamer.doe(id, 'metgezel.noord', NOORD, sleutel);
      const anders = { ...NOORD, tekst: { knelpunt: 'Iets anders.' } };
      await assert.rejects(kamer.doe(id, 'metgezel.noord', anders, sleutel), OpdrachtBotst);
      await assert.rejects(kamer.doe(id, 'metgezel.west', NOORD, sleutel), OpdrachtBotst);
      await assert.rejects(kamer.doe(randomUUID(), 'metgezel.noord', NOORD, sleutel), OpdrachtBotst);
      assert.equal((await kamer.verslag(id)).length, 3);
    });

    it('is refused with OpdrachtBotst when two signalen race for one id, and one of them is filed', async () => {
      const sleutel = randomUUID();
      const pogingen = await Promise.allSettled(
        Array.from({ length: 6 }, () => kamer.doe(randomUUID(), 'metgezel.noord', NOORD, sleutel)),
      );
      const gelukt = pogingen.filter(({ status }) => status === 'fulfilled');
      assert.equal(gelukt.length, 1);
      for (const poging of pogingen) assert.ok(poging.status === 'fulfilled' || poging.reason instanceof OpdrachtBotst);
      assert.deepEqual(
        await kamer.sql(
          sql`select count(*)::int as n from gebeurtenis where bron = ${sleutel} and soort = 'ingediend'`,
        ),
        [{ n: 1 }],
      );
    });
  });

  describe('a refusal', () => {
    it('is the answer for good, also when it would be allowed later', async () => {
      const id = await kamer.dienIn({ wens: 'hulp', motief: 'geen_reactie' });
      const sleutel = randomUUID();
      const terugkoppelen = { soort: 'terugkoppelen', tekst: { terugkoppeling: 'Geregeld.' } } as const;
      const eerst = await kamer.doe(id, 'coordinator.noord', terugkoppelen, sleutel);
      assert.equal(eerst.soort, 'geweigerd');
      await kamer.doe(id, 'coordinator.noord', { soort: 'oppakken' });
      await kamer.doe(id, 'coordinator.noord', uitkomst());
      assert.deepEqual(await kamer.doe(id, 'coordinator.noord', terugkoppelen, sleutel), eerst);
      assert.equal((await kamer.doe(id, 'coordinator.noord', terugkoppelen)).soort, 'gedaan');
    });

    it('of a filing leaves no signaal, and is repeated too', async () => {
      const [id, sleutel] = [randomUUID(), randomUUID()];
      const eerst = await kamer.doe(id, 'auditor', NOORD, sleutel);
      assert.ok(eerst.soort === 'geweigerd');
      assert.equal(eerst.code, 'niet_bevoegd');
      assert.deepEqual(await kamer.doe(id, 'auditor', NOORD, sleutel), eerst);
      assert.deepEqual(await kamer.sql(sql`select id from stroom where id = ${id}`), []);
    });

    it('keeps what the clock did before it', async () => {
      const id = await kamer.dienIn();
      const { volgende } = await kamer.stand(id);
      await kamer.zetKlok(id, volgende!.op);
      assert.equal((await kamer.doe(id, 'metgezel.noord', { soort: 'oppakken' })).soort, 'geweigerd');
      assert.deepEqual((await kamer.verslag(id)).slice(3), ['4 herinnerd']);
    });

    it('is not even that for who does not see the signaal: there is none, and nothing happens', async () => {
      const id = await kamer.dienIn();
      const { volgende } = await kamer.stand(id);
      await kamer.zetKlok(id, volgende!.op);
      for (const wie of ['metgezel.west', 'coordinator.west', 'beheer', 'niemand']) {
        await assert.rejects(kamer.doe(id, wie, { soort: 'notitie', tekst: { notitie: 'x' } }), StroomNietGevonden);
        await assert.rejects(
          kamer.uitvoeren.vooraf(id, opdracht(wie, { soort: 'notitie', tekst: { notitie: 'x' } })),
          StroomNietGevonden,
        );
      }
      assert.equal((await kamer.verslag(id)).length, 3);
    });
  });

  describe('two people at once', () => {
    it('act one after the other, and the second hears what the first did', async () => {
      const id = await kamer.dienIn({ wens: 'hulp', motief: 'geen_reactie' });
      const antwoorden = await Promise.all([
        kamer.doe(id, 'coordinator.noord', { soort: 'oppakken' }),
        kamer.doe(id, 'landelijk', { soort: 'oppakken' }),
      ]);
      assert.deepEqual(antwoorden.map(({ soort }) => soort).toSorted(), ['gedaan', 'geweigerd']);
      const opgepakt = (await kamer.verslag(id)).filter((regel) => regel.includes('opgepakt'));
      assert.equal(opgepakt.length, 1);
    });

    it('leave a record without a gap', async () => {
      const id = await kamer.dienIn();
      const notities = Array.from({ length: 12 }, (_, i) =>
        kamer.doe(id, 'metgezel.noord', { soort: 'notitie', tekst: { notitie: `${i}` } }),
      );
      await Promise.all(notities);
      const volgnummers = (await kamer.verslag(id)).map((regel) => Number.parseInt(regel, 10));
      assert.deepEqual(
        volgnummers,
        Array.from({ length: 15 }, (_, i) => i + 1),
      );
    });
  });

  describe('If-Match', () => {
    it('answers verouderd with the version that holds now, changes nothing and keeps no answer', async () => {
      const id = await kamer.dienIn({ wens: 'hulp', motief: 'geen_reactie' });
      const { inhoudsversie } = await kamer.stand(id);
      const oppakken = opdracht('coordinator.noord', { soort: 'oppakken' });
      const oud = await kamer.uitvoeren.voerUit(id, oppakken, { inhoudsversie: inhoudsversie - 1 });
      assert.deepEqual(oud, { soort: 'verouderd', inhoudsversie });
      assert.equal((await kamer.uitvoeren.voerUit(id, oppakken, { inhoudsversie })).soort, 'gedaan');
      assert.equal(
        (await kamer.uitvoeren.voerUit(id, oppakken, { inhoudsversie })).soort,
        'gedaan',
        'a repeat is no conflict',
      );
    });

    it('looks at the signaal as the clock left it', async () => {
      const id = await kamer.dienIn();
      const { inhoudsversie } = await kamer.stand(id);
      while ((await kamer.stand(id)).niveau === 'lokaal') await kamer.volgendeMijlpaal(id);
      const notitie = opdracht('metgezel.noord', { soort: 'notitie', tekst: { notitie: 'Nog iets.' } });
      assert.equal((await kamer.uitvoeren.voerUit(id, notitie, { inhoudsversie })).soort, 'verouderd');
    });
  });

  it('throws StroomNietGevonden for an act on what was never filed', async () => {
    await assert.rejects(kamer.doe(randomUUID(), 'landelijk', { soort: 'oppakken' }), StroomNietGevonden);
  });

  it('numbers signalen with the year of filing and at least four digits', async () => {
    await kamer.sql(sql`select setval('signaalnummer', 9998)`);
    const nummers: unknown[] = [];
    for (let i = 0; i < 3; i += 1) {
      const [signaal] = await kamer.sql(sql`select nummer from signaal where id = ${await kamer.dienIn()}`);
      nummers.push(String(signaal?.['nummer']).slice(6));
    }
    assert.deepEqual(nummers, ['-9999', '-10000', '-10001']);
  });
});

function uitkomst() {
  return {
    soort: 'uitkomstMelden',
    uitkomst: 'opgelost',
    systeemreden: null,
    terugkoppeling: false,
    tekst: { uitkomst: 'Klaar.' },
  } as const;
}
