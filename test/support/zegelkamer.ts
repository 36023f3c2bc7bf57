import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { Client } from 'pg';

import { bewaardeRegels, zegelVoor } from '#activities/audit/bewaard.ts';
import { controleer } from '#activities/audit/controleren.ts';
import { ruimLogboekOp } from '#activities/audit/opruimen.ts';
import { verzegel, type Zegelonderdelen } from '#activities/audit/verzegelen.ts';
import { createZegelmap, type Zegelmap } from '#activities/audit/zegelmap.ts';
import { createDatabaseContext, type DatabaseContext } from '#db/context.ts';
import type { Controleverslag } from '#domain/audit/controle.ts';
import { createVerzegeling, type GetekendZegel, tekstVan } from '#domain/audit/keten.ts';
import { type Datum, opUur } from '#domain/tijd/amsterdam.ts';
import { keepSealKeys, sealKeysOf } from '#platform/embedded/seal-keys.ts';
import { hexHash } from '#platform/hash.ts';
import { type IsSigned, readPublicKeys, readSigner, type Signer } from '#platform/signing.ts';

import { testDatabase } from './database.ts';
import { dropTestDatabase, superuserUrl } from './postgres.ts';

type Onderdeel = 'url' | 'dir' | 'context' | 'beheerder' | 'zegelmap' | 'ondertekenaar' | 'isSigned';

/** A log on a database of its own, with keys and a folder outside it, and somebody who may do everything in PostgreSQL. */
export class Zegelkamer {
  readonly url: string;
  /** What DATA_DIR is to the service: `zegel/` has the keys, `zegels/` the seals. */
  readonly dir: string;
  readonly context: DatabaseContext;
  readonly beheerder: Client;
  readonly zegelmap: Zegelmap;
  readonly ondertekenaar: Signer;
  readonly isSigned: IsSigned;

  private constructor(onderdelen: Pick<Zegelkamer, Onderdeel>) {
    const { url, dir, context, beheerder, zegelmap, ondertekenaar, isSigned } = onderdelen;
    [this.url, this.dir, this.context, this.beheerder] = [url, dir, context, beheerder];
    [this.zegelmap, this.ondertekenaar, this.isSigned] = [zegelmap, ondertekenaar, isSigned];
  }

  static async open(): Promise<Zegelkamer> {
    const url = await testDatabase();
    const dir = await mkdtemp(path.join(tmpdir(), 'signaalpunt-zegels-'));
    const beheerder = new Client({ connectionString: await superuserUrl(url) });
    // A test may end PostgreSQL under it.
    beheerder.on('error', () => undefined);
    await beheerder.connect();
    const config = { dataDir: dir, seals: { dir: path.join(dir, 'zegels') } };
    await keepSealKeys(config);
    const { keyFile, publicKeyFile } = sealKeysOf(config);
    return new Zegelkamer({
      url,
      dir,
      context: await createDatabaseContext(url),
      beheerder,
      zegelmap: createZegelmap(config.seals.dir),
      ondertekenaar: await readSigner(keyFile, 'ZEGEL_KEY_FILE'),
      isSigned: await readPublicKeys(publicKeyFile, 'ZEGEL_PUBLIC_KEY_FILE'),
    });
  }

  /** Lines as an API would leave them. */
  async schrijf(aantal: number): Promise<void> {
    await this.beheerder.query(
      `insert into logregel (verrichting, operatie, afloop, persoon, rollen, ingang, spoor, bijzonderheden)
       select 'lezen', 'GET /api/v1/signalen/:signaal', 'gelukt', 'persoon.' || n, '{metgezel}', 'api', md5(n::text),
              jsonb_build_object('status', 200, 'ms', n % 40)
         from generate_series(1, $1) n`,
      [aantal],
    );
  }

  verzegel(anders: Partial<Zegelonderdelen> = {}): Promise<GetekendZegel | null> {
    const { ondertekenaar, zegelmap } = this;
    return verzegel({ database: this.context.database, ondertekenaar, zegelmap, ...anders });
  }

  /** What is written now, as if it was written and sealed on that day. */
  async verzegelOp(dag: Datum): Promise<GetekendZegel> {
    const { database } = this.context;
    const db = database.voor({ rol: 'dienst', dienst: 'verzegelen' });
    const vorige = await zegelVoor(db);
    const op = opUur(dag, 12);
    await this.knoei(`update logregel set op = '${op}' where nr > ${vorige?.tot ?? 0}`);
    const verzegeling = createVerzegeling(vorige, op, hexHash);
    for await (const regel of bewaardeRegels(db, vorige, Number.MAX_SAFE_INTEGER)) verzegeling.regel(regel);
    const nieuw = verzegeling.klaar();
    if (nieuw === null) throw new Error('Nothing to seal');
    const { keyId, sign } = this.ondertekenaar;
    const zegel = { ...nieuw, sleutel: keyId, handtekening: sign(tekstVan(nieuw)) };
    await this.beheerder.query(
      `insert into logzegel select r.nummer, r.dag, r.tot, r.aantal, decode($2, 'hex'), r.op, r.sleutel, decode($3, 'hex')
         from jsonb_to_record($1) as r (nummer int, dag date, tot bigint, aantal int, op timestamptz, sleutel text)`,
      [JSON.stringify(zegel), zegel.hash, zegel.handtekening],
    );
    await this.zegelmap.vulAan([zegel]);
    return zegel;
  }

  /** The hour in which the worker takes away what had its term. Returns how many lines went. */
  ruimOp(): Promise<number> {
    const { zegelmap, isSigned } = this;
    return ruimLogboekOp({ database: this.context.database, zegelmap, isSigned });
  }

  controleer(vanaf: string | null = null): Promise<Controleverslag> {
    const { zegelmap, isSigned } = this;
    return controleer({ database: this.context.database, zegelmap, isSigned }, vanaf);
  }

  /** What is found, as `soort zegel van-tot`. */
  async bevindingen(): Promise<string[]> {
    const { bevindingen } = await this.controleer();
    return bevindingen.map(({ soort, zegel, van, tot }) => `${soort} ${zegel} ${van}-${tot}`);
  }

  knoei(...statements: readonly string[]): Promise<void> {
    return knoeiMet(this.beheerder, statements);
  }

  async sluit(): Promise<void> {
    await this.context[Symbol.asyncDispose]();
    await this.beheerder.end();
    await dropTestDatabase(this.url);
    await rm(this.dir, { recursive: true, force: true });
  }
}

/** Does in this database what no role of ours may do. */
export async function knoeiIn(url: string, ...statements: readonly string[]): Promise<void> {
  const beheerder = new Client({ connectionString: await superuserUrl(url) });
  await beheerder.connect();
  try {
    await knoeiMet(beheerder, statements);
  } finally {
    await beheerder.end();
  }
}

/** The triggers look away. */
async function knoeiMet(beheerder: Client, statements: readonly string[]): Promise<void> {
  await beheerder.query(['begin', `set local session_replication_role = 'replica'`, ...statements, 'commit'].join(';'));
}
