-- Whoever counts an attempt takes the account and the address in the order of their keys; a success took the account first. Two who signed in at the same moment could so wait for each
-- other, and one of them was told that something went wrong.
create or replace function auth.forgive(municipality uuid, account_key bytea, address bytea, moment timestamptz) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  perform from auth.throttle t where t.municipality_id = municipality and t.key in (account_key, address) order by t.key for update;
  delete from auth.throttle t where t.municipality_id = municipality and t.key = account_key;
  update auth.throttle t set failures = greatest(t.failures - 1, 0), until = moment where t.municipality_id = municipality and t.key = address;
end $$;
