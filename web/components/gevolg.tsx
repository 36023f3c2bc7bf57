interface GevolgProps {
  /** The place on the page, to which a form can point. */
  id: string;
  kop: string;
  /** From the rules themselves. Empty: it is recorded, and nothing else. */
  zinnen: readonly string[];
  /** What in the text others will read too, and may not have to know. */
  twijfels?: readonly string[];
}

/** What an act would lead to, before it is done. */
export function Gevolg({ id, kop, zinnen, twijfels = [] }: GevolgProps) {
  return (
    <section className="gevolg" id={id} aria-labelledby={`${id}-kop`} tabIndex={-1}>
      <h2 id={`${id}-kop`}>{kop}</h2>
      {zinnen.length === 0 ? (
        <p>Het wordt genoteerd. Verder verandert er niets.</p>
      ) : (
        <ul>
          {zinnen.map((zin) => (
            <li key={zin}>{zin}</li>
          ))}
        </ul>
      )}
      {twijfels.length > 0 && (
        <div className="let-op">
          <h3>Kijk nog één keer naar uw tekst</h3>
          <ul>
            {twijfels.map((zin) => (
              <li key={zin}>{zin}</li>
            ))}
          </ul>
        </div>
      )}
      <p className="zacht">Er is nog niets veranderd.</p>
    </section>
  );
}
