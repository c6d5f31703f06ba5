set role anna_owner;
-- what is still to be written out of what patients say aloud: a row for each voice message, made with the message. The words themselves are
-- in mensagens.dados->'transcricao', beside the original
create table whatsapp.transcricoes (
  mensagem_id uuid primary key,
  clinica_id uuid not null,
  estado text not null check (estado in ('pendente', 'guardada', 'falhou')),
  motivo text,                                            -- why there are no words; while it waits, what it waits for
  proxima_em timestamptz,                                 -- when somebody may take it; past the end of a lease anybody may
  criada_em timestamptz not null,
  terminada_em timestamptz,
  check ((estado = 'pendente') = (proxima_em is not null)),
  check ((estado = 'pendente') = (terminada_em is null)),
  check (estado <> 'falhou' or motivo is not null),
  foreign key (clinica_id, mensagem_id) references whatsapp.mensagens (clinica_id, id)
);
create index on whatsapp.transcricoes (proxima_em) where estado = 'pendente';

-- the message a question is about, where it is about one alone, and the seconds of sound that were billed
alter table analytics.interacoes_ia
  add column mensagem_id uuid,
  add column segundos int check (segundos >= 0),
  add foreign key (clinica_id, mensagem_id) references whatsapp.mensagens (clinica_id, id),
  drop constraint interacoes_ia_finalidade_check,
  add constraint interacoes_ia_finalidade_check check (finalidade in ('entender', 'responder', 'buscar', 'indexar', 'transcrever'));
create index on analytics.interacoes_ia (mensagem_id) where mensagem_id is not null;

-- a turn that only said that an answer will come
alter table whatsapp.turnos
  drop constraint turnos_resultado_check,
  add constraint turnos_resultado_check check (resultado in ('concluido', 'ultrapassado', 'da_pessoa', 'falhou', 'em_espera'));
reset role;
