-- Public keys as they were last published, so that a process that starts while their owner is away knows them.
create table pangea.known_keys (
    source  text primary key,
    jwks    text not null,
    read_at timestamptz not null
);
