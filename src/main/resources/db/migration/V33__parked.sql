-- What people do about parked events: look at them, mend, discard, take back. What nobody touched is forgotten when it is handled.
alter table parked_event add column status varchar(20) default 'WAITING' not null;
alter table parked_event add column tries integer default 1 not null;
alter table parked_event add column tried_at timestamp(3) with time zone;
-- the event as somebody mended it; what came in stays as it was
alter table parked_event add column mended bytea;
alter table parked_event add column changed_at timestamp(3) with time zone;
alter table parked_event add column changed_by varchar(200);
alter table parked_event add column note varchar(1000);
create index parked_event_status on parked_event (status, position);
