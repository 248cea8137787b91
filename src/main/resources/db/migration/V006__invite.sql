-- What a person's calendar should show, and what was last sent to it (RFC 5546).
create table invite (
    registration_id uuid primary key references registration on delete cascade,
    uid             text not null unique,
    sequence        int not null default 0,
    wanted          text not null check (wanted in ('request', 'cancel')),
    wanted_hash     bytea,
    due_at          timestamptz,
    sent_sequence   int,
    sent_hash       bytea,
    sent_method     text check (sent_method in ('request', 'cancel')),
    sent_at         timestamptz
);
create index invite_due on invite (due_at) where due_at is not null;
