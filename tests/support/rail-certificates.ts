import { createHash, randomBytes } from 'node:crypto';
import { cpSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

const ISSUER = 'lib/sandbox/certificates/issue-certificates.ts';

/**
 * Making RSA keys is most of a simulator's start. Those that one version of the issuer made today are
 * used again by every simulator that a test starts; they vouch for nobody outside of tests.
 */
function shelf(): string {
  const version = createHash('sha256').update(readFileSync(ISSUER)).digest('hex').slice(0, 12);
  const day = new Date().toISOString().slice(0, 10);
  return join(tmpdir(), `rail-certificates-${userInfo().uid}-${day}-${version}`);
}

/** Before a simulator's start: certificates made before, if there are any. */
export function takeCertificates(dataDir: string): void {
  if (existsSync(shelf())) cpSync(shelf(), join(dataDir, 'certs'), { recursive: true });
}

/** After its start: keeps what it has made for the next one. Whoever comes first wins. */
export function keepCertificates(dataDir: string): void {
  if (existsSync(shelf())) return;
  const draft = `${shelf()}~${randomBytes(6).toString('hex')}`;
  cpSync(join(dataDir, 'certs'), draft, { recursive: true });
  try {
    renameSync(draft, shelf());
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST') throw error;
    rmSync(draft, { recursive: true });
  }
}
