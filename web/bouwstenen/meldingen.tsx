import { Gelukt } from '../components/gelukt.tsx';
import { Leeg } from '../components/leeg.tsx';
import { Melding } from '../components/melding.tsx';
import { Merkje } from '../components/merkje.tsx';
import { NietNu } from '../components/niet-nu.tsx';
import { NogNiets } from '../components/nog-niets.tsx';
import { Termijnmerk } from '../components/termijnmerk.tsx';
import { Tweede } from '../components/tweede.tsx';
import { Bouwsteen } from './bouwsteen.tsx';
import { LANG } from './teksten.ts';

/** What is told, large and small. */
export function Meldingen() {
  return (
    <>
      <h2>Zeggen</h2>
      <Bouwsteen naam="melding">
        <Melding soort="goed">
          <p>U hebt het signaal opgepakt.</p>
        </Melding>
        <Melding soort="info" kop="Drie nieuwe signalen">
          <p>
            <a href="#inhoud">Toon ze</a>
          </p>
        </Melding>
        <Melding soort="let-op" kop="Dit signaal heeft spoed">
          <p>Is er direct gevaar? Bel 112.</p>
        </Melding>
        <Melding soort="fout" kop="Het signaal is intussen veranderd">
          <p>Er is niets gedaan. Wat u hebt ingevuld, staat er nog.</p>
        </Melding>
        <Melding soort="info" kop={LANG}>
          <p>{LANG}</p>
          <p>{LANG}</p>
        </Melding>
      </Bouwsteen>
      <Bouwsteen naam="gelukt">
        <Gelukt zin="Uw werktijden zijn bewaard." />
      </Bouwsteen>
      <Bouwsteen naam="nog-niets">
        <NogNiets />
      </Bouwsteen>
      <Wachten />
      <Bouwsteen naam="merkje">
        <p className="merkjes">
          <Merkje>In behandeling</Merkje> <Merkje soort="nieuw">Nieuw</Merkje> <Merkje soort="goed">Afgesloten</Merkje>{' '}
          <Merkje soort="let-op">Hoog</Merkje> <Merkje soort="fout">Spoed</Merkje>{' '}
          <Merkje soort="let-op">{LANG}</Merkje>
        </p>
      </Bouwsteen>
      <Bouwsteen naam="termijnmerk">
        <p className="merkjes">
          <Termijnmerk stand="op_tijd" resterend="nog 3 werkdagen" />{' '}
          <Termijnmerk stand="vandaag" resterend="vandaag" />{' '}
          <Termijnmerk stand="te_laat" resterend="2 werkdagen te laat" />
        </p>
      </Bouwsteen>
      <Bouwsteen naam="leeg">
        <Leeg kop="U hebt nog geen signalen" daad={{ adres: '#inhoud', tekst: 'Meld een signaal' }}>
          Loopt een gezin vast op een regel of een loket? Meld het. Dan ziet u hier hoe het gaat.
        </Leeg>
      </Bouwsteen>
    </>
  );
}

/** What cannot be done now, or not by this person. */
function Wachten() {
  return (
    <>
      <Bouwsteen naam="niet-nu">
        <NietNu
          daden={[
            { titel: 'Sluit het signaal', sleutel: 'behandelaar', waarom: 'Dat doet de behandelaar.' },
            { titel: 'Geef het door', sleutel: 'behandelaar', waarom: 'Dat doet de behandelaar.' },
            { titel: LANG, sleutel: 'lang', waarom: LANG },
          ]}
        />
      </Bouwsteen>
      <Bouwsteen naam="tweede">
        <Tweede
          groep={{
            kop: 'Wacht op een tweede persoon',
            regels: [
              {
                nummer: 'L-2026-0004',
                url: '#inhoud',
                termijn: null,
                teksten: ['Deze les wacht op wie haar nakijkt.'],
              },
              { nummer: LANG, url: null, termijn: null, teksten: [LANG] },
            ],
          }}
        />
      </Bouwsteen>
    </>
  );
}
