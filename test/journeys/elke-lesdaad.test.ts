import assert from 'node:assert/strict';

import { number, text } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';
import { LESPAGINADADEN } from '#web/lessen/paginadaden.ts';

import { nieuwSignaal } from '../support/app.ts';
import { woorden } from '../support/bezoeker.ts';
import { type Brief, Daadreis, type Velden } from '../support/daadreis.ts';
import { losOp, nieuweLes, over } from '../support/les.ts';

const SCHRIJVER = 'metgezel.noord';
const LEZER = 'metgezel.west';
const TEKST = {
  titel: 'Kanarie: zet iedereen aan één tafel',
  watWerkte: 'De casemanager vroeg allen aan één tafel. Zo hoefde niemand te wachten.',
  knelpunttypen: 'DOMEIN',
  geldigTotDatum: over(200),
};

interface Geval {
  daad: string;
  wie: string;
  velden: Velden;
  /** How the les stands before it. */
  stand: 'nieuw' | 'wacht' | 'geldig';
  /** The line of the log. */
  operatie: string;
  /** What the page says that one lands on. */
  staat: RegExp;
  /** What `LEZER` then finds on the page of the les; null: for them there is none. */
  lezer: RegExp | null;
  post?: (les: string) => readonly Brief[];
}

const DADEN: readonly Geval[] = [
  {
    daad: 'schrijven',
    wie: SCHRIJVER,
    stand: 'nieuw',
    velden: TEKST,
    operatie: 'les_geschreven',
    staat: /Een ander kijkt uw les na[^]*Kanarie[^]*Wordt nagekeken/,
    lezer: null,
  },
  {
    daad: 'beoordelen',
    wie: 'coordinator.zuid',
    stand: 'wacht',
    velden: { oordeel: 'goedkeuren' },
    operatie: 'les_geldig',
    staat: /Uw oordeel is bewaard\. De schrijver krijgt bericht[^]*Actueel/,
    lezer: /Kanarie[^]*Actueel/,
    post: (les) => [[SCHRIJVER, `Uw les ${les} staat bij Wat werkt`, 'Kanarie']],
  },
  {
    daad: 'beoordelen',
    wie: 'landelijk',
    stand: 'wacht',
    velden: { oordeel: 'terugsturen', opmerking: 'Zeg ook voor wie.' },
    operatie: 'les_teruggestuurd',
    staat: /Uw oordeel is bewaard\. De schrijver krijgt bericht[^]*Teruggestuurd[^]*Zeg ook voor wie/,
    lezer: null,
    post: (les) => [[SCHRIJVER, `Er is een opmerking bij uw les ${les}`, 'Kanarie']],
  },
  {
    daad: 'verbeteren',
    wie: SCHRIJVER,
    stand: 'geldig',
    velden: { ...TEKST, titel: 'Kanarie: bel eerst zelf' },
    operatie: 'les_verbeterd',
    staat: /De nieuwe versie is bewaard\. Een ander kijkt die na/,
    lezer: /aan één tafel[^]*Actueel/,
  },
  {
    daad: 'verlengen',
    wie: SCHRIJVER,
    stand: 'geldig',
    velden: { geldigTotDatum: over(600) },
    operatie: 'les_verlengd',
    staat: /Bewaard: deze les werkt nog/,
    lezer: /Actueel/,
  },
  {
    daad: 'gebruiken',
    wie: LEZER,
    stand: 'geldig',
    velden: { gebruik: 'gebruikt' },
    operatie: 'les_gebruikt',
    staat: /Bewaard: deze les is gebruikt bij uw signaal[^]*1 keer gebruikt/,
    lezer: /1 keer gebruikt/,
  },
  {
    daad: 'intrekken',
    wie: SCHRIJVER,
    stand: 'geldig',
    velden: { reden: 'De regeling stopte.' },
    operatie: 'les_ingetrokken',
    staat: /De les is ingetrokken[^]*De regeling stopte/,
    lezer: null,
  },
  {
    daad: 'intrekken',
    wie: 'landelijk',
    stand: 'geldig',
    velden: { reden: 'De regeling stopte.' },
    operatie: 'les_ingetrokken',
    staat: /De les is ingetrokken[^]*De regeling stopte/,
    lezer: null,
    post: (les) => [[SCHRIJVER, `Uw les ${les} is ingetrokken`, 'Kanarie']],
  },
];

