import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A way to PostgreSQL on which the reply to a commit can be held back, and the connection then cut: it is done, and the client never hears so. */
export class TrageCommit implements AsyncDisposable {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  readonly #url: URL;
  #vang: ((knip: () => void) => void) | null = null;

  private constructor(url: string) {
    this.#url = new URL(url);
    this.#server = createServer((klant) => this.#verbind(klant));
  }

  static async open(url: string): Promise<TrageCommit> {
    const proxy = new TrageCommit(url);
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  /** The same database, by this way. */
  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return Object.assign(new URL(this.#url), { hostname: '127.0.0.1', port: String(port) }).href;
  }

  /** Resolves once the server has replied to the next commit, with what cuts the connection before the client hears it. */
  volgende(): Promise<() => void> {
    return new Promise((resolve) => (this.#vang = resolve));
  }

  #verbind(klant: Socket): void {
    const server = connect(Number(this.#url.port === '' ? 5432 : this.#url.port), this.#url.hostname);
    let vangt: ((knip: () => void) => void) | null = null;
    for (const socket of [klant, server]) {
      this.#sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => (socket === klant ? server : klant).destroy());
    }
    klant.on('data', (stuk) => {
      if (this.#vang !== null && /commit\0/i.test(stuk.toString('latin1'))) {
        vangt = this.#vang;
        this.#vang = null;
      }
      server.write(stuk);
    });
    server.on('data', (stuk) => {
      if (vangt === null) return void klant.write(stuk);
      vangt(() => klant.destroy());
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
