"""What people ask while a deposit of theirs is awaited, and what is about something else."""

from __future__ import annotations

import pytest

from anna.conversation.deposit import (
    Deposit,
    asks_how_there,
    asks_to_keep,
    asks_whether_kept,
    asks_whether_ours,
    asks_whether_paid,
    names_later_day,
    said_of_deposit,
)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("qnt tempo tenho pra pgar", Deposit.UNTIL),
        ("meu cartao foi recusado oq eu faço", Deposit.DECLINED),
        ("o pagamento não passou", Deposit.DECLINED),
        ("até que horas posso fazer o pix?", Deposit.UNTIL),
        ("posso pagar só amanhã?", Deposit.UNTIL),
        ("vou pagar mais tarde, pode ser?", Deposit.UNTIL),
        ("precisa mesmo desse sinal?", Deposit.WHY),
        ("sou obrigada a pagar adiantado?", Deposit.WHY),
        ("posso pagar na hora?", Deposit.WHY),
        ("como pago? pode ser no cartao ai na hora?", Deposit.WHY),
        ("valeu, o link expira quando?", Deposit.UNTIL),
        ("não dá pra pagar aí na clínica?", Deposit.WHY),
        ("pq tem que pagar sinal", Deposit.WHY),
        ("dá pra parcelar o sinal?", Deposit.PARTS),
        ("posso dividir em 2x?", Deposit.PARTS),
        ("o link não abre", Deposit.LINK),
        ("não consigo abrir o link", Deposit.LINK),
        ("a página tá dando erro", Deposit.LINK),
        ("cadê o link?", Deposit.LINK),
        ("vou pagar agora", Deposit.WILL_PAY),
        ("já vou fazer o pix", Deposit.WILL_PAY),
        ("vou pagar como", Deposit.HOW),
        ("pago como?", Deposit.HOW),
        ("como faço pra pagar", Deposit.HOW),
        ("como eu pago isso?", Deposit.HOW),
        ("por onde eu pago", Deposit.HOW),
        ("qual a chave do pix?", Deposit.HOW),
        ("me passa o pix", Deposit.HOW),
        ("como faz o pix", Deposit.HOW),
        ("não tem outro horário?", Deposit.OTHERS),
        ("tem mais horários?", Deposit.OTHERS),
        ("qual o valor q falta pagar", Deposit.REST),
        ("quanto vou pagar no dia", Deposit.REST),
        ("e o resto é quanto?", Deposit.REST),
        ("qto falta", Deposit.REST),
        ("quanto fica no dia?", Deposit.REST),
        ("qto sobra pra pagar", Deposit.REST),
        ("agora foi", Deposit.WILL_PAY),
        ("amanhã eu pago, segura pra mim", Deposit.UNTIL),
        ("guarda pra mim até amanhã", Deposit.UNTIL),
        ("ta caindo nao o link", Deposit.LINK),
        ("abre não esse link", Deposit.LINK),
        ("não abriu", Deposit.LINK),
        ("manda de novo o link", Deposit.LINK),
        ("abriu", Deposit.WILL_PAY),
        ("agora funcionou", Deposit.WILL_PAY),
        ("manda pra ele 11987654321", Deposit.FORWARD),
        ("manda o link pro meu marido", Deposit.FORWARD),
        ("quem paga é meu pai", Deposit.FORWARD),
        ("no dinheiro?", Deposit.CASH),
        ("pode ser em dinheiro?", Deposit.CASH),
        ("em dinheiro aí na hora?", Deposit.WHY),
        ("tem que pagar antes?", Deposit.WHY),
        ("pago o sinal no débito?", Deposit.HOW),
        ("quero pagar só metade do sinal agora", Deposit.PARTS),
        ("não consegui pagar, segura de novo?", Deposit.UNTIL),
        ("dá pra fazer o sinal pelo pix?", Deposit.HOW),
    ],
)
def test_what_is_asked_about_a_deposit_is_heard(text: str, kind: Deposit) -> None:
    assert said_of_deposit(text) is kind


