-- Who comes, who waits.
create table registration (
    id                uuid primary key,
    organisation_id   uuid not null,
    event_id          uuid not null,
    email             text,
    email_key         text,
    shared            boolean not null default false,
    person_key        bytea,
    name              text,
    organisation_name text,
    sector            text check (sector in ('formal', 'informal', 'medical', 'municipality', 'resident')),
    area_id           uuid,
    language          text not null,
    attendance        text not null check (attendance in ('on_site', 'online')),
    wants             text check (wants in ('on_site', 'online') and wants <> attendance),
    status            text not null check (status in ('confirmed', 'waitlisted', 'offered', 'choose', 'cancelled')),
    place             int not null,
    offer_until       timestamptz,
    offers_lapsed     int not null default 0,
    by                text check (by in ('self', 'organiser', 'reply', 'erased', 'no-choice')),
    reply             text not null default 'none' check (reply in ('none', 'accepted', 'tentative', 'declined')),
    presence          text not null default 'unknown' check (presence in ('unknown', 'present', 'absent', 'excused')),
    questions_version int not null default 1,
    answers           jsonb not null default '{}',
    link_version      int not null default 1,
    link_used_at      timestamptz,
    version           bigint not null default 1,
    erased_at         timestamptz,
    request_key       text,
    request_hash      bytea,
    answered          jsonb,
    created_at        timestamptz not null,
    waits_for         text generated always as (
        case when status = 'waitlisted' then attendance when status = 'confirmed' then wants end) stored,
    foreign key (event_id, organisation_id) references event (id, organisation_id) on update cascade,
    foreign key (area_id) references area (id),
    check ((status in ('offered', 'choose')) = (offer_until is not null)),
    check ((status = 'cancelled') = (by is not null))
);
create unique index registration_address on registration (event_id, email_key) where not shared and email_key is not null;
-- The same form sent again repeats its first answer.
create unique index registration_request on registration (event_id, request_key) where request_key is not null;
create index registration_event on registration (event_id, created_at, id);
create index registration_line on registration (event_id, waits_for, place) where waits_for is not null;
create index registration_offer on registration (event_id, offer_until) where offer_until is not null;

-- Who may register for a closed event.
create table invitee (
    id              uuid primary key,
    organisation_id uuid not null,
    event_id        uuid not null,
    email           text not null,
    email_key       text not null,
    name            text,
    link_version    int not null default 1,
    sent_at         timestamptz,
    created_at      timestamptz not null default now(),
    unique (event_id, email_key),
    foreign key (event_id, organisation_id) references event (id, organisation_id) on update cascade
);
