import type { ServerResponse } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** What an answer that could not be given must not leave behind on the one that takes its place. */
const OF_THE_ANSWER = ['content-type', 'content-length', 'content-disposition', 'etag', 'location', 'set-cookie'];

/** Answers that are too long to be kept in memory. */
const FLOWING = new WeakSet<ServerResponse>();

/** Answers with what `source` gives, as it comes. Who goes away before its end has had the answer. */
export async function sendAsItComes(res: ServerResponse, source: Readable): Promise<void> {
  FLOWING.add(res);
  await pipeline(source, res).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ERR_STREAM_PREMATURE_CLOSE') throw error;
  });
}

/**
 * Holds the answer of `res` back until `before` has been done: not one byte of it leaves earlier. When that fails nothing of it leaves
 * at all, and `failed` may answer otherwise. Answers are kept in memory meanwhile, except what is sent as it comes, which waits
 * with its first piece, and a stream of events, which has no end to wait for.
 */
export function holdAnswer(res: ServerResponse, before: () => Promise<void>, failed: (error: unknown) => void): void {
  const [write, end] = [res.write.bind(res), res.end.bind(res)];
  const kept: Buffer[] = [];
  const letGo = (): void => void Object.assign(res, { write, end });

  let [isBegun, isEnding] = [false, false];

  async function finish(): Promise<void> {
    try {
      await before();
    } catch (error) {
      letGo();
      for (const header of res.headersSent ? [] : OF_THE_ANSWER) res.removeHeader(header);
      res.statusCode = 500;
      return failed(error);
    }
    letGo();
    if (!isEnding) {
      res.write(Buffer.concat(kept));
      res.emit('drain');
    } else if (kept.length === 0) res.end();
    else res.end(Buffer.concat(kept));
  }

  const keep = (args: readonly unknown[]): void => {
    const [chunk, encoding] = args;
    if (typeof chunk === 'string')
      kept.push(Buffer.from(chunk, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'));
    else if (chunk instanceof Uint8Array) kept.push(Buffer.from(chunk));
  };
  const tell = (args: readonly unknown[]): void => {
    const told = args.at(-1);
    if (typeof told === 'function') res.once('finish', () => void told());
  };

  res.write = ((...args: unknown[]): boolean => {
    if (isStreamOfEvents(res)) return (write as (...all: unknown[]) => boolean)(...args);
    keep(args);
    tell(args);
    if (!FLOWING.has(res)) return true;
    if (!isBegun) void finish();
    isBegun = true;
    return false;
  }) as ServerResponse['write'];
  res.end = ((...args: unknown[]): ServerResponse => {
    if (isEnding) return res;
    isEnding = true;
    keep(args);
    tell(args);
    if (!isBegun) void finish();
    return res;
  }) as ServerResponse['end'];
}

function isStreamOfEvents(res: ServerResponse): boolean {
  return String(res.getHeader('content-type')).startsWith('text/event-stream');
}
