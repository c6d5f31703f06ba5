set role anna_owner;
-- who has left automatic messages may take the reminders of her consultas back, by her own words
alter table lgpd.consentimentos
  drop constraint consentimentos_finalidade_check,
  add constraint consentimentos_finalidade_check check (finalidade in ('novidades', 'fotos', 'lembretes'));
reset role;
