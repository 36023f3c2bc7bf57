import { createCipheriv, createDecipheriv, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';

import type { Payload, PayloadCodec } from '@temporalio/common';
import proto from '@temporalio/proto';

import { hexHash } from './hash.ts';

const { Payload: PayloadMessage } = proto.temporal.api.common.v1;
const ENCODING = 'binary/encrypted';
const KEY_ID = 'encryption-key-id';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts every payload that leaves for Temporal with AES-256-GCM; `key` is 32 bytes. The id of the key travels along,
 * so that a payload of another key is recognised. Payloads that are not encrypted are read as they are.
 */
export function createPayloadCodec(key: Uint8Array): PayloadCodec {
  const keyId = hexHash(key, 12);
  const secret = createSecretKey(key);
  return {
    encode: (payloads) => Promise.resolve(payloads.map((payload) => encrypt(payload, secret, keyId))),
    decode: async (payloads) => payloads.map((payload) => decrypt(payload, secret, keyId)),
  };
}

function encrypt(payload: Payload, key: KeyObject, keyId: string): Payload {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const body = Buffer.concat([cipher.update(PayloadMessage.encode(payload).finish()), cipher.final()]);
  return {
    metadata: { encoding: Buffer.from(ENCODING), [KEY_ID]: Buffer.from(keyId) },
    data: Buffer.concat([iv, cipher.getAuthTag(), body]),
  };
}

function decrypt(payload: Payload, key: KeyObject, keyId: string): Payload {
  const { metadata, data } = payload;
  if (data == null || text(metadata?.['encoding']) !== ENCODING) return payload;
  const found = text(metadata?.[KEY_ID]);
  if (found !== keyId)
    throw new Error(`This payload was encrypted with key ${found}, and PAYLOAD_KEY is key ${keyId}.`);
  const decipher = createDecipheriv('aes-256-gcm', key, data.subarray(0, IV_BYTES));
  decipher.setAuthTag(data.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return PayloadMessage.decode(Buffer.concat([decipher.update(data.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]));
}

function text(bytes: Uint8Array | null | undefined): string {
  return Buffer.from(bytes ?? []).toString('utf8');
}
