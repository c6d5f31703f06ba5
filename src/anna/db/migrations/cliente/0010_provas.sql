set role anna_owner;
-- what the text claims and the row each claim rests on: [{tipo, trecho, em, valor, fato {tabela, id, campo} | null, cita}];
-- null in what was said before this was kept
alter table whatsapp.mensagens add column provas jsonb;
create index on whatsapp.mensagens (criada_em) where jsonb_path_exists(provas, '$[*] ? (@.fato == null && @.cita == false)');
reset role;
