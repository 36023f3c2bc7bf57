import assert from 'node:assert/strict';

import { type Client, nieuwSignaal, startApp, vraag } from '#test/support/app.ts';
import type { JsonSchema } from '#test/support/uit-schema.ts';

interface Operatie {
  parameters?: readonly { name: string; in: string; schema: JsonSchema }[];
  requestBody?: { content: Readonly<Record<string, { schema: JsonSchema }>> };
}

interface Document {
  paths: Readonly<Record<string, Readonly<Record<string, Operatie>>>>;
  components: { schemas: Readonly<Record<string, JsonSchema>> };
}

/** Both are sure; the first is short enough for every field. */
const MOBIEL = '06 12345678';
const BSN = 'bsn 123456782';

/** Where a professional leaves a name or number, or the casusbijlage tells who it is about; and where somebody looks for something. */
const MAG_MOBIEL = [
  'post /gebruikers #/naam',
  'post /gebruikers #/telefoon',
  'post /gebruikers/{gebruiker}/wijzigingen #/naam',
  'post /gebruikers/{gebruiker}/wijzigingen #/telefoon',
  'post /organisaties/{organisatie}/loketten #/contact/naam',
  'post /organisaties/{organisatie}/loketten #/contact/telefoon',
  'post /organisaties/{organisatie}/loketten #/escalatie/naam',
  'post /organisaties/{organisatie}/loketten #/escalatie/telefoon',
  'post /organisaties/{organisatie}/loketten/{loket}/wijzigingen #/contact/naam',
  'post /organisaties/{organisatie}/loketten/{loket}/wijzigingen #/contact/telefoon',
  'post /organisaties/{organisatie}/loketten/{loket}/wijzigingen #/escalatie/naam',
  'post /organisaties/{organisatie}/loketten/{loket}/wijzigingen #/escalatie/telefoon',
  'post /signalen #/casus/contactGezin',
  'post /signalen #/casus/overWie',
  'post /signalen #/casus/toelichting',
  'post /signalen #/namens/naam',
  'post /signalen/_vooraf #/casus/contactGezin',
  'post /signalen/_vooraf #/casus/overWie',
  'post /signalen/_vooraf #/casus/toelichting',
  'post /signalen/_vooraf #/namens/naam',
  'post /signalen/{signaal}/casusteksten #/contactGezin',
  'post /signalen/{signaal}/casusteksten #/overWie',
  'post /signalen/{signaal}/casusteksten #/toelichting',
  'post /signalen/{signaal}/verzoeken/{verzoek}/antwoorden #/collega/naam',
  'post /signalen/{signaal}/verzoeken/{verzoek}/antwoorden/_vooraf #/collega/naam',
];
const MAG_ALLES = [
  'get /gebruikers tekst',
  'get /gemeenten naam',
  'get /lessen zoek',
  'get /mensen tekst',
  'get /organisaties naam',
  'get /signalen zoek',
  'post /signalen/{signaal}/casusbestanden bestandsnaam',
];

