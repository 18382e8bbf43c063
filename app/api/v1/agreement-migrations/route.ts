import { uploadRoute } from '@/app/_server/upload-route';
import { receiveAgreementMigration } from '@/lib/agreement-migrations/receive-agreement-migration';

export const POST = uploadRoute({
  run: ({ merchantId, keyId, idempotencyKey, bytes }) =>
    receiveAgreementMigration({ merchantId, requestedBy: keyId, idempotencyKey, bytes }),
});
