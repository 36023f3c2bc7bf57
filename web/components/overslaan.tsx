/** Past the frame of the page, for who goes by keys. */
export function Overslaan() {
  return (
    <a className="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#inhoud">
      Naar de inhoud
    </a>
  );
}
