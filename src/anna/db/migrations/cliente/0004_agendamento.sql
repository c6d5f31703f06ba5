create schema agendamento authorization anna_owner;
create schema financeiro authorization anna_owner;
set role anna_owner;

-- numero exists because the exclusion constraint has no btree_gist: a small integer can be an int4range
create table agendamento.profissionais (
  id uuid primary key default uuidv7(),
  clinica_id uuid not null references clinica.clinicas,
  numero int generated always as identity unique,
  nome text not null,
  situacao text not null default 'ativo' check (situacao in ('ativo', 'inativo')),
  unique (clinica_id, id),
  unique (clinica_id, id, numero)
);

create table agendamento.servicos (
  id uuid primary key default uuidv7(),
  clinica_id uuid not null references clinica.clinicas,
  slug text not null check (slug ~ '^[a-z][a-z0-9_]*$'),
  nome text not null,
  duracao_min int not null check (duracao_min > 0),
  intervalo_min int not null default 0 check (intervalo_min >= 0),
  preco numeric(12,2) not null check (preco >= 0),
  sinal numeric(12,2) not null default 0 check (sinal between 0 and preco),
  situacao text not null default 'ativo' check (situacao in ('ativo', 'inativo')),
  unique (clinica_id, slug),
  unique (clinica_id, id)
);
alter table clinica.conhecimento add foreign key (clinica_id, servico_id) references agendamento.servicos (clinica_id, id);

create table agendamento.profissional_servicos (
  clinica_id uuid not null,
  profissional_id uuid not null,
  servico_id uuid not null,
  primary key (profissional_id, servico_id),
  foreign key (clinica_id, profissional_id) references agendamento.profissionais (clinica_id, id),
  foreign key (clinica_id, servico_id) references agendamento.servicos (clinica_id, id)
);

create table agendamento.horarios (
  clinica_id uuid not null,
  profissional_id uuid not null,
  dia int not null check (dia between 0 and 6),           -- 0 = Monday
  inicio time not null,
  fim time not null,
  check (inicio < fim),
  primary key (profissional_id, dia, inicio),
  foreign key (clinica_id, profissional_id) references agendamento.profissionais (clinica_id, id)
);

-- a day unlike the others: with hours it replaces the weekly ones, without hours it is a day off
create table agendamento.disponibilidade_customizada (
  id uuid primary key default uuidv7(),
  clinica_id uuid not null,
  profissional_id uuid not null,
  data date not null,
  inicio time,
  fim time,
  check ((inicio is null) = (fim is null) and (inicio is null or inicio < fim)),
  unique nulls not distinct (profissional_id, data, inicio),
  foreign key (clinica_id, profissional_id) references agendamento.profissionais (clinica_id, id)
);

create table agendamento.bloqueios (
  id uuid primary key default uuidv7(),
  clinica_id uuid not null,
  profissional_id uuid not null,
  inicio timestamptz not null,
  fim timestamptz not null,
  motivo text not null,
  check (inicio < fim),
  foreign key (clinica_id, profissional_id) references agendamento.profissionais (clinica_id, id)
);
create index on agendamento.bloqueios (profissional_id, fim);

create table agendamento.consultas (
  id uuid primary key default uuidv7(),
  clinica_id uuid not null,
  profissional_id uuid not null,
  profissional_numero int not null,
  paciente_id uuid not null,
  conversa_id uuid,
  inicio timestamptz not null,
  fim timestamptz not null,
  livre_em timestamptz not null,                          -- fim + intervalo: what the constraint guards
  revisao int not null default 1,                         -- rises when time, profissional, servico or place changes, and only then
  status text not null check (status in ('reservado', 'expirado', 'agendado', 'confirmado', 'realizado', 'cancelado', 'faltou')),
  expira_em timestamptz,
  valor numeric(12,2) not null,
  sinal numeric(12,2) not null default 0,
  criada_em timestamptz not null,
  status_em timestamptz not null,
  motivo text,
  check (inicio < fim and fim <= livre_em),
  check ((status = 'reservado') = (expira_em is not null)),
  unique (clinica_id, id),
  foreign key (clinica_id, profissional_id, profissional_numero) references agendamento.profissionais (clinica_id, id, numero),
  foreign key (clinica_id, paciente_id) references crm.pacientes (clinica_id, id),
  foreign key (clinica_id, conversa_id) references whatsapp.conversas (clinica_id, id),
  constraint sem_sobreposicao exclude using gist (
    int4range(profissional_numero, profissional_numero, '[]') with &&,
    tstzrange(inicio, livre_em) with &&
  ) where (status not in ('cancelado', 'faltou', 'expirado'))
);
create index on agendamento.consultas (profissional_id, inicio);
create index on agendamento.consultas (paciente_id, inicio desc);
create index on agendamento.consultas (expira_em) where status = 'reservado';

create table agendamento.consulta_servicos (
  clinica_id uuid not null,
  consulta_id uuid not null,
  servico_id uuid not null,
  preco numeric(12,2) not null,
  primary key (consulta_id, servico_id),
  foreign key (clinica_id, consulta_id) references agendamento.consultas (clinica_id, id),
  foreign key (clinica_id, servico_id) references agendamento.servicos (clinica_id, id)
);

create table financeiro.faturas (
  id uuid primary key default uuidv7(),
  clinica_id uuid not null references clinica.clinicas,
  paciente_id uuid not null,
  consulta_id uuid,
  valor numeric(12,2) not null check (valor > 0),
  status text not null check (status in ('pendente', 'paga', 'expirada', 'falhou', 'cancelada', 'reembolsada')),
  vence_em timestamptz not null,
  gateway text,
  gateway_id text,
  link text,
  criada_em timestamptz not null,
  status_em timestamptz not null,
  unique (clinica_id, id),
  unique (gateway, gateway_id),
  foreign key (clinica_id, paciente_id) references crm.pacientes (clinica_id, id),
  foreign key (clinica_id, consulta_id) references agendamento.consultas (clinica_id, id)
);
create index on financeiro.faturas (consulta_id);

create table financeiro.transacoes (
  id uuid primary key default uuidv7(),
  clinica_id uuid not null,
  fatura_id uuid not null,
  tipo text not null check (tipo in ('pagamento', 'reembolso')),
  meio text not null check (meio in ('pix', 'cartao')),
  valor numeric(12,2) not null check (valor > 0),
  gateway_id text not null unique,
  ocorrida_em timestamptz not null,
  foreign key (clinica_id, fatura_id) references financeiro.faturas (clinica_id, id)
);

-- asked before the clinica is known: whose charge does the payment page speak of
create function financeiro.clinica_da_fatura(de_fatura uuid) returns uuid
  language sql stable security definer set search_path = '' as
$$ select f.clinica_id from financeiro.faturas f where f.id = de_fatura $$;
revoke execute on function financeiro.clinica_da_fatura from public;
grant execute on function financeiro.clinica_da_fatura to anna_web, anna_worker;
reset role;
