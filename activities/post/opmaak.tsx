// oxlint-disable-next-line eslint/no-restricted-imports -- a mail is markup, though it is no page
import type { CSSProperties, ReactNode } from 'react';
// oxlint-disable-next-line eslint/no-restricted-imports -- a mail is markup, though it is no page
import { renderToStaticMarkup } from 'react-dom/server';

import { beladres } from '#domain/post/bellen.ts';

import type { Brief, Gegeven, Groep, DigestItem } from './brief.ts';
import { DE_KNOP } from './teksten/zinnen.ts';

const INKT = '#0b1f33';
const BLAUW = '#135083';
const GRIJS = '#4a5a6a';
const LETTER = "system-ui, -apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";

const STIJL = {
  blad: {
    margin: 0,
    padding: '16px',
    backgroundColor: '#eef3f8',
    color: INKT,
    fontFamily: LETTER,
    fontSize: '17px',
    lineHeight: 1.5,
    overflowWrap: 'anywhere',
  },
  kaart: {
    maxWidth: '560px',
    margin: '0 auto',
    backgroundColor: '#ffffff',
    borderTop: `4px solid ${BLAUW}`,
    padding: '20px',
  },
  merk: { margin: '0 0 16px', color: BLAUW, fontWeight: 700 },
  kop: { margin: '0 0 16px', fontSize: '22px', lineHeight: 1.25 },
  alinea: { margin: '0 0 14px' },
  heel: { whiteSpace: 'nowrap' },
  groep: { margin: '24px 0 8px', fontSize: '18px', lineHeight: 1.3 },
  rest: { margin: '24px 0 14px', fontWeight: 700 },
  lijst: { margin: 0, padding: 0, listStyle: 'none' },
  regel: { margin: 0, padding: '12px 0', borderTop: '1px solid #c9d5e0' },
  gegevens: { margin: '0 0 14px', padding: '12px 14px', backgroundColor: '#eef3f8' },
  naam: { color: GRIJS, fontSize: '15px', fontWeight: 400 },
  waarde: { margin: '0 0 6px', fontWeight: 700 },
  link: { color: BLAUW, fontWeight: 700 },
  knopregel: { margin: '22px 0' },
  groet: { margin: 0 },
  knop: {
    display: 'inline-block',
    padding: '12px 18px',
    borderRadius: '6px',
    backgroundColor: BLAUW,
    color: '#ffffff',
    fontWeight: 700,
    textDecoration: 'none',
  },
  voet: { maxWidth: '560px', margin: '0 auto', padding: '14px 20px', color: GRIJS, fontSize: '14px' },
  voetregel: { margin: '0 0 6px' },
} as const satisfies Record<string, CSSProperties>;

const NIEMAND_LEEST = 'Een antwoord op deze mail leest niemand.';
const GROET = ['Met vriendelijke groet,', 'Signaalpunt'] as const;

/** The mail as a page of its own: one column, styles in place, nothing fetched from anywhere. */
export function alsHtml(brief: Brief): string {
  return `<!doctype html>${renderToStaticMarkup(<Pagina brief={brief} />)}`;
}

/** The same mail for people and programs that read plain text. */
export function alsTekst(brief: Brief): string {
  const { aanhef, alineas, gegevens, groepen, knop, afmelden } = brief;
  const delen = [
    aanhef,
    ...alineas.map(zonderKnop),
    gegevens.map(({ naam, waarde }) => `${naam}: ${waarde}`).join('\n'),
    ...groepen.map(({ kop, regels }) =>
      [regels.length === 0 ? kop : `${kop}\n${'-'.repeat(kop.length)}`, ...regels.map(tekstVan)].join('\n\n'),
    ),
    knop === null ? '' : `${knop.tekst}:\n${knop.url}`,
    GROET.join('\n'),
    ['--', ...voetVan(brief), ...(afmelden === undefined ? [] : [`${afmeldzin(afmelden)} ${afmelden.url}`])].join('\n'),
  ];
  return `${delen.filter((deel) => deel !== '').join('\n\n')}\n`;
}

/** Every mail says what becomes of a reply. */
function voetVan({ voet, antwoordAan }: Brief): string[] {
  if (antwoordAan === undefined) return [...voet, NIEMAND_LEEST];
  return [
    ...voet,
    `Antwoordt u op deze mail? Dan leest ${antwoordAan} dat. Schrijf in een mail geen namen of gegevens van het gezin.`,
  ];
}

