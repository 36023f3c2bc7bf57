interface HoofdProps {
  titel: string;
  /** For who came with a link that nobody else may have: kept out of search engines, and told to no other website. */
  besloten?: boolean;
}

/** The head of every page: once, here. */
export function Hoofd({ titel, besloten = false }: HoofdProps) {
  return (
    <head>
      <meta charSet="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light" />
      {besloten && <meta name="robots" content="noindex, nofollow" />}
      {besloten && <meta name="referrer" content="no-referrer" />}
      <title>{`${titel} – Signaalpunt`}</title>
      <link rel="icon" href="/assets/mark.svg" type="image/svg+xml" />
      <link
        rel="preload"
        href="/assets/source-sans-3-latin.woff2"
        as="font"
        type="font/woff2"
        crossOrigin="anonymous"
      />
      <link rel="stylesheet" href="/assets/stijl.css" />
      <script type="module" src="/assets/levend.js" />
    </head>
  );
}