@pytest.mark.parametrize(
    "text",
    [
        "qual o endereço?",
        "na verdade prefiro 16h",
        "pode cancelar",
        "dói muito?",
        "como chego aí?",
        "onde fica?",
        "como funciona o botox?",
        "quero falar com uma pessoa",
        "tem estacionamento aí?",
        "amanhã não posso",
        "até que horas vocês ficam abertos?",
        "e se eu desistir perco o sinal?",
        "oi",
        "quanto falta pra minha consulta?",
        "manda o endereço pra ela",
        "manda a localização pro meu celular 11 98888-7777",
        "abre amanhã?",
        "abre sim?",
        "reserva pra mim quinta 10h",
    ],
)
def test_what_is_about_something_else_is_left_alone(text: str) -> None:
    assert said_of_deposit(text) is None


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("o pix de vcs mudou? recebi outro link http://pag.fake/123 posso pagar nele?", True),
        ("mudou a chave pix?", True),
        ("é golpe esse link?", True),
        ("me mandaram um boleto diferente", False),
        ("me mandaram outro boleto", True),
        ("tem outro link? esse não abre", False),
        ("recebi outro link mas não funciona", False),
        ("troquei de numero", False),
        ("qual a chave pix?", False),
        ("posso pagar na hora?", False),
    ],
)
def test_a_page_that_is_not_ours_is_noticed(text: str, asks: bool) -> None:
    assert asks_whether_ours(text) is asks


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("pode ser no cartao ai na hora?", True),
        ("passa no débito quando eu chegar?", True),
        ("posso pagar o sinal na hora?", False),
        ("precisa mesmo desse sinal?", False),
        ("pago o sinal no cartão?", False),
    ],
)
def test_who_would_pay_there_hears_how(text: str, asks: bool) -> None:
    assert asks_how_there(text) is asks


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("foi?", True),
        ("caiu?", True),
        ("o pagamento caiu?", True),
        ("chegou meu pix?", True),
        ("e o pix, chegou?", True),
        ("deu certo?", True),
        ("o pagamento do sinal caiu?", True),
        ("tá certo o pagamento?", True),
        ("tá tudo certo com o pagamento?", True),
        ("o pagamento tá confirmado?", True),
        ("conferiu o pix aí?", True),
        ("o pagamento é em dinheiro, certo?", False),
        ("tá certo o valor?", False),
        ("tá certo", False),
        ("vê se tem pix?", False),
        ("foi", False),
        ("foi sim", False),
        ("caiu a internet?", False),
        ("caiu o sinal aqui", False),
        ("chegou a hora?", False),
        ("quem foi?", False),
        ("foi a doutora?", False),
        ("o sinal foi caro?", False),
        ("o pagamento não caiu", False),
    ],
)
def test_who_asks_whether_her_money_came_is_heard(text: str, asks: bool) -> None:
    assert asks_whether_paid(text) is asks


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("tá guardado ainda?", True),
        ("tá garantido?", True),
        ("meu horário ainda tá de pé?", True),
        ("vou pagar só amanhã no caixa, o horário tá garantido né", True),
        ("cancelou sozinho?", True),
        ("ainda não paguei, cancelou?", True),
        ("paguei não, perdi o horário?", True),
        ("perdi o horário né", True),
        ("caiu minha reserva?", True),
        ("ta valendo amanha 9h?", True),
        ("meu horario ta valendo ainda ne", True),
        ("a consulta de sexta continua valendo?", True),
        ("e se voces derem meu horario pra outra pessoa?", True),
        ("tem perigo de alguem pegar meu horario?", True),
        ("outra pessoa pode marcar esse horário?", True),
        ("vai que passam minha vaga pra outro", True),
        ("a promoção de sexta ta valendo?", False),
        ("ta valendo?", False),
        ("ta valendo a pena?", False),
        ("minha mãe pode pegar meu horário?", False),
        ("podem dar meu horário pra outra pessoa", False),
        ("tem vaga pra outra pessoa?", False),
        ("caiu?", False),
        ("paguei, caiu?", False),
        ("minha amiga cancelou a dela?", False),
        ("caiu a internet?", False),
        ("o resultado é garantido?", False),
        ("vocês têm horário reservado?", False),
        ("tá garantido", False),
    ],
)
def test_who_asks_whether_her_time_stands_is_heard(text: str, asks: bool) -> None:
    assert asks_whether_kept(text) is asks


@pytest.mark.parametrize(
    ("text", "later"),
    [
        ("segura até amanhã?", True),
        ("posso pagar na segunda?", True),
        ("pago dia 5", True),
        ("posso pagar hoje à noite?", False),
        ("pago hoje ou amanhã", False),
        ("quanto tempo tenho?", False),
        ("vou pagar mais tarde", False),
    ],
)
def test_a_day_after_this_one_is_heard(text: str, later: bool) -> None:
    assert names_later_day(text) is later


@pytest.mark.parametrize(
    "text",
    [
        "segura até amanhã?",
        "guarda esse horário pra mim enquanto eu vejo com meu marido",
        "consegue segurar por uma hora?",
        "deixa reservado até eu confirmar",
        "reserva pra mim por favor que eu já volto",
        "por quanto tempo vocês seguram o horário?",
    ],
)
def test_a_time_is_to_be_kept_before_it_is_chosen(text: str) -> None:
    assert asks_to_keep(text)


@pytest.mark.parametrize(
    "text",
    ["até que horas vocês atendem?", "fico com o primeiro", "é seguro?", "até amanhã!", "reservado então"],
)
def test_nothing_is_to_be_kept(text: str) -> None:
    assert not asks_to_keep(text)
