import type { Config } from '../config.ts';
import { isFree } from '../ports.ts';
import { StartError } from '../start-error.ts';

/** This machine alone, unless a setting says otherwise: what is started here hands out tokens without a password. */
export function listenAddressOf({ web: { listenAddress = '127.0.0.1' } }: Pick<Config, 'web'>): string {
  return listenAddress;
}

/** Where this machine itself reaches the API, without a slash at the end. */
export function apiUrlOf(config: Pick<Config, 'web'>): string {
  return `http://${reachable(listenAddressOf(config))}:${config.web.port}`;
}

/** Throws StartError when somebody else has the port of the API. */
export async function needFreePort(config: Pick<Config, 'web'>): Promise<void> {
  const { port } = config.web;
  if (await isFree(port, listenAddressOf(config))) return;
  throw new StartError(
    `Poort ${port} is al in gebruik: stop wat daar draait, of kies een andere, zoals PORT=${port + 1} npm start.`,
  );
}

export function isLoopback(address: string): boolean {
  return address.startsWith('127.') || address === '::1';
}

/** How this machine itself reaches what listens on an address, for in a URL. */
function reachable(address: string): string {
  if (address === '0.0.0.0') return '127.0.0.1';
  if (address === '::') return '[::1]';
  return address.includes(':') ? `[${address}]` : address;
}
