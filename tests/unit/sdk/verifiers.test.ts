import { execFile, spawnSync } from 'node:child_process';
import { createHash, createHmac } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, onTestFinished, test } from 'vitest';
import { isSignedBySm2, signSm2, sm2PublicKeyOf, sm3Hex } from '@/lib/core/sm2';
import { canonicalFields, signFieldsHmac } from '@/lib/merchants/canonical-fields';
import { LINK_VECTOR } from '@/lib/merchants/link-vector';
import { signedRequestText } from '@/lib/merchants/signature-rules';

const run = promisify(execFile);
const EXAMPLES = 'lib/sdk/examples';

// The published vectors: our own for links, Standard Webhooks' for notices.
const { secret: SECRET, fields: LINK, sign: SIGN } = LINK_VECTOR;
const NOTICE = {
  secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  id: 'msg_p5jXN8AQM9LWM0D4loKWxJek',
  timestamp: '1614265330',
  body: '{"test": 2432232314}',
  signature: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
};
const RETURN = {
  order_id: 'ord_01',
  order_no: 'A-1001',
  status: 'paid',
  timestamp: '1790000000',
  key_id: 'lk_1',
};
const CALL = {
  ...{ method: 'POST', target: '/api/v1/orders?x=1', timestamp: '1790000000' },
  ...{ nonce: '0123456789abcdef', body: '{"subject":"亚麻短袖衬衫"}\n' },
};

const pairs = (fields: Record<string, string>) =>
  Object.entries(fields).map(([name, value]) => `${name}=${value}`);
const address = (fields: Record<string, string>, sign: string) =>
  `https://shop.example/back?from=pay&x=%2B+&${new URLSearchParams({ ...fields, sign })}`;

type Language = 'node' | 'java' | 'python' | 'php' | 'go';
type File = 'cashier-signature' | 'cashier-sm2';
const MAIN: Record<File, string> = {
  'cashier-signature': 'CashierSignature',
  'cashier-sm2': 'CashierSm2',
};

/** How each language is asked whether it is here, and made ready to run a file, compiled once where that takes time. */
const RUNTIMES: Record<
  Language,
  { probe: string[]; ready: (name: File, folder: string) => Promise<string[]> }
> = {
  node: {
    probe: [process.execPath, '--version'],
    ready: async (name) => [process.execPath, `${EXAMPLES}/node/${name}.mjs`],
  },
  python: {
    probe: ['python3', '--version'],
    ready: async (name) => ['python3', `${EXAMPLES}/python/${name}.py`],
  },
  php: {
    probe: ['php', '--version'],
    ready: async (name) => ['php', `${EXAMPLES}/php/${name}.php`],
  },
  java: {
    probe: ['javac', '-version'],
    ready: async (name, folder) => {
      await run('javac', ['-encoding', 'UTF-8', '-d', folder, `${EXAMPLES}/java/${name}.java`]);
      return ['java', '-XX:TieredStopAtLevel=1', '-cp', folder, MAIN[name]];
    },
  },
  go: {
    probe: ['go', 'version'],
    ready: async (name, folder) => {
      await run('go', ['build', '-o', `${folder}/example`, `${EXAMPLES}/go/${name}.go`]);
      return [`${folder}/example`];
    },
  },
};

function isHere(language: Language): boolean {
  const [program = '', ...args] = RUNTIMES[language].probe;
  return spawnSync(program, args, { stdio: 'ignore' }).status === 0;
}

