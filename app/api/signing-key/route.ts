import { sm2Pem } from '@/lib/core/sm2';
import { platformSm2Key } from '@/lib/merchants/platform-sm2-key';

/** The platform's public key, for whoever verifies its SM2 signatures. */
export function GET(): Response {
  const { id, publicKey } = platformSm2Key();
  return Response.json(
    { key_id: id, algorithm: 'SM2', public_key: publicKey, public_key_pem: sm2Pem(publicKey) },
    { headers: { 'Cache-Control': 'public, max-age=300' } },
  );
}

// Known when the process runs, not when it is built.
export const dynamic = 'force-dynamic';
