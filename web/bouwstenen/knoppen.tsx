import { Bevestiging } from '../components/bevestiging.tsx';
import { Knop, Knoplink } from '../components/knop.tsx';
import { Zoekvak } from '../components/zoekvak.tsx';
import { Bouwsteen, Toestand } from './bouwsteen.tsx';
import { LANG } from './teksten.ts';

/** What people press. */
export function Knoppen() {
  return (
    <>
      <h2>Doen</h2>
      <Bouwsteen naam="knop">
        <Toestand naam="In rust">
          <p className="knoppen">
            <Knop type="button">Leg bij de regio</Knop>
            <Knop type="button" soort="tweede">
              Bekijk wat er gebeurt
            </Knop>
            <Knop type="button" soort="gevaar">
              Trek het signaal in
            </Knop>
            <Knop type="button" soort="tweede" klein>
              Pak op
            </Knop>
            <Knoplink href="#steen-knop">Meld een signaal</Knoplink>
          </p>
        </Toestand>
        <Toestand naam="Met focus" focus>
          <p className="knoppen">
            <Knop type="button">Leg bij de regio</Knop>
            <Knop type="button" soort="tweede">
              Bekijk wat er gebeurt
            </Knop>
            <Knop type="button" soort="gevaar">
              Trek het signaal in
            </Knop>
            <Knoplink href="#steen-knop">Meld een signaal</Knoplink>
          </p>
        </Toestand>
        <Toestand naam="Bezig">
          <p className="knoppen">
            <Knop type="button" aria-disabled="true">
              Leg bij de regio
            </Knop>
            <Knop type="button" soort="tweede" aria-disabled="true">
              Bekijk wat er gebeurt
            </Knop>
          </p>
        </Toestand>
        <Toestand naam="Uitgeschakeld">
          <p className="knoppen">
            <Knop type="button" disabled>
              Leg bij de regio
            </Knop>
            <Knop type="button" soort="tweede" disabled>
              Bekijk wat er gebeurt
            </Knop>
          </p>
        </Toestand>
        <Toestand naam="Met lange tekst">
          <Knop type="button">{LANG}</Knop>
        </Toestand>
      </Bouwsteen>
      <Meer />
    </>
  );
}

function Meer() {
  return (
    <>
      <Bouwsteen naam="bevestiging">
        <Bevestiging
          knop="Verwijder het concept"
          vraag="Het concept is daarna weg. Dat kunt u niet terugdraaien."
          ja="Ja, verwijder het"
          adres="#"
        />
      </Bouwsteen>
      <Bouwsteen naam="zoekvak">
        <Toestand naam="Leeg">
          <Zoekvak adres="#" naam="proef" label="Zoek op nummer of woord" />
        </Toestand>
        <Toestand naam="Ingevuld, zonder label in zicht">
          <Zoekvak adres="#" naam="proef-2" label="Zoek een organisatie" waarde="gemeente" labelInZicht={false} />
        </Toestand>
      </Bouwsteen>
    </>
  );
}
