import { ADRESSEN } from '#contract/adressen.ts';
import { labelVan } from '#domain/beleid/codelijsten.ts';
import { effectInWoorden } from '#domain/signaal/gezinseffect.ts';

import { Gelukt } from '../../components/gelukt.tsx';
import { Kruimels } from '../../components/kruimels.tsx';
import { Nieuws } from '../../components/nieuws.tsx';
import { opSchrift } from '../../datums.ts';
import { Layout } from '../../layout.tsx';
import { lijstnaam } from '../lijstnaam.ts';
import { Statusmerkje } from '../status.tsx';
import { Daden } from './daden.tsx';
import { Gelijkende } from './gelijkende.tsx';
import { Inhoud } from './inhoud.tsx';
import { Inzagen } from './inzagen.tsx';
import { Lessenblok } from './lessenblok.tsx';
import { OverWie } from './over-wie.tsx';
import { Patroonblok } from './patroonblok.tsx';
import type { SignaalProps } from './signaalprops.ts';
import { Sinds } from './sinds.tsx';
import { Stand } from './stand.tsx';
import { Termijnen } from './termijnen.tsx';
import { Verloop } from './verloop.tsx';
import { Verzoeken } from './verzoeken.tsx';

/** Everything that this person may read of one signaal. */
export function Signaal(props: SignaalProps) {
  const { signaal, gelijkende, gedaan, context } = props;
  const titel = signaal.onderwerp ?? 'Signaal zonder onderwerp';
  return (
    <Layout titel={`${titel} (${signaal.nummer})`} hier="" context={context}>
      <Kruimels boven={[{ adres: ADRESSEN.signalen(), tekst: lijstnaam(context.persoon) }]} />
      <Gelukt zin={gedaan ?? undefined} />
      <Nieuws
        live={{ adres: ADRESSEN.nieuwsSignaal(signaal), toon: ADRESSEN.signaal(signaal) }}
        kenmerken={[props.kenmerk]}
      />
      <h1>{titel}</h1>
      <p className="onder-de-kop">
        <Statusmerkje {...signaal} />{' '}
        <span className="zacht">{`${signaal.nummer}, gemeld op ${opSchrift(signaal.ingediendOp)}`}</span>
      </p>
      <Sinds {...props} />
      <Stand {...props} />
      <Daden signaal={signaal} persoon={context.persoon} />
      <Inhoud signaal={signaal} />
      <OverWie signaal={signaal} mag={props.leestOverWie} />
      <Verzoeken {...props} />
      <Antwoord signaal={signaal} />
      <Gelijkende signaal={signaal} gelijkende={gelijkende} />
      <Lessenblok
        nummer={signaal.nummer}
        uitkomst={signaal.uitkomst}
        lessen={props.lessen}
        bij={props.lessenBij}
        gebruikt={props.lessenGebruikt}
        magGebruiken={props.magLesGebruiken}
        magTerugnemen={props.magLesTerugnemen}
        magSchrijven={props.magLesSchrijven}
        vandaag={props.vandaag}
      />
      <Patroonblok signaal={signaal} context={context} />
      <Verloop {...props} />
      <Termijnen {...props} />
      <Inzagen {...props} />
    </Layout>
  );
}

function Antwoord({
  signaal: { terugkoppeling, uitkomst, systeemreden, ervaring, effect, melder, behandelaar },
}: Pick<SignaalProps, 'signaal'>) {
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
      {terugkoppeling !== null && <blockquote className="geschreven">{terugkoppeling}</blockquote>}
      {/* Who handles what they filed themselves waits for nobody's answer. */}
      {terugkoppeling === null && melder.id !== behandelaar?.id && <p>De melder heeft nog geen antwoord gekregen.</p>}
      {ervaring !== null && <p>{`De melder vertelde later: ${labelVan('ervaring', ervaring).toLowerCase()}.`}</p>}
      {effect !== null && (
        <ul>
          {effectInWoorden(effect).map((zin) => (
            <li key={zin}>{zin}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
