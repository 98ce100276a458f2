-- Shared by all modules, since an extension belongs to a database and not to a schema.
create extension if not exists pg_trgm schema public;
create extension if not exists unaccent schema public;
