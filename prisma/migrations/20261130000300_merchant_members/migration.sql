-- What somebody does for their merchant. Whoever had an account so far was its only one, and is its owner.
CREATE TYPE merchant_role AS ENUM ('owner', 'developer', 'finance', 'support');
ALTER TABLE users ADD COLUMN merchant_role merchant_role;
UPDATE users SET merchant_role = 'owner' WHERE role = 'merchant';
ALTER TABLE users ADD CONSTRAINT users_merchant_role CHECK (
  (merchant_role IS NOT NULL) = (role = 'merchant') AND (role <> 'merchant' OR merchant_id IS NOT NULL));
-- A merchant's members, and whether an owner is left.
CREATE INDEX users_merchant_id_idx ON users (merchant_id) WHERE merchant_id IS NOT NULL;

-- Members have an authenticator, too; shoppers have none.
ALTER TABLE users DROP CONSTRAINT users_totp;
ALTER TABLE users ADD CONSTRAINT users_totp CHECK (
  (totp_item_id IS NULL OR role IN ('office', 'merchant'))
  AND (totp_step IS NULL OR totp_item_id IS NOT NULL));

-- Somebody who was asked to join a merchant: the link is good once, for three days, and kept as a keyed hash.
CREATE TABLE member_invitations (
  id TEXT NOT NULL,
  merchant_id TEXT NOT NULL,
  email TEXT NOT NULL,
  merchant_role merchant_role NOT NULL,
  token_hash TEXT NOT NULL,
  invited_by TEXT NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  expires_at TIMESTAMPTZ(3) NOT NULL,
  accepted_at TIMESTAMPTZ(3),
  accepted_by TEXT,
  withdrawn_at TIMESTAMPTZ(3),
  CONSTRAINT member_invitations_pkey PRIMARY KEY (id),
  CONSTRAINT member_invitations_merchant_id_fkey FOREIGN KEY (merchant_id) REFERENCES merchants(id),
  CONSTRAINT member_invitations_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES users(id),
  CONSTRAINT member_invitations_accepted_by_fkey FOREIGN KEY (accepted_by) REFERENCES users(id),
  CONSTRAINT member_invitations_one_end CHECK (
    (accepted_at IS NULL) = (accepted_by IS NULL) AND num_nonnulls(accepted_at, withdrawn_at) <= 1)
);
CREATE UNIQUE INDEX member_invitations_token_hash_key ON member_invitations (token_hash);
-- Those of a merchant that are open, newest first.
CREATE INDEX member_invitations_merchant_id_created_at_idx
  ON member_invitations (merchant_id, created_at DESC);

-- What of a merchant may be changed is the list in lib/merchants: here only that it is a name.
ALTER TABLE merchant_changes DROP CONSTRAINT IF EXISTS merchant_changes_subject;
ALTER TABLE merchant_changes ADD CONSTRAINT merchant_changes_subject CHECK (subject ~ '^[a-z][a-z_]{1,48}$');

-- What an API key is for, who made it, and when it was used last (within five minutes).
ALTER TABLE api_keys
  ADD COLUMN name TEXT,
  ADD COLUMN created_by TEXT,
  ADD COLUMN last_used_at TIMESTAMPTZ(3);
ALTER TABLE api_keys ADD CONSTRAINT api_keys_name CHECK (name IS NULL OR length(name) BETWEEN 1 AND 40);
ALTER TABLE link_keys ADD COLUMN created_by TEXT;
