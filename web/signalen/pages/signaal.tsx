import type { ReactNode } from 'react';
import type * as z from 'zod';

import { ADRESSEN } from '#contract/adressen.ts';
import type { SignaalWeergave } from '#contract/signaal.ts';
import type { Termijnenlijst } from '#contract/termijn.ts';
import { vanzelf } from '#contract/vanzelf.ts';
import type { Verslag } from '#contract/verslag.ts';
import { codesVan, labelVan } from '#domain/beleid/codelijsten.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

import { Kruimels } from '../../components/kruimels.tsx';
import { Persoonsnaam } from '../../components/persoonsnaam.tsx';
import { opSchrift } from '../../datums.ts';
import { Layout, type PageContext } from '../../layout.tsx';
import { AanZet } from '../aan-zet.tsx';
import { lijstnaam } from '../lijstnaam.ts';
import { Statusmerkje } from '../status.tsx';
import { Daden } from './daden.tsx';
import { Inhoud } from './inhoud.tsx';
import { Verloop } from './verloop.tsx';
import { Verzoeken } from './verzoeken.tsx';

export interface SignaalProps {
  signaal: SignaalWeergave;
  termijnen: z.infer<typeof Termijnenlijst>['termijnen'];
  gebeurtenissen: z.infer<typeof Verslag>['gebeurtenissen'];
  /** The last day of the term that is shown on top, and how long it still is; null when none runs. */
  termijn: { laatsteDag: string; resterend: string } | null;
  /** What somebody has just done, in a sentence. */
  gedaan: string | null;
  context: PageContext & { persoon: NonNullable<PageContext['persoon']> };
}

/** Everything that this person may read of one signaal. */
export function Signaal({ signaal, termijnen, gebeurtenissen, termijn, gedaan, context }: SignaalProps) {
  const titel = signaal.onderwerp ?? 'Signaal zonder onderwerp';
  return (
    <Layout titel={`${titel} (${signaal.nummer})`} hier="" context={context}>
      <Kruimels boven={[{ adres: ADRESSEN.signalen(), tekst: lijstnaam(context.persoon) }]} />
      {gedaan !== null && (
        <div className="melding goed" role="status">
          <p>{gedaan}</p>
        </div>
      )}
      <h1>{titel}</h1>
      <p className="onder-de-kop">
        <Statusmerkje {...signaal} />{' '}
        <span className="zacht">{`${signaal.nummer}, gemeld op ${opSchrift(signaal.ingediendOp)}`}</span>
      </p>
      <Trap niveau={signaal.niveau} />
      <Stand signaal={signaal} termijn={termijn} vanzelf={vanzelf(termijnen)} />
      <Daden signaal={signaal} />
      <Inhoud signaal={signaal} />
      <Verzoeken signaal={signaal} />
      <Antwoord signaal={signaal} />
      <Verloop gebeurtenissen={gebeurtenissen} />
      <Termijnen termijnen={termijnen} />
    </Layout>
  );
}

const TREDEN: Readonly<Record<SignaalWeergave['niveau'], string>> = {
  lokaal: 'Bij de Metgezel of de cliëntondersteuner',
  regionaal: 'Bij de regiocoördinator',
  landelijk: 'Bij het landelijk team',
};

/** On which step of the ladder it is, in words and in form. */
function Trap({ niveau }: Pick<SignaalWeergave, 'niveau'>) {
  return (
    <ol className="ladder trap" aria-label="Waar het signaal ligt">
      {codesVan('niveau').map((trede) => (
        <li key={trede} aria-current={trede === niveau ? 'step' : undefined}>
          <p>
            <strong>{labelVan('niveau', trede)}</strong>
            <br />
            <span className="zacht">{trede === niveau ? `Hier ligt het nu. ${TREDEN[trede]}.` : TREDEN[trede]}</span>
          </p>
        </li>
      ))}
    </ol>
  );
}

function Stand({
  signaal,
  termijn,
  vanzelf: gevolg,
}: Pick<SignaalProps, 'signaal' | 'termijn'> & { vanzelf: string | null }) {
  const { behandelaar, waarnemer, melder, aanZet, regio } = signaal;
  return (
    <dl className="feiten">
      <Feit naam="Aan zet">
        <AanZet aanZet={aanZet} regio={regio} />
      </Feit>
      {termijn !== null && (
        <Feit naam="Tot en met">
          <a href="#termijnen">{voluit(termijn.laatsteDag)}</a> ({termijn.resterend})
        </Feit>
      )}
      {gevolg !== null && <Feit naam="Doet niemand iets">{gevolg}</Feit>}
      <Feit naam="Behandelaar">{behandelaar === null ? 'Nog niemand' : <Persoonsnaam persoon={behandelaar} />}</Feit>
      {waarnemer !== null && (
        <Feit naam="Waarnemer">
          <Persoonsnaam persoon={waarnemer} />
        </Feit>
      )}
      <Feit naam="Melder">
        <Persoonsnaam persoon={melder} />
      </Feit>
    </dl>
  );
}

function Feit({ naam, children }: { naam: string; children: ReactNode }) {
  return (
    <>
      <dt>{naam}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Antwoord({ signaal: { terugkoppeling, uitkomst, systeemreden, ervaring } }: Pick<SignaalProps, 'signaal'>) {
  if (terugkoppeling === null && uitkomst === null) return null;
  return (
    <section aria-labelledby="terugkoppeling">
      <h2 id="terugkoppeling">Terugkoppeling</h2>
      {uitkomst !== null && (
        <p>
          <strong>{labelVan('uitkomst', uitkomst)}.</strong>{' '}
          {systeemreden !== null && `${labelVan('systeemreden', systeemreden)}.`}
        </p>
      )}
      {terugkoppeling === null ? (
        <p>De melder heeft nog geen antwoord gekregen.</p>
      ) : (
        <blockquote className="geschreven">{terugkoppeling}</blockquote>
      )}
      {ervaring !== null && <p>{`De melder vertelde later: ${labelVan('ervaring', ervaring).toLowerCase()}.`}</p>}
    </section>
  );
}

function Termijnen({ termijnen }: Pick<SignaalProps, 'termijnen'>) {
  return (
    <section aria-labelledby="termijnen">
      <h2 id="termijnen">Waarom deze datums?</h2>
      {termijnen.length === 0 && <p>Er loopt nu geen termijn.</p>}
      {termijnen.map(({ stap, soort, inWoorden }) => (
        <details key={stap}>
          <summary>{labelStap(soort)}</summary>
          <ul>
            {inWoorden.map((zin) => (
              <li key={zin}>{zin}</li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}

function labelStap(soort: SignaalProps['termijnen'][number]['soort']): string {
  return STAPKOPPEN[soort];
}

const STAPKOPPEN: Readonly<Record<SignaalProps['termijnen'][number]['soort'], string>> = {
  oppakken: 'Het oppakken',
  behandelen: 'Het behandelen',
  vraag: 'Een vraag aan een ander',
  vraag_hogerop: 'De vraag aan het escalatiecontact',
  toezegging: 'Een toezegging',
  navraag: 'De navraag',
  pauze: 'De pauze',
  aanpak: 'De aanpak',
  terugkoppelen: 'Het antwoord aan de melder',
  indelen: 'Het indelen',
  duur: 'Hoe lang het in totaal mag duren',
  terugblik: 'De terugblik',
  bezwaar: 'Bezwaar maken',
};
