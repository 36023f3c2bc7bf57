import { ADRESSEN } from '#contract/adressen.ts';

/** Ends the session, on a computer that others use too. */
export function Sluitknop({ link }: { link: string }) {
  return (
    <form method="post" action={ADRESSEN.partnersluit({ link })}>
      <button className="knop tweede" type="submit">
        Sluit deze pagina
      </button>
    </form>
  );
}
