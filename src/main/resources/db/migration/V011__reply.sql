-- What calendars answered, each message once, and what came of it. No words and no sender of who is erased.
create table reply (
    message_hash    bytea primary key,
    organisation_id uuid references organisation on update cascade,
    event_id        uuid references event on delete cascade,
    registration_id uuid references registration on delete cascade,
    source          text not null check (source in ('imap', 'caught')),
    method          text not null check (method in ('reply', 'counter', 'bounce', 'automatic', 'letter', 'unreadable')),
    partstat        text check (partstat in ('accepted', 'tentative', 'declined', 'delegated')),
    sequence        int,
    dtstamp         timestamptz,
    outcome         text not null,
    sender          text,
    words           text,
    proposal        text,
    received_at     timestamptz not null,
    look            boolean not null,
    done_at         timestamptz,
    done_by         uuid references account on delete set null
);
create index reply_open on reply (organisation_id, received_at desc, message_hash) where look and done_at is null;
create index reply_registration on reply (registration_id, received_at desc) where registration_id is not null;

-- The delivery board asks what last became of each invitation; a letter that waits is in outbox_subject.
create index outbox_ended on outbox (subject, id) where state in ('sent', 'refused');
