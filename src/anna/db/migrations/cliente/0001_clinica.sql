create schema clinica authorization anna_owner;
create schema auth authorization anna_owner;
set role anna_owner;

create table clinica.clinicas (
  id uuid primary key default uuidv7(),
  slug text not null unique check (slug ~ '^[a-z][a-z0-9-]{1,40}$'),
  nome text not null,
  fuso text not null default 'America/Sao_Paulo',
  telefone text,                                          -- E.164
  endereco text not null,
  referencia text,                                        -- how to find the door
  criada_em timestamptz not null
);

create table clinica.horarios (
  clinica_id uuid not null references clinica.clinicas,
  dia int not null check (dia between 0 and 6),           -- 0 = Monday
  abre time not null,
  fecha time not null,
  check (abre < fecha),
  primary key (clinica_id, dia, abre)
);

-- what the national calendar does not know: a municipal holiday, a bridge day, or a holiday on which this clinic works
create table clinica.feriados (
  clinica_id uuid not null references clinica.clinicas,
  data date not null,
  nome text not null,
  tipo text not null check (tipo in ('fechado', 'aberto')),
  primary key (clinica_id, data)
);

create table clinica.conhecimento (
  id uuid primary key default uuidv7(),
  clinica_id uuid not null references clinica.clinicas,
  assunto text not null check (assunto in ('endereco', 'estacionamento', 'pagamento', 'preparo', 'horario', 'outro')),
  servico_id uuid,
  pergunta text not null,
  resposta text not null,
  busca text not null,                                    -- folded: no extension here knows Portuguese accents
  unique (clinica_id, id)
);

-- one row per setting a clinic changed; clinica/settings.py knows the names, types and defaults
create table clinica.configuracoes (
  clinica_id uuid not null references clinica.clinicas,
  chave text not null,
  valor jsonb not null,
  primary key (clinica_id, chave)
);

create table auth.usuarios (
  id uuid primary key default uuidv7(),
  nome text not null,
  email text not null unique check (email = lower(email)),
  papel text not null check (papel in ('admin', 'staff', 'view')),
  criado_em timestamptz not null
);

create table auth.usuarios_clinicas (
  usuario_id uuid not null references auth.usuarios,
  clinica_id uuid not null references clinica.clinicas,
  primary key (usuario_id, clinica_id)
);
reset role;
