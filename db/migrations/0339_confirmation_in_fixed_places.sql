-- Whoever asks cannot put a table of their own in the way of what this function looks at.
alter function ctx.confirmation(bytea) set search_path = public, pg_catalog, pg_temp;
