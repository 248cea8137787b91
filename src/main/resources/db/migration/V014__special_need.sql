-- What people need to get in and to eat with the others: special data, apart from who they are and kept no longer than it is needed.

alter table event add column asks_needs boolean not null default false;

-- One of each kind. It is deleted seven days after the end of its event; that moment is derived from the event when it is asked for, so
-- that it moves when the event does and nothing can forget to move it.
create table special_need (
    registration_id uuid not null references registration on delete cascade,
    kind            text not null check (kind in ('access', 'diet')),
    text            text not null check (text <> ''),
    primary key (registration_id, kind)
);

-- What staff want to remember of somebody who comes. It is that person's to see, and goes when they are erased.
create table remark (
    registration_id uuid primary key references registration on delete cascade,
    text            text not null check (text <> ''),
    account_id      uuid references account on delete set null,
    version         bigint not null default 1,
    at              timestamptz not null
);

-- A letter that staff wrote to several people: each row of the outbox bears its id, never its words.
create table round_letter (
    id              uuid primary key,
    organisation_id uuid not null references organisation on update cascade,
    event_id        uuid not null references event on delete cascade,
    account_id      uuid references account on delete set null,
    subject         text not null check (subject <> ''),
    text            text not null check (text <> ''),
    at              timestamptz not null
);
create index round_letter_event on round_letter (event_id, at desc);

-- What was done to one thing, and when: the history of a registration.
create index audit_object on audit (object, id);
