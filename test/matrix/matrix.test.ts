import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';

import { Registry } from 'prom-client';

import { createCijfers } from '#activities/cijfers.ts';
import { ROUTES } from '#api/routes/index.ts';
import { number, text } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';
import { opUur, datumVan, plusDagen } from '#domain/tijd/amsterdam.ts';
import { type Client, startApp, vraag } from '#test/support/app.ts';
import { Bezoeker } from '#test/support/bezoeker.ts';
import { eenOp } from '#test/support/keren.ts';
import { testPost } from '#test/support/test-post.ts';

import { gemonteerd } from './gemonteerd.ts';
import { LANG_GELEDEN } from './lichamen.ts';
import {
  AGENDA,
  gevondenIn,
  kanarieIn,
  loopLangs,
  magVinden,
  ONBEKEND,
  type Uitslag,
  verwachteStatus,
} from './loop.ts';
import type { Vraag } from './main.ts';
import { ANDERE_REGIO, DEEL, laatPaginaregel, PAGINAS } from './paginas.ts';
import {
  DELEN,
  laatRegel,
  leest,
  LEEST,
  leestOverWie,
  legtVastVoorPartij,
  PARTIJ_MET_TOESTEMMING,
  PERSONEN,
  ROL_VAN,
  rollenVan,
  schrijftOverWie,
  trektIn,
  type Situatie,
  SITUATIES,
  zichtOp,
} from './verwacht.ts';
import { VOOR_ROLLEN } from './voor-rollen.ts';
import { Wereldbouw } from './wereld.ts';
import { KANARIE, type Wereld, type Zaak } from './zaken.ts';