function afmeldzin({ waarover }: NonNullable<Brief['afmelden']>): string {
  return `Wilt u geen mails meer over ${waarover}? Meld u af.`;
}

/** Plain text has no buttons. */
function zonderKnop(alinea: string): string {
  return alinea.replaceAll(DE_KNOP, 'de link');
}

function tekstVan({ nummer, url, teksten, termijn }: DigestItem): string {
  return [nummer, ...teksten, ...(termijn === null ? [] : [termijn]), ...(url === null ? [] : [url])].join('\n  ');
}

function Pagina({ brief }: { brief: Brief }): ReactNode {
  const { onderwerp, aanhef, alineas, gegevens, groepen, knop, afmelden } = brief;
  return (
    <html lang="nl">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light only" />
        <title>{onderwerp}</title>
      </head>
      <body style={STIJL.blad}>
        <main style={STIJL.kaart}>
          <p style={STIJL.merk}>Signaalpunt</p>
          <h1 style={STIJL.kop}>{metHeleNummers(onderwerp)}</h1>
          <p style={STIJL.alinea}>{aanhef}</p>
          {alineas.map((alinea) => (
            <p key={alinea} style={STIJL.alinea}>
              {metHeleNummers(alinea)}
            </p>
          ))}
          {gegevens.length > 0 && <Gegevens gegevens={gegevens} />}
          {groepen.map((groep) => (
            <Lijst key={groep.kop} groep={groep} />
          ))}
          {knop !== null && (
            <p style={STIJL.knopregel}>
              <a href={knop.url} style={STIJL.knop}>
                {knop.tekst}
              </a>
            </p>
          )}
          <p style={STIJL.groet}>
            {GROET[0]}
            <br />
            {GROET[1]}
          </p>
        </main>
        <footer style={STIJL.voet}>
          {voetVan(brief).map((regel) => (
            <p key={regel} style={STIJL.voetregel}>
              {regel}
            </p>
          ))}
          {afmelden !== undefined && (
            <p style={STIJL.voetregel}>
              <a href={afmelden.url} style={STIJL.link}>
                {afmeldzin(afmelden)}
              </a>
            </p>
          )}
        </footer>
      </body>
    </html>
  );
}

function Gegevens({ gegevens }: { gegevens: readonly Gegeven[] }): ReactNode {
  return (
    <div style={STIJL.gegevens}>
      {gegevens.map(({ naam, waarde, telefoon }) => (
        <p key={naam} style={STIJL.waarde}>
          <span style={STIJL.naam}>{naam}</span>
          <br />
          {telefoon === undefined ? (
            waarde
          ) : (
            <a href={beladres(telefoon)} style={STIJL.link}>
              {waarde}
            </a>
          )}
        </p>
      ))}
    </div>
  );
}

/** The number of a signaal, and a telephone number. */
const NUMMER = /(\b[SPL]-\d{4}-\d{4,9}\b|\b0\d{1,3} \d[\d ]{4,9}\d\b)/;

/** With its numbers unbroken: one that goes on at the next line is copied and dialled by half. */
function metHeleNummers(tekst: string): ReactNode[] {
  // Split by a group in brackets, what it found is at the odd places.
  return tekst.split(NUMMER).map((deel, i) =>
    i % 2 === 0 ? (
      deel
    ) : (
      <span key={`${i} ${deel}`} style={STIJL.heel}>
        {deel}
      </span>
    ),
  );
}

function Lijst({ groep: { kop, regels } }: { groep: Groep }): ReactNode {
  if (regels.length === 0) return <p style={STIJL.rest}>{kop}</p>;
  return (
    <section>
      <h2 style={STIJL.groep}>{kop}</h2>
      <ul style={STIJL.lijst}>
        {regels.map(({ nummer, url, teksten, termijn }) => (
          <li key={url ?? nummer} style={STIJL.regel}>
            {url === null ? (
              <strong>{nummer}</strong>
            ) : (
              <a href={url} style={STIJL.link}>
                {nummer}
              </a>
            )}
            {teksten.map((tekst) => (
              <div key={tekst}>{tekst}</div>
            ))}
            {termijn !== null && <strong>{termijn}</strong>}
          </li>
        ))}
      </ul>
    </section>
  );
}
