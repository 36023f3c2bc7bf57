import { globSync, readFileSync } from 'node:fs';

import { transform } from 'lightningcss';
import postcss from 'postcss';

import { snoei, tokensUit, vulTokensIn } from './snoei.ts';

const WEB = new URL('../web/', import.meta.url);
const THEMA = import.meta.resolve('@nl-design-system-unstable/voorbeeld-design-tokens/dist/variables.css');
/** In the order in which they must stand. */
const PAKKETTEN = [
  import.meta.resolve('@utrecht/heading-1-css/dist/html/index.css'),
  import.meta.resolve('@utrecht/heading-2-css/dist/html/index.css'),
  import.meta.resolve('@utrecht/heading-3-css/dist/html/index.css'),
  import.meta.resolve('@utrecht/table-css/dist/html/index.css'),
  import.meta.resolve('@utrecht/button-css/dist/index.css'),
  import.meta.resolve('@utrecht/form-label-css/dist/index.css'),
  import.meta.resolve('@utrecht/form-field-description-css/dist/index.css'),
  import.meta.resolve('@utrecht/form-field-error-message-css/dist/index.css'),
  import.meta.resolve('@utrecht/form-field-css/dist/index.css'),
  import.meta.resolve('@utrecht/form-fieldset-css/dist/index.css'),
  import.meta.resolve('@utrecht/textbox-css/dist/index.css'),
  import.meta.resolve('@utrecht/textarea-css/dist/index.css'),
  import.meta.resolve('@utrecht/select-css/dist/index.css'),
  import.meta.resolve('@utrecht/alert-css/dist/index.css'),
  import.meta.resolve('@utrecht/badge-status-css/dist/index.css'),
  import.meta.resolve('@utrecht/breadcrumb-nav-css/dist/index.css'),
  import.meta.resolve('@utrecht/skip-link-css/dist/index.css'),
];
/** Fields that no page has: passwords, addresses of other pages, patterns. */
const NOOIT = /\[(?:pattern|type="?(?:password|url|number|tel)|inputmode="?(?:decimal|tel|url|email))/i;
/** The oldest browsers with `:has()`, without which pages are hard to use. */
const BROWSERS = { chrome: 105 << 16, firefox: 121 << 16, safari: (15 << 16) | (4 << 8) };
const VAN_WIE = `/*! Met onderdelen van NL Design System (@utrecht/*-css, voorbeeld-design-tokens), EUPL-1.2,
© Gemeente Utrecht, Frameless B.V. en de NL Design System community. Gemaakt door "npm run stijl". */
`;

/** The sheet of every page: of the packages what our pages use, in our look, and below that what is ours alone. */
export function maakStijl(): string {
  const tokens = new Map([...tokensUit(lees(THEMA)), ...tokensUit(eigen('thema.css'))]);
  const pakketten = postcss.parse(PAKKETTEN.map(lees).join(''));
  snoei(pakketten, klassen(), NOOIT);
  const root = postcss.parse(
    `@layer basis{${eigen('basis.css')}}@layer pakketten{${pakketten.toString()}}${eigen('eigen.css')}`,
  );
  vulTokensIn(root, tokens);
  const { code } = transform({
    filename: 'stijl.css',
    code: Buffer.from(root.toString()),
    minify: true,
    targets: BROWSERS,
  });
  // A line for each rule, so that two changes meet in none.
  return `${VAN_WIE}${code.toString().replaceAll('}', '}\n')}`;
}

/** The classes of the packages that our pages have. */
function klassen(): Set<string> {
  const bron = globSync('**/*.{tsx,ts,js}', { cwd: WEB }).map((naam) => readFileSync(new URL(naam, WEB), 'utf8'));
  return new Set(bron.flatMap((tekst) => tekst.match(/\butrecht-[\w-]+/g) ?? []));
}

function eigen(naam: string): string {
  return lees(new URL(naam, import.meta.url));
}

function lees(adres: string | URL): string {
  return readFileSync(new URL(adres), 'utf8');
}
