-- What the ceiling on mail asks for each claim: what left within the hour, what is under way, and what one address was sent.
drop index outbox_recipient;
create index outbox_counted_recipient on outbox (lower(recipient), id) where counted;
create index outbox_counted_sent on outbox (sent_at, organisation_id) where counted and sent_at is not null;
create index outbox_claimed on outbox (id) where state = 'claimed';
