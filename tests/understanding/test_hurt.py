"""Who was hurt, and by what: another's hand is violence and no reaction, a device is a reaction, and neither is what only sounds so."""

from __future__ import annotations

from datetime import datetime

import pytest

from anna.commands import Nuance, Safety
from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context

NOW = Context(reference_time=datetime.fromisoformat("2026-11-24T13:00:00-03:00"))
READS = OfflineUnderstander()

BY_A_HAND = (
    "roxo no olho, meu marido...", "to com o olho roxo foi meu marido", "to toda roxa, meu marido bebe", "meu marido me deixou com o olho roxo", "roxo no braço, ele apertou",
    "to com medo dele", "tenho medo do meu marido", "tô com muito medo do meu ex", "tenho medo de apanhar dele", "tenho medo do que ele pode fazer comigo",
    "to com medo dele, me ajuda", "meu marido me empurrou", "ele me empurrou na parede", "meu marido me machucou", "ele me segurou pelo pescoço", "ele me enforcou",
    "meu ex tá na porta com faca", "meu marido tá quebrando tudo em casa", "meu namorado me sacudiu", "hematoma no braço pelo meu marido",
)  # fmt: skip
NOT_BY_A_HAND = (
    "fiquei com um roxo no olho depois do botox", "meu marido reclamou que fiquei com roxo no olho depois do preenchimento", "meu marido viu o roxo e ficou preocupado",
    "fiz preenchimento e fiquei com roxo, meu marido tá rindo", "tenho medo do laser", "medo de agulha, meu marido também", "tenho medo do resultado, meu marido tb",
    "tenho medo dele não gostar do resultado", "o dr otavio é bruto? tenho medo dele", "meu marido tem medo de agulha", "to com medo dele descobrir que gastei tanto kkk",
    "não tenho medo do meu marido", "caí da escada e fiquei com o olho roxo", "o médico apertou e ficou roxo", "marido vai me matar se souber o preço kkk",
    "meu marido me empurrou pra fazer botox kkk", "a barba do meu marido me machuca, tem laser?", "minha boca ficou roxa, meu marido tá preocupado",
    "a vendedora me empurrou um pacote", "meu marido quer botox, ele tem medo de agulha",
)  # fmt: skip
BY_A_DEVICE = (
    "levei choque no aparelho", "levei um choque no laser", "tomei choque na maquina de depilação", "tomei um choque aí ontem na máquina", "o aparelho tava dando choque em mim",
    "a máquina me deu um choque", "senti um choque na ponteira do laser", "levei um choque elétrico na maca", "o aparelho me queimou", "me queimaram com o laser",
    "a moça me cortou com a lâmina", "me cortaram na depilação", "me cortei na maca de vocês", "o aparelho caiu no meu rosto", "a ponteira me feriu",
    "a gilete cortou minha perna na sessão", "a máquina pegou fogo comigo lá",
)  # fmt: skip
NOT_BY_A_DEVICE = (
    "levei um choque com o preço", "fiquei em choque", "fiquei em choque com o valor do laser", "vocês fazem terapia por ondas de choque?", "o laser dá choque?",
    "tenho medo de levar choque no laser", "a moça me cortou o cabelo", "cortei o cabelo, posso ir?", "me cortei em casa com a gilete", "levei um choque quando vi o resultado, amei",
    "caiu a luz da máquina", "meu gato me arranhou, posso fazer laser?", "me cortaram da lista?",
)  # fmt: skip


@pytest.mark.parametrize("text", BY_A_HAND)
def test_another_hand_is_violence(text: str) -> None:
    reading = READS.understand(text, NOW)
    assert reading.safety is Safety.EMERGENCY
    assert Nuance.VIOLENCE in reading.nuances


@pytest.mark.parametrize("text", NOT_BY_A_HAND)
def test_what_only_sounds_like_a_hand(text: str) -> None:
    assert Nuance.VIOLENCE not in READS.understand(text, NOW).nuances


@pytest.mark.parametrize("text", BY_A_DEVICE)
def test_a_device_is_a_reaction(text: str) -> None:
    reading = READS.understand(text, NOW)
    assert reading.safety is Safety.ADVERSE_REACTION
    assert reading.human


@pytest.mark.parametrize("text", NOT_BY_A_DEVICE)
def test_what_only_sounds_like_a_device(text: str) -> None:
    assert READS.understand(text, NOW).safety is not Safety.ADVERSE_REACTION
