import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

interface Lijn {
  klant: Socket;
  server: Socket;
  /** Swallows everything without a word, and for good. */
  dood: boolean;
  /** What came in while the line hung, each with where it has to go. */
  wacht: (() => void)[];
}

/** A way between two parts that can fail as networks do, whatever is said over it. */
export class Draad implements AsyncDisposable {
  /** How many messages came by, either way. */
  berichten = 0;
  readonly #server: Server;
  readonly #lijnen = new Set<Lijn>();
  #hangt = false;
  #isDicht = false;
  #traagMs = 0;
  #zwijgt = false;

  private constructor(naar: number) {
    this.#server = createServer({ allowHalfOpen: true }, (klant) => this.#verbind(klant, naar));
  }

  static async open(naar: number): Promise<Draad> {
    const draad = new Draad(naar);
    await new Promise<void>((resolve) => draad.#server.listen(0, '127.0.0.1', resolve));
    return draad;
  }

  get poort(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  /** What is there now is dead, and nobody is told. */
  bevries(): void {
    for (const lijn of this.#lijnen) lijn.dood = true;
  }

  /** The same, also for every connection that is made until `herstel`: it is taken, and nothing ever comes. */
  zwijg(): void {
    this.bevries();
    this.#zwijgt = true;
  }

  /** Nothing comes through until `herstel`, and then all of it. */
  hang(): void {
    this.#hangt = true;
  }

  /** Cuts all connections with a reset. */
  breek(): void {
    for (const { klant, server } of this.#lijnen) {
      klant.resetAndDestroy();
      server.resetAndDestroy();
    }
  }

  /** To one end it looks as if the other has nothing more to say. */
  sluitHalf(): void {
    for (const { klant } of this.#lijnen) klant.end();
  }

  /** The same with a reset, and no new connection is taken until `herstel`. */
  sluit(): void {
    this.#isDicht = true;
    this.breek();
  }

  /** Each message takes so long, until `herstel`. */
  vertraag(ms: number): void {
    this.#traagMs = ms;
  }

  herstel(): void {
    this.#isDicht = false;
    this.#hangt = false;
    this.#zwijgt = false;
    this.#traagMs = 0;
    for (const lijn of this.#lijnen) for (const gaDoor of lijn.wacht.splice(0)) gaDoor();
  }

  #verbind(klant: Socket, naar: number): void {
    if (this.#isDicht) {
      klant.resetAndDestroy();
      return;
    }
    const server = connect({ port: naar, host: '127.0.0.1', allowHalfOpen: true });
    const lijn: Lijn = { klant, server, dood: this.#zwijgt, wacht: [] };
    this.#lijnen.add(lijn);
    for (const [van, aan] of [
      [klant, server],
      [server, klant],
    ] as const) {
      van.on('data', (stuk) => {
        this.berichten += 1;
        this.#geefDoor(lijn, () => aan.write(stuk));
      });
      van.on('end', () => this.#geefDoor(lijn, () => aan.end()));
      van.on('error', () => undefined);
      van.on('close', () => {
        if (lijn.dood) return;
        this.#lijnen.delete(lijn);
        aan.destroy();
      });
    }
  }

  #geefDoor(lijn: Lijn, doe: () => void): void {
    if (lijn.dood) return;
    const alsHetKan = (): void => {
      if (!lijn.dood && !lijn.klant.destroyed && !lijn.server.destroyed) doe();
    };
    // In order: what hangs before it goes first.
    if (this.#hangt || lijn.wacht.length > 0) lijn.wacht.push(alsHetKan);
    else if (this.#traagMs > 0) setTimeout(alsHetKan, this.#traagMs);
    else alsHetKan();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const { klant, server } of this.#lijnen) {
      klant.destroy();
      server.destroy();
    }
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
