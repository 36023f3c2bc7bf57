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

/** Below the ports that the system gives to outgoing connections, so that none of those takes it before it is used. */
async function anyPort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 12_000);
    if (await isFree(port, '127.0.0.1')) return port;
  }
}