describe('what surely tells who somebody is', () => {
  let app: Client;
  let document: Document;
  /** Who may ask what, once that is known. */
  const mag = new Map<string, readonly string[]>();
  before(async () => {
    app = await startApp();
    document = (await vraag(`${app.url}/api/v1/openapi.json`)).body;
  });
  after(() => app.stop());

  it('is refused in every free text of every body, except where a professional leaves a name or number, or tells who it is about', async () => {
    const velden = operaties().flatMap(([pad, methode, { requestBody }]) =>
      vrijeTeksten(requestBody?.content['application/json']?.schema)
        // Words out of another field, which is looked at itself.
        .filter(([eerste]) => eerste !== 'tekstBevestigd')
        .map((veld) => [pad, methode, veld] as const),
    );
    assert.ok(velden.length > 40, `${velden.length} fields`);
    assert.deepEqual(await nietGeweigerd(velden, BSN), []);
    assert.deepEqual(await nietGeweigerd(velden, MOBIEL), MAG_MOBIEL);
  });

  it('may be looked for, which nothing keeps, and may stand in the name of a file, which is encrypted', () => {
    const zoek = operaties().flatMap(([pad, methode, { parameters = [] }]) =>
      parameters
        .filter((een) => een.in !== 'header' && isVrijeTekst(een.schema))
        .map(({ name }) => `${methode} ${pad} ${name}`),
    );
    assert.deepEqual(zoek.toSorted(), MAG_ALLES);
  });

  it('is told all at once, each with where it stands and what to write instead', async () => {
    const knelpunt = 'Bel 06-12345678.\u200b Zij is geboren op 3 mei 2011 en haar bsn is 123456782.';
    const { status, body } = await app
      .as('metgezel.noord')
      .post(
        '/signalen',
        nieuwSignaal({ knelpunt, watZouHelpen: 'Mail naar noor@voorbeeld.nl', urgentie: 'bestaat_niet' }),
      );
    assert.equal(status, 400);
    const gevonden = body.errors.map(
      ({ location, code, detail }: { location: { pointer: string }; code: string; detail: string }) =>
        code === 'persoonsgegeven' ? `${location.pointer} ${detail}` : `${location.pointer} ${code}`,
    );
    assert.deepEqual(gevonden.toSorted(), [
      '#/knelpunt Haal “06-12345678” (vanaf teken 5) weg: dit is een telefoonnummer. Schrijf liever wie er te bellen is, zonder het nummer.',
      '#/knelpunt Haal “123456782” (vanaf teken 62) weg: dit is een burgerservicenummer. Een BSN is hier nooit nodig. Laat het weg.',
      '#/knelpunt Haal “3 mei 2011” (vanaf teken 36) weg: dit is een geboortedatum. Schrijf liever de leeftijd.',
      '#/urgentie keuze',
      '#/watZouHelpen Haal “noor@voorbeeld.nl” (vanaf teken 11) weg: dit is een mailadres. Schrijf liever bij welke organisatie of afdeling iemand werkt.',
    ]);
  });

  it('is told of a text that is too long as well', async () => {
    const als = app.as('metgezel.noord');
    const { body } = await als.post('/signalen', nieuwSignaal({ knelpunt: `Bel 06-12345678. ${'x'.repeat(4000)}` }));
    assert.deepEqual(
      body.errors.map(({ code }: { code: string }) => code),
      ['te_lang', 'persoonsgegeven'],
    );
  });

  describe('and what may tell it', () => {
    const knelpunt = 'Mevrouw De Vries woont in de Dorpsstraat 12. Mevrouw De Vries belt 0512 123456.';
    const ondernomen = [{ partij: 'Wmo-loket', datum: '2026-03-02', antwoord: 'Volgens meneer Bakker niet.' }];
    const verwacht = [
      ['#/knelpunt', 'De Vries'],
      ['#/knelpunt', 'Dorpsstraat 12'],
      ['#/knelpunt', '0512 123456'],
      ['#/ondernomen/0/antwoord', 'Bakker'],
    ];
    const dienIn = (anders: Record<string, unknown>) =>
      app.as('metgezel.noord').post('/signalen', nieuwSignaal({ knelpunt, ondernomen, ...anders }));
    const twijfels = ({
      body,
    }: {
      body: { errors: { code: string; location: { pointer: string }; woorden: string }[] };
    }) =>
      body.errors
        .filter(({ code }) => code === 'twijfel')
        .map(({ location: { pointer: plaats }, woorden }) => [plaats, woorden]);

    it('is asked about, each once with where it stands, the words to confirm and what to write instead', async () => {
      const antwoord = await dienIn({});
      assert.equal(antwoord.status, 400);
      assert.deepEqual(twijfels(antwoord), verwacht);
      assert.equal(
        antwoord.body.errors[0].detail,
        'Hier staat misschien een naam: “De Vries” (vanaf teken 9). Schrijf liever de rol, zoals “de moeder” of “de consulent”. ' +
          'Is niemand eraan te herkennen? Bevestig dan dat het mag blijven staan.',
      );
    });

    it('is asked about together with all that is wrong otherwise', async () => {
      const antwoord = await dienIn({ urgentie: 'bestaat_niet', watZouHelpen: 'Mail naar noor@voorbeeld.nl' });
      assert.deepEqual(twijfels(antwoord), verwacht);
      assert.deepEqual(
        antwoord.body.errors.map(({ code }: { code: string }) => code).filter((code: string) => code !== 'twijfel'),
        ['keuze', 'persoonsgegeven'],
      );
    });

    it('may stay once its words are confirmed, and those alone', async () => {
      const deel = await dienIn({ tekstBevestigd: ['Dorpsstraat 12', ' De  Vries', 'Jansen'] });
      assert.deepEqual(twijfels(deel), [verwacht[2], verwacht[3]]);
      const heel = await dienIn({ tekstBevestigd: ['De Vries', 'Dorpsstraat 12', '0512 123456', 'Bakker'] });
      assert.equal(heel.status, 201);
      assert.equal(heel.body.knelpunt, knelpunt);
    });

    it('cannot be confirmed when it is sure', async () => {
      const { status, body } = await dienIn({
        knelpunt: 'Bel 06-12345678.',
        ondernomen: [],
        tekstBevestigd: ['06-12345678'],
      });
      assert.equal(status, 400);
      assert.equal(body.errors[0].code, 'persoonsgegeven');
    });

    it('is asked about when one only looks ahead, and told once more before others read it', async () => {
      const bevestigd = { tekstBevestigd: ['De Vries', 'Dorpsstraat 12', '0512 123456', 'Bakker'] };
      const { nummer } = (await dienIn({ wens: 'hulp', motief: 'geen_aanbod', ...bevestigd })).body;
      const coordinator = app.as('coordinator.noord');
      await coordinator.post(`/signalen/${nummer}/oppakkingen`);
      const overdracht = { geprobeerd: 'Gebeld.', gevraagd: 'Aan dokter Postma.', gewenst: 'Een besluit.' };
      const vooruit = (anders: object) =>
        coordinator.post(`/signalen/${nummer}/escalaties/_vooraf`, { motief: 'geen_aanbod', overdracht, ...anders });
      assert.deepEqual(twijfels(await vooruit({})), [['#/overdracht/gevraagd', 'Postma']]);
      const { body } = await vooruit({ tekstBevestigd: ['Postma'] });
      assert.deepEqual(body.twijfels, [
        'In wat de ander leest, staat misschien een naam: “De Vries”.',
        'In wat de ander leest, staat misschien een adres: “Dorpsstraat 12”.',
        'In wat de ander leest, staat misschien een telefoonnummer: “0512 123456”.',
        'In wat de ander leest, staat misschien een naam: “Postma”.',
      ]);
      const notitie = await coordinator.post(`/signalen/${nummer}/notities/_vooraf`, { notitie: 'Gebeld.' });
      assert.deepEqual(notitie.body.twijfels, []);
    });
  });

  const operaties = (): [string, string, Operatie][] =>
    Object.entries(document.paths).flatMap(([pad, methoden]) =>
      Object.entries(methoden).map(([methode, operatie]): [string, string, Operatie] => [pad, methode, operatie]),
    );

  async function nietGeweigerd(velden: readonly (readonly [string, string, Veld])[], tekst: string): Promise<string[]> {
    const wel = [];
    for (const [pad, methode, veld] of velden) {
      const codes = await foutenBij(pad, methode, veld, tekst);
      if (!codes.includes('persoonsgegeven')) wel.push(`${methode} ${pad} ${pointer(veld)}`);
    }
    return wel.toSorted();
  }

  /** What the first who may ask this hears of the field. What else is missing does not matter. */
  async function foutenBij(pad: string, methode: string, veld: Veld, tekst: string): Promise<string[]> {
    const weg = `${methode} ${pad}`;
    for (const wie of mag.get(weg) ?? MENSEN) {
      const { status, body } = await vraag(`${app.url}/api/v1${pad.replaceAll(/[{}]/g, '')}`, {
        method: methode.toUpperCase(),
        headers: { authorization: `Bearer ${await app.token(wie)}`, 'content-type': 'application/json' },
        body: JSON.stringify(metVeld(veld, tekst)),
      });
      if (status === 403) continue;
      mag.set(weg, [wie]);
      assert.equal(status, 400, `${weg} ${pointer(veld)}`);
      return body.errors
        .filter(({ location }: { location: { pointer?: string } }) => location.pointer === pointer(veld))
        .map(({ code }: { code: string }) => code);
    }
    assert.fail(`nobody may ${weg}`);
  }

  /** Every place in a value of this schema where a text may stand that is free. */
  function vrijeTeksten(schema: JsonSchema | undefined): Veld[] {
    if (schema === undefined) return [];
    if (schema.$ref !== undefined)
      return vrijeTeksten(document.components.schemas[schema.$ref.split('/').at(-1) ?? '']);
    if (isVrijeTekst(schema)) return [[]];
    const keuzes = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])].flatMap(vrijeTeksten);
    const delen = Object.entries(schema.properties ?? {}).flatMap(([naam, deel]) =>
      vrijeTeksten(deel).map((veld): Veld => [naam, ...veld]),
    );
    const rijen = vrijeTeksten(schema.items).map((veld): Veld => [0, ...veld]);
    return [...keuzes, ...delen, ...rijen];
  }
});

/** A path into a body; a number is a place in a list. */
type Veld = readonly (string | number)[];

const MENSEN = ['metgezel.noord', 'coordinator.noord', 'landelijk', 'programmaleiding', 'beheer', 'auditor'];

/** True for a string that the document lets a telephone number be. */
function isVrijeTekst({ type, enum: keuze, const: vast, format, pattern = '', maxLength = Infinity }: JsonSchema) {
  const isTekst = [type].flat().includes('string') && keuze === undefined && vast === undefined && format === undefined;
  return isTekst && maxLength >= MOBIEL.length && new RegExp(pattern, 'u').test(MOBIEL);
}

function metVeld([eerste, ...verder]: Veld, tekst: string): unknown {
  if (eerste === undefined) return tekst;
  return typeof eerste === 'number' ? [metVeld(verder, tekst)] : { [eerste]: metVeld(verder, tekst) };
}

function pointer(veld: Veld): string {
  return `#${veld.map((stuk) => `/${stuk}`).join('')}`;
}
