create schema automacao authorization anna_owner;
create schema lgpd authorization anna_owner;
set role anna_owner;

-- every version a live run may have begun with; the same for all clinicas of a client
create table automacao.fluxos (
  nome text not null,
  versao int not null,
  definicao jsonb not null,
  sha256 bytea not null,
  publicado_em timestamptz not null,
  primary key (nome, versao)
);

create table automacao.execucoes (
  id uuid primary key default uuidv7(),
  clinica_id uuid not null references clinica.clinicas,
  fluxo text not null,
  versao int not null,
  chave text not null,
  pai_id uuid,                                            -- who called it, from which step
  pai_passo text,
  pai_visita int,
  raiz_id uuid not null,                                  -- the run whose tree this is: its events never stop it
  faixa text not null check (faixa in ('talk', 'background', 'aside', 'override')),
  estado text not null check (estado in ('viva', 'encerrada', 'parada', 'falhou')),
  passo text not null,
  visita int not null default 0,
  dados jsonb not null default '{}',                      -- the engine's Run: slots, results, what it waits for
  suspensa_por uuid,                                      -- a newer talk run has the floor
  desde timestamptz not null,
  acorda_em timestamptz,
  desfecho text,
  motivo text,
  criada_em timestamptz not null,
  encerrada_em timestamptz,
  unique (clinica_id, id),
  foreign key (clinica_id, pai_id) references automacao.execucoes (clinica_id, id),
  foreign key (fluxo, versao) references automacao.fluxos
);
create unique index um_vivo on automacao.execucoes (fluxo, chave) where estado = 'viva';
create index a_vencer on automacao.execucoes (acorda_em) where estado = 'viva' and acorda_em is not null;
create index on automacao.execucoes (pai_id) where pai_id is not null;
create index on automacao.execucoes (fluxo, chave, criada_em desc);

create table automacao.refs (
  clinica_id uuid not null,
  execucao_id uuid not null references automacao.execucoes on delete cascade,
  tipo text not null,
  alvo uuid not null,
  primary key (execucao_id, tipo),
  foreign key (clinica_id, execucao_id) references automacao.execucoes (clinica_id, id)
);
create index por_alvo on automacao.refs (alvo, tipo);

create table automacao.perguntas (
  id uuid primary key default uuidv7(),
  clinica_id uuid not null,
  conversa_id uuid not null,
  execucao_id uuid not null references automacao.execucoes on delete cascade,
  passo text not null,
  visita int not null,
  mensagem_id uuid,                                       -- the bubble that asks: a quoted reply binds to it
  slot text,                                              -- what is asked; null while a wait only listens
  desejados jsonb not null default '{}',                  -- every slot the step still misses: name -> type
  tambem jsonb not null default '{}',                     -- other slots that a reply may answer or correct by the way
  aceita text[] not null,                                 -- the words, option ids and slots that a reply may be
  opcoes jsonb,                                           -- [{id, rotulo, …}] of a choice, in the order of their numbers
  aberta_em timestamptz not null,
  fechada_em timestamptz,
  unique (execucao_id, passo, visita),
  foreign key (clinica_id, conversa_id) references whatsapp.conversas (clinica_id, id),
  foreign key (clinica_id, execucao_id) references automacao.execucoes (clinica_id, id),
  foreign key (clinica_id, mensagem_id) references whatsapp.mensagens (clinica_id, id)
);
create index on automacao.perguntas (conversa_id, aberta_em desc) where fechada_em is null;
create index on automacao.perguntas (execucao_id);

-- news travel upwards as rows, written in the transaction of the fact
create table automacao.eventos (
  id uuid primary key default uuidv7(),
  clinica_id uuid not null references clinica.clinicas,
  nome text not null,
  refs jsonb not null,                                    -- {tipo: id}
  dados jsonb not null default '{}',
  causa uuid,                                             -- the root run that caused it
  ocorrido_em timestamptz not null,
  tratado_em timestamptz,
  tentativas int not null default 0,
  proxima_em timestamptz,
  erro text
);
create index on automacao.eventos (ocorrido_em) where tratado_em is null;   -- a flag, never a cursor: rows become visible in commit order, not id order

create table automacao.efeitos (
  clinica_id uuid not null,
  execucao_id uuid not null,
  passo text not null,
  visita int not null,
  acao text not null,
  dados jsonb not null,
  status text not null check (status in ('pendente', 'em_curso', 'feito', 'falhou', 'incerto')),
  tentativas int not null default 0,
  proxima_em timestamptz,                                 -- when it may be taken, or until when it is leased
  resultado jsonb,
  criado_em timestamptz not null,
  primary key (execucao_id, passo, visita),
  foreign key (clinica_id, execucao_id) references automacao.execucoes (clinica_id, id)
);
create index on automacao.efeitos (proxima_em) where status in ('pendente', 'em_curso');

create table lgpd.consentimentos (
  id uuid primary key default uuidv7(),
  clinica_id uuid not null references clinica.clinicas,
  contato_id uuid not null,
  finalidade text not null check (finalidade in ('novidades', 'fotos')),
  status text not null check (status in ('dado', 'negado', 'revogado')),
  evidencia jsonb not null,
  registrado_em timestamptz not null,
  foreign key (clinica_id, contato_id) references whatsapp.contatos (clinica_id, id)
);
create index on lgpd.consentimentos (contato_id, finalidade, registrado_em desc);
reset role;
