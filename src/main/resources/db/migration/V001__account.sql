-- Who may do what: organisations, the accounts of their staff, and how these prove who they are.
create table organisation (
    id          uuid primary key,
    slug        text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 80),
    name        text not null check (name <> ''),
    languages   text[] not null default '{nl,en}' check (cardinality(languages) > 0),
    accent      text not null default '0b5c63' check (accent ~ '^[0-9a-f]{6}$'),
    contact     jsonb not null default '{}',
    version     bigint not null default 1,
    created_at  timestamptz not null default now()
);

create table account (
    id          uuid primary key,
    email       text not null,
    email_key   text not null unique,
    name        text not null,
    password    text,
    version     bigint not null default 1,
    disabled_at timestamptz,
    created_at  timestamptz not null default now()
);

create table membership (
    account_id      uuid not null references account on delete cascade,
    organisation_id uuid not null references organisation on delete cascade,
    role            text not null check (role in ('owner', 'organiser', 'facilitator')),
    primary key (account_id, organisation_id)
);

create table session (
    hash            bytea primary key,
    account_id      uuid not null references account on delete cascade,
    account_version bigint not null,
    until           timestamptz not null,
    created_at      timestamptz not null default now()
);
create index session_account on session (account_id);

create table api_token (
    hash            bytea primary key,
    account_id      uuid not null references account on delete cascade,
    organisation_id uuid not null references organisation on delete cascade,
    label           text not null,
    created_at      timestamptz not null default now(),
    revoked_at      timestamptz
);

-- One-time links by which an account sets its password.
create table staff_link (
    hash       bytea primary key,
    account_id uuid not null references account on delete cascade,
    until      timestamptz not null,
    used_at    timestamptz
);

-- Buckets that throttle sign-in and the public forms; they hold on every node because they stand here.
create table bucket (
    key       text primary key,
    level     double precision not null,
    filled_at timestamptz not null
);
