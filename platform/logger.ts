import { pino, type DestinationStream, type Logger, type Level } from 'pino';

const SECRETS = 'authorization cookie set-cookie password wachtwoord token payloadKey databaseUrl smtpUrl email'.split(
  ' ',
);
const PLACES = ['', '*.', '*.*.'];

/** JSON lines on standard output. What must never be in a log is cut out by name, three objects deep. */
export function createLogger(name: string, level: Level | 'silent', destination?: DestinationStream): Logger {
  const paths = PLACES.flatMap((place) =>
    SECRETS.map((secret) => (place === '' ? quoted(secret) : `${place.slice(0, -1)}${bracketed(secret)}`)),
  );
  const options = { name, level, redact: { paths, censor: '[weg]' }, formatters: { bindings: () => ({ name }) } };
  return destination === undefined ? pino(options) : pino(options, destination);
}

function quoted(key: string): string {
  return key.includes('-') ? `["${key}"]` : key;
}

function bracketed(key: string): string {
  return key.includes('-') ? `["${key}"]` : `.${key}`;
}
