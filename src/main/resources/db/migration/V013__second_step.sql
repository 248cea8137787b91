-- Who of the staff came when, a second step at sign-in, when a token was last used, and reading the audit log.
alter table account add column signed_in_at timestamptz;
update account a
   set signed_in_at = (select max(s.created_at) from session s where s.account_id = a.id)
 where exists (select 1 from session s where s.account_id = a.id);

-- The secret is sealed by a key that the database does not have; a code of a step up to last_step was used.
create table second_step (
    account_id uuid primary key references account on delete cascade,
    sealed     bytea not null,
    last_step  bigint not null,
    created_at timestamptz not null default now()
);

create table recovery_code (
    account_id uuid not null references account on delete cascade,
    hash       bytea not null,
    used_at    timestamptz,
    primary key (account_id, hash)
);

alter table api_token add column used_on date;
create index api_token_organisation on api_token (organisation_id) where revoked_at is null;
create index membership_organisation on membership (organisation_id);
create index staff_link_account on staff_link (account_id) where used_at is null;

create index audit_newest on audit (organisation_id, id desc);
create index audit_account on audit (organisation_id, account_id, id desc);
create index audit_verb on audit (organisation_id, verb, id desc);
