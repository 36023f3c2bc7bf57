import { type Codelijst, labelVan } from '#domain/beleid/codelijsten.ts';

import { Tabel } from '../../components/tabel.tsx';
import { getal, signalen, vorm } from '../woorden.ts';
import type { Deel } from './deel.ts';

/** What it came to for families, of how many that is known, and of how many it is not. */
export function Effecten({ cijfers: { effecten, sluitingen } }: Pick<Deel, 'cijfers'>) {
  const { bekend, veranderingen, urenMinder, kostenMinder } = effecten;
  return (
    <section>
      <h2>Wat het scheelt voor gezinnen</h2>
      <p>
        {bekend === 0
          ? 'Van geen signaal vertelde de melder wat het scheelt voor het gezin.'
          : `Van ${signalen(bekend)} ${vorm(bekend, 'is', 'zijn')} dit bekend, van de ${getal(sluitingen.gesloten)} die met een uitkomst zijn gesloten. Over de andere zegt dit niets.`}
      </p>
      {bekend > 0 && (
        <>
          <Keren titel="Wat er veranderde" lijst="verandering" keren={veranderingen} />
          <Keren titel="Hoeveel tijd het scheelt" lijst="uren_minder" keren={urenMinder} />
          <Keren titel="Hoeveel geld het scheelt" lijst="kosten_minder" keren={kostenMinder} />
          <p className="zacht">
            Dit vertelden melders zelf, nadat het signaal was gesloten. Tijd en geld zijn schattingen. Er is niets bij
            geteld voor signalen waarvan dit niet bekend is.
          </p>
        </>
      )}
    </section>
  );
}

function Keren({
  titel,
  lijst,
  keren,
}: {
  titel: string;
  lijst: Codelijst;
  keren: readonly { code: string; aantal: number }[];
}) {
  const gezegd = keren.filter(({ aantal }) => aantal > 0);
  if (gezegd.length === 0) return null;
  return (
    <Tabel
      titel={titel}
      className="cijfers"
      koppen={['Volgens de melder', 'Signalen']}
      rijen={gezegd.map(({ code, aantal }) => ({
        sleutel: code,
        cellen: [labelVan(lijst, code), aantal.toLocaleString('nl-NL')],
      }))}
    />
  );
}
