-- Bookkeeping of the process itself: deliveries of events to listeners, and locks for schedules.
create schema if not exists pangea;

create table pangea.event_publication (
    id                     uuid primary key,
    listener_id            text not null,
    event_type             text not null,
    serialized_event       text not null,
    publication_date       timestamptz not null,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    int,
    last_resubmission_date timestamptz
);
create index event_publication_by_status on pangea.event_publication (status, publication_date);
create index event_publication_by_event on pangea.event_publication using hash (serialized_event);

-- Deliveries that failed: waiting for their next attempt, or parked for a person to look at
-- (next_attempt_at is null). They stand aside so that they never block those behind them.
create table pangea.held_delivery (
    id               uuid primary key,
    listener_id      text not null,
    event_type       text not null,
    serialized_event text not null,
    publication_date timestamptz not null,
    attempts         int not null,
    failed_at        timestamptz not null default now(),
    next_attempt_at  timestamptz
);
create index held_delivery_due on pangea.held_delivery (next_attempt_at);

create table pangea.shedlock (
    name       text primary key,
    lock_until timestamptz not null,
    locked_at  timestamptz not null,
    locked_by  text not null
);