describe('who sees what: every operation and page × person × situation', () => {
  const regels: string[] = [];
  const registry = new Registry();
  const telling: Record<string, number> = {};
  let app: Client;
  let bouw: Wereldbouw;
  let wereld: Wereld;
  let uitslagen: Uitslag[];
  let logregels: string[];
  before(async () => {
    app = await startApp({ log: (regel) => void regels.push(regel), registry });
    bouw = new Wereldbouw(app);
    wereld = await bouw.bouw();
    const eerder = await laatsteRegel();
    uitslagen = await loopLangs(app, wereld, { deel: eenOp(4) });
    logregels = await regelsNa(eerder);
    telling['cells'] = uitslagen.length;
    telling['canaries'] = wereld.kanaries.length + PERSONEN.length;
  });
  after(async () => {
    await app.stop();
    const regel = Object.entries(telling).map(([wat, aantal]) => `${aantal} ${wat}`);
    process.stdout.write(`    matrix: ${regel.join(', ')}\n`);
  });

  it('has a row for everything that is mounted, and nothing is mounted that has none', () => {
    const { api, paginas } = gemonteerd(app.express);
    const operaties = ROUTES.map(({ contract: { method, path } }) => `${method} ${path}`);
    const alsExpress = operaties.map((operatie) => operatie.replaceAll(/\{(\w+)\}/g, ':$1'));
    const anders = api.filter((route) => !METHODEN.test(route) && !alsExpress.includes(route));
    assert.deepEqual(anders, ['get /openapi.json']);
    for (const operatie of operaties) assert.ok(rollenVan(operatie).length > 0, operatie);
    assert.deepEqual(paginas.toSorted(), Object.keys(PAGINAS).toSorted());
    telling['routes'] = operaties.length + paginas.length;
  });

  it('asks every operation of every person, and every operation on a signaal in every situation', () => {
    for (const { contract } of ROUTES) {
      const operatie = `${contract.method} ${contract.path}`;
      const gevraagd = uitslagen.filter((uitslag) => uitslag.operatie === operatie);
      assert.equal(new Set(gevraagd.map(({ persoon }) => persoon)).size, PERSONEN.length, operatie);
      if (!contract.path.startsWith('/signalen/{signaal}')) continue;
      assert.equal(new Set(gevraagd.map(({ situatie }) => situatie)).size, SITUATIES.length, operatie);
      const zichten = gevraagd.map(({ persoon, situatie }) => zichtOp(persoon, situatie as Situatie));
      assert.equal(new Set(zichten).size, 6, operatie);
    }
  });

  it('answers each cell with the status of the table', () => assert.deepEqual(verkeerd(uitslagen), []));

  it('leaves exactly one line in the log about each cell, whatever came of it, but for what is about nobody', () => {
    const verwacht = uitslagen.filter(laatRegel).map(({ persoon, operatie, status }) => {
      const [methode = '', pad = ''] = operatie.split(' ');
      const adres = operatie === AGENDA ? '/agenda/:token.ics' : `/api/v1${pad.replaceAll(/\{(\w+)\}/g, ':$1')}`;
      return `${persoon} ${methode.toUpperCase()} ${adres} ${status}`;
    });
    assert.deepEqual(logregels.toSorted(), verwacht.toSorted());
    telling['lines in the log'] = logregels.length;
  });

  it('answers with what belongs to that person, and with nothing else', () => {
    assert.deepEqual(lekken(uitslagen).slice(0, 20), []);
    for (const { persoon, inhoud } of bouw.antwoorden) {
      const mag = magVinden(persoon, wereld);
      assert.deepEqual(
        gevondenIn(inhoud, '', wereld).filter((een) => !mag.has(een)),
        [],
        persoon,
      );
    }
    telling['bodies'] = uitslagen.length + bouw.antwoorden.length;
  });

  it('lets each find exactly the fields of each signaal that are theirs to read', () => {
    for (const persoon of PERSONEN)
      for (const situatie of SITUATIES)
        assert.deepEqual(
          gelezen(persoon, situatie),
          geplant(situatie, leest(persoon, situatie)),
          `${persoon} × ${situatie}`,
        );
  });

  it('refuses what somebody may not know of as if it were not there', async () => {
    const spook: Zaak = {
      situatie: 'eigen',
      id: ONBEKEND,
      nummer: 'S-1999-9999',
      verzoek: ONBEKEND,
      bijlage: ONBEKEND,
    };
    const [wie = ''] = PERSONEN.filter((persoon) => SITUATIES.every((een) => zichtOp(persoon, een) === 'niets'));
    const niets = await loopLangs(app, { ...wereld, zaken: [spook] }, { deel: 1, personen: [wie] });
    const weigeringen = new Map(niets.map(({ operatie, weigering }) => [operatie, weigering]));
    const dicht = uitslagen.filter(
      ({ persoon, situatie }) => situatie !== null && zichtOp(persoon, situatie as Situatie) === 'niets',
    );
    assert.ok(dicht.length > 500);
    for (const { operatie, persoon, weigering } of dicht)
      assert.equal(weigering, weigeringen.get(operatie), `${persoon} ${operatie}`);
  });

  it('holds on pages: who is logged in finds there what is theirs, and who is not finds a door', async () => {
    const { patroon, voorstel, rapport, les, opgelost } = wereld;
    const delen: Readonly<Record<string, string>> = {
      ...DEEL,
      ':patroon': patroon,
      ':voorstel': voorstel,
      ':rapport': rapport,
      ':les': les,
      ':bron': opgelost,
    };
    const bezoeken = Object.entries(PAGINAS).flatMap(([route, voor]): Paginabezoek[] => {
      const [methode, pad = ''] = route.split(' ');
      if (methode !== 'get' || (voor !== 'ieder' && voor !== 'persoon')) return [];
      return pad.includes(':nummer')
        ? wereld.zaken.map((zaak) => ({ voor, route, situatie: zaak.situatie, pad: ingevuld(pad, zaak) }))
        : [
            {
              voor,
              route,
              situatie: null,
              pad: (VOLLEDIG[pad] ?? pad).replaceAll(/:\w+/g, (deel) => delen[deel] ?? deel),
            },
          ];
    });
    const vreemde = new Bezoeker(app.url);
    for (const { voor, pad } of bezoeken) {
      const { status, tekst } = await vreemde.vraag(pad);
      assert.deepEqual([pad, status, gevondenIn(tekst, pad, wereld)], [pad, voor === 'ieder' ? 200 : 303, []]);
    }
    const bezocht: string[] = [];
    const eerder = await laatsteRegel();
    for (const persoon of PERSONEN) {
      const bezoeker = new Bezoeker(app.url);
      const begin = new URL((await bezoeker.logIn(persoon)).url).pathname;
      bezocht.push(`${persoon} GET /inloggen/terug 303`);
      if (laatPaginaregel(`get ${begin}`, 200)) bezocht.push(`${persoon} GET ${begin} 200`);
      const mag = magVinden(persoon, wereld);
      for (const { pad, route, situatie } of bezoeken.filter(
        ({ voor, pad: adres }) => voor === 'persoon' || adres === '/',
      )) {
        telling['pages read'] = (telling['pages read'] ?? 0) + 1;
        const { status, tekst, headers } = await bezoeker.vraag(pad);
        if (laatPaginaregel(route, status)) bezocht.push(`${persoon} ${inLog(route, delen)} ${status}`);
        const gevonden = gevondenIn(`${tekst}${[...headers].join('\n')}`, pad, wereld);
        const lek = gevonden.filter((een) => !mag.has(een));
        assert.deepEqual([persoon, pad, lek], [persoon, pad, []]);
        assert.ok(paginastatus(route, persoon, situatie).includes(status), `${persoon} ${pad}: ${status}`);
      }
    }
    assert.deepEqual((await regelsNa(eerder)).toSorted(), bezocht.toSorted());
  });

  it('holds when they look for words: whoever may read a text finds its signaal by it, and nobody else', async () => {
    const elke = eenOp(12);
    const geschreven = await rows(
      app.db(),
      sql`select distinct (regexp_matches(inhoud, ${KANARIE.source}))[1] as kanarie from tekst where veld not like '%.email'`,
      { kanarie: text },
    );
    let gezocht = 0;
    for (const persoon of PERSONEN.filter((wie) => zichtOp(wie, 'eigen') !== 'geen_zaken')) {
      const mag = magVinden(persoon, wereld);
      for (const { kanarie } of geschreven.filter((_, i) => i % elke === 0)) {
        gezocht += 1;
        const { status, body } = await app.as(persoon).get(`/signalen?zoek=${kanarie}`);
        assert.deepEqual(
          [persoon, kanarie, status, body.signalen.length > 0],
          [persoon, kanarie, 200, mag.has(kanarie)],
        );
      }
    }
    telling['words looked for'] = gezocht;
  });

  it('shows who holds a link what is in that link, once the mailed code is given, and nothing before', async () => {
    for (const { loket, situatie } of bouw.partijen.antwoorders) {
      assert.deepEqual((await vraag(`${app.url}${loket.pad}`)).body.match(KANARIE), null);
      assert.deepEqual((await vraag(`${app.url}${loket.vraagpad}`)).body.match(KANARIE), null);
      const { body } = await loket.vraag(loket.vraagpad);
      const mag = new Set(
        wereld.kanaries.flatMap(({ kanarie, deel, verzoek }) =>
          verzoek === loket.verzoek && LEEST.partij.includes(deel) ? [kanarie] : [],
        ),
      );
      const overWie = situatie === PARTIJ_MET_TOESTEMMING ? geplant(situatie, ['over_wie']) : [];
      for (const kanarie of overWie) assert.ok(mag.add(kanarie).has(kanarie) && body.includes(kanarie));
      assert.deepEqual(
        (body.match(KANARIE) ?? []).filter((een) => !mag.has(een)),
        [],
      );
      assert.ok(geplant(situatie, ['vraag']).every((een) => body.includes(een)));
    }
    for (const { loket } of bouw.partijen.doorgevers) {
      for (const pad of [loket.pad, loket.vraagpad, `${loket.vraagpad}/afgewezen`, `${loket.vraagpad}?ontvangen`])
        assert.deepEqual((await loket.vraag(pad)).body.match(KANARIE), null, pad);
    }
    for (const { loket, situatie } of bouw.partijen.consulenten) {
      assert.deepEqual((await vraag(`${app.url}${loket.pad}`)).body.match(KANARIE), null);
      const { body } = await loket.vraag(loket.vraagpad);
      const mag = geplant(situatie, LEEST.consulent);
      assert.deepEqual(
        (body.match(KANARIE) ?? []).filter((een) => !mag.includes(een)),
        [],
      );
      assert.ok(geplant(situatie, ['knelpunt']).every((een) => body.includes(een)));
    }
  });

  it('holds when the policy functions say yes to everything: PostgreSQL alone leaks nothing of what it knows', async () => {
    const antwoord = await zonderFuncties({ databaseUrl: app.databaseUrl, wereld, deel: eenOp(20) });
    assert.deepEqual(lekken(antwoord).slice(0, 20), []);
    const open = antwoord.filter(
      ({ persoon, situatie, status }) =>
        situatie !== null && DICHT.includes(zichtOp(persoon, situatie as Situatie)) && status !== 404,
    );
    assert.deepEqual(open.map(celVan), []);
    telling['cells by row-level security alone'] = antwoord.length;
  });

  it('holds when PostgreSQL hides no row: the policy functions alone leak nothing', async () => {
    const tabellen = await rows(
      app.db(),
      sql`select relname as tabel from pg_class where relrowsecurity and relnamespace = 'public'::regnamespace`,
      {
        tabel: text,
      },
    );
    assert.ok(tabellen.length > 10);
    const zet = async (stand: string): Promise<void> => {
      for (const { tabel } of tabellen)
        await app.orm.em.getConnection().execute(`alter table "${tabel}" ${stand} row level security`);
    };
    await zet('disable');
    try {
      const antwoord = await loopLangs(app, wereld, { deel: eenOp(20) });
      assert.deepEqual(verkeerd(antwoord), []);
      assert.deepEqual(lekken(antwoord).slice(0, 20), []);
      telling['cells by policy functions alone'] = antwoord.length;
    } finally {
      await zet('enable');
    }
  });

  it('holds in every mail, in the log and in the figures', async () => {
    const morgen = opUur(plusDagen(datumVan(new Date().toISOString()), 30), 12);
    for (const { id } of wereld.zaken) {
      const { leesStand, mijlpaal } = app.uitvoeren;
      for (let { volgende } = await leesStand(id, LANG_GELEDEN); volgende !== null && volgende.op < morgen;)
        ({ volgende } = await mijlpaal(id, volgende.sleutel, volgende.op));
      await leesStand(id, morgen);
    }
    const post = testPost(app.database, 'smtp://127.0.0.1:1', app.url);
    await post.bundel();
    post.close();
    const mails = await rows(
      app.db(),
      sql`select adres, concat_ws(' ', onderwerp, inhoud, html) as tekst from zending`,
      { adres: text, tekst: text },
    );
    const lek = mails.flatMap(({ adres, tekst }) => {
      const mag = magPerPost(adres);
      return gevondenIn(tekst, '', wereld).flatMap((een) => (mag.has(een) ? [] : [`${adres}: ${een}`]));
    });
    assert.deepEqual(lek, []);
    assert.ok(mails.length > 20, String(mails.length));
    telling['mails'] = mails.length;

    await createCijfers({ database: app.database, registry }).ververs();
    const cijfers = await registry.metrics();
    assert.match(cijfers, /http_request_duration_seconds_count/);
    assert.deepEqual(gevondenIn(cijfers, '', wereld), []);
    assert.ok(regels.length > uitslagen.length);
    assert.deepEqual(gevondenIn(regels.join('\n'), '', wereld), []);
    telling['log lines'] = regels.length;
    assert.deepEqual(app.fouten, []);
  });

  async function laatsteRegel(): Promise<number> {
    const [laatste] = await rows(app.db(), sql`select coalesce(max(nr), 0)::float8 as nr from logregel`, {
      nr: number,
    });
    return laatste?.nr ?? 0;
  }

  /** Every line in the log after this one, as `persoon operatie status`. */
  async function regelsNa(eerder: number): Promise<string[]> {
    const gevonden = await rows(
      app.db(),
      sql`select concat_ws(' ', persoon, operatie, bijzonderheden ->> 'status') as regel from logregel where nr > ${eerder}`,
      { regel: text },
    );
    return gevonden.map(({ regel }) => regel);
  }

  function verkeerd(gevraagd: readonly Uitslag[]): string[] {
    return gevraagd.filter((uitslag) => !verwachteStatus(uitslag, wereld).includes(uitslag.status)).map(celVan);
  }

  function lekken(gevraagd: readonly Uitslag[]): string[] {
    const mag = new Map(PERSONEN.map((persoon) => [persoon, magVinden(persoon, wereld)]));
    const gelekt = gevraagd.flatMap((uitslag) => {
      const lek = uitslag.gevonden.filter((een) => mag.get(uitslag.persoon)?.has(een) !== true);
      return lek.length === 0 ? [] : [`${celVan(uitslag)}: ${lek.join(' ')}`];
    });
    telling['leaks'] = (telling['leaks'] ?? 0) + gelekt.length;
    return gelekt;
  }

  /** What was planted in these parts of a signaal. */
  function geplant(situatie: Situatie, delen: readonly (typeof DELEN)[number][]): string[] {
    return wereld.kanaries
      .filter((kanarie) => kanarie.situatie === situatie && delen.includes(kanarie.deel))
      .map(({ kanarie }) => kanarie)
      .toSorted();
  }

  /** What they find of it in all that they read. */
  function gelezen(persoon: string, situatie: Situatie): string[] {
    const alle = new Set(geplant(situatie, DELEN));
    const gevonden = uitslagen.filter((uitslag) => uitslag.persoon === persoon).flatMap((uitslag) => uitslag.gevonden);
    return [...new Set(gevonden)].filter((een) => alle.has(een)).toSorted();
  }

  /** What may stand in a mail to this address. */
  function magPerPost(adres: string): Set<string> {
    const persoon = PERSONEN.find((een) => wereld.adressen[een] === adres);
    if (persoon !== undefined) return magVinden(persoon, wereld);
    const met = ({ loket }: { loket: { adres: string } }): boolean => loket.adres === adres;
    const partij = [...bouw.partijen.antwoorders, ...bouw.partijen.doorgevers].find(met);
    const consulent = bouw.partijen.consulenten.find(met);
    const situatie = (partij ?? consulent)?.situatie;
    const zaak = wereld.zaken.find((een) => een.situatie === situatie);
    if (situatie === undefined || zaak === undefined) return new Set([kanarieIn(adres)]);
    const delen = partij === undefined ? LEEST.consulent : LEEST.partij;
    return new Set([...geplant(situatie, delen), zaak.nummer, zaak.id]);
  }
});

