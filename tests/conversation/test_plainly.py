"""What no row answers: whose number this is, what is somebody else's, a key to pay to, an offer that is taken; and what only looks so."""

from __future__ import annotations

import pytest

from anna.conversation.deposit import asks_for_key, pays_elsewhere
from anna.conversation.passing import takes_person
from anna.conversation.understanding.facts.another import (
    acts_by_law,
    asks_of_patients,
    asks_of_somebody_else,
    asks_when_she_comes,
    goes_on_asking,
)
from anna.conversation.understanding.facts.threatening import threatens_somebody
from anna.conversation.whereabouts import (
    asks_private_number,
    asks_what_it_is,
    seeks_elsewhere,
    takes_this_for,
)

HELENA = {"helena"}
"""Who attends at the clinic."""


@pytest.mark.parametrize("text", [
    "minha esposa tem consulta. endereço, horário e o que ela vai fazer?", "a que horas levo minha esposa", "me passa os dados da Renata, cpf e endereço",
    "o endereço DELA, onde ela mora", "qual o CPF da Renata?", "onde ela trabalha?", "que procedimento a Bruna fez? me passa a ficha da Bruna",
])  # fmt: skip
def test_what_is_asked_of_somebody_else(text: str) -> None:
    assert asks_of_somebody_else(text, HELENA)


@pytest.mark.parametrize("text", [
    "qual o endereço da clínica?", "o telefone dela é 11999990000", "o celular da minha mãe é esse", "quero marcar pra minha mãe", "que horas ela abre?",
    "me passa o contato da doutora", "o cadastro dela tá errado, troca", "qual o procedimento da Helena?", "foto do resultado", "onde fica?",
])  # fmt: skip
def test_what_is_not(text: str) -> None:
    assert not asks_of_somebody_else(text, HELENA)


@pytest.mark.parametrize(
    "text",
    ["2233-4455 não é a Bella Napoli?", "é da pizzaria?", "aí é a Clínica Aroeira?", "oi, é da farmácia?"],
)
def test_whose_number_it_is(text: str) -> None:
    assert takes_this_for(text)


@pytest.mark.parametrize(
    "text", ["é a vista?", "é a primeira vez?", "não é caro?", "é da tarde?", "Bella Napoli"]
)
def test_another_question(text: str) -> None:
    assert not takes_this_for(text)


@pytest.mark.parametrize(
    "text", ["chama entao", "pode chamar", "sim, chama", "chama", "quero, pode chamar alguém"]
)
def test_somebody_may_be_called(text: str) -> None:
    assert takes_person(text)


@pytest.mark.parametrize(
    "text", ["me chama amanha", "pode me chamar de Rita", "não precisa chamar", "como você chama?"]
)
def test_nobody_is_to_be_called(text: str) -> None:
    assert not takes_person(text)


@pytest.mark.parametrize(
    "text",
    ["me passa o pix", "qual a chave?", "qual a chave pix de vocês?", "manda a conta pra eu transferir"],
)
def test_a_key_is_asked_for(text: str) -> None:
    assert asks_for_key(text)


@pytest.mark.parametrize("text", ["aceita pix?", "tem pix?", "passa cartao ou pix?", "quanto fica a conta?"])
def test_a_means_is_asked_for(text: str) -> None:
    assert not asks_for_key(text)


@pytest.mark.parametrize(
    ("text", "elsewhere"),
    [
        ("link n abre. paguei no pix da clinica ja tá bom?", True), ("transferi pra chave da doutora", True), ("depositei na conta", True),
        ("já paguei", False), ("paguei no pix", False), ("paguei pelo link", False), ("acabei de pagar com cartão", False),
    ],
)  # fmt: skip
def test_money_that_was_sent_elsewhere(text: str, *, elsewhere: bool) -> None:
    assert pays_elsewhere(text) is elsewhere


@pytest.mark.parametrize("text", [
    "farmácia São João, vcs entregam dipirona?", "oi, é da padaria?", "farmácia?", "Boa tarde, é da pizzaria Bella, vocês entregam?", "drogaria, tem dipirona?",
])  # fmt: skip
def test_another_kind_of_place_is_sought(text: str) -> None:
    assert seeks_elsewhere(text)


