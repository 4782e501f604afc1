-- The room publishing: the examples that a version was checked by, so that they come back with it.

-- all feature files, zipped; null when there were none, and for versions that were stored before
alter table rulebook_version add column features bytea;
