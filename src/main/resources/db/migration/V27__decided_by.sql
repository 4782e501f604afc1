-- By which rulebook and snapshot a customer's latest decision was made; null = by none that counts, so he is decided anew.
alter table customer add column decided_rulebook varchar(64);
alter table customer add column decided_snapshot varchar(64);

-- Whose turn it is at work that only one engine does at a time. By this database's clock, which all of them share.
create table lease (
    name         varchar(100) not null primary key,
    owner        varchar(64)  not null,
    leased_until timestamp(3) with time zone not null
);
