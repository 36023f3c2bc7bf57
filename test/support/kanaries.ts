import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import { datumVan, opUur, plusDagen } from '#domain/tijd/amsterdam.ts';

import { type Client, nieuwSignaal } from './app.ts';
import { Loket } from './loket.ts';

/** Never in any other text: 8 letters after a word that nobody uses. */
export const MERK = 'kanariepiet';

const over = (dagen: number): string => plusDagen(datumVan(new Date().toISOString()), dagen);

/** Plants something that is written nowhere else in every field of every act in which people write. */
export class Kanaries {
  readonly app: Client;
  /** The fields, as `path of the act#field`, with the last canary that was planted there. */
  readonly geplant = new Map<string, string>();
  /** All of them. */
  readonly alle: string[] = [];

  constructor(app: Client) {
    this.app = app;
  }

  /** The act, with a canary in every field that says so, and what came of it. */
  async doe(wie: string, signaal: string, pad: string, inhoud: Inhoud = {}) {
    const soort = pad.replace(/[0-9a-f-]{36}/, '{verzoek}');
    const adres = pad === '' ? '/signalen' : `/signalen/${signaal}/${pad}`;
    const body = this.#beplant(inhoud, pad === '' ? '/signalen' : `/signalen/{signaal}/${soort}`, '');
    const blik = await this.app.as(wie).post(`${adres}/_vooraf`, body);
    assert.equal(blik.body.code, undefined, pad);
    const reply = await this.app.as(wie).post(adres, body);
    assert.deepEqual([pad, reply.status, reply.body.detail], [pad, 201, undefined]);
    return reply.body;
  }

  #beplant(inhoud: unknown, daad: string, veld: string): unknown {
    if (inhoud === TEKST || inhoud === ADRES) {
      const kanarie = this.#nieuw(inhoud === ADRES ? '@voorbeeld.nl' : '');
      this.geplant.set(`${daad}#${veld}`, kanarie);
      return kanarie;
    }
    if (Array.isArray(inhoud)) return inhoud.map((deel) => this.#beplant(deel, daad, veld));
    if (typeof inhoud !== 'object' || inhoud === null) return inhoud;
    return Object.fromEntries(
      Object.entries(inhoud).map(([naam, deel]) => [
        naam,
        this.#beplant(deel, daad, veld === '' ? naam : `${veld}.${naam}`),
      ]),
    );
  }

