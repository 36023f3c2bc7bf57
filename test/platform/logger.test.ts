import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

import { Gebruiker } from '#db/entities/gebruiker.ts';
import { rows, sql } from '#db/sql.ts';
import { withEntities } from '#db/transaction.ts';
import { DomainError } from '#domain/errors.ts';
import { type ErrorDescription, sayError } from '#platform/describe-error.ts';
import { createLogger } from '#platform/logger.ts';
import { Schrijfkamer } from '#test/support/schrijfkamer.ts';

/** What nobody may find in a log. */
const CASUS = 'Mees de Boer, 6 jaar, woont in de Kerkstraat';

describe('the logger', () => {
  let lines: string[] = [];
  const log = createLogger('api', 'info', { write: (line) => void lines.push(line) });
  beforeEach(() => (lines = []));

  it('writes JSON lines with the fields that it knows, and no others', () => {
    log.info({ route: '/api/v1/signalen', status: 200, token: CASUS, email: CASUS, req: { body: CASUS } }, 'request');
    log.debug('too quiet');
    assert.equal(lines.length, 1);
    assert.ok(!lines.join('').includes(CASUS));
    const line = JSON.parse(lines.join('')) as Record<string, unknown>;
    assert.deepEqual(Object.keys(line), ['level', 'time', 'name', 'route', 'status', 'msg']);
    assert.deepEqual([line['name'], line['msg'], line['route']], ['api', 'request', '/api/v1/signalen']);
  });

  it('does not take what is in a field for the fields of an object, nor fills in a message', () => {
    log.info({ nieuw: ['mail_wacht', { detail: CASUS }], code: { detail: CASUS }, status: [{ detail: CASUS }] }, 'x');
    log.info('x %s', CASUS);
    assert.ok(!lines.join('').includes(CASUS));
    assert.match(lines[0] ?? '', /"nieuw":\["mail_wacht"\]/);
  });

  it('tells our own words of an error, with its code and the place', () => {
    log.error(
      {
        err: new Error('Policy 7 was stored and cannot be read', {
          cause: new DomainError('gesloten', 'Dit signaal is gesloten.'),
        }),
      },
      'x',
    );
    const { err } = JSON.parse(lines.join('')) as { err: ErrorDescription };
    assert.equal(err.message, 'Policy 7 was stored and cannot be read');
    assert.match(err.stack ?? '', /^at .*logger\.test\.ts/);
    assert.equal(err.cause?.code, 'gesloten');
  });

  it('tells nothing that a library or the engine quotes', () => {
    for (const quotes of [
      () => JSON.parse(`{"knelpunt": ${CASUS}`) as unknown,
      () => new Intl.DateTimeFormat(CASUS),
      () => decodeURIComponent(`%${CASUS}`),
      () => Buffer.alloc(CASUS as unknown as number),
    ]) {
      let fault: unknown;
      try {
        quotes();
      } catch (error) {
        fault = error;
      }
      log.error({ err: fault }, 'x');
      log.error(fault);
    }
    const smtp = Object.assign(new Error(`Can't send mail - 550 <${CASUS}>`), { response: CASUS, code: 'EENVELOPE' });
    log.error({ err: new AggregateError([smtp], '1 of them failed') }, 'x');
    log.error({ err: CASUS, error: { message: CASUS } }, 'x');
    assert.ok(!lines.join('').includes(CASUS), lines.join(''));
    assert.ok(!lines.join('').includes('Kerkstraat'), lines.join(''));
    assert.match(lines.join(''), /"type":"SyntaxError"/);
    assert.match(lines.join(''), /"code":"EENVELOPE"/);
  });
});

describe('an error of PostgreSQL in the log', () => {
  let kamer: Schrijfkamer;
  before(async () => (kamer = await Schrijfkamer.open()));
  after(() => kamer.sluit());

  it('has its code, its table and rule, and nothing of what people wrote', async () => {
    const lines: string[] = [];
    const log = createLogger('api', 'info', { write: (line) => void lines.push(line) });
    const faults = [
      // detail: Key (nummer)=(…) already exists
      sql`insert into organisatie (id, naam, type) select ${CASUS}, 'x', 'gemeente' from generate_series(1, 2)`,
      // detail: Failing row contains (…)
      sql`insert into gebruiker (id, naam, email, telefoon, rollen, regios) values ('x', ${CASUS}, null, '', '{}', '{}')`,
      // the message itself
      sql`select ${CASUS}::text::uuid`,
      // where: PL/pgSQL function …
      sql`select ${CASUS}::text::jsonb`,
    ];
    for (const fault of faults) {
      const error = await rows(kamer.orm.em.getKysely(), fault).then(
        () => assert.fail('PostgreSQL takes it'),
        (thrown: unknown) => thrown,
      );
      log.error({ err: error }, 'request failed');
      log.error(error);
      log.warn({ err: new Error('It did not work', { cause: error }) }, 'x');
      log.warn({ err: new AggregateError([error], 'Some did not work') }, 'x');
      lines.push(sayError(error));
    }
    // The statement of an entity manager holds what people wrote.
    const vanEntiteit = await withEntities(kamer.orm, async (em) => {
      em.create(Gebruiker, {
        id: 'metgezel.noord',
        naam: CASUS,
        email: CASUS,
        telefoon: CASUS,
        rollen: [],
        regios: [],
      });
    }).then(
      () => assert.fail('PostgreSQL takes it'),
      (thrown: unknown) => thrown,
    );
    log.error({ err: vanEntiteit }, 'request failed');
    log.error(vanEntiteit);
    lines.push(sayError(vanEntiteit));
    const whole = lines.join('\n');
    for (const word of CASUS.split(/\W+/).filter(({ length }) => length > 3)) assert.ok(!whole.includes(word), word);
    for (const code of ['23505', '23502', '22P02', 'organisatie_pkey', 'gebruiker_pkey', '"table":"gebruiker"']) {
      assert.ok(whole.includes(code), code);
    }
    assert.ok(!/detail|"where"|select|insert/.test(whole), whole);
    assert.match(lines[0] ?? '', /logger\.test\.ts/);
  });
});

describe('a process of ours that falls over', () => {
  const CODE = `
    import { endOnUncaught, runCommand } from './platform/last-resort.ts';
    import { createLogger } from './platform/logger.ts';
    const fault = Object.assign(new SyntaxError('${CASUS}'), { detail: '${CASUS}', code: '22P02' });`;

  it('says so in its log, and ends', async () => {
    const { code, output } = await run(
      `${CODE} endOnUncaught(createLogger('worker', 'info')); setInterval(() => {}, 1e6); Promise.reject(fault);`,
    );
    assert.equal(code, 1);
    assert.ok(!output.includes('Mees'), output);
    assert.match(output, /"level":60.*"code":"22P02".*"msg":"uncaught"/);
  });

  it('says so on the terminal when it is a command', async () => {
    const { code, output } = await run(`${CODE} await runCommand(() => Promise.reject(fault), 'Het lukt niet.');`);
    assert.equal(code, 1);
    assert.ok(!output.includes('Mees'), output);
    assert.match(output, /^Het lukt niet\.\n {2}SyntaxError 22P02\n/);
  });

  async function run(code: string): Promise<{ code: number | null; output: string }> {
    const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', code], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
    const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)]);
    return { code: await ended, output: out + err };
  }
});
