import { createServer, type Server } from 'node:http';

import { collectDefaultMetrics, Registry } from 'prom-client';

export interface MetricsOptions {
  registry: Registry;
  /** The parts of the process by name, and whether each does its work now: asked under `/health/ready`. */
  parts?: Readonly<Record<string, () => boolean>>;
  /** Brings gauges up to date before each reading. */
  refresh?: () => Promise<void>;
  /** Another source of figures on this machine, such as `http://127.0.0.1:9000/metrics`, that is passed on. */
  upstream?: string | undefined;
}

/** A registry with the figures that every Node process has: memory, event loop, garbage collection. */
export function createRegistry(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
}

/**
 * Serves figures for Prometheus under `/metrics`, and whether the process is well under `/health/ready`, on a port that is for operators alone. What cannot be read now stays as it was, and
 * `metrics_source_up` says so: figures are most wanted when something is away.
 */
export function createMetricsServer({ registry, refresh, upstream, parts = {} }: MetricsOptions): Server {
  return createServer((req, res) => {
    if (req.url === '/health/ready') {
      const ready = Object.fromEntries(Object.entries(parts).map(([name, isReady]) => [name, isReady()]));
      const status = Object.values(ready).every(Boolean) ? 200 : 503;
      res.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
      res.end(JSON.stringify(ready));
      return;
    }
    if (req.url !== '/metrics') {
      res.writeHead(404).end();
      return;
    }
    void read().then((text) => res.writeHead(200, { 'content-type': registry.contentType }).end(text));
  });

  async function read(): Promise<string> {
    const isFresh = await succeeds(refresh?.());
    const other = upstream === undefined ? '' : await fetchText(upstream);
    const up = [
      ...(refresh === undefined ? [] : [`metrics_source_up{source="database"} ${isFresh ? 1 : 0}`]),
      ...(upstream === undefined ? [] : [`metrics_source_up{source="temporal"} ${other === '' ? 0 : 1}`]),
    ];
    const lines = up.length === 0 ? '' : `# TYPE metrics_source_up gauge\n${up.join('\n')}\n`;
    return `${await registry.metrics()}${lines}${other}`;
  }
}

async function succeeds(work: Promise<void> | undefined): Promise<boolean> {
  return work === undefined
    ? true
    : work.then(
        () => true,
        () => false,
      );
}

async function fetchText(url: string): Promise<string> {
  try {
    return await (await fetch(url, { signal: AbortSignal.timeout(2_000) })).text();
  } catch {
    return '';
  }
}
