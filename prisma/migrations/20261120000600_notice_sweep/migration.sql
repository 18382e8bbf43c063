-- the sweep that finds notices nobody has processed
CREATE INDEX "channel_notices_received_at_idx" ON "channel_notices"("received_at");
