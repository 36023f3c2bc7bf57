import assert from 'node:assert/strict';

import { rows, sql } from '#db/sql.ts';
import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';
import { type Bezoek, type Bezoeker, ingelogd, verborgen } from '#test/support/bezoeker.ts';

describe('the pages of functioneel beheer', () => {
  let app: Client;
  const bezoekers = new Map<string, Bezoeker>();
  before(async () => (app = await startApp()));
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

    it('are shown, played over the past, and kept by who has seen what that would have done', async () => {
      const wie = await beheer();
      const eerst = await wie.volg('/beheer/termijnen');
      assert.match(eerst.tekst, /name="beleid\.stappen\.oppakken\.n\.normaal"[^>]*value="3"/);
      const gerekend = await wie.stuur(
        '/beheer/termijnen',
        ingevuld(eerst, { 'beleid.stappen.oppakken.n.normaal': '4', stap: 'reken' }),
      );
      assert.equal(gerekend.status, 200);
      assert.match(gerekend.tekst, /signalen vanzelf een niveau hoger gegaan, in plaats van \d+\./);
      assert.match(gerekend.tekst, /Er is nog niets veranderd/);
      const bewaard = await wie.stuur(
        '/beheer/termijnen',
        ingevuld(gerekend, { geldigVanafDatum: '2099-01-04', stap: 'bewaar' }),
      );
      assert.match(bewaard.tekst, /De nieuwe termijnen zijn bewaard/);
      assert.match(bewaard.tekst, /name="beleid\.stappen\.oppakken\.n\.normaal"[^>]*value="4"/);
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