  #nieuw(staart = ''): string {
    const kanarie = `${MERK}-${this.alle.length}-${randomUUID().slice(0, 8)}${staart}`;
    this.alle.push(kanarie);
    return kanarie;
  }

  async #ingediend(anders: Inhoud = {}): Promise<{ id: string; nummer: string }> {
    return this.doe('metgezel.noord', '', '', nieuwSignaal(anders));
  }

  async #opgepakt(): Promise<{ id: string; nummer: string }> {
    const signaal = await this.#ingediend({ wens: 'hulp', motief: 'geen_reactie' });
    await this.doe('coordinator.noord', signaal.nummer, 'oppakkingen');
    return signaal;
  }

  async #gesloten(): Promise<{ id: string; nummer: string }> {
    const signaal = await this.#opgepakt();
    const uitkomst = { uitkomst: 'opgelost', toelichting: TEKST, terugkoppeling: TEKST };
    await this.doe('coordinator.noord', signaal.nummer, 'uitkomsten', uitkomst);
    return signaal;
  }

  /** Every act that a person can do, in an order in which each is allowed. */
  async elkeDaad(): Promise<void> {
    const spoed = await this.#ingediend({
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
    await this.doe(door, spoed.nummer, 'toewijzingen', { aan: door, toelichting: TEKST });
    await this.doe(door, spoed.nummer, 'meedenkers', { persoon: 'metgezel.west', toelichting: TEKST });
    await this.doe('metgezel.noord', spoed.nummer, 'aanvullingen', {
      aanvulling: TEKST,
      onderwerp: TEKST,
      besluit: { datum: '2026-03-26', soort: TEKST },
    });
    await this.doe(door, spoed.nummer, 'notities', { notitie: TEKST });
    await this.doe(door, spoed.nummer, 'vrijgevingen', { toelichting: TEKST });
    await this.doe('metgezel.noord', spoed.nummer, 'intrekkingen', { toelichting: TEKST });

    await this.#onderhanden();
    await this.#metAnderen();
    await this.#doorDeKlok();
  }

  /** In hand, up and down. */
  async #onderhanden(): Promise<void> {
    const door = 'coordinator.noord';
    const { nummer } = await this.#opgepakt();
    await this.doe('metgezel.noord', nummer, 'spoedvragen', { reden: TEKST });
    await this.doe(door, nummer, 'indelingen', { onderwerp: TEKST, knelpunttypen: ['DOMEIN'], toelichting: TEKST });
    await this.doe(door, nummer, 'pauzes', { reden: 'anders', totEnMetDatum: over(7), toelichting: TEKST });
    await this.doe(door, nummer, 'hervattingen', { toelichting: TEKST });
    await this.doe(door, nummer, 'verlengingen', { toelichting: TEKST });
    const vraag = { soort: 'vraag', organisatie: 'GM0014', vraag: TEKST };
    const { verzoeken } = await this.doe(door, nummer, 'verzoeken', vraag);
    const pad = `verzoeken/${verzoeken[0].id}`;
    await this.doe(door, nummer, `${pad}/tegenhoudingen`, { toelichting: TEKST });
    await this.doe(door, nummer, `${pad}/verleggingen`, { toelichting: TEKST });
    await this.doe(door, nummer, `${pad}/antwoorden`, {
      antwoord: 'doorgegeven',
      toelichting: TEKST,
      collega: { naam: TEKST, email: ADRES },
    });
    await this.doe(door, nummer, `${pad}/antwoorden`, { antwoord: 'meer_informatie_nodig', toelichting: 'Wie?' });
    await this.doe(door, nummer, `${pad}/informatie`, { informatie: TEKST });
    await this.doe(door, nummer, `${pad}/intrekkingen`, { toelichting: TEKST });
    await this.doe(door, nummer, 'escalaties', {
      motief: 'afgewezen',
      overdracht: { geprobeerd: TEKST, gevraagd: TEKST, gewenst: TEKST },
      poging: { partij: TEKST, datum: '2026-03-25', antwoord: TEKST },
    });
    await this.doe('landelijk', nummer, 'oppakkingen');
    await this.doe('landelijk', nummer, 'aanpakken', { aanpak: TEKST, herzienDatum: over(14) });
    await this.doe('landelijk', nummer, 'terugleggingen', { aan: door, toelichting: TEKST });
    await this.doe(door, nummer, 'overdrachten', { regio: 'WEST', toelichting: TEKST });

    const patroon = { titel: 'Twee gemeenten', omschrijving: 'Zij wijzen naar elkaar.' };
    const { body } = await this.app.as('landelijk').post('/patronen', patroon);
    await this.doe('landelijk', nummer, 'patroonkoppelingen', { patroon: body.nummer, toelichting: TEKST });
    await this.doe('landelijk', nummer, 'patroonontkoppelingen', { toelichting: TEKST });
  }

  /** A duplicate, the answer, and how it goes after that. */
  async #metAnderen(): Promise<void> {
    const door = 'coordinator.noord';
    const dubbel = await this.#opgepakt();
    await this.doe(door, dubbel.nummer, 'samenvoegingen', { met: (await this.#opgepakt()).id, toelichting: TEKST });
    const terug = await this.#opgepakt();
    await this.doe(door, terug.nummer, 'uitkomsten', { uitkomst: 'opgelost', toelichting: 'Het is gelukt.' });
    await this.doe(door, terug.nummer, 'terugkoppelingen', { terugkoppeling: TEKST });
    await this.doe('metgezel.noord', (await this.#gesloten()).nummer, 'ervaringen', {
      ervaring: 'helpt',
      toelichting: TEKST,
    });
    await this.doe('metgezel.noord', (await this.#gesloten()).nummer, 'heropeningen', { toelichting: TEKST });
  }

  async #doorDeKlok(): Promise<void> {
    const stil = await this.#ingediend();
    const klok = this.app.uitvoeren;
    for (let { niveau, volgende, nu } = await klok.leesStand(stil.id, opUur(over(0), 1, 0)); niveau === 'lokaal';)
      ({ niveau, volgende, nu } = await klok.mijlpaal(stil.id, volgende?.sleutel ?? '', volgende?.op ?? nu));
    const overdracht = { geprobeerd: TEKST, gevraagd: TEKST, gewenst: TEKST };
    await this.doe('metgezel.noord', stil.nummer, 'overdrachtnotities', overdracht);
  }

  /** An answer through the link, with a file. */
  async eenPartij(): Promise<void> {
    const loket = await Loket.gevraagd(this.app);
    await loket.open();
    const bestand = new File(['%PDF-1.4 een brief'], `${MERK}.pdf`, { type: 'application/pdf' });
    const { status } = await loket.antwoord('afgewezen', { toelichting: `${this.#nieuw()} zegt nee` }, [bestand]);
    assert.equal(status, 303);
  }

  async eenCasusbijlage(): Promise<void> {
    const teksten = { overWie: MERK, contactGezin: MERK, toelichting: MERK };
    const melder = this.app.as('metgezel.noord');
    const ingediend = await melder.post('/signalen', nieuwSignaal({ casus: teksten }));
    const { status } = await melder.post(`/signalen/${ingediend.body.nummer}/casusteksten`, teksten);
    assert.deepEqual([ingediend.status, status], [201, 201]);
  }

  /** Every field of every act that holds what somebody writes: words and addresses, no codes and no ids. */
  async vrijeVelden(): Promise<string[]> {
    const document = (await this.app.as('landelijk').get('/openapi.json')).body;
    return Object.entries(document.paths as Record<string, { post?: { requestBody?: unknown } }>).flatMap(
      ([pad, { post }]) => {
        if (post?.requestBody === undefined || !pad.startsWith('/signalen') || pad.endsWith('/_vooraf')) return [];
        if (pad.endsWith('/casusteksten') || pad.endsWith('/casusbestanden')) return [];
        const { content } = post.requestBody as { content: { 'application/json': { schema: Schema } } };
        return (
          vrijIn(content['application/json'].schema, document, '')
            // Of who it is about nothing is readable in any column.
            .filter((veld) => !veld.startsWith('casus.') && !IDS.includes(veld.split('.').at(-1) ?? ''))
            .map((veld) => `${pad}#${veld}`)
        );
      },
    );
  }
}

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
