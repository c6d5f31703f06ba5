"""Who does not want it herself, or cannot say so, goes to a person; good advice, taste and a joke do not."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from anna.commands import Nuance
from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context, State

NOW = datetime(2026, 11, 24, 15, 10, tzinfo=ZoneInfo("America/Sao_Paulo"))


def _nuances(text: str) -> frozenset[Nuance]:
    return OfflineUnderstander().understand(text, Context(reference_time=NOW, state=State.NONE)).nuances


@pytest.mark.parametrize(
    "text",
    [
        "meu namorado quer q eu ponha boca, eu n queria mas ele ta pagando, quinta 15h",
        "duas nao, só eu. na vdd nem quero, faço pq senao ele briga",
        "meu genro ta me obrigando a fazer botox",
        "meu marido mandou eu fazer preenchimento, tem quinta?",
        "minha mae quer q eu faça laser, eu n quero",
        "se eu nao fizer preenchimento ele me larga",
        "ele vai me largar se eu nao colocar boca",
        "tem jeito de marcar e depois cancelar sem ele saber",
        "vou marcar e desmarcar sem meu marido descobrir",
        "nem queria fazer isso, mas minha filha insiste",
        "nao quero fazer, mas meu marido ta pagando e mandou eu vir",
        "to sendo obrigada a fazer isso",
        "me sinto pressionada a fazer",
        "meu empresario exige q eu faça harmonizaçao e eu nao quero",
        "so vou fazer porque ele insiste muito",
        "meu padrasto me obriga a fazer depilação",
        "minha sogra ta forçando eu a fazer botox",
        "faço porque meu marido exige",
        "minha mae tem alzheimer e nao entende, quero fazer botox nela",
        "meu marido me obriga a fazer isso, quero botox sexta",
        "quero fazer limpeza no meu avo mas ele nao quer, mas a gente convence",
        "nao queria, mas meu namorado ta pagando",
        "meu cunhado me forçou a marcar esse procedimento",
        "ele falou que se eu nao colocar peito ele termina comigo",
        "meu marido quer que eu faça a boca mas eu nao quero de jeito nenhum",
    ],
)
def test_not_her_own_will(text: str) -> None:
    assert Nuance.UNWILLING in _nuances(text)


@pytest.mark.parametrize(
    "text", ["quero botox. ele disse que se eu nao fizer me mata", "ele disse que me mata se eu nao fizer"]
)
def test_a_threat_to_kill_is_violence(text: str) -> None:
    assert Nuance.VIOLENCE in _nuances(text)


@pytest.mark.parametrize("text", ["faço pq senao ele briga", "se eu nao fizer preenchimento ele me larga"])
def test_under_a_threat_at_home(text: str) -> None:
    reading = OfflineUnderstander().understand(text, Context(reference_time=NOW, state=State.NONE))
    assert Nuance.COERCED in reading.nuances
    assert not reading.optout


@pytest.mark.parametrize(
    "text",
    [
        "meu marido quer que eu faça botox, eu tambem quero",
        "minha mae quer que eu faça laser mas eu nao quero laser, quero limpeza",
        "meu marido mandou eu perguntar o preço",
        "minha amiga mandou eu fazer com a camila",
        "meu marido nao quer que eu faça mas eu quero",
        "minha dermato mandou eu fazer peeling",
        "meu medico me obriga a fazer exame antes?",
        "sou obrigada a fazer avaliação antes?",
        "obrigada! quero fazer botox sexta",
        "fui obrigado a remarcar por causa do trabalho",
        "meu chefe me obriga a fazer hora extra, só posso sábado",
        "meu marido me mata se eu gastar mais kkk",
        "se eu nao fizer essa sobrancelha meu marido me larga kkkk",
        "quero marcar sem meu marido saber, é surpresa de aniversario",
        "tem que ser cedo senao meu marido briga",
        "nao queria sexta mas meu marido só pode sexta",
        "quero cancelar a do meu marido, ele sabe",
        "minha filha insiste que eu faça limpeza, bora quinta",
        "faço porque gosto",
        "vou fazer porque meu marido elogiou",
        "nao quero parcelar, meu marido paga",
        "nao quero com a doutora, minha mae quer com o doutor",
        "minha mae quer fazer limpeza e eu nao quero, só ela",
        "meu namorado quer que eu faça preenchimento na boca quinta 15h",
        "minha irma quer que eu va com ela mas eu nao quero sexta",
        "minha mãe mandou eu fazer limpeza de pele, tem quinta?",
        "vou sexta porque meu marido quer ir junto",
        "meu marido quer que eu marque pra ele, ele nao quer ligar",
        "meu pai é bravo mas paga, quero botox",
        "ele nao quer que eu mude de dia, pode ser quinta mesmo",
        "meu filho insiste em ir comigo, pode?",
        "meu marido pediu pra eu remarcar, nao quero perder o sinal",
    ],
)
def test_her_own_will_or_a_joke(text: str) -> None:
    assert not _nuances(text) & {Nuance.UNWILLING, Nuance.VIOLENCE}
