import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

import type { Logger } from 'pino';

import { ADRESSEN } from '#contract/adressen.ts';

/** How long requests that are under way may take once the process is asked to stop. */
const UITLOOP_MS = 10_000;

/** How long a request may take to arrive: the short time, or the long one when `magLang` says so of what has arrived by then. */
export interface Geduld {
  kortMs: number;
  langMs: number;
  magLang: (req: IncomingMessage) => Promise<boolean>;
}

/** The long one is enough for 21 MB over a line of 0.3 Mbit/s. */
export const GEDULD_MS = { kortMs: 30_000, langMs: 600_000 } as const;

export interface Luisteraar {
  /** Resolves with the port once connections are accepted, on every address of the machine or on one. */
  begin: (port: number, host?: string) => Promise<number>;
  stopt: () => boolean;
  /** Takes nothing new, finishes what is under way, and resolves when the last connection is gone. */
  stop: () => Promise<void>;
}

/** The life of an HTTP server: begin, refuse what is not HTTP in the words of this API, stop without breaking off. */
export function luister(server: Server, log: Logger, geduld: Geduld): Luisteraar {
  let stopt = false;
  server.keepAliveTimeout = 65_000;
  // Node knows one limit for all requests, so the short one is ours.
  server.headersTimeout = geduld.kortMs;
  server.requestTimeout = geduld.langMs;
  server.on('request', (req, res) => {
    const bewaker = setTimeout(() => void breekTraagAf(req, res, geduld), geduld.kortMs).unref();
    // All of it has arrived, or it never will. An answer alone is no reason to let the rest come in for ever.
    req.once('close', () => clearTimeout(bewaker));
    // A connection that was busy when the process was asked to stop is idle now, and would be waited for.
    res.once('close', () => stopt && setImmediate(() => server.closeIdleConnections()));
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    log.debug({ err: error }, 'not an HTTP request');
    if (error.code === 'ECONNRESET' || !socket.writable) return;
    socket.end(ruwProbleem(STATUS[error.code ?? ''] ?? 400));
  });
  return {
    begin: (port, host) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen({ port, host }, () => resolve((server.address() as AddressInfo).port));
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

async function breekTraagAf(req: IncomingMessage, res: ServerResponse, { magLang }: Geduld): Promise<void> {
  const magDoor = req.complete || (await magLang(req).catch(() => false));
  if (magDoor || req.complete) return;
  const socket: Socket = req.socket;
  if (!res.headersSent && socket.writable) socket.write(ruwProbleem(408));
  socket.destroySoon();
}

const STATUS: Readonly<Record<string, 408 | 431>> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 };
const ZINNEN = {
  400: ['Bad Request', 'Dit is geen geldig HTTP-verzoek.'],
  408: ['Request Timeout', 'Het verzoek kwam niet op tijd helemaal binnen.'],
  431: ['Request Header Fields Too Large', 'De headers zijn te groot.'],
} as const;

/** A problem document for what never became a request, or never all of one. */
function ruwProbleem(status: keyof typeof ZINNEN): string {
  const [reden, zin] = ZINNEN[status];
  const body = JSON.stringify({
    type: `${ADRESSEN.documentatie()}#probleem-ongeldige_invoer`,
    title: zin,
    status,
    code: 'ongeldige_invoer',
  });
  const regels = [
    `HTTP/1.1 ${status} ${reden}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  return `${regels.join('\r\n')}\r\n\r\n${body}`;
}
