import { ADRESSEN } from '#contract/adressen.ts';
import type { Naspeling } from '#db/queries/naspelingen.ts';

import { Knop, Knoplink } from '../../components/knop.tsx';
import { Layout, type PageContext } from '../../layout.tsx';

const TITEL = 'Wij rekenen het na';

/** A past that is being played again: how far it is, and a way to end it. A script looks again by itself. */
export function Narekeningblad({ naspeling, context }: { naspeling: Naspeling; context: PageContext }) {
  const { id: narekening } = naspeling;
  const { zin, gespeeld, gevonden } = hoever(naspeling);
  const adres = ADRESSEN.narekening({ narekening });
  return (
    <Layout titel={TITEL} hier={ADRESSEN.beheerTermijnen()} context={context}>
      <h1>{TITEL}</h1>
      <div className="voortgang" data-voortgang={ADRESSEN.narekeningstand({ narekening })}>
        <p className="inleiding">{zin}</p>
        <progress aria-label="Hoe ver wij zijn" value={gespeeld} max={gevonden} />
      </div>
      <p>Er verandert niets. U kunt deze pagina verlaten: een dag lang vindt u hier wat eruit kwam.</p>
      <p className="knoppen">
        <Knoplink href={adres}>Kijk opnieuw</Knoplink>
      </p>
      <form method="post" action={ADRESSEN.narekeningStoppen({ narekening })}>
        <p className="knoppen">
          <Knop soort="tweede">Stop met narekenen</Knop>
        </p>
      </form>
    </Layout>
  );
}

/** How far it is, in words and as a part of a whole. */
export function hoever({ gespeeld, gevonden }: Naspeling): { zin: string; gespeeld: number; gevonden: number } {
  const zin =
    gevonden === null
      ? 'Wij zoeken de signalen van deze dagen op.'
      : `${gespeeld.toLocaleString('nl-NL')} van de ${gevonden.toLocaleString('nl-NL')} signalen zijn nagerekend.`;
  return { zin, gespeeld, gevonden: Math.max(1, gevonden ?? 1) };
}
