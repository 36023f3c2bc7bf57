import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A way to an SMTP server that can lose the reply to a mail: the server has it, the sender never hears so. */
export class Proxy implements AsyncDisposable {
  /** How many replies to a mail are still to be lost. */
  teVerliezen = 0;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(naar: number) {
    this.#server = createServer((klant) => this.#verbind(klant, naar));
  }

  static async open(naar: number): Promise<Proxy> {
    const proxy = new Proxy(naar);
    await new Promise<void>((resolve) => proxy.#server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `smtp://127.0.0.1:${port}`;
  }

  #verbind(klant: Socket, naar: number): void {
    const server = connect(naar, '127.0.0.1');
    let staart = '';
    let isVerzonden = false;
    for (const socket of [klant, server]) {
      this.#sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => (socket === klant ? server : klant).destroy());
    }
    klant.on('data', (stuk) => {
      staart = (staart + stuk.toString('latin1')).slice(-5);
      isVerzonden ||= staart === '\r\n.\r\n';
      server.write(stuk);
    });
    server.on('data', (stuk) => {
      if (isVerzonden && this.teVerliezen > 0) {
        this.teVerliezen -= 1;
        klant.destroy();
        return;
      }
      isVerzonden = false;
      klant.write(stuk);
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
