import { otherMethods } from '@/app/_server/no-call';
import { uploadRoute } from '@/app/_server/upload-route';
import { receiveAgreementMigration } from '@/lib/agreement-migrations/receive-agreement-migration';
import { CREATE_AGREEMENT_MIGRATION } from '@/lib/api/migration-operations';

export const POST = uploadRoute({
  operation: CREATE_AGREEMENT_MIGRATION,
  run: ({ merchantId, keyId, idempotencyKey, bytes }) =>
    receiveAgreementMigration({ merchantId, requestedBy: keyId, idempotencyKey, bytes }),
});

export const { GET, PUT, PATCH, DELETE, OPTIONS } = otherMethods('POST');
