import assert from 'node:assert/strict';

import { createTransport } from 'nodemailer';
import { Client } from 'pg';
import { Registry } from 'prom-client';

import { createCijfers } from '#activities/cijfers.ts';
import { voerKalenderDoor } from '#activities/kalender/doorvoeren.ts';
import { verwerkBounce, verwerkGeweigerde } from '#activities/ketenpartners/bounce.ts';
import { laatLos } from '#activities/loslaten.ts';
import { bundel } from '#activities/post/bundelen.ts';
import { schrijfTweedebrieven } from '#activities/post/tweedebrieven.ts';
import { createVerzender, verzend } from '#activities/post/verzenden.ts';
import { schrijfVoorstelbrieven } from '#activities/post/voorstelbrieven.ts';
import { CONTROLES } from '#activities/waakhond/controles.ts';
import { noteer } from '#activities/waakhond/noteren.ts';
import { createWekken } from '#activities/waakhond/wekken.ts';
import { cijfervraag } from '#contract/cijfers.ts';
import { filterVan } from '#contract/lijst.ts';
import { TEL_TOT, weergavefilters } from '#contract/weergaven.ts';
import type { Namens } from '#db/database.ts';
import { telCijfers } from '#db/queries/cijfers.ts';
import type { Filter } from '#db/queries/filter.ts';
import { leesVerslag } from '#db/queries/gebeurtenissen.ts';
import { type Gebruiker, vindGebruiker } from '#db/queries/gebruikers.ts';
import { leesGelijkende, leesOpgeloste } from '#db/queries/gelijkende.ts';
import { leesGevraagd } from '#db/queries/gevraagd.ts';
import { hoorbareSignalen } from '#db/queries/hoorbaar.ts';
import { leesNieuws } from '#db/queries/nieuws.ts';
import { leesSignaal, leesSignaalstand } from '#db/queries/signaal.ts';
import { lijstSignalen, telVast } from '#db/queries/signalen.ts';
import { leesVanzelfOmhoog } from '#db/queries/vandaag.ts';
import { leesWerklast } from '#db/queries/werklast.ts';
import type { Lijstzicht } from '#db/queries/zicht.ts';
import { contextVan } from '#db/rechten/rollen.ts';
import { type Db, sql } from '#db/sql.ts';
import { zichtVan } from '#domain/bevoegdheden.ts';
import type { Tijdstip } from '#domain/tijd/amsterdam.ts';
import { tijdvakVan } from '#domain/tijd/tijdvak.ts';
import { type GesteldeVraag, gesteldeVragen } from '#test/support/gestelde-vragen.ts';
import { ownerUrl, superuserUrl } from '#test/support/postgres.ts';
import { Schrijfkamer } from '#test/support/schrijfkamer.ts';
import { telWerkblad } from '#web/werk/bladen.ts';
import type { Werkvraag } from '#web/werk/lees.ts';
import { leesDelen, leesOverzicht, leesTeam, leesTweede, leesWaarnemers } from '#web/werk/vandaag.ts';

/** As many signalen, and as many mails, as the programme has in ten years. */
const VEEL = 100_000;
/** Tables that grow with the years. Whoever reads one of them whole does so more slowly each month. */
const GROOT = ['stroom', 'signaal', 'gebeurtenis', 'opdracht', 'bericht', 'zending', 'tekst', 'partij', 'zoekwoorden'];
/** Pages of 8 KB that one query of a reader may read: as many as it takes to look at all 2,000 that are open, or to know that a word is common. */
const HOOGSTENS = 4_000;
/** A metgezel with 200 signalen, of which four are open; and what it takes to count those, whatever others filed. */
const WEINIG = 'wie1';
const WEINIGEN = 150;
const TELT: ReadonlySet<string> = new Set(['the views with how many', 'how much waits', 'who has how many']);
/** What is too late stands first among what is open: no more is read than the lines of a page, 13 pages each. */
const VOORAAN = 'what is too late, by termijn';
const EEN_BLAD = 700;
/** However much is open, what went higher by itself since a moment ago is led to by when anything last happened. */
const ZOJUIST = 'what went higher by itself since a moment ago';
const EEN = '00000000-0000-7000-8000-000000000001';
const AFZENDER = { from: 'Signaalpunt <post@signaalpunt.example>', publicUrl: 'http://localhost' };

