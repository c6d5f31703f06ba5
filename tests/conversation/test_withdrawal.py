"""What a patient takes back of what a person was called for."""

from __future__ import annotations

import pytest

from anna.conversation.withdrawal import (
    Withdrawn,
    bows_out,
    drops_discount,
    explains_away,
    is_anothers,
    read_withdrawal,
    was_joking,
    was_manner_of_speech,
)

ALONE = Withdrawn(alone=True, person=False)
BESIDE = Withdrawn(alone=False, person=False)
NO_PERSON = Withdrawn(alone=True, person=True)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("deixa, não precisa mais", ALONE),
        ("deixa pra lá", ALONE),
        ("ah deixa quieto, obrigada", ALONE),
        ("esquece o desconto", ALONE),
        ("n precisa mais nao, obg", ALONE),
        ("deixa, já resolvi", ALONE),
        ("não precisa mais responder a dúvida, valeu", ALONE),
        ("entao deixa, marca sem desconto mesmo quinta 10h", BESIDE),
        ("tá, deixa o desconto pra lá, marca quinta", BESIDE),
        ("marca sem desconto mesmo", BESIDE),
        ("pode marcar pelo preço normal quinta 10h", BESIDE),
        ("não precisa mais de atendente", NO_PERSON),
        ("pode ser com vc mesma", NO_PERSON),
        ("deixa, nao precisa chamar ninguem nao", NO_PERSON),
        ("não quero mais falar com ninguém, obrigada", NO_PERSON),
        ("não precisa me responder mais", NO_PERSON),
        ("nao precisa de atendente, quero marcar limpeza quinta", Withdrawn(alone=False, person=True)),
        ("ah deixa pra la pode ser vc mesmo, quanto é a limpeza de pele", Withdrawn(alone=False, person=True)),
        ("não precisa mais de atendente. quanto custa o botox?", Withdrawn(alone=False, person=True)),
        ("nao precisa mais ja resolvi, quero so saber o endereço", BESIDE),
        ("nao deixa, marca botox segunda q vem de tarde", BESIDE),
        ("ta bom esquece o desconto. tem sabado?", BESIDE),
    ],
)  # fmt: skip
def test_a_hand_off_that_is_taken_back_keeps_a_person_busy_for_nothing(text: str, meant: Withdrawn) -> None:
    assert read_withdrawal(text) == meant


@pytest.mark.parametrize(
    "text",
    [
        "deixa eu ver aqui",
        "me deixa falar com alguém",
        "deixa marcado quinta 10h",
        "deixa pra semana que vem",
        "deixa que eu ligo amanhã",
        "não precisa ser hoje",
        "não precisa mais de jejum?",
        "precisa mais alguma coisa?",
        "sem desconto não quero",
        "sem desconto fica caro",
        "é sem desconto mesmo?",
        "não precisa de pressa, mas quero falar com alguém",
        "esquece não viu",
        "não esquece de mim",
        "quero falar com uma atendente",
        "não quero falar com robô",
        "pode ser quinta",
        "já consegui a informação do endereço, falta o preço",
        "",
    ],
)  # fmt: skip
def test_words_that_look_alike_send_the_person_away_who_was_asked_for(text: str) -> None:
    assert read_withdrawal(text) is None


@pytest.mark.parametrize(
    "text", ["deixa, vou procurar outra clínica", "deixa, não vou mais", "esquece, que absurdo"]
)
def test_who_leaves_in_anger_is_not_taken_to_be_content(text: str) -> None:
    assert read_withdrawal(text) == BESIDE


@pytest.mark.parametrize("text", [
    "ta bom esquece o desconto. tem sabado?", "deixa o desconto pra lá, marca quinta", "sem desconto mesmo, tem vaga sexta?", "não precisa do desconto, quero marcar", "desisto do desconto",
])  # fmt: skip
def test_a_discount_that_is_dropped(text: str) -> None:
    assert drops_discount(text)


@pytest.mark.parametrize("text", [
    "sem desconto não quero", "esquece o desconto?", "esquece o desconto, mas tem promoção?", "esquece o desconto, faz por 700", "tem desconto? se não tiver esquece", "quero o desconto", "tem sábado?",
])  # fmt: skip
def test_a_discount_that_is_not(text: str) -> None:
    assert not drops_discount(text)


@pytest.mark.parametrize(
    "text",
    [
        "ah blz foi mal",
        "foi mal",
        "desculpa, me enganei",
        "ops, erro meu",
        "ih moça foi mal aí",
        "ah tá, desculpa o incômodo",
        "foi engano, valeu",
        "nossa errei o número kkk",
    ],
)
def test_her_own_mistake_and_nothing_else(text: str) -> None:
    assert bows_out(text)


