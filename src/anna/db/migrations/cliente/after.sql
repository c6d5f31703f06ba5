-- Run after every migration, idempotent: each table with a clinica_id is guarded, each table is granted.
do $$
declare t record;
begin
  for t in
    select n.nspname as s, c.relname as n, exists (
      select from pg_attribute a where a.attrelid = c.oid and a.attname = 'clinica_id' and not a.attisdropped) as tem_clinica
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('clinica', 'auth', 'crm', 'whatsapp', 'agendamento', 'financeiro', 'automacao', 'lgpd', 'analytics')
  loop
    if t.tem_clinica or (t.s, t.n) = ('clinica', 'clinicas') then
      execute format('alter table %I.%I enable row level security', t.s, t.n);
      execute format('drop policy if exists da_clinica on %I.%I', t.s, t.n);
      execute format(
        $p$create policy da_clinica on %I.%I using (%I = any ((select coalesce(nullif(current_setting('anna.clinicas', true), ''), '{}')::uuid[])::uuid[]))$p$,
        t.s, t.n, case when t.tem_clinica then 'clinica_id' else 'id' end);
    end if;
  end loop;
end $$;
alter table auth.usuarios enable row level security;
drop policy if exists da_clinica on auth.usuarios;
create policy da_clinica on auth.usuarios using (exists (select from auth.usuarios_clinicas uc where uc.usuario_id = id));
grant usage on schema clinica, auth, crm, whatsapp, agendamento, financeiro, automacao, lgpd, analytics to anna_web, anna_worker;
grant select, insert, update, delete on all tables in schema clinica, auth, crm, whatsapp, agendamento, financeiro, automacao, lgpd, analytics to anna_web, anna_worker;
