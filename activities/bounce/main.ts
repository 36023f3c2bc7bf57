import { buffer } from 'node:stream/consumers';

import { loadConfig } from '#platform/config.ts';
import { findDatabase } from '#platform/embedded/find-service.ts';
import { readEnvFile } from '#platform/env-file.ts';
import { runCommand } from '#platform/last-resort.ts';
import { StartError } from '#platform/start-error.ts';

import { type Terugkomst, verwerkBounce } from '../ketenpartners/bounce.ts';
import { type Reactie, verwerkReactie } from '../ketenpartners/reactie.ts';
import { createWriterContext } from '../writer-context.ts';

const REACTIES: Readonly<Record<Reactie, string>> = {
  beantwoord:
    'Een antwoord op een mail van ons. De afzender krijgt bericht dat niemand het leest, en wie te bellen is.',
  automatisch: 'Een automatisch bericht, zoals een afwezigheidsmelding. Er is niets gedaan.',
  onbekend: 'Geen bericht over bezorging, en geen antwoord op een mail van ons. Er is niets gedaan.',
};

const GEBRUIK =
  'Gebruik: npm run bounce < mail.eml, met één mail zoals de mailserver hem kreeg: een bericht dat een mail niet aankwam, of een antwoord.';

/**
 * Where a mail server pipes what comes to the address that sends our mails: reports of mails that came back, and replies. Says what it
 * did, and ends with 0 unless it must be tried again.
 */
await runCommand(async () => {
  if (process.stdin.isTTY) throw new StartError(GEBRUIK);
  readEnvFile();
  const config = loadConfig(process.env);
  const mail = await buffer(process.stdin);
  if (mail.length === 0) throw new StartError(GEBRUIK);
  const service = await findDatabase(config);
  await using context = await createWriterContext(service, { poolMax: 2 });
  const db = context.database.voor({ rol: 'dienst', dienst: 'bounce' });
  const terug = await verwerkBounce(db, context.uitvoeren.voerUit, mail);
  const gedaan =
    terug === null
      ? REACTIES[await verwerkReactie(db, { from: config.mail.from, publicUrl: service.publicUrl }, mail)]
      : inWoorden(terug);
  process.stdout.write(`${gedaan}\n`);
}, 'De mail is niet verwerkt. Bied hem later opnieuw aan.');

function inWoorden({ herkend, gemeld }: Terugkomst): string {
  if (!herkend) return 'Een bericht over een mail die niet van ons is. Er is niets gedaan.';
  return gemeld === 0
    ? 'Een mail van ons kwam terug. Er was niets meer te melden.'
    : `Een mail van ons kwam terug. Bij ${gemeld === 1 ? 'één signaal' : `${gemeld} signalen`} is het gemeld.`;
}
