import type { Vraag } from '#activities/ketenpartners/vraag.ts';
import { ADRESSEN } from '#contract/adressen.ts';
import type { GevondenOrganisatie } from '#db/queries/organisaties.ts';
import type { Antwoordsoort } from '#domain/beleid/codelijsten.ts';
import { voluit } from '#domain/tijd/uitleg.ts';

import { Bijschrift, Foutoverzicht, Veld } from '../../components/formulier.tsx';
import { Invoervak, Tekstvak } from '../../components/invoervak.tsx';
import { Kader } from '../../components/kader.tsx';
import { Knop } from '../../components/knop.tsx';
import { Kruimels } from '../../components/kruimels.tsx';
import { MagBlijven } from '../../components/mag-blijven.tsx';
import { Veldgroep } from '../../components/veldgroep.tsx';
import type { PageContext } from '../../layout.tsx';
import { type Formulierfout, type Invoer, twijfelwoorden } from '../formulier.ts';
import { labelBij, MET_BIJLAGEN, naamVan, TE_BEVESTIGEN } from '../teksten.ts';
import { Vrager } from './vraaginhoud.tsx';

export interface AntwoordProps {
  link: string;
  soort: Antwoordsoort;
  vraag: Vraag;
  invoer: Invoer;
  fouten: readonly Formulierfout[];
  /** The organisaties that may have been meant by the name that was typed. */
  keuze: readonly GevondenOrganisatie[];
  /** Files came along, and a browser cannot show them again. */
  metBestanden: boolean;
  /** Why the rules refused it. */
  weigering: string | null;
  context: PageContext;
}

/** The form of one answer. */
export function Antwoordpagina(props: AntwoordProps) {
  const { link, soort, vraag, invoer, fouten, weigering, context } = props;
  const titel = naamVan(soort, vraag.status);
  const twijfels = twijfelwoorden(invoer).map((woorden) => ({ veld: 'toelichting', woorden }));
  const isFout = fouten.length > 0 || weigering !== null;
  return (
    <Kader titel={isFout ? `Fout: ${titel}` : titel} context={context}>
      <Kruimels boven={[{ adres: ADRESSEN.partnervraag({ link }), tekst: 'Terug naar de vraag' }]} />
      <Foutoverzicht fouten={weigering === null ? fouten : [{ veld: 'verstuur', tekst: weigering }, ...fouten]} />
      <h1>{titel}</h1>
      {vraag.status === 'beantwoord' && (
        <p className="inleiding">
          U past uw antwoord aan. Wat u hier verstuurt, komt in de plaats van uw antwoord van eerder.
        </p>
      )}
      {soort === 'uitstel_gevraagd' && (
        <p className="inleiding">U kunt één keer extra tijd krijgen. Na het versturen ziet u de nieuwe datum.</p>
      )}
      <form
        method="post"
        action={ADRESSEN.partnerantwoord({ link, soort })}
        encType="multipart/form-data"
        noValidate
        data-bewaak=""
      >
        <input type="hidden" name="versie" value={invoer.versie} />
        {soort === 'toegezegd' && <Datumveld {...props} />}
        {soort === 'niet_bevoegd' && <Bevoegdveld {...props} />}
        {soort === 'doorgegeven' && <Collegavelden {...props} />}
        <Veld
          naam="toelichting"
          label={labelBij(soort)}
          hint={HINT}
          fouten={fouten}
          onder={<MagBlijven naam="toelichting" twijfels={twijfels} bevestigd={invoer.tekstBevestigd.split('\n')} />}
        >
          {(eigen) => <Tekstvak {...eigen} rows={6} defaultValue={invoer.toelichting} />}
        </Veld>
        <Bevestiging {...props} />
        {MET_BIJLAGEN.includes(soort) && <Bestandveld {...props} />}
        <Knop id="verstuur">{soort === 'doorgegeven' ? 'Stuur de vraag door' : 'Verstuur het antwoord'}</Knop>
      </form>
      <Vrager vraag={vraag} />
    </Kader>
  );
}

const HINT = 'Noem geen namen of andere gegevens van het gezin.';

function Datumveld({ vraag, invoer, fouten }: AntwoordProps) {
  return (
    <Veld
      naam="datum"
      label="Voor welke datum?"
      hint={`Uiterlijk ${voluit(vraag.uiterlijkeToezegging)}. De eerste werkdag daarna vragen wij of het is gelukt.`}
      fouten={fouten}
    >
      {(eigen) => (
        <Invoervak {...eigen} kort type="date" max={vraag.uiterlijkeToezegging} defaultValue={invoer.datum} />
      )}
    </Veld>
  );
}

