set role anna_owner;
-- What a turn looks for is found among what still matters, however long the conversation has been going on.
create index on whatsapp.mensagens (turno_id) where direcao = 'saida';
create index on whatsapp.mensagens (conversa_id, criada_em) where modelo is not null;
create index on automacao.execucoes (suspensa_por) where suspensa_por is not null;

-- refs.viva: events look only through the runs that are alive. The foreign key keeps it what execucoes.estado says.
alter table automacao.execucoes
  add column viva boolean generated always as (estado = 'viva') stored,
  add unique (clinica_id, id, viva);
alter table automacao.refs add column viva boolean not null default true;
update automacao.refs r set viva = false from automacao.execucoes e where e.id = r.execucao_id and not e.viva;
alter table automacao.refs
  drop constraint refs_execucao_id_fkey,
  drop constraint refs_clinica_id_execucao_id_fkey,
  add foreign key (clinica_id, execucao_id, viva) references automacao.execucoes (clinica_id, id, viva) on update cascade on delete cascade;
create index por_alvo_vivo on automacao.refs (alvo, tipo) where viva;
reset role;
