import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';

const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
/** Every command that reads settings, with an argument that it needs. */
const OPDRACHTEN: Record<string, { main: string; argument?: string; invoer?: string }> = {
  herstel: { main: 'activities/herstel/main.ts' },
  reis: { main: 'activities/reis/main.ts', argument: 'S-2027-0001' },
  token: { main: 'api/token/main.ts', argument: 'metgezel.noord' },
  post: { main: 'activities/post/main.ts' },
  bounce: { main: 'activities/bounce/main.ts', invoer: 'Subject: x\r\n\r\nx' },
  gebruikers: { main: 'activities/gebruikers/main.ts', argument: 'mensen.csv' },
};

describe('a command of npm', () => {
  // Each is a process of its own, and a busy machine starts those slowly.
  let map: string;
  beforeEach(async () => (map = await mkdtemp(path.join(tmpdir(), 'signaalpunt-test-opdracht-'))));
  afterEach(() => rm(map, { recursive: true }));

  async function draai(
    main: string,
    { argument, invoer, env = {} }: { argument?: string; invoer?: string; env?: Record<string, string> } = {},
  ): Promise<{ code: number | null; uit: string }> {
    const { PATH = '', HOME = '' } = process.env;
    const child = spawn(
      process.execPath,
      ['--import', TSX, path.resolve(main), ...(argument === undefined ? [] : [argument])],
      { cwd: map, env: { PATH, HOME, ...env } },
    );
    child.stdin.end(invoer ?? '');
    const einde = new Promise<number | null>((resolve) => child.once('close', resolve));
    const [uit, fout] = await Promise.all([text(child.stdout), text(child.stderr)]);
    return { code: await einde, uit: uit + fout };
  }

  for (const [naam, { main, ...rest }] of Object.entries(OPDRACHTEN)) {
    it(`${naam} reads .env, and says that the running one may have another DATA_DIR`, async () => {
      await writeFile(path.join(map, '.env'), 'DATA_DIR=elders\n');
      const { code, uit } = await draai(main, rest);
      assert.equal(code, 1);
      assert.equal(
        uit,
        `Er draait geen Signaalpunt op ${path.join(map, 'elders')}: begin met "npm start". Draait het met een andere DATA_DIR? ` +
          'Zet dezelfde DATA_DIR ook voor deze opdracht.\n',
      );
    });
  }

  it('start reads .env, the environment has the last word, and without one nothing is said of it', async () => {
    await writeFile(path.join(map, '.env'), 'PORT=vol\n');
    const { code, uit } = await draai('platform/embedded/main.ts');
    assert.equal(code, 1);
    assert.match(uit, /PORT moet een getal zijn/);
    await writeFile(path.join(map, '.env'), 'DATA_DIR=elders\n');
    assert.match((await draai('api/token/main.ts', { env: { DATA_DIR: 'hier' } })).uit, /op \S*hier: begin/);
    await rm(path.join(map, '.env'));
    assert.match(
      (await draai('api/token/main.ts', { env: { DATA_DIR: 'hier' } })).uit,
      /^Er draait geen Signaalpunt op \S*hier:/,
    );
  });

  it('bounce without a mail says how it is used', async () => {
    const { code, uit } = await draai('activities/bounce/main.ts');
    assert.equal(code, 1);
    assert.match(uit, /^Gebruik: npm run bounce < mail\.eml/);
  });
});