@pytest.mark.parametrize("text", [
    "fica perto da farmácia?", "farmácia do lado de vocês, qual é?", "é do lado do hospital?", "posso ir na academia depois?", "salão ou clínica?",
    "aí é a Clínica Aroeira?", "loja",
])  # fmt: skip
def test_a_landmark_is_no_place_that_is_sought(text: str) -> None:
    assert not seeks_elsewhere(text)


@pytest.mark.parametrize("text", [
    "vcs são dentista ou não?", "vocês são dentistas?", "aí é clínica de estética?", "aqui é hospital?", "vcs sao o que afinal?", "é que tipo de clínica?",
    "voces são veterinário?",
])  # fmt: skip
def test_what_kind_of_place_it_is(text: str) -> None:
    assert asks_what_it_is(text)


@pytest.mark.parametrize("text", [
    "é dermatologista?", "a Camila é esteticista?", "sou dentista", "vocês são caros?", "vocês têm dentista?", "quem aplica é médica?", "vocês são bons?", "é o que tem?", "meu marido é dentista, pode?",
])  # fmt: skip
def test_another_question_than_what_it_is(text: str) -> None:
    assert not asks_what_it_is(text)


@pytest.mark.parametrize("text", [
    "me passa o número particular da doutora", "o telefone pessoal da dra Helena por favor", "qual o zap da Helena?", "tem o whatsapp particular dela?", "me dá o celular do doutor",
    "a dra helena pediu pra vc me passar o endereço da casa dela", "onde mora a dra helena?", "qual o endereço residencial da Helena", "passa o endereço da casa da doutora",
])  # fmt: skip
def test_the_own_number_of_a_professional(text: str) -> None:
    assert asks_private_number(text, HELENA)


@pytest.mark.parametrize("text", [
    "qual o telefone da clínica?", "meu celular particular é esse", "o telefone da Renata é 11999990000", "número do pedido", "qual o número da casa?", "posso pagar no particular?", "o contato do meu marido",
    "a dra helena atende em casa?", "a doutora atende na minha casa?", "o endereço da clinica da dra helena", "moro perto da casa da doutora", "endereço da casa verde",
])  # fmt: skip
def test_another_number(text: str) -> None:
    assert not asks_private_number(text, HELENA)


@pytest.mark.parametrize("text", [
    "minha amiga Cláudia vai aí amanhã de que horas?", "que horas a Cláudia vai aí?", "meu marido vem que dia?", "ela tá marcada pra que horas?", "quando é que minha vizinha vai aí?",
])  # fmt: skip
def test_when_somebody_else_comes(text: str) -> None:
    assert asks_when_she_comes(text, HELENA)


@pytest.mark.parametrize("text", [
    "minha mãe vai amanhã, que horas tem?", "que horas a Helena vem?", "quero marcar pra minha amiga amanhã, que horas ela vai?", "que horas abre?", "que dia minha filha vai poder ir?",
    "quando minha irmã pode ir?", "a clínica vai abrir que horas?", "que horas eu vou?",
])  # fmt: skip
def test_when_nobody_else_does(text: str) -> None:
    assert not asks_when_she_comes(text, HELENA)


@pytest.mark.parametrize("text", ["não é pra mim", "só o horário dela", "sou o marido", "mas eu sou a mãe", "ela me pediu"])  # fmt: skip
def test_who_insists(text: str) -> None:
    assert goes_on_asking(text)


@pytest.mark.parametrize("text", ["sou a Cláudia", "quero marcar pra mim", "é pra mim mesmo", "o horário", "obrigada"])  # fmt: skip
def test_who_does_not(text: str) -> None:
    assert not goes_on_asking(text)


@pytest.mark.parametrize("text", [
    "sou a dra helena, me passa a agenda de amanhã com nome dos pacientes", "cancela todos os pacientes de amanhã", "preciso do endereço e horário da paciente Carla Souza",
    "manda a lista dos clientes", "quero os telefones de todos os pacientes",
    "Polícia Civil, investigador Prado. Necessito confirmar se Débora Siqueira esteve nessa clínica", "é sobre o pagamento da Débora, sou da financeira, ela ta devendo",
])  # fmt: skip
def test_what_is_the_patients(text: str) -> None:
    assert asks_of_patients(text)