/** What a page of a les refuses, and what it then says. */
const WEIGERINGEN: readonly (Pick<Geval, 'daad' | 'wie' | 'stand'> & {
  velden?: Velden;
  status: number;
  zegt: RegExp;
})[] = [
  {
    daad: 'beoordelen',
    wie: SCHRIJVER,
    stand: 'wacht',
    status: 403,
    zegt: /Een les wordt nagekeken door een regiocoördinator of het landelijk team/,
  },
  { daad: 'beoordelen', wie: 'landelijk', stand: 'geldig', status: 409, zegt: /Deze les is al nagekeken/ },
  {
    daad: 'beoordelen',
    wie: 'landelijk',
    stand: 'wacht',
    velden: { oordeel: 'terugsturen' },
    status: 422,
    zegt: /Schrijf wat er anders moet/,
  },
  { daad: 'verlengen', wie: SCHRIJVER, stand: 'wacht', status: 409, zegt: /Deze les is nog niet goedgekeurd/ },
  {
    daad: 'verlengen',
    wie: SCHRIJVER,
    stand: 'geldig',
    velden: { geldigTotDatum: over(-1) },
    status: 422,
    zegt: /Fout: Werkt dit nog\?/,
  },
  {
    daad: 'intrekken',
    wie: LEZER,
    stand: 'geldig',
    status: 403,
    zegt: /Dit doet wie de les schreef, of iemand van het landelijk team/,
  },
  { daad: 'verbeteren', wie: LEZER, stand: 'wacht', status: 404, zegt: /Deze les is er niet/ },
  {
    daad: 'gebruiken',
    wie: SCHRIJVER,
    stand: 'geldig',
    velden: { signaal: 'S-1999-0001', gebruik: 'gebruikt' },
    status: 422,
    zegt: /Dit signaal is er niet, of u mag het niet zien/,
  },
];

describe('every act on a les, on its page, and who hears of it', () => {
  let daden: Daadreis;
  before(async () => (daden = await Daadreis.open(new Date().toISOString())));
  after(() => daden.reis.sluit());
  afterEach(() => assert.deepEqual(daden.reis.app.fouten, []));

  for (const { daad, wie, velden, stand, operatie, staat, lezer, post } of DADEN)
    it(`${daad} by ${wie}: ${operatie}, once, in the log, for who must know`, async () => {
      const { adres, anders } = await beginMet(stand, daad);
      const vanaf = await daden.vanafHier();
      const [gedaan, nogEens] = await daden.vulTweemaalIn(wie, adres, { ...velden, ...anders });
      assert.ok(gedaan && nogEens);
      assert.match(woorden(gedaan), staat);
      const [les = ''] = /L-\d{4}-\d{4,9}/.exec(gedaan.url) ?? [];
      assert.equal(new URL(nogEens.url).pathname, new URL(gedaan.url).pathname);
      const regels = await daden.gelogd(wie, vanaf);
      assert.deepEqual(
        regels.filter((regel) => regel.includes(' les_')),
        [`wijziging ${operatie} les:${les} gelukt`],
      );
      const gelezen = await daden.lees(LEZER, `/wat-werkt/${les}`);
      if (lezer === null) assert.equal(gelezen.status, 404);
      else assert.match(woorden(gelezen), lezer);
      await daden.kreegPost(post?.(les) ?? [], /Kanarie|tafel|casemanager|regeling|voor wie|S-20\d\d/);
    });

  for (const { daad, wie, velden = {}, stand, status, zegt } of WEIGERINGEN)
    it(`not ${daad} by ${wie}: ${zegt.source}; nothing changes, and nobody is mailed`, async () => {
      const { adres, les } = await beginMet(stand, daad);
      const voor = await standVan(les);
      const vanaf = await daden.vanafHier();
      const pagina = await daden.lees(wie, adres);
      const geweigerd = pagina.status === 200 ? await daden.vulIn(wie, adres, velden) : pagina;
      assert.equal(geweigerd.status, status, woorden(geweigerd));
      assert.match(woorden(geweigerd), zegt);
      assert.deepEqual(await standVan(les), voor);
      const regels = await daden.gelogd(wie, vanaf);
      assert.ok(!regels.some((regel) => regel.includes(' les_')), regels.join('\n'));
      assert.match(regels.at(-1) ?? '', / (?:geweigerd|mislukt)$/);
      await daden.kreegPost([], /./);
    });

  it('there is no other act', () => {
    assert.deepEqual(
      [...new Set(DADEN.map(({ daad }) => daad))].toSorted(),
      ['schrijven', ...LESPAGINADADEN.map(({ daad }) => daad)].toSorted(),
    );
  });

  /** What must be there before the act, and where it is done. */
  async function beginMet(
    stand: Geval['stand'],
    daad: string,
  ): Promise<{ adres: string; les: string; anders: Velden }> {
    const bron = await losOp(daden.reis.app);
    if (stand === 'nieuw') return { adres: `/wat-werkt/schrijven/${bron}`, les: '', anders: {} };
    const { titel, watWerkte } = TEKST;
    const { nummer: les } = (await daden.eerst(SCHRIJVER, '/lessen', nieuweLes(bron, { titel, watWerkte }))).les;
    if (stand === 'geldig') await daden.eerst('landelijk', `/lessen/${les}/beoordelingen`, { oordeel: 'goedkeuren' });
    const signaal = daad === 'gebruiken' ? (await daden.eerst(LEZER, '/signalen', nieuwSignaal())).nummer : null;
    return { adres: `/wat-werkt/${les}/${daad}`, les, anders: signaal === null ? {} : { signaal } };
  }

  /** How often anything happened to it, and how each version stands. */
  function standVan(les: string) {
    return rows(
      daden.reis.app.db(),
      sql`select versie, stand, status, geldig_tot::text as tot from les where nummer = ${les} order by versie`,
      { versie: number, stand: number, status: text, tot: text },
    );
  }
});
