"""What is said in passing beside a question, and what only looks so."""

from __future__ import annotations

import pytest

from anna.conversation.passing import Passing, passing


@pytest.mark.parametrize(
    "text",
    [
        "costas",
        "testa",
        "to c mta espinha",
        "é nas costas e nos ombros",
        "tenho melasma",
        "na virilha.",
        "ela tem 22 anos",
        "tenho 45 anos",
    ],
)
def test_a_detail_that_is_called_a_misunderstanding(text: str) -> None:
    assert passing(text) is Passing.DETAIL


@pytest.mark.parametrize(
    "text", ["hmm", "hum...", "Hummm", "ahn", "eita", "ixi", "entendi", "Ah, entendi", "ok entendi", "saquei"]
)
def test_a_hesitation_that_is_called_a_misunderstanding(text: str) -> None:
    assert passing(text) is Passing.THINKS


@pytest.mark.parametrize(
    "text",
    [
        "sei lá",
        "sla",
        "n sei",
        "ai moça, não sei ainda",
        "não faço ideia",
        "to na dúvida",
        "nao sei qual",
        "ainda não decidi",
    ],
)
def test_somebody_without_an_idea_who_is_not_helped(text: str) -> None:
    assert passing(text) is Passing.UNSURE


@pytest.mark.parametrize(
    "text",
    [
        "meu rosto ta ardendo", "minha boca inchada", "não quero nas costas", "dói a barriga?", "xpto plim", "", "ok",
        "não sei se vou conseguir ir", "sei la se meu marido deixa", "nao sei, pode ser sexta?",
        "ontem caí de bicicleta e ralei a perna toda na calçada da rua", "humilhante",
    ],
)  # fmt: skip
def test_words_that_must_not_be_passed_over(text: str) -> None:
    assert passing(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "to com pressa responde logo",
        "tô na correria",
        "responde logo por favor",
        "anda logo",
        "fala logo",
        "to com muita pressa",
    ],
)
def test_a_hurry_that_is_called_a_misunderstanding(text: str) -> None:
    assert passing(text) is Passing.HURRIES


@pytest.mark.parametrize(
    "text",
    [
        "não tenho pressa",
        "responde se tem vaga",
        "to com pressa, marca sexta",
        "sem pressa",
        "to com pressa?",
        "vai logo doer",
    ],
)
def test_what_is_no_hurry(text: str) -> None:
    assert passing(text) is not Passing.HURRIES


@pytest.mark.parametrize(
    "text",
    [
        "minha amiga falou de vcs", "vi vcs no insta", "minha vizinha indicou", "a Ju do trabalho me indicou", "foi indicação da minha irmã",
        "achei no google",
    ],
)  # fmt: skip
def test_how_she_heard_of_the_clinic_that_is_called_a_misunderstanding(text: str) -> None:
    assert passing(text) is Passing.HEARD_OF


@pytest.mark.parametrize(
    "text", ["a doutora indicou botox", "vi no insta que tá 200", "minha mãe falou que não", "a moça falou", "minha amiga fez"]
)  # fmt: skip
def test_what_tells_more_than_that(text: str) -> None:
    assert passing(text) is not Passing.HEARD_OF
