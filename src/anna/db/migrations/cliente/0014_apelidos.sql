set role anna_owner;
-- what the clinic's own patients call a procedure besides its name: "harmonização", "barriguinha"
alter table agendamento.servicos add column apelidos text[] not null default '{}' check (array_position(apelidos, '') is null);
reset role;
