import assert from 'node:assert/strict';

import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';

import { text } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';
import { type Client, startApp } from '#test/support/app.ts';
import { Bezoeker, woorden } from '#test/support/bezoeker.ts';
import { kleinProefjaar } from '#test/support/proefjaar.ts';

type Regel = Record<string, string>;
type Tabellen = Record<string, Regel[]>;

interface Veld {
  name: string;
  type: string;
  constraints: { required?: boolean; enum?: string[] };
}
interface Bron {
  name: string;
  path: string;
  dialect: { delimiter: string };
  schema: {
    fields: Veld[];
    primaryKey?: string[];
    foreignKeys?: { fields: string[]; reference: { resource: string; fields: string[] } }[];
  };
}

const AFGEHANDELD = ['opgelost', 'deels_opgelost', 'niet_oplosbaar', 'doorverwezen', 'verder_in_patroon'];
const NIVEAUS = ['lokaal', 'regionaal', 'landelijk'];

describe('all data of a period', () => {
  let app: Client;
  let jaar: string;
  before(async () => {
    app = await startApp();
    await kleinProefjaar(app.database, 150);
    const [meeste] = await rows(
      app.db(),
      sql`select extract(year from afgesloten_op)::text as jaar from signaal where afgesloten_op is not null
           group by 1 order by count(*) desc limit 1`,
      { jaar: text },
    );
    jaar = meeste?.jaar ?? '';
  });
  after(() => app.stop());
  afterEach(() => assert.deepEqual(app.fouten, []));

  async function haal(persoon: string, tijdvak: string, vraag = '?doel=narekenen'): Promise<Response> {
    const headers = { authorization: `Bearer ${await app.token(persoon)}` };
    return fetch(`${app.url}/api/v1/uitvoer/${tijdvak}${vraag}`, { headers });
  }

  async function pakUit(persoon: string, tijdvak: string) {
    const reply = await haal(persoon, tijdvak);
    assert.equal(reply.status, 200);
    const inhoud = new Uint8Array(await reply.arrayBuffer());
    assert.equal(reply.headers.get('content-length'), String(inhoud.length));
    const bestanden = Object.entries(unzipSync(inhoud)).map(
      ([naam, deel]) => [naam, Buffer.from(deel).toString('utf8')] as const,
    );
    const teksten = Object.fromEntries(bestanden);
    const bronnen: Bron[] = JSON.parse(teksten['datapackage.json'] ?? '').resources;
    const tabellen: Tabellen = Object.fromEntries(
      bronnen.map(({ name, path, dialect: { delimiter } }) => [
        name,
        parse(teksten[path] ?? '', { bom: true, delimiter, columns: true }) as Regel[],
      ]),
    );
    return { reply, teksten, bronnen, tabellen };
  }

  it('counts to the figures of the same period', async () => {
    for (const tijdvak of [jaar, `${jaar}-K1`, `${jaar}-K2`]) {
      const { tabellen } = await pakUit('landelijk', tijdvak);
      const { body: cijfers } = await app.as('landelijk').get(`/cijfers?tijdvak=${tijdvak}`);
      assert.deepEqual(hertel(tabellen, cijfers), {
        instroom: cijfers.instroom.map(({ aantal, regios }: { aantal: number; regios: unknown }) => ({
          aantal,
          regios,
        })),
        afgehandeld: cijfers.afgehandeld,
        doorlooptijd: cijfers.doorlooptijd,
        redenen: cijfers.redenen.toSorted(op('systeemreden')),
        sluitingen: cijfers.sluitingen,
        ketenpartners: cijfers.ketenpartners.toSorted(op('type')),
      });
      if (tijdvak === jaar) assert.ok(cijfers.instroom.some(({ aantal }: { aantal: number }) => aantal > 5));
    }
  });

  it('is as its description says: columns, kinds, codes, and what refers to what', async () => {
    const { bronnen, tabellen, teksten } = await pakUit('landelijk', jaar);
    assert.deepEqual(
      bronnen.map(({ path }) => path),
      Object.keys(teksten).filter((naam) => naam.endsWith('.csv')),
    );
    for (const { name, path, schema } of bronnen) {
      const regels = tabellen[name] ?? [];
      assert.ok(regels.length > 0, name);
      assert.ok(teksten[path]?.startsWith('\uFEFF') === true && !/[^\r]\n/.test(teksten[path]), name);
      assert.deepEqual(
        teksten[path].slice(1).split('\r\n')[0]?.split(';'),
        schema.fields.map((veld) => veld.name),
      );
      for (const veld of schema.fields) for (const regel of regels) klopt(veld, regel[veld.name] ?? '', name);
      const sleutels = (schema.primaryKey ?? []).map(String);
      if (sleutels.length > 0)
        assert.equal(new Set(regels.map((regel) => waarden(regel, sleutels))).size, regels.length);
      for (const { fields, reference } of schema.foreignKeys ?? []) {
        const daar = new Set((tabellen[reference.resource] ?? []).map((regel) => waarden(regel, reference.fields)));
        for (const regel of regels) assert.ok(daar.has(waarden(regel, fields)), `${name} ${waarden(regel, fields)}`);
      }
    }
  });

  it('holds nothing by which one finds a signaal, a person, a gemeente or an organisatie, and nothing that people wrote', async () => {
    const { teksten } = await pakUit('landelijk', jaar);
    const alles = ['signalen', 'indelingen', 'verblijven', 'vragen', 'sluitingen', 'veranderingen']
      .map((naam) => teksten[`${naam}.csv`])
      .join('\n');
    // One account and one gemeente are called as a code is.
    const codes = ['landelijk', 'ONBEKEND'];
    const geheim = await rows(
      app.db(),
      sql`select distinct woord from (
            select unnest(array[id::text, nummer, melder, behandelaar, gemeente, organisatie]) as woord from signaal
            union all select id from organisatie union all select naam from organisatie
            union all select nummer from patroon
            union all select inhoud from tekst) x where length(woord) > 3`,
      { woord: text },
    );
    assert.ok(geheim.length > 200);
    const woorden = new Set(alles.split(/[^\w.-]+/));
    assert.deepEqual(
      geheim.filter(
        ({ woord }) => !codes.includes(woord) && (/\s/.test(woord) ? alles.includes(woord) : woorden.has(woord)),
      ),
      [],
    );
  });

  it('is for the national team, who says what for; the log tells who took it', async () => {
    for (const wie of ['programmaleiding', 'coordinator.noord', 'metgezel.noord', 'beheer', 'auditor'])
      assert.equal((await haal(wie, jaar)).status, 403, wie);
    assert.equal((await haal('landelijk', jaar, '')).status, 400);
    assert.equal((await haal('landelijk', jaar, '?doel=zomaar')).status, 400);
    assert.equal((await haal('landelijk', '2027-1')).status, 400);
    await (await haal('landelijk', `${jaar}-K3`, '?doel=onderzoek')).arrayBuffer();
    const [regel] = await rows(
      app.db(),
      sql`select verrichting, persoon, object, afloop, bijzonderheden -> 'vraag' as vraag from logregel
           where operatie = 'GET /api/v1/uitvoer/:tijdvak' and afloop = 'gelukt' order by nr desc limit 1`,
    );
    assert.deepEqual(regel, {
      verrichting: 'uitvoer',
      persoon: 'landelijk',
      object: `tijdvak:${jaar}-K3`,
      afloop: 'gelukt',
      vraag: { doel: 'onderzoek' },
    });
  });

  it('is taken from a page, which says first what is missing', async () => {
    const esther = new Bezoeker(app.url);
    await esther.logIn('landelijk');
    assert.match((await esther.volg('/cijfers')).tekst, /href="\/cijfers\/uitvoer"/);
    const pagina = await esther.volg('/cijfers/uitvoer');
    assert.match(woorden(pagina), /Deze gegevens zijn niet anoniem/);
    const leeg = await esther.volg('/cijfers/uitvoer/bestand');
    assert.equal(leeg.status, 422);
    assert.match(woorden(leeg), /Kies een jaar of een kwartaal\. Kies waarvoor u de gegevens nodig hebt\./);
    const { status, headers } = await esther.vraag(`/cijfers/uitvoer/bestand?tijdvak=${jaar}&doel=eigen_analyse`);
    assert.deepEqual([status, headers.get('content-type')], [200, 'application/zip']);
    assert.equal(headers.get('content-disposition'), `attachment; filename=signaalpunt-gegevens-${jaar}.zip`);
    const [regel] = await rows(
      app.db(),
      sql`select verrichting, persoon, bijzonderheden -> 'vraag' as vraag from logregel
           where operatie = 'GET /cijfers/uitvoer/bestand' and bijzonderheden ->> 'status' = '200'`,
    );
    assert.deepEqual(regel, {
      verrichting: 'uitvoer',
      persoon: 'landelijk',
      vraag: { tijdvak: jaar, doel: 'eigen_analyse' },
    });
    const wim = new Bezoeker(app.url);
    await wim.logIn('programmaleiding');
    assert.doesNotMatch((await wim.volg('/cijfers')).tekst, /cijfers\/uitvoer/);
    assert.equal((await wim.volg('/cijfers/uitvoer')).status, 403);
  });

  it('leaves out what concerns the employer of who takes it', async () => {
    const met = (await pakUit('landelijk', jaar)).tabellen['signalen'] ?? [];
    const [vaak] = await rows(
      app.db(),
      sql`select o as organisatie from signaal, unnest(betrokken_organisaties) o where extract(year from ingediend_op)::text = ${jaar}
           group by 1 order by count(*) desc limit 1`,
      { organisatie: text },
    );
    await rows(app.db(), sql`update gebruiker set organisatie = ${vaak?.organisatie} where id = 'landelijk'`);
    const zonder = (await pakUit('landelijk', jaar)).tabellen['signalen'] ?? [];
    await rows(app.db(), sql`update gebruiker set organisatie = null where id = 'landelijk'`);
    assert.ok(zonder.length < met.length);
  });
});

