import { rows, sql } from '#db/sql.ts';
import { type Client, nieuwSignaal } from '#test/support/app.ts';
import type { Loket } from '#test/support/loket.ts';
import { schrijfVoorstel } from '#test/support/voorstel.ts';

import { plantLessen } from './lessen.ts';
import { LANG_GELEDEN, over, TOESTEMMING } from './lichamen.ts';
import { ONBEKEND } from './loop.ts';
import { maakMensen } from './mensen.ts';
import { Partijen } from './partijen.ts';
import { type Deel, PERSONEN, type Situatie } from './verwacht.ts';
import type { Kanarie, Wereld, Zaak } from './zaken.ts';

/** What somebody was answered while the world was made. */
export interface Antwoord {
  persoon: string;
  inhoud: string;
}

const BELANG = 'DEMO_ZORGAANBIEDER';

/** Makes the signalen of every situation through the API and the links, each text of them with a kanarie of its own. */
export class Wereldbouw {
  readonly app: Client;
  readonly kanaries: Kanarie[] = [];
  readonly antwoorden: Antwoord[] = [];
  readonly partijen: Partijen;
  readonly #zaken: Zaak[] = [];
  #teller = 0;

  constructor(app: Client) {
    this.app = app;
    this.partijen = new Partijen(app, this.kanaries, this.#plant.bind(this));
  }

  async bouw(): Promise<Wereld> {
    const adressen = await this.#mensen();
    await this.#eigen();
    await this.#opgeschaald();
    await this.#overgedragen();
    await this.#gesloten();
    await this.#belangBijNaam();
    await this.#belangBijVerzoek();
    await this.#verteld();
    await this.#doorgegeven();
    const teWissen = await this.#teWissen();
    const { nummer: patroon } = await this.#doe('landelijk', '/patronen', { titel: 'Wachten', omschrijving: 'Lang.' });
    for (const { nummer } of this.#zaken)
      await this.#doe('landelijk', `/signalen/${nummer}/patroonkoppelingen`, { patroon });
    const { rapport } = await this.#doe('landelijk', '/rapporten', { periode: '2020-2' });
    await this.#doe('beheer', '/bewaartermijnen/lessen/voorstellen', { maanden: 36, bron: 'DPIA.' });
    await this.#doe('landelijk.belang', `/rapporten/${rapport}/goedkeuringen`);
    await this.#doe('landelijk', `/rapporten/${rapport}/vrijgevingen`);
    // Last: a signaal that was merged joins nothing any more.
    await this.#samengevoegd();
    await this.#gewist(teWissen);
    const voorstel = await schrijfVoorstel(this.app.db(), [this.#zaken[0]?.nummer ?? ''], { dag: over(0) });
    const plant = (situatie: Situatie): string => this.#plant(situatie, 'les');
    const data = { patroon, voorstel, rapport, ...(await plantLessen(this.#doe.bind(this), this.#zaken, plant)) };
    return { ...data, zaken: this.#zaken, kanaries: this.kanaries, adressen, agendas: await this.#agendas() };
  }

  #nieuw(): string {
    return `kanarie${String((this.#teller += 1)).padStart(4, '0')}x`;
  }

  #plant(situatie: Situatie, deel: Deel, verzoek?: string): string {
    const kanarie = this.#nieuw();
    this.kanaries.push({ kanarie, situatie, deel, ...(verzoek !== undefined && { verzoek }) });
    return kanarie;
  }

  async #mensen(): Promise<Record<string, string>> {
    const adressen = await maakMensen(this.app.db(), BELANG, () => `${this.#nieuw()}@voorbeeld.nl`);
    const dagen = { vanDatum: over(0), totEnMetDatum: over(30) };
    await this.#doe('metgezel.noord', '/waarnemingen', { waarnemer: 'oco.midden', ...dagen });
    await this.#doe('coordinator.oost', '/waarnemingen', { waarnemer: 'landelijk.belang', ...dagen });
    await this.#doe('coordinator.west', '/waarnemingen', { waarnemer: 'coordinator.belang', ...dagen });
    return adressen;
  }

  #nummer(gezocht: Situatie): string {
    return this.#zaken.find(({ situatie }) => situatie === gezocht)?.nummer ?? '';
  }

  async #agendas(): Promise<Record<string, string>> {
    const agendas: Record<string, string> = {};
    for (const persoon of PERSONEN) {
      const { body } = await this.app.as(persoon).post('/ik/agendasleutels');
      agendas[persoon] = new URL(body.url).pathname;
    }
    return agendas;
  }

  async #doe(persoon: string, pad: string, inhoud?: object) {
    const { status, body } = await this.app.as(persoon).post(pad, inhoud);
    if (status !== 201) throw new Error(`${persoon} ${pad}: ${status} ${JSON.stringify(body)}`);
    this.antwoorden.push({ persoon, inhoud: JSON.stringify(body) });
    return body;
  }

  async #dienIn(situatie: Situatie, persoon: string, anders: object = {}): Promise<Zaak> {
    const kern = () => this.#plant(situatie, 'kern');
    const { id, nummer } = await this.#doe(
      persoon,
      '/signalen',
      nieuwSignaal({
        knelpunt: this.#plant(situatie, 'knelpunt'),
        watZouHelpen: kern(),
        ondernomen: [{ partij: kern(), datum: '2026-03-25', antwoord: kern() }],
        besluit: { datum: '2026-03-25', soort: kern() },
        ...anders,
      }),
    );
    const zaak = { situatie, id, nummer, verzoek: ONBEKEND, bijlage: ONBEKEND };
    this.#zaken.push(zaak);
    const casus = { overWie: this.#plant(situatie, 'over_wie'), toelichting: this.#plant(situatie, 'over_wie') };
    await this.#doe(persoon, `/signalen/${nummer}/casusteksten`, casus);
    return zaak;
  }

  #over({ situatie, nummer }: Zaak) {
    return {
      werk: () => this.#plant(situatie, 'werk'),
      doe: (persoon: string, pad: string, inhoud?: object) => this.#doe(persoon, `/signalen/${nummer}/${pad}`, inhoud),
    };
  }

