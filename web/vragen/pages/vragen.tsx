import { ADRESSEN } from '#contract/adressen.ts';
import type { GevraagdAanU } from '#contract/gevraagd.ts';
import { labelVan } from '#domain/beleid/codelijsten.ts';
import type { Datum } from '#domain/tijd/amsterdam.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

import { Feiten } from '../../components/feiten.tsx';
import { Knoplink } from '../../components/knop.tsx';
import { Leeg } from '../../components/leeg.tsx';
import { Melding } from '../../components/melding.tsx';
import { Termijnmerk } from '../../components/termijnmerk.tsx';
import { opSchrift } from '../../datums.ts';
import { padVan } from '../../doen/daden.ts';
import { Layout, type PageContext } from '../../layout.tsx';

type Vraag = GevraagdAanU['vragen'][number];

interface VragenProps {
  vragen: readonly Vraag[];
  /** The number of the signaal of which a mail asked something that waits no more. */
  voorbij: string | undefined;
  vandaag: Datum;
  context: PageContext;
}

/** What waits for the answer of who looks: the question, the answers as buttons, until when. */
export function VragenAanMij({ vragen, voorbij, vandaag, context }: VragenProps) {
  return (
    <Layout titel="Vragen aan mij" hier={ADRESSEN.vragen()} context={context}>
      <h1>Vragen aan mij</h1>
      {voorbij !== undefined && (
        <Melding soort="info">
          <p>
            {'Over signaal '}
            <a href={ADRESSEN.signaal({ nummer: voorbij })}>{voorbij}</a>
            {' wacht geen vraag meer op u. Er is al antwoord, of het is niet meer nodig.'}
          </p>
        </Melding>
      )}
      {vragen.length === 0 ? (
        <Leeg kop="Er wacht niets op uw antwoord">
          Vraagt iemand u om mee te denken of om meer te vertellen, dan staat die vraag hier. U krijgt er ook een mail
          over.
        </Leeg>
      ) : (
        <>
          <p className="inleiding">
            Kies uw antwoord. Daarna kunt u er iets bij schrijven. Wat het eerst afloopt, staat bovenaan.
          </p>
          {vragen.map((vraag, i) => (
            <Vraagkaart
              key={`${vraag.nummer} ${vraag.verzoek} ${vraag.soort}`}
              // Where the mail about it leads.
              id={vragen.findIndex(({ nummer }) => nummer === vraag.nummer) === i ? vraag.nummer : undefined}
              vraag={vraag}
              vandaag={vandaag}
            />
          ))}
        </>
      )}
    </Layout>
  );
}

function Vraagkaart({ id, vraag, vandaag }: { id: string | undefined; vraag: Vraag } & Pick<VragenProps, 'vandaag'>) {
  const { nummer, onderwerp, gesteldOp, totEnMetDatum, resterend } = vraag;
  const stand = totEnMetDatum === vandaag ? 'vandaag' : totEnMetDatum < vandaag ? 'te_laat' : 'op_tijd';
  return (
    <article className="verzoek" id={id}>
      <div className="kaartkop">
        <h2>{KOPPEN[vraag.soort](vraag)}</h2>
        <Termijnmerk stand={stand} resterend={resterend} />
      </div>
      <p className="geschreven">{vraag.vraag === null ? HOE_GAAT_HET : vraag.vraag}</p>
      <Feiten
        feiten={[
          {
            naam: 'Signaal',
            waarde: (
              <>
                <a href={ADRESSEN.signaal({ nummer })}>{onderwerp ?? 'Zonder onderwerp'}</a>{' '}
                <span className="zacht">{nummer}</span>
              </>
            ),
          },
          gesteldOp === null ? null : { naam: 'Gevraagd', waarde: opSchrift(gesteldOp) },
          { naam: 'Tot en met', waarde: voluit(totEnMetDatum) },
        ]}
      />
      <p className="knoppen">
        {vraag.antwoorden.map((antwoord, i) => (
          <Knoplink key={antwoord} soort={i === 0 ? 'eerste' : 'tweede'} href={adresVan(vraag, antwoord)}>
            {vraag.soort === 'terugblik' ? labelVan('ervaring', antwoord) : labelVan('antwoord', antwoord)}
          </Knoplink>
        ))}
      </p>
    </article>
  );
}

const HOE_GAAT_HET = 'Het signaal is gesloten. Hoe gaat het nu? Helpt de oplossing?';

const KOPPEN: Readonly<Record<Vraag['soort'], (vraag: Vraag) => string>> = {
  consultatie: ({ wie }) => `${wie ?? 'Een collega'} vraagt u om mee te denken`,
  navraag: ({ wie }) => `${wie ?? 'De behandelaar'} vraagt u iets`,
  toezegging: ({ wie }) => `Heeft ${wie ?? 'de partij'} gedaan wat is toegezegd?`,
  terugblik: () => 'Hoe gaat het nu?',
};

/** The page of the act, with this answer chosen. */
function adresVan({ soort, nummer, verzoek }: Vraag, antwoord: string): string {
  if (soort === 'terugblik' || verzoek === null)
    return `${ADRESSEN.signaaldaad({ nummer, daad: padVan('ervaringMelden') })}?ervaring=${antwoord}`;
  return `${ADRESSEN.verzoekdaad({ nummer, verzoek, daad: padVan('verzoekBeantwoorden') })}?antwoord=${antwoord}`;
}
