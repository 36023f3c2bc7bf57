import type { ReactNode } from 'react';

import { Layout, type PageContext } from '../layout.tsx';
import { Foutoverzicht, type Veldmelding } from './formulier.tsx';
import { Kruimels } from './kruimels.tsx';
import { Melding } from './melding.tsx';
import { NogNiets } from './nog-niets.tsx';

interface FormulierbladProps {
  titel: string;
  /** The address that is lit in the menu. */
  hier: string;
  boven: readonly { adres: string; tekst: string }[];
  fouten: readonly Veldmelding[];
  /** What is wrong that is about no field. */
  melding: ReactNode;
  nietVerstuurd: boolean;
  context: PageContext;
  children: ReactNode;
}

/** The page around one form: where it is, what is wrong with what was sent, what it is called. */
export function Formulierblad({
  titel,
  hier,
  boven,
  fouten,
  melding,
  nietVerstuurd,
  context,
  children,
}: FormulierbladProps) {
  const mis = fouten.length > 0 || melding !== null;
  return (
    <Layout titel={mis ? `Fout: ${titel}` : titel} hier={hier} context={context}>
      <div className="smal">
        {boven.length > 0 && <Kruimels boven={boven} />}
        {nietVerstuurd && <NogNiets />}
        {melding !== null && <Melding soort="fout">{melding}</Melding>}
        <Foutoverzicht fouten={fouten} />
        <h1>{titel}</h1>
        {children}
      </div>
    </Layout>
  );
}
