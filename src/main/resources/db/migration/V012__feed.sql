-- Calendars that follow along, of a network and of one person; and who wants no more invitations.

-- When what is told of it last changed, so that a feed is the same bytes until something does.
alter table event add column changed_at timestamptz not null default now();

-- The secret calendar link of one person at one organisation. Stopped, nobody holds a link that works; who is erased leaves an empty row,
-- so that the link can say that it has ended.
create table feed (
    id              uuid primary key,
    organisation_id uuid not null references organisation on update cascade,
    person_key      bytea,
    link_version    int not null default 1,
    asked_at        timestamptz,
    unique (organisation_id, person_key)
);
create index registration_person on registration (person_key) where person_key is not null;

-- Who was invited and asked for no more letters; an organisation asks by address.
alter table invitee add column unsubscribed_at timestamptz;
create index invitee_address on invitee (organisation_id, email_key);
