import assert from 'node:assert/strict';
import path from 'node:path';

import type { Tijdstip } from '#domain/tijd/amsterdam.ts';
import { startMailbox } from '#platform/smtp.ts';

import type { Verhaal } from '../../demo/verhaal.ts';
import { vergelijk } from '../../demo/verslag.ts';
import { maakWereld, type Wereld, type Wereldonderdelen, type Zaak } from '../../demo/wereld.ts';
import { type Client, startApp } from './app.ts';
import { Werkplaats } from './worker.ts';

/** A whole Signaalpunt in this process: API, pages, worker, post and mailbox, in which every signaal is filed at `vertrek`. */
export class Reiswereld {
  readonly werkplaats: Werkplaats;
  readonly app: Client;
  readonly onderdelen: Wereldonderdelen;
  readonly wereld: Wereld;
  readonly sluit: () => Promise<void>;

  private constructor(werkplaats: Werkplaats, app: Client, onderdelen: Wereldonderdelen, sluit: () => Promise<void>) {
    this.werkplaats = werkplaats;
    this.app = app;
    this.onderdelen = onderdelen;
    this.wereld = maakWereld(onderdelen);
    this.sluit = sluit;
  }

  static async open(vertrek: Tijdstip): Promise<Reiswereld> {
    const werkplaats = await Werkplaats.open({ vertrek });
    const { context } = werkplaats;
    const app = await startApp({ database: werkplaats.databaseUrl, voerUit: context.uitvoeren.voerUit });
    const postDir = path.join(app.dir, 'post');
    const mailbox = await startMailbox({ dir: postDir, port: 0 });
    const post = context.post({ smtpUrl: mailbox.url, publicUrl: app.url });
    const bezorg = async (): Promise<void> => {
      await post.bundel();
      await post.verzend();
    };
    await werkplaats.startWorker();
    const onderdelen = { ...context, bezorg, apiUrl: app.url, postDir, verzend: bezorg };
    return new Reiswereld(werkplaats, app, onderdelen, async () => {
      post.close();
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
