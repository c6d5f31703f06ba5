create schema analytics authorization anna_owner;
set role anna_owner;

-- one row per question to a model, written before it is asked: with what it may cost until it is known what it did cost
create table analytics.interacoes_ia (
  id uuid primary key default uuidv7(),
  clinica_id uuid not null,
  conversa_id uuid not null,
  turno_id uuid,                                          -- the turn it was asked for, once that is on record
  finalidade text not null check (finalidade in ('entender')),
  provedor text not null check (provedor in ('openai', 'anthropic')),
  modelo text not null,
  prompt_versao text not null,                            -- hash of the wording and of the form of the answer
  pedido_id text,                                         -- the provider's own id of the request
  resultado text not null check (
    resultado in ('em_curso', 'aceita', 'invalida', 'truncada', 'recusada', 'nao_atendida', 'sem_resposta')),
  motivo text,
  tokens_entrada int not null default 0 check (tokens_entrada >= 0),
  tokens_cache int not null default 0 check (tokens_cache >= 0),
  tokens_gravados int not null default 0 check (tokens_gravados >= 0),
  tokens_saida int not null default 0 check (tokens_saida >= 0),
  custo_usd numeric(12,6) not null check (custo_usd >= 0),
  latencia_ms int check (latencia_ms >= 0),
  intencoes text[],                                       -- what the model took the message for; what Anna made of it is in turnos.leitura
  sentimento text check (sentimento in ('positive', 'neutral', 'negative')),
  iniciada_em timestamptz not null,
  terminada_em timestamptz,
  unique (clinica_id, id),
  check ((resultado = 'em_curso') = (terminada_em is null)),
  foreign key (clinica_id, conversa_id) references whatsapp.conversas (clinica_id, id),
  foreign key (clinica_id, turno_id) references whatsapp.turnos (clinica_id, id)
);
create index on analytics.interacoes_ia (iniciada_em);
create index on analytics.interacoes_ia (turno_id) where turno_id is not null;

-- how the patient sounded, as far as whoever read the turn could tell; null where nobody read it
alter table whatsapp.turnos add column sentimento text check (sentimento in ('positive', 'neutral', 'negative'));
reset role;