  /** Asks a party something, which answers through its link with a file. */
  async #vraag(zaak: Zaak, persoon: string, organisatie: string): Promise<void> {
    await this.partijen.antwoord(zaak, await this.#stelVraag(zaak, persoon, organisatie));
  }

  /** What is asked of a party, with the link of its mail open. */
  async #stelVraag(zaak: Zaak, persoon: string, organisatie: string): Promise<Loket> {
    const vraag = this.#plant(zaak.situatie, 'vraag');
    const { verzoeken } = await this.#over(zaak).doe(persoon, 'verzoeken', { soort: 'vraag', organisatie, vraag });
    zaak.verzoek = verzoeken[0].id;
    return this.partijen.gevraagd(zaak);
  }

  async #doorgegeven(): Promise<void> {
    const zaak = await this.#dienIn('doorgegeven', 'metgezel.noord', { organisatie: 'GM0014' });
    await this.partijen.geefDoor(zaak, await this.#stelVraag(zaak, 'metgezel.noord', 'GM0014'));
  }

  async #eigen(): Promise<void> {
    const naam = this.#plant('eigen', 'namens');
    const email = `${this.#plant('eigen', 'namens')}@voorbeeld.nl`;
    const zaak = await this.#dienIn('eigen', 'metgezel.noord', { organisatie: 'GM0014', namens: { naam, email } });
    await this.#vraag(zaak, 'metgezel.noord', 'GM0014');
    const { doe, werk } = this.#over(zaak);
    await doe('coordinator.noord', 'notities', { notitie: werk() });
    await doe('metgezel.noord', `verzoeken/${zaak.verzoek}/toestemmingen`, TOESTEMMING);
    await this.partijen.consulent(zaak, email);
  }

  async #opgeschaald(): Promise<void> {
    const zaak = await this.#dienIn('opgeschaald', 'metgezel.noord', { wens: 'hulp', motief: 'geen_reactie' });
    const { doe, werk } = this.#over(zaak);
    const kern = () => this.#plant('opgeschaald', 'kern');
    await doe('coordinator.noord', 'toewijzingen', { aan: 'coordinator.noord', toelichting: werk() });
    await doe('coordinator.noord', 'meedenkers', { persoon: 'metgezel.west', toelichting: werk() });
    await doe('metgezel.noord', 'aanvullingen', { aanvulling: kern() });
    await doe('metgezel.noord', 'spoedvragen', { reden: kern() });
    await doe('coordinator.noord', 'indelingen', { knelpunttypen: ['DOMEIN'], toelichting: werk() });
    await doe('coordinator.noord', 'verlengingen', { toelichting: werk() });
    const overdracht = { geprobeerd: werk(), gevraagd: werk(), gewenst: werk() };
    const poging = { partij: werk(), datum: '2026-03-25', antwoord: werk() };
    await doe('coordinator.noord', 'escalaties', { motief: 'afgewezen', overdracht, poging });
    await doe('landelijk', 'oppakkingen');
    await doe('landelijk', 'aanpakken', { aanpak: werk(), herzienDatum: over(14) });
    await doe('metgezel.noord', 'toestemmingen', { niveau: 'landelijk', ...TOESTEMMING });
  }

  async #overgedragen(): Promise<void> {
    const zaak = await this.#dienIn('overgedragen', 'metgezel.noord', { wens: 'hulp', motief: 'geen_reactie' });
    const { doe, werk } = this.#over(zaak);
    await doe('coordinator.noord', 'oppakkingen');
    await doe('coordinator.noord', 'overdrachten', { regio: 'WEST', toelichting: werk() });
    await doe('coordinator.west', 'oppakkingen');
    const { toestemmingen } = await doe('metgezel.noord', 'toestemmingen', { niveau: 'regionaal', ...TOESTEMMING });
    await doe('metgezel.noord', `toestemmingen/${toestemmingen[0].id}/intrekkingen`);
    await doe('coordinator.west', 'pauzes', { reden: 'anders', totEnMetDatum: over(7), toelichting: werk() });
  }

  async #gesloten(): Promise<void> {
    const zaak = await this.#dienIn('gesloten', 'metgezel.noord', { wens: 'hulp', motief: 'geen_reactie' });
    await this.#sluit(zaak, 'coordinator.noord');
    const toelichting = this.#plant('gesloten', 'kern');
    await this.#over(zaak).doe('metgezel.noord', 'ervaringen', { ervaring: 'helpt', toelichting });
  }

  async #sluit(zaak: Zaak, coordinator: string): Promise<void> {
    const { doe, werk } = this.#over(zaak);
    await doe(coordinator, 'oppakkingen');
    await doe(coordinator, 'notities', { notitie: werk() });
    const terugkoppeling = this.#plant(zaak.situatie, 'terugkoppeling');
    await doe(coordinator, 'uitkomsten', { uitkomst: 'opgelost', toelichting: werk(), terugkoppeling });
  }

  async #belangBijNaam(): Promise<void> {
    const anders = { organisatie: BELANG, gemeente: 'GM0193', wens: 'hulp', motief: 'geen_reactie' };
    await this.#sluit(await this.#dienIn('belang_bij_naam', 'metgezel.zorgaanbieder', anders), 'coordinator.oost');
  }

  async #belangBijVerzoek(): Promise<void> {
    const anders = { gemeente: 'GM0193', wens: 'hulp', motief: 'geen_reactie' };
    const zaak = await this.#dienIn('belang_bij_verzoek', 'metgezel.zorgaanbieder', anders);
    const { doe, werk } = this.#over(zaak);
    await doe('coordinator.oost', 'oppakkingen');
    await doe('coordinator.oost', 'notities', { notitie: werk() });
    await this.#vraag(zaak, 'coordinator.oost', BELANG);
    await doe('metgezel.zorgaanbieder', 'toestemmingen', { niveau: 'regionaal', ...TOESTEMMING });
  }

  /** Filed with haste, brought to landelijk, and left there until the clock tells programmaleiding. */
  async #verteld(): Promise<void> {
    const spoed = { urgentie: 'spoed', spoedreden: this.#plant('verteld', 'kern') };
    const zaak = await this.#dienIn('verteld', 'metgezel.west', { gemeente: 'GM0599', wens: 'hulp', ...spoed });
    const { doe, werk } = this.#over(zaak);
    await doe('coordinator.west', 'oppakkingen');
    const overdracht = { geprobeerd: werk(), gevraagd: werk(), gewenst: werk() };
    const poging = { partij: werk(), datum: '2026-03-25', antwoord: werk() };
    await doe('coordinator.west', 'escalaties', { motief: 'afgewezen', overdracht, poging });
    const { leesStand, mijlpaal } = this.app.uitvoeren;
    for (let { volgende } = await leesStand(zaak.id, LANG_GELEDEN); !(await this.#isVerteld(zaak));) {
      if (volgende === null) throw new Error('The clock never told programmaleiding');
      ({ volgende } = await mijlpaal(zaak.id, volgende.sleutel, volgende.op));
    }
  }

  /** The same as what metgezel.noord filed in another region: it closes, and each sees of both what they saw. */
  async #samengevoegd(): Promise<void> {
    const anders = { gemeente: 'GM0599', wens: 'hulp', motief: 'geen_reactie' };
    const zaak = await this.#dienIn('samengevoegd', 'metgezel.west', anders);
    const { doe, werk } = this.#over(zaak);
    await doe('coordinator.west', 'oppakkingen');
    await this.#vraag(zaak, 'coordinator.west', 'GM0014');
    const melder = 'metgezel.west';
    const { toestemmingen } = await doe(melder, `verzoeken/${zaak.verzoek}/toestemmingen`, TOESTEMMING);
    await doe(melder, `toestemmingen/${toestemmingen[0].id}/intrekkingen`);
    await doe('landelijk', 'samenvoegingen', { met: this.#nummer('eigen'), toelichting: werk() });
  }

  async #teWissen(): Promise<Zaak> {
    const hulp = { wens: 'hulp', motief: 'geen_reactie' };
    const zaak = await this.#dienIn('gewist', 'metgezel.noord', { organisatie: 'GM0014', ...hulp });
    await this.#sluit(zaak, 'coordinator.noord');
    return zaak;
  }

  /** Two people confirmed it, and no worker has destroyed anything yet: all of it is still there. */
  async #gewist({ situatie, nummer }: Zaak): Promise<void> {
    const verzoek = { signaal: nummer, grond: 'bezwaar', reden: 'Per brief.' };
    const { id } = await this.#doe('landelijk', '/wissingen', verzoek);
    for (const wie of ['landelijk', 'beheer']) await this.#doe(wie, `/wissingen/${id}/bevestigingen`);
    // What people were answered before that is no leak.
    const ervan = this.kanaries.filter((kanarie) => kanarie.situatie === situatie);
    const zonder = this.antwoorden.filter(({ inhoud }) => !ervan.some(({ kanarie }) => inhoud.includes(kanarie)));
    this.antwoorden.splice(0, Infinity, ...zonder);
  }

  async #isVerteld({ id }: Zaak): Promise<boolean> {
    const aan = 'programmaleiding';
    return (await rows(this.app.db(), sql`select from bericht where stroom = ${id} and gebruiker = ${aan}`)).length > 0;
  }
}
