"""What a question finds of what the clinic wrote, on labelled questions of which half were never looked at while the ranking was made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given, settings, strategies as st
from ruamel.yaml import YAML

from anna.clinica.models import Assunto, Conhecimento
from anna.clinica.retrieval import fuse, rank
from anna.kit.stems import EMPTY, content_words, stem
from anna.kit.text import fold
from anna.provisioning.demo import load_demo

Questions = Mapping[str, Mapping[str, Mapping[str, list[str]]]]
NOTHING = "nada"
ASKED: Questions = YAML(typ="safe").load(
    (Path(__file__).parent / "data" / "questions.yaml").read_text("utf-8")
)
SUBJECT = {
    "Onde fica a clínica? Como chegar?": "onde",
    "Tem estacionamento? Onde paro o carro?": "estacionar",
    "Quais as formas de pagamento? Parcela no cartão?": "pagar",
    "Qual o horário de funcionamento? Abre sábado?": "horario",
    "Aceita convênio ou plano de saúde?": "convenio",
    "Posso desmarcar? E se eu me atrasar?": "desmarcar",
    "Posso levar acompanhante ou criança? Tem acessibilidade?": "acompanhante",
}


def _items(slug: str) -> list[Conhecimento]:
    (clinica,) = [clinica for clinica in load_demo()["clinicas"] if clinica["slug"] == slug]
    return [_item(n, one["pergunta"], one["resposta"]) for n, one in enumerate(clinica["conhecimento"])]


def _item(number: int, pergunta: str, resposta: str) -> Conhecimento:
    return Conhecimento(
        id=UUID(int=number), clinica_id=UUID(int=1), assunto=Assunto.OUTRO, servico_id=None, pergunta=pergunta, resposta=resposta
    )  # fmt: skip


def _judged(half: str) -> Iterator[tuple[str, str, str]]:
    """(question, what was found, verdict)"""
    for slug, subjects in ASKED[half].items():
        items = _items(slug)
        for subject, questions in subjects.items():
            for question in questions:
                found = rank(question, items)[:1]
                got = SUBJECT[found[0].item.pergunta] if found and found[0].answers else NOTHING
                verdict = (
                    "right"
                    if got == subject
                    else "false"
                    if subject == NOTHING
                    else "missed"
                    if got == NOTHING
                    else "wrong"
                )
                yield question, got, "silent" if verdict == "right" and subject == NOTHING else verdict  # fmt: skip


@pytest.mark.parametrize(("half", "recall"), [("open", 0.95), ("frozen", 0.7)])
def test_questions_find_their_answer_or_none(half: str, recall: float) -> None:
    """Would catch: an answer given to what nothing answers, which costs more than asking a person."""
    judged = list(_judged(half))
    count = Counter(verdict for _, _, verdict in judged)
    answerable, unanswerable = (
        count["right"] + count["missed"] + count["wrong"],
        count["silent"] + count["false"],
    )
    assert len(judged) >= 60
    print(
        f"retrieval, {half} half: {count['right']} of {answerable} found, {count['wrong']} answered with another subject;"
        f" {count['false']} of {unanswerable} that nothing answers were answered"
    )
    shown = [row for row in judged if row[2] not in {"right", "silent"}]
    assert count["right"] / answerable >= recall, shown
    assert count["wrong"] / answerable <= 0.02, shown
    assert count["false"] == 0, shown


def test_a_slip_of_one_letter_finds_the_same() -> None:
    items = _items("aroeira")
    for slipped in (
        "estacionameto",
        "estacionamneto",
        "pagamento",
        "pagameto",
        "acompanhnte",
        "convenho",
        "tolerançia",
    ):
        found = rank(slipped, items)
        assert found, slipped
        assert found[0].answers, slipped


def test_what_is_asked_about_and_stands_nowhere_counts_against_every_answer() -> None:
    (best, *_) = rank("posso levar meu cachorro?", _items("aroeira"))
    assert not best.answers


def test_forms_of_a_word_are_one() -> None:
    for forms in (
        "parcela parcelam parcelado parcelar", "cartao cartoes", "abre abrem abrir", "pagar pagamento pago", "sabado sabados",
        "estacionamento estacionar", "garagem garagens", "animal animais", "remarcar remarcacao", "fiscal fiscais",
    ):  # fmt: skip
        assert len({stem(form) for form in forms.split()}) == 1, forms


def test_no_empty_word_is_written_with_an_accent() -> None:
    assert all(fold(word) == word for word in EMPTY)


@settings(deadline=None)
@given(st.text(max_size=80))
def test_any_text_has_a_ranking(text: str) -> None:
    found = rank(text, _items("mandacaru"))
    assert all(0 < one.score <= 1.0001 for one in found)
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
    assert not any(word in EMPTY for word in content_words(text))


def test_what_stands_high_in_both_rankings_comes_first() -> None:
    a, b, c, d = (_item(n, f"{n}", "") for n in range(4))
    assert fuse([[a, b, c], [b, d]])[0] == b
    assert set(fuse([[a], [b]])) == {a, b}
    assert fuse([[], []]) == []
