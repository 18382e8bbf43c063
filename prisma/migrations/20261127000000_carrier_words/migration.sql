-- New words of old enums; they can be used from the next migration on.
ALTER TYPE "method" ADD VALUE 'carrier';
ALTER TYPE "channel" ADD VALUE 'carrier';
