/** The rules refused it. */
export function Geweigerd({ waarom }: { waarom: string }) {
  return (
    <>
      <h2>Dit kan nu niet</h2>
      <p>{`${waarom} Er is niets veranderd. Wat u hebt ingevuld, staat er nog.`}</p>
    </>
  );
}

/** The same form was sent before, with something else in it. */
export function AlVerstuurd({ adres, wat }: { adres: string; wat: string }) {
  return (
    <>
      <h2>U hebt dit formulier al verstuurd</h2>
      <p>
        Toen stond er iets anders in. Dat is gebeurd; wat nu hieronder staat niet. Kijk eerst in{' '}
        <a href={adres}>{wat}</a> hoe het nu is.
      </p>
    </>
  );
}

/** What others did since this form was shown. */
export function Veranderd({ wat, zinnen }: { wat: string; zinnen: readonly string[] }) {
  return (
    <>
      <h2>{`${wat} is intussen veranderd`}</h2>
      {zinnen.length > 0 && (
        <ul>
          {zinnen.map((zin) => (
            <li key={zin}>{zin}</li>
          ))}
        </ul>
      )}
      <p>Er is niets gedaan. Wat u hebt ingevuld, staat er nog. Kijk of het nog klopt en verstuur het dan opnieuw.</p>
    </>
  );
}
