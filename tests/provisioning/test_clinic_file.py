from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from anna.agendamento.offers import offer_slots
from anna.agendamento.queries import list_profissionais, list_servicos
from anna.clinica.queries import list_clinicas, list_feriados
from anna.clinica.service import find_answer, load_calendar, load_settings
from anna.conversation.understanding.catalogue import Catalogue
from anna.db.connect import Connection
from anna.errors import InvalidInput
from anna.provisioning.clinic_check import parse_clinic_file
from anna.provisioning.clinic_file import YEARS, example, store_clinic_file
from anna.turns.queries import list_catalogue
from tests.conftest import TEST_NOW
from tests.provisioning.test_demo import count_rows, seed

TODAY = TEST_NOW.date()


async def load(conn: Connection, *edits: tuple[str, str], days: int = 0) -> list[str]:
    """Load the example with these edits, `days` after the tests' day; what changed."""
    file = parse_clinic_file(edited(*edits), "clinica.yaml")
    async with conn.transaction():
        return [str(one) for one in await store_clinic_file(conn, file, now=TEST_NOW + timedelta(days=days))]


def edited(*edits: tuple[str, str]) -> str:
    text = example()
    for old, new in edits:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def problems(text: str) -> list[str]:
    with pytest.raises(InvalidInput) as caught:
        parse_clinic_file(text, "clinica.yaml")
    return str(caught.value).splitlines()


async def test_the_example_makes_a_clinica_that_can_be_booked(db: Connection) -> None:
    await load(db)
    (clinica,) = await list_clinicas(db)
    assert (clinica.slug, clinica.telefone) == ("belavida", "+5511900000300")
    for servico in await list_servicos(db, clinica.id):
        offer = await offer_slots(db, clinica_id=clinica.id, servicos=[servico.id], when=None, now=TEST_NOW)
        assert len(offer.slots) == 3, servico.slug
    assert [p.nome for p in await list_profissionais(db, clinica.id)] == ["Dra. Ana Prado", "Carla Nunes"]
    found = await find_answer(db, clinica.id, "onde estaciono?")
    assert found
    assert found.pergunta == "Tem estacionamento?"
    calendar = await load_calendar(db, clinica.id)
    assert not calendar.is_open(date(TODAY.year + YEARS - 1, 1, 25))
    staff = await db.fetch("select email, papel from auth.usuarios order by email")
    assert [tuple(row) for row in staff] == [
        ("ana@belavida.example", "admin"),
        ("recepcao@belavida.example", "staff"),
    ]


async def test_a_second_load_changes_nothing(db: Connection) -> None:
    first = await load(db)
    assert all(line.startswith("+ ") for line in first)
    rows = await count_rows(db)
    assert await load(db) == []
    assert await count_rows(db) == rows


async def test_what_changed_is_changed_and_what_is_new_is_added(db: Connection) -> None:
    await load(db)
    botox = await db.fetchval("select id from agendamento.servicos where slug = 'botox'")
    changes = await load(
        db,
        ('"890.00"', '"950.00"'),
        ('fim: "17:00"', 'fim: "16:30"'),
        ("referencia: Ao lado da farmácia", "referencia: Portão azul"),
        ("antecedencia_min: 120,", "antecedencia_min: 240,"),
        ("papel: staff, ", "papel: view, "),
        ("servicos: [limpeza_de_pele]", "servicos: [limpeza_de_pele, peeling]"),
        (
            "    # Who sees patients",
            "      peeling: {nome: Peeling, duracao: 40, preco: 300}\n    # Who sees patients",
        ),
    )
    assert changes == [
        "~ clinicas: belavida: referencia Ao lado da farmácia -> Portão azul",
        "~ belavida: configuracoes: antecedencia_min: valor 120 -> 240",
        "~ belavida: servicos: botox: preco 890.00 -> 950.00",
        "+ belavida: servicos: peeling",
        "+ belavida: Carla Nunes: servicos: peeling",
        *(
            f"~ belavida: Carla Nunes: hours: {day} from 09:00: until 17:00:00 -> 16:30:00"
            for day in ("Tue", "Wed", "Thu", "Fri")
        ),
        "~ usuarios: recepcao@belavida.example: papel staff -> view",
    ]
    row = await db.fetchrow("select id, preco from agendamento.servicos where slug = 'botox'")
    assert row is not None
    assert (row["id"], row["preco"]) == (botox, Decimal("950.00"))
    (clinica,) = await list_clinicas(db)
    assert (await load_settings(db, clinica.id)).antecedencia_min == 240


