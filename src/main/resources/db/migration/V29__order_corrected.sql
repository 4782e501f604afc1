-- An order that is told anew, changed, counts as it was told last: the position of the row that counts instead of this one, null
-- for what counts. Runs on H2 and PostgreSQL.
alter table event_log add superseded_by bigint;
