/** The rules refused it. */
export function Geweigerd({ waarom, isIngevuld }: { waarom: string; isIngevuld: boolean }) {
  return (
    <>
      <h2>Dit kan nu niet</h2>
      <p>{zinnenVan(waarom, 'Er is niets veranderd.', isIngevuld && STAAT_ER_NOG)}</p>
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

interface VeranderdProps {
  wat: string;
  zinnen: readonly string[];
  /** Why it cannot be done any more; null when it can. */
  waaromNiet: string | null;
  isIngevuld: boolean;
}

/** What others did since this form was shown. */
export function Veranderd({ wat, zinnen, waaromNiet, isIngevuld }: VeranderdProps) {
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
      <p>
        {zinnenVan(
          'Er is niets gedaan.',
          isIngevuld && STAAT_ER_NOG,
          waaromNiet ?? 'Kijk of het nog klopt en verstuur het dan opnieuw.',
        )}
      </p>
    </>
  );
}

const STAAT_ER_NOG = 'Wat u hebt ingevuld, staat er nog.';

function zinnenVan(...zinnen: readonly (string | false)[]): string {
  return zinnen.filter((zin) => zin !== false).join(' ');
}