/** Sights with which a row is not seen at all. */
const DICHT: readonly string[] = ['niets', 'geen_zaken'];
/** What answers that a method is not there. */
const METHODEN = /^_all|^(?:acl|head|options|all) /;
/** Pages that are mounted below something. */
const VOLLEDIG: Readonly<Record<string, string>> = {
  '/live': '/health/live',
  '/cijfers/uitvoer/bestand': '/cijfers/uitvoer/bestand?tijdvak=2027&doel=onderzoek',
  '/ready': '/health/ready',
  '/stijl.css': '/assets/stijl.css',
  '/levend.js': '/assets/levend.js',
  '/mark.svg': '/assets/mark.svg',
  '/chevron.svg': '/assets/chevron.svg',
  '/source-sans-3-latin.woff2': '/assets/source-sans-3-latin.woff2',
  '/source-sans-3-latin-ext.woff2': '/assets/source-sans-3-latin-ext.woff2',
};

/** Of a report that is final: it can only be corrected. */
const NIET_MEER_MET_RAPPORT =
  /^get \/rapporten\/:rapport\/(?:goedkeuren|terugsturen|vrijgeven|schrijven|hertellen|weggooien|verhalen\/nieuw)$/;

/** Pages that change or end something which in this world is not there, or keep filters where there are none. */
const NIETS_WEG_TE_HALEN = /\/weghalen$|^get \/weergaven\/|:melding\/vrijgeven$|:waarneming\/beeindigen$/;

