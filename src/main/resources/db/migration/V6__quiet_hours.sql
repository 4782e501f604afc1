-- A message that is tried again, or could not leave for hours, asks again whether the customer sleeps.
alter table outbox add column quiet varchar default '' not null;