function Bevoegdveld({ invoer, fouten, keuze }: AntwoordProps) {
  const eigen = fouten.filter(({ veld }) => veld === 'bevoegd');
  const isKeuze = keuze.some(({ id }) => id === invoer.bevoegd);
  return (
    <Veldgroep
      label="Wie kan dit wel?"
      onjuist={eigen.length > 0}
      beschreven={eigen.length > 0 ? 'bevoegd-fout' : undefined}
    >
      <Bijschrift naam="bevoegd" hint={undefined} fouten={eigen} />
      {keuze.map(({ id, naam, plaats }, i) => (
        <Rondje
          key={id}
          id={i === 0 ? 'bevoegd' : `bevoegd-${id}`}
          waarde={id}
          tekst={plaats === null ? naam : `${naam} (${plaats})`}
          gekozen={invoer.bevoegd}
        />
      ))}
      <Rondje
        id={keuze.length === 0 ? 'bevoegd' : 'bevoegd-andere'}
        waarde="andere"
        tekst={keuze.length === 0 ? 'Een andere organisatie' : 'Geen van deze, ik zoek opnieuw'}
        gekozen={isKeuze ? '' : invoer.bevoegd}
      />
      <div className="ingesprongen">
        <Veld
          naam="organisatie"
          label="Naam van de organisatie"
          hint="Een deel van de naam is genoeg, bijvoorbeeld CIZ. Een plaats mag ook, bijvoorbeeld Sneek."
          fouten={fouten}
        >
          {(zoekveld) => <Invoervak {...zoekveld} type="text" autoComplete="off" defaultValue={invoer.organisatie} />}
        </Veld>
      </div>
      <Rondje id="bevoegd-weet-niet" waarde="weet_niet" tekst="Dat weet ik niet" gekozen={invoer.bevoegd} />
    </Veldgroep>
  );
}

function Rondje({ id, waarde, tekst, gekozen }: { id: string; waarde: string; tekst: string; gekozen: string }) {
  return (
    <div className="rondje">
      <input type="radio" id={id} name="bevoegd" value={waarde} defaultChecked={waarde === gekozen} />
      <label htmlFor={id}>{tekst}</label>
    </div>
  );
}

function Collegavelden({ vraag, invoer, fouten }: AntwoordProps) {
  return (
    <>
      <Veld naam="collegaNaam" label="Naam van uw collega" fouten={fouten}>
        {(eigen) => <Invoervak {...eigen} type="text" autoComplete="off" defaultValue={invoer.collegaNaam} />}
      </Veld>
      <Veld
        naam="collegaEmail"
        label="E-mailadres van uw collega"
        hint={
          vraag.maildomein === null
            ? `Wij kunnen niet zien wie er bij uw organisatie werkt. Bel ${vraag.vrager.naam}. Die kan de vraag aan uw collega stellen.`
            : `Een adres van uw eigen organisatie: naam@${vraag.maildomein}`
        }
        fouten={fouten}
      >
        {(eigen) => <Invoervak {...eigen} type="email" autoComplete="off" defaultValue={invoer.collegaEmail} />}
      </Veld>
    </>
  );
}

/** Before the files, like every field: of a form that is too large only what stands before them is sure to arrive. */
function Bevestiging({ soort, vraag: { vrager }, invoer, fouten }: AntwoordProps) {
  const bevestiging = TE_BEVESTIGEN[soort];
  if (bevestiging === undefined) return null;
  const eigen = fouten.filter(({ veld }) => veld === 'klopt');
  const beschrijving = eigen.length > 0 ? 'klopt-hint klopt-fout' : 'klopt-hint';
  return (
    <Veldgroep label={bevestiging.vraag} onjuist={eigen.length > 0} beschreven={beschrijving}>
      <Bijschrift
        naam="klopt"
        hint={`${vrager.naam} gaat er dan van uit dat u niets meer hoeft te doen.`}
        fouten={eigen}
      />
      <div className="rondje">
        <input type="checkbox" id="klopt" name="klopt" value="ja" required defaultChecked={invoer.klopt === 'ja'} />
        <label htmlFor="klopt">{bevestiging.ja}</label>
      </div>
    </Veldgroep>
  );
}

function Bestandveld({ fouten, metBestanden }: AntwoordProps) {
  return (
    <Veld
      naam="bestanden"
      label="Bestanden meesturen (hoeft niet)"
      hint={`Hoogstens 5 bestanden, PDF, JPEG of PNG. Samen hoogstens 20 MB, elk hoogstens 10 MB. Van een foto bewaren wij niet waar en wanneer die is gemaakt.${metBestanden ? ' Kies uw bestanden opnieuw: die konden wij niet onthouden.' : ''}`}
      fouten={fouten}
    >
      {(eigen) => <Invoervak {...eigen} type="file" multiple accept=".pdf,.jpg,.jpeg,.png" />}
    </Veld>
  );
}
