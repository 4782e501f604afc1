-- How far what an event said is believed; null in rows of before: as its source is.
alter table event_log add column trust varchar(20);

-- How an identity came to its owner; null in rows of before.
alter table identity add column trust varchar(20);

-- Further customers who use an address that somebody else was known by first.
create table shared_identity (
    identity_key varchar(340) not null,
    customer_id  bigint       not null,
    primary key (identity_key, customer_id)
);
create index shared_identity_customer on shared_identity (customer_id);

-- Somebody says that an identity is his which is not known to be: nothing is joined until a person decides.
create table pending_link (
    customer_id  bigint       not null,
    identity_key varchar(340) not null,
    event_id     varchar(200) not null,
    source       varchar(500) not null,
    claimed_at   timestamp(3) with time zone not null,
    decided_at   timestamp(3) with time zone,
    accepted     boolean,
    decided_by   varchar(200),
    primary key (customer_id, identity_key)
);
create index pending_link_open on pending_link (decided_at, claimed_at);