interface Paginabezoek {
  voor: (typeof PAGINAS)[string];
  route: string;
  situatie: Situatie | null;
  pad: string;
}

/** As the log has it: of an act which one it was. */
function inLog(route: string, delen: Readonly<Record<string, string>>): string {
  const daad = route.includes(':nummer') ? daadIn(route) : (delen[':daad'] ?? '');
  return route.replace('get', 'GET').replace(':daad', daad);
}

function daadIn(pad: string): string {
  return pad.includes(':verzoek') ? 'verzoek-intrekken' : 'notitie';
}

/** The address of a page, for one case. An act that needs no input shows what it would lead to as well. */
function ingevuld(pad: string, { nummer, verzoek, bijlage }: Zaak): string {
  const gevuld = pad.replace(':nummer', nummer).replace(':verzoek', verzoek).replace(':bijlage', bijlage);
  return gevuld.replace(':daad', daadIn(pad));
}

/** What a page answers: of an act that may not be done now 409 says why. */
function paginastatus(route: string, persoon: string, situatie: Situatie | null): number[] {
  const zicht = situatie === null ? null : zichtOp(persoon, situatie);
  const rol = ROL_VAN[persoon.split('.')[0] ?? ''] ?? '';
  if (route === 'get /melden') return [['metgezel', 'oco_consulent'].includes(rol) ? 200 : 403];
  if (route === 'get /signalen') return [['functioneel_beheer', 'auditor'].includes(rol) ? 403 : 200];
  if (/^get \/wat-werkt\/.*\//.test(route)) return [lesstatus(route, persoon, rol)];
  if (route.includes('/:organisatie/') && ANDERE_REGIO.test(persoon)) return [403];
  if (route in VOOR_ROLLEN) {
    if (VOOR_ROLLEN[route]?.includes(rol) !== true) return [403];
    // There is nothing of that id to decide.
    if (/:wissing|:vignet|:narekening$/.test(route)) return [404];
    if (NIET_MEER_MET_RAPPORT.test(route)) return [409];
    // Who proposed a term leaves it to another to confirm it.
    if (route === 'get /wissen/termijnen/:soort/bevestigen' && persoon === 'beheer') return [409];
    return [NIETS_WEG_TE_HALEN.test(route) ? 303 : 200];
  }
  if (zicht === null || situatie === null) return [200];
  if (zicht === 'regel') return [403];
  if (zicht === 'niets' || zicht === 'geen_zaken') return [404];
  if (zicht === 'gewist') return [route.startsWith('get /nieuws/') ? 200 : 410];
  if (route.endsWith('/over-wie')) return [leestOverWie(persoon, situatie) ? 200 : 403];
  if (route.endsWith('/:bestand')) return [404];
  if (route.endsWith('/:bijlage')) return zicht === 'alles' ? [200, 404] : [404];
  if (route.includes('/over-wie/')) {
    const mag = route.endsWith('/intrekken')
      ? trektIn
      : route.endsWith('/:verzoek')
        ? legtVastVoorPartij
        : schrijftOverWie;
    if (!mag(persoon, situatie)) return [403];
    return route.includes('/:') && !route.endsWith('/toestemming') ? [200, 404] : [200];
  }
  if (route.includes(':verzoek')) return zicht === 'alles' ? [200, 404, 409] : [404];
  return route.includes(':daad') ? [200, 409] : [200];
}

/** What is done with a les: by its owner and landelijk, or by who looks at lessen; it was looked at already. */
function lesstatus(route: string, persoon: string, rol: string): number {
  const schreef = persoon === 'coordinator.noord';
  if (zichtOp(persoon, 'gesloten') === 'geen_zaken') return 403;
  if (route.endsWith('/gebruiken')) return rol === 'programmaleiding' ? 403 : 200;
  if (route.endsWith('/beoordelen'))
    return !schreef && ['regiocoordinator', 'landelijk_team'].includes(rol) ? 409 : 403;
  if (schreef || rol === 'landelijk_team') return 200;
  return route.endsWith('/:bron') && zichtOp(persoon, 'gesloten') !== 'alles' ? 404 : 403;
}

/** The same matrix, walked by a process of which every policy function says yes. */
async function zonderFuncties(gevraagd: Vraag): Promise<Uitslag[]> {
  const kind = fork(new URL('main.ts', import.meta.url), {
    execArgv: ['--import', 'tsx', '--import', new URL('zonder-functies.mjs', import.meta.url).href],
  });
  kind.send(gevraagd);
  const [antwoord] = await Promise.race([
    once(kind, 'message'),
    once(kind, 'exit').then(([code]) => assert.fail(`The process without policy functions ended with ${code}`)),
  ]);
  return antwoord;
}

function celVan({ persoon, operatie, situatie, status, code }: Uitslag): string {
  return `${persoon} ${operatie} ${situatie ?? ''}: ${status} ${code ?? ''}`;
}
