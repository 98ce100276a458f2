create index idempotency_keys_by_age on payments.idempotency_keys (created_at);
