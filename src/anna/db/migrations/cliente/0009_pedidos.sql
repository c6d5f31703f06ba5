set role anna_owner;
-- who waits for a time to become free: for any of these procedures, within the wish, until the day after it
create table agendamento.lista_espera (
  id uuid primary key default uuidv7(),
  clinica_id uuid not null references clinica.clinicas,
  contato_id uuid not null,
  conversa_id uuid not null,
  procedimentos text[] not null check (cardinality(procedimentos) > 0),
  quando jsonb,                                           -- the wish as `anna understand` writes it; null: any time
  status text not null check (status in ('aberta', 'encerrada')),
  criada_em timestamptz not null,
  vale_ate timestamptz not null,
  encerrada_em timestamptz,
  motivo text,
  unique (clinica_id, id),
  check ((status = 'encerrada') = (encerrada_em is not null)),
  foreign key (clinica_id, contato_id) references whatsapp.contatos (clinica_id, id),
  foreign key (clinica_id, conversa_id) references whatsapp.conversas (clinica_id, id)
);
create index on agendamento.lista_espera (clinica_id, criada_em) where status = 'aberta';
create index on agendamento.lista_espera (contato_id);

-- what a person asks of her own data (LGPD, articles 18 and 19), until somebody has answered
create table lgpd.solicitacoes_titular (
  id uuid primary key default uuidv7(),
  clinica_id uuid not null references clinica.clinicas,
  contato_id uuid not null,
  conversa_id uuid not null,
  tipo text not null check (tipo in ('acesso', 'direito')),
  frase text not null,                                    -- the person's own words
  status text not null check (status in ('aberta', 'encerrada')),
  aberta_em timestamptz not null,
  prazo_em timestamptz not null,
  encerrada_em timestamptz,
  desfecho text,
  unique (clinica_id, id),
  check ((status = 'encerrada') = (encerrada_em is not null)),
  foreign key (clinica_id, contato_id) references whatsapp.contatos (clinica_id, id),
  foreign key (clinica_id, conversa_id) references whatsapp.conversas (clinica_id, id)
);
create unique index pedido_aberto on lgpd.solicitacoes_titular (contato_id, tipo) where status = 'aberta';
create index on lgpd.solicitacoes_titular (prazo_em) where status = 'aberta';
reset role;
