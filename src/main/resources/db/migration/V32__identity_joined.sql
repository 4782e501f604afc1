-- By which event, and when by the database's clock, an identity came to its owner; null in rows of before.
alter table identity add column joined_by varchar(200);
alter table identity add column joined_at timestamp(3) with time zone;
alter table identity alter column joined_at set default current_timestamp;
