import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import fc from 'fast-check';

import { leesBijlagen } from '#activities/ketenpartners/bijlagen.ts';
import { text } from '#db/columns.ts';
import { leesAccount, lijstAccounts } from '#db/queries/accounts.ts';
import { leesGebeurtenissen, leesVerslag } from '#db/queries/gebeurtenissen.ts';
import { vindGebruiker } from '#db/queries/gebruikers.ts';
import { NU, datumIn } from '#db/queries/klok.ts';
import { leesSignaal, leesSignaalstand } from '#db/queries/signaal.ts';
import { lijstSignalen } from '#db/queries/signalen.ts';
import { type Db, jsonb, rows, sql } from '#db/sql.ts';
import { codesVan, type Rol } from '#domain/beleid/codelijsten.ts';
import {
  type Betrokkenheid,
  betrokkenOrganisaties,
  type Leesbereik,
  leesbereikVan,
  opDatum,
  zichtVan,
} from '#domain/bevoegdheden.ts';
import type { Verzoek } from '#domain/signaal/staat.ts';
import { createKeyRing, namedByItself } from '#platform/key-ring.ts';
import { keren } from '#test/support/keren.ts';
import { Schrijfkamer } from '#test/support/schrijfkamer.ts';
import { indiening, verzoekDoen } from '#test/support/zaak.ts';

const DAG_MS = 86_400_000;
const LEZER = 'lezer';
const ANDEREN = ['ander', 'afwezige', 'afwezige2'] as const;
const IEMAND = fc.constantFrom(LEZER, ...ANDEREN);
const REGIO = fc.constantFrom('NOORD', 'OOST', 'WEST');
const ORGANISATIE = fc.constantFrom('CIZ', 'DEMO_ZORGAANBIEDER', null);

/** A reader, and who they deputise for: days around today on the clock of the world. */
const WIE = fc.record({
  // Few see the line alone when roles are drawn evenly.
  rollen: fc.oneof(
    { weight: 5, arbitrary: fc.uniqueArray(fc.constantFrom(...codesVan('rol')), { maxLength: 2 }) },
    { weight: 1, arbitrary: fc.constant<Rol[]>(['programmaleiding']) },
  ),
  regios: fc.uniqueArray(REGIO, { maxLength: 2 }),
  organisatie: ORGANISATIE,
  actief: fc.constantFrom(true, true, true, false),
  neemtWaar: fc.uniqueArray(
    fc.record({
      afwezige: fc.constantFrom('afwezige', 'afwezige2'),
      van: fc.integer({ min: -2, max: 3 }),
      dagen: fc.integer({ min: 0, max: 3 }),
    }),
    { maxLength: 2, selector: ({ afwezige }) => afwezige },
  ),
  /** What the absent people themselves are. */
  afwezigen: fc.record({
    rollen: fc.constantFrom(['metgezel'], ['regiocoordinator'], ['regiocoordinator', 'metgezel']),
    regios: fc.uniqueArray(REGIO, { maxLength: 2 }),
    actief: fc.constantFrom(true, true, true, false),
  }),
});

const SIGNAAL = fc
  .record({
    melder: IEMAND,
    behandelaar: fc.option(IEMAND),
    laatste: fc.uniqueArray(IEMAND, { maxLength: 2 }),
    meedenkers: fc.uniqueArray(IEMAND, { maxLength: 2 }),
    regio: fc.option(REGIO),
    eerdereRegios: fc.uniqueArray(REGIO, { maxLength: 2 }),
    organisatie: ORGANISATIE,
    gevraagd: fc.uniqueArray(fc.constantFrom('CIZ', 'DEMO_ZORGAANBIEDER'), { maxLength: 1 }),
    ookGenoemd: fc.uniqueArray(fc.constantFrom('CIZ', 'DEMO_ZORGAANBIEDER'), { maxLength: 1 }),
    leidingWeet: fc.boolean(),
    /** How far its own clock is ahead. */
    vooruit: fc.integer({ min: 0, max: 3 }),
  })
  // Who has it in hand is always among the last who had.
  .map((signaal) => ({ ...signaal, laatste: [...new Set([signaal.behandelaar ?? [], signaal.laatste].flat())] }));

/** As far as it matters here. */
const VERZOEK = {
  id: 'v',
  soort: 'vraag',
  persoon: null,
  escalatiecontact: false,
  status: 'ingetrokken',
  hogerop: false,
  uitgesteld: false,
  tegengehouden: false,
  toegelicht: false,
  toezeggingen: 0,
} as const satisfies Omit<Verzoek, 'organisatie'>;

type Wie = typeof WIE extends fc.Arbitrary<infer W> ? W : never;
type Signaal = typeof SIGNAAL extends fc.Arbitrary<infer S> ? S : never;

