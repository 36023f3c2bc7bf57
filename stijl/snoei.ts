import postcss, { type Declaration, type Root } from 'postcss';
import lees, { type Node } from 'postcss-value-parser';

/** What a variable is worth on the whole page, by its name with the two dashes. */
export type Tokens = ReadonlyMap<string, string>;

/** The tokens of a sheet that says nothing else. `initial` is none, as in CSS: what falls back on another token then does. */
export function tokensUit(css: string): Map<string, string> {
  const tokens = new Map<string, string>();
  postcss.parse(css).walkDecls(/^--/, ({ prop, value }) => void tokens.set(prop, value));
  return tokens;
}

/** Takes away the rules for classes that no page has, and for what is `nooit` there. */
export function snoei(root: Root, klassen: ReadonlySet<string>, nooit: RegExp): void {
  root.walkRules((regel) => {
    regel.selectors = regel.selectors.filter((selector) => !nooit.test(selector) && kanVoorkomen(selector, klassen));
    if (regel.selector === '') regel.remove();
  });
}

function kanVoorkomen(selector: string, klassen: ReadonlySet<string>): boolean {
  const nodig = selector.replaceAll(/:not\([^)]*\)/g, '').matchAll(/\.([a-z][\w-]*)/g);
  return [...nodig].every(([, klasse = '']) => klassen.has(klasse));
}

/**
 * Makes each token its value: a variable stays one only where a rule sets it, such as the colour of one kind of button. What then has
 * no value says nothing, and is gone.
 */
export function vulTokensIn(root: Root, tokens: Tokens): void {
  root.walkComments((uitleg) => void uitleg.remove());
  // What is gone may have been the last that set or read another variable.
  for (let eerder = ''; eerder !== root.toString();) {
    eerder = root.toString();
    vulIn(root, tokens);
    haalOngelezenWeg(root);
  }
  root.walk((deel) => {
    if ('nodes' in deel && deel.nodes?.length === 0) deel.remove();
  });
}

function vulIn(root: Root, tokens: Tokens): void {
  const gezet = gezetIn(root, tokens);
  root.walkDecls((zin) => {
    const waarde =
      gezet.has(zin.prop) || !zin.prop.startsWith('--') ? lijst(lees(zin.value).nodes, tokens, gezet) : null;
    if (waarde === null) zin.remove();
    else zin.value = waarde;
  });
}

/** The variables that a rule gives another value than the page: these stay variables. */
function gezetIn(root: Root, tokens: Tokens): Set<string> {
  const gezet = new Set<string>();
  root.walkDecls(/^--/, ({ prop, value }) => {
    if (tokens.get(prop) !== value) gezet.add(prop);
  });
  return gezet;
}

/** These parts with their variables filled in; null where one has no value. */
function lijst(delen: readonly Node[], tokens: Tokens, gezet: ReadonlySet<string>): string | null {
  const gevuld = delen.map((deel) => ingevuld(deel, tokens, gezet));
  return gevuld.includes(null) ? null : gevuld.join('').trim();
}

function ingevuld(deel: Node, tokens: Tokens, gezet: ReadonlySet<string>): string | null {
  if (deel.type !== 'function') return lees.stringify(deel);
  if (deel.value !== 'var') {
    const binnen = lijst(deel.nodes, tokens, gezet);
    return binnen === null ? null : `${deel.value}(${binnen})`;
  }
  const naam = deel.nodes[0]?.value ?? '';
  const token = tokens.get(naam) ?? 'initial';
  const komma = deel.nodes.findIndex(({ type }) => type === 'div');
  const waarde =
    (token === 'initial' ? null : lijst(lees(token).nodes, tokens, gezet)) ??
    (komma === -1 ? null : lijst(deel.nodes.slice(komma + 1), tokens, gezet));
  if (!gezet.has(naam)) return waarde;
  return waarde === null ? `var(${naam})` : `var(${naam}, ${waarde})`;
}

function haalOngelezenWeg(root: Root): void {
  const gelezen = new Set<string>();
  root.walkDecls(({ value }) => {
    for (const [naam] of value.matchAll(/--[\w-]+/g)) gelezen.add(naam);
  });
  root.walkDecls(/^--/, (zin: Declaration) => {
    if (!gelezen.has(zin.prop)) zin.remove();
  });
}
