import assert from 'node:assert/strict';

import { StroomNietGevonden } from '#activities/schrijven/uitvoeren.ts';
import { text } from '#db/columns.ts';
import { sql } from '#db/sql.ts';
import { contactVan, DIENST } from '#domain/signaal/opdracht.ts';
import { datumVan, opUur, plusDagen } from '#domain/tijd/amsterdam.ts';
import { Schrijfkamer } from '#test/support/schrijfkamer.ts';
import { antwoord as antwoordOp, verzoekDoen } from '#test/support/zaak.ts';

const GEMEENTE = { organisatie: 'GM0014' };

describe('who acts, as voerUit knows them', () => {
  let kamer: Schrijfkamer;
  before(async () => (kamer = await Schrijfkamer.open()));
  after(() => kamer.sluit());

  const opgepakt = async (): Promise<string> => {
    const id = await kamer.dienIn({ wens: 'hulp', motief: 'geen_reactie' });
    await kamer.doe(id, 'coordinator.noord', { soort: 'oppakken' });
    return id;
  };
  const namens = async (id: string): Promise<string[]> => {
    const regels = await kamer.sql(
      sql`select soort || ' ' || door || ' namens ' || namens as regel from gebeurtenis
           where stroom = ${id} and namens is not null order by volgnummer`,
      { regel: text },
    );
    return regels.map(({ regel }) => regel);
  };
  const laatWaarnemen = (afwezige: string, waarnemer: string, van: string, tot: string) =>
    kamer.sql(sql`insert into waarneming values (gen_random_uuid(), ${afwezige}, ${waarnemer}, ${van}, ${tot})`);

  it('the service itself has no account: a bounce ends a verzoek', async () => {
    const id = await opgepakt();
    await kamer.doe(id, 'coordinator.noord', verzoekDoen('v', GEMEENTE));
    const antwoord = await kamer.doe(id, DIENST, { soort: 'verzoekOnbestelbaar', verzoek: 'v' });
    assert.equal(antwoord.soort, 'gedaan');
    assert.deepEqual(
      (await kamer.berichten(id)).filter((regel) => regel.endsWith('onbestelbaar')),
      ['coordinator.noord onbestelbaar'],
    );
  });

  it('a contact of a ketenpartner has none either, and answers the own verzoek alone', async () => {
    const id = await opgepakt();
    await kamer.sql(sql`update loket set onbestelbaar_op = null`);
    await kamer.doe(id, 'coordinator.noord', verzoekDoen('v', GEMEENTE));
    await kamer.doe(id, 'coordinator.noord', verzoekDoen('w', GEMEENTE));
    const antwoord = { soort: 'verzoekBeantwoorden', verzoek: 'v', antwoord: { soort: 'opgelost' } } as const;
    assert.equal((await kamer.doe(id, contactVan('w'), antwoord)).soort, 'geweigerd');
    assert.equal((await kamer.doe(id, contactVan('v'), antwoord)).soort, 'gedaan');
  });

  it('the service lets go of a behandelaar whose account has ended, and of nobody else', async () => {
    const id = await opgepakt();
    await kamer.doe(id, DIENST, { soort: 'vrijgeven' });
    assert.equal((await kamer.stand(id)).status, 'in_behandeling');
    await kamer.sql(sql`update gebruiker set actief_tot = '2026-01-01' where id = 'coordinator.noord'`);
    await kamer.doe(id, DIENST, { soort: 'vrijgeven' });
    assert.equal((await kamer.stand(id)).status, 'wacht_op_oppakken');
    await kamer.sql(sql`update gebruiker set actief_tot = null where id = 'coordinator.noord'`);
  });

  it('a deputy acts in the name of the absent behandelaar on the days of that, on the clock of the stream', async () => {
    const id = await opgepakt();
    const vandaag = datumVan((await kamer.stand(id)).nu);
    await laatWaarnemen('coordinator.noord', 'coordinator.west', plusDagen(vandaag, 2), plusDagen(vandaag, 3));
    const verleng = { soort: 'verlengen', tekst: {} } as const;
    await assert.rejects(kamer.doe(id, 'coordinator.west', verleng), StroomNietGevonden);
    await kamer.zetKlok(id, opUur(plusDagen(vandaag, 2), 0, 0));
    assert.equal((await kamer.doe(id, 'coordinator.west', verleng)).soort, 'gedaan');
    await kamer.doe(id, 'coordinator.west', { soort: 'notitie', tekst: { notitie: 'Gebeld.' } });
    assert.deepEqual(await namens(id), ['verlengd coordinator.west namens coordinator.noord']);
    await kamer.zetKlok(id, opUur(plusDagen(vandaag, 4), 0, 0));
    await assert.rejects(kamer.doe(id, 'coordinator.west', verzoekDoen('v', GEMEENTE)), StroomNietGevonden);
  });

  it('a deputy of a coordinator takes up what is new in that region, on those days and no other', async () => {
    const id = await kamer.dienIn({ wens: 'hulp', motief: 'geen_reactie', regio: 'ZUID' });
    const vandaag = datumVan((await kamer.stand(id)).nu);
    await laatWaarnemen('coordinator.zuid', 'coordinator.west', plusDagen(vandaag, 1), plusDagen(vandaag, 1));
    const oppakken = { soort: 'oppakken' } as const;
    await assert.rejects(kamer.doe(id, 'coordinator.west', oppakken), StroomNietGevonden);
    await kamer.zetKlok(id, opUur(plusDagen(vandaag, 1), 9, 0));
    assert.equal((await kamer.doe(id, 'coordinator.west', oppakken)).soort, 'gedaan');
    assert.equal((await kamer.stand(id)).status, 'in_behandeling');
  });

  it('the behandelaar acts in nobody’s name, also while somebody deputises', async () => {
    const id = await opgepakt();
    const vandaag = datumVan((await kamer.stand(id)).nu);
    await laatWaarnemen('coordinator.zuid', 'coordinator.noord', vandaag, vandaag);
    await kamer.doe(id, 'coordinator.noord', { soort: 'verlengen', tekst: {} });
    assert.deepEqual(await namens(id), []);
  });

  it('an expert with a conflict cannot be asked, and one who is asked may answer', async () => {
    const id = await kamer.dienIn({ wens: 'hulp', motief: 'geen_reactie', organisatie: 'DEMO_ZORGAANBIEDER' });
    await kamer.doe(id, 'coordinator.noord', { soort: 'oppakken' });
    const vraag = (verzoek: string, persoon: string) =>
      kamer.doe(
        id,
        'coordinator.noord',
        verzoekDoen(verzoek, { verzoeksoort: 'consultatie', organisatie: null, persoon }),
      );
    const conflict = await vraag('v', 'metgezel.zorgaanbieder');
    assert.deepEqual('code' in conflict && conflict.code, 'ontvanger_ongeschikt');
    assert.equal((await vraag('w', 'metgezel.west')).soort, 'gedaan');
    const advies = antwoordOp('w', { soort: 'advies' });
    assert.equal((await kamer.doe(id, 'metgezel.west', advies)).soort, 'gedaan');
  });
});
