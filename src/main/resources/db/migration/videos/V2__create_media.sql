-- What staff sends, in parts as they come: how far it is follows from what is stored, so that any instance
-- can go on with it.
create table videos.uploads (
    video_id    uuid primary key,
    id          uuid not null unique,
    size        bigint not null,
    checksum    text,
    stored      bigint not null default 0,
    finished_at timestamptz,
    refusal     text,
    changed_at  timestamptz not null default now()
);

create table videos.upload_parts (
    upload_id uuid not null,
    start     bigint not null,
    size      bigint not null,
    checksum  text not null,
    path      text not null,
    primary key (upload_id, start)
);

-- One per film: what becomes of the last upload. A worker that is not alive any more loses its claim.
create table videos.ingests (
    video_id   uuid primary key,
    upload_id  uuid not null,
    status     text not null,
    percent    int not null default 0,
    failure    text,
    priority   int not null default 0,
    publish    boolean not null default false,
    attempts   int not null default 0,
    generation uuid,
    queued_at  timestamptz not null default now(),
    alive_at   timestamptz not null default now()
);
create index ingests_open on videos.ingests (priority, queued_at) where status in ('QUEUED', 'RUNNING');

-- What counts of all that is in the store.
create table videos.media (
    video_id   uuid primary key,
    generation uuid not null,
    streams    jsonb not null,
    bytes      bigint not null,
    created_at timestamptz not null default now()
);

create table videos.subtitles (
    video_id uuid not null,
    language text not null,
    text     text not null,
    embedded boolean not null,
    primary key (video_id, language)
);

-- What is to be deleted from the store; written before a file is, and crossed out once the file counts.
create table videos.leftovers (
    path   text primary key,
    due_at timestamptz not null
);
create index leftovers_by_due on videos.leftovers (due_at);

create table videos.ticket_keys (
    id     smallint primary key,
    secret bytea not null
);
