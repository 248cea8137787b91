-- Gatherings: what is planned, and how many seats there are.
create table event (
    id                uuid primary key,
    organisation_id   uuid not null,
    slug              text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
    network_id        uuid not null,
    area_id           uuid,
    programme_id      uuid,
    format            text not null,
    version           bigint not null default 1,
    status            text not null default 'draft' check (status in ('draft', 'published', 'cancelled')),
    registration      text not null default 'open' check (registration in ('open', 'closed')),
    visibility        text not null default 'public' check (visibility in ('public', 'link', 'closed')),
    language          text not null,
    starts_at         timestamptz not null,
    ends_at           timestamptz not null,
    zone              text not null,
    attendance        text not null check (attendance in ('on_site', 'online', 'hybrid')),
    venue             jsonb,
    meeting_id        uuid,
    on_site_capacity  int check (on_site_capacity >= 0),
    online_capacity   int check (online_capacity >= 0),
    waitlist          boolean not null default true,
    speakers          jsonb not null default '[]',
    agenda            jsonb not null default '[]',
    contact           jsonb not null,
    questions_version int not null default 1,
    published_at      timestamptz,
    created_at        timestamptz not null default now(),
    check (ends_at > starts_at),
    unique (id, organisation_id),
    foreign key (network_id, organisation_id) references network (id, organisation_id) on update cascade,
    foreign key (area_id, network_id) references area (id, network_id),
    foreign key (programme_id, network_id) references programme (id, network_id),
    foreign key (meeting_id) references meeting (id)
);
create index event_network on event (network_id, starts_at);
create index event_organisation on event (organisation_id, starts_at);
create index event_coming on event (starts_at) where status = 'published';
create index event_programme on event (programme_id) where programme_id is not null;

create table event_text (
    event_id    uuid not null references event on delete cascade,
    language    text not null,
    title       text not null check (title <> ''),
    summary     text not null default '',
    description text not null default '',
    primary key (event_id, language)
);

-- Old versions stay: an answer keeps the wording that was answered.
create table question (
    event_id uuid not null references event on delete cascade,
    version  int not null,
    id       text not null,
    position int not null,
    kind     text not null check (kind in ('text', 'long_text', 'one_of', 'several_of', 'yes_no', 'number')),
    label    text not null check (label <> ''),
    required boolean not null,
    choices  text[] not null default '{}',
    primary key (event_id, version, id)
);

-- Capacity belongs to the event; held, waiting and next_place are written by the turnstile alone.
create table seats (
    event_id   uuid not null references event on delete cascade,
    attendance text not null check (attendance in ('on_site', 'online')),
    capacity   int,
    held       int not null default 0,
    waiting    int not null default 0,
    next_place int not null default 1,
    primary key (event_id, attendance),
    check (held >= 0 and waiting >= 0 and (capacity is null or held <= capacity))
);
