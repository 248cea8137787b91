-- Things done once: answers kept for a repeated POST, moments of derived jobs, and what was loaded.
create table idempotency (
    scope        text not null,
    key          text not null,
    body_hash    bytea not null,
    answer       jsonb,
    locked_until timestamptz,
    created_at   timestamptz not null default now(),
    primary key (scope, key)
);
create index idempotency_age on idempotency (created_at);

create table done (
    job     text not null,
    subject text not null,
    moment  timestamptz not null,
    primary key (job, subject, moment)
);

create table installation (
    name  text primary key,
    value text not null,
    at    timestamptz not null default now()
);

create table audit (
    id              bigint generated always as identity primary key,
    organisation_id uuid not null,
    account_id      uuid,
    verb            text not null,
    object          text not null,
    at              timestamptz not null default now()
);
