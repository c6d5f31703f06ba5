"""What the rows around a conversa say, column by column, for the fact gate."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from anna.db.connect import Connection
from anna.db.rows import many


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One column of one row: as text, as money, or as an instant; `status` where the row's status shows something done."""

    tabela: str
    id: UUID
    campo: str
    texto: str | None
    valor: Decimal | None
    instante: datetime | None
    status: str | None


async def list_said(conn: Connection, clinica_id: UUID, conversa_id: UUID) -> list[Said]:
    """The catalogue, the staff and the knowledge of the clinica, and what concerns the person of this conversa: nobody else's rows."""
    return many(Said, await conn.fetch(_SAID, clinica_id, conversa_id))


_SAID = """
with pessoa as (
  select c.id as conversa_id, c.contato_id from whatsapp.conversas c where c.id = $2 and c.clinica_id = $1
), dela as (
  select x.paciente_id from whatsapp.contato_pacientes x join pessoa on pessoa.contato_id = x.contato_id
), consultas as (
  select a.* from agendamento.consultas a
  where a.conversa_id = $2 or a.clinica_id = $1 and a.paciente_id in (select paciente_id from dela)
)
select 'agendamento.servicos' as tabela, s.id, v.campo, v.texto, v.valor, null::timestamptz as instante, null as status
from agendamento.servicos s, lateral (values
  ('nome', s.nome, null::numeric), ('preco', null, s.preco), ('sinal', null, s.sinal), ('duracao', s.duracao_min || ' minutos', null)
) v (campo, texto, valor) where s.clinica_id = $1 and s.situacao = 'ativo'
union all
select 'agendamento.profissionais', p.id, 'nome', p.nome, null, null, null
from agendamento.profissionais p where p.clinica_id = $1 and p.situacao = 'ativo'
union all
select 'clinica.conhecimento', k.id, 'resposta', k.resposta, null, null, null from clinica.conhecimento k where k.clinica_id = $1
union all
select 'clinica.clinicas', k.id, v.campo, v.texto, null, null, null
from clinica.clinicas k, lateral (values ('nome', k.nome), ('endereco', k.endereco), ('referencia', k.referencia)) v (campo, texto)
where k.id = $1
union all
select 'agendamento.consultas', a.id, v.campo, v.texto, v.valor, v.instante, v.status
from consultas a join agendamento.profissionais p on p.id = a.profissional_id, lateral (values
  ('inicio', null, null::numeric, a.inicio, null), ('prazo', null, null, a.expira_em, null), ('profissional', p.nome, null, null, null),
  ('preco', null, a.valor, null, null), ('sinal', null, a.sinal, null, null),
  ('status', null, null, null, case when a.revisao > 1 and a.status in ('agendado', 'confirmado') then 'remarcado' else a.status end),
  ('procedimentos', (select string_agg(s.nome, ' e ' order by s.nome) from agendamento.consulta_servicos x
    join agendamento.servicos s on s.id = x.servico_id where x.consulta_id = a.id), null, null, null)
) v (campo, texto, valor, instante, status)
union all
select 'financeiro.faturas', f.id, v.campo, v.texto, v.valor, v.instante, v.status
from financeiro.faturas f, lateral (values
  ('sinal', null, f.valor, null::timestamptz, null), ('link', f.link, null, null, null), ('vence_em', null, null, f.vence_em, null),
  ('status', null, null, null, 'fatura ' || f.status)
) v (campo, texto, valor, instante, status)
where f.consulta_id in (select id from consultas) or f.clinica_id = $1 and f.paciente_id in (select paciente_id from dela)
union all
select 'whatsapp.transferencias', t.id, 'aberta_em', null, null, null, 'transferencia'
from whatsapp.transferencias t where t.conversa_id = $2
union all
select 'whatsapp.contatos', t.id, 'nome', t.nome, null, null, null
from whatsapp.contatos t join pessoa on pessoa.contato_id = t.id where t.nome is not null
union all
select 'crm.pacientes', p.id, 'nome', p.nome, null, null, null from crm.pacientes p join dela on dela.paciente_id = p.id
"""
