import { ADRESSEN } from '#contract/adressen.ts';
import type { presentAfmeldingen } from '#contract/voorkeuren.ts';
import { AFMELDBAAR, waarover } from '#domain/post/plicht.ts';

import { Gelukt } from '../../components/gelukt.tsx';
import { Keuzes } from '../../components/keuzes.tsx';
import { Knop } from '../../components/knop.tsx';
import { Kruimels } from '../../components/kruimels.tsx';
import { NogNiets } from '../../components/nog-niets.tsx';
import { Uitklap } from '../../components/uitklap.tsx';
import { Layout, type PageContext } from '../../layout.tsx';
import { BOVEN } from '../boven.ts';

interface MijnPostProps {
  gewenst: readonly string[];
  plicht: ReturnType<typeof presentAfmeldingen>['plicht'];
  nietVerstuurd: boolean;
  gelukt: string | undefined;
  context: PageContext;
}

/** Which mail somebody wants, and which comes whatever is chosen, with why. */
export function MijnPost({ gewenst, plicht, nietVerstuurd, gelukt, context }: MijnPostProps) {
  const redenen = [...new Set(plicht.map(({ omdat }) => omdat))];
  return (
    <Layout titel="Welke mail u krijgt" hier="" context={context}>
      <div className="smal">
        <Kruimels boven={BOVEN} />
        <Gelukt zin={gelukt} />
        {nietVerstuurd && <NogNiets />}
        <h1>Welke mail u krijgt</h1>
        <form method="post" action={ADRESSEN.postinstelling()}>
          <Keuzes
            hoeveel="meer"
            naam="gewenst"
            label="Waarover wilt u mail?"
            hint="Haal het vinkje weg bij wat u niet wilt."
            opties={AFMELDBAAR.map((soort) => ({ waarde: soort, tekst: hoofdletter(waarover([soort])) }))}
            gekozen={gewenst}
            fouten={[]}
          />
          <Knop>Bewaar mijn keuze</Knop>
        </form>
        <Uitklap kop="Mail die u altijd krijgt, en waarom">
          <p>Mail over werk dat op u wacht, blijft komen. Dat is omdat:</p>
          <ul>
            {redenen.map((omdat) => (
              <li key={omdat}>{omdat}</li>
            ))}
          </ul>
        </Uitklap>
      </div>
    </Layout>
  );
}

function hoofdletter(tekst: string): string {
  return tekst.charAt(0).toUpperCase() + tekst.slice(1);
}
