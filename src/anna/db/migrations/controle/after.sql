-- Run after every migration, idempotent.
grant usage on schema tenants to anna_web, anna_worker;
grant select on all tables in schema tenants to anna_web, anna_worker;
grant update (relogio_avanco) on tenants.clientes to anna_web;
