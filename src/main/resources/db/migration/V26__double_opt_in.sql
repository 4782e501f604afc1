-- Consent given by a claim: it counts when a link was followed, which then is a word of its own in consent.
create table awaited_consent (
    event_id    varchar(200) not null,
    channel     varchar(40)  not null,
    purpose     varchar(40)  not null,
    customer_id bigint       not null,
    asked_at    timestamp(3) with time zone not null,
    primary key (event_id, channel, purpose)
);
create index awaited_consent_customer on awaited_consent (customer_id);

-- Secrets that the engine made itself, in base64; the same for every process.
create table kept_secret (
    name  varchar(100) not null primary key,
    value_base64 varchar(200) not null
);

-- Was this address asked to confirm today?
create index outbox_recipient on outbox (recipient, created_at);