describe('what runs every few seconds, with 100,000 signalen', () => {
  let kamer: Schrijfkamer;
  before(async () => {
    kamer = await Schrijfkamer.open();
    await vul(kamer.url, await kamer.dienIn());
  });
  after(() => kamer.sluit());

  /** Every different query that `werk` sends. */
  async function gesteld(werk: () => Promise<unknown>): Promise<GesteldeVraag[]> {
    return [...new Map((await gesteldeVragen(werk)).map((vraag) => [vraag.text, vraag])).values()];
  }

  /** The big tables that a query reads from begin to end, by its plan, as their owner. */
  async function leestHeel(vraag: GesteldeVraag): Promise<string[]> {
    return (await gelezen(vraag)).heel;
  }

  /** The same as a reader under the policies, and how many pages it reads. */
  async function gelezen(
    { text, values }: GesteldeVraag,
    lezer?: Namens,
  ): Promise<{ heel: string[]; bladzijden: number; indexen: ReadonlySet<unknown> }> {
    const client = new Client({ connectionString: lezer === undefined ? ownerUrl(kamer.url) : kamer.url });
    await client.connect();
    try {
      if (lezer !== undefined) await client.query(`begin; ${contextVan(lezer)}`);
      const hoe = lezer === undefined ? 'format json' : 'analyze, format json';
      const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Record<string, unknown> }] }>(
        `explain (${hoe}) ${text}`,
        values,
      );
      const gevonden = new Set<string>();
      const indexen = new Set<unknown>();
      const loop = (deel: unknown): void => {
        if (typeof deel !== 'object' || deel === null) return;
        const { 'Node Type': soort, 'Relation Name': tabel, 'Index Name': index } = deel as Record<string, unknown>;
        indexen.add(index);
        if (soort === 'Seq Scan' && typeof tabel === 'string' && GROOT.includes(tabel)) gevonden.add(tabel);
        Object.values(deel).forEach(loop);
      };
      loop(rows);
      const plan = rows[0]?.['QUERY PLAN'][0].Plan ?? {};
      const bladzijden = Number(plan['Shared Hit Blocks'] ?? 0) + Number(plan['Shared Read Blocks'] ?? 0);
      return { heel: [...gevonden], bladzijden, indexen };
    } finally {
      await client.end();
    }
  }

  it('what somebody was told last with a mail of a day is led to by an index of those mails', async () => {
    const brieven = { schrijfTweedebrieven, schrijfVoorstelbrieven };
    for (const [naam, schrijf] of Object.entries(brieven)) {
      const vragen = (await gesteld(() => schrijf(kamer.database, AFZENDER))).filter(({ text }) =>
        /zending/.test(text),
      );
      assert.equal(vragen.length, 1);
      for (const vraag of vragen) assert.ok((await gelezen(vraag)).indexen.has('zending_dagbrief_index'), naam);
    }
  });

  const vervoer = createTransport({ streamTransport: true });
  const werk: Record<string, () => Promise<unknown>> = {
    'making mail': () => bundel(kamer.database, AFZENDER),
    'sending mail': () =>
      verzend(
        createVerzender({
          db: kamer.database.voor({ rol: 'dienst', dienst: 'post' }),
          transport: vervoer as never,
          afzender: AFZENDER,
          vrij: 1,
        }),
      ),
    'the mail about a second person': () => schrijfTweedebrieven(kamer.database, AFZENDER),
    'the mail about voorstellen': () => schrijfVoorstelbrieven(kamer.database, AFZENDER),
    'what the mail server refused': () =>
      verwerkGeweigerde(kamer.database.voor({ rol: 'dienst', dienst: 'bounce' }), kamer.uitvoeren.voerUit),
    'a mail that came back': () =>
      verwerkBounce(
        kamer.database.voor({ rol: 'dienst', dienst: 'bounce' }),
        kamer.uitvoeren.voerUit,
        TERUGGEKOMEN.replaceAll('\n', '\r\n'),
      ),
    waking: () =>
      createWekken({ database: kamer.database, client: NIEMAND })
        .wekAlles()
        .catch(() => undefined),
    'the calendar': () => voerKalenderDoor(kamer.database, kamer.uitvoeren.voerUit),
    'letting go': () => laatLos(kamer.database, kamer.uitvoeren.voerUit),
    'the figures': () => createCijfers({ database: kamer.database, registry: new Registry() }).ververs(),
    ...Object.fromEntries(
      CONTROLES.map(({ soort, gevonden }) => [
        `the guard: ${soort}`,
        () => noteer(kamer.database.voor({ rol: 'dienst', dienst: 'waakhond' }), soort, gevonden),
      ]),
    ),
  };
  for (const [naam, doe] of Object.entries(werk)) {
    it(`${naam} reads no table of the past from begin to end`, async () => {
      const vragen = await gesteld(doe);
      assert.notDeepEqual(vragen, []);
      for (const vraag of vragen) assert.deepEqual(await leestHeel(vraag), [], vraag.text);
    });
  }

  /** What a reader can look at, each by the queries that it takes. */
  const blad = { na: null, limiet: 51 } as const;
  const bekeken: Record<string, (db: Db, kijkt: Kijkt) => Promise<unknown>> = {
    ...Object.fromEntries(
      (['ingediend', 'termijn'] as const).flatMap((volgorde) =>
        Object.entries<Filter>({
          everything: {},
          'what is open': { open: true },
          'what is too late': { open: true, teLaat: true },
          'what is closed': { status: ['afgesloten'] },
          'a word that few have': { zoek: 'zeldzaam770' },
          'a word that few have, of what is open': { open: true, zoek: 'zeldzaam770' },
          'a word that all have': { zoek: 'gezin' },
          'a word that nobody has': { zoek: 'ooievaarsnest' },
          'a number': { zoek: 'S-2020-1' },
        }).map(([wat, filter]) => [
          `${wat}, by ${volgorde}`,
          (db: Db, kijkt: Lijstzicht) => lijstSignalen(db, kijkt, filter, { ...blad, volgorde }),
        ]),
      ),
    ),
    'a list further on': (db, kijkt) =>
      lijstSignalen(db, kijkt, {}, { ...blad, volgorde: 'ingediend', na: { op: '2021-01-01T00:00:00.000Z', id: EEN } }),
    'the views with how many': (db, kijkt) => telVast(db, kijkt, weergavefilters(kijkt.kijker, '2026-11-27'), TEL_TOT),
    'how much waits': (db, kijkt) =>
      telVast(
        db,
        kijkt,
        { wacht: filterVan({ open: true, aanZet: ['ik', 'niveau'] }, kijkt.kijker, '2026-11-27') },
        100,
      ),
    'how many fit what was chosen': (db, kijkt) =>
      telWerkblad(werkvraag(db, kijkt), {
        gekozen: { status: ['afgesloten'] },
        filter: { status: ['afgesloten'] },
        fouten: [],
        volgorde: 'termijn',
        na: null,
        blad: { signalen: [], cursor: 'meer' },
      }),
    'who has how many': (db, kijkt) => leesWerklast(db, kijkt, 20),
    'what is asked': (db, kijkt) => leesGevraagd(db, kijkt, 200),
    'the figures of a year': (db, kijkt) =>
      telCijfers(db, kijkt, cijfervraag(null, tijdvakVan(null, '2026-11-27'), '2026-11-27', GEEN_FEESTDAGEN)),
    'the parts of Vandaag': (db, kijkt) => leesDelen(werkvraag(db, kijkt), daarvoor(1)),
    'what stands beside them': async (db, kijkt) => {
      const vraag = werkvraag(db, kijkt);
      return Promise.all([leesOverzicht(vraag), leesWaarnemers(vraag), leesTeam(vraag), leesTweede(vraag)]);
    },
    [ZOJUIST]: (db) => leesVanzelfOmhoog(db, daarvoor(0), 11),
    'what is new': (db, { kijker }) => leesNieuws(db, kijker.id, [EEN]),
    'what may be heard': (db) => hoorbareSignalen(db, [EEN]),
    'a signaal': async (db) => [
      await leesSignaalstand(db, EEN),
      await leesSignaal(db, EEN),
      await leesSignaal(db, 'S-2020-1'),
      await leesVerslag(db, EEN, 0, 50),
    ],
    'what was solved before': (db, kijkt) =>
      leesOpgeloste(db, kijkt, { tekst: 'Het gezin wacht op de gemeente.', knelpunttypen: ['DOMEIN', 'INDICATIE'] }, 3),
    'what may be the same': (db, kijkt) =>
      leesGelijkende(
        db,
        kijkt,
        { id: EEN, onderwerp: 'gezin', gemeente: { code: 'GM0014' }, organisatie: null, knelpunttypen: [] },
        5,
      ),
  };
  for (const persoon of [WEINIG, 'coordinator.noord', 'coordinator.west', 'landelijk']) {
    it(`neither does ${persoon}, who looks at lists, views, figures, words and a signaal; and none of it but the figures reads more than it shows`, async () => {
      const lezer = { rol: 'lezer', persoon } as const;
      const db = kamer.database.voor(lezer);
      const kijker = (await vindGebruiker(kamer.orm.em.getKysely(), persoon))!;
      const kijkt = { zicht: zichtVan(kijker)!, waarnemingen: kijker.waarnemingen, kijker };
      for (const [wat, lees] of Object.entries(bekeken)) {
        const vragen = await gesteld(() => lees(db, kijkt));
        assert.notDeepEqual(vragen, []);
        for (const vraag of vragen) {
          const { heel, bladzijden } = await gelezen(vraag, lezer);
          assert.deepEqual(heel, [], `${wat}: ${vraag.text}`);
          if (wat !== 'the figures of a year')
            assert.ok(bladzijden <= hoogstensVoor(persoon, wat), `${wat} reads ${bladzijden} pages: ${vraag.text}`);
        }
      }
    });
  }

  it('and this test sees it when a query does', async () => {
    const [vraag] = await gesteld(() => kamer.sql(sql`select count(*) from zending where inhoud like '%x%'`));
    assert.ok(vraag);
    assert.deepEqual(await leestHeel(vraag), ['zending']);
  });
});

