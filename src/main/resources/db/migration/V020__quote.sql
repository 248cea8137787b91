-- A participant's words, for which consent is given per wording.

-- Its record stands apart from the registration and outlives it: the author's address is sealed under the installation's secret. Held:
-- something in the words has to be looked at by a person first. The request key is the form's nonce: sent twice, it is given once.
create table quote (
    id              uuid primary key,
    organisation_id uuid not null,
    event_id        uuid not null,
    registration_id uuid references registration on delete set null,
    address         bytea,
    status          text not null default 'given' check (status in ('given', 'approved', 'rejected')),
    reason          text,
    held            boolean not null default false,
    link_version    int not null default 1,
    version         bigint not null default 1,
    created_at      timestamptz not null,
    approved_at     timestamptz,
    refused_at      timestamptz,
    reminded_at     timestamptz,
    withdrawn_at    timestamptz,
    request_key     text,
    unique (event_id, request_key),
    check (status <> 'approved' or approved_at is not null),
    foreign key (event_id, organisation_id) references event (id, organisation_id) on update cascade
);
create index quote_event on quote (event_id, created_at);
create index quote_registration on quote (registration_id) where registration_id is not null;

-- The latest counts. The author's own bear consent from the start, those that staff propose only once the author agrees. Withdrawn ones
-- keep that there was consent, and no words.
create table wording (
    quote_id     uuid not null references quote on delete cascade,
    version      int not null,
    words        text check (words <> ''),
    attribution  text not null check (attribution in ('name', 'role', 'none')),
    name         text,
    role         text,
    scopes       text[] not null check (scopes <@ array['recap', 'review', 'social']),
    language     text not null,
    consent_text int,
    by           text not null check (by in ('author', 'staff')),
    made_at      timestamptz not null,
    consented_at timestamptz,
    withdrawn_at timestamptz,
    primary key (quote_id, version),
    check (words is not null or withdrawn_at is not null),
    check (withdrawn_at is null or (words is null and name is null and role is null))
);

-- All that pages, feeds, embeds, API, recap and review may read.
create view published_quote as
select q.id, q.organisation_id, q.event_id, w.version, w.words, w.attribution, w.name, w.role, w.scopes, w.language, w.consented_at
  from quote q
  join wording w on w.quote_id = q.id
   and w.version = (select max(latest.version) from wording latest where latest.quote_id = q.id)
 where q.status = 'approved'
   and not q.held
   and q.withdrawn_at is null
   and w.consented_at is not null
   and w.withdrawn_at is null;
