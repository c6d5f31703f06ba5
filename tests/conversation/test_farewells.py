"""Who leaves what she is asked, for good or to come back by herself."""

from __future__ import annotations

import pytest

from anna.conversation.farewells import leaves_for_good, leaves_for_now


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("ue a Lia disse que tinha. deixa entao, vou junto outro dia", True),
        ("deixa pra la, nao quero marcar nada hoje", True),
        ("deixa pra la, outro dia eu vejo", True),
        ("nenhum entao, fica pra proxima vez. valeu", True),
        ("nenhum então, fica pra próxima", True),
        ("para, nao quero mais", True),
        ("nao quero marcar", True),
        ("NAO quero marcar. brigada", True),
        ("nao tem sabado nunca? entao esquece", True),
        ("eu disse ESQUECE. nao quero mais nada", True),
        ("eu desisto de vcs. só queria depilar a perna", True),
        ("desisto", True),
        ("outra hora eu marco, obrigada", True),
        ("deixa, depois eu vejo isso", True),
        ("ta dificil, deixa pra próxima", True),
        ("fica pra outro dia então", True),
        ("nao vou querer mais, obrigada", True),
        ("nossa que caro, esquece", True),
        ("não tem vaga nunca né, deixa pra lá", True),
        ("hoje não, depois eu volto", True),
        ("tá bom, qualquer dia desses eu marco", True),
        ("poxa. entao fica pra semana que vem, tchau", True),
        ("deixa pra sexta", False),
        ("nenhum desses", False),
        ("deixa eu ver", False),
        ("esquece o desconto, quero quinta", False),
        ("esquece quinta, pode ser sexta", False),
        ("nao quero esse, quero o 2", False),
        ("quero o 1, deixa pra lá o desconto", False),
        ("outro dia", False),
        ("depois das 15h", False),
        ("depois do almoço", False),
        ("semana que vem", False),
        ("deixa a de quinta", False),
        ("nao quero nenhum desses, tem outro?", False),
        ("nao posso quinta", False),
        ("não", False),
        ("nao quero", False),
        ("fica pra sexta 10h", False),
        ("fica pra semana que vem, terça", False),
        ("deixa pra mim o de 10h", False),
        ("1", False),
        ("quinta. esquece os lembretes", False),
        ("nao precisa de lembrete", False),
        ("deixa pra depois das 18", False),
        ("hoje nao, amanha", False),
        ("pode ser outro dia", False),
        ("nao quero de manha", False),
        ("não quero pagar nada agora, quero a 1", False),
    ],
)
def test_leaves_for_good(text: str, meant: bool) -> None:
    assert leaves_for_good(text) is meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("deixa ela ver e eu volto", True),
        ("nenhum. então tá bom vou perguntar pra ele", True),
        ("VOU FALAR COM MINHA NETA E TE AVISO TA", True),
        ("deixa eu falar com meu marido", True),
        ("preciso ver com a minha mãe antes", True),
        ("deixa minha esposa escolher e te falo", True),
        ("ela volta depois", True),
        ("vou perguntar pro meu marido, tem sexta?", False),
        ("deixa ela marcar às 10h", False),
        ("pode ser quinta, vou falar com ela", False),
        ("minha mãe marca depois? tem quinta?", False),
        ("quero falar com a doutora", False),
        ("preciso falar com alguém", False),
    ],
)
def test_leaves_for_now(text: str, meant: bool) -> None:
    assert leaves_for_now(text) is meant


@pytest.mark.parametrize("text", ["nenhum bem, ja desculpa", "nenhum", "nada não", "nenhum, obrigada"])
def test_none_leaves_what_is_asked_where_no_times_are_offered(text: str) -> None:
    assert leaves_for_good(text, unasked=True)
    assert not leaves_for_good(text)
