-- Processes on this database, by the name of their sessions, and when each was last heard of.
create table pangea.instance (
    name    text primary key,
    seen_at timestamptz not null default now()
);

-- Who is at a delivery.
alter table pangea.event_publication add column instance text not null default current_setting('application_name');
