import assert from 'node:assert/strict';

import fc from 'fast-check';

import { maakPartnerlink } from '#activities/schrijven/partnerlink.ts';
import { orNull, text } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';
import { alsTijdstip, beginVan, datumVan, msVan, plusDagen } from '#domain/tijd/amsterdam.ts';
import { type Client, nieuwSignaal, startApp } from '#test/support/app.ts';
import { Bezoeker } from '#test/support/bezoeker.ts';
import { keren, SEED } from '#test/support/keren.ts';
import { Loket } from '#test/support/loket.ts';
import { type Afspraak, type Deel, DELEN, type Mens, Orakel, type Stand } from '#test/support/wie-leest-nu.ts';

const WERKGEVER = 'DEMO_ZORGAANBIEDER';
const VANDAAG = datumVan(new Date().toISOString());
const MORGEN = plusDagen(VANDAAG, 1);

const MENSEN: Record<string, Mens> = {
  'metgezel.noord': { rol: 'metgezel' },
  'metgezel.west': { rol: 'metgezel' },
  'metgezel.zorgaanbieder': { rol: 'metgezel', werkgever: WERKGEVER },
  'coordinator.noord': { rol: 'coordinator', regio: 'NOORD' },
  'coordinator.belang': { rol: 'coordinator', regio: 'NOORD', werkgever: WERKGEVER },
  'coordinator.oost': { rol: 'coordinator', regio: 'OOST' },
  'coordinator.west': { rol: 'coordinator', regio: 'WEST' },
  landelijk: { rol: 'landelijk' },
  'landelijk.vertrekt': { rol: 'landelijk' },
  programmaleiding: { rol: 'programmaleiding' },
  beheer: { rol: 'zonder signalen' },
  auditor: { rol: 'zonder signalen' },
};
const ALLEN = Object.keys(MENSEN);
/** Tomorrow alone, and not one for the other's absent one. */
const VERVANGINGEN = [
  { afwezige: 'coordinator.noord', waarnemer: 'coordinator.oost', dag: MORGEN },
  { afwezige: 'coordinator.oost', waarnemer: 'coordinator.west', dag: MORGEN },
];
const orakel = new Orakel(MENSEN, VERVANGINGEN);

/** What somebody does, or what happens; the second says how often it is drawn where it can be done. */
const DADEN = {
  schrijf: 2,
  'breng bestand': 3,
  'haal bestand weg': 2,
  'sta niveau toe': 4,
  'sta partij toe': 4,
  'trek in': 2,
  'pak op': 6,
  'geef vrij': 4,
  escaleer: 2,
  'leg terug': 2,
  'vraag partij': 3,
  'geef door': 4,
  'trek vraag in': 1,
  sluit: 3,
  heropen: 3,
  wis: 6,
  'volgende dag': 2,
  'draag over': 1,
  'iemand gaat uit dienst': 1,
  'iemand krijgt een werkgever': 1,
} as const;
type Soort = keyof typeof DADEN;
const SOORTEN = Object.keys(DADEN) as Soort[];

/** `soort` is taken from what can be done then; the others where it asks for them. */
const daad = fc.record({
  soort: fc.nat(9_999),
  keuze: fc.nat(11),
  dagen: fc.nat(2),
  delen: fc.subarray([...DELEN], { minLength: 1 }),
});
type Daad = typeof daad extends fc.Arbitrary<infer D> ? D : never;

interface Stuk {
  deel: Deel;
  kanarie: string;
}

interface Vraag {
  id: string;
  /** Each browser in which its link was opened, the first of which is that of whoever handed it on. */
  lezers: { loket: Loket; dood: boolean }[];
}

/** One signaal through its life, with what the family said and what is kept, as the test itself did it. */
class Leven {
  readonly app: Client;
  readonly bezoekers: ReadonlyMap<string, Bezoeker>;
  readonly nummer: string;
  readonly id: string;
  readonly melder: string;
  readonly verloop: string[] = [];
  readonly gelukt: Set<Soort>;
  readonly afspraken: Afspraak[] = [];
  readonly hadden = new Set<string>();
  readonly organisaties: Set<string>;
  readonly regios = new Set(['NOORD']);
  readonly bestanden = new Map<string, Stuk & { weg: boolean }>();
  readonly vragen: Vraag[] = [];
  readonly etags = new Map<string, string>();
  teksten: Stuk[] = [];
  gewist = false;
  #dagen = 0;
  static #teller = 0;

