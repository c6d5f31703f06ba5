"""Every text of the house, filled from a clinica's rows, claims nothing but what those rows say: whichever variant is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from anna.cli.texts import read, read_flows
from anna.clinica.settings import Tom
from anna.conversation.claims.binding import OFFER, bind_claims
from anna.conversation.claims.models import Act, Fact
from anna.conversation.replies import ReplyBook
from anna.flows.evidence import OF_ROWS, literal_facts
from anna.flows.wording import shown_options
from anna.kit.money import brl
from anna.kit.resources import resource_folder
from anna.provisioning.clinic_parts import ClinicaPart
from anna.provisioning.demo import read_demo
from anna.provisioning.sample import Sample, make_sample

NOW = datetime(2026, 11, 25, 17, 12, tzinfo=UTC)
BOOK = ReplyBook.load(resource_folder("prompts"))
FLOWS = read_flows(resource_folder("flows"))
SERVICOS = "agendamento.servicos"


@pytest.mark.parametrize("part", read_demo().clinicas, ids=lambda part: part.slug)
def test_a_variant_that_claims_what_no_row_says(part: ClinicaPart) -> None:
    sample = make_sample(part, now=NOW)
    rows = [*_rows(part), *_words(sample)]
    unbound = [
        f"{text.template}: {claim.text!r} in {text.text!r}"
        for text in read(BOOK, FLOWS, sample, sorted(BOOK.names), tuple(Tom), emoji=False)
        for claim in bind_claims(text.text, [*literal_facts(BOOK, text.template), *rows], now=NOW).unbound
    ]
    assert not unbound, "\n".join(unbound)


def _rows(part: ClinicaPart) -> Iterator[Fact]:
    """As `list_said` reads them."""
    for servico in part.servicos:
        yield Fact(SERVICOS, servico.slug, "nome", servico.nome)
        yield Fact(SERVICOS, servico.slug, "preco", brl(servico.preco))
        yield Fact(SERVICOS, servico.slug, "duracao", f"{servico.duracao_min} minutos")
        if servico.sinal:
            yield Fact(SERVICOS, servico.slug, "sinal", brl(servico.sinal))
    for profissional in part.profissionais:
        yield Fact("agendamento.profissionais", profissional.nome, "nome", profissional.nome)
    for one in part.conhecimento or ():
        yield Fact("clinica.conhecimento", one.resposta, "resposta", one.resposta)


def _words(sample: Sample) -> Iterator[Fact]:
    """All else is filled with words of the run; what was done is done, for a text that is sent says so after it."""
    for name, text in sample.words.items():
        if text and name not in OF_ROWS:
            yield Fact("automacao.execucoes", "run", OFFER if name == "livre" else name, text, frozenset(Act))
    for options in sample.options.values():
        for option in shown_options(options, BOOK):
            yield Fact("automacao.execucoes", "run", OFFER, str(option["rotulo"]))
    yield Fact("financeiro.faturas", "fatura", "link", sample.words["link"] or "")
    yield Fact("clinica.conhecimento", "sinal", "resposta", sample.words["regra_do_sinal"] or "")
    for line in (sample.words["consultas"] or "").splitlines():
        yield Fact("agendamento.consultas", line, "inicio", line)
