/** In order: later names stand in what an earlier one says of itself. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdgA?(?:iOS)?\//, 'Edge'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\bOPR\//, 'Opera'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const TOESTELLEN: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'een iPhone'],
  [/\biPad\b/, 'een iPad'],
  [/\bAndroid\b.*\bMobile\b/, 'een Android-telefoon'],
  [/\bAndroid\b/, 'een Android-tablet'],
  [/\bWindows\b/, 'een Windows-computer'],
  [/\bMacintosh\b/, 'een Mac'],
  [/\bCrOS\b/, 'een Chromebook'],
  [/\bLinux\b/, 'een Linux-computer'],
];

/** A browser as its owner would call it: "Firefox op een Android-telefoon". */
export function toestelVan(userAgent: string | undefined): string {
  const naam = (lijst: typeof BROWSERS): string | undefined =>
    lijst.find(([kenmerk]) => kenmerk.test(userAgent ?? ''))?.[1];
  const [browser = 'Een browser', toestel] = [naam(BROWSERS), naam(TOESTELLEN)];
  return toestel === undefined ? browser : `${browser} op ${toestel}`;
}
