-- New words of old enums; they can be used from the next migration on.
ALTER TYPE "refund_state" ADD VALUE 'requested';
ALTER TYPE "refund_state" ADD VALUE 'queued';
ALTER TYPE "refund_state" ADD VALUE 'declined';
ALTER TYPE "refund_state" ADD VALUE 'diverted';
ALTER TYPE "refund_state" ADD VALUE 'unclaimed';
ALTER TYPE "refund_route" ADD VALUE 'transfer';
ALTER TYPE "suspense_reason" ADD VALUE 'returned_twice';
ALTER TYPE "suspense_reason" ADD VALUE 'unclaimed_refund';
