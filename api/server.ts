import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Logger } from 'pino';

/** How long requests that are under way may take once the process is asked to stop. */
const UITLOOP_MS = 10_000;

export interface Luisteraar {
  /** Resolves with the port once connections are accepted. */
  begin: (port: number) => Promise<number>;
  stopt: () => boolean;
  /** Takes nothing new, finishes what is under way, and resolves when the last connection is gone. */
  stop: () => Promise<void>;
}

/** The life of an HTTP server: begin, refuse what is not HTTP in the words of this API, stop without breaking off. */
export function luister(server: Server, log: Logger): Luisteraar {
  let stopt = false;
  server.keepAliveTimeout = 65_000;
  server.headersTimeout = 66_000;
  server.requestTimeout = 30_000;
  server.on('request', (_req, res) => {
    // A connection that was busy when the process was asked to stop is idle now, and would be waited for.
    res.once('close', () => stopt && setImmediate(() => server.closeIdleConnections()));
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    log.debug({ err: error }, 'not an HTTP request');
    if (error.code === 'ECONNRESET' || !socket.writable) return;
    socket.end(ruwProbleem(error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400));
  });
  return {
    begin: (port) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, () => resolve((server.address() as AddressInfo).port));
      }),
    stopt: () => stopt,
    stop: async () => {
      stopt = true;
      const { promise: dicht, resolve } = Promise.withResolvers<void>();
      server.close(() => resolve());
      server.closeIdleConnections();
      const wekker = setTimeout(() => server.closeAllConnections(), UITLOOP_MS);
      await dicht;
      clearTimeout(wekker);
    },
  };
}

/** A problem document for what never became a request. */
function ruwProbleem(status: 400 | 431): string {
  const zin = status === 431 ? 'De headers zijn te groot.' : 'Dit is geen geldig HTTP-verzoek.';
  const body = JSON.stringify({
    type: '/documentatie#probleem-ongeldige_invoer',
    title: zin,
    status,
    code: 'ongeldige_invoer',
  });
  const regels = [
    `HTTP/1.1 ${status} ${status === 431 ? 'Request Header Fields Too Large' : 'Bad Request'}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  return `${regels.join('\r\n')}\r\n\r\n${body}`;
}
