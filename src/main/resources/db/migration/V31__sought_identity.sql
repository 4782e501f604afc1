-- People search without regard to capitals; the key itself tells CUST-11 from cust-11.
alter table identity add column sought varchar(340);
update identity set sought = lower(identity_key);
create index identity_sought on identity (sought);
