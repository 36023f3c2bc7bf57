import { Melding } from './melding.tsx';

/** For who comes back to a form that they sent when their session had run out. */
export function NogNiets() {
  return (
    <Melding soort="let-op" kop="Er is nog niets verstuurd">
      <p>U was intussen uitgelogd. Wat u hebt ingevuld, staat er nog. Kijk het na en verstuur het opnieuw.</p>
    </Melding>
  );
}
