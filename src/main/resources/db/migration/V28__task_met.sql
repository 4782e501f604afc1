-- how doing the task meets the customer, so that it counts as a call or a visit; null: it meets nobody
alter table task add column met varchar(20);
