-- What people thought of a gathering. Who answered is known, what they answered is not: the two are kept apart, and nothing here bears
-- the time or the order of an answer.

-- The questions of version n are those of survey_question; code lets people in who sit in the room, and is given back at the end.
create table survey (
    id               uuid primary key,
    organisation_id  uuid not null,
    event_id         uuid not null unique,
    version          int not null default 1,
    edited           bigint not null default 1,
    opened_at        timestamptz,
    closes_at        timestamptz,
    code             text check (code ~ '^[0-9]{4}$'),
    received         int not null default 0,
    received_by_code int not null default 0,
    shown            int not null default 0,
    stirred_on       date,
    foreign key (event_id, organisation_id) references event (id, organisation_id) on update cascade on delete cascade,
    check (shown <= received and received_by_code <= received)
);
create unique index survey_code on survey (code) where code is not null;
create index survey_open on survey (closes_at) where opened_at is not null;

-- Old versions stay: an answer keeps the wording that was answered. Words are {"nl": "…", "en": "…"}.
create table survey_question (
    survey_id uuid not null references survey on delete cascade,
    version   int not null,
    id        text not null check (id ~ '^[a-z0-9_-]{1,40}$'),
    position  int not null,
    kind      text not null check (kind in ('rating', 'zero_to_ten', 'one_of', 'several_of', 'open', 'agree')),
    words     jsonb not null,
    hints     jsonb not null default '{}',
    choices   jsonb not null default '[]',
    primary key (survey_id, version, id)
);

-- Who is asked, and whether they answered.
create table ticket (
    survey_id       uuid not null references survey on delete cascade,
    registration_id uuid not null references registration on delete cascade,
    answered        boolean not null default false,
    invited_at      timestamptz,
    reminded_at     timestamptz,
    primary key (survey_id, registration_id)
);
create index ticket_registration on ticket (registration_id);

-- Which devices answered by the room's code: a hash of a random key that the device made.
create table survey_device (
    survey_id uuid not null references survey on delete cascade,
    mark      bytea not null,
    primary key (survey_id, mark)
);

-- One per question answered, and per choice where several may be chosen. Shown: part of what the screen and the results tell; released:
-- put on the screen by whoever leads. Every night all marks and all answers are laid anew in an order of chance, each by one statement,
-- since PostgreSQL's own row versions would tell which belong together.
create table answer (
    id         uuid primary key,
    survey_id  uuid not null references survey on delete cascade,
    version    int not null,
    question   text not null,
    value      text not null check (value <> ''),
    attendance text check (attendance in ('on_site', 'online')),
    shown      boolean not null default false,
    released   boolean not null default false,
    themes     text[] not null default '{}'
);
create index answer_question on answer (survey_id, question, shown);
-- What is not shown yet is shown all at once; it is little, and must be found without reading the rest.
create index answer_unshown on answer (survey_id) where not shown;