function waarden(regel: Regel, velden: readonly string[]): string {
  return velden.map((veld) => regel[veld]).join(' ');
}

const VORMEN: Readonly<Record<string, RegExp>> = {
  integer: /^-?\d+$/,
  date: /^\d{4}-\d\d-\d\d$/,
  boolean: /^(?:ja|nee)$/,
  string: /^[^;"\r\n]+$/,
};

function klopt({ name, type, constraints }: Veld, waarde: string, tabel: string): void {
  if (waarde === '') return assert.notEqual(constraints.required, true, `${tabel}.${name}`);
  assert.match(waarde, VORMEN[type] ?? /$^/, `${tabel}.${name}`);
  if (constraints.enum !== undefined) assert.ok(constraints.enum.includes(waarde), `${tabel}.${name} ${waarde}`);
}

interface Dagen {
  vanafDatum: string;
  totEnMetDatum: string;
  instroom: { vanafDatum: string; regios: { regio: string }[] }[];
}

/** The figures, counted from the tables alone. */
function hertel(tabellen: Tabellen, { vanafDatum, totEnMetDatum, instroom }: Dagen) {
  const { signalen = [], verblijven = [], vragen = [], sluitingen = [] } = tabellen;
  const binnen = (dag = ''): boolean => dag >= vanafDatum && dag <= totEnMetDatum;
  const klaar = signalen.filter(
    ({ status, uitkomst = '', afgeslotenDatum }) =>
      status === 'afgesloten' && binnen(afgeslotenDatum) && AFGEHANDELD.includes(uitkomst),
  );
  return {
    instroom: instroom.map(({ vanafDatum: maand, regios }) => {
      const hier = signalen.filter(
        ({ ingediendDatum = '' }) => binnen(ingediendDatum) && ingediendDatum.startsWith(maand.slice(0, 7)),
      );
      return {
        aantal: hier.length,
        regios: regios.map(({ regio }) => ({ regio, aantal: hier.filter((een) => een['regio'] === regio).length })),
      };
    }),
    afgehandeld: NIVEAUS.map((niveau) => {
      const hier = klaar.filter((een) => een['niveau'] === niveau);
      const met = (uitkomst: string): number => hier.filter((een) => een['uitkomst'] === uitkomst).length;
      return {
        niveau,
        aantal: hier.length,
        uitkomsten: AFGEHANDELD.map((uitkomst) => ({ uitkomst, aantal: met(uitkomst) })),
      };
    }),
    doorlooptijd: NIVEAUS.map((niveau) => {
      const hier = verblijven.filter((een) => een['niveau'] === niveau && binnen(een['totDatum']));
      const [mediaan, negentig] = [0.5, 0.9].map((deel) => (hier.length < 5 ? null : rang(hier, deel)));
      return { niveau, signalen: new Set(hier.map(({ signaal }) => signaal)).size, mediaan, negentig };
    }),
    redenen: perSoort(
      klaar.filter(({ systeemreden }) => systeemreden !== ''),
      'systeemreden',
      (hier) => ({ aantal: hier.length }),
    ).toSorted(op('systeemreden')),
    sluitingen: sluittelling(sluitingen.filter(({ datum }) => binnen(datum))),
    ketenpartners: perSoort(
      vragen.filter(({ gesteldDatum }) => binnen(gesteldDatum)),
      'ketenpartnertype',
      (hier) => {
        const beantwoord = hier.filter(({ geantwoordDatum }) => geantwoordDatum !== '');
        return {
          vragen: hier.length,
          signalen: new Set(hier.map(({ signaal }) => signaal)).size,
          beantwoord: beantwoord.length,
          stil: hier.filter(({ stil }) => stil === 'ja').length,
          mediaan: beantwoord.length < 5 ? null : rang(beantwoord, 0.5),
        };
      },
    )
      .map(({ ketenpartnertype, ...een }) => ({ type: ketenpartnertype, ...een }))
      .toSorted(op('type')),
  };
}

/** In the order of what stands in that field. */
function op(veld: string) {
  return (een: Readonly<Record<string, unknown>>, ander: Readonly<Record<string, unknown>>): number =>
    String(een[veld]).localeCompare(String(ander[veld]));
}

/** The smallest number of days within which that part of them is done. */
function rang(regels: readonly Regel[], deel: number): number | null {
  const dagen = regels.map(({ werkdagen }) => Number(werkdagen)).toSorted((een, ander) => een - ander);
  return dagen[Math.ceil(dagen.length * deel) - 1] ?? null;
}

function perSoort<T>(regels: readonly Regel[], veld: string, tel: (hier: Regel[]) => T) {
  return [...Map.groupBy(regels, (regel) => regel[veld] ?? '')].map(([soort, hier]) => ({
    [veld]: soort,
    ...tel(hier),
  }));
}

function sluittelling(alle: readonly Regel[]) {
  const hier = alle.filter(({ soort }) => soort === 'teruggekoppeld' || soort === 'eigen_uitkomst');
  const met = (past: (regel: Regel) => boolean): number =>
    new Set(hier.filter(past).map(({ signaal }) => signaal)).size;
  const ervaringen = ['helpt', 'helpt_deels', 'helpt_niet'];
  return {
    gesloten: met(() => true),
    teruggekoppeld: met(({ terugkoppeling }) => terugkoppeling !== ''),
    opTijdTeruggekoppeld: met(({ terugkoppeling }) => terugkoppeling === 'op_tijd'),
    teLaatTeruggekoppeld: met(({ terugkoppeling }) => terugkoppeling === 'te_laat'),
    terugblikGevraagd: met(({ terugblik }) => terugblik !== ''),
    terugblikBeantwoord: met(({ terugblik = '' }) => ervaringen.includes(terugblik)),
    helpt: met(({ terugblik }) => terugblik === 'helpt'),
    helptDeels: met(({ terugblik }) => terugblik === 'helpt_deels'),
    helptNiet: met(({ terugblik }) => terugblik === 'helpt_niet'),
    onbeantwoord: met(({ terugblik = '' }) => ['gevraagd', 'onbeantwoord'].includes(terugblik)),
    heropend: met(({ heropend }) => heropend === 'ja'),
    dichtGebleven: met(({ heropend }) => heropend === 'nee'),
  };
}
