import { labelVan } from '#domain/beleid/codelijsten.ts';
import type { Cijfercode } from '#domain/cijfers.ts';

import { Staafgrafiek } from '../../components/staafgrafiek.tsx';
import { Stapelgrafiek } from '../../components/stapelgrafiek.tsx';
import { geteldAls, type Lijstfilters, lijstadres } from '../adres.ts';
import { heropenzin, terugblikzin, terugkoppelzin } from '../melderzinnen.ts';
import { hoofdletter, signalen, vorm } from '../woorden.ts';
import type { Deel } from './deel.ts';

type Sluitingen = Deel['cijfers']['sluitingen'];
type Vak = readonly [naam: string, veld: keyof Sluitingen, als: Cijfercode];

const TERUGGEKOPPELD: readonly Vak[] = [
  ['Op tijd', 'opTijdTeruggekoppeld', 'op_tijd_teruggekoppeld'],
  ['Te laat', 'teLaatTeruggekoppeld', 'te_laat_teruggekoppeld'],
];
const TERUGGEBLIKT: readonly Vak[] = [
  [labelVan('ervaring', 'helpt'), 'helpt', 'terugblik_helpt'],
  [labelVan('ervaring', 'helpt_deels'), 'helptDeels', 'terugblik_helpt_deels'],
  [labelVan('ervaring', 'helpt_niet'), 'helptNiet', 'terugblik_helpt_niet'],
  ['Geen antwoord', 'onbeantwoord', 'terugblik_onbeantwoord'],
];
const HEROPEND: readonly Vak[] = [
  ['Heropend', 'heropend', 'heropend'],
  ['Dicht gebleven', 'dichtGebleven', 'dicht_gebleven'],
];

/** Whether the filer heard it in time, how it goes since, and what opened again. */
export function Melders(props: Deel) {
  const { sluitingen } = props.cijfers;
  return (
    <section>
      <h2>Wat de melder ervan merkt</h2>
      <Vakken
        {...props}
        titel="Of de melder de uitkomst op tijd hoorde"
        zin={terugkoppelzin(sluitingen)}
        naam="Uitkomst gehoord"
        vakken={TERUGGEKOPPELD}
      />
      <Vakken
        {...props}
        titel="Hoe het na het sluiten gaat"
        zin={terugblikzin(sluitingen)}
        naam="Gevraagd hoe het gaat"
        vakken={TERUGGEBLIKT}
      />
      <Vakken
        {...props}
        titel="Wat na het sluiten weer open ging"
        zin={heropenzin(sluitingen)}
        naam="Gesloten"
        vakken={HEROPEND}
      />
      <p className="zacht">
        Geteld is wat in deze dagen met een uitkomst is gesloten, en wat daarvan kwam tot vandaag. Wie zelf behandelde
        wat hij of zij meldde, hoefde de uitkomst niet te horen en telt daar niet mee. Ging een signaal weer open en is
        het opnieuw gesloten, dan kan het in meer vakken staan. De vakken samen zijn dan meer dan het aantal signalen.
      </p>
    </section>
  );
}

interface VakkenProps extends Deel {
  titel: string;
  zin: string;
  naam: string;
  vakken: readonly Vak[];
}

function Vakken({ cijfers: { sluitingen, vanafDatum, totEnMetDatum }, gebied, leestAlles, ...eigen }: VakkenProps) {
  const { titel, zin, naam, vakken } = eigen;
  return (
    <Stapelgrafiek
      titel={titel}
      zin={zin}
      kop="Signalen"
      delen={vakken.map(([deelnaam]) => deelnaam)}
      stapels={[
        {
          naam,
          delen: vakken.map(([, veld, als]) => ({
            waarde: sluitingen[veld],
            adres: leestAlles ? lijstadres(gebied, geteldAls(als, vanafDatum, totEnMetDatum)) : undefined,
          })),
        },
      ]}
    />
  );
}

/** Why what cannot be solved cannot. */
export function Redenen({ cijfers: { redenen, vanafDatum, totEnMetDatum }, gebied, leestAlles }: Deel) {
  const totaal = redenen.reduce((tot, { aantal }) => tot + aantal, 0);
  const [meeste] = redenen;
  return (
    <section>
      <h2>Waarom iets niet op te lossen is</h2>
      {meeste === undefined ? (
        <p>In deze dagen is niets afgesloten als niet op te lossen.</p>
      ) : (
        <Staafgrafiek
          titel="Niet op te lossen, naar reden"
          zin={`${hoofdletter(signalen(totaal))} ${vorm(totaal, 'was', 'waren')} niet op te lossen. De reden die het meest voorkomt: ${labelVan('systeemreden', meeste.systeemreden).toLowerCase()}.`}
          koppen={['Reden', 'Signalen']}
          staven={redenen.map(({ systeemreden, aantal }) => ({
            naam: labelVan('systeemreden', systeemreden),
            waarde: aantal,
            adres: leestAlles ? lijstadres(gebied, redenfilters(systeemreden, vanafDatum, totEnMetDatum)) : undefined,
          }))}
        />
      )}
    </section>
  );
}

function redenfilters(systeemreden: string, vanaf: string, totEnMet: string): Lijstfilters {
  return { systeemreden, uitkomst: 'niet_oplosbaar', ...geteldAls('afgesloten', vanaf, totEnMet) };
}
