-- New words of old enums; they can be used from the next migration on.
ALTER TYPE "method" ADD VALUE 'card';
ALTER TYPE "channel" ADD VALUE 'netsunion';
ALTER TYPE "refund_cause" ADD VALUE 'requested';
