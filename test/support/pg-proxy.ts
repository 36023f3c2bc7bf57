import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

interface Line {
  client: Socket;
  server: Socket;
  frozen: boolean;
  /** What the server replied, and the client does not hear yet. */
  kept: Buffer[];
}

/** `pass` sends the message on after all; `port` is by which PostgreSQL knows this connection. */
type AtMessage = (pass: () => void, port: number) => Promise<void>;

/** A way to PostgreSQL that can fail as networks do: swallow everything without a word, be closed, or lose the reply to one message. */
export class PgProxy implements AsyncDisposable {
  readonly url: string;
  readonly #server: Server;
  readonly #lines = new Set<Line>();
  /** The reply to the next message that holds this text gets lost, and its connection with it. */
  #loses: string | undefined;
  /** Replies are kept until a message holds this text. */
  #until: string | undefined;
  #refuses = false;
  /** How many messages came so far. */
  #heard = 0;
  #atMessage: { number: number; act: AtMessage } | undefined;
  /** How many messages still come through before everything freezes. */
  #left = Number.POSITIVE_INFINITY;

  private constructor(server: Server, url: string) {
    this.#server = server;
    this.url = url;
  }

  /** A way to the database at `databaseUrl`, under a URL of its own. */
  static async open(databaseUrl: string): Promise<PgProxy> {
    const to = new URL(databaseUrl);
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const url = new URL(databaseUrl);
    url.port = String(port);
    const proxy = new PgProxy(server, url.href);
    server.on('connection', (client) => proxy.#join(client, Number(to.port), to.hostname));
    return proxy;
  }

  /** Whatever is sent over the connections of now gets nowhere any more, and nobody is told. Later ones work. Returns how many there were. */
  freeze(): number {
    for (const line of this.#lines) line.frozen = true;
    return this.#lines.size;
  }

  /** The same after so many messages more: a moment that does not hang on how fast the machine is. */
  freezeAfter(messages: number): void {
    this.#left = messages;
  }

  /** Nobody hears a reply any more before somebody has sent this text. Whoever waits for an answer first waits for ever. */
  keepRepliesUntil(text: string): void {
    this.#until = text;
  }

  /** Does this in the place of passing on the message of that number: a moment that does not hang on how fast the machine is. */
  atMessage(number: number, act: AtMessage): void {
    this.#atMessage = { number, act };
  }

  get messages(): number {
    return this.#heard;
  }

  loseReplyTo(text: string): void {
    this.#loses = text;
  }

  /** Cuts every connection, and takes no new one until `open` says so. */
  close(): void {
    this.#refuses = true;
    for (const { client } of this.#lines) client.destroy();
  }

  reopen(): void {
    this.#refuses = false;
  }

  #join(client: Socket, port: number, host: string): void {
    if (this.#refuses) {
      client.destroy();
      return;
    }
    const line: Line = { client, server: connect(port, host), frozen: false, kept: [] };
    const { server } = line;
    let isLosing = false;
    this.#lines.add(line);
    client.on('data', (piece) => {
      if (line.frozen) return;
      if (this.#left <= 0) {
        this.#left = Number.POSITIVE_INFINITY;
        this.freeze();
        return;
      }
      this.#left -= 1;
      this.#heard += 1;
      if (this.#heard === this.#atMessage?.number) {
        client.pause();
        const pass = (): void => void server.write(piece);
        void this.#atMessage.act(pass, server.localPort ?? 0).then(() => client.resume());
        return;
      }
      if (this.#loses !== undefined && piece.includes(this.#loses)) {
        this.#loses = undefined;
        isLosing = true;
      }
      if (this.#until !== undefined && piece.includes(this.#until)) {
        this.#until = undefined;
        for (const reply of line.kept.splice(0)) client.write(reply);
      }
      server.write(piece);
    });
    server.on('data', (piece) => {
      if (line.frozen) return;
      if (isLosing) client.destroy();
      else if (this.#until === undefined) client.write(piece);
      else line.kept.push(piece);
    });
    for (const socket of [client, server]) {
      socket.on('error', () => undefined);
      socket.on('close', () => {
        // Of a frozen line nobody hears anything, also not that it ended.
        if (line.frozen) return;
        this.#lines.delete(line);
        client.destroy();
        server.destroy();
      });
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const { client, server } of this.#lines) {
      client.destroy();
      server.destroy();
    }
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
