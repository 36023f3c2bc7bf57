import type { Groep } from '#activities/post/brief.ts';

/** What waits until a second person looks at it, for who may be that; nothing where nothing does. */
export function Tweede({ groep: { kop, regels } }: { groep: Groep }) {
  if (regels.length === 0) return null;
  return (
    <section aria-labelledby="tweede">
      <h2 id="tweede">{kop}</h2>
      <ul>
        {regels.map(({ nummer, url, teksten }) => (
          <li key={nummer}>
            {url === null ? nummer : <a href={url}>{nummer}</a>}
            {`: ${teksten.join(' ')}`}
          </li>
        ))}
      </ul>
    </section>
  );
}
