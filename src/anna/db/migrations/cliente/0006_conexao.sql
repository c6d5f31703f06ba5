set role anna_owner;
alter table whatsapp.instancias
  add column caiu_em timestamptz,       -- since when staff know that it cannot send; null while it can
  add column recusa_desde timestamptz,  -- since when the provider refuses every send for the connection's sake
  add column envio_apos timestamptz;    -- the door does not try it before
reset role;
