-- Mail that must leave. A row holds ids, never a rendered body or a link.
create table outbox (
    id              bigint generated always as identity primary key,
    organisation_id uuid,
    subject         text not null,
    sequence        int not null default 0,
    letter          text not null,
    language        text not null,
    recipient       text,
    ids             jsonb not null,
    message_id      text not null unique,
    counted         boolean not null default false,
    due_at          timestamptz not null,
    created_at      timestamptz not null default now(),
    attempts        int not null default 0,
    claimed_until   timestamptz,
    state           text not null default 'waiting' check (state in ('waiting', 'claimed', 'sent', 'refused', 'superseded')),
    frozen          jsonb,
    said            text,
    sent_at         timestamptz
);
create index outbox_due on outbox (due_at) where state in ('waiting', 'claimed');
create index outbox_subject on outbox (subject, id) where state in ('waiting', 'claimed');
create index outbox_recipient on outbox (recipient, created_at) where counted;
