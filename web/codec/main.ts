import express from 'express';

import { loadCodecConfig } from '#platform/config.ts';
import { endOnUncaught, settingsOrEnd } from '#platform/last-resort.ts';
import { leaveInTime } from '#platform/leave.ts';
import { createLogger } from '#platform/logger.ts';

import { createCodec } from '../codec.ts';

// Lets Temporal's own pages show in production what is encrypted in them. It knows the key, so it is for operators on the machine
// itself, and it answers the pages at TEMPORAL_UI_URL alone.

const config = settingsOrEnd(() => loadCodecConfig(process.env));
const log = createLogger('codec', config.log.level);
endOnUncaught(log);
const { payloadKey, uiUrl } = config.temporal;

const app = express();
app.disable('x-powered-by');
app.use(createCodec(payloadKey, new URL(uiUrl).origin));
const server = app.listen(config.web.port, config.web.listenAddress ?? '::');
for (const teken of ['SIGTERM', 'SIGINT'] as const) {
  process.once(teken, () => {
    leaveInTime(log);
    server.close();
    server.closeIdleConnections();
  });
}
