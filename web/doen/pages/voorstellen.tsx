import { Keuzes } from '../../components/keuzes.tsx';
import { Knop } from '../../components/knop.tsx';
import type { Gepost } from '../../formulier.ts';
import type { Eerder } from '../eerder.ts';
import type { Vermoeden } from '../voorstellen.ts';

interface VoorstellenProps {
  /** null: nobody asked yet. */
  voorstellen: readonly Vermoeden[] | null;
  /** What worked before for the like. */
  eerder: readonly Eerder[];
  getypt: Gepost;
}

const GEEN = { waarde: '', tekst: 'Nee, of weet ik niet' };

/** Below what was told: what it seems to be about. Without a script a button asks for it, with one it comes by itself. */
export function Voorstellen({ voorstellen, eerder, getypt }: VoorstellenProps) {
  return (
    <>
      <div data-voorstellen="">
        {(voorstellen ?? []).map(({ naam, vraag, opties }) => (
          <Keuzes
            key={naam}
            naam={naam}
            label={vraag}
            hoeveel="een"
            opties={[...opties, GEEN]}
            gekozen={getypt[naam] ?? ['']}
            fouten={[]}
          />
        ))}
      </div>
      {/* In a window of its own, so that what was typed stays where it is. */}
      <div data-eerder="">
        {eerder.length > 0 && (
          <>
            <p>Dit is eerder opgelost. Het opent in een nieuw venster.</p>
            <ul>
              {eerder.map(({ tekst, adres }) => (
                <li key={adres}>
                  <a href={adres} target="_blank" rel="noopener">
                    {tekst}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      {voorstellen?.length === 0 && (
        <p className="utrecht-form-field-description">Wij herkennen nog niets in uw tekst.</p>
      )}
      <p className="knoppen">
        <Knop soort="tweede" klein name="stap" value="voorstel">
          Doe een voorstel
        </Knop>
      </p>
    </>
  );
}
