"""Somebody else's number that is to be written to no more: who asks for that, and who only seems to."""

from __future__ import annotations

import pytest

from anna.conversation.others_number import leaves_for_another, leaves_too


@pytest.mark.parametrize(
    "text",
    [
        "tira o numero da minha mulher tbm",
        "tira o número dela da lista",
        "vcs mandaram mensagem pra minha mulher as 11 da noite. nao manda mais",
        "para de mandar mensagem pra minha mãe",
        "não mandem mais nada pro celular da minha filha",
        "remove o contato da minha mae por favor",
        "parem de ligar pra ela",
        "nao liguem mais pro meu pai",
        "tira o numero da Simone",
        "minha mãe tá recebendo mensagem de vcs, parem",
        "tira o meu numero e o da minha mulher",
        "tirou o numero da simone ou não??",
        "tira minha esposa dessa lista pf, ela ta recebendo msg de vcs",
    ],
)
def test_anothers_number_is_heard(text: str) -> None:
    assert leaves_for_another(text, of_messages=False)


@pytest.mark.parametrize(
    "text",
    [
        "tira o número da consulta",
        "não manda nada pro celular dela",
        "vocês não vão mandar mensagem pra ela, né?",
        "tira ela",
        "tira minha mãe da lista de espera",
        "tira o botox dela",
        "para de me mandar mensagem",
        "tira o meu número da lista",
        "manda o endereço pra minha mãe",
        "ela recebeu a mensagem",
        "muda o telefone da minha mae",
        "nao me mandem mais mensagem",
        "marca pra minha mãe e tira o peeling",
        "tira o contato da clinica do meu celular",
    ],
)
def test_what_only_seems_so_is_not(text: str) -> None:
    assert not leaves_for_another(text, of_messages=False)


def test_she_is_taken_off_where_messages_are_spoken_of() -> None:
    assert leaves_for_another("o numero é o dela, 11 93001-0099, a Simone. tira ela tb", of_messages=True)


def test_who_leaves_too_says_so() -> None:
    assert leaves_too("para de me mandar msg, tira o numero da minha mulher tbm")
    assert not leaves_too("tira o numero da minha mulher tbm")
