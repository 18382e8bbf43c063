-- From when on a member of the office may agree to what others propose: a day after they were added, given another role
-- or lost their authenticator, so that no administrator makes the second person on the spot.
ALTER TABLE users ADD COLUMN checks_from TIMESTAMPTZ(3);
ALTER TABLE users ADD CONSTRAINT users_checks_from CHECK (checks_from IS NULL OR role = 'office');

-- A refund that nobody claimed leaves suspense by two people: one says whose it is, another one the same.
ALTER TABLE suspense_cases
  ADD COLUMN proposed_number TEXT,
  ADD COLUMN proposed_by TEXT,
  ADD COLUMN proposed_at TIMESTAMPTZ(3),
  ADD CONSTRAINT suspense_proposed CHECK (num_nulls(proposed_number, proposed_by, proposed_at) IN (0, 3)),
  ADD CONSTRAINT suspense_two_people CHECK (
    reason <> 'unclaimed_refund' OR state <> 'assigned'
    OR (proposed_by IS NOT NULL AND resolved_by IS NOT NULL AND proposed_by <> resolved_by
        AND proposed_number IS NOT DISTINCT FROM assigned_number));

-- What one member of the office gave back today out of merchants' money.
CREATE INDEX refunds_by_agents_idx ON refunds (requested_by, created_at) WHERE asked_by = 'agent';
