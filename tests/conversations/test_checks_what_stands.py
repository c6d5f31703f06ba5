"""Who only checks what is booked hears it, in the words of many, and nothing is begun, moved or called off by it."""

from __future__ import annotations

import pytest

from anna.simulation.house import House

PHONE = "5511900010200"
BOOKS = ("quero limpeza de pele quinta às 11h", "sim", "1")
STANDS = "quinta, 26/11, às 11h"
_ROWS = """
  select (select string_agg(status || ' ' || to_char(inicio at time zone 'America/Sao_Paulo', 'DD/MM HH24:MI'), ', ')
    from agendamento.consultas where conversa_id is not null) as booked, (select count(*) from whatsapp.transferencias) as handed
"""

CHECKS = (
    (
        "eai tudo certo pra quinta ne", "oie ta de pé quinta ne", "mas a limpeza continua marcada né", "entao é quarta as 3 ne", "11h ne",
        "ué ja nao marcou 11h?", "220 né? então ta marcado quinta", "quinta?", "que horas mesmo?", "quinta ne",
    ),
    (
        "é quinta né", "é na quinta mesmo?", "quinta 11h certo?", "quinta que horas?", "minha limpeza ta certinha pra quinta?",
        "só queria confirmar quinta", "so queria confirmar ta", "quinta ta valendo ne", "a limpeza é quinta mesmo ne", "ficou pra quinta ne",
    ),
    (
        "vc marcou eu pra quinta?", "vcs marcaram quinta ou sexta?", "é quinta ou sexta?", "é dia 26 né", "dia 26 as 11h né isso?",
        "tudo ok pra quinta?", "continua de pé quinta?", "to marcada quinta ne", "eu to na agenda de quinta?", "tem eu marcada quinta?",
    ),
    (
        "quinta que eu vou né", "meu horario é 11h ne", "meu horario de quinta continua?", "nao mudou nada pra quinta ne", "quinta as 14h né?",
        "sexta ne?", "mas nao era sexta?", "td certo pra quinta?", "blz entao quinta 11h", "combinado quinta entao",
    ),
    (
        "so confirma se quarta dia 2 as 13h ta marcado", "nao quero mudar nao so quero saber que hora que é", "a limpeza ja ta marcada quinta moça",
        "tudo certo com minha limpeza?",
    ),
    ("nao é isso fia. fala a hora certinha da minha limpeza",),
    ("nao quero marcar nada!!! so confirma se quinta 11h ta marcado",),
    ("nao quero marcar outra!! eu ja tenho a limpeza quinta",),
)  # fmt: skip
"""Each talk asks one after the other: whatever one of them began, the next would meet."""

ANOTHER_WISH = (
    "tem quinta?", "quero marcar quinta 15h", "marca mais uma quinta 15h", "pode ser quinta as 15h?", "quinta a tarde?", "quero botox quinta também",
    "e o botox?", "botox sexta 10h ne", "sexta?", "sexta 10h ta livre?", "troca pra sexta né", "posso mudar pra sexta?", "cancela quinta",
    "quinta vcs abrem ne", "que horas fecha mesmo?", "sábado vcs atendem né", "a limpeza é 220 né", "a limpeza continua 220?", "ficou quanto mesmo?",
    "so queria confirmar o endereço", "confirma pra mim o valor", "voces ficam na rua das aroeiras né", "tem estacionamento né?",
    "so quero saber que horas abre",
)  # fmt: skip
"""Said by whoever has something booked, each wishes or asks for something else."""


async def _say(house: House, *texts: str) -> str:
    heard = []
    for text in texts:
        await house.say(PHONE, text=text)
        await house.settle()
        heard = await house.new_texts(PHONE)
    return "\n".join(heard)


@pytest.mark.parametrize("checks", CHECKS, ids=lambda checks: checks[0])
async def test_whoever_checks_hears_what_stands(house: House, checks: tuple[str, ...]) -> None:
    assert STANDS in await _say(house, *BOOKS)
    for text in checks:
        told = await _say(house, text)
        assert STANDS in told, f"{text}: {told}"
        assert "?" not in told, f"{text}: {told}"
    [row] = await house.rows(_ROWS)
    assert dict(row) == {"booked": "agendado 26/11 11:00", "handed": 0}


@pytest.mark.parametrize("text", ANOTHER_WISH)
async def test_another_wish_is_no_check(house: House, text: str) -> None:
    await _say(house, *BOOKS)
    told = await _say(house, text)
    [row] = await house.rows(_ROWS)
    said = await house.value(
        "select count(*) from whatsapp.mensagens where modelo in ('consulta_confere', 'minhas_consultas', 'consulta_nao_confere')"
        " or coalesce(dados->'ditas', '{}') ?| array['consulta_confere', 'minhas_consultas', 'consulta_nao_confere']"
    )
    assert not said, told
    assert row["booked"] == "agendado 26/11 11:00", told


async def test_a_held_time_is_kept_by_whoever_checks_it(house: House) -> None:
    await _say(house, "oi, quero marcar botox quinta às 17h15", "sim", "1")
    for text in ("eai tudo certo pra quinta ne", "o botox ta marcado quinta ne", "é 17h15 ne", "quinta?"):
        told = await _say(house, text)
        assert "quinta, 26/11, às 17h15" in told, f"{text}: {told}"
        assert "1. " not in told, f"{text}: {told}"
    [row] = await house.rows(_ROWS)
    assert dict(row) == {"booked": "reservado 26/11 17:15", "handed": 0}
