import assert from 'node:assert/strict';

import { Pool } from 'pg';

import { loopDoor } from '#test/paginas/loop.ts';
import { type Client, startApp } from '#test/support/app.ts';
import { Bezoeker } from '#test/support/bezoeker.ts';
import { kleinProefjaar } from '#test/support/proefjaar.ts';

/** What one page asks for at the same time, of the ten connections that a process has. */
const HOOGSTENS = 3;
const TEGELIJK = 60;

/**
 * A process with one connection answers every page. Whoever held it while waiting for another would wait for ever, and nobody can be in
 * the way of anybody else where no page ever does.
 */
describe('the connections that pages take', () => {
  let app: Client;
  /** How many were held or waited for at the same time, since it was last looked at. */
  let samen = 0;
  /** How often one was asked for. */
  let keren = 0;
  let isGeduldig = false;
  // oxlint-disable-next-line typescript/unbound-method -- it is given its pool below
  const { connect } = Pool.prototype;

  before(async () => {
    app = await startApp({ connections: { poolMax: 1, patient: true } });
    await kleinProefjaar(app.database, 12);
    // oxlint-disable-next-line typescript/no-explicit-any -- pg gives this method two shapes
    Pool.prototype.connect = function (this: Pool, ...args: any[]): any {
      if (this.options.max === 1 && isGeduldig) this.options.connectionTimeoutMillis = 0;
      const client: unknown = Reflect.apply(connect, this, args);
      if (this.options.max === 1) keren += 1;
      if (this.options.max === 1) samen = Math.max(samen, this.totalCount - this.idleCount + this.waitingCount);
      return client;
    };
  });
  after(async () => {
    Pool.prototype.connect = connect;
    await app.stop();
  });
  afterEach(() => assert.deepEqual(app.fouten, []));

  it('of Melden are asked for a few times, for what each wish leads to is looked ahead to at once', async () => {
    const melder = new Bezoeker(app.url);
    await melder.logIn('metgezel.noord');
    keren = 0;
    assert.match((await melder.volg('/melden')).tekst, /Bij spoed: /);
    assert.ok(keren <= 12, `${keren} times`);
  });

  for (const rol of ['landelijk', 'metgezel.noord', 'beheer']) {
    it(`of ${rol} are few, and none is held while another is waited for`, async () => {
      const veel: string[] = [];
      class Meter extends Bezoeker {
        override async volg(...vraag: Parameters<Bezoeker['volg']>) {
          samen = 0;
          const bezoek = await super.volg(...vraag);
          if (samen > HOOGSTENS) veel.push(`${vraag[0]} takes ${samen}`);
          return bezoek;
        }
      }
      const { paginas, fouten } = await loopDoor(app.url, rol, ['/'], new Meter(app.url));
      assert.ok(paginas.length > 10, `${paginas.length} pages`);
      assert.deepEqual([fouten, veel], [[], []]);
    });
  }

  it(`are enough for ${TEGELIJK} who read at the same time`, async () => {
    const bezoeker = new Bezoeker(app.url);
    await bezoeker.logIn('landelijk');
    isGeduldig = true;
    const paden = ['/vandaag', '/signalen', '/patronen', '/cijfers', '/rapporten', '/wat-werkt'];
    const antwoorden = await Promise.all(
      Array.from({ length: TEGELIJK }, (_, i) => bezoeker.volg(paden[i % paden.length] ?? '/')),
    );
    assert.deepEqual([...new Set(antwoorden.map(({ status }) => status))], [200]);
  });
});
