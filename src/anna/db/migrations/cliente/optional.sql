-- Run by every migration, also when nothing else is to be done: what needs an extension that a server may lack is made as soon as it is there.
do $$ begin
  if not exists (select from pg_available_extensions where name = 'vector') then
    raise notice 'this PostgreSQL has no pgvector: what patients ask is searched by its words alone';
    return;
  end if;
  if to_regclass('clinica.vetores') is not null then
    return;
  end if;
  begin
    create extension if not exists vector;
  exception when insufficient_privilege then
    raise notice 'pgvector is there and this role may not switch it on: let a superuser run create extension vector';
    return;
  end;
  set local role anna_owner;
  -- where a text of the clinic lies in meaning, by what it says: the same words are never measured twice
  create table clinica.vetores (
    clinica_id uuid not null references clinica.clinicas,
    modelo text not null,
    hash bytea not null,                                  -- sha256 of the question and the answer
    vetor vector not null,
    medido_em timestamptz not null,
    primary key (clinica_id, modelo, hash)
  );
  alter table clinica.vetores enable row level security;
  create policy da_clinica on clinica.vetores
    using (clinica_id = any ((select coalesce(nullif(current_setting('anna.clinicas', true), ''), '{}')::uuid[])::uuid[]));
  grant select, insert, update, delete on clinica.vetores to anna_web, anna_worker;
  reset role;
end $$;
