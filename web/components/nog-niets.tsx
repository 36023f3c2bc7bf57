/** For who comes back to a form that she sent when her session had run out. */
export function NogNiets() {
  return (
    <div className="melding" role="status">
      <h2>Er is nog niets verstuurd</h2>
      <p>U was intussen uitgelogd. Wat u hebt ingevuld, staat er nog. Kijk het na en verstuur het opnieuw.</p>
    </div>
  );
}
