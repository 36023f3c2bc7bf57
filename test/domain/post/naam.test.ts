import assert from 'node:assert/strict';

import { heeftLink } from '#domain/post/naam.ts';

describe('a name', () => {
  it('is a name with initials, titles, marks and other scripts', () => {
    const namen = [
      'J. Jansen',
      'P.J.M. van Dam',
      'P.J.M.van Dam',
      'dhr. De Boer',
      "Mw. D'Ancona-Özil",
      'Team Wmo 2 (3e etage)',
      '李小龍',
    ];
    for (const naam of namen) assert.equal(heeftLink(naam), false, naam);
  });

  it('is none when a mail program would show a link in it', () => {
    const zinnen = [
      'U hebt iets gewonnen: https://kwaad.example/x',
      'Kijk op www.kwaad.example',
      'WWW.KWAAD.EXAMPLE',
      'Ga naar kwaad.nl',
      'kwaad.nl/inloggen',
      'mailto:x@kwaad.nl',
      'Jan <jan@kwaad.nl>',
      'ftp://x',
      't.co/abc',
      'пример.рф',
    ];
    for (const zin of zinnen) assert.equal(heeftLink(zin), true, zin);
  });
});
