-- Events are numbered by what they are about: the order, or the object itself where there is no order. The number is
-- given in the commit that makes the event, under the lock of one row for each object, so that no number is left out.
ALTER TABLE "outbox_events"
  ADD COLUMN "object_id" text,
  ADD COLUMN "sequence" integer,
  ADD COLUMN "body" text,
  ADD COLUMN "fanned_out_at" timestamptz(3);

CREATE TABLE "event_sequences" (
  "object_id" text NOT NULL,
  "last" integer NOT NULL,

  CONSTRAINT "event_sequences_pkey" PRIMARY KEY ("object_id")
);

-- Whose sequence an event belongs to. What is told more than once has its number after a dash.
CREATE FUNCTION event_object(topic text, subject_id text) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT CASE WHEN topic LIKE 'refund.%'
    THEN coalesce((SELECT r.order_id FROM refunds r WHERE r.id = subject_id), subject_id)
    ELSE split_part(subject_id, '-', 1) END
$$;

UPDATE outbox_events e SET object_id = n.object_id, sequence = n.sequence, fanned_out_at = e.relayed_at
  FROM (SELECT id, object_id, row_number() OVER (PARTITION BY object_id ORDER BY created_at, id) AS sequence
          FROM (SELECT id, created_at, event_object(topic, subject_id) AS object_id FROM outbox_events) o) n
 WHERE n.id = e.id;
INSERT INTO event_sequences (object_id, last)
  SELECT object_id, max(sequence) FROM outbox_events GROUP BY object_id;

-- After the insert: an event that was there already must take no number.
CREATE FUNCTION number_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  WITH told AS (
    SELECT n.id, event_object(n.topic, n.subject_id) AS object_id FROM new_events n
  ), placed AS (
    SELECT id, object_id, row_number() OVER (PARTITION BY object_id ORDER BY id) AS place,
           count(*) OVER (PARTITION BY object_id) AS together
      FROM told
  ), counted AS (
    INSERT INTO event_sequences AS s (object_id, last)
    SELECT object_id, count(*) FROM told GROUP BY object_id ORDER BY object_id
    ON CONFLICT (object_id) DO UPDATE SET last = s.last + excluded.last
    RETURNING s.object_id, s.last
  )
  UPDATE outbox_events e SET object_id = p.object_id, sequence = c.last - p.together + p.place
    FROM placed p JOIN counted c USING (object_id)
   WHERE e.id = p.id;
  RETURN NULL;
END $$;
CREATE TRIGGER "outbox_events_numbered" AFTER INSERT ON "outbox_events"
  REFERENCING NEW TABLE AS new_events FOR EACH STATEMENT EXECUTE FUNCTION number_events();

-- What merchants were told about one object, in order; no number twice.
CREATE UNIQUE INDEX "outbox_events_object_id_sequence_key" ON "outbox_events" ("object_id", "sequence");
-- The sweep that finds events of which no deliveries were made.
CREATE INDEX "outbox_events_not_fanned_out_idx" ON "outbox_events" ("relayed_at") WHERE "fanned_out_at" IS NULL;
-- A merchant's events, by topic, time or object.
CREATE INDEX "outbox_events_merchant_id_id_idx" ON "outbox_events" ("merchant_id", "id");

ALTER TABLE "webhook_endpoints"
  ADD COLUMN "topics" text[] DEFAULT '{}' CHECK ("topics" IS NOT NULL),
  ADD COLUMN "previous_secret" bytea,
  ADD COLUMN "previous_until" timestamptz(3),
  ADD COLUMN "disabled_reason" text CHECK ("disabled_reason" IN ('merchant', 'gone', 'failing')),
  ADD COLUMN "failing_since" timestamptz(3),
  ADD COLUMN "failures" integer NOT NULL DEFAULT 0,
  ADD COLUMN "slow_until" timestamptz(3),
  ADD COLUMN "paused_until" timestamptz(3),
  ADD COLUMN "probe_at" timestamptz(3),
  ADD COLUMN "probes" integer NOT NULL DEFAULT 0,
  ADD COLUMN "removed_at" timestamptz(3);
UPDATE "webhook_endpoints" SET "disabled_reason" = 'gone' WHERE "disabled_at" IS NOT NULL;
ALTER TABLE "webhook_endpoints"
  ADD CONSTRAINT "webhook_endpoints_previous_check" CHECK (("previous_secret" IS NULL) = ("previous_until" IS NULL)),
  ADD CONSTRAINT "webhook_endpoints_probe_check" CHECK ("probe_at" IS NULL OR "disabled_reason" = 'failing');
-- Endpoints that are to be tried again.
CREATE INDEX "webhook_endpoints_probe_idx" ON "webhook_endpoints" ("probe_at") WHERE "probe_at" IS NOT NULL;

-- object_id and sequence are null where the order of arrival does not matter (test events, and what was sent before).
ALTER TABLE "deliveries"
  ADD COLUMN "object_id" text,
  ADD COLUMN "sequence" integer,
  ADD COLUMN "under_way_until" timestamptz(3),
  ADD COLUMN "in_line" boolean NOT NULL DEFAULT false;
-- What waits for an earlier event of the same object.
CREATE INDEX "deliveries_object_idx" ON "deliveries" ("endpoint_id", "object_id", "sequence") WHERE "state" = 'pending';
-- What is due at one endpoint.
CREATE INDEX "deliveries_endpoint_due_idx" ON "deliveries" ("endpoint_id", "next_try_at") WHERE "state" = 'pending';
-- How many tries are under way, by merchant and endpoint.
CREATE INDEX "deliveries_under_way_idx" ON "deliveries" ("merchant_id", "endpoint_id") WHERE "under_way_until" IS NOT NULL;
-- What waits for one of those to end.
CREATE INDEX "deliveries_in_line_idx" ON "deliveries" ("merchant_id", "endpoint_id", "next_try_at") WHERE "in_line";
-- The sweep that finds what waits for nothing any more.
CREATE INDEX "deliveries_waiting_idx" ON "deliveries" ("created_at") WHERE "state" = 'pending' AND "next_try_at" IS NULL;
-- The log of a merchant, and of one endpoint.
CREATE INDEX "deliveries_merchant_id_id_idx" ON "deliveries" ("merchant_id", "id");
CREATE INDEX "deliveries_endpoint_id_id_idx" ON "deliveries" ("endpoint_id", "id");

-- What was sent and what came back: headers without signatures and cookies, the beginning of the answer, and the code of
-- what broke.
ALTER TABLE "delivery_tries"
  ADD COLUMN "error_code" text,
  ADD COLUMN "request_headers" jsonb,
  ADD COLUMN "answer_headers" jsonb,
  ADD COLUMN "answer_body" text;