async def test_what_vanished_is_off_offer_or_removed_and_comes_back_as_the_same_row(db: Connection) -> None:
    await load(db)
    (clinica,) = await list_clinicas(db)
    rows = await count_rows(db)
    before = {p.nome: p.id for p in await list_profissionais(db, clinica.id)}
    text = example()
    carla = text[text.index("      - nome: Carla Nunes") : text.index("    # What Anna may answer")]
    gone = (
        (carla, ""),
        ('      limpeza_de_pele: {nome: Limpeza de pele, duracao: 60, intervalo: 15, preco: "220.00"}\n', ""),
        ('      - {dias: [5], abre: "08:00", fecha: "13:00"}\n', ""),
        ("      - {dia: 28/12/2026, nome: Recesso}\n", ""),
        ("{tom: informal, antecedencia_min: 120, ", "{"),
        (
            "        preparo: Venha sem maquiagem no rosto e evite bebida alcoólica nas 24 horas anteriores.\n",
            "",
        ),
        ("  - {email: recepcao@belavida.example, nome: Recepção, papel: staff, clinicas: [belavida]}\n", ""),
    )
    assert await load(db, *gone) == [
        "- belavida: hours: Sat from 08:00",
        "- belavida: feriados: 2026-12-28",
        "- belavida: configuracoes: antecedencia_min",
        "- belavida: configuracoes: tom",
        "- belavida: servicos: limpeza_de_pele (now inativo; its consultas stay)",
        "- belavida: profissionais: Carla Nunes (now inativo; its consultas stay)",
        "- belavida: conhecimento: Como me preparo para Botox?",
        "- belavida: staff: recepcao@belavida.example",
    ]
    after = await count_rows(db)
    for table in ("agendamento.servicos", "agendamento.profissionais", "auth.usuarios"):
        assert after[table] == rows[table]
    assert [p.nome for p in await list_profissionais(db, clinica.id)] == ["Dra. Ana Prado"]
    assert "~ belavida: profissionais: Carla Nunes: situacao inativo -> ativo" in await load(db)
    assert {p.nome: p.id for p in await list_profissionais(db, clinica.id)} == before
    assert await count_rows(db) == rows


async def test_what_the_file_does_not_speak_of_stays(db: Connection) -> None:
    await load(db)
    text = example()
    answers = text[text.index("    conhecimento:") :]
    staff = text[text.index("usuarios:") : text.index("clinicas:\n")]
    holidays = text[text.index("    feriados:") : text.index("    # By slug")]
    settings = next(line for line in text.splitlines() if line.startswith("    configuracoes:"))
    assert await load(db, (answers, ""), (staff, ""), (holidays, ""), (settings, "")) == []
    assert (
        len([line for line in await load(db, (answers, "    conhecimento: []\n")) if "conhecimento" in line])
        == 2
    )


async def test_days_that_are_over_are_kept_and_years_to_come_are_added(db: Connection) -> None:
    await load(db)
    (clinica,) = await list_clinicas(db)
    changes = await load(db, ("      - {dia: 28/12/2026, nome: Recesso}\n", ""), days=60)
    year = TODAY.year + YEARS
    assert changes == [f"+ belavida: feriados: {year}-01-25", f"+ belavida: feriados: {year}-11-20"]
    assert date(2026, 12, 28) in [one.data for one in await list_feriados(db, clinica.id)]


async def test_other_clinicas_and_their_staff_are_left_alone(db: Connection) -> None:
    await seed(db)
    before = await count_rows(db)
    changes = await load(db)
    assert all("belavida" in line for line in changes)
    after = await count_rows(db)
    assert after["auth.usuarios_clinicas"] == before["auth.usuarios_clinicas"] + 2
    assert await db.fetchval("select count(*) from agendamento.servicos where situacao = 'inativo'") == 0


async def test_what_patients_call_a_servico_is_stored_and_understood(db: Connection) -> None:
    await load(db)
    (clinica,) = await list_clinicas(db)
    by_slug = {servico.slug: servico for servico in await list_servicos(db, clinica.id)}
    assert by_slug["botox"].names == ("Botox", "botulax", "toxina coreana")
    assert by_slug["avaliacao"].names == ("Avaliação",)
    catalogue = Catalogue.from_rows(await list_catalogue(db, clinica.id))
    names = {procedure.slug: procedure.names for procedure in catalogue.procedures}
    assert names["botox"][:3] == ("Botox", "botulax", "toxina coreana")
    edit = ("apelidos: [botulax, toxina coreana]", "apelidos: [picadinha,  Picadinha, toxina  coreana]")
    assert await load(db, edit) == [
        "~ belavida: servicos: botox: apelidos botulax, toxina coreana -> picadinha, toxina coreana"
    ]
    assert await load(db, edit) == []
    assert await load(db, (f"        {edit[0]}\n", "")) == [
        "~ belavida: servicos: botox: apelidos picadinha, toxina coreana -> none"
    ]


@pytest.mark.parametrize(
    ("apelidos", "says"),
    [
        ("[botulax, limpeza da pele]", "expected a name that limpeza_de_pele does not have, found 'limpeza da pele'"),
        ('[botulax, ""]', "a name that patients use"),
        ("[botulax, [a]]", "a name that patients use"),
        ("botulax", "a list of what patients call it too"),
        (f"[{'b' * 41}]", "a name of at most 40 letters, found 41 letters"),
        ("[consulta]", "a name that is said of a procedure alone"),
        ("[sexta]", "a name that is said of a procedure alone"),
    ],
)  # fmt: skip
def test_a_name_that_patients_could_not_use_is_refused(apelidos: str, says: str) -> None:
    told = problems(edited(("apelidos: [botulax, toxina coreana]", f"apelidos: {apelidos}")))
    assert len(told) == 1
    assert says in told[0]


