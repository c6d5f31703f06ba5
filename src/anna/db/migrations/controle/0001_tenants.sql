-- The control database: which clients this installation serves and how to reach each one's own database.
create schema tenants authorization anna_owner;
set role anna_owner;

create table tenants.clientes (
  id uuid primary key default uuidv7(),
  slug text not null unique check (slug ~ '^[a-z][a-z0-9_]{1,30}$'),
  nome text not null,
  situacao text not null default 'ativo' check (situacao in ('ativo', 'suspenso')),
  relogio_avanco interval not null default '0',          -- a demo client's clock runs this far ahead
  criado_em timestamptz not null
);

create table tenants.database_credentials (
  cliente_id uuid not null references tenants.clientes,
  papel text not null check (papel in ('anna_owner', 'anna_web', 'anna_worker')),
  dsn bytea not null,                                    -- encrypted with the installation's key (kit/crypto.py)
  primary key (cliente_id, papel)
);

create table tenants.logs_auto_creation (
  id uuid primary key default uuidv7(),
  slug text not null,
  passo text not null,
  detalhe text,
  ocorrido_em timestamptz not null
);

reset role;
