-- Public keys (SM2) that merchants sign with themselves: links and calls of the API. Two live at a time, for rotation.
CREATE TABLE sm2_keys (
  id TEXT NOT NULL,
  merchant_id TEXT NOT NULL REFERENCES merchants (id),
  public_key TEXT NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  revoked_at TIMESTAMPTZ(3),
  CONSTRAINT sm2_keys_pkey PRIMARY KEY (id),
  CONSTRAINT sm2_keys_point CHECK (public_key ~ '^04[0-9a-f]{128}$')
);
CREATE INDEX "sm2_keys_merchant_id_idx" ON sm2_keys (merchant_id);

-- What a merchant has chosen about signatures; without a row: API keys alone, and HMAC.
CREATE TABLE signing_terms (
  merchant_id TEXT NOT NULL REFERENCES merchants (id),
  signed_requests BOOLEAN NOT NULL,
  sm2_notices BOOLEAN NOT NULL,
  CONSTRAINT signing_terms_pkey PRIMARY KEY (merchant_id)
);

-- A signed call is answered once: what it was made unique by is kept for as long as its time is believed.
CREATE TABLE request_nonces (
  merchant_id TEXT NOT NULL REFERENCES merchants (id),
  nonce TEXT NOT NULL,
  used_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT request_nonces_pkey PRIMARY KEY (merchant_id, nonce)
);
CREATE INDEX "request_nonces_used_at_idx" ON request_nonces (used_at);
