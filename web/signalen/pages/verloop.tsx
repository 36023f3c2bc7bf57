import { Tabbladen } from '../../components/tabbladen.tsx';
import { Tijdlijn } from '../../components/tijdlijn.tsx';
import { Uitklap } from '../../components/uitklap.tsx';
import { opSchrift } from '../../datums.ts';
import { isNieuw, isVanzelf, kijkadres, OP_DE_PAGINA, type Verloopregel, verteldIn } from '../verloop.ts';
import type { SignaalProps } from './signaalprops.ts';

/** As many of the last as one takes in; the rest is one press away. */
const IN_ZICHT = 10;

/** How it went: one sentence for each thing that happened, the last first. */
export function Verloop({
  signaal,
  gebeurtenissen,
  kijk,
  gelezen,
  context,
}: Pick<SignaalProps, 'signaal' | 'gebeurtenissen' | 'kijk' | 'gelezen' | 'context'>) {
  const { nummer } = signaal;
  const alles = verteldIn(gebeurtenissen);
  const vanMensen = alles.filter((een) => !isVanzelf(een));
  const gekozen = kijk.alleenMensen ? vanMensen : alles;
  const getoond = kijk.vanafHetBegin ? gekozen : gekozen.slice(0, OP_DE_PAGINA);
  const eerder = getoond.slice(IN_ZICHT);
  const tijdpunt = (een: Verloopregel) => ({ ...punt(een), nieuw: isNieuw(een, gelezen, context.persoon) });
  const adresVan = (alleenMensen: boolean): string => kijkadres(nummer, { ...kijk, alleenMensen });
  return (
    <section aria-labelledby="verloop">
      <h2 id="verloop">Hoe het liep</h2>
      <Tabbladen
        label="Wat u wilt zien"
        vorm="filters"
        hier={adresVan(kijk.alleenMensen)}
        bladen={[
          { adres: adresVan(false), tekst: 'Alles', aantal: alles.length },
          { adres: adresVan(true), tekst: 'Wat mensen deden', aantal: vanMensen.length },
        ]}
      />
      <Tijdlijn punten={getoond.slice(0, IN_ZICHT).map(tijdpunt)} />
      {eerder.length > 0 && (
        <Uitklap kop="Wat eerder gebeurde" aantal={eerder.length} open={kijk.vanafHetBegin}>
          <Tijdlijn punten={eerder.map(tijdpunt)} />
        </Uitklap>
      )}
      {getoond.length < gekozen.length && (
        <p>
          <a href={kijkadres(nummer, { ...kijk, vanafHetBegin: true })}>
            {`Toon ook de ${gekozen.length - getoond.length} gebeurtenissen daarvoor`}
          </a>
        </p>
      )}
    </section>
  );
}

function punt(gebeurtenis: Verloopregel) {
  const { volgnummer, zin, op, soort, teksten } = gebeurtenis;
  return {
    sleutel: volgnummer,
    zin,
    op: opSchrift(op),
    vanzelf: isVanzelf(gebeurtenis),
    ...(soort === 'notitie_toegevoegd' && { tekst: Object.values(teksten).join('\n') }),
  };
}
