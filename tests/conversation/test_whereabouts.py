"""Who asks whether this is the place, whether anybody is there, and why a time is gone, and who asks something else."""

from __future__ import annotations

import pytest

from anna.conversation.whereabouts import (
    asks_whether_here,
    asks_whether_there,
    asks_why_gone,
    says_name_is_misspelt,
    seeks_person_elsewhere,
    takes_this_for,
)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("é aqui mesmo q marca?", True),
        ("oi, é por aqui que agenda", True),
        ("é nesse número que eu marco consulta?", True),
        ("é com vocês que fala?", True),
        ("é aqui perto?", False),
        ("qual é a marca do botox?", False),
        ("marca pra mim", False),
        ("é aqui que fica o metrô?", False),
    ],
)
def test_who_asks_whether_one_books_here_is_heard(text: str, asks: bool) -> None:
    assert asks_whether_here(text) is asks


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("tem alguém aí", True),
        ("alguém aí?", True),
        ("vc ta ai?", True),
        ("oi vocês estão aí?", True),
        ("CADE MINHA RESPOSTA", True),
        ("kd vcs", True),
        ("vcs n respondem??", True),
        ("oi?????", True),
        ("cadê meu horário", False),
        ("vcs não atendem sábado?", False),
        ("vcs n respondem quem tem convênio?", False),
        ("alô?", False),
        ("tem alguém aí que faça peeling sem dor?", False),
        ("vocês atendem sábado?", False),
    ],
)
def test_who_asks_whether_anybody_is_there_is_heard(text: str, asks: bool) -> None:
    assert asks_whether_there(text) is asks


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("pq nao tem? tava livre agorinha", True),
        ("ué, sumiu o horário das 10?", True),
        ("como assim não tem mais", True),
        ("mas tinha vaga agora há pouco", True),
        ("cadê, não tem mais o de 11h?", True),
        ("não tem mais cedo?", False),
        ("nenhum desses", False),
        ("não, obrigada", False),
        ("tem outro livre?", False),
    ],
)
def test_who_asks_why_a_time_is_gone_is_heard(text: str, asks: bool) -> None:
    assert asks_why_gone(text) is asks


@pytest.mark.parametrize(
    ("text", "elsewhere"),
    [
        ("acho que errei o número queria falar com a pizzaria", True),
        ("quero falar com alguém da farmácia", True),
        ("quero falar com a doutora", False),
        ("trabalho na farmácia, quero falar com alguém", False),
    ],
)
def test_who_seeks_somebody_of_another_place_is_heard(text: str, elsewhere: bool) -> None:
    assert seeks_person_elsewhere(text) is elsewhere


@pytest.mark.parametrize(
    ("text", "takes"),
    [
        ("alo é da borracharia do tonho", True),
        ("é da pizzaria", True),
        ("oi, é do petshop", True),
        ("é da farmácia?", True),
        ("é da farmácia que eu comprei o creme", False),
        ("é da minha mãe", False),
        ("a receita é da farmácia", False),
    ],
)
def test_who_takes_this_for_another_place_is_heard(text: str, takes: bool) -> None:
    assert takes_this_for(text) is takes


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("meu nome ta errado", True),
        ("meu nome nao é esse", True),
        ("vc errou meu nome", True),
        ("é Karla com k", True),
        ("nao é ana é anna com dois n", True),
        ("escreve thais com th", True),
        ("é com a dra", False),
        ("é quinta com a Camila", False),
        ("meu nome ta certo", False),
        ("o nome ta errado?", False),
        ("é limpeza com 1 hora", False),
        ("é botox sem d+", False),
    ],
)
def test_who_says_that_a_name_is_misspelt_is_heard(text: str, says: bool) -> None:
    assert says_name_is_misspelt(text) is says
