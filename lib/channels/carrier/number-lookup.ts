import { z } from 'zod';
import { sendCall } from '../client';
import type { NumberLookup } from '../number-port';
import { CARRIERS, type NoAnswer } from '../port';
import { readJson } from './read-json';

const DEFAULT_TIMEOUT_MS = 5_000;

const facts = z.object({
  phoneNumber: z.string(),
  carrier: z.enum(CARRIERS),
  province: z
    .string()
    .regex(/^[0-9]{2}$/)
    .nullish(),
  ported: z.boolean(),
});

/** One question about a number, at one address for all carriers; answers 404 for nobody's. */
export function createNumberLookup({
  url,
  key,
  timeoutMs = DEFAULT_TIMEOUT_MS,
}: {
  url: string;
  key: string;
  timeoutMs?: number;
}): NumberLookup {
  return {
    find: async (phone) => {
      const headers = {
        authorization: `Bearer ${key}`,
        'content-type': 'application/json',
        accept: 'application/json',
      };
      const body = Buffer.from(JSON.stringify({ phoneNumber: phone }));
      const reply = await sendCall({ method: 'POST', url, headers, body }, timeoutMs);
      if (reply.kind === 'not_sent') return noAnswer('transport', reply.detail);
      if (reply.kind === 'lost') return noAnswer(reply.cause, reply.detail);
      // A page that is not there is no answer about a number.
      if (reply.status === 404 && readJson(reply.body, z.object({}))) return undefined;
      const read = reply.status === 200 ? readJson(reply.body, facts) : undefined;
      if (!read || read.phoneNumber !== phone) {
        return noAnswer('unreadable', `no answer about this number (HTTP ${reply.status})`);
      }
      const { carrier, province = null, ported } = read;
      return { kind: 'found', carrier, province, ported };
    },
  };
}

const noAnswer = (cause: NoAnswer['cause'], problem: string): NoAnswer => ({
  kind: 'unknown',
  cause,
  evidence: { operation: 'number-lookup', problem },
});
