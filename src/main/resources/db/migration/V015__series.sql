-- Gatherings that come back: what the dates share, who comes every time, and who of them may register first.
create table series (
    id              uuid primary key,
    organisation_id uuid not null,
    network_id      uuid not null,
    area_id         uuid,
    format          text not null,
    slug            text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
    title           text not null check (title <> ''),
    zone            text not null,
    pattern         jsonb not null,
    members_first   int not null default 7 check (members_first between 0 and 60),
    version         bigint not null default 1,
    created_at      timestamptz not null default now(),
    unique (id, network_id),
    unique (id, organisation_id),
    foreign key (network_id, organisation_id) references network (id, organisation_id) on update cascade,
    foreign key (area_id, network_id) references area (id, network_id)
);
create index series_organisation on series (organisation_id, slug);
create index series_network on series (network_id);

-- A date of a series. Until opens_at it is for standing members alone; members_at is when they were first registered for it.
alter table event
    add column series_id  uuid,
    add column opens_at   timestamptz,
    add column members_at timestamptz,
    add foreign key (series_id, network_id) references series (id, network_id);
create index event_series on event (series_id, starts_at) where series_id is not null;

-- Who comes to every date of a series. Their place is their order; one address stands for one member.
create table member (
    id                uuid primary key,
    organisation_id   uuid not null,
    series_id         uuid not null,
    email             text,
    email_key         text,
    person_key        bytea,
    name              text,
    organisation_name text,
    sector            text check (sector in ('formal', 'informal', 'medical', 'municipality', 'resident')),
    area_id           uuid references area (id),
    language          text not null,
    attendance        text not null check (attendance in ('on_site', 'online')),
    if_full           text not null check (if_full in ('online', 'wait')),
    place             bigint generated always as identity,
    paused_until      timestamptz,
    ended_at          timestamptz,
    link_version      int not null default 1,
    request_key       text,
    version           bigint not null default 1,
    created_at        timestamptz not null default now(),
    foreign key (series_id, organisation_id) references series (id, organisation_id) on update cascade
);
create unique index member_address on member (series_id, email_key) where email_key is not null;

-- Once per member and date: who declined a date is not registered for it again.
alter table registration add column member_id uuid references member (id);
create unique index registration_member on registration (event_id, member_id) where member_id is not null;

-- Dates that a member said not to come to, before they were registered for them.
create table member_skip (
    member_id uuid not null references member,
    event_id  uuid not null references event on delete cascade,
    primary key (member_id, event_id)
);
