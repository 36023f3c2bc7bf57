import assert from 'node:assert/strict';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { herstel } from '#activities/herstel/herstel.ts';
import { wikkelOm } from '#activities/hoofdsleutel/omwikkelen.ts';
import { leesSleutel } from '#activities/schrijven/signaalsleutel.ts';
import { createWisjournaal, journaalsleutelsVan, type Wisjournaal } from '#activities/wissen/journaal.ts';
import { createBewaartermijnen } from '#activities/wissen/termijnen.ts';
import { vernietigAlles } from '#activities/wissen/vernietigen.ts';
import { number, text } from '#db/columns.ts';
import { jsonb, rows, sql } from '#db/sql.ts';
import { datumVan, plusDagen } from '#domain/tijd/amsterdam.ts';
import { keepSealKeys, sealKeysOf } from '#platform/embedded/seal-keys.ts';
import { type KeyFile, keysOf, newKeyFile, withMasterKey } from '#platform/key-file.ts';
import { type Client as App, nieuwSignaal, startApp } from '#test/support/app.ts';
import { keren, SEED } from '#test/support/keren.ts';
import { laatVallen, type Moment, momenten, VALLEN } from '#test/support/omvallen.ts';
import { Schrijfkamer } from '#test/support/schrijfkamer.ts';
import { temporalAddress } from '#test/support/temporal.ts';
import { tot, Werkplaats } from '#test/support/worker.ts';
import { Zegelkamer } from '#test/support/zegelkamer.ts';
import { workflowIdVan } from '#workflows/messages.ts';

/** Of two the first is well before the end, so that the work does not get away. */
const HOE_VAAK = { 'het proces': 2, PostgreSQL: 2, 'PostgreSQL even': 1 } as const;

const HOE_HET_EINDIGT = { 'het proces': 'omgevallen', PostgreSQL: 'mislukt', 'PostgreSQL even': 'af' } as const;

/** One round of some work: what is there to do, how it is done in a process that may fall, and what holds once it was done again. */
interface Ronde {
  werk: readonly [string, ...string[]];
  url: string;
  /** Does what is left, as the next round of the worker or the next start of the command would. */
  maakAf: () => Promise<void>;
  klopt: () => Promise<void>;
  sluit?: () => Promise<void>;
}

/** Whatever falls in the middle of this work, it is whole once it was done again. */
function blijftHeel(bereidVoor: () => Promise<Ronde>): void {
  let berichten: number;
  async function ronde(moment: Moment | null): Promise<string> {
    const { werk, url, maakAf, klopt, sluit } = await bereidVoor();
    try {
      const uitslag = await laatVallen(url, werk, moment);
      if (moment === null) ({ berichten } = uitslag);
      await totHetLukt(maakAf);
      await klopt();
      return uitslag.hoe;
    } finally {
      await sluit?.();
    }
  }
  it('when nothing falls', async () => assert.equal(await ronde(null), 'af'));
  for (const val of VALLEN)
    it(`when ${val} falls, at any moment`, async () => {
      const { numRuns } = keren(HOE_VAAK[val]);
      const gezien = new Set<string>();
      for (const moment of momenten(val, numRuns, berichten, SEED))
        gezien.add(
          await ronde(moment).catch((fout: unknown) => {
            throw new Error(`${val}, at message ${moment.bericht} of ${berichten}`, { cause: fout });
          }),
        );
      assert.ok(gezien.has(HOE_HET_EINDIGT[val]), [...gezien].join());
    });
}

/** PostgreSQL may be on its way back. */
async function totHetLukt(doe: () => Promise<void>): Promise<void> {
  let fouten = 0;
  await tot(() =>
    doe().then(
      () => true,
      (fout: unknown) => {
        fouten += 1;
        if (fouten > 500) throw fout;
        return false;
      },
    ),
  );
}

