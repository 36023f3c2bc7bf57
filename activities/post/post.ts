import type { Database } from '#db/database.ts';

import type { Afzender } from './brief.ts';
import { bundel } from './bundelen.ts';
import { createPosttransport, VERBINDINGEN } from './transport.ts';
import { createVerzender, verzend } from './verzenden.ts';

/** For whom its queries run. */
const ALS = { rol: 'dienst', dienst: 'post' } as const;

export interface Postonderdelen {
  database: Database;
  /** The mail server: `smtp://` or `smtps://`, with user name and password where needed. */
  smtpUrl: string;
  /** Where people reach the service, such as `https://signaalpunt.example`; links in mails start with it. */
  publicUrl: string;
  /** The sender, such as `Signaalpunt <post@signaalpunt.example>`. Its domain ends every Message-ID. */
  from: string;
}

export interface Post {
  /** Turns every bericht whose time has come into mails that will never change. Returns how many mails were made. */
  bundel: () => Promise<number>;
  /** Sends what waits, oldest first per person. Returns how many mails the server took. */
  verzend: () => Promise<number>;
  /** Lets the mail server go. */
  close: () => void;
}

/**
 * The post of the service. Both functions may run at any time, in any number of processes: rows are leased, and a mail
 * whose delivery is uncertain is sent again with the same Message-ID. What fails for one person holds up nobody else;
 * `bundel` then throws an AggregateError once the others are served. Whoever calls this closes it.
 */
export function createPost({ database, smtpUrl, publicUrl, from }: Postonderdelen): Post {
  const transport = createPosttransport(smtpUrl);
  const afzender: Afzender = { publicUrl: publicUrl.replace(/(?<!\/)\/+$/, ''), from };
  const verzender = createVerzender({ db: database.voor(ALS), transport, afzender, vrij: VERBINDINGEN });
  return {
    bundel: () => bundel(database, afzender),
    verzend: () => verzend(verzender),
    // What the server takes longer over than a round lasts is not waited for: it is sent again.
    close: () => transport.close({ force: true }),
  };
}
