create schema crm authorization anna_owner;
create schema whatsapp authorization anna_owner;
set role anna_owner;

-- a paciente is born at the first booking
create table crm.pacientes (
  id uuid primary key default uuidv7(),
  clinica_id uuid not null references clinica.clinicas,
  nome text not null,
  nome_busca text not null,
  telefone text,                                          -- E.164
  email text,
  nascimento date,
  criado_em timestamptz not null,
  unique (clinica_id, id)
);
create index on crm.pacientes (clinica_id, nome_busca);

create table whatsapp.instancias (
  id uuid primary key default uuidv7(),
  clinica_id uuid not null references clinica.clinicas,
  nome text not null unique check (nome ~ '^[a-zA-Z0-9][a-zA-Z0-9._-]{0,60}$'),
  provedor text not null check (provedor in ('evolution', 'twilio')),
  url text not null,                                      -- the provider's base address
  numero text,                                            -- the clinic's own number, E.164
  segredos bytea not null,                                -- encrypted JSON: api key or auth token, webhook secret, …
  estado text not null default 'desconhecido' check (estado in ('desconhecido', 'conectando', 'aberto', 'fechado')),
  estado_em timestamptz,
  estado_motivo text,
  recebida_em timestamptz,                                -- the last inbound webhook: silence is a symptom
  conciliada_ate timestamptz,                             -- how far the reconcile job has looked
  criada_em timestamptz not null,
  unique (clinica_id, id)
);

create table whatsapp.contatos (
  id uuid primary key default uuidv7(),
  clinica_id uuid not null references clinica.clinicas,
  nome text,                                              -- the name the person chose on WhatsApp: untrusted
  fundido_em uuid,                                        -- merged into this contato
  saida text check (saida in ('marketing', 'automaticas', 'tudo')),
  saida_em timestamptz,
  criado_em timestamptz not null,
  unique (clinica_id, id),
  foreign key (clinica_id, fundido_em) references whatsapp.contatos (clinica_id, id)
);

-- every address one person writes from; valor is the comparing key, endereco what to reply to, exactly as received
create table whatsapp.identidades (
  clinica_id uuid not null,
  contato_id uuid not null,
  tipo text not null check (tipo in ('phone', 'lid', 'bsuid')),
  valor text not null,
  endereco text not null,
  visto_em timestamptz not null,
  primary key (clinica_id, tipo, valor),
  foreign key (clinica_id, contato_id) references whatsapp.contatos (clinica_id, id)
);
create index on whatsapp.identidades (contato_id);

create table whatsapp.contato_pacientes (
  clinica_id uuid not null,
  contato_id uuid not null,
  paciente_id uuid not null,
  relacao text not null check (relacao in ('proprio', 'responsavel', 'familiar', 'outro')),
  primary key (contato_id, paciente_id),
  foreign key (clinica_id, contato_id) references whatsapp.contatos (clinica_id, id),
  foreign key (clinica_id, paciente_id) references crm.pacientes (clinica_id, id)
);

-- one row for ever per (contato, instancia); what comes and goes is its state
create table whatsapp.conversas (
  id uuid primary key default uuidv7(),
  clinica_id uuid not null,
  contato_id uuid not null,
  instancia_id uuid not null,
  dono text not null default 'anna' check (dono in ('anna', 'pessoa')),
  usuario_id uuid references auth.usuarios,
  dono_motivo text,
  dono_ate timestamptz,                                   -- given back by itself; null = until somebody gives back
  aguarda_desde timestamptz,                              -- since when a patient waits for a person
  situacao text not null default 'aberta' check (situacao in ('aberta', 'adiada', 'encerrada')),
  janela_ate timestamptz,                                 -- the provider's 24 h window
  avisada_em timestamptz,                                 -- when Anna first said that she is an assistant
  responder_em timestamptz,                               -- when the burst is due to be answered
  turno_de uuid,                                          -- the turn's lease; never a row lock across a model call
  turno_ate timestamptz,
  envio_ate timestamptz,                                  -- the lease of whoever sends its planned messages
  criada_em timestamptz not null,
  unique (contato_id, instancia_id),
  unique (clinica_id, id),
  foreign key (clinica_id, contato_id) references whatsapp.contatos (clinica_id, id),
  foreign key (clinica_id, instancia_id) references whatsapp.instancias (clinica_id, id),
  check (dono = 'pessoa' or (usuario_id is null and dono_ate is null))
);
create index on whatsapp.conversas (responder_em) where responder_em is not null;
create index on whatsapp.conversas (dono_ate) where dono_ate is not null;

