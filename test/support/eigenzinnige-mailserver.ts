import { type AddressInfo, createServer, type Socket } from 'node:net';

/** What happens next, as the server sees it: a connection, a command, or the end of a message. */
export type Moment = 'CONNECT' | 'EHLO' | 'MAIL' | 'RCPT' | 'DATA' | 'CONTENT' | 'RSET' | 'QUIT' | 'STARTTLS';

/** Answers otherwise than a mail server should. undefined: as it should. null: never. */
export type Eigenzin = (moment: Moment, regel: string, socket: Socket) => string | null | undefined;

export interface EigenzinnigeMailserver extends AsyncDisposable {
  url: string;
  /** Every message whose end came in, whatever the sender was told of it. */
  ontvangen: string[];
  wees: (eigenzin: Eigenzin) => void;
}

const NETJES: Readonly<Record<Moment, string>> = {
  CONNECT: '220 mail.voorbeeld.nl',
  EHLO: '250 mail.voorbeeld.nl',
  MAIL: '250 2.1.0 ok',
  RCPT: '250 2.1.5 ok',
  DATA: '354 go on',
  CONTENT: '250 2.0.0 taken',
  RSET: '250 2.0.0 ok',
  QUIT: '221 2.0.0 bye',
  STARTTLS: '502 5.5.1 not here',
};

/** An SMTP server of which a test decides each word. */
export async function eigenzinnigeMailserver(eerst: Eigenzin = () => undefined): Promise<EigenzinnigeMailserver> {
  let eigenzin = eerst;
  const ontvangen: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    const zeg = (moment: Moment, regel: string): boolean => {
      const anders = eigenzin(moment, regel, socket);
      if (anders === null || socket.destroyed) return false;
      const antwoord = anders ?? NETJES[moment];
      socket.write(`${antwoord}\r\n`);
      return antwoord.startsWith('354');
    };
    let binnen = '';
    let isBericht = false;
    zeg('CONNECT', '');
    socket.on('data', (stuk) => {
      binnen += stuk.toString('latin1');
      for (;;) {
        const einde = isBericht ? '\r\n.\r\n' : '\r\n';
        const tot = binnen.indexOf(einde);
        if (tot < 0) return;
        const regel = binnen.slice(0, tot);
        binnen = binnen.slice(tot + einde.length);
        if (isBericht) {
          isBericht = false;
          ontvangen.push(regel);
          zeg('CONTENT', regel);
          continue;
        }
        const woord = (regel.split(/[ :]/)[0] ?? '').toUpperCase() as Moment;
        if (zeg(woord, regel) && woord === 'DATA') isBericht = true;
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    ontvangen,
    wees: (anders) => (eigenzin = anders),
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
