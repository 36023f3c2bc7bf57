import { ADRESSEN } from '#contract/adressen.ts';
import type { Mail } from '#platform/smtp.ts';

import { Kruimels } from '../components/kruimels.tsx';
import { Melding } from '../components/melding.tsx';
import { Tabel } from '../components/tabel.tsx';
import { opSchrift } from '../datums.ts';
import { Layout, type PageContext } from '../layout.tsx';

interface Blad {
  mails: readonly Mail[];
  /** How many newer ones are on the pages before this. */
  begin: number;
  totaal: number;
  /** The first mail of the next page. */
  ouder: string | undefined;
}

/** What the service sent, page by page, the newest first. */
export function Postbus({ context, ...blad }: Blad & { context: PageContext }) {
  return (
    <Layout titel="Postbus" hier={ADRESSEN.postbus()} context={context}>
      <h1>Postbus</h1>
      <p className="inleiding">
        Alles wat Signaalpunt heeft verstuurd, het nieuwste eerst. Er is niets naar buiten gegaan.
      </p>
      {blad.totaal === 0 ? <LegePostbus /> : <Lijst {...blad} />}
    </Layout>
  );
}

function LegePostbus() {
  return (
    <Melding soort="info">
      <p>
        Er is nog geen post. <a href={`${ADRESSEN.start()}#proberen`}>Dien een signaal in</a> en kijk over een paar
        seconden nog eens.
      </p>
    </Melding>
  );
}

function Lijst({ mails, begin, totaal, ouder }: Blad) {
  return (
    <>
      <p>
        {totaal > mails.length
          ? `Bericht ${begin + 1} tot en met ${begin + mails.length} van ${totaal}.`
          : totaal === 1
            ? '1 bericht.'
            : `${totaal} berichten.`}
      </p>
      <Tabel
        koppen={['Onderwerp', 'Aan', 'Ontvangen']}
        rijen={mails.map(({ id, subject, to, receivedAt }) => ({
          sleutel: id,
          cellen: [
            <a href={ADRESSEN.brief({ id })}>{subject || 'Zonder onderwerp'}</a>,
            to.join(', '),
            <time dateTime={receivedAt}>{opSchrift(receivedAt)}</time>,
          ],
        }))}
      />
      {(begin > 0 || ouder !== undefined) && (
        <p>
          {begin > 0 && <a href={ADRESSEN.postbus()}>Naar de nieuwste berichten</a>}
          {begin > 0 && ouder !== undefined && ' · '}
          {ouder !== undefined && (
            <a href={`${ADRESSEN.postbus()}?vanaf=${encodeURIComponent(ouder)}`}>Oudere berichten</a>
          )}
        </p>
      )}
    </>
  );
}

/** One mail, as text and as it looks. */
export function Brief({ mail, context }: { mail: Mail; context: PageContext }) {
  return (
    <Layout titel={mail.subject || 'Bericht'} hier={ADRESSEN.postbus()} context={context}>
      <Kruimels
        boven={[
          { adres: ADRESSEN.start(), tekst: 'Start' },
          { adres: ADRESSEN.postbus(), tekst: 'Postbus' },
        ]}
      />
      <h1>{mail.subject || 'Zonder onderwerp'}</h1>
      <dl className="feiten">
        <dt>Van</dt>
        <dd>{mail.from}</dd>
        <dt>Aan</dt>
        <dd>{mail.to.join(', ')}</dd>
        <dt>Ontvangen</dt>
        <dd>
          <time dateTime={mail.receivedAt}>{opSchrift(mail.receivedAt)}</time>
        </dd>
        <dt>Message-ID</dt>
        <dd>
          <code>{mail.messageId}</code>
        </dd>
      </dl>
      {mail.html !== '' && (
        <>
          <h2>Zoals de ontvanger het ziet</h2>
          <iframe className="opmaak" title="De opgemaakte e-mail" src={ADRESSEN.opmaak({ id: mail.id })} sandbox="" />
        </>
      )}
      <h2>Als tekst</h2>
      <div className="brief">{mail.text}</div>
    </Layout>
  );
}
