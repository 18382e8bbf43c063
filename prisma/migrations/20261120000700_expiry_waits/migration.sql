-- Is the channel's word about this order still to come? Money paid in the last seconds is known a
-- little later, and an order must not expire in between. Two minutes after the attempt could last be
-- paid the answer has been asked for; what comes later than that is late.
CREATE FUNCTION order_awaits_channel(awaiting_order_id text) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM attempts WHERE order_id = awaiting_order_id AND state IN ('created', 'sent', 'waiting', 'unknown')
       AND payable_until > clock_timestamp() - interval '2 minutes')
$$;
