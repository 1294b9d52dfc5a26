-- Two who change a network at once must not undo each other.
alter table networks add column version integer not null default 1;
