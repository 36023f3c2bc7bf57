import assert from 'node:assert/strict';

import { geefDoor } from '#activities/doorgeven.ts';
import { text } from '#db/columns.ts';
import { sql } from '#db/sql.ts';
import { Schrijfkamer } from '#test/support/schrijfkamer.ts';

const AAN_DE_MELDER = { terugkoppeling: 'De gemeente regelt het vervoer.' };

describe('two signalen that were merged', () => {
  let kamer: Schrijfkamer;
  beforeEach(async () => {
    kamer = await Schrijfkamer.open();
  });
  afterEach(() => kamer.sluit());

  const doorgegeven = (): Promise<number> => geefDoor(kamer.database, kamer.uitvoeren.voerUit);
  const teksten = (stroom: string, veld: string): Promise<{ inhoud: string }[]> =>
    kamer.sql(sql`select inhoud from tekst where stroom = ${stroom} and veld = ${veld} order by volgnummer`, {
      inhoud: text,
    });
  const gehoord = async (stroom: string, soort: string): Promise<string[]> =>
    (await kamer.berichten(stroom)).filter((regel) => regel.endsWith(` ${soort}`));

  /** A signaal that coordinator.noord has in hand, and one of somebody else that was merged into it. */
  async function samengevoegd(): Promise<{ blijft: string; dubbel: string }> {
    const blijft = await kamer.dienIn({ wens: 'hulp', motief: 'geen_reactie' });
    await kamer.doe(blijft, 'coordinator.noord', { soort: 'oppakken' });
    const dubbel = await kamer.dienIn();
    await kamer.doe(dubbel, 'landelijk', { soort: 'samenvoegen', met: blijft });
    return { blijft, dubbel };
  }
  const sluit = (stroom: string) =>
    kamer.doe(stroom, 'coordinator.noord', {
      soort: 'uitkomstMelden',
      uitkomst: 'opgelost',
      systeemreden: null,
      terugkoppeling: true,
      tekst: { toelichting: 'Na drie gesprekken.', ...AAN_DE_MELDER },
    });

  it('the behandelaar of the one that stays hears of the other', async () => {
    const { blijft } = await samengevoegd();
    assert.deepEqual(await gehoord(blijft, 'duplicaat'), ['coordinator.noord duplicaat']);
  });

  it('the filer of the duplicate gets the answer to the one that stays, once for each answer', async () => {
    const { blijft, dubbel } = await samengevoegd();
    assert.equal(await doorgegeven(), 0);
    await sluit(blijft);
    assert.equal(await doorgegeven(), 1);
    assert.equal(await doorgegeven(), 0);
    assert.deepEqual(await teksten(dubbel, 'terugkoppeling'), [{ inhoud: AAN_DE_MELDER.terugkoppeling }]);
    assert.deepEqual(await teksten(dubbel, 'toelichting'), []);
    assert.deepEqual(await gehoord(dubbel, 'teruggekoppeld'), ['metgezel.noord teruggekoppeld']);
    const [feit] = await kamer.sql(
      sql`select data, door from gebeurtenis where stroom = ${dubbel} and soort = 'teruggekoppeld'`,
    );
    assert.deepEqual(feit, { data: { uit: { signaal: blijft, door: 'coordinator.noord' } }, door: 'signaalpunt' });

    await kamer.doe(blijft, 'coordinator.noord', { soort: 'heropenen', tekst: {} });
    await sluit(blijft);
    assert.equal(await doorgegeven(), 1);
    assert.equal((await teksten(dubbel, 'terugkoppeling')).length, 2);
  });

  it('the answer goes on along a chain of them', async () => {
    const { blijft, dubbel } = await samengevoegd();
    const hoogste = await kamer.dienIn({ wens: 'hulp', motief: 'geen_reactie' });
    await kamer.doe(hoogste, 'coordinator.noord', { soort: 'oppakken' });
    await kamer.doe(blijft, 'landelijk', { soort: 'samenvoegen', met: hoogste });
    await sluit(hoogste);
    assert.deepEqual([await doorgegeven(), await doorgegeven(), await doorgegeven()], [1, 1, 0]);
    assert.deepEqual(await teksten(dubbel, 'terugkoppeling'), [{ inhoud: AAN_DE_MELDER.terugkoppeling }]);
  });

  it('hears of it too when the one that stays ends without an answer, or in the hands of its own filer', async () => {
    const { blijft, dubbel } = await samengevoegd();
    await kamer.doe(blijft, 'metgezel.noord', { soort: 'intrekken', tekst: { toelichting: 'Kanarie.' } });
    assert.equal(await doorgegeven(), 1);
    assert.match((await teksten(dubbel, 'terugkoppeling'))[0]?.inhoud ?? '', /is ingetrokken[^]*nieuw signaal in/);

    const zelf = await kamer.dienIn();
    const ander = await kamer.dienIn();
    await kamer.doe(ander, 'landelijk', { soort: 'samenvoegen', met: zelf });
    await kamer.doe(zelf, 'metgezel.noord', {
      soort: 'uitkomstMelden',
      uitkomst: 'opgelost',
      systeemreden: null,
      terugkoppeling: false,
      tekst: { toelichting: 'Het is gelukt.' },
    });
    assert.equal(await doorgegeven(), 1);
    assert.deepEqual(await teksten(ander, 'terugkoppeling'), [{ inhoud: 'Het is gelukt.' }]);
  });

  it('what the filer of the duplicate adds reaches the one that stays, and its behandelaar hears of it once', async () => {
    const { blijft, dubbel } = await samengevoegd();
    const aanvullen = { soort: 'aanvullen', besluit: null, tekst: { aanvulling: 'Er is een brief gekomen.' } } as const;
    assert.equal((await kamer.doe(dubbel, 'metgezel.noord', aanvullen)).soort, 'gedaan');
    assert.equal(await doorgegeven(), 1);
    assert.equal(await doorgegeven(), 0);
    assert.deepEqual(await teksten(blijft, 'aanvulling'), [{ inhoud: 'Er is een brief gekomen.' }]);
    assert.deepEqual(await gehoord(blijft, 'aangevuld'), ['coordinator.noord aangevuld']);
    assert.deepEqual(await gehoord(dubbel, 'aangevuld'), []);
  });

  it('one that is parked holds up no other', async () => {
    const een = await samengevoegd();
    const ander = await samengevoegd();
    await kamer.sql(sql`update stroom set geparkeerd_op = now() where id = ${een.dubbel}`);
    await sluit(een.blijft);
    await sluit(ander.blijft);
    assert.equal(await doorgegeven(), 1);
    await kamer.sql(sql`update stroom set geparkeerd_op = null where id = ${een.dubbel}`);
    assert.equal(await doorgegeven(), 1);
  });
});
