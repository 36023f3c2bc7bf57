import type * as z from 'zod';

import { ADRESSEN } from '#contract/adressen.ts';
import type { Controleuitslag } from '#contract/logboek.ts';
import { opgeruimdZin } from '#domain/audit/bevindingzinnen.ts';

import { Foutoverzicht, Veld } from '../../components/formulier.tsx';
import { Invoervak } from '../../components/invoervak.tsx';
import { Knop } from '../../components/knop.tsx';
import { Kruimels } from '../../components/kruimels.tsx';
import { Melding } from '../../components/melding.tsx';
import { Layout, type PageContext } from '../../layout.tsx';

type Uitslag = z.infer<typeof Controleuitslag>;

interface ControleProps {
  /** What stands in the field. */
  vanaf: string;
  /** null before somebody asked. */
  uitslag: Uitslag | null;
  fout: string | null;
  context: PageContext;
}

/** Whether anybody changed the log, looked up while one waits. */
export function Controle({ vanaf, uitslag, fout, context }: ControleProps) {
  const titel = 'Controleer het logboek';
  return (
    <Layout titel={fout === null ? titel : `Fout: ${titel}`} hier={ADRESSEN.logboek()} context={context}>
      <Kruimels boven={[{ adres: ADRESSEN.logboek(), tekst: 'Logboek' }]} />
      <Foutoverzicht fouten={fout === null ? [] : [{ veld: 'vanafDatum', tekst: fout }]} />
      <h1>{titel}</h1>
      <p className="inleiding">
        Elke minuut krijgen de nieuwe regels van het logboek een zegel, dat ook buiten de database wordt bewaard. Deze
        controle legt de regels naast de zegels. Zo valt op wat achteraf is veranderd, verwijderd, verwisseld of
        toegevoegd.
      </p>
      {uitslag !== null && <Uitslagmelding uitslag={uitslag} />}
      <form method="get" action={ADRESSEN.logboekcontrole()}>
        <Veld
          naam="vanafDatum"
          label="Vanaf welke dag?"
          hint="Tot en met nu."
          fouten={fout === null ? [] : [{ veld: 'vanafDatum', tekst: fout }]}
        >
          {(eigen) => <Invoervak {...eigen} type="date" defaultValue={vanaf} />}
        </Veld>
        <Knop>Controleer</Knop>
      </form>
    </Layout>
  );
}

function Uitslagmelding({ uitslag }: { uitslag: Uitslag }) {
  const { regels, zegels, onverzegeld, opgeruimdTotEnMetDatum, bevindingen } = uitslag;
  const gelezen = `Gelezen: ${regels.toLocaleString('nl-NL')} regels onder ${zegels.toLocaleString('nl-NL')} zegels. Nog zonder zegel: ${onverzegeld.toLocaleString('nl-NL')}.`;
  if (bevindingen.length === 0)
    return (
      <Melding soort="goed" kop="Het logboek klopt">
        <p>{gelezen}</p>
        {opgeruimdTotEnMetDatum !== null && <p>{opgeruimdZin(opgeruimdTotEnMetDatum)}</p>}
      </Melding>
    );
  return (
    <Melding soort="fout" kop="Het logboek klopt niet">
      <p>{gelezen}</p>
      <ul>
        {bevindingen.map(({ soort, waar, wat, doe }) => (
          <li key={`${soort} ${waar}`}>
            <strong>{waar}</strong>: {wat} {doe}
          </li>
        ))}
      </ul>
    </Melding>
  );
}
