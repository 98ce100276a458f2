create index idempotency_by_age on products.idempotency (created_at);
