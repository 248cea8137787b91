-- Changes of events that people can see. Until it is due a run gathers edits; until its end it can be undone.
create table change_run (
    event_id   uuid primary key references event on delete cascade,
    before     jsonb not null,
    version    bigint not null,
    due_at     timestamptz not null,
    undo_until timestamptz not null
);

-- Whom a run moved, because their way of attending is gone: what they had, and where it left them.
create table moved (
    registration_id uuid primary key references registration on delete cascade,
    event_id        uuid not null,
    attendance      text not null,
    wants           text,
    status          text not null,
    place           int not null,
    offer_until     timestamptz,
    now_attendance  text not null,
    now_status      text not null,
    now_place       int not null
);
create index moved_event on moved (event_id);

-- Why an event does not take place, in the organiser's words.
create table called_off (
    event_id uuid primary key references event on delete cascade,
    message  text not null,
    at       timestamptz not null
);

-- What the last letter showed, so that the next can say what changed; wanted_hash is what a change asked for since.
alter table invite add column sent_shown jsonb;