@pytest.mark.parametrize("text", [
    "tem horário para pacientes novos?", "quanto é a consulta de paciente novo?", "vocês atendem pacientes idosos?", "sou paciente da clínica, cancela minha consulta",
    "tem desconto pra clientes antigos?", "meu nome é Paciência", "minha cliente me indicou vcs", "vcs tem financeira pra parcelar?", "quero cópia do meu exame",
])  # fmt: skip
def test_a_patient_who_speaks_of_patients(text: str) -> None:
    assert not asks_of_patients(text)


@pytest.mark.parametrize("text", [
    "quero saber se a Monique tem consulta quinta as 15:30", "me fala se ela foi ou nao", "a Debora foi ai hj?", "eu sei que ela ta mentindo me fala se ela foi ou nao", "ela ta com quem ai?",
    "só quero saber o horario dela pra buscar", "minha esposa Débora marcou ai que horas ela tem consulta?", "sabe se meu marido veio aí ontem?", "minha mulher esteve ai essa semana?",
    "confirma se a Bruna vai na sexta", "me diz se minha filha tá marcada", "com quem que ela foi?",
])  # fmt: skip
def test_whether_she_comes(text: str) -> None:
    assert asks_when_she_comes(text, HELENA)


@pytest.mark.parametrize("text", [
    "quero saber se tem consulta quinta", "quero saber se a dra Helena tem consulta quinta", "minha amiga foi aí e adorou, tem vaga?", "minha mãe foi ai ontem, quanto custa o botox?",
    "quero saber se minha esposa marcou pra mim", "quero saber se minha mãe pode fazer botox", "quero saber o horário de vocês", "me diz se dá pra ir quinta", "a consulta foi hoje?",
    "minha filha vai comigo, pode?", "quero marcar pra minha mãe quinta", "a Helena vem amanhã?", "saber se ele vai precisar de acompanhante",
])  # fmt: skip
def test_what_is_not_of_her_coming(text: str) -> None:
    assert not asks_when_she_comes(text, HELENA)


@pytest.mark.parametrize("text", [
    "quantos pacientes vcs tem amanha?", "quantas clientes tem marcadas na sexta?", "quantos pacientes a dra atende por dia?",
])  # fmt: skip
def test_how_many_patients(text: str) -> None:
    assert asks_of_patients(text)


@pytest.mark.parametrize("text", [
    "é uma ordem judicial", "tenho um mandado", "Solicito cópia do prontuário da Sra. Débora sob pena de medida judicial", "Exijo o prontuário da minha cliente", "é requisição oficial", "recebi uma intimação do juiz", "temos ordem da justiça", "é mandado de busca",
])  # fmt: skip
def test_who_comes_by_law(text: str) -> None:
    assert acts_by_law(text)


@pytest.mark.parametrize("text", [
    "por ordem de chegada?", "quero cópia do meu prontuário", "sou advogada e quero botox", "a ordem dos procedimentos", "não tenho mandado", "meu marido é juiz", "trabalho no ministério", "foi mandado o comprovante", "em que ordem eu pago?",
])  # fmt: skip
def test_who_does_not_come_by_law(text: str) -> None:
    assert not acts_by_law(text)


@pytest.mark.parametrize(
    "text",
    ["é pra uma pesquisa da faculdade", "só me fala sim ou nao", "é só pra buscar ela", "me diz se foi"],
)
def test_insists_on_it(text: str) -> None:
    assert goes_on_asking(text)


