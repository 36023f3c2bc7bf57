import { createServer } from 'node:net';

/** A free TCP port on 127.0.0.1: the preferred one if it is free, else any. */
export async function freePort(preferred = 0): Promise<number> {
  if (preferred !== 0 && !(await isFree(preferred, '127.0.0.1'))) return freePort();
  return preferred === 0 ? anyPort() : preferred;
}

/** Whether a server may listen on this port, on one address or (without host) on all. */
export async function isFree(port: number, host?: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, ...(host === undefined ? {} : { host }), exclusive: true }, () =>
      probe.close(() => resolve(true)),
    );
  });
}

async function anyPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen({ port: 0, host: '127.0.0.1', exclusive: true }, () => {
      const address = probe.address();
      const port = address !== null && typeof address === 'object' ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
