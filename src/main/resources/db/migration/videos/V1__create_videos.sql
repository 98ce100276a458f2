create schema if not exists videos;

-- Lower case without accents. Declared immutable so that it can be stored and indexed; the rules
-- of unaccent do not change while the database runs.
create function videos.plain(text) returns text
    language sql immutable strict parallel safe
    return lower(public.unaccent('public.unaccent'::regdictionary, $1));

-- Whether a window is open.
create function videos.available(opens timestamptz, closes timestamptz) returns boolean
    language sql stable parallel safe
    return (opens is null or opens <= now()) and (closes is null or now() < closes);

create table videos.series (
    slug         text primary key,
    title        text not null,
    synopsis     text not null,
    translations jsonb not null
);

-- The titles a series goes by, in all languages.
create function videos.series_words(text) returns text
    language sql stable parallel safe
    return coalesce((select concat_ws(' ', s.title,
        (select string_agg(t.value ->> 'title', ' ' order by t.key) from jsonb_each(s.translations) t))
        from videos.series s where s.slug = $1), '');

-- One field ('title' or 'synopsis') of the translations, those into Portuguese or the others.
create function videos.translated(translations jsonb, field text, portuguese boolean) returns text
    language sql immutable strict parallel safe
    return videos.plain(coalesce((select string_agg(t.value ->> field, ' ' order by t.key)
        from jsonb_each(translations) t where starts_with(lower(t.key), 'pt') = portuguese), ''));

create function videos.names_of(cast_members jsonb) returns text
    language sql immutable strict parallel safe
    return videos.plain(coalesce((select string_agg(c.value ->> 'name', ' ')
        from jsonb_array_elements(cast_members) c), ''));

-- What full text search looks into: A = titles, B = series and genres, C = cast, D = synopsis.
create function videos.words(title text, original_title text, synopsis text, translations jsonb, genres text[],
    cast_members jsonb, series_words text) returns tsvector
    language sql immutable parallel safe
    return setweight(to_tsvector('simple'::regconfig, videos.plain(title)), 'A')
        || setweight(to_tsvector('english'::regconfig, videos.plain(title)), 'A')
        || setweight(to_tsvector('simple'::regconfig, coalesce(videos.plain(original_title), '')), 'A')
        || setweight(to_tsvector('portuguese'::regconfig, videos.translated(translations, 'title', true)), 'A')
        || setweight(to_tsvector('simple'::regconfig, videos.translated(translations, 'title', false)), 'A')
        || setweight(to_tsvector('simple'::regconfig, videos.plain(series_words)), 'B')
        || setweight(to_tsvector('english'::regconfig, videos.plain(array_to_string(genres, ' '))), 'B')
        || setweight(to_tsvector('simple'::regconfig, videos.names_of(cast_members)), 'C')
        || setweight(to_tsvector('english'::regconfig, videos.plain(synopsis)), 'D')
        || setweight(to_tsvector('portuguese'::regconfig, videos.translated(translations, 'synopsis', true)), 'D')
        || setweight(to_tsvector('simple'::regconfig, videos.translated(translations, 'synopsis', false)), 'D');

-- What a word with a typing error is compared with.
create function videos.names(title text, original_title text, translations jsonb, cast_members jsonb,
    series_words text) returns text
    language sql immutable parallel safe
    return videos.plain(title) || ' ' || coalesce(videos.plain(original_title), '') || ' '
        || videos.translated(translations, 'title', true) || ' ' || videos.translated(translations, 'title', false)
        || ' ' || videos.plain(series_words) || ' ' || videos.names_of(cast_members);

create table videos.films (
    id              uuid primary key,
    slug            text not null unique,
    title           text not null,
    original_title  text,
    synopsis        text not null,
    translations    jsonb not null,
    genres          text[] not null,
    cast_members    jsonb not null,
    year            int not null,
    minimum_age     int not null,
    access          text not null,
    series          text references videos.series,
    series_words    text not null,
    season          int,
    episode         int,
    available_from  timestamptz,
    available_until timestamptz,
    regions         text[] not null,
    state           text not null,
    failure         text,
    media           jsonb,
    announced       boolean not null,
    version         bigint not null,
    created_at      timestamptz not null default now(),
    updated_at      timestamptz not null default now(),
    sort_title      text collate "C" not null generated always as (videos.plain(title)) stored,
    words           tsvector not null
        generated always as (videos.words(title, original_title, synopsis, translations, genres, cast_members, series_words)) stored,
    names           text not null
        generated always as (videos.names(title, original_title, translations, cast_members, series_words)) stored,
    unique (series, season, episode)
);
create index films_by_words on videos.films using gin (words);
create index films_by_names on videos.films using gin (names public.gin_trgm_ops);
create index films_newest on videos.films (state, id);
create index films_by_sort_title on videos.films (state, sort_title, id);
create index films_by_year on videos.films (state, year, id);
create index films_by_genre on videos.films using gin (genres);
create index films_with_window on videos.films (id)
    where state = 'PUBLISHED' and (available_from is not null or available_until is not null);

create table videos.collections (
    slug     text primary key,
    title    text not null,
    titles   jsonb not null,
    position int not null,
    videos   uuid[] not null
);

create table videos.watchlist (
    account  uuid not null,
    video_id uuid not null references videos.films,
    added_at timestamptz not null default now(),
    primary key (account, video_id)
);
create index watchlist_newest on videos.watchlist (account, added_at, video_id);

create table videos.ratings (
    account  uuid not null,
    video_id uuid not null references videos.films,
    stars    int not null check (stars between 1 and 5),
    primary key (account, video_id)
);

-- Beside the films, since it changes whenever somebody rates one and they are wide.
create table videos.rating_totals (
    video_id uuid primary key references videos.films,
    count    int not null,
    sum      int not null
);

create table videos.idempotency (
    operation    text not null,
    key          text not null,
    content_hash text not null,
    answer       uuid not null,
    created_at   timestamptz not null default now(),
    primary key (operation, key)
);
create index idempotency_by_age on videos.idempotency (created_at);
