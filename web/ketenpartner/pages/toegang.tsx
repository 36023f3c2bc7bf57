import type { Aankondiging } from '#activities/ketenpartners/opening.ts';
import { ADRESSEN } from '#contract/adressen.ts';

import { Foutoverzicht, Veld, type Veldmelding } from '../../components/formulier.tsx';
import { Invoervak, Tekstvak } from '../../components/invoervak.tsx';
import { Kader } from '../../components/kader.tsx';
import { Knop } from '../../components/knop.tsx';
import { Melding } from '../../components/melding.tsx';
import type { PageContext } from '../../layout.tsx';

interface WelkomProps {
  token: string;
  aankondiging: Aankondiging;
  context: PageContext;
}

/** What anybody sees who has the link, a mail scanner too: who sent it, and to whom half legibly; nothing of what there is to read. */
export function Welkom({ token, aankondiging: { afzender, adres }, context }: WelkomProps) {
  return (
    <Kader titel="Een bericht voor u" context={context}>
      <h1>Er is een bericht voor u</h1>
      <p className="inleiding">
        {`${afzender} van Metgezel heeft een vraag of nieuws voor u. Wij sturen een code naar uw e‑mailadres `}
        <strong className="mailadres">{adres}</strong>
        {'. Daarmee opent u het bericht. U hebt geen account nodig.'}
      </p>
      <form method="post" action={ADRESSEN.partnercode({ token })}>
        <Knop>Stuur mij een code</Knop>
      </form>
      <p className="zacht">
        Waarom een code? Zo weten wij zeker dat alleen u het leest. Is dit niet uw adres? Gebruik dan de link uit een
        mail aan uzelf.
      </p>
    </Kader>
  );
}

export interface CodeProps {
  token: string;
  aankondiging: Aankondiging;
  fouten: readonly Veldmelding[];
  /** What happened just now that the reader should know. */
  bericht: string | null;
  context: PageContext;
}

/** Where the code is typed. */
export function Code({ token, aankondiging, fouten, bericht, context }: CodeProps) {
  return (
    <Kader titel={fouten.length > 0 ? 'Fout: vul de code in' : 'Vul de code in'} context={context}>
      <Foutoverzicht fouten={fouten} />
      <h1>Vul de code in</h1>
      {bericht !== null && (
        <Melding soort="let-op">
          <p>{bericht}</p>
        </Melding>
      )}
      <p className="inleiding">
        {'Wij hebben een mail met een code van zes cijfers gestuurd naar '}
        <strong className="mailadres">{aankondiging.adres}</strong>. De code werkt 10 minuten.
      </p>
      <form method="post" action={ADRESSEN.partneropen({ token })}>
        <Veld naam="code" label="Code" hint="Zes cijfers, bijvoorbeeld 012345." fouten={fouten}>
          {(eigen) => (
            <Invoervak
              {...eigen}
              kort
              type="text"
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={12}
              required
            />
          )}
        </Veld>
        <Knop>Open het bericht</Knop>
      </form>
      <h2>Geen mail gekregen?</h2>
      <p>Het kan een paar minuten duren. Kijk ook bij ongewenste mail.</p>
      <form method="post" action={ADRESSEN.partnercode({ token })}>
        <Knop soort="tweede">Stuur een nieuwe code</Knop>
      </form>
    </Kader>
  );
}

/** One page for every link that opens nothing, whatever the reason, and what to do now. `tekst`: what was typed and could not be sent. */
export function DodeLink({ tekst, context }: { tekst?: string | undefined; context: PageContext }) {
  return (
    <Kader titel="Deze link werkt niet" context={context}>
      <h1>Deze link werkt niet, of niet meer</h1>
      <Getypt tekst={tekst} />
      <p className="inleiding">Wat u nu kunt doen:</p>
      <ul>
        <li>Open de link opnieuw vanuit de mail. Een pagina blijft een uur open.</li>
        <li>Staat de link op twee regels in de mail? Neem hem dan helemaal over.</li>
        <li>Hebt u een nieuwere mail van ons? Gebruik dan de link uit die mail.</li>
        <li>Lukt het niet? Bel de persoon die in de mail staat. Een antwoord geven kan ook aan de telefoon.</li>
      </ul>
      <p className="zacht">
        Een link werkt niet voor altijd. Hij werkt ook niet meer als u de vraag aan een collega gaf, of als een vraag of
        een signaal is ingetrokken.
      </p>
    </Kader>
  );
}

/** What was typed and could not be sent. */
function Getypt({ tekst = '' }: { tekst?: string | undefined }) {
  if (tekst === '') return null;
  return (
    <>
      <Melding soort="fout">
        <p>Uw antwoord is niet verstuurd. Hieronder staat wat u schreef, zodat u het kunt bewaren.</p>
      </Melding>
      <Veld naam="tekst" label="Uw tekst" fouten={[]}>
        {(eigen) => <Tekstvak {...eigen} rows={8} readOnly defaultValue={tekst} />}
      </Veld>
    </>
  );
}

/** After handing the question on: from then on it is the colleague's alone. */
export function Doorgegeven({ tekst, context }: { tekst?: string | undefined; context: PageContext }) {
  return (
    <Kader titel="De vraag is bij uw collega" context={context}>
      <h1>De vraag is nu bij uw collega</h1>
      <Getypt tekst={tekst} />
      <p className="inleiding">Uw collega krijgt een mail met een eigen link. De termijn blijft dezelfde.</p>
      <p>
        U kunt de vraag zelf niet meer openen. Moet de vraag toch bij u blijven? Bel dan de persoon die in onze mail aan
        u staat.
      </p>
    </Kader>
  );
}

/** After closing the session, on a computer that others use too. */
export function Gesloten({ context }: { context: PageContext }) {
  return (
    <Kader titel="U bent klaar" context={context}>
      <h1>U bent klaar</h1>
      <p className="inleiding">De pagina is gesloten op dit apparaat. U kunt dit venster sluiten.</p>
      <p>
        Wilt u later nog iets lezen? Open dan de link uit de mail opnieuw. Een antwoord kunt u daar aanpassen zolang wij
        er nog niet mee verder zijn gegaan. Daarna belt u de persoon die in de mail staat.
      </p>
    </Kader>
  );
}

/** Something at our side keeps an answer from being taken; nothing was changed. */
export function LukteNiet({ context, terug }: { context: PageContext; terug: string }) {
  return (
    <Kader titel="Het lukte niet" context={context}>
      <h1>Het lukte net niet</h1>
      <p className="inleiding">Er is niets veranderd. Probeer het over een minuut nog eens.</p>
      <p>
        <a href={terug}>Terug naar de vraag</a>
      </p>
    </Kader>
  );
}
