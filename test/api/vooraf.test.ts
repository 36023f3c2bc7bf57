import assert from 'node:assert/strict';

import { ROUTES } from '#api/routes/index.ts';
import { rows, sql } from '#db/sql.ts';
import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';

const ESCALATIE = {
  motief: 'geen_reactie',
  overdracht: { geprobeerd: 'Gebeld.', gevraagd: 'Een besluit.', gewenst: 'Iemand die beslist.' },
  poging: { partij: 'Wmo-loket', datum: '2026-03-02', antwoord: 'Niet bevoegd' },
};

interface Handeling {
  handeling: string;
  mag: boolean;
  code: string | null;
  reden: string | null;
  wie: { naam: string; telefoon: string | null }[];
}

describe('may I, and what would it do', () => {
  let app: Client;
  let nummer: string;
  before(async () => {
    app = await startApp();
  });
  after(() => app.stop());
  beforeEach(async () => {
    nummer = (await app.as('metgezel.noord').post('/signalen', nieuwSignaal())).body.nummer;
  });

  const handelingen = async (wie: string): Promise<Map<string, Handeling>> => {
    const { body } = await app.as(wie).get(`/signalen/${nummer}`);
    return new Map((body.handelingen as Handeling[]).map((handeling) => [handeling.handeling, handeling]));
  };
  /** Everything that an act would have changed. */
  const allesWatTelt = async (): Promise<unknown> =>
    rows(
      app.db(),
      sql`select (select count(*) from gebeurtenis) as g, (select count(*) from opdracht) as o, (select count(*) from bericht) as b,
                 (select count(*) from tekst) as t, (select jsonb_agg(to_jsonb(s) order by s.id) from stroom s) as s`,
    );

  it('a signaal says of every act whether this person may do it now, and if not why not and who can', async () => {
    const melder = await handelingen('metgezel.noord');
    assert.deepEqual(melder.get('escaleren'), { handeling: 'escaleren', mag: true, code: null, reden: null, wie: [] });
    const alleen = 'Alleen een coördinator van de regio of het landelijk team kan dit doen.';
    assert.deepEqual(melder.get('indelingWijzigen'), {
      handeling: 'indelingWijzigen',
      mag: false,
      code: 'niet_bevoegd',
      reden: alleen,
      wie: [{ naam: 'de coördinatoren van regio Noord', telefoon: null }],
    });
    const { reden, wie } = melder.get('oppakken') ?? assert.fail();
    assert.deepEqual([reden, wie], ['U behandelt dit signaal al.', []], 'nobody can take up what is in hand');
    const [behandelaar] = (await handelingen('coordinator.noord')).get('pauzeren')?.wie ?? [];
    assert.ok(behandelaar?.telefoon !== null && behandelaar?.telefoon !== undefined, 'a person can be called');
  });

  it('a verzoek says the same of its own acts', async () => {
    await app.as('metgezel.noord').post(`/signalen/${nummer}/verzoeken`, {
      soort: 'consultatie',
      persoon: 'metgezel.west',
      vraag: 'Hoe ging dit bij u?',
    });
    const { body } = await app.as('metgezel.noord').get(`/signalen/${nummer}`);
    const [verzoek] = body.verzoeken as { handelingen: Handeling[] }[];
    const mag = verzoek?.handelingen.filter((handeling) => handeling.mag).map(({ handeling }) => handeling);
    assert.deepEqual(mag, ['verzoekBeantwoorden', 'verzoekIntrekken']);
  });

  it('every act can be asked beforehand where it goes, until when and who is told; nothing is written', async () => {
    const eerst = await allesWatTelt();
    const { status, body, headers } = await app
      .as('metgezel.noord')
      .post(`/signalen/${nummer}/escalaties/_vooraf`, ESCALATIE);
    assert.equal(status, 200);
    assert.equal(headers.get('etag'), null);
    assert.equal(body.niveau, 'regionaal');
    assert.equal(body.behandelaar, null);
    assert.equal(body.inWoorden[0], 'Het signaal gaat van lokaal naar regionaal.');
    assert.ok(
      body.inWoorden.includes('Er gaat een mail, in werktijd, naar de coördinatoren van regio Noord.'),
      body.inWoorden,
    );
    assert.deepEqual(await allesWatTelt(), eerst);
  });

  it('what is said beforehand is what then happens', async () => {
    const pad = `/signalen/${nummer}/escalaties`;
    const { body: vooraf } = await app.as('metgezel.noord').post(`${pad}/_vooraf`, ESCALATIE);
    const { body: signaal } = await app.as('metgezel.noord').post(pad, ESCALATIE);
    const { niveau, status, behandelaar } = signaal;
    assert.deepEqual([vooraf.niveau, vooraf.status, vooraf.behandelaar], [niveau, status, behandelaar]);
    for (const { soort, laatsteDag } of vooraf.loopt as { soort: string; laatsteDag: string }[]) {
      const termijn = (signaal.termijnen as { soort: string; laatsteDag: string }[]).find((een) => een.soort === soort);
      assert.equal(termijn?.laatsteDag, laatsteDag, soort);
    }
  });

  it('also of filing, before there is a signaal', async () => {
    const eerst = await allesWatTelt();
    const { status, body } = await app.as('metgezel.noord').post('/signalen/_vooraf', nieuwSignaal());
    assert.equal(status, 200);
    assert.equal(body.inWoorden[0], 'Het signaal begint lokaal.');
    assert.equal(body.loopt[0].soort, 'behandelen');
    assert.deepEqual(await allesWatTelt(), eerst);
  });

  it('is refused as the act would be: with every mistake at once, or by the rules, or as if it were not there', async () => {
    const pad = `/signalen/${nummer}/escalaties/_vooraf`;
    const fout = await app.as('metgezel.noord').post(pad, { motief: 'x' });
    assert.deepEqual([fout.status, fout.body.errors.length], [400, 2]);
    const nee = await app.as('coordinator.noord').post(`/signalen/${nummer}/pauzes/_vooraf`, {
      reden: 'afwezigheid',
      totEnMetDatum: '2027-01-04',
    });
    assert.deepEqual([nee.status, nee.body.code], [403, 'niet_behandelaar']);
    assert.equal((await app.as('metgezel.west').post(pad, ESCALATIE)).status, 404);
  });

  it('exists for every act on a signaal or a patroon; writing down who it is about is none', () => {
    const daden = ROUTES.filter(
      ({ contract: { method, path, onderwerp } }) =>
        method === 'post' && /^\/(signalen|patronen)/.test(path) && onderwerp !== 'Over wie',
    );
    const paden = daden.map(({ contract }) => contract.path);
    const zonder = paden.filter((pad) => !pad.endsWith('/_vooraf') && !paden.includes(`${pad}/_vooraf`));
    assert.deepEqual(zonder, []);
  });
});
