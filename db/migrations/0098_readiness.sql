-- A server that asks whether it is ready logs in with the restricted role: it may read which steps the database has had.
grant select on schakelbord_migrations to schakelbord_app;
