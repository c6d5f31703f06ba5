"""What must always hold, as SQL: each statement returns the rows that break it, so none may come back.

They hold at any committed instant, also in the middle of a conversation and after a crash (DESIGN section 2).
"""

from __future__ import annotations

from collections.abc import Mapping

from anna.db.connect import Connection
from anna.reports import CHECKS

_DOCTOR = {check.name: check.sql for check in CHECKS}

INVARIANTS: Mapping[str, str] = {
    "two active consultas of one profissional never overlap": _DOCTOR["consulta_overlap"],
    "a word of a patient has an outcome or a due time": _DOCTOR["inbound_forgotten"],
    "what was answered belongs to one turn that reaches it": """
        select m.id from whatsapp.mensagens m left join whatsapp.turnos t on t.id = m.turno_id
        where m.direcao = 'entrada' and m.desfecho = 'respondida'
          and (t.id is null or t.resultado <> 'concluido' or t.ate_ordem < m.ordem or t.conversa_id <> m.conversa_id)""",
    "no burst is answered twice": """
        select conversa_id, ate_ordem from whatsapp.turnos where resultado = 'concluido'
        group by conversa_id, ate_ordem having count(*) > 1""",
    "a message is said once": """
        select conversa_id, provedor_id from whatsapp.mensagens where provedor_id is not null
        group by instancia_id, conversa_id, provedor_id having count(*) > 1""",
    "nothing is claimed that no row says": _DOCTOR["claim_unbound"],
    "one message at a time is on its way in a conversation": """
        select conversa_id from whatsapp.mensagens where status = 'enviando' group by conversa_id having count(*) > 1""",
    "what the provider took has its name there": """
        select id from whatsapp.mensagens where status in ('aceita', 'enviada', 'entregue', 'lida') and provedor_id is null""",
    "nothing goes out that the gates did not let pass": """
        select id from whatsapp.mensagens
        where autor = 'anna' and status in ('enviando', 'incerta', 'aceita', 'enviada', 'entregue', 'lida', 'falhou')
          and (portoes is null or jsonb_path_exists(portoes, '$[*] ? (@.outcome != "pass")'))""",
    "a message in flight has a lease, and no other has": """
        select id from whatsapp.mensagens where (status = 'enviando') <> (enviar_ate is not null)""",
    "a lease of a conversation has a holder and an end": """
        select id from whatsapp.conversas where (turno_de is null) <> (turno_ate is null)""",
    "a person who does not write to Anna gets nothing after opting out of everything": """
        select m.id from whatsapp.mensagens m join whatsapp.conversas c on c.id = m.conversa_id
          join whatsapp.contatos p on p.id = c.contato_id
        where p.saida = 'tudo' and m.autor = 'anna' and m.turno_id is null and m.especie <> 'pessoa'
          and m.criada_em > p.saida_em and m.status not in ('planejada', 'descartada')""",
    "one talk run has the floor": """
        select r.alvo from automacao.execucoes e join automacao.refs r on r.execucao_id = e.id and r.tipo = 'conversa'
        where e.estado = 'viva' and e.faixa = 'talk' and e.pai_id is null and e.suspensa_por is null
        group by r.alvo having count(*) > 1""",
    "a run waits for something that can come": """
        select e.id from automacao.execucoes e where e.estado = 'viva' and case e.dados->>'pending'
          when 'action' then not exists (select from automacao.efeitos f
            where (f.execucao_id, f.passo, f.visita) = (e.id, e.passo, e.visita) and f.status in ('pendente', 'em_curso'))
          when 'child' then not exists (select from automacao.execucoes k where k.pai_id = e.id and k.estado = 'viva')
          when 'question' then e.acorda_em is null
          when 'wait' then e.acorda_em is null
          else true end""",
    "whoever waits in the back is let forward again": """
        select e.id from automacao.execucoes e left join automacao.execucoes b on b.id = e.suspensa_por
        where e.estado = 'viva' and ((e.suspensa_por is not null) <> (e.dados->>'suspended')::boolean
          or e.suspensa_por is not null and b.estado is distinct from 'viva')""",
    "a child does not outlive its parent": """
        select k.id from automacao.execucoes k join automacao.execucoes p on p.id = k.pai_id
        where k.estado = 'viva' and p.estado <> 'viva'""",
    "a run that is over asks nothing": """
        select p.id from automacao.perguntas p join automacao.execucoes e on e.id = p.execucao_id
        where p.fechada_em is null and e.estado <> 'viva'""",
    "a run that is over waits for no time": """
        select id from automacao.execucoes where estado <> 'viva' and (acorda_em is not null or encerrada_em is null)""",
    "an effect in hand has a lease": """
        select execucao_id from automacao.efeitos where status in ('pendente', 'em_curso') and proxima_em is null""",
    "a consulta has one open charge": """
        select consulta_id from financeiro.faturas where status in ('pendente', 'falhou') group by consulta_id having count(*) > 1""",
    "a fatura is paid when and only when its money came": """
        select f.id from financeiro.faturas f left join financeiro.transacoes t on t.fatura_id = f.id
        group by f.id having (f.status = 'paga')
          <> (coalesce(sum(case t.tipo when 'pagamento' then t.valor else -t.valor end), 0) >= f.valor)""",
    "a booked consulta with a deposit was paid, or had somebody see to it": """
        select c.id from agendamento.consultas c where c.status in ('agendado', 'confirmado') and c.sinal > 0
          and c.conversa_id is not null
          and not exists (select from financeiro.faturas f where f.paciente_id = c.paciente_id and f.status = 'paga')""",
}  # fmt: skip


async def broken(conn: Connection) -> dict[str, list[str]]:
    """The invariants that do not hold now, each with the rows that break it."""
    found = {
        name: [str(tuple(row.values())) for row in await conn.fetch(sql)] for name, sql in INVARIANTS.items()
    }
    return {name: rows for name, rows in found.items() if rows}
