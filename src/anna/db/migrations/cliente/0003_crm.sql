set role anna_owner;

create table crm.leads (
  id uuid primary key default uuidv7(),
  clinica_id uuid not null references clinica.clinicas,
  contato_id uuid not null,
  status text not null check (status in ('novo', 'qualificado', 'convertido', 'perdido')),
  origem text,                                            -- an ad's id or the words of its link
  criado_em timestamptz not null,
  status_em timestamptz not null,
  unique (clinica_id, id),
  foreign key (clinica_id, contato_id) references whatsapp.contatos (clinica_id, id)
);
create unique index um_lead_aberto on crm.leads (contato_id) where status in ('novo', 'qualificado');

-- the four answers and the score with its reasons; one row per time they were weighed
create table crm.qualificacoes (
  id uuid primary key default uuidv7(),
  clinica_id uuid not null,
  lead_id uuid not null,
  procedimentos text[] not null default '{}',
  quando jsonb,
  telefone text,
  score int not null check (score between 0 and 100),
  motivos jsonb not null,                                 -- [{pontos, porque}]
  avaliado_em timestamptz not null,
  foreign key (clinica_id, lead_id) references crm.leads (clinica_id, id)
);
create index on crm.qualificacoes (lead_id, avaliado_em desc);

create table crm.atividades (
  id uuid primary key default uuidv7(),
  clinica_id uuid not null references clinica.clinicas,
  contato_id uuid,
  paciente_id uuid,
  tipo text not null,
  texto text not null,
  ocorrida_em timestamptz not null,
  foreign key (clinica_id, contato_id) references whatsapp.contatos (clinica_id, id),
  foreign key (clinica_id, paciente_id) references crm.pacientes (clinica_id, id)
);
create index on crm.atividades (contato_id, ocorrida_em desc);
reset role;
