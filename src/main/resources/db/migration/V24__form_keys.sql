-- What was sent under an idempotency key: the same key with other content is another form, and refused.
create table form_key (
    id      varchar(64) not null primary key,
    content varchar(64) not null,
    at      timestamp(3) with time zone not null
);
create index form_key_at on form_key (at);
