import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { appendFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { createCasusbijlagen } from '#activities/casus/casus.ts';
import { geefDoor } from '#activities/doorgeven.ts';
import { herstel } from '#activities/herstel/herstel.ts';
import { createWisjournaal, type Journaalsleutels, journaalsleutelsVan } from '#activities/wissen/journaal.ts';
import { schrijfJournaalBij, vernietigAlles } from '#activities/wissen/vernietigen.ts';
import { stelWissenVoor } from '#activities/wissen/voorstellen.ts';
import { number, text } from '#db/columns.ts';
import { jsonb, rows, sql } from '#db/sql.ts';
import { datumVan, opUur, plusDagen } from '#domain/tijd/amsterdam.ts';
import { keepSealKeys, sealKeysOf } from '#platform/embedded/seal-keys.ts';
import { createKeyRing, type KeyRing, namedByItself } from '#platform/key-ring.ts';
import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';
import { tot, Werkplaats } from '#test/support/worker.ts';

const VIJF_JAAR_LATER = () => new Date(Date.now() + 61 * 31 * 86_400_000).toISOString();

/** Where the machine goes down, as test/support/falling-eraser.ts knows it. */
const FALLS = ['after the journal', 'inside the transaction', 'before Temporal', 'before the end'];

describe('erasing a signaal', () => {
  let werkplaats: Werkplaats;
  let app: Client;
  let map: string;
  before(async () => {
    werkplaats = await Werkplaats.open();
    app = await startApp({ database: werkplaats.databaseUrl });
    await rows(
      app.db(),
      sql`insert into gebruiker (id, naam, email, telefoon, rollen, regios)
          values ('landelijk2', 'Twee Landelijk', 'landelijk2@voorbeeld.nl', '06 1234 5699', array['landelijk_team'], '{}')`,
    );
    map = await mkdtemp(path.join(tmpdir(), 'signaalpunt-wissen-'));
  });
  after(async () => {
    await app.stop();
    await werkplaats.sluit();
    await rm(map, { recursive: true, force: true });
  });

  const vernietig = () => {
    const { database, client, wekken } = werkplaats;
    return vernietigAlles({ database, client, wekken, journaal: createWisjournaal(map, null) });
  };
  const journaal = async () =>
    (await readFile(path.join(map, 'gewist.jsonl'), 'utf8'))
      .trim()
      .split('\n')
      .map((regel) => JSON.parse(regel));

  async function gesloten(casus?: object): Promise<{ id: string; nummer: string }> {
    const melding = nieuwSignaal({ wens: 'hulp', motief: 'geen_reactie', knelpunt: 'Kanarie: niemand helpt.' });
    const { body } = await app.as('metgezel.noord').post('/signalen', melding);
    if (casus !== undefined)
      assert.equal((await app.as('metgezel.noord').post(`/signalen/${body.nummer}/casusteksten`, casus)).status, 201);
    const coordinator = app.as('coordinator.noord');
    await coordinator.post(`/signalen/${body.nummer}/oppakkingen`);
    const uitkomst = { uitkomst: 'opgelost', toelichting: 'Kanarie: het is gelukt.', terugkoppeling: 'Kanarie.' };
    const { status } = await coordinator.post(`/signalen/${body.nummer}/uitkomsten`, uitkomst);
    assert.equal(status, 201);
    return body;
  }

  /** A report with a story about that signaal. */
  async function vertel(signaal: string, periode: string, status: 'concept' | 'nagekeken' | 'definitief') {
    const door = (wie: string, ...vanaf: string[]) => (vanaf.includes(status) ? wie : null);
    await rows(
      app.db(),
      sql`insert into rapport (periode, versie, status, inhoud, stand, gemaakt_op, auteurs)
          values (${periode}, 1, 'concept', '{}', 1, now(), '{}')`,
    );
    await rows(
      app.db(),
      sql`insert into vignet (id, rapport, signaal, titel, verhaal, geschreven_door, geschreven_op)
          select uuidv7(), r.id, ${signaal}, ${periode}, 'Kanarie.', 'landelijk', now() from rapport r where r.periode = ${periode}`,
    );
    await rows(
      app.db(),
      sql`update rapport set status = case when ${status} = 'concept' then 'concept' else 'nagekeken' end,
                 nagekeken_door = ${door('a', 'nagekeken', 'definitief')} where periode = ${periode}`,
    );
    if (status === 'definitief')
      await rows(
        app.db(),
        sql`update rapport set status = 'definitief', vrijgegeven_door = 'b' where periode = ${periode}`,
      );
  }

  async function voorgesteld(nummer: string) {
    const { body } = await app.as('landelijk').get('/wissingen?limiet=100');
    return body.wissingen.find((wissing: { nummer: string; soort: string }) => wissing.nummer === nummer);
  }

  it('takes a term that is over and two people, and leaves its number, its codes and its dates', async () => {
    const { id, nummer } = await gesloten();
    assert.equal(await stelWissenVoor(werkplaats.database), 0);
    await werkplaats.uitvoeren.leesStand(id, VIJF_JAAR_LATER());
    assert.equal(await stelWissenVoor(werkplaats.database), 1);
    assert.equal(await stelWissenVoor(werkplaats.database), 0);

    const { id: wissing } = await voorgesteld(nummer);
    const bevestig = (wie: string) => app.as(wie).post(`/wissingen/${wissing}/bevestigingen`);
    assert.equal((await bevestig('coordinator.noord')).status, 403);
    assert.equal((await bevestig('landelijk')).body.status, 'voorgesteld');
    assert.equal((await bevestig('landelijk')).body.bevestigingen.length, 1);
    assert.equal((await bevestig('landelijk2')).body.code, 'niet_bevoegd');
    assert.equal((await bevestig('beheer')).body.status, 'bevestigd');

    await vertel(id, '2001-1', 'concept');
    await vertel(id, '2001-2', 'nagekeken');
    await vertel(id, '2002-1', 'definitief');
    await tot(async () => (await vernietig()) === 1);
    const verteld = await rows(app.db(), sql`select titel, signaal from vignet`);
    assert.deepEqual(verteld, [{ titel: '2002-1', signaal: null }], 'what is final stays, and leads nowhere');
    const [{ teksten, staat }] = (await rows(
      app.db(),
      sql`select (select count(*)::int from tekst where stroom = ${id}) as teksten, (staat ->> 'status') as staat
            from stroom where id = ${id}`,
      { teksten: number, staat: text },
    )) as [{ teksten: number; staat: string }];
    assert.deepEqual([teksten, staat], [0, 'afgesloten']);
    const [regel] = await journaal();
    assert.deepEqual([regel.nummer, regel.grond, regel.maanden], [nummer, 'bewaartermijn', 60]);

    const gelezen = await app.as('coordinator.noord').get(`/signalen/${nummer}`);
    assert.equal(gelezen.status, 410);
    assert.equal(gelezen.headers.get('content-type'), 'application/problem+json');
    assert.match(gelezen.body.detail, /^Dit signaal is gewist op .*, omdat de bewaartermijn van 5 jaar voorbij was\.$/);
    assert.equal((await app.as('coordinator.west').get(`/signalen/${nummer}`)).status, 404);
    const daad = await app.as('metgezel.noord').post(`/signalen/${nummer}/heropeningen`, { toelichting: 'Toch.' });
    assert.deepEqual([daad.status, daad.body.code], [410, 'gewist']);
    const lijst = await app.as('coordinator.noord').get('/signalen');
    const over = lijst.body.signalen.find((een: { nummer: string }) => een.nummer === nummer);
    assert.deepEqual([over.onderwerp, over.status], [null, 'afgesloten']);
  });

  async function gewist(nummer: string): Promise<void> {
    const verzoek = { signaal: nummer, grond: 'bezwaar', reden: 'Het gezin vraagt erom.' };
    const { body } = await app.as('landelijk').post('/wissingen', verzoek);
    await bevestigd(body.id);
    await klaar();
  }
  async function bevestigd(wissing: string): Promise<void> {
    for (const wie of ['landelijk', 'beheer'])
      assert.equal((await app.as(wie).post(`/wissingen/${wissing}/bevestigingen`)).status, 201);
  }
  const klaar = () =>
    tot(async () => {
      await vernietig();
      return (await rows(app.db(), sql`select from wissing where status = 'bevestigd'`)).length === 0;
    });
  const teksten = async (stroom: string): Promise<string[]> => {
    const gevonden = await rows(app.db(), sql`select inhoud from tekst where stroom = ${stroom}`, { inhoud: text });
    return gevonden.map(({ inhoud }) => inhoud);
  };
  const herstelMet = (sleutels: Journaalsleutels | null) => {
    const { database, client, wekken, uitvoeren } = werkplaats;
    return herstel({ database, client, wekken, uitvoeren, journaal: createWisjournaal(map, sleutels) });
  };

  it('takes who it is about alone, where that term is over, and leaves the rest of the signaal', async () => {
    const { id, nummer } = await gesloten({ overWie: 'Kanarie: Bas.' });
    await werkplaats.uitvoeren.leesStand(id, new Date(Date.now() + 7 * 31 * 86_400_000).toISOString());
    await stelWissenVoor(werkplaats.database);
    const { id: wissing, soort } = await voorgesteld(nummer);
    assert.equal(soort, 'casusbijlage');
    await bevestigd(wissing);
    await klaar();
    const [over] = await rows(
      app.db(),
      sql`select (select count(*)::int from casusbijlage where stroom = ${id}) as stukken,
                 (select count(*)::int from signaalsleutel where stroom = ${id} and sleutel is not null) as sleutels`,
      { stukken: number, sleutels: number },
    );
    assert.deepEqual(over, { stukken: 0, sleutels: 0 });
    assert.ok((await teksten(id)).includes('Kanarie: niemand helpt.'));
    const { status, body } = await app.as('metgezel.noord').get(`/signalen/${nummer}`);
    assert.deepEqual([status, body.knelpunt], [200, 'Kanarie: niemand helpt.']);
    const casus = await app.as('metgezel.noord').post(`/signalen/${nummer}/casusteksten`, { overWie: 'Weer Bas.' });
    assert.equal(casus.body.code, 'sleutel_vernietigd', 'nothing can be added');
    await stelWissenVoor(werkplaats.database);
    assert.equal(await voorgesteld(nummer), undefined, 'and it is not proposed again');
  });

  it('is proposed again on the day after it was kept longer', async () => {
    const { id, nummer } = await gesloten({ overWie: 'Kanarie: Bas.' });
    const later = new Date(Date.now() + 7 * 31 * 86_400_000).toISOString();
    await werkplaats.uitvoeren.leesStand(id, later);
    await stelWissenVoor(werkplaats.database);
    const { id: wissing } = await voorgesteld(nummer);
    const laatste = plusDagen(datumVan(later), 10);
    const bewaard = await app
      .as('beheer')
      .post(`/wissingen/${wissing}/bewaringen`, { totEnMetDatum: laatste, reden: 'Er loopt een klacht.' });
    assert.equal(bewaard.status, 201, JSON.stringify(bewaard.body));
    await werkplaats.uitvoeren.leesStand(id, opUur(laatste, 23, 0));
    await stelWissenVoor(werkplaats.database);
    assert.equal(await voorgesteld(nummer), undefined, 'through that day');
    await werkplaats.uitvoeren.leesStand(id, opUur(plusDagen(laatste, 1), 1, 0));
    await stelWissenVoor(werkplaats.database);
    const nieuw = await voorgesteld(nummer);
    assert.deepEqual([nieuw.soort, nieuw.bevestigingen], ['casusbijlage', []]);
  });

  it('takes what was copied between signalen that were merged, and leaves what the other says itself', async () => {
    const dien = async (knelpunt: string) =>
      (await app.as('metgezel.noord').post('/signalen', nieuwSignaal({ knelpunt }))).body;
    const daad = async (nummer: string, pad: string, inhoud: object, wie = 'metgezel.noord') =>
      assert.equal((await app.as(wie).post(`/signalen/${nummer}/${pad}`, inhoud)).status, 201, pad);
    const [blijft, dubbel, ander] = [await dien('Roodborst.'), await dien('Kanarie een.'), await dien('Kanarie twee.')];
    for (const { nummer } of [dubbel, ander]) {
      await daad(nummer, 'samenvoegingen', { met: blijft.id }, 'coordinator.noord');
      await daad(nummer, 'aanvullingen', { aanvulling: `Kanarie: een brief bij ${nummer}.` });
    }
    await daad(blijft.nummer, 'uitkomsten', { uitkomst: 'opgelost', toelichting: 'Roodborst: gelukt.' });
    await geefDoor(app.database, app.uitvoeren.voerUit);
    const brief = ({ nummer }: { nummer: string }) => `Kanarie: een brief bij ${nummer}.`;
    for (const een of [dubbel, ander]) assert.ok((await teksten(blijft.id)).includes(brief(een)), 'it was copied');
    assert.ok((await teksten(dubbel.id)).includes('Roodborst: gelukt.'), 'its answer was copied back');
    await gewist(dubbel.nummer);
    const over = await teksten(blijft.id);
    assert.ok(over.includes('Roodborst.') && over.includes(brief(ander)) && !over.includes(brief(dubbel)));
    await gewist(blijft.nummer);
    assert.deepEqual((await teksten(ander.id)).toSorted(), [brief(ander), 'Kanarie twee', 'Kanarie twee.'].toSorted());
  });

  it('leaves nothing of what somebody was still writing under the key when it was destroyed', async () => {
    const { id, nummer } = await gesloten();
    const verzoek = { signaal: nummer, grond: 'bezwaar', reden: 'Het gezin vraagt erom.' };
    await bevestigd((await app.as('landelijk').post('/wissingen', verzoek)).body.id);
    const [heeftSleutel, magVerder] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const sleutelbos = createKeyRing(namedByItself(Buffer.alloc(32, 9)));
    const traag: KeyRing = {
      ...sleutelbos,
      unwrap: async (...verpakt) => {
        heeftSleutel.resolve();
        await magVerder.promise;
        return sleutelbos.unwrap(...verpakt);
      },
    };
    const bestand = {
      naam: 'kanarie.pdf',
      inhoud: Buffer.from('%PDF-1.7 Kanarie'),
      mediatype: 'application/pdf',
    } as const;
    const plek = { stroom: id, door: 'metgezel.noord', op: new Date().toISOString() };
    // Its key is there already, as it is of every signaal with a casusbijlage.
    await rows(
      app.db(),
      sql`insert into signaalsleutel (stroom, sleutel, hoofdsleutel)
          values (${id}, ${await sleutelbos.wrap(Buffer.alloc(32, 7), id)}, ${sleutelbos.currentId})`,
    );
    const geschreven = createCasusbijlagen(app.database, traag).voegBestandToe(plek, 'brief', bestand);
    await heeftSleutel.promise;
    let isVernietigd = false;
    const vernietigd = klaar().finally(() => (isVernietigd = true));
    await tot(async () => isVernietigd || (await wachtenden()) > 0);
    magVerder.resolve();
    await Promise.all([geschreven, vernietigd]);
    assert.deepEqual(await rows(app.db(), sql`select id from casusbijlage where stroom = ${id}`), []);
  });
  const wachtenden = async () =>
    (await rows(app.db(), sql`select from pg_locks where locktype = 'advisory' and not granted`)).length;

  it('is not confirmed once its signaal was opened again since, and proposed anew when that closing is long ago', async () => {
    const melder = app.as('metgezel.noord');
    const { body: melding } = await melder.post('/signalen', nieuwSignaal({ wens: 'melden' }));
    const { id, nummer } = melding;
    await werkplaats.uitvoeren.leesStand(id, VIJF_JAAR_LATER());
    await stelWissenVoor(werkplaats.database);
    const eerder = await voorgesteld(nummer);
    const bevestig = (wie: string) => app.as(wie).post(`/wissingen/${eerder.id}/bevestigingen`);
    assert.equal((await bevestig('landelijk')).status, 201);
    assert.equal((await melder.post(`/signalen/${nummer}/heropeningen`, { toelichting: 'Toch.' })).status, 201);
    assert.match((await bevestig('beheer')).body.detail, /loopt nog/);
    assert.equal((await melder.post(`/signalen/${nummer}/intrekkingen`)).status, 201);
    const geweigerd = await bevestig('beheer');
    assert.equal(geweigerd.status, 409);
    assert.match(geweigerd.body.detail, /intussen weer open geweest/);
    assert.match((await voorgesteld(nummer)).waaromNietNu, /intussen weer open geweest/);
    await stelWissenVoor(werkplaats.database);
    assert.equal(await voorgesteld(nummer), undefined);
  });

  it('waits for two who still decide on it: who confirmed first and lost the role counts no more', async () => {
    const { nummer } = await gesloten();
    const verzoek = { signaal: nummer, grond: 'bezwaar', reden: 'Het gezin vraagt erom.' };
    const { body } = await app.as('landelijk').post('/wissingen', verzoek);
    const bevestig = async (wie: string) => (await app.as(wie).post(`/wissingen/${body.id}/bevestigingen`)).body;
    assert.equal((await bevestig('landelijk2')).status, 'voorgesteld');
    const verander = (rollen: string[], actiefTot: string | null) =>
      rows(app.db(), sql`update gebruiker set rollen = ${rollen}, actief_tot = ${actiefTot} where id = 'landelijk2'`);
    await verander(['landelijk_team'], '2001-01-01');
    const alleen = await bevestig('beheer');
    assert.equal(alleen.status, 'voorgesteld', 'who left does not confirm together with who is here');
    await verander(['landelijk_team'], null);
    assert.equal((await bevestig('landelijk')).status, 'bevestigd', 'and nobody has to start anew');
    await klaar();
  });

  for (const waar of FALLS)
    it(`is whole after the machine went down ${waar}`, async () => {
      const { id, nummer } = await gesloten({ overWie: 'Kanarie: Bas.' });
      const verzoek = { signaal: nummer, grond: 'bezwaar', reden: 'Het gezin vraagt erom.' };
      await bevestigd((await app.as('landelijk').post('/wissingen', verzoek)).body.id);
      const { databaseUrl, address } = werkplaats;
      const bestand = fileURLToPath(new URL('../support/falling-eraser.ts', import.meta.url));
      const proces = spawn(process.execPath, ['--import', 'tsx', bestand, databaseUrl, address, map, waar], {
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      const [, signaal] = (await once(proces, 'exit')) as [number | null, string | null];
      assert.equal(signaal, 'SIGKILL');
      assert.equal(
        (await app.as('metgezel.noord').get(`/signalen/${nummer}`)).status,
        410,
        'nobody reads it meanwhile',
      );
      await klaar();
      assert.deepEqual(await teksten(id), []);
      const regels = (await journaal()).filter((regel) => regel.nummer === nummer);
      assert.equal(regels.length, 1, 'one line in the journal');
    });

  it('is done again where a back-up says that it was done, and rows of an older one are beside it', async () => {
    const { id, nummer } = await gesloten();
    const oud = await rows(app.db(), sql`select volgnummer, veld, inhoud from tekst where stroom = ${id}`, {
      volgnummer: number,
      veld: text,
      inhoud: text,
    });
    await gewist(nummer);
    assert.equal((await herstelMet(null)).gewist, 0);
    await rows(
      app.db(),
      sql`insert into tekst (stroom, volgnummer, veld, inhoud)
          select ${id}::uuid, volgnummer, veld, inhoud from jsonb_to_recordset(${jsonb(oud)}) as t (volgnummer int, veld text, inhoud text)`,
    );
    assert.equal((await herstelMet(null)).gewist, 1);
    await klaar();
    assert.deepEqual(await teksten(id), []);
    assert.equal((await herstelMet(null)).gewist, 0);
  });

  it('is never done on the word of a line in the journal that we did not sign', async () => {
    const { id, nummer } = await gesloten();
    const eigen = { dataDir: map, seals: { dir: map } };
    await keepSealKeys(eigen);
    const sleutels = await journaalsleutelsVan(sealKeysOf(eigen), map);
    const [voorbeeld] = await journaal();
    const { sleutel: _s, handtekening: _h, ...regel } = voorbeeld;
    const vals = { ...regel, wissing: randomUUID(), stroom: id, nummer };
    await schrijfJournaalBij(werkplaats.database, createWisjournaal(map, sleutels));
    const getekend = (await journaal()).findLast((een) => een.handtekening !== undefined);
    const eerder = (await journaal()).length;
    // One without a signature, and one with that of another line.
    const { handtekening, sleutel } = getekend;
    await appendFile(
      path.join(map, 'gewist.jsonl'),
      `${JSON.stringify(vals)}\n${JSON.stringify({ ...vals, sleutel, handtekening })}\n`,
    );
    const { gewist: aantal, vreemd } = await herstelMet(sleutels);
    assert.equal(aantal, 0);
    assert.deepEqual(vreemd.slice(-2), [eerder + 1, eerder + 2]);
    assert.ok((await teksten(id)).length > 0);
    assert.equal((await app.as('metgezel.noord').get(`/signalen/${nummer}`)).status, 200);
  });

  it('is told by the journal whatever an editor did to the ends of its lines, and says which line was cut off', async () => {
    const bestand = path.join(map, 'gewist.jsonl');
    const sleutels = await journaalsleutelsVan(sealKeysOf({ dataDir: map, seals: { dir: map } }), map);
    const lezer = createWisjournaal(map, sleutels);
    const heel = await readFile(bestand, 'utf8');
    const { regels, vreemd } = await lezer.lees();
    await writeFile(bestand, heel.replaceAll('\n', '\r\n'));
    assert.deepEqual(await lezer.lees(), { regels, vreemd }, 'as Windows ends its lines');

    const getekend = heel
      .trim()
      .split('\n')
      .filter((regel) => regel.includes('handtekening'));
    const [een = '', twee = ''] = getekend;
    for (const over of [een.length - 1, 90, 5]) {
      await writeFile(bestand, `${twee}\n${een.slice(0, over)}`);
      assert.deepEqual((await lezer.lees()).vreemd, [2], `cut off at ${over}`);
      await writeFile(bestand, `${een.slice(0, over)}\n${een}\n${twee}\n`);
      assert.deepEqual((await lezer.lees()).vreemd, [], 'written again after it');
    }
    await writeFile(bestand, heel);
  });

  it('is not begun while the journal cannot be written, nobody reads it meanwhile, and it is done once it can', async () => {
    const { id, nummer } = await gesloten();
    const verzoek = { signaal: nummer, grond: 'bezwaar', reden: 'Het gezin vraagt erom.' };
    await bevestigd((await app.as('landelijk').post('/wissingen', verzoek)).body.id);
    const elders = path.join(map, 'elders');
    await mkdir(path.join(elders, 'gewist.jsonl'), { recursive: true });
    const { database, client, wekken } = werkplaats;
    const wis = () => vernietigAlles({ database, client, wekken, journaal: createWisjournaal(elders, null) });
    await assert.rejects(wis(), ({ errors: [fout] }: AggregateError) => {
      assert.match(String(fout), /gewist\.jsonl: er staat een map op die plaats; haal die weg/);
      return true;
    });
    assert.ok((await teksten(id)).length > 0);
    assert.equal((await app.as('metgezel.noord').get(`/signalen/${nummer}`)).status, 410);
    await rm(elders, { recursive: true });
    await klaar();
    assert.deepEqual(await teksten(id), []);
  });

  it('stands in the journal again, signed, when that was lost: the database knows what two people confirmed', async () => {
    await rm(path.join(map, 'gewist.jsonl'));
    const sleutels = await journaalsleutelsVan(sealKeysOf({ dataDir: map, seals: { dir: map } }), map);
    const opnieuw = createWisjournaal(map, sleutels);
    await schrijfJournaalBij(werkplaats.database, opnieuw);
    await schrijfJournaalBij(werkplaats.database, opnieuw);
    const { regels, vreemd } = await opnieuw.lees();
    const [{ aantal } = { aantal: 0 }] = await rows(
      app.db(),
      sql`select count(*)::int as aantal from wissing where status = 'gewist'`,
      { aantal: number },
    );
    assert.ok(aantal > 5);
    assert.deepEqual([regels.length, vreemd], [aantal, []]);
  });
});
