import { ADRESSEN } from '#contract/adressen.ts';
import { labelVan, type Rol } from '#domain/beleid/codelijsten.ts';

import { Melding } from '../components/melding.tsx';
import { Uitklap } from '../components/uitklap.tsx';
import { Layout, type PageContext } from '../layout.tsx';

/** For whom there is help here: whoever works with an account. A ketenpartner finds all that is needed behind the link. */
type Geholpen = Exclude<Rol, 'ketenpartner'>;

interface HulpProps {
  /** How functioneel beheer is reached. */
  beheer: string;
  context: PageContext;
}

/** How one works with this, for each role; the role of who asks lies open. */
export function Hulp({ beheer, context }: HulpProps) {
  const eigen = context.persoon?.rollen ?? [];
  const rollen = Object.keys(UITLEG) as Geholpen[];
  return (
    <Layout titel="Hulp" hier={ADRESSEN.hulp()} context={context}>
      <div className="smal">
        <h1>Hulp</h1>
        <p className="inleiding">
          Signaalpunt bewaakt dat een vastgelopen gezin verder komt. Hier leest u hoe u ermee werkt.
        </p>
        <Melding soort="let-op" kop="Is er direct gevaar?">
          <p>
            Bel 112. Vermoedt u mishandeling? Bel Veilig Thuis: <a href="tel:08002000">0800 2000</a>. Signaalpunt is er
            niet voor nood.
          </p>
        </Melding>
        {rollen.map((rol) => (
          <Uitklap key={rol} kop={labelVan('rol', rol)} open={eigen.includes(rol)}>
            <ul>
              {UITLEG[rol].map((zin) => (
                <li key={zin}>{zin}</li>
              ))}
            </ul>
          </Uitklap>
        ))}
        <h2>Vragen die vaak komen</h2>
        <Uitklap kop="Waarom staat er deze datum?">
          <p>
            Termijnen tellen in werkdagen. Weekenden en feestdagen tellen niet mee. Open een signaal en kies de datum:
            dan ziet u elke dag die meetelt, en elke dag die is overgeslagen.
          </p>
        </Uitklap>
        <Uitklap kop="Waarom kan ik iets niet doen?">
          <p>
            Bij het signaal staat wat u nu niet kunt doen, waarom niet, en wie het wel kan. Werkt u bij een organisatie
            waar het signaal over gaat? Dan ziet u het signaal niet.
          </p>
        </Uitklap>
        <Uitklap kop="Raak ik kwijt wat ik heb getypt?">
          <p>
            Nee. Bent u intussen uitgelogd, of was Signaalpunt even weg? Dan staat uw tekst er weer als u terugkomt. Wat
            u twee keer verstuurt, gebeurt één keer.
          </p>
        </Uitklap>
        <h2>Komt u er niet uit?</h2>
        <p>{`Vraag het aan functioneel beheer: ${beheer}.`}</p>
      </div>
    </Layout>
  );
}

const UITLEG: Readonly<Record<Geholpen, readonly string[]>> = {
  metgezel: [
    'Loopt een gezin vast? Kies Melden. Schrijf wat er vastloopt, zonder namen of adressen.',
    'Kies wat u wilt: zelf verder gaan, hulp krijgen, of alleen melden.',
    'Onder Mijn signalen ziet u wie aan zet is, en tot en met welke dag.',
    'Doet niemand iets voor het einde van de termijn, dan gaat het signaal vanzelf een niveau hoger.',
    'U krijgt altijd antwoord. Daarna vragen wij of het heeft geholpen.',
  ],
  oco_consulent: [
    'Kies Melden om een signaal in te dienen voor uw cliënt.',
    'Onder Mijn signalen ziet u hoe het gaat en wie aan zet is.',
    'U krijgt antwoord als het signaal klaar is.',
  ],
  regiocoordinator: [
    'In de Werkvoorraad staan de signalen van uw regio.',
    'Kies een signaal en pak het op, of wijs het toe aan iemand anders.',
    'Hebt u een ander nodig? Stel een vraag. Wij bewaken of het antwoord komt.',
    'Kan de regio het niet oplossen? Leg het bij het landelijk team.',
  ],
  landelijk_team: [
    'In de Werkvoorraad staan alle signalen, zonder over wie ze gaan.',
    'U behandelt wat de regio niet kan oplossen.',
    'Zet uw aanpak erbij met een dag waarop u die herziet.',
  ],
  programmaleiding: [
    'U ziet waar signalen blijven liggen, en u kunt ze toewijzen.',
    'U leest de tekst van een signaal pas als het aan u is voorgelegd.',
  ],
  functioneel_beheer: [
    'U beheert mensen, organisaties, codes, termijnen en vrije dagen.',
    'U leest geen signalen. Vraagt een signaal aandacht, dan ziet u alleen het nummer.',
  ],
  auditor: ['U kijkt na wie wat heeft gedaan. U verandert niets.'],
};
