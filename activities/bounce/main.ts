import { buffer } from 'node:stream/consumers';

import { initOrm } from '#db/orm.ts';
import { loadServiceConfig } from '#platform/config.ts';

import { type Terugkomst, verwerkBounce } from '../ketenpartners/bounce.ts';
import { type Reactie, verwerkReactie } from '../ketenpartners/reactie.ts';
import { createUitvoeren } from '../uitvoeren.ts';

const REACTIES: Readonly<Record<Reactie, string>> = {
  beantwoord:
    'Een antwoord op een mail van ons. De afzender krijgt bericht dat niemand het leest, en wie te bellen is.',
  automatisch: 'Een automatisch bericht, zoals een afwezigheidsmelding. Er is niets gedaan.',
  onbekend: 'Geen bericht over bezorging, en geen antwoord op een mail van ons. Er is niets gedaan.',
};

/**
 * Where a mail server pipes what comes to the address that sends our mails: reports of mails that came back, and replies. Says what it
 * did, and ends with 0 unless it must be tried again.
 */
const config = loadServiceConfig(process.env);
const orm = await initOrm(config.database.url, { poolMax: 2 });
try {
  const { voerUit } = createUitvoeren({ orm, reizen: config.timeTravel });
  const db = orm.em.getKysely();
  const mail = await buffer(process.stdin);
  const terug = await verwerkBounce(db, voerUit, mail);
  const afzender = { from: config.mail.from, publicUrl: config.web.publicUrl };
  const gedaan = terug === null ? REACTIES[await verwerkReactie(db, afzender, mail)] : inWoorden(terug);
  process.stdout.write(`${gedaan}\n`);
} finally {
  await orm.close(true);
}

function inWoorden({ herkend, gemeld }: Terugkomst): string {
  if (!herkend) return 'Een bericht over een mail die niet van ons is. Er is niets gedaan.';
  return gemeld === 0
    ? 'Een mail van ons kwam terug. Er was niets meer te melden.'
    : `Een mail van ons kwam terug. Bij ${gemeld === 1 ? 'één signaal' : `${gemeld} signalen`} is het gemeld.`;
}
