import assert from 'node:assert/strict';
import path from 'node:path';

import { createPost } from '#activities/post/post.ts';
import { createPosttransport } from '#activities/post/transport.ts';
import { createUitvoeren, type Uitvoeren } from '#activities/schrijven/uitvoeren.ts';
import { msVan, type Tijdstip } from '#domain/tijd/amsterdam.ts';
import { startMailbox } from '#platform/smtp.ts';

import type { Verhaal } from '../../demo/verhaal.ts';
import { vergelijk } from '../../demo/verslag.ts';
import { maakWereld, type Wereld, type Zaak } from '../../demo/wereld.ts';
import { type Client, startApp } from './app.ts';
import { Werkplaats } from './worker.ts';

/** A whole Signaalpunt in this process: API, pages, worker, post and mailbox, in which every signaal is filed at `vertrek`. */
export class Reiswereld {
  readonly werkplaats: Werkplaats;
  readonly app: Client;
  readonly wereld: Wereld;
  readonly sluit: () => Promise<void>;

  private constructor(werkplaats: Werkplaats, app: Client, wereld: Wereld, sluit: () => Promise<void>) {
    this.werkplaats = werkplaats;
    this.app = app;
    this.wereld = wereld;
    this.sluit = sluit;
  }

  static async open(vertrek: Tijdstip): Promise<Reiswereld> {
    const werkplaats = await Werkplaats.open();
    const { database, client, uitvoeren, wekken } = werkplaats;
    // Filed on the minute, however long ago this world was opened.
    const opTijd: Uitvoeren['voerUit'] = (stroom, opdracht, opties) => {
      const voorsprongMs = msVan(vertrek) - Date.now();
      return createUitvoeren({ database, reizen: true, voorsprongMs }).voerUit(stroom, opdracht, opties);
    };
    const app = await startApp({ database: werkplaats.databaseUrl, voerUit: opTijd });
    const postDir = path.join(app.dir, 'post');
    const mailbox = await startMailbox({ dir: postDir, port: 0 });
    const transport = createPosttransport(mailbox.url);
    const post = createPost({
      database,
      transport,
      publicUrl: app.url,
      from: 'Signaalpunt <post@signaalpunt.example>',
    });
    const bezorg = async (): Promise<void> => {
      await post.bundel();
      await post.verzend();
    };
    await werkplaats.startWorker();
    const wereld = maakWereld({
      database,
      client,
      uitvoeren,
      wekken,
      bezorg,
      apiUrl: app.url,
      postDir,
      verzend: bezorg,
    });
    return new Reiswereld(werkplaats, app, wereld, async () => {
      transport.close();
      await mailbox.close();
      await app.stop();
      await werkplaats.sluit();
    });
  }

  /** Asserts that exactly this happened to a signaal, on time, and that exactly this was mailed, once. */
  async gebeurde(zaak: Zaak, hoort: Pick<Verhaal, 'verwacht' | 'post'>): Promise<void> {
    await this.wereld.bezorg(zaak);
    assert.deepEqual(await vergelijk(this.wereld, hoort, zaak), []);
    assert.deepEqual(this.app.fouten, []);
  }
}
