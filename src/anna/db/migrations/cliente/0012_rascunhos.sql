set role anna_owner;
-- what models are asked for: to read a message, to write an answer, and for where a text lies among others in meaning
alter table analytics.interacoes_ia drop constraint interacoes_ia_finalidade_check;
alter table analytics.interacoes_ia add constraint interacoes_ia_finalidade_check
  check (finalidade in ('entender', 'responder', 'buscar', 'indexar'));
-- the clinic's own texts belong to no conversation
alter table analytics.interacoes_ia alter column conversa_id drop not null;
alter table analytics.interacoes_ia add check ((finalidade = 'indexar') = (conversa_id is null));

-- the answer a model was asked to write for this turn: {desfecho, provedor, versao, linhas {id: [tabela, id]}, usou [[tabela, id]],
-- recusados [{texto, por [{tipo, trecho}]}], sem_resposta [texto]}; null where none was wished for
alter table whatsapp.turnos add column rascunho jsonb;
reset role;
