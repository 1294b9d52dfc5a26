-- Who answers many at once need not ask for the state of the directory each time: it holds the directory still for a moment. A transaction that changes the directory moves a
-- counter, and waits for that until the moment is over, so that what was read of it stays true for as long as it is held.

/* The state of the directory, and whether it is held until this transaction ends. It is not when somebody is changing it or waits to: nobody waits here. A program that holds it and
   forgets to end is ended after a fifth of a second. */
create function ctx.hold_directory() returns table (state text, held boolean) language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  perform set_config('idle_in_transaction_session_timeout', '200', true);
  begin
    lock table directory.generations in share mode nowait;
    held := true;
  exception when lock_not_available then
    held := false;
  end;
  state := ctx.directory_state(); -- a statement of its own, so that it sees what was there when it began to hold
  return next;
end $$;
revoke all on function ctx.hold_directory() from public;
grant execute on function ctx.hold_directory() to schakelbord_app;
