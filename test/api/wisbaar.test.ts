import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import { text } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';
import { datumVan, opUur, plusDagen } from '#domain/tijd/amsterdam.ts';
import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';
import { Loket } from '#test/support/loket.ts';
import { testPost } from '#test/support/test-post.ts';

/** Every column in which what somebody wrote may stand, because it can be erased there: by signaal, by verzoek, by mail. */
const WISBAAR: readonly string[] = [
  'bericht.adres',
  'partij.contactpersoon',
  'partij.email',
  'partnercode.adres',
  'partnerlink.adres',
  'tekst.inhoud',
  'zending.adres',
  'zending.html',
  'zending.inhoud',
  'zoekwoorden.woorden',
];

/** Never in any other text: 8 letters after a word that nobody uses. */
const MERK = 'kanariepiet';

describe('what people write', () => {
  let app: Client;
  const regels: string[] = [];
  before(async () => (app = await startApp({ log: (regel) => void regels.push(regel) })));
  after(() => app.stop());

  /** The fields in which a canary was planted, as `path of the act#field`, and the canaries. */
  const geplant = new Map<string, string>();
  const over = (dagen: number) => plusDagen(datumVan(new Date().toISOString()), dagen);

  /** The act, with a canary in every field that says so, and what came of it. */
  async function doe(wie: string, signaal: string, pad: string, inhoud: Inhoud = {}) {
    const soort = pad.replace(/[0-9a-f-]{36}/, '{verzoek}');
    const adres = pad === '' ? '/signalen' : `/signalen/${signaal}/${pad}`;
    const body = beplant(inhoud, pad === '' ? '/signalen' : `/signalen/{signaal}/${soort}`, '');
    const blik = await app.as(wie).post(`${adres}/_vooraf`, body);
    assert.equal(blik.body.code, undefined, pad);
    const reply = await app.as(wie).post(adres, body);
    assert.deepEqual([pad, reply.status, reply.body.detail], [pad, 201, undefined]);
    return reply.body;
  }

  function beplant(inhoud: unknown, daad: string, veld: string): unknown {
    if (inhoud === TEKST || inhoud === ADRES) {
      const kanarie = `${MERK}-${geplant.size}-${randomUUID().slice(0, 8)}${inhoud === ADRES ? '@voorbeeld.nl' : ''}`;
      geplant.set(`${daad}#${veld}`, kanarie);
      return kanarie;
    }
    if (Array.isArray(inhoud)) return inhoud.map((deel) => beplant(deel, daad, veld));
    if (typeof inhoud !== 'object' || inhoud === null) return inhoud;
    return Object.fromEntries(
      Object.entries(inhoud).map(([naam, deel]) => [naam, beplant(deel, daad, veld === '' ? naam : `${veld}.${naam}`)]),
    );
  }

  const ingediend = async (anders: Inhoud = {}): Promise<{ id: string; nummer: string }> =>
    doe('metgezel.noord', '', '', nieuwSignaal(anders));
  const opgepakt = async () => {
    const signaal = await ingediend({ wens: 'hulp', motief: 'geen_reactie' });
    await doe('coordinator.noord', signaal.nummer, 'oppakkingen');
    return signaal;
  };
  const gesloten = async () => {
    const signaal = await opgepakt();
    const uitkomst = { uitkomst: 'opgelost', toelichting: TEKST, terugkoppeling: TEKST };
    await doe('coordinator.noord', signaal.nummer, 'uitkomsten', uitkomst);
    return signaal;
  };

  it('stands nowhere but where it can be erased, whichever act it was written with', async () => {
    await elkeDaad();
    await eenPartij();
    await eenCasusbijlage();
    assert.deepEqual([...geplant.keys()].toSorted(), (await vrijeVelden()).toSorted());
    const kamer = testPost(app.database, 'smtp://127.0.0.1:1', app.url);
    await kamer.bundel();
    kamer.close();

    const gevonden = await kolommenMet(MERK);
    assert.ok(gevonden.includes('tekst.inhoud'));
    assert.deepEqual(
      gevonden.filter((kolom) => !WISBAAR.includes(kolom)),
      [],
    );
    for (const [veld, kanarie] of geplant) {
      const [rij] = await rows(app.db(), sql`select from tekst where inhoud = ${kanarie}`);
      assert.ok(rij, `${veld} was not kept at all`);
    }
    const { leesStand } = app.uitvoeren;
    const stromen = await rows(app.db(), sql`select id from stroom`, { id: text });
    for (const { id } of stromen)
      assert.doesNotMatch(JSON.stringify(await leesStand(id, '2020-01-01T00:00:00.000Z')), new RegExp(MERK));
    const post = await rows(app.db(), sql`select onderwerp || inhoud || html as mail from zending`, { mail: text });
    assert.ok(post.length > 0);
    const kern = [...geplant].filter(([veld]) => /#(?:knelpunt|onderwerp)$/.test(veld)).map(([, kanarie]) => kanarie);
    assert.equal(kern.length, 4);
    for (const kanarie of kern) assert.ok(!post.some(({ mail }) => mail.includes(kanarie)), 'in a mail');
    assert.ok(regels.length > 0);
    assert.doesNotMatch(regels.join('\n'), new RegExp(MERK));
    assert.deepEqual(app.fouten, []);
  });

  /** Every act that a person can do, in an order in which each is allowed. */
  async function elkeDaad(): Promise<void> {
    const spoed = await ingediend({
      wens: 'hulp',
      urgentie: 'spoed',
      knelpunt: TEKST,
      onderwerp: TEKST,
      spoedreden: TEKST,
      watZouHelpen: TEKST,
      ondernomen: [{ partij: TEKST, datum: '2026-03-25', antwoord: TEKST }],
      besluit: { datum: '2026-03-25', soort: TEKST },
      namens: { naam: TEKST, email: ADRES },
    });
    const door = 'coordinator.noord';
    await doe(door, spoed.nummer, 'toewijzingen', { aan: door, toelichting: TEKST });
    await doe(door, spoed.nummer, 'meedenkers', { persoon: 'metgezel.west', toelichting: TEKST });
    await doe('metgezel.noord', spoed.nummer, 'aanvullingen', {
      aanvulling: TEKST,
      onderwerp: TEKST,
      besluit: { datum: '2026-03-26', soort: TEKST },
    });
    await doe(door, spoed.nummer, 'notities', { notitie: TEKST });
    await doe(door, spoed.nummer, 'vrijgevingen', { toelichting: TEKST });
    await doe('metgezel.noord', spoed.nummer, 'intrekkingen', { toelichting: TEKST });

    const { nummer } = await opgepakt();
    await doe('metgezel.noord', nummer, 'spoedvragen', { reden: TEKST });
    await doe(door, nummer, 'indelingen', { onderwerp: TEKST, knelpunttypen: ['DOMEIN'], toelichting: TEKST });
    await doe(door, nummer, 'pauzes', { reden: 'anders', totEnMetDatum: over(7), toelichting: TEKST });
    await doe(door, nummer, 'hervattingen', { toelichting: TEKST });
    await doe(door, nummer, 'verlengingen', { toelichting: TEKST });
    const vraag = { soort: 'vraag', organisatie: 'GM0014', vraag: TEKST };
    const { verzoeken } = await doe(door, nummer, 'verzoeken', vraag);
    const pad = `verzoeken/${verzoeken[0].id}`;
    await doe(door, nummer, `${pad}/tegenhoudingen`, { toelichting: TEKST });
    await doe(door, nummer, `${pad}/verleggingen`, { toelichting: TEKST });
    await doe(door, nummer, `${pad}/antwoorden`, {
      antwoord: 'doorgegeven',
      toelichting: TEKST,
      collega: { naam: TEKST, email: ADRES },
    });
    await doe(door, nummer, `${pad}/antwoorden`, { antwoord: 'meer_informatie_nodig', toelichting: 'Wie?' });
    await doe(door, nummer, `${pad}/informatie`, { informatie: TEKST });
    await doe(door, nummer, `${pad}/intrekkingen`, { toelichting: TEKST });
    await doe(door, nummer, 'escalaties', {
      motief: 'afgewezen',
      overdracht: { geprobeerd: TEKST, gevraagd: TEKST, gewenst: TEKST },
      poging: { partij: TEKST, datum: '2026-03-25', antwoord: TEKST },
    });
    await doe('landelijk', nummer, 'oppakkingen');
    await doe('landelijk', nummer, 'aanpakken', { aanpak: TEKST, herzienDatum: over(14) });
    await doe('landelijk', nummer, 'terugleggingen', { aan: door, toelichting: TEKST });
    await doe(door, nummer, 'overdrachten', { regio: 'WEST', toelichting: TEKST });

    const patroon = { titel: 'Twee gemeenten', omschrijving: 'Zij wijzen naar elkaar.' };
    const { body } = await app.as('landelijk').post('/patronen', patroon);
    await doe('landelijk', nummer, 'patroonkoppelingen', { patroon: body.nummer, toelichting: TEKST });
    await doe('landelijk', nummer, 'patroonontkoppelingen', { toelichting: TEKST });

    const dubbel = await opgepakt();
    await doe(door, dubbel.nummer, 'samenvoegingen', { met: (await opgepakt()).id, toelichting: TEKST });
    const terug = await opgepakt();
    await doe(door, terug.nummer, 'uitkomsten', { uitkomst: 'opgelost', toelichting: 'Het is gelukt.' });
    await doe(door, terug.nummer, 'terugkoppelingen', { terugkoppeling: TEKST });
    await doe('metgezel.noord', (await gesloten()).nummer, 'ervaringen', { ervaring: 'helpt', toelichting: TEKST });
    await doe('metgezel.noord', (await gesloten()).nummer, 'heropeningen', { toelichting: TEKST });

    const stil = await ingediend();
    const klok = app.uitvoeren;
    for (let { niveau, volgende, nu } = await klok.leesStand(stil.id, opUur(over(0), 1, 0)); niveau === 'lokaal';)
      ({ niveau, volgende, nu } = await klok.mijlpaal(stil.id, volgende?.sleutel ?? '', volgende?.op ?? nu));
    const overdracht = { geprobeerd: TEKST, gevraagd: TEKST, gewenst: TEKST };
    await doe('metgezel.noord', stil.nummer, 'overdrachtnotities', overdracht);
  }

  /** An answer through the link, with a file. */
  async function eenPartij(): Promise<void> {
    const loket = await Loket.gevraagd(app);
    await loket.open();
    const bestand = new File(['%PDF-1.4 een brief'], `${MERK}.pdf`, { type: 'application/pdf' });
    const { status } = await loket.antwoord('afgewezen', { toelichting: `${MERK} zegt nee` }, [bestand]);
    assert.equal(status, 303);
  }

  async function eenCasusbijlage(): Promise<void> {
    const { nummer } = await ingediend();
    const teksten = { overWie: MERK, contactGezin: MERK, toelichting: MERK };
    const { status } = await app.as('metgezel.noord').post(`/signalen/${nummer}/casusteksten`, teksten);
    assert.equal(status, 201);
  }

  /** Every field of every act that holds what somebody writes: words and addresses, no codes and no ids. */
  async function vrijeVelden(): Promise<string[]> {
    const document = (await app.as('landelijk').get('/openapi.json')).body;
    return Object.entries(document.paths as Record<string, { post?: { requestBody?: unknown } }>).flatMap(
      ([pad, { post }]) => {
        if (post?.requestBody === undefined || !pad.startsWith('/signalen') || pad.endsWith('/_vooraf')) return [];
        // Of that nothing is readable in any column.
        if (pad.endsWith('/casusteksten')) return [];
        const { content } = post.requestBody as { content: { 'application/json': { schema: Schema } } };
        return vrijIn(content['application/json'].schema, document, '')
          .filter((veld) => !IDS.includes(veld.split('.').at(-1) ?? ''))
          .map((veld) => `${pad}#${veld}`);
      },
    );
  }

  async function kolommenMet(tekst: string): Promise<string[]> {
    const kolommen = await rows(
      app.db(),
      sql`select c.table_schema as schema, c.table_name as tabel, c.column_name as kolom, c.data_type as soort
            from information_schema.columns c
            join information_schema.tables t using (table_schema, table_name)
           where t.table_type = 'BASE TABLE' and c.table_schema in ('public', 'graphile_worker')`,
      { schema: text, tabel: text, kolom: text, soort: text },
    );
    const met: string[] = [];
    for (const { schema, tabel, kolom, soort } of kolommen) {
      const bevat =
        soort === 'bytea'
          ? `position(convert_to($1, 'UTF8') in "${kolom}") > 0`
          : `"${kolom}"::text like '%' || $1 || '%'`;
      const gevonden = await app.orm.em
        .getConnection()
        .execute(`select from "${schema}"."${tabel}" where ${bevat.replace('$1', `'${tekst}'`)} limit 1`);
      if (gevonden.length > 0) met.push(schema === 'public' ? `${tabel}.${kolom}` : `${schema}.${tabel}.${kolom}`);
    }
    return met.toSorted();
  }
});

type Inhoud = Record<string, unknown>;

/** Fields that name something that exists, which is looked up before the act, or words out of another field. */
const IDS = ['tekstBevestigd', 'organisatie', 'gemeente', 'persoon', 'aan', 'met', 'bevoegd', 'patroon'];

/** Stand for a canary: in words, or as an address. */
const TEKST = Symbol('tekst') as unknown as string;
const ADRES = Symbol('adres') as unknown as string;

interface Schema {
  $ref?: string;
  type?: string;
  format?: string;
  pattern?: string;
  maxLength?: number;
  enum?: unknown;
  const?: unknown;
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
}

function vrijIn(schema: Schema, document: unknown, veld: string): string[] {
  if (schema.$ref !== undefined) {
    const naam = schema.$ref.split('/').at(-1) ?? '';
    const { components } = document as { components: { schemas: Record<string, Schema> } };
    return vrijIn(components.schemas[naam] ?? {}, document, veld);
  }
  const velden = Object.entries(schema.properties ?? {}).flatMap(([naam, deel]) =>
    vrijIn(deel, document, veld === '' ? naam : `${veld}.${naam}`),
  );
  const delen = [schema.items ?? [], schema.anyOf ?? [], schema.oneOf ?? []].flat();
  const vrij =
    schema.type === 'string' &&
    (schema.format === 'email' ||
      (schema.format === undefined && schema.maxLength !== undefined && schema.enum === undefined));
  return [...new Set([...(vrij ? [veld] : []), ...velden, ...delen.flatMap((deel) => vrijIn(deel, document, veld))])];
}
