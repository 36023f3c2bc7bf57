import PostalMime, { type Email } from 'postal-mime';

import { instant, text } from '#db/columns.ts';
import { type Db, rows, sql } from '#db/sql.ts';

import type { Afzender, Brief } from '../post/brief.ts';
import { legKlaar } from '../post/brieven.ts';

/**
 * What became of a mail to our own address: its sender hears that nobody read it; a program sent it, which nobody needs to answer; or
 * it is no reply to a mail of ours.
 */
export type Reactie = 'beantwoord' | 'automatisch' | 'onbekend';

/**
 * Answers somebody who replied to a mail that names nobody to reply to, once for each mail of ours. Only who got a mail of ours knows
 * its Message-ID, so we write to nobody who did not. `rawMail` as the mail server received it.
 */
export async function verwerkReactie(db: Db, afzender: Afzender, rawMail: Uint8Array | string): Promise<Reactie> {
  const mail = await PostalMime.parse(rawMail);
  const adres = mail.from?.address?.toLowerCase() ?? '';
  const ids = [mail.inReplyTo, mail.references].flatMap((koppen) => koppen?.match(/<[^\s<>]+>/g) ?? []);
  const [zending] = await rows(
    db,
    sql`select id, tijdstip(greatest(op, clock_timestamp())) as op from zending
         where message_id = any(${ids}::text[]) and message_id not like ${`<${SOORT}-%`} order by id desc limit 1`,
    { id: text, op: instant },
  );
  if (isAutomatisch(mail)) return 'automatisch';
  if (zending === undefined || !ADRES.test(adres)) return 'onbekend';
  await legKlaar(db, afzender, { adres, brief: BRIEF, sleutel: `${SOORT}-${zending.id}`, op: zending.op });
  return 'beantwoord';
}

/** How the Message-ID of our answer begins; on that one we do not answer again. */
const SOORT = 'ongelezen';
const ADRES = /^(?=.{3,254}$)[^\s@<>]+@[^\s@<>]+$/;

/** Programs that say by a header of their own that they answer, and addresses behind which nobody is. */
const ANTWOORDKOPPEN = ['x-autoreply', 'x-autorespond', 'x-autoresponse'];
const PROGRAMMA = /^(?:mailer-daemon|postmaster|no-?reply)@/;

/** Out of office, a mailing list, a report (RFC 3834): to answer those would go round. */
function isAutomatisch({ headers, from }: Email): boolean {
  const kop = (naam: string): string =>
    headers
      .find(({ key }) => key === naam)
      ?.value.trim()
      .toLowerCase() ?? '';
  const automatisch = kop('auto-submitted');
  return (
    (automatisch !== '' && automatisch !== 'no') ||
    /^(?:bulk|junk|list|auto_reply)$/.test(kop('precedence')) ||
    kop('list-id') !== '' ||
    kop('content-type').startsWith('multipart/report') ||
    kop('return-path') === '<>' ||
    ANTWOORDKOPPEN.some((naam) => !['', 'no'].includes(kop(naam))) ||
    PROGRAMMA.test(from?.address?.toLowerCase() ?? '')
  );
}

const BRIEF: Brief = {
  onderwerp: 'Uw antwoord is niet gelezen',
  aanhef: 'Goedendag,',
  alineas: [
    'U hebt geantwoord op een mail van Signaalpunt, de signaleringsdienst van Metgezel. Die mails komen van een adres dat niemand leest. Uw antwoord is dus niet gelezen, en niet bewaard.',
    'Wilt u bellen met de persoon die in onze mail staat? U kunt ook de link in die mail gebruiken.',
  ],
  gegevens: [],
  groepen: [],
  knop: null,
  voet: ['U krijgt deze mail omdat u op een mail van ons hebt geantwoord.'],
};
