import type { Express } from 'express';

interface Laag {
  route?: { path: string; methods: Readonly<Record<string, boolean>> };
  handle: { stack?: readonly Laag[] };
}

/** The method and address of everything that is mounted, below the path of its router. */
export function gemonteerd(app: Express): { paginas: string[]; api: string[] } {
  const lagen = (app as unknown as { router: { stack: readonly Laag[] } }).router.stack.map(routesIn);
  const isApi = (routes: readonly string[]): boolean => routes.includes('get /openapi.json');
  return { paginas: lagen.filter((routes) => !isApi(routes)).flat(), api: lagen.filter(isApi).flat() };
}

function routesIn({ route, handle }: Laag): string[] {
  if (route !== undefined) return Object.keys(route.methods).map((methode) => `${methode} ${route.path}`);
  return (handle.stack ?? []).flatMap(routesIn);
}
