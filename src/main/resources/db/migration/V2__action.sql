-- The room action: what is to leave, what agents have to do, and the switches that stop it.

create table outbox (
    action_id        varchar(128) not null primary key,
    customer         bigint not null,
    channel          varchar(20) not null,
    purpose          varchar(20) not null,
    rule_id          varchar not null,
    occasion         varchar not null,
    what             varchar not null,
    -- as it was told, so perhaps no address at all: that shows when it is to leave
    recipient        varchar,
    subject          varchar not null,
    body             varchar not null,
    language         varchar(20) not null,
    status           varchar(20) not null,
    due_at           timestamp(3) with time zone not null,
    valid_until      timestamp(3) with time zone,
    attempts         integer not null,
    leased_by        varchar(40),
    lease_until      timestamp(3) with time zone,
    -- written and committed before the SMTP dialogue starts: a lease that ends with this set is an uncertain send
    attempt_begun_at timestamp(3) with time zone,
    reason           varchar,
    created_at       timestamp(3) with time zone not null,
    closed_at        timestamp(3) with time zone,
    -- the outcome that still has to go back through the door as an event; null when told
    untold_outcome   varchar(20),
    version          integer not null
);

create index outbox_due on outbox (status, due_at);
create index outbox_expiry on outbox (status, valid_until);
create index outbox_untold on outbox (untold_outcome);
create index outbox_customer on outbox (customer, created_at);

create table task (
    action_id      varchar(128) not null primary key,
    customer       bigint not null,
    channel        varchar(20) not null,
    purpose        varchar(20) not null,
    rule_id        varchar not null,
    occasion       varchar not null,
    what           varchar not null,
    title          varchar not null,
    body           varchar not null,
    assignee       varchar not null,
    complaint_id   varchar(300),
    due_at         timestamp(3) with time zone,
    valid_until    timestamp(3) with time zone,
    status         varchar(20) not null,
    reason         varchar,
    changed_by     varchar,
    postponements  integer not null,
    created_at     timestamp(3) with time zone not null,
    changed_at     timestamp(3) with time zone,
    -- doing this task answered its complaint
    resolves       boolean not null,
    untold_outcome varchar(20),
    version        integer not null
);

create index task_assignee on task (status, assignee, due_at);
create index task_untold on task (untold_outcome);
create index task_customer on task (customer, created_at);
create index task_complaint on task (complaint_id);

-- one row per channel that somebody paused or resumed, and one named "everything"
create table delivery_switch (
    name       varchar(20) not null primary key,
    stopped    boolean not null,
    changed_at timestamp(3) with time zone not null,
    changed_by varchar(120) not null,
    version    integer not null
);
