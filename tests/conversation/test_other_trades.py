"""Who writes to another trade, and who sees that it was a mistake."""

from __future__ import annotations

import pytest

from anna.conversation.other_trades import seeks_another_trade, was_mistaken


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("Pizza calabresa grande e uma guarana 2l por favor, endereço rua das flores 120", True),
        ("ai nao é a pizzaria do Zé??", True),
        ("moça eu quero uma pizza kkk", True),
        ("oi é da clinica odontologica sorrir? meu dente ta doendo", True),
        ("nao mas é dentista ai? é a sorrir?", True),
        ("to achando que liguei errado, é a farmacia popular?", True),
        ("é ou nao é a farmacia minha filha, preciso do remedio da pressao", True),
        ("vc é o Marcos do caminhão? sobre o frete de sexta", True),
        ("moça quanto ta o botijão de gás?", True),
        ("tem dipirona ai?", True),
        ("manda 2 marmitex e uma coca", True),
        ("é do Seu Zé do gás?", True),
        ("falo com o Marquinhos mecanico?", True),
        ("alo é o Tonho pedreiro?", True),
        ("vcs entregam gas de cozinha hoje?", True),
        ("cade minha pizza", True),
        ("o frete pra sexta ta quanto", True),
        ("preciso de 2 pneus aro 14", True),
        ("tem pizza perto da clinica?", False),
        ("é do lado da padaria?", False),
        ("fica em frente à farmácia?", False),
        ("posso comer pizza depois do preenchimento?", False),
        ("vcs são dentistas que fazem botox?", False),
        ("é a Helena da recepção?", False),
        ("é a Dra Helena?", False),
        ("tomo remedio da pressao, posso fazer?", False),
        ("vocês têm estacionamento?", False),
        ("quero marcar limpeza de pele", False),
        ("quanto custa o botox?", False),
        ("uma avaliação por favor", False),
        ("oi é da clinica Aroeira?", False),
        ("é a Camila?", False),
        ("sou dona de uma padaria e queria marcar um horario", False),
        ("minha mudança é sexta, pode ser sabado?", False),
        ("agua micelar é vendida ai?", False),
        ("quero tirar uma mancha", False),
        ("tem agua de coco ai?", False),
    ],
)
def test_seeks_another_trade(text: str, meant: bool) -> None:
    assert seeks_another_trade(text) is meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("ah desculpa, era a outra clinica", True),
        ("entao foi na outra clinica, desculpa viu", True),
        ("nao precisa, vou ligar na outra clinica entao. desculpa", True),
        ("NÃO QUERO MARCAR, já falei, foi engano", True),
        ("foi engano", True),
        ("nao é o Marcos então? desculpa ai", True),
        ("ih errei de número, foi mal", True),
        ("acho que marquei em outro lugar, desculpa", True),
        ("numero errado, desculpe", True),
        ("não é aqui não, desculpa", True),
        ("na outra clinica é mais barato", False),
        ("fiz botox em outra clinica", False),
        ("marquei errado, quero sexta", False),
        ("foi engano meu, quero quinta", False),
        ("era em outra clinica que doeu", False),
        ("não foi engano, quero marcar", False),
        ("desculpa, errei a data, é dia 27", False),
        ("desculpa o engano, pode ser 15h", False),
        ("é engano?", False),
        ("errei o nome, é Marta", False),
    ],
)
def test_was_mistaken(text: str, meant: bool) -> None:
    assert was_mistaken(text) is meant
