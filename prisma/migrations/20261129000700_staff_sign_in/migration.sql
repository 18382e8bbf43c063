-- When somebody of the office signed in last: what the list of staff says beside a name.
ALTER TABLE users ADD COLUMN last_sign_in_at TIMESTAMPTZ(3);
-- The list of staff, and whether an administrator is left.
CREATE INDEX "users_staff_role_idx" ON users (staff_role);
-- An authenticator, its last step and a role in the office belong to the office only.
ALTER TABLE users ADD CONSTRAINT users_totp CHECK (
  (totp_item_id IS NULL OR role = 'office') AND (totp_step IS NULL OR totp_item_id IS NOT NULL));
