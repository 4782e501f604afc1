-- Messages that could not become an event: the bytes as they came, the reason, and what became of them.
create table quarantine (
    id varchar(64) primary key,
    route varchar(100) not null,
    source_id varchar(400),
    reason varchar(2000) not null,
    at timestamp(3) with time zone not null,
    status varchar(12) not null,
    size bigint not null,
    preface bytea not null
);

create index quarantine_by_status on quarantine (status, at);

-- in parts of at most a million bytes: one value may not hold more in every database
create table quarantine_part (
    quarantine_id varchar(64) not null references quarantine (id),
    number int not null,
    bytes bytea not null,
    primary key (quarantine_id, number)
);

create table quarantine_mended (
    quarantine_id varchar(64) not null references quarantine (id),
    number int not null,
    bytes bytea not null,
    primary key (quarantine_id, number)
);