function hoogstensVoor(persoon: string, wat: string): number {
  if (wat === VOORAAN) return EEN_BLAD;
  return wat === ZOJUIST || (persoon === WEINIG && TELT.has(wat)) ? WEINIGEN : HOOGSTENS;
}

type Kijkt = Lijstzicht & { kijker: Gebruiker };

/** The same person as a page of lists knows them. */
function werkvraag(db: Db, { kijker: persoon, ...zicht }: Kijkt): Werkvraag {
  return { db, ernaast: () => db, zicht, persoon, vandaag: '2026-11-27', context: { isEmbedded: false, persoon } };
}

/** So many days ago. */
function daarvoor(dagen: number): Tijdstip {
  return new Date(Date.now() - dagen * 86_400_000).toISOString();
}

const GEEN_FEESTDAGEN = { versie: 0, dagen: {} };

/** Temporal, away. */
const NIEMAND = {
  withDeadline: () => Promise.reject(new Error('Temporal is away')),
} as unknown as Parameters<typeof createWekken>[0]['client'];

const TERUGGEKOMEN = `From: MAILER-DAEMON@mx.example
Subject: Undelivered
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary=x

--x
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example

Final-Recipient: rfc822; wie@voorbeeld.nl
Action: failed
Status: 5.1.1

--x
Content-Type: text/rfc822-headers

Message-ID: <m77777@signaalpunt.example>

--x--
`;

