import { ADRESSEN } from '#contract/adressen.ts';

import { Kruimels } from '../../components/kruimels.tsx';
import { Leeg } from '../../components/leeg.tsx';
import { Layout, type PageContext } from '../../layout.tsx';

interface VoorbeeldenProps {
  nummer: string;
  titel: string;
  antwoorden: readonly { nummer: string; melder: string; tekst: string }[];
  context: PageContext;
}

/** The answer on a patroon as each reporter will read it. */
export function Voorbeelden({ nummer, titel, antwoorden, context }: VoorbeeldenProps) {
  const patroon = ADRESSEN.patroon({ patroon: nummer });
  return (
    <Layout titel="Wat elke melder leest" hier={ADRESSEN.patronen()} context={context}>
      <Kruimels
        boven={[
          { adres: ADRESSEN.patronen(), tekst: 'Patronen' },
          { adres: patroon, tekst: titel },
        ]}
      />
      <h1>Wat elke melder leest</h1>
      {antwoorden.length === 0 ? (
        <Leeg
          kop="Er is niemand die dit antwoord nog moet krijgen"
          daad={{ adres: patroon, tekst: 'Naar het patroon' }}
        >
          Schrijf een antwoord, en voeg signalen toe. Daarna ziet u hier per melder de hele tekst.
        </Leeg>
      ) : (
        <>
          <p className="inleiding">Zo leest iedere melder het. Er is nog niets verstuurd aan wie hier staat.</p>
          {antwoorden.map((antwoord) => (
            <section key={antwoord.nummer} aria-labelledby={antwoord.nummer}>
              <h2 id={antwoord.nummer}>{`${antwoord.melder}, signaal ${antwoord.nummer}`}</h2>
              <blockquote className="geschreven">{antwoord.tekst}</blockquote>
            </section>
          ))}
        </>
      )}
    </Layout>
  );
}
