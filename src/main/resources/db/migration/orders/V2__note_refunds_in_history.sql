-- In the order's currency, null where nothing was paid back. Until now the amount was in
-- the note, as English prose.
alter table orders.history add column refunded bigint;