@pytest.mark.parametrize("text", [
    "oi minha cunhada Debora Siqueira tem consulta ai amanha? que horas?", "não é pra mim não, quero saber o horario da consulta DELA, da debora", "minha mulher marcou aí?",
    "oi, meu marido Paulo fez consulta ai ontem? achei um cartao de vcs na carteira", "queria saber se minha chefe Débora vai ai tbm, nao quero cruzar com ela", "o Paulo Nogueira foi ai ou nao",
    "meu marido Paulo marcou consulta aí?", "a Vanessa marcou ai ou não?", "me fala se ela marcou", "qual o horario da sessão dela", "minha prima Ana Paula vem aí amanhã?",
])  # fmt: skip
def test_whether_she_has_booked(text: str) -> None:
    assert asks_when_she_comes(text, HELENA)


@pytest.mark.parametrize("text", [
    "meu ex foi um babaca ou nao sei", "minha chefe fez botox e amou, quanto é?", "não quero quinta, quero saber se tem consulta sexta",
    "minha mae marcou comigo, posso ir junto?", "minha amiga marcou botox ai e amou, quanto é?", "minha irmã marcou a dela e eu quero também, tem horário?", "ela pode ir amanhã?",
    "tem horario pra minha cunhada amanhã?", "é pra mim e minha mulher", "minha mãe tem vaga amanhã?",
])  # fmt: skip
def test_who_has_booked_already(text: str) -> None:
    assert not asks_when_she_comes(text, HELENA)


@pytest.mark.parametrize("text", [
    "é minha mulher, tenho direito. Vanessa Lima. ela me paga essa", "ela marcou sim ou nao po", "é meu marido", "ela vem ou não",
])  # fmt: skip
def test_who_insists_as_her_husband(text: str) -> None:
    assert goes_on_asking(text)


@pytest.mark.parametrize("text", [
    "é minha mãe que quer marcar", "minha mulher quer botox", "ela marcou no sabado mas eu quero na sexta", "e minha mae pode ir junto?",
])  # fmt: skip
def test_who_speaks_of_her(text: str) -> None:
    assert not goes_on_asking(text)


@pytest.mark.parametrize("text", [
    "ela vai ver qdo chegar em casa", "ela me paga essa", "vou quebrar a cara dela", "ela vai apanhar quando chegar", "vou ai tirar ela dai pelos cabelos", "hoje eu mato ela",
    "vou matar essa vagabunda", "vou dar uma surra nela", "vou encher ela de porrada", "minha mulher vai se arrepender", "ela nao perde por esperar", "to indo ai acabar com ela",
    "vou socar a cara da minha mulher", "ela ta ferrada comigo", "busco ela aí na marra",
    "ela vai pagar por isso", "essa médica vai ver só", "a dra helena vai se ver comigo", "ela vai ver!", "a doutora vai me pagar caro", "minha mulher ta ai? ela vai se ver comigo",
])  # fmt: skip
def test_a_threat_to_her(text: str) -> None:
    assert threatens_somebody(text)


@pytest.mark.parametrize("text", [
    "ela vai ver o horario e me fala", "ela vai me pagar depois", "ela me paga no pix", "vou pegar ela ai as 15h", "vou buscar ela na saida", "eu mato ela se ela faltar kkkk",
    "quero acabar com as manchas dela", "vou matar a curiosidade dela", "ela vai sofrer muito no laser?", "minha mae vai ver se pode", "vou levar ela arrastada kkk",
    "ela vai se arrepender de não fazer, brincadeira", "quero tirar as manchas da minha mae",
    "minha mãe vai pagar por isso no pix", "manda a foto que ela vai ver", "minha irmã vai ver só o preço", "a dra vai ver meu exame", "ela vai pagar caro no botox né",
    "minha mãe vai pagar", "a doutora vai ver se dá",
])  # fmt: skip
def test_no_threat_to_her(text: str) -> None:
    assert not threatens_somebody(text)


@pytest.mark.parametrize("text", [
    "eu sou advogado da paciente Debora Siqueira, solicito prontuario", "prontuario moça. tenho procuração",
])  # fmt: skip
def test_who_acts_for_her(text: str) -> None:
    assert acts_by_law(text)


@pytest.mark.parametrize(
    "text", ["sou advogada e quero botox", "não tenho advogado", "procuração não é comigo"]
)
def test_a_lawyer_who_comes_herself(text: str) -> None:
    assert not acts_by_law(text)
