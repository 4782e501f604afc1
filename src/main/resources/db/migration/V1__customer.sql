-- The room "customer": everything that is stored about a customer. Runs on H2 and on PostgreSQL.

-- each value is one block of 1,000 customer numbers
create sequence customer_block start with 1 increment by 1;

-- memory is a cache folded from event_log; standing is what the latest decision concluded, for counting and lists
create table customer (
    id             bigint        not null primary key,
    version        integer       not null,
    memory         bytea         not null,
    memory_format  integer       not null,
    name           varchar(400),
    standing       varchar(20000) not null,
    next_review_at timestamp(3) with time zone,
    merged_into    bigint,
    erased_at      timestamp(3) with time zone
);
create index customer_review on customer (next_review_at);
create index customer_merged on customer (merged_into);

create table identity (
    identity_key varchar(340) not null primary key,
    customer_id  bigint       not null
);
create index identity_customer on identity (customer_id);

-- each value is one block of positions in event_log, taken while the customers concerned are locked
create sequence event_block start with 1 increment by 1;

-- append-only; event_id decides what was seen before; position is the order of arrival of one customer's events;
-- customer_id is whose it was on arrival (before any merge), null for anonymous
create table event_log (
    position    bigint          not null primary key,
    event_id    varchar(200)    not null unique,
    customer_id bigint,
    identities  varchar(4000)   not null,
    type        varchar(200)    not null,
    event_time  timestamp(3) with time zone not null,
    received_at timestamp(3) with time zone not null,
    source      varchar(500)    not null,
    data        varchar(1000000) not null
);
create index event_log_customer on event_log (customer_id, position);

-- what was decided about the event of the same position; the body holds rule ids and captured values in a compact form
create table decision (
    position   bigint      not null primary key,
    decided_at timestamp(3) with time zone not null,
    rulebook   varchar(64) not null,
    snapshot   varchar(64) not null,
    body       bytea       not null
);

-- append-only: the latest word per channel and purpose counts
create table consent (
    event_id    varchar(200) not null,
    channel     varchar(40)  not null,
    purpose     varchar(40)  not null,
    customer_id bigint       not null,
    given       boolean      not null,
    stated_at   timestamp(3) with time zone not null,
    proof       varchar(1000) not null,
    primary key (event_id, channel, purpose)
);
create index consent_customer on consent (customer_id, channel, purpose, stated_at);

create table snapshot (
    id        varchar(64) not null primary key,
    taken_at  timestamp(3) with time zone not null,
    customers bigint      not null,
    body      bytea       not null
);
create index snapshot_taken on snapshot (taken_at);

-- how far the import of a file is, committed with each batch
create table import_position (
    file        varchar(500) not null primary key,
    line        bigint       not null,
    events      bigint       not null,
    reached     timestamp(3) with time zone,
    finished_at timestamp(3) with time zone
);