  constructor(
    { app, bezoekers, gelukt }: Pick<Leven, 'app' | 'bezoekers' | 'gelukt'>,
    { nummer, id, melder, organisatie }: { nummer: string; id: string; melder: string; organisatie: string },
  ) {
    this.app = app;
    this.bezoekers = bezoekers;
    this.gelukt = gelukt;
    this.nummer = nummer;
    this.id = id;
    this.melder = melder;
    this.organisaties = new Set([organisatie]);
  }

  /** Does one of what can be done now. False when it was refused. */
  async doe(wat: Daad): Promise<boolean> {
    const kan = this.#kan(await this.feiten());
    const loten = SOORTEN.filter((soort) => kan[soort]).flatMap((soort) =>
      Array.from({ length: DADEN[soort] }, () => soort),
    );
    const soort = kies(loten, wat.soort);
    assert.ok(soort !== undefined);
    const lukte = await this.#daden[soort](wat);
    this.verloop.push(lukte ? soort : `${soort} (refused)`);
    if (lukte) this.gelukt.add(soort);
    const { behandelaar } = await this.feiten();
    if (behandelaar !== null) this.hadden.add(behandelaar);
    return lukte;
  }

  /** What is worth asking: whether it is allowed, the product says. */
  #kan({ status, niveau, behandelaar }: Awaited<ReturnType<Leven['feiten']>>): Readonly<Record<Soort, boolean>> {
    const isOpen = status !== 'afgesloten';
    const inHand = isOpen && behandelaar !== null;
    const er = !this.gewist;
    const vraagtNog = this.vragen.some(({ lezers }) => lezers.some(({ dood }) => !dood));
    const blijft = [...this.bestanden.values()].filter(({ weg }) => !weg).length;
    return {
      schrijf: er,
      'breng bestand': er && blijft < 2 && this.bestanden.size < 4,
      'haal bestand weg': er && blijft > 0,
      'sta niveau toe': er,
      'sta partij toe': er && this.vragen.length > 0,
      'trek in': er && this.afspraken.some(({ ingetrokken }) => !ingetrokken),
      'pak op': isOpen && behandelaar === null,
      'geef vrij': inHand && niveau !== 'lokaal',
      escaleer: inHand && niveau !== 'landelijk',
      'leg terug': inHand && niveau !== 'lokaal',
      'vraag partij': inHand && this.vragen.length < 2,
      'geef door': isOpen && vraagtNog,
      'trek vraag in': inHand && vraagtNog,
      sluit: inHand && this.verloop.length > 7,
      heropen: er && !isOpen,
      wis: er && !isOpen && this.verloop.length > 17,
      'volgende dag': this.#dagen < 2,
      'draag over': inHand && niveau === 'regionaal' && this.regios.size === 1,
      'iemand gaat uit dienst': true,
      'iemand krijgt een werkgever': true,
    };
  }

  async feiten() {
    const [feiten] = await rows(
      this.app.db(),
      sql`select staat ->> 'niveau' as niveau, staat ->> 'behandelaar' as behandelaar, staat ->> 'status' as status,
                 ((greatest(laatste_op, clock_timestamp() + klokverschil_ms * interval '1 millisecond')) at time zone 'Europe/Amsterdam')::date::text as vandaag
            from stroom where id = ${this.id}`,
      { niveau: text, behandelaar: orNull(text), status: text, vandaag: text },
    );
    assert.ok(feiten !== undefined);
    return feiten;
  }

  async stand(): Promise<Stand> {
    const { melder, hadden, organisaties, regios, gewist, afspraken } = this;
    return { ...(await this.feiten()), melder, hadden, organisaties, gewist, afspraken, regios };
  }

  async #post(wie: string, pad: string, inhoud?: object) {
    return this.app.as(wie).post(`/signalen/${this.nummer}${pad}`, inhoud);
  }

  async #doetHet(wie: string | null, pad: string, inhoud?: object): Promise<boolean> {
    return wie !== null && (await this.#post(wie, pad, inhoud)).status === 201;
  }

  #kanarie(): string {
    return `kanarie${String((Leven.#teller += 1)).padStart(5, '0')}x`;
  }

  async #sta(pad: string, { delen, dagen }: Daad, voor: object, ontvanger: Pick<Afspraak, 'niveau' | 'verzoek'>) {
    const { vandaag } = await this.feiten();
    const tot = plusDagen(vandaag, dagen);
    const van = { van: 'ouder', wijze: 'gesprek', gegevenDatum: vandaag, totEnMetDatum: tot };
    const { status, body } = await this.#post(this.melder, pad, { ...voor, ...van, delen });
    if (status !== 201) return false;
    this.afspraken.push({ id: body.toestemmingen[0].id, ...ontvanger, delen, van: vandaag, tot, ingetrokken: false });
    return true;
  }

  readonly #daden: Readonly<Record<Soort, (daad: Daad) => Promise<boolean>>> = {
    schrijf: async ({ delen }) => {
      const teksten = delen.flatMap((deel) => (deel in VELDEN ? [{ deel, kanarie: this.#kanarie() }] : []));
      const inhoud = Object.fromEntries(teksten.map(({ deel, kanarie }) => [VELDEN[deel], kanarie]));
      if (!(await this.#doetHet(this.melder, '/casusteksten', inhoud))) return false;
      this.teksten = teksten;
      return true;
    },
    'breng bestand': async ({ keuze }) => {
      const stuk = { deel: keuze % 2 === 0 ? 'brief' : 'foto', kanarie: this.#kanarie() } as const;
      const { status, body } = await this.app
        .as(this.melder)
        .post(
          `/signalen/${this.nummer}/casusbestanden?deel=${stuk.deel}&bestandsnaam=${stuk.kanarie}.pdf`,
          `%PDF-1.4 ${stuk.kanarie}`,
          { 'content-type': 'application/pdf' },
        );
      if (status !== 201) return false;
      const nieuw = body.bestanden.find(({ naam }: { naam: string }) => naam.startsWith(stuk.kanarie));
      this.bestanden.set(nieuw.id, { ...stuk, weg: false });
      return true;
    },
    'haal bestand weg': async ({ keuze }) => {
      const [id, bestand] =
        kies(
          [...this.bestanden].filter(([, { weg }]) => !weg),
          keuze,
        ) ?? [];
      if (id === undefined || bestand === undefined) return false;
      const { status } = await this.app.as(this.melder).delete(`/signalen/${this.nummer}/casusbestanden/${id}`);
      if (status === 200) bestand.weg = true;
      return status === 200;
    },
    'sta niveau toe': (daad) => {
      const niveau = daad.keuze % 3 === 0 ? 'landelijk' : 'regionaal';
      return this.#sta('/toestemmingen', daad, { niveau }, { niveau, verzoek: null });
    },
    'sta partij toe': async (daad) => {
      const vraag = kies(this.vragen, daad.keuze);
      if (vraag === undefined) return false;
      return this.#sta(`/verzoeken/${vraag.id}/toestemmingen`, daad, {}, { niveau: null, verzoek: vraag.id });
    },
    'trek in': async ({ keuze }) => {
      const afspraak = kies(
        this.afspraken.filter(({ ingetrokken }) => !ingetrokken),
        keuze,
      );
      if (afspraak === undefined) return false;
      // While who may read it reads, over and over.
      const lezers = [...this.bestanden.keys()].flatMap((id) =>
        ['coordinator.noord', 'landelijk'].map((wie) =>
          this.app.as(wie).get(`/signalen/${this.nummer}/casusbestanden/${id}`),
        ),
      );
      const gelukt = await this.#doetHet(this.melder, `/toestemmingen/${afspraak.id}/intrekkingen`);
      if (gelukt) afspraak.ingetrokken = true;
      for (const { status } of await Promise.all(lezers)) assert.ok(status < 500, `${status}`);
      return gelukt;
    },
    'pak op': async ({ keuze }) => {
      const { niveau } = await this.feiten();
      const wie = ['landelijk', 'landelijk.vertrekt', 'coordinator.noord', 'coordinator.belang', 'coordinator.west'];
      return this.#doetHet(kies(niveau === 'landelijk' ? wie.slice(0, 2) : wie, keuze) ?? null, '/oppakkingen');
    },
    'geef vrij': async () =>
      this.#doetHet((await this.feiten()).behandelaar, '/vrijgevingen', { toelichting: 'Druk.' }),
    escaleer: async () =>
      this.#doetHet((await this.feiten()).behandelaar, '/escalaties', {
        motief: 'geen_reactie',
        overdracht: { geprobeerd: 'Gebeld.', gevraagd: 'Een besluit.', gewenst: 'Iemand die beslist.' },
        poging: { partij: 'Gemeente', datum: VANDAAG, antwoord: 'Geen.' },
      }),
    'leg terug': async ({ keuze }) => {
      const aan = keuze % 2 === 0 ? this.melder : 'coordinator.noord';
      const terug = { aan, instemming: true, toelichting: 'Dit kan lokaal.' };
      return this.#doetHet((await this.feiten()).behandelaar, '/terugleggingen', terug);
    },
    'vraag partij': async ({ keuze }) => {
      const { behandelaar } = await this.feiten();
      const organisatie = keuze % 4 === 0 ? WERKGEVER : 'GM0014';
      if (behandelaar === null) return false;
      const { status, body } = await this.#post(behandelaar, '/verzoeken', {
        soort: 'vraag',
        organisatie,
        vraag: 'Wilt u beslissen?',
      });
      if (status !== 201) return false;
      this.organisaties.add(organisatie);
      const bekend = this.vragen.map(({ id }) => id);
      const id = body.verzoeken
        .map((verzoek: { id: string }) => verzoek.id)
        .find((een: string) => !bekend.includes(een));
      this.vragen.push({
        id,
        lezers: [{ loket: await this.#link(id, `loket.${id.slice(0, 8)}@voorbeeld.nl`), dood: false }],
      });
      return true;
    },
    'geef door': async ({ keuze }) => {
      const vraag = kies(this.vragen, keuze);
      const lezer = vraag?.lezers.at(-1);
      if (vraag === undefined || lezer === undefined) return false;
      const collegaEmail = `collega.${vraag.id.slice(0, 8)}.${vraag.lezers.length}@voorbeeld.nl`;
      const antwoord = { collegaNaam: 'Piet Prins', collegaEmail, toelichting: 'Een collega weet dit.' };
      const { status, headers } = await lezer.loket.antwoord('doorgegeven', antwoord);
      if (status !== 303 || !(headers.get('location') ?? '').includes('doorgegeven')) return false;
      lezer.dood = true;
      vraag.lezers.push({ loket: await this.#link(vraag.id, collegaEmail), dood: false });
      return true;
    },
    'trek vraag in': async ({ keuze }) => {
      const vraag = kies(this.vragen, keuze);
      const { behandelaar } = await this.feiten();
      if (
        vraag === undefined ||
        !(await this.#doetHet(behandelaar, `/verzoeken/${vraag.id}/intrekkingen`, { toelichting: 'Toch niet.' }))
      )
        return false;
      for (const lezer of vraag.lezers) lezer.dood = true;
      return true;
    },
    sluit: async () => {
      const uitkomst = { uitkomst: 'opgelost', toelichting: 'Geregeld.', terugkoppeling: 'Het is geregeld.' };
      const { behandelaar } = await this.feiten();
      const { terugkoppeling: _terug, ...eigen } = uitkomst;
      return this.#doetHet(behandelaar, '/uitkomsten', behandelaar === this.melder ? eigen : uitkomst);
    },
    heropen: () => this.#doetHet(this.melder, '/heropeningen', { toelichting: 'Het speelt nog.' }),
    wis: async () => {
      if ((await this.feiten()).status !== 'afgesloten') return false;
      const verzoek = { signaal: this.nummer, grond: 'bezwaar', reden: 'Per brief.' };
      const { status, body } = await this.app.as('landelijk').post('/wissingen', verzoek);
      if (status !== 201) return false;
      for (const wie of ['landelijk', 'beheer'])
        assert.equal((await this.app.as(wie).post(`/wissingen/${body.id}/bevestigingen`)).status, 201);
      this.gewist = true;
      return true;
    },
    'volgende dag': async () => {
      if (this.#dagen === 2) return false;
      this.#dagen += 1;
      const op = msVan(beginVan(plusDagen(VANDAAG, this.#dagen))) + 5_000;
      await rows(this.app.db(), sql`update stroom set klokverschil_ms = ${op - Date.now()} where id = ${this.id}`);
      return true;
    },
    'draag over': async () => {
      const over = await this.#doetHet('landelijk', '/overdrachten', {
        regio: 'WEST',
        toelichting: 'Het speelt daar.',
      });
      if (over) this.regios.add('WEST');
      return over;
    },
    'iemand krijgt een werkgever': async () => {
      const coordinator = MENSEN['coordinator.noord'];
      assert.ok(coordinator !== undefined);
      coordinator.werkgever = coordinator.werkgever == null ? 'GM0014' : null;
      const werkgever = coordinator.werkgever;
      await rows(this.app.db(), sql`update gebruiker set organisatie = ${werkgever} where id = 'coordinator.noord'`);
      return true;
    },
    'iemand gaat uit dienst': async () => {
      const vertrekt = MENSEN['landelijk.vertrekt'];
      assert.ok(vertrekt !== undefined);
      vertrekt.weg = vertrekt.weg !== true;
      const tot = vertrekt.weg ? plusDagen(VANDAAG, -1) : null;
      await rows(this.app.db(), sql`update gebruiker set actief_tot = ${tot}::date where id = 'landelijk.vertrekt'`);
      return true;
    },
  };

  async #link(verzoek: string, adres: string): Promise<Loket> {
    await rows(this.app.db(), sql`update partij set email = ${adres} where verzoek = ${verzoek}`);
    const nu = alsTijdstip(Date.now());
    const token = await maakPartnerlink(this.app.db(), { stroom: this.id, verzoek, adres, nu });
    const loket = new Loket(this.app, this.id, verzoek, token, adres);
    await loket.open();
    return loket;
  }

  /** Asks what there is to ask, as everybody, and holds each answer against what they may read now. */
  async controleer(): Promise<void> {
    const stand = await this.stand();
    const fouten = [
      ...(await Promise.all(ALLEN.map((wie) => this.#alsMens(wie, stand)))).flat(),
      ...(await Promise.all(this.vragen.map((vraag) => this.#alsPartij(vraag, stand)))).flat(),
      ...(await this.#alsNiemand()),
    ];
    // At midnight what may be read changes while one asks.
    if ((await this.feiten()).vandaag === stand.vandaag) assert.deepEqual(fouten, [], this.verloop.join(', '));
  }

  /** The canaries of what is there now of these parts. */
  #kanaries(delen: readonly Deel[]): string[] {
    const er = [...this.teksten, ...[...this.bestanden.values()].filter(({ weg }) => !weg)];
    return er.flatMap(({ deel, kanarie }) => (delen.includes(deel) ? [kanarie] : [])).toSorted();
  }

  async #alsMens(wie: string, stand: Stand): Promise<string[]> {
    const zicht = orakel.zicht(wie, stand);
    const delen = orakel.delen(wie, stand);
    const bezoeker = this.bezoekers.get(wie);
    assert.ok(bezoeker !== undefined);
    const api = `/signalen/${this.nummer}`;
    const keuring = new Keuring(wie);
    const leest = zicht === 'leest' && !this.gewist;
    const geen = { niets: [404], buiten: [401, 403], 'alleen de regel': [403, 410], leest: [410] }[zicht];

    const bijlage = await this.app.as(wie).get(`${api}/casusbijlage`, ALLES_BEKEND);
    keuring.houd('casusbijlage', bijlage, leest ? [delen.length > 0 ? 200 : 403] : geen);
    keuring.toont('casusbijlage', JSON.stringify(bijlage.body), this.#kanaries(delen));
    const pagina = await bezoeker.vraag(`${api}/over-wie`, { headers: ALLES_BEKEND });
    keuring.houd('over-wie', pagina, leest ? [delen.length > 0 ? 200 : 403] : [...geen, 303, 404]);
    keuring.toont('over-wie', pagina.tekst, this.#kanaries(delen));
    // The rest is asked by one in three, each time by others.
    const isAanDeBeurt = (this.verloop.length + ALLEN.indexOf(wie)) % 3 === 0;
    for (const [id, { deel, kanarie, weg }] of this.bestanden) {
      const mag = delen.includes(deel) && !weg;
      const bestand = await this.app
        .as(wie)
        .get(`${api}/casusbestanden/${id}`, { ...ALLES_BEKEND, range: 'bytes=0-40' });
      keuring.houd('casusbestand', bestand, mag ? [200] : [401, 403, 404, 410]);
      keuring.toont('casusbestand', JSON.stringify(bestand.body), mag ? [kanarie] : []);
      const blad = await bezoeker.vraag(`${api}/over-wie/bestanden/${id}`, { headers: ALLES_BEKEND });
      keuring.houd('bestand', blad, mag ? [200] : [303, 401, 403, 404, 410]);
      keuring.toont('bestand', blad.tekst, mag ? [kanarie] : []);
      if (!isAanDeBeurt) continue;
      const kop = await bezoeker.vraag(`${api}/over-wie/bestanden/${id}`, { method: 'HEAD' });
      keuring.houd('HEAD bestand', kop, mag ? [200] : [303, 401, 403, 404, 410]);
      keuring.toont('HEAD bestand', [...kop.headers.values()].join(' '), mag ? [kanarie] : []);
    }
    if (!isAanDeBeurt) return keuring.fouten;
    const plek = `${wie} ${api}`;
    const eerder = this.etags.get(plek);
    const signaal = await this.app.as(wie).get(api, eerder === undefined ? {} : { 'if-none-match': eerder });
    keuring.houd('signaal', signaal, leest ? [200, 304] : geen);
    keuring.toont('signaal', JSON.stringify(signaal.body), []);
    const etag = signaal.headers.get('etag');
    if (etag !== null) this.etags.set(plek, etag);
    const gegeven = await this.app.as(wie).get(`${api}/toestemmingen`, ALLES_BEKEND);
    keuring.houd('toestemmingen', gegeven, leest ? [200] : geen);
    return keuring.fouten;
  }

  async #alsPartij({ id, lezers }: Vraag, stand: Stand): Promise<string[]> {
    const keuring = new Keuring('partij');
    for (const { loket, dood } of lezers) {
      const delen = orakel.delenVanPartij({ id, dood }, stand);
      const { body, headers, status } = await loket.vraag(loket.vraagpad, { headers: ALLES_BEKEND });
      keuring.houd('vraag', { status, headers }, dood || this.gewist ? [200, 404, 410] : [200]);
      keuring.toont('vraag', body, this.#kanaries(delen));
      for (const [bestand, { deel, kanarie, weg }] of this.bestanden) {
        const mag = delen.includes(deel) && !weg;
        for (const method of ['GET', 'HEAD']) {
          const gelezen = await loket.vraag(`${loket.vraagpad}/bestanden/${bestand}`, {
            method,
            headers: ALLES_BEKEND,
          });
          keuring.houd(`${method} bestand`, gelezen, mag ? [200] : [303, 302, 404, 410]);
          const koppen = [...gelezen.headers.values()].join(' ');
          keuring.toont(`${method} bestand`, `${koppen} ${gelezen.body}`, mag ? [kanarie] : []);
        }
      }
    }
    return keuring.fouten;
  }

  async #alsNiemand(): Promise<string[]> {
    const keuring = new Keuring('niemand');
    const bestanden = [...this.bestanden.keys()].slice(0, 1);
    for (const adres of [
      `/api/v1/signalen/${this.nummer}/casusbijlage`,
      `/signalen/${this.nummer}/over-wie`,
      ...bestanden.flatMap((id) => [
        `/api/v1/signalen/${this.nummer}/casusbestanden/${id}`,
        `/signalen/${this.nummer}/over-wie/bestanden/${id}`,
      ]),
    ]) {
      const antwoord = await fetch(`${this.app.url}${adres}`, { redirect: 'manual', headers: ALLES_BEKEND });
      keuring.houd(adres, antwoord, [303, 401]);
      keuring.toont(adres, await antwoord.text(), []);
    }
    return keuring.fouten;
  }
}

const VELDEN: Partial<Record<Deel, string>> = {
  over_wie: 'overWie',
  contact_gezin: 'contactGezin',
  toelichting: 'toelichting',
};
/** Whatever there is, one has it already: an answer to that would say that it is there. */
const ALLES_BEKEND = { 'if-none-match': '*' };

/** What was wrong with the answers to one person. */
class Keuring {
  readonly wie: string;
  readonly fouten: string[] = [];

  constructor(wie: string) {
    this.wie = wie;
  }

  houd(wat: string, { status, headers }: { status: number; headers: Headers }, verwacht: readonly number[]): void {
    if (!verwacht.includes(status)) this.fouten.push(`${this.wie}: ${wat} ${status}, not ${verwacht.join(' or ')}`);
    const bewaren = headers.get('cache-control') ?? '';
    if (!bewaren.includes('no-store')) this.fouten.push(`${this.wie}: ${wat} may be kept: ${bewaren}`);
  }

  toont(wat: string, tekst: string, verwacht: readonly string[]): void {
    const gezien = [...new Set(tekst.match(/kanarie\d{5}x/g))].toSorted();
    if (gezien.join() !== verwacht.join())
      this.fouten.push(`${this.wie}: ${wat} shows ${gezien.join() || 'nothing'}, not ${verwacht.join() || 'nothing'}`);
  }
}

function kies<T>(uit: readonly T[], keuze: number): T | undefined {
  return uit.length === 0 ? undefined : uit[uit.length - 1 - (keuze % uit.length)];
}

describe('who a signaal is about, at every moment of its life', () => {
  let app: Client;
  const bezoekers = new Map<string, Bezoeker>();
  const gelukt = new Set<Soort>();
  before(async () => {
    app = await startApp();
    for (const [id, rol, regios, organisatie] of [
      ['coordinator.belang', 'regiocoordinator', ['NOORD'], WERKGEVER],
      ['landelijk.vertrekt', 'landelijk_team', [], null],
    ] as const)
      await rows(
        app.db(),
        sql`insert into gebruiker (id, naam, email, telefoon, rollen, regios, organisatie)
            values (${id}, ${id}, ${`${id}@voorbeeld.nl`}, '06 12345699', ${[rol]}, ${[...regios]}, ${organisatie})`,
      );
    await rows(
      app.db(),
      sql`insert into loket (organisatie, naam, contactpersoon, email, telefoon) values (${WERKGEVER}, 'Loket', 'Iemand', 'loket@voorbeeld.nl', '06')`,
    );
    for (const { afwezige, waarnemer, dag } of VERVANGINGEN) {
      const { status, body } = await app
        .as(afwezige)
        .post('/waarnemingen', { waarnemer, vanDatum: dag, totEnMetDatum: dag });
      assert.equal(status, 201, JSON.stringify(body));
    }
    for (const wie of ALLEN) {
      const bezoeker = new Bezoeker(app.url);
      await bezoeker.logIn(wie);
      bezoekers.set(wie, bezoeker);
    }
  });
  after(() => app.stop());

  it('is read by who may, in the parts that they may, and by nobody else, whatever happened before', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom('metgezel.noord', 'metgezel.zorgaanbieder'),
        fc.constantFrom('ONBEKEND', 'GM0014', WERKGEVER),
        fc.boolean(),
        fc.array(daad, { minLength: 24, maxLength: 24 }),
        async (melder, organisatie, hulp, daden) => {
          const wens = hulp ? { wens: 'hulp', motief: 'geen_reactie' } : { wens: 'zelf' };
          const { status, body } = await app.as(melder).post('/signalen', nieuwSignaal({ ...wens, organisatie }));
          assert.equal(status, 201, JSON.stringify(body));
          const leven = new Leven({ app, bezoekers, gelukt }, { ...body, melder, organisatie });
          leven.verloop.push(melder, organisatie, hulp ? 'hulp' : 'zelf');
          for (const daad of daden) {
            if (await leven.doe(daad)) await leven.controleer();
            if (leven.gewist) break;
          }
        },
      ),
      { seed: SEED, ...keren(4), endOnFailure: true },
    );
    assert.deepEqual(app.fouten, []);
    assert.deepEqual(
      SOORTEN.filter((soort) => !gelukt.has(soort)),
      [],
      'each of them happened',
    );
  });
});