describe('work that falls in the middle', () => {
  describe('sealing', () =>
    blijftHeel(async () => {
      const kamer = await Zegelkamer.open();
      await kamer.schrijf(100);
      await kamer.verzegel();
      await kamer.schrijf(6_000);
      return {
        werk: ['verzegelen', kamer.dir],
        url: kamer.url,
        // Whoever fell may have its turn for a moment longer, also the one in which seals are written outside: PostgreSQL has to hear of it first.
        maakAf: async () => {
          await kamer.verzegel();
          const { onverzegeld, bevindingen } = await kamer.controleer();
          assert.deepEqual([onverzegeld, bevindingen], [0, []]);
        },
        klopt: async () => {
          const { regels, zegels, onverzegeld, bevindingen } = await kamer.controleer();
          assert.deepEqual([regels, zegels, onverzegeld, bevindingen], [6_100, 2, 0, []]);
          assert.equal((await kamer.zegelmap.lees('2000-01-01', '2100-01-01')).zegels.length, 2);
        },
        sluit: () => kamer.sluit(),
      };
    }));

  describe('the removal of old lines of the log', () =>
    blijftHeel(async () => {
      const kamer = await Zegelkamer.open();
      const vandaag = datumVan(new Date().toISOString());
      for (const dagen of [1_840, 1_840, 1_830, 1_820, 0]) {
        await kamer.schrijf(10);
        await kamer.verzegelOp(plusDagen(vandaag, -dagen));
      }
      return {
        werk: ['opruimen', kamer.dir],
        url: kamer.url,
        maakAf: async () => {
          while ((await kamer.ruimOp()) > 0);
          await tot(async () => (await kamer.verzegel()) !== null || (await kamer.controleer()).onverzegeld === 0);
        },
        klopt: async () => {
          const { regels, onverzegeld, opgeruimdTotEnMet, bevindingen } = await kamer.controleer();
          assert.deepEqual(
            [regels, onverzegeld, bevindingen],
            [22, 0, []],
            '20 that stay, 2 that tell of 30 that went',
          );
          assert.equal(opgeruimdTotEnMet, plusDagen(vandaag, -1_830));
          const gemeld = await rows(
            kamer.context.database.voor({ rol: 'dienst', dienst: 'verzegelen' }),
            sql`select object from logregel where operatie = 'opruimen:logboek' order by nr`,
            { object: text },
          );
          assert.deepEqual(
            gemeld.map(({ object }) => object),
            ['zegel:2 aantal:20', 'zegel:3 aantal:10'],
            'each line is told of once',
          );
        },
        sluit: () => kamer.sluit(),
      };
    }));

  describe('wrapping 10,000 keys anew', () => {
    let kamer: Schrijfkamer;
    let map: string;
    let bestand: KeyFile = newKeyFile('s0');
    let keer = 0;
    const sleutels = new Map<string, Buffer>();
    before(async () => {
      kamer = await Schrijfkamer.open();
      map = await mkdtemp(path.join(tmpdir(), 'signaalpunt-omvallen-'));
      const voorbeeld = await kamer.dienIn();
      await kamer.sql(
        sql`insert into stroom select r.* from stroom v, generate_series(1, 10000) n,
              lateral jsonb_populate_record(v, jsonb_build_object('id', gen_random_uuid(), 'nummer', 'S-1999-' || n)) r
             where v.id = ${voorbeeld}`,
      );
      const { ring } = keysOf(bestand);
      const stromen = await rows(kamer.orm.em.getKysely(), sql`select id from stroom where nummer like 'S-1999-%'`, {
        id: text,
      });
      const rijen = [];
      for (const { id } of stromen) {
        const sleutel = randomBytes(32);
        sleutels.set(id, sleutel);
        rijen.push({ stroom: id, sleutel: (await ring.wrap(sleutel, id)).toString('hex') });
      }
      await kamer.sql(
        sql`insert into signaalsleutel (stroom, sleutel, hoofdsleutel)
            select stroom, decode(sleutel, 'hex'), ${ring.currentId} from jsonb_to_recordset(${jsonb(rijen)}) as n (stroom uuid, sleutel text)`,
      );
    });
    after(async () => {
      await kamer.sluit();
      await rm(map, { recursive: true, force: true });
    });

    blijftHeel(async () => {
      keer += 1;
      const nu = `s${keer}`;
      bestand = { ...withMasterKey(bestand, nu), nu };
      await writeFile(path.join(map, 'sleutels.json'), JSON.stringify(bestand), { mode: 0o600 });
      return {
        werk: ['omwikkelen', map],
        url: kamer.url,
        maakAf: async () => {
          const { zonderHoofdsleutel, erbijGekomen } = await wikkelOm(kamer.database, keysOf(bestand).ring);
          assert.deepEqual([zonderHoofdsleutel, erbijGekomen], [{}, {}]);
        },
        klopt: async () => {
          const alleenNieuw = { ...bestand, hoofdsleutels: { [nu]: bestand.hoofdsleutels[nu] ?? '' } };
          const { ring } = keysOf(alleenNieuw);
          for (const [stroom, sleutel] of [...sleutels].filter((_, i) => i % 50 === 0))
            assert.deepEqual(await leesSleutel(kamer.orm.em.getKysely(), ring, stroom), sleutel);
          const [over] = await rows(
            kamer.orm.em.getKysely(),
            sql`select count(*)::int as aantal from signaalsleutel where hoofdsleutel = ${nu}`,
            { aantal: number },
          );
          assert.deepEqual(over, { aantal: sleutels.size });
        },
      };
    });
  });

  describe('another term', () => {
    let kamer: Schrijfkamer;
    let maanden = 60;
    before(async () => {
      kamer = await Schrijfkamer.open();
      await kamer.sql(
        sql`insert into gebruiker (id, naam, email, telefoon, rollen, regios)
            values ('beheer2', 'Twee Beheer', 'beheer2@voorbeeld.nl', '06 1234 5698', array['functioneel_beheer'], '{}')`,
      );
    });
    after(() => kamer.sluit());
    const stand = async () => {
      const [rij] = await rows(
        kamer.orm.em.getKysely(),
        sql`select t.maanden, v.door, v.bevestigd_door as "bevestigdDoor",
                   (select count(*)::int from logregel l join loginhoud i on i.regel = l.nr
                     where l.operatie = 'bewaartermijn_gewijzigd' and (i.na ->> 'maanden')::int = ${maanden}) as gemeld
              from bewaartermijn t left join bewaartermijnvoorstel v using (soort) where t.soort = 'signaal'`,
      );
      return rij;
    };

    blijftHeel(async () => {
      maanden += 1;
      const beheerder = (id: string) => ({
        id,
        rollen: ['functioneel_beheer'] as const,
        regios: [],
        organisatie: null,
        actief: true,
      });
      return {
        werk: ['termijn', '', String(maanden)],
        url: kamer.url,
        // What both of them see on the page decides what they still have to do.
        maakAf: async () => {
          const termijnen = createBewaartermijnen(kamer.database);
          if ((await stand())?.['maanden'] === maanden) return;
          await termijnen.stelVoor('signaal', { maanden, bron: 'Het bestuur.' }, beheerder('beheer'));
          await termijnen.bevestig('signaal', beheerder('beheer2'));
        },
        klopt: async () =>
          assert.deepEqual(await stand(), { maanden, door: 'beheer', bevestigdDoor: 'beheer2', gemeld: 1 }),
      };
    });
  });

  describe('erasing', () => {
    let werkplaats: Werkplaats;
    let app: App;
    let map: string;
    let journaal: Wisjournaal;
    let blijft: string;
    before(async () => {
      werkplaats = await Werkplaats.open();
      app = await startApp({ database: werkplaats.databaseUrl });
      map = await mkdtemp(path.join(tmpdir(), 'signaalpunt-omvallen-'));
      const eigen = { dataDir: map, seals: { dir: path.join(map, 'zegels') } };
      await keepSealKeys(eigen);
      journaal = createWisjournaal(eigen.seals.dir, await journaalsleutelsVan(sealKeysOf(eigen), eigen.seals.dir));
      blijft = (await gesloten('Zwaluw: dit blijft.')).id;
    });
    after(async () => {
      await app.stop();
      await werkplaats.sluit();
      await rm(map, { recursive: true, force: true });
    });

    async function gesloten(knelpunt: string): Promise<{ id: string; nummer: string }> {
      const metgezel = app.as('metgezel.noord');
      const { body } = await metgezel.post('/signalen', nieuwSignaal({ knelpunt }));
      assert.equal((await metgezel.post(`/signalen/${body.nummer}/casusteksten`, { overWie: knelpunt })).status, 201);
      await werkplaats.wekken.wek(body.id);
      assert.equal((await metgezel.post(`/signalen/${body.nummer}/intrekkingen`)).status, 201);
      return body;
    }
    async function bevestigd(): Promise<{ id: string; nummer: string }> {
      const signaal = await gesloten(`Kanarie ${randomUUID()}`);
      const verzoek = { signaal: signaal.nummer, grond: 'bezwaar', reden: 'Het gezin vraagt erom.' };
      const { body } = await app.as('landelijk').post('/wissingen', verzoek);
      for (const wie of ['landelijk', 'beheer'])
        assert.equal((await app.as(wie).post(`/wissingen/${body.id}/bevestigingen`)).status, 201);
      return signaal;
    }
    const middelen = () => {
      const { database, client, wekken, uitvoeren } = werkplaats;
      return { database, client, wekken, uitvoeren, journaal };
    };
    const wisAlles = async (): Promise<void> => {
      // Whoever fell had the stream for a minute, which is not waited for.
      await rows(app.db(), sql`update stroom set wek_lease_tot = clock_timestamp() where wek_lease_tot is not null`);
      for (;;) {
        await vernietigAlles(middelen());
        const over = await rows(app.db(), sql`select from wissing where status = 'bevestigd'`);
        if (over.length === 0) return;
      }
    };
    const tekstenVan = (id: string) =>
      rows(app.db(), sql`select volgnummer, veld, inhoud from tekst where stroom = ${id}`, {
        volgnummer: number,
        veld: text,
        inhoud: text,
      });

    /** Of this signaal nothing is left, the journal tells of it once, and the other one is whole. */
    async function isWeg({ id, nummer }: { id: string; nummer: string }): Promise<void> {
      const [over] = await rows(
        app.db(),
        sql`select (select count(*)::int from tekst where stroom = ${id}) as teksten,
                   (select count(*)::int from casusbijlage where stroom = ${id}) as stukken,
                   (select count(*)::int from signaalsleutel where stroom = ${id} and sleutel is not null) as sleutels,
                   (select count(*)::int from wissing where stroom = ${id} and status = 'gewist') as gewist`,
      );
      assert.deepEqual(over, { teksten: 0, stukken: 0, sleutels: 0, gewist: 1 });
      const { regels, vreemd } = await journaal.lees();
      assert.deepEqual([regels.filter((regel) => regel.nummer === nummer).length, vreemd], [1, []]);
      const runs = [];
      for await (const run of werkplaats.client.workflow.list({ query: `WorkflowId = '${workflowIdVan(id)}'` }))
        runs.push(run.runId);
      assert.deepEqual(runs, []);
      assert.equal((await app.as('metgezel.noord').get(`/signalen/${nummer}`)).status, 410);
      assert.ok((await tekstenVan(blijft)).some(({ inhoud }) => inhoud === 'Zwaluw: dit blijft.'));
      const [anders] = await rows(
        app.db(),
        sql`select count(*)::int as aantal from signaalsleutel where stroom = ${blijft} and sleutel is not null`,
        { aantal: number },
      );
      assert.deepEqual(anders, { aantal: 1 });
    }

    describe('what two people confirmed, with what Temporal keeps', () =>
      blijftHeel(async () => {
        const signaal = await bevestigd();
        return {
          werk: ['wissen', map, await temporalAddress()],
          url: werkplaats.databaseUrl,
          maakAf: wisAlles,
          klopt: () => isWeg(signaal),
        };
      }));

    describe('again what a back-up brought back', () =>
      blijftHeel(async () => {
        const signaal = await bevestigd();
        const oud = await tekstenVan(signaal.id);
        await wisAlles();
        await rows(
          app.db(),
          sql`insert into tekst (stroom, volgnummer, veld, inhoud)
              select ${signaal.id}::uuid, volgnummer, veld, inhoud from jsonb_to_recordset(${jsonb(oud)}) as t (volgnummer int, veld text, inhoud text)`,
        );
        return {
          werk: ['herstellen', map, await temporalAddress()],
          url: werkplaats.databaseUrl,
          maakAf: async () => {
            await herstel(middelen());
            await wisAlles();
            assert.equal((await herstel(middelen())).gewist, 0);
          },
          klopt: () => isWeg(signaal),
        };
      }));
  });
});
