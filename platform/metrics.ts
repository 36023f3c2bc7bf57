import { createServer, type Server } from 'node:http';

import { collectDefaultMetrics, Registry } from 'prom-client';

export interface MetricsOptions {
  registry: Registry;
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
 * Serves figures for Prometheus under `/metrics`, on a port that is for operators alone. What cannot be read now stays as it was, and
 * `metrics_source_up` says so: figures are most wanted when something is away.
 */
export function createMetricsServer({ registry, refresh, upstream }: MetricsOptions): Server {
  return createServer((req, res) => {
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
