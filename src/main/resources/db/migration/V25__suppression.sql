-- Addresses of which delivery reports or people had something to say; those with a cause get nothing.
create table suppression (
    address      varchar(340) not null,
    soft_bounces integer      not null,
    cause        varchar(20),
    changed_at   timestamp(3) with time zone not null,
    reason       varchar(1000) not null,
    said_by      varchar(200) not null,
    primary key (address)
);
create index suppression_cause on suppression (cause, changed_at);
