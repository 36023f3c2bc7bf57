import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';

import postcss from 'postcss';

import { maakStijl } from '../../stijl/maak.ts';
import { snoei, tokensUit, vulTokensIn } from '../../stijl/snoei.ts';

describe('the sheet of every page', () => {
  it('is what the packages of NL Design System and our own rules give now (else: npm run stijl)', () => {
    const sheet = readFileSync(new URL('../../web/assets/stijl.css', import.meta.url), 'utf8');
    assert.equal(sheet, maakStijl());
  });
});

describe('what a component is for', () => {
  it('no page writes by hand', () => {
    const metDeHand = globSync('web/**/*.tsx', { exclude: ['web/components/**'] }).flatMap((bestand) =>
      Array.from(
        readFileSync(bestand, 'utf8').matchAll(
          /<(?:button(?![^>]* hidden)|textarea|select|fieldset|table)\b|"utrecht-(?!form-field-desc)|className=(?:"|\{[^}]*')(?:knop|melding|merkje|veld)[ "']/g,
        ),
        ([wat]) => `${bestand}: ${wat}`,
      ),
    );
    assert.deepEqual(metDeHand, []);
  });
});

describe('of the rules of packages', () => {
  const gesnoeid = (css: string, tokens = ''): string => {
    const root = postcss.parse(css);
    snoei(root, new Set(['a', 'b', 'utrecht-knop']), /:nooit/);
    vulTokensIn(root, tokensUit(`:root { ${tokens} }`));
    return root.toString().replaceAll(/\s+/g, ' ').replaceAll(/ ?}/g, ' }').trim();
  };

  it('those remain whose classes a page has', () => {
    assert.equal(
      gesnoeid('.utrecht-knop, .utrecht-lint { top: 0 } .utrecht-lint { top: 1px } td { top: 2px }'),
      '.utrecht-knop { top: 0 } td { top: 2px }',
    );
    assert.equal(
      gesnoeid('.utrecht-knop:not(.utrecht-lint) { top: 0 }'),
      '.utrecht-knop:not(.utrecht-lint) { top: 0 }',
    );
    assert.equal(gesnoeid('.utrecht-knop:nooit { top: 0 }'), '');
    assert.equal(gesnoeid('@media print { .utrecht-lint { top: 0 } }'), '');
  });

  it('a token becomes its value, and what has no value is not said', () => {
    assert.equal(gesnoeid('.a { top: calc(var(--x) * 2) }', '--x: var(--y); --y: 3px'), '.a { top: calc(3px * 2) }');
    assert.equal(gesnoeid('.a { top: var(--weg, var(--x, 1px)); left: var(--weg) }'), '.a { top: 1px }');
    assert.equal(gesnoeid('.a { top: var(--x, 1px) }', '--x: var(--weg)'), '.a { top: 1px }');
    assert.equal(gesnoeid('.a { top: var(--x, var(--y)) }', '--x: initial; --y: 3px'), '.a { top: 3px }');
  });

  it('a variable remains that a rule sets, with what it is elsewhere', () => {
    assert.equal(
      gesnoeid('.a { top: var(--x, 9px) } .b { --x: 2px }', '--x: 1px'),
      '.a { top: var(--x, 1px) } .b { --x: 2px }',
    );
    assert.equal(gesnoeid('.a { top: var(--x) } .b { --x: 1px }', '--x: 1px'), '.a { top: 1px }');
    assert.equal(gesnoeid('.a { top: var(--x, 1px) } .utrecht-lint { --x: 2px }'), '.a { top: 1px }');
    assert.equal(gesnoeid('.a { --x: var(--y); --y: 2px }'), '');
  });
});
