import { ADRESSEN } from '#contract/adressen.ts';
import { TE_WEINIG } from '#contract/cijfers.ts';
import { labelVan } from '#domain/beleid/codelijsten.ts';

import { Staafgrafiek } from '../../components/staafgrafiek.tsx';
import { Tabel } from '../../components/tabel.tsx';
import { geteldAls, lijstadres } from '../adres.ts';
import { deel, getal, vorm, werkdagen } from '../woorden.ts';
import type { Deel } from './deel.ts';

type Ketenpartners = Deel['cijfers']['ketenpartners'];
type Antwoorden = Pick<Ketenpartners[number], 'vragen' | 'beantwoord' | 'stil' | 'mediaan'>;

const KOPPEN = ['Vragen', 'Antwoord', 'Bleef stil', 'De helft antwoordde binnen', 'Signalen'];

/** How fast those who were asked answer, and who never does. */
export function Ketenpartners({ cijfers, gebied, leestAlles }: Deel) {
  const { ketenpartners, organisaties, vanafDatum, totEnMetDatum } = cijfers;
  const gevraagd = geteldAls('gevraagd', vanafDatum, totEnMetDatum);
  return (
    <section>
      <h2>Hoe ketenpartners antwoorden</h2>
      {ketenpartners.length === 0 ? (
        <p>In deze dagen is aan ketenpartners niets gevraagd.</p>
      ) : (
        <>
          <Staafgrafiek
            titel="Vragen waarop nooit antwoord kwam"
            zin={stilzin(ketenpartners)}
            koppen={['Soort ketenpartner', 'Bleef stil']}
            staven={ketenpartners.map(({ type, stil }) => ({ naam: labelVan('ketenpartnertype', type), waarde: stil }))}
          />
          <Tabel
            titel="Per soort ketenpartner"
            koppen={['Soort ketenpartner', ...KOPPEN]}
            rijen={ketenpartners.map(({ type, signalen, ...een }) => ({
              sleutel: type,
              cellen: [
                labelVan('ketenpartnertype', type),
                ...antwoorden(een),
                leestAlles ? (
                  <a key="signalen" href={lijstadres(gebied, { ...gevraagd, gevraagdAan: type })}>
                    {getal(signalen)}
                  </a>
                ) : (
                  getal(signalen)
                ),
              ],
            }))}
          />
        </>
      )}
      <Organisaties
        organisaties={organisaties}
        adres={(id) => lijstadres(gebied, { ...gevraagd, gevraagdeOrganisatie: id })}
      />
      <p className="zacht">
        Geteld is wat in deze dagen is gevraagd, tot het eerste antwoord. Stil bleef wie niet antwoordde, ook niet toen
        het hoger in de organisatie werd gevraagd. Een aantal vragen is geen lijst: in één signaal kan meer dan eens
        iets zijn gevraagd.
      </p>
    </section>
  );
}

interface OrganisatiesProps {
  organisaties: Deel['cijfers']['organisaties'];
  adres: (organisatie: string) => string;
}

function Organisaties({ organisaties, adres }: OrganisatiesProps) {
  if (organisaties.length === 0) return null;
  return (
    <details>
      <summary>{`Organisaties met ten minste ${TE_WEINIG} vragen, in signalen die u leest`}</summary>
      <Tabel
        koppen={['Organisatie', ...KOPPEN]}
        rijen={organisaties.map(({ organisatie: { id, naam }, signalen, ...een }) => ({
          sleutel: id,
          cellen: [
            <a key="naam" href={ADRESSEN.organisatie({ organisatie: id })}>
              {naam}
            </a>,
            ...antwoorden(een),
            <a key="signalen" href={adres(id)}>
              {getal(signalen)}
            </a>,
          ],
        }))}
      />
    </details>
  );
}

function antwoorden({ vragen, beantwoord, stil, mediaan }: Antwoorden): string[] {
  return [
    getal(vragen),
    deel(beantwoord, vragen),
    deel(stil, vragen),
    mediaan === null ? `minder dan ${TE_WEINIG} antwoorden` : werkdagen(mediaan),
  ];
}

function stilzin(ketenpartners: Ketenpartners): string {
  const vragen = ketenpartners.reduce((tot, een) => tot + een.vragen, 0);
  const stil = ketenpartners.reduce((tot, een) => tot + een.stil, 0);
  const begin = `Er ${vorm(vragen, 'is 1 vraag', `zijn ${getal(vragen)} vragen`)} gesteld.`;
  return stil === 0 ? `${begin} Geen daarvan bleef onbeantwoord.` : `${begin} Nooit beantwoord: ${deel(stil, vragen)}.`;
}
