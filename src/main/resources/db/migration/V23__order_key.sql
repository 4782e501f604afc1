-- Orders have versions: the id of an event of an order file ends in a digest of its content, order_key is what stands before it.
-- Ids of before this have no digest: .../placed, and .../placed/2 for further lines of the same order. Runs on H2 and PostgreSQL.
alter table event_log add order_key varchar(200);

update event_log set order_key = substring(event_id from 1 for position('/placed' in event_id) + 6)
    where type = 'order.placed' and event_id like 'orders/%/placed%';

update event_log set order_key = substring(event_id from 1 for position('/returned' in event_id) + 8)
    where type = 'order.returned' and event_id like 'orders/%/returned%';

create index event_log_order on event_log (order_key, position);