/** Ten years: nearly all is over, one in fifty signalen is open, of which half is too late; of the mail some waits and a thousandth was refused. */
async function vul(url: string, voorbeeld: string): Promise<void> {
  const client = new Client({ connectionString: await superuserUrl(url) });
  await client.connect();
  try {
    await vulMet(client, voorbeeld);
  } finally {
    await client.end();
  }
}

async function vulMet(client: Client, voorbeeld: string): Promise<void> {
  // The rows are copies of one that is right, so nothing has to be checked again.
  await client.query('set session_replication_role = replica');
  const reeks = `generate_series(1, ${VEEL}) as n, lateral (select ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid as id) as i`;
  const kopieer = (tabel: string, sleutel: string, anders: string, eerste = ''): Promise<unknown> =>
    client.query(
      `insert into ${tabel} select r.* from ${tabel} v, ${reeks},
         lateral jsonb_populate_record(v, jsonb_build_object(${anders})) as r where v.${sleutel} = '${voorbeeld}' ${eerste}`,
    );
  const open = 'n % 50 = 0';
  await kopieer(
    'stroom',
    'id',
    `'id', i.id, 'nummer', 'S-2020-' || n, 'volgende_op', case when ${open} then v.volgende_op end,
     'wek_nodig', n % 10000 = 0, 'wek_sinds', case when n % 10000 = 0 then now() end`,
  );
  await kopieer(
    'signaal',
    'id',
    `'id', i.id, 'nummer', 'S-2020-' || n, 'status', case when ${open} then v.status else 'afgesloten' end,
     'termijn_op', case when n % 100 = 0 then v.termijn_op - interval '1 year' when ${open} then v.termijn_op end, 'ingediend_op', now() - n * interval '52 minutes',
     'laatste_op', case when ${open} then now() else now() - greatest(n * interval '52 minutes' - interval '60 days', interval '0') end, 'melder', 'wie' || n % 500, 'behandelaar', 'wie' || n % 500, 'behandelaars', array['wie' || n % 500]`,
  );
  await kopieer('gebeurtenis', 'stroom', `'stroom', i.id`, 'and v.volgnummer = 1');
  await kopieer('tekst', 'stroom', `'stroom', i.id`);
  await client.query(
    `insert into zoekwoorden select i.id, array_to_tsvector(array['gezin', 'zeldzaam' || n % 1000]) from ${reeks}`,
  );
  await kopieer('opdracht', 'stroom', `'stroom', i.id, 'id', 'o' || n`);
  for (const vraag of [
    `insert into gebruiker select r.* from gebruiker v, generate_series(1, 500) as n,
       lateral jsonb_populate_record(v, jsonb_build_object('id', 'wie' || n, 'actief_tot', case when n % 10 = 0 then '2026-01-01' end)) as r where v.id = 'metgezel.noord'`,
    `insert into waarneming (id, afwezige, waarnemer, van, tot)
       select gen_random_uuid(), 'wie' || n, 'wie' || n + 1, (now() at time zone 'Europe/Amsterdam')::date - n, (now() at time zone 'Europe/Amsterdam')::date - n + 7 from generate_series(1, 400) as n`,
    `insert into partij (stroom, verzoek, organisatie, naam, contactpersoon, email)
       select i.id, 'v1', 'GM0014', 'Wmo-loket', 'Marieke', 'wie' || n || '@voorbeeld.nl' from ${reeks}`,
    `insert into zending (id, gebruiker, adres, soort, onderwerp, inhoud, html, message_id, op, status)
       select i.id, case when n % 2 = 0 then 'wie' || n % 500 end, 'wie' || n % 5000 || '@voorbeeld.nl', 'direct', 'Signaal', 'x', 'x',
              '<m' || n || '@signaalpunt.example>', now() - n * interval '1 minute',
              case when n % 1000 = 0 then 'mislukt' when n % 10000 = 1 then 'wacht' else 'verstuurd' end from ${reeks}`,
    `insert into zending (gebruiker, adres, soort, onderwerp, inhoud, html, message_id, op, status)
       select 'wie' || n % 500, 'wie' || n % 5000 || '@voorbeeld.nl', 'dag', 'x', 'x', 'x',
              '<' || case when n % 2 = 0 then 'tweede' else 'voorstellen' end || '-wie' || n % 500 || '-' || n || '@signaalpunt.example>',
              now() - n * interval '1 minute', 'verstuurd' from generate_series(1, 20000) as n`,
    // What was refused has been told of.
    `insert into opdracht select r.* from opdracht v, zending z, lateral jsonb_populate_record(v,
       jsonb_build_object('id', 'onbestelbaar:' || z.id || ':' || z.id)) as r where v.id = 'o1' and z.status = 'mislukt'`,
    `insert into bericht (stroom, volgnummer, gebruiker, adres, verzoek, soort, bundel, waarom, op, niet_voor, status, zending)
       select i.id, 1, case when n % 2 = 0 then 'wie' || n % 500 end, case when n % 2 = 1 then 'wie' || n || '@voorbeeld.nl' end,
              case when n % 2 = 1 then 'v1' end, 'ontvangen', 'direct', case when n % 2 = 1 then 'partij' else 'melder' end,
              now(), now(), case when n % 10000 in (2, 3) then 'wacht' else 'gebundeld' end,
              case when n % 10000 not in (2, 3) then i.id end from ${reeks}`,
    `insert into waarnemingpost (waarneming, soort) select w.id, soort from waarneming w, unnest(array['begin', 'einde']) as soort
      where w.tot < (now() at time zone 'Europe/Amsterdam')::date - 10`,
    'analyze',
  ])
    await client.query(vraag);
}
