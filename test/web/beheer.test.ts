import assert from 'node:assert/strict';

import { rows, sql } from '#db/sql.ts';
import { inTransaction } from '#db/transaction.ts';
import { type Beleidsinhoud, TERMIJNBELEID_1 } from '#domain/beleid/termijnbeleid.ts';
import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';
import { type Bezoek, type Bezoeker, ingelogd, verborgen } from '#test/support/bezoeker.ts';
import { leefZomaar } from '#test/support/leven.ts';
import { schrijfLevens } from '#test/support/schrijf-levens.ts';
import { tot } from '#test/support/worker.ts';
import { beleidsverschillen } from '#web/beheer/beleidsvelden.ts';

describe('the pages of functioneel beheer', () => {
  let app: Client;
  const bezoekers = new Map<string, Bezoeker>();
  // A lock is held here for as long as what happens meanwhile takes.
  before(async () => (app = await startApp({ connections: { patient: true } })));
  after(() => app.stop());
  afterEach(() => assert.deepEqual(app.fouten, []));

  const als = (gebruiker: string) => ingelogd(bezoekers, app.url, gebruiker);
  const beheer = () => als('beheer');
  const lees = async (adres: string) => (await beheer()).volg(adres);

  it('are in the menu, the daily work first', async () => {
    const { tekst } = await lees('/beheer/codes');
    assert.deepEqual(
      Array.from(/<nav class="balk".*?<\/nav>/.exec(tekst)?.[0].matchAll(/<a[^>]*>([^<]+)/g) ?? [], ([, naam]) => naam),
      ['Mensen', 'Organisaties', 'Codes', 'Termijnen', 'Feestdagen', 'Waakhond'],
    );
  });

  it('show every list of codes, with what took the place of a code', async () => {
    const { tekst } = await lees('/beheer/codes');
    assert.match(tekst, /Doelgroep, versie \d+ \(\d+\)/);
    assert.match(tekst, /<code>NAH<\/code>/);
  });

  describe('feestdagen', () => {
    it('are added, with what that moves, and taken away again', async () => {
      const wie = await beheer();
      const formulier = await wie.volg('/beheer/feestdagen-toevoegen');
      assert.match(formulier.tekst, /Lopende termijnen schuiven mee/);
      const dag = { datum: '11-5-2029', benaming: 'dag na Hemelvaartsdag', bron: 'Besluit 2029' };
      const gedaan = await wie.stuur('/beheer/feestdagen-toevoegen', { ...verborgen(formulier), ...dag });
      assert.match(gedaan.tekst, /De vrije dag is toegevoegd/);
      assert.match(gedaan.tekst, /vrijdag 11 mei 2029.*dag na Hemelvaartsdag.*Besluit 2029/);
      const weg = await wie.volg('/beheer/feestdagen/2029-05-11/weghalen');
      const leeg = await wie.stuur('/beheer/feestdagen/2029-05-11/weghalen', verborgen(weg));
      assert.match(leeg.tekst, /De vrije dag is weg/);
      assert.doesNotMatch(leeg.tekst, /vrijdag 11 mei 2029/);
    });

    it('that are free already, or over, are refused at their field', async () => {
      const wie = await beheer();
      for (const [datum, zin] of [
        ['2029-12-25', /Deze dag is al vrij/],
        ['2020-05-11', /Deze dag is voorbij/],
      ] as const) {
        const formulier = await wie.volg('/beheer/feestdagen-toevoegen');
        const { status, tekst } = await wie.stuur('/beheer/feestdagen-toevoegen', {
          ...verborgen(formulier),
          datum,
          benaming: 'Een dag',
          bron: 'Een besluit',
        });
        assert.equal(status, 422);
        assert.match(tekst, zin);
      }
    });
  });

  describe('waakhond', () => {
    it('says that all is well while it is', async () => {
      const { tekst } = await lees('/beheer/waakhond');
      assert.match(tekst, /<h2>Alles loopt<\/h2>/);
    });

    it('shows what is parked by its number and nothing of the case, and lets it go on', async () => {
      const { body } = await app.as('metgezel.noord').post('/signalen', nieuwSignaal({ knelpunt: 'Iets geheims.' }));
      await rows(app.db(), sql`update stroom set geparkeerd_op = now() where id = ${body.id}`);
      await rows(
        app.db(),
        sql`insert into waakhondmelding (soort, onderwerp, stroom, nummer, eerst_gezien_op, laatst_gezien_op)
            values ('signaal_geparkeerd', ${body.id}, ${body.id}, ${body.nummer}, now(), now())`,
      );
      const { tekst } = await lees('/beheer/waakhond');
      assert.match(tekst, new RegExp(body.nummer));
      assert.doesNotMatch(tekst, /geheims/);
      const adres = /href="(\/beheer\/waakhond\/[^"]+\/vrijgeven)"/.exec(tekst)?.[1] ?? '';
      const vraag = await lees(adres);
      const gedaan = await (await beheer()).stuur(adres, verborgen(vraag));
      assert.match(gedaan.tekst, /Het signaal is vrijgegeven/);
      const [stroom] = await rows(
        app.db(),
        sql`select geparkeerd_op is null as vrij from stroom where id = ${body.id}`,
      );
      assert.equal(stroom?.['vrij'], true);
    });
  });

  describe('termijnen', () => {
    /** The form as it is shown, with these fields filled in otherwise. */
    const ingevuld = ({ tekst }: Bezoek, anders: Record<string, string>) => ({
      ...Object.fromEntries(
        Array.from(
          tekst.matchAll(/<input[^>]*\bname="([^"]+)"[^>]*\bvalue="([^"]*)"/g),
          ([, naam = '', waarde = '']) => [naam, waarde],
        ),
      ),
      ...anders,
    });

    const periode = { vanDatum: '2027-01-04', totEnMetDatum: '2027-03-31' };
    before(() =>
      schrijfLevens(
        app.db(),
        Array.from({ length: 40 }, (_, zaad) => leefZomaar(zaad)),
      ),
    );

    /** The page of what was begun, once there is nothing to wait for. */
    const uitgerekend = async (wie: Bezoeker, begonnen: Bezoek): Promise<Bezoek> => {
      let nu = begonnen;
      await tot(async () => {
        const opnieuw = /<a[^>]*href="([^"]+)"[^>]*>Kijk opnieuw/.exec(nu.tekst)?.[1];
        if (opnieuw !== undefined) nu = await wie.volg(opnieuw);
        return opnieuw === undefined;
      });
      return nu;
    };

    it('are shown, played over the past, and kept by who has seen what that would have done', async () => {
      const wie = await beheer();
      const eerst = await wie.volg('/beheer/termijnen');
      assert.match(eerst.tekst, /name="beleid\.stappen\.oppakken\.n\.normaal"[^>]*value="3"/);
      const begonnen = await wie.stuur(
        '/beheer/termijnen',
        ingevuld(eerst, { 'beleid.stappen.oppakken.n.normaal': '4', stap: 'reken' }),
      );
      const gerekend = await uitgerekend(wie, begonnen);
      assert.equal(gerekend.status, 200);
      assert.match(gerekend.tekst, /keer vanzelf een niveau hoger gegaan, in plaats van \d+ keer\./);
      assert.match(gerekend.tekst, /Er is nog niets veranderd/);
      assert.match(
        gerekend.tekst,
        /Wat u veranderde ten opzichte van versie 1<\/h3><ul><li>Oppakken, termijn normaal: van 3 naar 4 werkdagen\.<\/li><\/ul>/,
      );
      let bewaar = gerekend;
      for (const [geldigVanafDatum, zin] of [
        ['', 'Kies vanaf welke dag dit beleid geldt'],
        ['2020-01-06', 'geldt op zijn vroegst vanaf morgen'],
      ] as const) {
        bewaar = await wie.stuur('/beheer/termijnen', ingevuld(bewaar, { geldigVanafDatum, stap: 'bewaar' }));
        assert.equal(bewaar.status, 422);
        assert.ok(bewaar.tekst.includes(zin), zin);
        assert.match(
          bewaar.tekst,
          /href="#geldigVanafDatum"[^]*keer vanzelf een niveau hoger[^]*id="geldigVanafDatum"/,
        );
      }
      const bewaard = await wie.stuur(
        '/beheer/termijnen',
        ingevuld(bewaar, { geldigVanafDatum: '2099-01-04', stap: 'bewaar' }),
      );
      assert.match(bewaard.tekst, /De nieuwe termijnen zijn bewaard/);
      assert.match(
        bewaard.tekst,
        /Versie 2, geldt nog niet<[^]*<li>Oppakken, termijn normaal: van 3 naar 4 werkdagen\.<\/li>[^]*Hiermee begon het/,
      );
      assert.match(bewaard.tekst, /name="beleid\.stappen\.oppakken\.n\.normaal"[^>]*value="4"/);
    });

    it('say of every number of a policy that it differs, in words and not in codes', () => {
      const anders = (waarde: unknown): unknown => {
        if (Array.isArray(waarde)) return [1];
        if (typeof waarde === 'object' && waarde !== null)
          return Object.fromEntries(Object.entries(waarde).map(([naam, een]) => [naam, anders(een)]));
        return typeof waarde === 'number' ? waarde + 1 : 7;
      };
      const getallen = (waarde: unknown): number =>
        typeof waarde !== 'object' || waarde === null || Array.isArray(waarde)
          ? 1
          : Object.values(waarde).reduce<number>((tot, een) => tot + getallen(een), 0);
      const { stappen, tegenhouden, ligtStil } = TERMIJNBELEID_1;
      const beleid = { stappen, tegenhouden, ligtStil };
      const verschillen = beleidsverschillen(beleid, anders(beleid) as Beleidsinhoud);
      assert.equal(verschillen.length, getallen(beleid));
      assert.equal(new Set(verschillen).size, verschillen.length);
      for (const zin of verschillen) assert.match(zin, /^[A-Z][^_]+: van .+ naar .+ (werkdag(en)?|procent)\.$/);
      assert.ok(verschillen.includes('Oppakken, herhaling: van 5 naar 6 werkdagen.'));
      assert.ok(verschillen.includes('Behandelen, lokaal, herhaling: van geen naar 7 werkdagen.'));
      assert.ok(verschillen.includes('Behandelen, lokaal, herinneringen: van 50, 80 en 100 naar 1 procent.'));
      assert.deepEqual(beleidsverschillen(beleid, TERMIJNBELEID_1), []);
    });

    it('explain uitloop, herinneringen and herhaling once, and lead every such field to it', async () => {
      const { tekst } = await (await beheer()).volg('/beheer/termijnen');
      for (const woord of ['uitloop', 'herinneringen', 'herhaling']) {
        assert.match(tekst, new RegExp(`<dd id="uitleg-${woord}">[^<]*: (is de|bij 5)`));
        const velden = tekst.match(new RegExp(`<input[^>]*name="[^"]*\\.${woord}[".][^>]*>`, 'g')) ?? [];
        assert.ok(velden.length >= 11);
        for (const veld of velden) assert.ok(veld.includes(`aria-describedby="uitleg-${woord}"`), veld);
      }
    });

    it('show what another number does in each region and week, every number of which adds up', async () => {
      const wie = await als('landelijk');
      const anders = { 'beleid.stappen.oppakken.n.normaal': '1', 'beleid.stappen.oppakken.n.hoog': '1', stap: 'reken' };
      const begonnen = await wie.stuur(
        '/beheer/termijnen',
        ingevuld(await wie.volg('/beheer/termijnen'), { ...anders, ...periode }),
      );
      const alles = await uitgerekend(wie, begonnen);
      const zin = /was een signaal (\d+) keer vanzelf een niveau hoger gegaan, in plaats van (\d+)/.exec(alles.tekst);
      assert.ok(zin !== null);
      const [, anderen, toen] = zin.map(Number);
      const perWeek = (bezoek: Bezoek) =>
        tabel(bezoek, 'Week vanaf').map(([week, , vanzelf = '']) => [week, Number.parseInt(vanzelf, 10)] as const);
      const som = (rijen: readonly (readonly [string | undefined, number])[]) =>
        rijen.reduce((tot, [, aantal]) => tot + aantal, 0);
      assert.equal(som(perWeek(alles)), anderen, 'the weeks are all of it');
      assert.ok(anderen !== toen);
      const regios = Array.from(
        alles.tekst.matchAll(/href="([^"#]+\?regio=\w+)#per-week"/g),
        ([, adres = '']) => adres,
      );
      assert.ok(regios.length >= 2);
      const delen = await Promise.all(regios.map(async (adres) => som(perWeek(await wie.volg(adres)))));
      assert.equal(som(delen.map((deel) => ['', deel] as const)), anderen, 'and so are the regions');
    });

    it('can be looked at while they are played, by nobody else, and stopped', async () => {
      const wie = await als('programmaleiding');
      const eerst = ingevuld(await wie.volg('/beheer/termijnen'), { ...periode, stap: 'reken' });
      const adres = await inTransaction(app.orm, async (db) => {
        await rows(db, sql`lock table gebeurtenis in access exclusive mode`);
        const begonnen = await wie.stuur('/beheer/termijnen', eerst);
        assert.match(begonnen.tekst, /<h1>Wij rekenen het na<\/h1>/);
        assert.match(begonnen.tekst, /0 van de \d+ signalen zijn nagerekend|Wij zoeken de signalen/);
        const stand = /data-voortgang="([^"]+)"/.exec(begonnen.tekst)?.[1] ?? '';
        assert.match(JSON.parse((await wie.volg(stand)).tekst).zin, /nagerekend|zoeken/);
        assert.equal((await (await beheer()).volg(stand)).tekst, 'null');
        const hier = stand.replace(/\/stand$/, '');
        assert.equal((await (await beheer()).volg(hier)).status, 404);
        const andere = await wie.stuur('/beheer/termijnen', { ...eerst, 'beleid.tegenhouden': '9' });
        assert.equal(andere.status, 409);
        assert.match(andere.tekst, new RegExp(`href="${hier}"[^>]*>Kijk hoe ver die is`));
        const gestopt = await wie.stuur(`${hier}/stoppen`, {});
        assert.match(gestopt.tekst, /Het narekenen is gestopt. Er is niets veranderd./);
        return hier;
      });
      assert.equal((await wie.volg(adres)).status, 404);
      assert.equal((await wie.stuur(`${adres}/stoppen`, {})).status, 404);
      const weer = await uitgerekend(wie, await wie.stuur('/beheer/termijnen', eerst));
      assert.match(weer.tekst, /in plaats van \d+ keer\./);
      const laatste = /href="([^"?]+)\?regio/.exec(weer.tekst)?.[1] ?? assert.fail('no region');
      assert.equal((await wie.volg(`${laatste}/stand`)).tekst, 'null', 'nothing to wait for');
      await rows(app.db(), sql`update naspeling set verslag = null, mislukt = true where door = 'programmaleiding'`);
      const { tekst } = await wie.volg(laatste);
      assert.match(tekst, /Het narekenen is afgebroken/);
    });

    it('are refused with every mistake at its field, and not kept without having been played', async () => {
      const wie = await beheer();
      const eerst = await wie.volg('/beheer/termijnen');
      const fout = await wie.stuur(
        '/beheer/termijnen',
        ingevuld(eerst, {
          'beleid.stappen.oppakken.n.normaal': 'veel',
          'beleid.stappen.vraag.herinneringen': '50, 200',
          stap: 'reken',
        }),
      );
      assert.equal(fout.status, 422);
      assert.match(fout.tekst, /href="#beleid\.stappen\.oppakken\.n\.normaal"/);
      assert.match(fout.tekst, /href="#beleid\.stappen\.vraag\.herinneringen"/);
      const nietGezien = await wie.stuur(
        '/beheer/termijnen',
        ingevuld(eerst, { vingerafdruk: 'a'.repeat(64), geldigVanafDatum: '2099-02-02', stap: 'bewaar' }),
      );
      assert.equal(nietGezien.status, 409);
      assert.match(nietGezien.tekst, /Simuleer precies dit beleid eerst zelf/);
    });
  });
});

/** The cells of each row of the table whose first heading this is. */
function tabel({ tekst }: Bezoek, kop: string): string[][] {
  const eigen = Array.from(tekst.matchAll(/<table.*?<\/table>/gs), ([html]) => html).find((html) =>
    html.includes(`>${kop}</th>`),
  );
  const [, ...rijen] = Array.from(eigen?.matchAll(/<tr.*?<\/tr>/gs) ?? [], ([html]) =>
    Array.from(html.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs), ([, inhoud = '']) => inhoud.replaceAll(/<[^<>]+>/g, '')),
  );
  return rijen;
}
