-- The room publishing: every rulebook that was ever live, and which one is.

create table rulebook_version (
    hash           varchar(64) not null primary key,
    published_at   timestamp(3) with time zone not null,
    author         varchar not null,
    note           varchar not null,
    -- all rule files and templates, zipped
    files          bytea not null,
    compile_millis bigint not null
);

-- one row, always with id 1
create table live_pointer (
    id         integer not null primary key,
    hash       varchar(64) not null references rulebook_version (hash),
    changed_at timestamp(3) with time zone not null,
    changed_by varchar not null,
    version    integer not null
);