/** Asks the file with that command and those lines, once it is ready. */
async function asker(language: Language, name: File) {
  const folder = mkdtempSync(join(tmpdir(), 'cashier-example-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [program = '', ...before] = await RUNTIMES[language].ready(name, folder);
  return async (args: string[], ...lines: string[]): Promise<string> => {
    const asked = run(program, [...before, ...args]);
    asked.child.stdin?.end(lines.join('\n'));
    return (await asked).stdout.trim();
  };
}

// A JVM or a compiler takes its time on a busy machine.
const SLOW = 120_000;

describe.each(Object.keys(RUNTIMES) as Language[])('HMAC-SHA256 in %s', (language) => {
  test.skipIf(!isHere(language))(
    `${language} signs the published link and call, and believes what is signed rightly and nothing else`,
    async () => {
      const ask = await asker(language, 'cashier-signature');
      expect(await ask(['sign-link'], SECRET, ...pairs(LINK))).toBe(SIGN);

      const bodyHash = createHash('sha256').update(CALL.body).digest('hex');
      const { method, target, timestamp, nonce, body } = CALL;
      const text = signedRequestText({ method, target, timestamp, nonce, bodyHash });
      const signed = createHmac('sha256', SECRET).update(text).digest('hex');
      expect(await ask(['sign-request'], SECRET, method, target, timestamp, nonce, body)).toBe(
        signed,
      );

      const sign = signFieldsHmac(RETURN, SECRET);
      expect(await ask(['verify-return'], SECRET, address(RETURN, sign))).toBe('true');
      const changed = address({ ...RETURN, status: 'open' }, sign);
      expect(await ask(['verify-return'], SECRET, changed)).toBe('false');
      expect(await ask(['verify-return'], SECRET, address(RETURN, ''))).toBe('false');
      for (const anything of ['https://shop.example/back?sign=%zz&%', 'back', 'http://[']) {
        const answer = await ask(['verify-return'], SECRET, anything);
        expect([anything, answer]).toEqual([anything, 'false']);
      }

      const notice = (change: Partial<typeof NOTICE> = {}, at = NOTICE.timestamp) => {
        const { secret, id, timestamp: time, signature, body: sent } = { ...NOTICE, ...change };
        return ask(['verify-webhook', at], secret, id, time, signature, sent);
      };
      expect(await notice()).toBe('true');
      const rotating = { secret: `whsec_${'A'.repeat(32)} ${NOTICE.secret}` };
      const several = { signature: `v1a,eA== v1,eA== ${NOTICE.signature}` };
      expect(await notice({ ...rotating, ...several })).toBe('true');
      expect(await notice({ body: '{"test": 2432232315}' })).toBe('false');
      expect(await notice({ id: 'msg_2' })).toBe('false');
      const { id, timestamp: time } = NOTICE;
      const anybody = createHmac('sha256', '').update(`${id}.${time}.${NOTICE.body}`);
      const unset = { secret: 'whsec_', signature: `v1,${anybody.digest('base64')}` };
      expect(await notice(unset)).toBe('false');
      expect(await notice({ signature: 'v1,%% v1 , v2,eA==' })).toBe('false');
      expect(await notice({}, String(Number(NOTICE.timestamp) + 301))).toBe('false');
      expect(await notice({}, String(Number(NOTICE.timestamp) - 301))).toBe('false');
    },
    SLOW,
  );
});

// GM/T 0003.5-2012, appendix A.
const PRIVATE = '3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8';
const PUBLIC = sm2PublicKeyOf(PRIVATE);
const PUBLISHED =
  'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa';
const KEY = { privateKey: PRIVATE, publicKey: PUBLIC };
const sm2 = (text: string) => signSm2(Buffer.from(text, 'utf8'), KEY);
const isOurs = (text: string, signature: string) =>
  isSignedBySm2(Buffer.from(text, 'utf8'), { signature, publicKey: PUBLIC });

describe.each(['node', 'java'] as const)('SM2 with SM3 in %s', (language) => {
  test.skipIf(!isHere(language))(
    `${language} verifies the published signature and ours, and signs what we verify`,
    async () => {
      const ask = await asker(language, 'cashier-sm2');
      expect(await ask(['verify-text'], PUBLIC, PUBLISHED, 'message digest')).toBe('true');
      expect(await ask(['verify-text'], PUBLIC, PUBLISHED, 'message digesT')).toBe('false');
      expect(await ask(['verify-text'], PUBLIC, '0'.repeat(128), 'message digest')).toBe('false');

      expect(isOurs(canonicalFields(LINK), await ask(['sign-link'], PRIVATE, ...pairs(LINK)))).toBe(
        true,
      );
      const { method, target, timestamp, nonce, body } = CALL;
      const bodyHash = sm3Hex(Buffer.from(body));
      const text = signedRequestText({ method, target, timestamp, nonce, bodyHash });
      const lines = [PRIVATE, method, target, timestamp, nonce, body];
      expect(isOurs(text, await ask(['sign-request'], ...lines))).toBe(true);

      const sign = sm2(canonicalFields(RETURN));
      expect(await ask(['verify-return'], PUBLIC, address(RETURN, sign))).toBe('true');
      const changed = address({ ...RETURN, status: 'open' }, sign);
      expect(await ask(['verify-return'], PUBLIC, changed)).toBe('false');

      const { id, timestamp: at, body: sent } = NOTICE;
      const raw = Buffer.from(sm2(`${id}.${at}.${sent}`), 'hex').toString('base64');
      const signature = `${NOTICE.signature} v1sm2,${raw}`;
      const notice = (now: string, said: string) =>
        ask(['verify-webhook', now], PUBLIC, id, at, signature, said);
      expect(await notice(at, sent)).toBe('true');
      expect(await notice(at, `${sent} `)).toBe('false');
      const garbage = ['v1sm2,%%', 'v1sm2', `v1sm2,${'A'.repeat(86)}`].join(' ');
      expect(await ask(['verify-webhook', at], PUBLIC, id, at, garbage, sent)).toBe('false');
      expect(
        await ask(['verify-webhook', at], PUBLIC, id, at, `${garbage} v1sm2,${raw}`, sent),
      ).toBe('true');
      const malformed = 'https://shop.example/back?sign=%zz&%';
      expect(await ask(['verify-return'], PUBLIC, malformed)).toBe('false');
      expect(await notice(String(Number(at) + 301), sent)).toBe('false');
    },
    SLOW,
  );
});
