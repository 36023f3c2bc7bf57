import { z } from 'zod';

import { address, key, minutes, webAddress } from './setting-kinds.ts';

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
/** What a provider writes as `typ` in the header of an access token: that of RFC 9068, or that of any JWT. */
export const TOKEN_TYPES = ['at+jwt', 'JWT'] as const;

export const DEFAULT_AUDIENCE = 'signaalpunt';

/** Every setting by its name in the environment. An empty one counts as absent. */
export const SETTINGS = z.object({
  PORT: z.coerce
    .number({ error: 'PORT moet een getal zijn, bijvoorbeeld 8080.' })
    .int({ error: 'PORT moet een heel getal zijn, bijvoorbeeld 8080.' })
    .min(1, { error: 'PORT moet tussen 1 en 65535 liggen.' })
    .max(65_535, { error: 'PORT moet tussen 1 en 65535 liggen.' })
    .default(8080),
  LISTEN_ADDRESS: z
    .union([z.ipv4(), z.ipv6()], {
      error: 'LISTEN_ADDRESS moet een IP-adres van deze machine zijn, bijvoorbeeld 127.0.0.1, of 0.0.0.0 voor alle.',
    })
    .optional(),
  TRUSTED_PROXIES: z
    .string()
    .transform((list) => list.split(',').map((one) => one.trim()))
    .pipe(
      z.array(
        z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()], {
          error: 'TRUSTED_PROXIES moet een of meer IP-adressen of netten zijn, bijvoorbeeld 10.0.0.2, 172.16.0.0/12.',
        }),
      ),
    )
    .default([]),
  REQUESTS_PER_MINUTE: z.coerce
    .number({ error: 'REQUESTS_PER_MINUTE moet een getal zijn, bijvoorbeeld 600.' })
    .int({ error: 'REQUESTS_PER_MINUTE moet een heel getal zijn, bijvoorbeeld 600.' })
    .min(1, { error: 'REQUESTS_PER_MINUTE moet minstens 1 zijn.' })
    .default(600),
  PUBLIC_URL: webAddress('PUBLIC_URL', 'https://signaalpunt.example').optional(),
  DATA_DIR: z.string().default('.data'),
  DATABASE_URL: address(
    'DATABASE_URL',
    ['postgres:', 'postgresql:'],
    'postgresql://naam:wachtwoord@host:5432/db',
  ).optional(),
  DATABASE_OWNER_URL: address(
    'DATABASE_OWNER_URL',
    ['postgres:', 'postgresql:'],
    'postgresql://eigenaar:wachtwoord@host:5432/db',
  ).optional(),
  TEMPORAL_ADDRESS: z
    .string()
    .regex(/^(\[[\da-f:]+\]|[^\s:/]+):\d{1,5}$/i, {
      error: 'TEMPORAL_ADDRESS moet "host:poort" zijn, bijvoorbeeld temporal:7233.',
    })
    .optional(),
  TEMPORAL_NAMESPACE: z.string().default('default'),
  TEMPORAL_UI_URL: webAddress('TEMPORAL_UI_URL', 'https://temporal.example').optional(),
  PAYLOAD_KEY: key('PAYLOAD_KEY').optional(),
  BIJLAGE_KEY: key('BIJLAGE_KEY').optional(),
  SLEUTELS_FILE: z.string().optional(),
  ZEGEL_KEY_FILE: z.string().optional(),
  ZEGEL_PUBLIC_KEY_FILE: z.string().optional(),
  ZEGEL_DIR: z.string().optional(),
  SMTP_URL: address('SMTP_URL', ['smtp:', 'smtps:'], 'smtp://mail.example:587').optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^<>@\s]+@[^<>@\s]+$|^[^<>]*<[^<>@\s]+@[^<>@\s]+>$/, {
      error: 'MAIL_FROM moet een mailadres zijn, bijvoorbeeld Signaalpunt <signaalpunt@example.org>.',
    })
    .default('Signaalpunt <signaalpunt@localhost.localdomain>'),
  POST_DIR: z.string().optional(),
  OIDC_ISSUER: webAddress('OIDC_ISSUER', 'https://inloggen.example').optional(),
  OIDC_AUDIENCE: z.string().default(DEFAULT_AUDIENCE),
  OIDC_TOKENTYPE: z
    .enum(TOKEN_TYPES, { error: `OIDC_TOKENTYPE moet een van ${TOKEN_TYPES.join(', ')} zijn.` })
    .default('at+jwt'),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_ACR: z.string().default(''),
  SESSION_IDLE_MINUTES: minutes('SESSION_IDLE_MINUTES', 60),
  SESSION_MAX_MINUTES: minutes('SESSION_MAX_MINUTES', 600),
  HELPDESK: z
    .string()
    .max(200, { error: 'HELPDESK mag hoogstens 200 tekens zijn.' })
    .default('beheer@signaalpunt.example'),
  METRICS_PORT: z.coerce
    .number({ error: 'METRICS_PORT moet een getal zijn, bijvoorbeeld 9464.' })
    .int({ error: 'METRICS_PORT moet een heel getal zijn, bijvoorbeeld 9464.' })
    .min(1, { error: 'METRICS_PORT moet tussen 1 en 65535 liggen.' })
    .max(65_535, { error: 'METRICS_PORT moet tussen 1 en 65535 liggen.' })
    .optional(),
  HARTSLAG_URL: webAddress('HARTSLAG_URL', 'https://hartslag.example/signaalpunt').optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `LOG_LEVEL moet een van ${LOG_LEVELS.join(', ')} zijn.` }).default('info'),
  TIJDREIZEN: z.enum(['aan', 'uit'], { error: 'TIJDREIZEN moet "aan" of "uit" zijn.' }).optional(),
  VERTREK: z.iso
    .datetime({ error: 'VERTREK moet een moment in UTC zijn, bijvoorbeeld 2027-04-26T08:00:00Z.' })
    .transform((moment) => Date.parse(moment))
    .optional(),
  INGEBED: z.literal('1', { error: 'INGEBED zet "npm start" zelf; laat deze instelling weg.' }).optional(),
});
