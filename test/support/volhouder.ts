import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import { haalToken } from '#api/token/haal-token.ts';

/** Longer than anything may take to be answered, also where a process lay frozen meanwhile. */
const NOOIT_LANGER_MS = 60_000;
const NOG_EENS_MS = 100;

/** One thing that was asked of the API, under one key. */
export interface Daad {
  wie: string;
  pad: string;
  body: object;
  sleutel: string;
}

/** What became of one try: its answer, or that the connection broke before there was one. */
type Uitslag = { status: number; body: Record<string, unknown>; retryAfter: string | null } | 'afgebroken';

/** Somebody who asks again, under the same key, until there is an answer; and remembers what was asked. */
export class Volhouder {
  readonly gedaan: Daad[] = [];
  /** Asked once and never again, with whether there was a yes. */
  readonly eenmalig: { daad: Daad; isJa: boolean }[] = [];
  /** How many tries had no answer, or were told to come back. */
  gehaperd = 0;
  traagste = 0;
  readonly #url: string;
  readonly #tokens = new Map<string, string>();

  private constructor(url: string) {
    this.#url = url;
  }

  static async open(url: string, mensen: readonly string[]): Promise<Volhouder> {
    const volhouder = new Volhouder(url);
    for (const wie of mensen) volhouder.#tokens.set(wie, await haalToken(url, wie));
    return volhouder;
  }

  /** Does it, until the answer is yes. Throws when it is no. */
  async doe(wie: string, pad: string, body: object = {}): Promise<Record<string, unknown>> {
    const daad = { wie, pad, body, sleutel: randomUUID() };
    const antwoord = await this.herhaal(daad);
    this.gedaan.push(daad);
    return antwoord;
  }

  /** The same under the key that it had. */
  async herhaal(daad: Daad): Promise<Record<string, unknown>> {
    for (;;) {
      const uitslag = await this.#probeer(daad);
      if (uitslag !== 'afgebroken' && uitslag.status === 201) return uitslag.body;
      if (uitslag !== 'afgebroken' && uitslag.status !== 503)
        throw new Error(`${daad.wie} ${daad.pad}: ${uitslag.status} ${JSON.stringify(uitslag.body)}`);
      this.gehaperd += 1;
      await sleep(NOG_EENS_MS);
    }
  }

  /** Asks once, and lets it be whatever comes of it. */
  async doeEenmalig(wie: string, pad: string, body: object): Promise<void> {
    const daad = { wie, pad, body, sleutel: randomUUID() };
    const uitslag = await this.#probeer(daad);
    this.eenmalig.push({ daad, isJa: uitslag !== 'afgebroken' && uitslag.status === 201 });
  }

  async lees(wie: string, pad: string): Promise<Record<string, unknown>> {
    for (;;) {
      const uitslag = await this.#vraag(wie, pad, {});
      if (uitslag !== 'afgebroken' && uitslag.status === 200) return uitslag.body;
      await sleep(NOG_EENS_MS);
    }
  }

  #probeer({ wie, pad, body, sleutel }: Daad): Promise<Uitslag> {
    return this.#vraag(wie, pad, {
      method: 'POST',
      headers: { 'idempotency-key': sleutel, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }

  /** Throws when there is no answer for longer than is allowed, or when "not now" is not said as it should be. */
  async #vraag(wie: string, pad: string, init: RequestInit): Promise<Uitslag> {
    const begin = performance.now();
    try {
      const antwoord = await fetch(`${this.#url}/api/v1${pad}`, {
        ...init,
        headers: { authorization: `Bearer ${this.#tokens.get(wie)}`, ...(init.headers as Record<string, string>) },
        signal: AbortSignal.timeout(NOOIT_LANGER_MS),
      });
      const body = (await antwoord.json()) as Record<string, unknown>;
      const retryAfter = antwoord.headers.get('retry-after');
      if (antwoord.status === 503 && (retryAfter === null || !/ (?:opnieuw|nog eens)/.test(String(body['detail']))))
        throw new SlechtGezegd(`${pad}: ${retryAfter} ${JSON.stringify(body)}`);
      return { status: antwoord.status, body, retryAfter };
    } catch (fout) {
      if (fout instanceof SlechtGezegd) throw fout;
      if (fout instanceof Error && fout.name === 'TimeoutError')
        throw new SlechtGezegd(`No answer for a minute: ${wie} ${pad}`, { cause: fout });
      return 'afgebroken';
    } finally {
      this.traagste = Math.max(this.traagste, performance.now() - begin);
    }
  }
}

class SlechtGezegd extends Error {}