def test_a_name_that_two_servicos_claim_is_refused_at_the_second() -> None:
    both = ('preco: "220.00"}', 'preco: "220.00", apelidos: [botulaks, limpa tudo]}')
    assert problems(edited(both)) == [
        next(
            line
            for line in problems(edited(both))
            if "a name that botox does not have, found 'botulaks'" in line
        )
    ]


def test_every_problem_is_told_at_its_place() -> None:
    told = problems("""\
usuarios:
  - {email: ana, nome: Ana, papel: chefe, clinicas: [belavid]}
clinicas:
  - slug: belavida
    nome: Bela Vida
    endereço: Rua A, 1
    fuso: America/SaoPaulo
    telefone: +5511900000300
    configuracoes: {tom: informal, reserva: 50, passo_min: 7}
    horarios:
      - {dias: [0, 7], abre: "8h", fecha: "18:00"}
      - {dias: [1], abre: "18:00", fecha: "08:00"}
      - {dias: [2], abre: "08:00", fecha: "12:00"}
      - {dias: [2], abre: "11:00", fecha: "13:00"}
    feriados:
      - {dia: 31/02, nome: Nunca}
    servicos:
      botox: {nome: Botox, duracao: 45, preco: "R$ 890"}
      peeling: {nome: Peeling, duracao: 45, preco: "100.00", sinal: "150.00"}
    profissionais:
      - nome: Ana
        servicos: [botoks]
        horarios: []
    conhecimento:
      - {assunto: preco, pergunta: Quanto?, resposta: ""}
""")
    head = "clinica.yaml:"
    expected: list[tuple[str, str]] = [
        ("2:13", "an e-mail address, found 'ana'"),
        ("2:36", "one of admin, staff, view, found 'chefe'"),
        ("2:54", "'belavid'; did you mean 'belavida'?"),
        ("4:5", "a clinica with the key 'endereco'"),
        ("6:5", "found 'endereço'; did you mean 'endereco'?"),
        ("7:11", "did you mean 'America/Sao_Paulo'?"),
        ("8:15", "a telephone number in quotes"),
        ("9:36", "found 'reserva'; did you mean 'reserva_min'?"),
        ("9:60", "a value that passo_min takes, found 7 is not 5, 10"),
        ("11:20", "a day, Monday being 0, from 0 to 6"),
        ("11:30", "a time in quotes such as \"08:30\", found '8h'"),
        ("12:43", "a time after 18:00"),
        ("14:9", "hours of day 2 that do not overlap others, found 11:00 to 13:00"),
        ("16:15", "a day as DD/MM"),
        ("18:48", "an amount in reais such as \"120.00\", found 'R$ 890'"),
        ("19:69", "a deposit that is not above the price, 100.00, found 150.00"),
        ("22:20", "a servico of this clinica (botox, peeling), found 'botoks'; did you mean 'botox'?"),
        ("23:19", "a list of hours"),
        ("25:19", "one of endereco, estacionamento"),
        ("25:55", "an answer"),
    ]
    assert [line.split(": ")[0].removeprefix(head) for line in told] == [place for place, _ in expected]
    for line, (_, says) in zip(told, expected, strict=True):
        assert says in line


@pytest.mark.parametrize(
    ("edit", "says"),
    [
        (("      limpeza_de_pele: {nome", "      botox: {nome"), "expected each key once"),
        (("nome: Limpeza de pele,", "nome: Botox,"), "a nome that no other has, found 'Botox'"),
        (("nome: Carla Nunes", "nome: Dra. Ana Prado"), "a nome that no other has"),
        (
            ("pergunta: Quais as formas de pagamento?", "pergunta: Tem estacionamento?"),
            "a pergunta that no other has",
        ),
        (
            ("tom: informal, antecedencia", "score_agenda: 30, antecedencia"),
            "score_pessoa: must not be above score_agenda",
        ),
        (('preco: "890.00"', "preco: -1"), "an amount in reais"),
        (('preco: "890.00"', "preco: true"), "an amount in reais"),
        (("slug: belavida ", "slug: Bela_Vida "), "a slug: a letter, then"),
        (("      botox:\n", "      Botox:\n"), "a slug of a-z, 0-9 and _"),
        (("duracao: 45", "duracao: 0"), "whole minutes from 1"),
        (("clinicas:\n", "clinicas: [\n"), "expected YAML"),
        (("      - {dia: 25/01, nome: Aniversário de São Paulo}", "      - 25/01"), "a feriado"),
    ],
)
def test_what_cannot_be_stored_is_refused(edit: tuple[str, str], says: str) -> None:
    assert any(says in line for line in problems(edited(edit))), problems(edited(edit))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "clinicas: 3",
        "clinicas: [3]",
        "usuarios: x\nclinicas: y",
        "clinicas: [{slug: 1, servicos: []}]",
    ],
)
def test_anything_else_is_refused_and_not_stumbled_over(text: str) -> None:
    assert all(line.startswith("clinica.yaml:") for line in problems(text))
