-- How an organisation shows itself: the name its letters are from, where answers go, its logo, and whose sites may show its pages.
alter table organisation add column sender text check (sender <> '');
alter table organisation add column reply_to text;
alter table organisation add column embedders text[] not null default '{}';

-- Digest, width and height of the logo, for pages; the picture itself stands apart. Every node serves it, so it is in the database.
alter table organisation add column logo jsonb;

create table organisation_logo (
    organisation_id uuid primary key references organisation on delete cascade,
    type            text not null check (type in ('image/png', 'image/jpeg')),
    bytes           bytea not null check (length(bytes) <= 102400)
);
