import { maakPartnerlink } from '#activities/schrijven/partnerlink.ts';
import { text } from '#db/columns.ts';
import { rows, sql } from '#db/sql.ts';
import type { Client } from '#test/support/app.ts';
import { Loket } from '#test/support/loket.ts';

import { ONBEKEND } from './loop.ts';
import type { Deel, Situatie } from './verwacht.ts';
import type { Kanarie, Zaak } from './zaken.ts';

interface Bezoek {
  loket: Loket;
  situatie: Situatie;
}

/** Whoever came in by a link, and of what. */
export class Partijen {
  readonly app: Client;
  readonly kanaries: readonly Kanarie[];
  readonly plant: (situatie: Situatie, deel: Deel) => string;
  /** Who answered. */
  readonly antwoorders: Bezoek[] = [];
  readonly consulenten: Bezoek[] = [];
  /** Who handed the question on to a colleague. */
  readonly doorgevers: Bezoek[] = [];

  constructor(app: Client, kanaries: readonly Kanarie[], plant: (situatie: Situatie, deel: Deel) => string) {
    this.app = app;
    this.kanaries = kanaries;
    this.plant = plant;
  }

  /** The party of the verzoek, at an address of its own, with the link of its mail open. */
  async gevraagd(zaak: Zaak): Promise<Loket> {
    const adres = `loket.${zaak.situatie.replaceAll('_', '.')}@voorbeeld.nl`;
    await rows(this.app.db(), sql`update partij set email = ${adres} where verzoek = ${zaak.verzoek}`);
    await rows(this.app.db(), sql`update bericht set adres = ${adres} where verzoek = ${zaak.verzoek}`);
    return this.#link(zaak, zaak.verzoek, adres);
  }

  /** An answer with a file. */
  async antwoord(zaak: Zaak, loket: Loket): Promise<void> {
    const { situatie } = zaak;
    const naam = `${this.plant(situatie, 'bestand')}.pdf`;
    const inhoud = `%PDF-1.4 ${this.plant(situatie, 'bestand')}`;
    const toelichting = this.plant(situatie, 'antwoord');
    const { status } = await loket.antwoord('afgewezen', { toelichting }, [new File([inhoud], naam)]);
    if (status !== 303) throw new Error(`The party of ${situatie} was answered ${status}`);
    const [bijlage] = await rows(this.app.db(), sql`select id from bijlage where stroom = ${zaak.id}`, { id: text });
    zaak.bijlage = bijlage?.id ?? ONBEKEND;
    for (const kanarie of this.kanaries)
      if (kanarie.situatie === situatie && ['vraag', 'antwoord', 'bestand'].includes(kanarie.deel))
        kanarie.verzoek = zaak.verzoek;
    this.antwoorders.push({ loket, situatie });
  }

  /** Handed on to a colleague, who answers. */
  async geefDoor(zaak: Zaak, loket: Loket): Promise<void> {
    const collegaEmail = 'collega@voorbeeld.nl';
    const toelichting = this.plant(zaak.situatie, 'antwoord');
    const { status } = await loket.antwoord('doorgegeven', { collegaNaam: 'Piet Prins', collegaEmail, toelichting });
    if (status !== 303) throw new Error(`Handing it on was answered ${status}`);
    this.doorgevers.push({ loket, situatie: zaak.situatie });
    await this.antwoord(zaak, await this.#link(zaak, zaak.verzoek, collegaEmail));
  }

  /** On whose behalf was filed. */
  async consulent(zaak: Zaak, adres: string): Promise<void> {
    this.consulenten.push({ loket: await this.#link(zaak, null, adres), situatie: zaak.situatie });
  }

  async #link({ id }: Zaak, verzoek: string | null, adres: string): Promise<Loket> {
    const nu = new Date().toISOString();
    const token = await maakPartnerlink(this.app.db(), { stroom: id, verzoek, adres, nu });
    const loket = new Loket(this.app, id, verzoek ?? '', token, adres);
    await loket.open();
    return loket;
  }
}
