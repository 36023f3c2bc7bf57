import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const OVERIG = {
  PATH: process.env['PATH'],
  INGEBED: '1',
  DATABASE_URL: 'postgres://signaalpunt@127.0.0.1:1/signaalpunt',
  TEMPORAL_ADDRESS: '127.0.0.1:1',
  SMTP_URL: 'smtp://127.0.0.1:1',
  PAYLOAD_KEY: Buffer.alloc(32, 7).toString('base64'),
};

describe('a process that cannot start with what it was given', () => {
  let dir: string;
  beforeEach(async () => (dir = await mkdtemp(path.join(tmpdir(), 'signaalpunt-starten-'))));
  afterEach(() => rm(dir, { recursive: true, force: true }));

  function start(main: string, anders: Record<string, string | undefined>) {
    const env = { ...OVERIG, DATA_DIR: dir, ...anders };
    const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', main], {
      encoding: 'utf8',
      env,
    });
    return { status, stdout, stderr };
  }

  it('says everything that is wrong with its settings, for whoever starts it, and nothing of its code', async () => {
    const map = path.join(dir, 'sleutels.json');
    await mkdir(map, { mode: 0o700 });
    for (const [main, setting] of [
      ['api/main.ts', 'SMTP_URL'],
      ['activities/main.ts', 'DATABASE_URL'],
      ['web/codec/main.ts', 'PAYLOAD_KEY'],
    ] as const) {
      const { status, stdout, stderr } = start(main, { SLEUTELS_FILE: map, [setting]: undefined });
      assert.deepEqual([status, stdout], [1, ''], main);
      assert.match(stderr, /^De instellingen kloppen niet:\n(?:- [^\n]+\.\n)+$/, main);
      assert.ok(stderr.includes(`- ${setting} ontbreekt`), stderr);
    }
    const { stderr } = start('api/main.ts', { SLEUTELS_FILE: map });
    assert.equal(
      stderr,
      `De instellingen kloppen niet:\n- SLEUTELS_FILE: ${map}: er staat een map op die plaats; haal die weg en zet het bestand terug uit een kopie.\n`,
    );
  });

  it('says in one line of its log what is wrong with a file that it needs, and that a key that was there must be put back', async () => {
    const sleutel = path.join(dir, 'zegel.pem');
    const zegt = (): unknown[] => {
      const { status, stdout } = start('activities/main.ts', { ZEGEL_KEY_FILE: sleutel });
      assert.equal(status, 1);
      const regels = stdout.trim().split('\n');
      return regels.map((regel) => JSON.parse(regel).msg);
    };
    assert.deepEqual(zegt(), [`ZEGEL_KEY_FILE: het bestand ${sleutel} is niet te lezen: het is er niet.`]);
    await writeFile(sleutel, '', { mode: 0o600 });
    assert.deepEqual(zegt(), [
      `ZEGEL_KEY_FILE: in ${sleutel} staat geen sleutel van Ed25519 in PEM. Stond die er wel, zet het bestand dan terug uit uw kopie. Is dit de eerste keer, maak dan een paar zoals docs/runbook.md zegt.`,
    ]);
  });
});
