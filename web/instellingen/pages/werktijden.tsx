import { ADRESSEN } from '#contract/adressen.ts';

import { Foutoverzicht, Veld, type Veldmelding } from '../../components/formulier.tsx';
import { Gelukt } from '../../components/gelukt.tsx';
import { Invoervak } from '../../components/invoervak.tsx';
import { Knop } from '../../components/knop.tsx';
import { Kruimels } from '../../components/kruimels.tsx';
import { NogNiets } from '../../components/nog-niets.tsx';
import { Veldgroep } from '../../components/veldgroep.tsx';
import { Layout, type PageContext } from '../../layout.tsx';

/** In the order in which a week goes; the first is day 1. */
export const WEEKDAGEN = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'] as const;
export type Werktijdveld = `${'van' | 'tot'}${number}`;

interface MijnWerktijdenProps {
  getypt: Partial<Record<Werktijdveld, string>>;
  fouten: readonly Veldmelding[];
  /** It was sent when the session had run out. */
  nietVerstuurd: boolean;
  bewaard: boolean;
  context: PageContext;
}

/** When somebody works, day by day. */
export function MijnWerktijden({ getypt, fouten, nietVerstuurd, bewaard, context }: MijnWerktijdenProps) {
  const titel = 'Wanneer u werkt';
  return (
    <Layout titel={fouten.length > 0 ? `Fout: ${titel}` : titel} hier="" context={context}>
      <Kruimels
        boven={[
          { adres: ADRESSEN.start(), tekst: 'Start' },
          { adres: ADRESSEN.instellingen(), tekst: 'Instellingen' },
        ]}
      />
      <Foutoverzicht fouten={fouten} />
      <h1>{titel}</h1>
      {nietVerstuurd && <NogNiets />}
      <Gelukt zin={bewaard ? 'Uw werktijden zijn bewaard.' : undefined} />
      <p className="inleiding">
        Mail over signalen en patronen krijgt u alleen in deze tijden. Mail over lessen en over waarnemen kan ook op een
        ander moment komen. Uw overzicht komt een kwartier nadat u begint. Laat een vrije dag leeg.
      </p>
      <form method="post" action={ADRESSEN.werktijden()} noValidate>
        {WEEKDAGEN.map((dag, i) => (
          <Veldgroep label={dag} vorm="tijden" key={dag}>
            <Tijd naam={`van${i + 1}`} label="Van" getypt={getypt} fouten={fouten} />
            <Tijd naam={`tot${i + 1}`} label="Tot" getypt={getypt} fouten={fouten} />
          </Veldgroep>
        ))}
        <Knop>Bewaar mijn werktijden</Knop>
      </form>
    </Layout>
  );
}

interface TijdProps extends Pick<MijnWerktijdenProps, 'getypt' | 'fouten'> {
  naam: Werktijdveld;
  label: string;
}

function Tijd({ naam, label, getypt, fouten }: TijdProps) {
  return (
    <Veld naam={naam} label={label} fouten={fouten}>
      {(eigen) => <Invoervak {...eigen} type="time" defaultValue={getypt[naam]} />}
    </Veld>
  );
}
