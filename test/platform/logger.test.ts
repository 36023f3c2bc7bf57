import assert from 'node:assert/strict';

import { createLogger } from '#platform/logger.ts';

describe('the logger', () => {
  it('writes JSON lines without what must never be in a log, three objects deep', () => {
    const lines: string[] = [];
    const log = createLogger('api', 'info', { write: (line) => void lines.push(line) });
    log.info(
      {
        token: 'zzz',
        req: { headers: { authorization: 'Bearer zzz', cookie: 'zzz', host: 'hier' } },
        databaseUrl: 'zzz',
      },
      'gevraagd',
    );
    log.debug('te stil');
    assert.equal(lines.length, 1);
    assert.ok(!lines.join('').includes('zzz'));
    const line = JSON.parse(lines.join('')) as Record<string, unknown>;
    assert.equal(line['name'], 'api');
    assert.equal(line['msg'], 'gevraagd');
    assert.match(lines.join(''), /"host":"hier"/);
  });
});