-- what Anna does not know, kept as it came: bytea, because jsonb refuses \u0000 and lone surrogates
create table whatsapp.eventos_brutos (
  id uuid primary key default uuidv7(),
  clinica_id uuid not null,
  instancia_id uuid not null,
  corpo bytea not null,
  motivo text not null,
  recebido_em timestamptz not null,
  foreign key (clinica_id, instancia_id) references whatsapp.instancias (clinica_id, id)
);
create index on whatsapp.eventos_brutos (instancia_id, recebido_em);

-- the ledger of all that is said
create table whatsapp.mensagens (
  id uuid primary key default uuidv7(),
  clinica_id uuid not null,
  conversa_id uuid not null,
  instancia_id uuid not null,
  ordem bigint generated always as identity,
  direcao text not null check (direcao in ('entrada', 'saida')),
  autor text not null check (autor in ('paciente', 'anna', 'pessoa', 'sistema')),
  canal text not null default 'whatsapp' check (canal in ('whatsapp', 'sms', 'email')),
  tipo text not null default 'texto' check (tipo in ('texto', 'audio', 'imagem', 'video', 'documento', 'figurinha', 'localizacao', 'contato', 'reacao', 'enquete', 'desconhecido')),
  provedor_id text,
  texto text,
  dados jsonb not null default '{}',                      -- tapped option, location, ad, reaction target, edits: what the type needs beside its text
  cita text,                                              -- provider id of the quoted message
  criada_em timestamptz not null,                         -- when Anna learnt of it
  provedor_em timestamptz,                                -- when the provider says it was written
  status text not null check (status in ('recebida', 'planejada', 'enviando', 'incerta', 'aceita', 'enviada', 'entregue', 'lida', 'falhou', 'descartada')),
  status_em timestamptz not null,
  motivo text,                                            -- why ignored, failed or dropped
  -- inbound only
  desfecho text check (desfecho in ('respondida', 'da_pessoa', 'ignorada')),
  turno_id uuid,
  -- outbound only
  especie text not null default 'conversa' check (especie in ('conversa', 'transferencia', 'lembrete', 'pesquisa', 'marketing', 'pessoa')),
  modelo text,                                            -- the template it was rendered from
  opcoes jsonb,                                           -- numbered options [{id, rotulo}]
  nao_antes timestamptz,
  nao_depois timestamptz,
  enviar_ate timestamptz,                                 -- the lease of a send in flight
  tentativas int not null default 0,
  portoes jsonb,                                          -- each gate's verdict
  execucao_id uuid,
  passo text,
  visita int,
  parte int not null default 0,                           -- a step may say several bubbles
  check ((direcao = 'entrada') = (status = 'recebida')),
  check (direcao = 'entrada' or desfecho is null),
  check (status <> 'descartada' or motivo is not null),
  unique (clinica_id, id),
  foreign key (clinica_id, conversa_id) references whatsapp.conversas (clinica_id, id),
  foreign key (clinica_id, instancia_id) references whatsapp.instancias (clinica_id, id)
);
create unique index mensagem_do_provedor on whatsapp.mensagens (instancia_id, provedor_id) where provedor_id is not null;
create unique index mensagem_do_passo on whatsapp.mensagens (execucao_id, passo, visita, canal, parte) where execucao_id is not null;
create index on whatsapp.mensagens (conversa_id, ordem) where status in ('planejada', 'enviando');
create index on whatsapp.mensagens (conversa_id, ordem desc);
create index on whatsapp.mensagens (conversa_id, ordem) where direcao = 'entrada' and desfecho is null;
create index on whatsapp.mensagens (nao_antes) where status = 'planejada';
create index on whatsapp.mensagens (enviar_ate) where status = 'enviando';
create index on whatsapp.mensagens (status_em) where status in ('incerta', 'aceita');

