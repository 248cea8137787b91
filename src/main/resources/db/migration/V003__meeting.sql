-- Online places, made by a meeting provider.
create table meeting (
    id              uuid primary key,
    organisation_id uuid not null references organisation on update cascade,
    provider        text not null,
    url             text,
    dial_in         text,
    foreign_id      text,
    unique (id, organisation_id)
);
