-- What a listener was given of the events that came through the broker, so that a repeat changes nothing.
create table pangea.inbox (
    listener_id text not null,
    event_id    uuid not null,
    received_at timestamptz not null default now(),
    primary key (listener_id, event_id)
);
create index inbox_by_age on pangea.inbox (received_at);