-- bytes of what patients send; fetched in a job, never on the webhook's path
create table whatsapp.midias (
  mensagem_id uuid primary key,
  clinica_id uuid not null,
  estado text not null check (estado in ('pendente', 'guardada', 'falhou')),
  origem jsonb not null,                                  -- what the provider needs to hand it over
  mime text,
  nome text,
  sha256 bytea,
  conteudo bytea,
  tentativas int not null default 0,
  proxima_em timestamptz,
  motivo text,
  criada_em timestamptz not null,
  check ((estado = 'guardada') = (conteudo is not null)),
  foreign key (clinica_id, mensagem_id) references whatsapp.mensagens (clinica_id, id)
);
create index on whatsapp.midias (proxima_em) where estado = 'pendente';

-- why she said it: one row per burst answered (or overtaken)
create table whatsapp.turnos (
  id uuid primary key default uuidv7(),
  clinica_id uuid not null,
  conversa_id uuid not null,
  ate_ordem bigint not null,
  texto text not null,
  contexto jsonb not null,
  leitura jsonb not null,                                 -- the Reading: commands with their values
  regras jsonb not null,                                  -- which rule saw what
  rota jsonb not null,                                    -- which run took it, by which rule, and what was discarded
  entendeu text not null,
  resultado text not null check (resultado in ('concluido', 'ultrapassado', 'da_pessoa', 'falhou')),
  iniciado_em timestamptz not null,
  terminado_em timestamptz,
  unique (clinica_id, id),
  foreign key (clinica_id, conversa_id) references whatsapp.conversas (clinica_id, id)
);
create index on whatsapp.turnos (conversa_id, iniciado_em desc);

-- one row per hand-off to a person, from the reason to the outcome that Anna reads when she gets the conversation back
create table whatsapp.transferencias (
  id uuid primary key default uuidv7(),
  clinica_id uuid not null,
  conversa_id uuid not null,
  motivo text not null,
  frase text,                                             -- the patient's own sentence
  aberta_em timestamptz not null,
  prazo_em timestamptz,
  assumida_em timestamptz,
  usuario_id uuid references auth.usuarios,
  devolvida_em timestamptz,
  desfecho text,
  unique (clinica_id, id),
  foreign key (clinica_id, conversa_id) references whatsapp.conversas (clinica_id, id)
);
create unique index uma_transferencia_aberta on whatsapp.transferencias (conversa_id) where devolvida_em is null;

-- the highest status a provider told of a message that Anna does not know yet: it may overtake the answer that names the message
create table whatsapp.status_orfaos (
  clinica_id uuid not null,
  instancia_id uuid not null,
  provedor_id text not null,
  status text not null check (status in ('aceita', 'enviada', 'falhou', 'entregue', 'lida')),
  motivo text,
  recebido_em timestamptz not null,
  primary key (instancia_id, provedor_id),
  foreign key (clinica_id, instancia_id) references whatsapp.instancias (clinica_id, id)
);
create index on whatsapp.status_orfaos (recebido_em);

-- the one question that is asked before the clinica is known: whose webhook is this
create function whatsapp.instancia_do_webhook(do_provedor text, de_nome text)
  returns table (id uuid, clinica_id uuid, segredos bytea)
  language sql stable security definer set search_path = '' as
$$ select i.id, i.clinica_id, i.segredos from whatsapp.instancias i where i.provedor = do_provedor and i.nome = de_nome $$;
revoke execute on function whatsapp.instancia_do_webhook from public;
grant execute on function whatsapp.instancia_do_webhook to anna_web, anna_worker;
reset role;
