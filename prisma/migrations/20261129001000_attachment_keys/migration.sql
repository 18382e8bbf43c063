-- Envelope encryption as in the vault: each file has a data key of its own, wrapped with the key outside the database.
ALTER TABLE attachments ADD COLUMN wrapped_key BYTEA NOT NULL;
-- The same file twice beside one subject is once.
CREATE UNIQUE INDEX "attachments_subject_type_subject_id_content_hash_key"
  ON attachments (subject_type, subject_id, content_hash);
CREATE TRIGGER "attachments_immutable" BEFORE UPDATE ON attachments
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
