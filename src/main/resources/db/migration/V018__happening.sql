-- What became of people who had registered: the workspace shows the last of it, and it is thrown away after a month.
create table happening (
    id              bigint generated always as identity primary key,
    organisation_id uuid not null references organisation on update cascade,
    event_id        uuid not null references event on delete cascade,
    registration_id uuid not null references registration on delete cascade,
    kind            text not null check (kind in ('promoted', 'freed', 'switched')),
    way             text not null check (way in ('on_site', 'online')),
    by              text,
    at              timestamptz not null
);
create index happening_latest on happening (organisation_id, at desc);
create index happening_age on happening (at);

-- Letters that were refused wait for somebody to look.
create index outbox_refused on outbox (organisation_id, id) where state = 'refused';
create index reply_latest on reply (organisation_id, received_at desc);
