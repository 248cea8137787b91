-- Where and why people meet.
create table network (
    id              uuid primary key,
    organisation_id uuid not null references organisation on update cascade,
    slug            text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
    name            text not null check (name <> ''),
    purpose         text not null default '',
    accent          text check (accent ~ '^[0-9a-f]{6}$'),
    contact         jsonb,
    zone            text not null default 'Europe/Amsterdam',
    version         bigint not null default 1,
    created_at      timestamptz not null default now(),
    unique (id, organisation_id)
);

create table area (
    id              uuid primary key,
    organisation_id uuid not null,
    network_id      uuid not null,
    slug            text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
    name            text not null check (name <> ''),
    group_link      text,
    position        int not null default 0,
    unique (network_id, slug),
    unique (id, network_id),
    foreign key (network_id, organisation_id) references network (id, organisation_id) on update cascade
);

create table programme (
    id              uuid primary key,
    organisation_id uuid not null,
    network_id      uuid not null,
    slug            text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
    title           text not null check (title <> ''),
    summary         text not null default '',
    description     text not null default '',
    version         bigint not null default 1,
    created_at      timestamptz not null default now(),
    unique (id, network_id),
    foreign key (network_id, organisation_id) references network (id, organisation_id) on update cascade
);