@pytest.mark.parametrize(
    "text",
    [
        "ah blz",
        "foi mal, a 2",
        "desculpa a demora, quinta 10h",
        "foi mal mas quero marcar",
        "desculpa?",
        "foi mal atendida",
        "vocês erraram",
    ],
)
def test_more_than_her_own_mistake(text: str) -> None:
    assert not bows_out(text)


@pytest.mark.parametrize(
    "text",
    [
        "to brincando kkkk ela ta otima, linda",
        "tô brincando, ela tá ótima",
        "era brincadeira",
        "foi zoeira kkk",
        "é mentira, ela tá viva",
        "brincadeirinha",
        "tava só zoando",
    ],
)
def test_what_was_told_for_a_joke(text: str) -> None:
    assert was_joking(text)


@pytest.mark.parametrize(
    "text",
    [
        "não tô brincando",
        "não é brincadeira não",
        "vcs tão de brincadeira",
        "tá brincando né",
        "é brincadeira isso?",
        "para de brincadeira",
        "ela morreu brincando na rua",
    ],
)
def test_what_is_no_joke(text: str) -> None:
    assert not was_joking(text)


@pytest.mark.parametrize(
    "text",
    [
        "é modo de falar kkk desculpa. tem quinta?",
        "modo de falar",
        "nossa gente é jeito de dizer",
        "força de expressão kkk",
        "kkkkkk calma era dos cravos. quanto é a limpeza?",
        "é viagem gente, vou morar em portugal kkkk",
        "credo kkkk era zueira, é caro?",
        "q saco, era so a limpeza na quinta",
        "exagero meu, quero marcar",
        "nao falei serio",
        "não quis dizer isso não",
        "vc entendeu errado, quero tirar as manchas",
        "sou dramática kkkk",
    ],
)
def test_what_was_only_a_manner_of_speech(text: str) -> None:
    assert was_manner_of_speech(text)


@pytest.mark.parametrize(
    "text",
    [
        "não é modo de falar",
        "não é drama",
        "não é brincadeira kkk",
        "kkk ninguém se importa",
        "era só um desabafo, não aguento mais",
        "kkkk é sério",
        "to bem",
        "vou morrer kkk",
        "tem quinta?",
        "quanto é a limpeza",
        "calma nada",
        "kkk tanto faz",
    ],
)
def test_what_takes_despair_back_in_no_way(text: str) -> None:
    assert not was_manner_of_speech(text)


@pytest.mark.parametrize(
    "text",
    [
        "nao sou eu nao, grávida é minha nora",
        "gravida ta a minha irmã, eu nao",
        "quem toma o remédio é minha mãe",
        "não é comigo, foi a minha sogra",
        "quem tá esperando bebê é a minha cunhada",
        "doente ta meu cachorro kkk",
    ],
)
def test_what_was_taken_for_hers_is_anothers(text: str) -> None:
    assert is_anothers(text)


@pytest.mark.parametrize(
    "text",
    [
        "to gravida e minha nora tambem",
        "quero marcar pra minha nora gravida",
        "nao sou eu que quero, é pra minha nora",
        "quem indicou foi minha irmã",
        "sou eu mesma que to gravida",
        "é a minha sogra que vai comigo",
    ],
)
def test_what_is_hers_stays_hers(text: str) -> None:
    assert not is_anothers(text)


@pytest.mark.parametrize(
    "text",
    [
        "gente nao kkkkkk foi o filme!! a personagem! só quero a limpeza de pele",
        "é BATOM do gato! nao tenho nada nao",
        "calma ai, isso foi mes passado, o cunhado ta otimo",
        "isso foi em 2011 minha filha",
        "não tem ninguem passando mal. tem avaliação?",
        "faz 10 anos moça, historia antiga",
        "to falando da novela kkk",
    ],
)
def test_what_was_heard_as_a_danger_is_explained(text: str) -> None:
    assert explains_away(text, of_herself=False)


@pytest.mark.parametrize(
    "text",
    [
        "é de chorar pelo cachorro mulher, não fiz nada ai ainda",
        "moça nao tem inchaço nenhum nao",
        "to curada e mais feliz que pinto no lixo",
        "não estou triste não, só quero a avaliação",
    ],
)
def test_she_has_nothing_of_the_kind(text: str) -> None:
    assert explains_away(text, of_herself=True)
    assert not explains_away(text, of_herself=False)


@pytest.mark.parametrize(
    "text",
    [
        "foi so susto, mas ainda ta tonta",
        "foi ano passado a cirurgia, mas agora desmaiou",
        "o gato fugiu, me ajuda ela ta desmaiada",
        "não to triste, mas nao aguento mais",
        "ela nao ta respirando direito",
        "to indo pro hospital",
        "quero marcar quinta",
        "faz 10 minutos que desmaiou",
    ],
)
def test_a_danger_is_not_explained_away(text: str) -> None:
    assert not explains_away(text, of_herself=True)
