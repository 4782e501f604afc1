-- An import that was begun is named on the first page until it is in or somebody gives it up.
alter table import_position add column name varchar(500);
alter table import_position add column begun_at timestamp(3) with time zone;
alter table import_position add column abandoned_at timestamp(3) with time zone;