describe('what PostgreSQL itself lets a reader see', () => {
  let kamer: Schrijfkamer;
  let voorbeeld: string;
  before(async () => {
    kamer = await Schrijfkamer.open();
    voorbeeld = await kamer.dienIn();
    for (const id of [LEZER, ...ANDEREN])
      await kamer.sql(
        sql`insert into gebruiker (id, naam, email, telefoon, rollen, regios)
            values (${id}, ${id}, ${`${id}@voorbeeld.nl`}, '06 12345678', '{metgezel}', '{}')`,
      );
  });
  after(() => kamer.sluit());

  async function zet({ rollen, regios, organisatie, actief, neemtWaar, afwezigen }: Wie): Promise<void> {
    await kamer.sql(
      sql`update gebruiker set rollen = ${afwezigen.rollen}, regios = ${afwezigen.regios}, actief_tot = case when not ${afwezigen.actief} then date '2026-01-01' end where id like 'afwezige%'`,
    );
    await kamer.sql(
      sql`update gebruiker set rollen = ${rollen}, regios = ${regios}, organisatie = ${organisatie}, actief_tot = case when not ${actief} then date '2026-01-01' end where id = ${LEZER}`,
    );
    await kamer.sql(sql`delete from waarneming`);
    for (const { afwezige, van, dagen } of neemtWaar)
      await kamer.sql(
        sql`insert into waarneming (id, afwezige, waarnemer, van, tot)
            select gen_random_uuid(), ${afwezige}, ${LEZER}, vandaag + ${van}::int, vandaag + ${van + dagen}::int
              from (select ${datumIn(sql`clock_timestamp()`)} as vandaag) v`,
      );
  }

  /** A stream and its row in lists, as one that is right, but for who has to do with it. */
  async function leg(nummer: string, soort: Signaal): Promise<string> {
    const { vooruit, laatste, eerdereRegios, gevraagd: _gevraagd, ookGenoemd: _ook, leidingWeet, ...signaal } = soort;
    const id = randomUUID();
    const anders = {
      ...signaal,
      id,
      nummer,
      behandelaars: laatste,
      eerdere_regios: eerdereRegios,
      betrokken_organisaties: betrokkenOrganisaties(betrokkenheid(soort)),
      programmaleiding_weet: leidingWeet,
    };
    for (const tabel of ['stroom', 'signaal'])
      await kamer.sql(
        sql`insert into ${sql.ref(tabel)} select r.* from ${sql.ref(tabel)} v, jsonb_populate_record(v, ${jsonb({ ...anders, klokverschil_ms: vooruit * DAG_MS })}) r
             where v.id = ${voorbeeld}`,
      );
    await kamer.sql(
      sql`insert into partij (stroom, verzoek, organisatie, loket, naam, contactpersoon, email, telefoon)
          select ${id}::uuid, 'v', organisatie, id, naam, contactpersoon, email, telefoon from loket limit 1`,
    );
    await kamer.sql(
      sql`insert into tekst (stroom, volgnummer, veld, inhoud) values (${id}, 1, 'knelpunt', 'Ooievaarsnest')`,
    );
    return id;
  }

  function betrokkenheid({ laatste, gevraagd, leidingWeet, vooruit: _vooruit, ...signaal }: Signaal): Betrokkenheid {
    return {
      ...signaal,
      laatsteBehandelaars: laatste.map((persoon) => ({ niveau: 'lokaal', regio: null, persoon })),
      niveau: 'lokaal',
      verzoeken: gevraagd.map((organisatie) => ({ ...VERZOEK, organisatie })),
      ...(leidingWeet && { programmaleidingWeet: true }),
    };
  }

  const gezien = async (): Promise<string[]> => {
    const signalen = await rows(
      kamer.database.voor({ rol: 'lezer', persoon: LEZER }),
      sql`select id from signaal where nummer like 'T-%'`,
      {
        id: text,
      },
    );
    return signalen.map(({ id }) => id).toSorted();
  };

  /** Of what they read more than the line. */
  const gelezen = async (): Promise<string[]> => {
    const partijen = await rows(
      kamer.database.voor({ rol: 'lezer', persoon: LEZER }),
      sql`select p.stroom as id from partij p join stroom s on s.id = p.stroom where s.nummer like 'T-%'`,
      { id: text },
    );
    return partijen.map(({ id }) => id).toSorted();
  };

  /** What is in their list, of all or of what holds these words: the query must lead to all of it. */
  const gelijst = async (zoek?: string): Promise<string[]> => {
    const gebruiker = (await vindGebruiker(kamer.orm.em.getKysely(), LEZER))!;
    const zicht = zichtVan(gebruiker);
    if (zicht === null) return [];
    const db = kamer.database.voor({ rol: 'lezer', persoon: LEZER });
    const lijst = await lijstSignalen(
      db,
      { zicht, waarnemingen: gebruiker.waarnemingen },
      { zoek },
      { volgorde: 'ingediend', na: null, limiet: 100 },
    );
    return lijst.flatMap(({ id, nummer }) => (nummer.startsWith('T-') ? [id] : [])).toSorted();
  };

  async function leesbereik(signaal: Signaal, id: string): Promise<Leesbereik> {
    const [stroom] = await kamer.sql(sql`select ${datumIn(NU)}::text as datum from stroom s where id = ${id}`, {
      datum: text,
    });
    const gebruiker = await vindGebruiker(kamer.orm.em.getKysely(), LEZER);
    return leesbereikVan(opDatum(gebruiker!, stroom!.datum), betrokkenheid(signaal));
  }

  it('is exactly what leesbereikVan does not hide, and what others wrote, read or looked for, only where that allows all, whatever the roles, regions and employer, and whomever one deputises for', async () => {
    const aantal: Record<Leesbereik, number> = { alles: 0, eigen: 0, regel: 0, niets: 0 };
    await fc.assert(
      fc.asyncProperty(WIE, fc.array(SIGNAAL, { minLength: 8, maxLength: 8 }), async (wie, signalen) => {
        await kamer.sql(sql`delete from partij where verzoek = 'v'`);
        await kamer.sql(sql`delete from tekst where inhoud = 'Ooievaarsnest'`);
        for (const tabel of ['signaal', 'stroom'])
          await kamer.sql(sql`delete from ${sql.ref(tabel)} where nummer like 'T-%'`);
        await zet(wie);
        const verwacht: string[] = [];
        const leesbaar: string[] = [];
        for (const [i, signaal] of signalen.entries()) {
          const id = await leg(`T-${i}`, signaal);
          const mag = await leesbereik(signaal, id);
          aantal[mag] += 1;
          if (mag !== 'niets') verwacht.push(id);
          if (mag === 'alles') leesbaar.push(id);
        }
        assert.deepEqual(await gezien(), verwacht.toSorted());
        assert.deepEqual(await gelezen(), leesbaar.toSorted());
        assert.deepEqual(await gelijst(), verwacht.toSorted());
        assert.deepEqual(await gelijst('vaarsnest'), leesbaar.toSorted());
        assert.deepEqual(await gelijst('Zwolle'), verwacht.toSorted());
      }),
      keren(100),
    );
    for (const [soort, keer] of Object.entries(aantal)) assert.ok(keer > 10, `${soort} ${keer}`);
  });

  it('is that also when a query forgets to ask: a list of everything, and the dossier of what is out of sight', async () => {
    const niets: Wie = {
      rollen: ['metgezel'],
      regios: [],
      organisatie: null,
      actief: true,
      neemtWaar: [],
      afwezigen: { rollen: ['metgezel'], regios: [], actief: true },
    };
    await zet(niets);
    const [eigen, vreemd] = [await kamer.dienIn(), await kamer.dienIn()];
    await kamer.sql(sql`update signaal set meedenkers = array[${LEZER}] where id = ${eigen}`);
    const db = kamer.database.voor({ rol: 'lezer', persoon: LEZER });
    const zicht = { persoon: LEZER, alles: true, regios: [], nietVan: null, naMelding: false };
    const lijst = await lijstSignalen(
      db,
      { zicht, waarnemingen: [] },
      {},
      { volgorde: 'ingediend', na: null, limiet: 100 },
    );
    assert.deepEqual(
      lijst.map(({ id }) => id).filter((id) => id === eigen || id === vreemd),
      [eigen],
    );
    assert.equal((await leesSignaal(db, eigen))?.id, eigen);
    assert.equal(await leesSignaal(db, vreemd), null);
    assert.equal(await leesSignaalstand(db, vreemd), null);
    for (const lees of [
      () => leesVerslag(db, vreemd, 0, 100),
      () => leesGebeurtenissen(db, vreemd, 100),
      () => leesBijlagen(db, createKeyRing(namedByItself(new Uint8Array(32))), vreemd),
    ])
      assert.deepEqual(await lees(), []);
    for (const tabel of ['stroom', 'gebeurtenis', 'tekst', 'bericht', 'partij', 'bijlage', 'signaalsleutel']) {
      const sleutel = sql.ref(tabel === 'stroom' ? 'id' : 'stroom');
      const gelezen = await rows(db, sql`select from ${sql.ref(tabel)} where ${sleutel} = ${vreemd}`);
      assert.deepEqual(gelezen, [], tabel);
    }
  });

  it('of post is that it waits, and of the keys, the sessions and the meldingen nothing', async () => {
    const id = await kamer.dienIn();
    await kamer.sql(
      sql`insert into zending (adres, soort, onderwerp, inhoud, html, message_id, op)
          values ('wie@voorbeeld.nl', 'direct', 'x', 'x', 'x', ${`<${id}@proef>`}, now())`,
    );
    const db = (persoon: string): Db => kamer.database.voor({ rol: 'lezer', persoon });
    assert.deepEqual(await rows(db('metgezel.noord'), sql`select id from zending`), []);
    await kamer.sql(
      sql`update bericht set zending = (select id from zending where message_id = ${`<${id}@proef>`}) where stroom = ${id}`,
    );
    assert.equal((await rows(db('metgezel.noord'), sql`select status from zending`)).length, 1);
    assert.equal((await rows(db('metgezel.west'), sql`select status from zending`)).length, 0);
    await assert.rejects(rows(db('metgezel.noord'), sql`select inhoud from zending`), { code: '42501' });
    await kamer.sql(
      sql`insert into waakhondmelding (soort, onderwerp, eerst_gezien_op, laatst_gezien_op) values ('niemand_luistert', 'proef', now(), now())`,
    );
    assert.equal((await rows(db('landelijk'), sql`select from waakhondmelding`)).length, 0);
    assert.equal((await rows(db('beheer'), sql`select from waakhondmelding`)).length, 1);
  });

  it('of people is who they are, and where they are mailed only for who keeps the accounts or watches over that', async () => {
    const db = (persoon: string): Db => kamer.database.voor({ rol: 'lezer', persoon });
    for (const persoon of ['metgezel.noord', 'coordinator.noord', 'landelijk', 'programmaleiding', 'onbekend']) {
      assert.equal((await vindGebruiker(db(persoon), 'landelijk'))?.id, 'landelijk');
      await assert.rejects(rows(db(persoon), sql`select email from gebruiker`), { code: '42501' });
      assert.deepEqual(await lijstAccounts(db(persoon), {}, 10), [], persoon);
    }
    for (const persoon of ['beheer', 'auditor'])
      assert.equal((await leesAccount(db(persoon), 'landelijk'))?.email, 'landelijk@voorbeeld.nl');
  });

  it('of the hours in which people work, what they unsubscribed from and their calendars is their own', async () => {
    await kamer.sql(
      sql`insert into werktijd (gebruiker, weekdag, van, tot) values ('landelijk', 1, '09:00', '17:00') on conflict do nothing`,
    );
    await kamer.sql(
      sql`insert into afmelding (gebruiker, soort) values ('landelijk', 'herinnering') on conflict do nothing`,
    );
    for (const tabel of ['werktijd', 'afmelding', 'agendasleutel']) {
      const zie = async (persoon: string) =>
        rows(
          kamer.database.voor({ rol: 'lezer', persoon }),
          sql`select distinct gebruiker as wie from ${sql.ref(tabel)}`,
          { wie: text },
        );
      assert.deepEqual(await zie('metgezel.noord'), [], tabel);
    }
  });

  it('of the texts is, for the filer whose employer it concerns, what the filer wrote, was asked and was answered', async () => {
    const id = randomUUID();
    await kamer.doe(id, 'metgezel.zorgaanbieder', {
      ...indiening({ regio: 'OOST', organisatie: 'DEMO_ZORGAANBIEDER', wens: 'hulp', motief: 'geen_reactie' }),
      tekst: { knelpunt: 'eigen' },
    });
    await kamer.doe(id, 'coordinator.oost', { soort: 'oppakken' });
    await kamer.doe(id, 'coordinator.oost', { soort: 'notitie', tekst: { notitie: 'van een ander' } });
    await kamer.doe(id, 'coordinator.oost', {
      ...verzoekDoen('n', { verzoeksoort: 'navraag', organisatie: null, persoon: null }),
      tekst: { vraag: 'aan haar' },
    });
    await kamer.doe(id, 'coordinator.oost', {
      soort: 'uitkomstMelden',
      uitkomst: 'opgelost',
      systeemreden: null,
      terugkoppeling: true,
      tekst: { toelichting: 'van een ander', terugkoppeling: 'voor haar' },
    });
    const teksten = await rows(
      kamer.database.voor({ rol: 'lezer', persoon: 'metgezel.zorgaanbieder' }),
      sql`select inhoud from tekst where stroom = ${id} order by inhoud`,
      { inhoud: text },
    );
    assert.deepEqual(
      teksten.map(({ inhoud }) => inhoud),
      ['aan haar', 'eigen', 'voor haar'],
    );
  });
});
