-- What came of a gathering, and of a year.

-- Who was at a gathering, counted when it was held: people may go, this stays. Empty sector or area: not told.
create table tally (
    event_id   uuid not null references event on delete cascade,
    attendance text not null check (attendance in ('on_site', 'online')),
    sector     text not null default '',
    area       text not null default '',
    status     text not null,
    presence   text not null,
    n          int not null check (n > 0),
    primary key (event_id, attendance, sector, area, status, presence)
);

-- That it was counted, when last, and how many organisations sat there.
create table tallied (
    event_id      uuid primary key references event on delete cascade,
    organisations int not null default 0,
    counted_at    timestamptz not null
);

-- How many different people and organisations a network reached in a year; sector '' is all of them together. The settled numbers are
-- of gatherings that are counted no more: they never fall, whoever goes.
create table reach (
    network_id            uuid not null references network on delete cascade,
    year                  int not null,
    sector                text not null default '',
    people                int not null,
    organisations         int not null,
    settled_people        int not null default 0,
    settled_organisations int not null default 0,
    primary key (network_id, year, sector)
);

-- Words are {"nl": {"intro": "…", "results": ["…"]}, …}; told_at: when those who came were mailed.
create table recap (
    event_id        uuid primary key,
    organisation_id uuid not null,
    version         bigint not null default 1,
    words           jsonb not null default '{}',
    left_out        uuid[] not null default '{}',
    published_at    timestamptz,
    told_at         timestamptz,
    foreign key (event_id, organisation_id) references event (id, organisation_id) on update cascade on delete cascade
);

-- Drawn anew by us. Basis: why it may be shown. Hidden as soon as somebody on it asks.
create table photo (
    id              uuid primary key,
    organisation_id uuid not null,
    event_id        uuid not null,
    position        int not null,
    type            text not null check (type in ('image/png', 'image/jpeg')),
    bytes           bytea not null check (length(bytes) <= 2097152),
    digest          text not null,
    width           int not null,
    height          int not null,
    alt             text not null default '',
    caption         text not null default '',
    maker           text not null default '',
    basis           text check (basis in ('consent', 'notice')),
    asked_at        timestamptz,
    kept_because    text,
    created_at      timestamptz not null,
    foreign key (event_id, organisation_id) references event (id, organisation_id) on update cascade on delete cascade
);
create index photo_event on photo (event_id, position);

create table download (
    id              uuid primary key,
    organisation_id uuid not null,
    event_id        uuid not null,
    position        int not null,
    name            text not null check (name <> ''),
    bytes           bytea not null check (length(bytes) <= 5242880),
    digest          text not null,
    created_at      timestamptz not null,
    foreign key (event_id, organisation_id) references event (id, organisation_id) on update cascade on delete cascade
);
create index download_event on download (event_id, position);

-- The organiser's words between the facts of a year, and what of it is shown.
create table review (
    network_id      uuid not null,
    year            int not null check (year between 2000 and 2200),
    organisation_id uuid not null,
    version         bigint not null default 1,
    words           jsonb not null default '{}',
    chosen          jsonb not null default '{}',
    published_at    timestamptz,
    primary key (network_id, year),
    foreign key (network_id, organisation_id) references network (id, organisation_id) on update cascade on delete cascade
);
