"""Which fact of the clinic is asked for, and what only looks like such a question."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from anna.commands import Intent, Nuance, Safety
from anna.conversation.understanding.catalogue import EVALUATION
from anna.conversation.understanding.offline import OfflineUnderstander
from anna.conversation.understanding.port import Context, State

CONTEXT = Context(reference_time=datetime(2026, 11, 25, 17, 12, tzinfo=UTC))

ASKED = {
    Nuance.ASKS_DURATION: [
        "quanto tempo demora a limpeza de pele?", "quanto tempo dura a sessão?", "qual a duração da sessão?", "demora muito?",
        "quantas horas leva?", "demora quanto tempo", "demora muito", "leva quanto tempo mais ou menos", "é rapidinho?", "quanto tempo é a consulta?", "how long does it take?", "¿cuánto dura la sesión?",
    ],
    Nuance.ASKS_WHO: [
        "quais médicos atendem aí?", "nomes dos médicos", "me passa o nome dos profissionais", "quem são as doutoras da clínica?", "que médicos trabalham aí?", "lista dos médicos",
        "quem faz?", "quem avalia?", "ela é medica?", "ele é médico mesmo?", "a dra é dermatologista?", "quem que faz, é médica?", "quem vai me atender?", "com quem é?", "qual profissional atende?", "é a doutora que aplica?",
        "é a Helena que faz?", "é médica?", "quem aplica o botox?", "who does it?", "¿quién lo hace?",
    ],
    Nuance.ASKS_FREE: [
        "quando tem vaga?", "quando vocês têm horário?", "qual o próximo horário livre?", "tem vaga pra quando?", "quais horários vcs tem?",
        "que dia vocês tem?", "quais dias tem disponível?", "o que vocês têm de horário?", "sexta q hrs ele tem", "que horas vc tem sexta?", "que horários a Dra. Helena tem?",
    ],
    Nuance.ASKS_CHEAPER: [
        "tem algo mais em conta?", "tem opção mais barata?", "não tem um mais baratinho?", "qual o procedimento mais barato?",
        "tem outro menos caro?", "peeling ou limpeza, qual sai mais barato?", "is there anything cheaper?", "o que tem de mais barato?", "quanto custa o mais barato?", "tem algo até 200 reais?",
    ],
    Nuance.ASKS_LATENESS: ["qual a tolerância de atraso?", "atraso de quantos minutos vocês toleram?", "perco a vaga se eu me atrasar?", "posso atrasar 10 min?", "e se eu me atrasar?", "se eu chegar uns minutos atrasada?"],
    Nuance.ASKS_REFUND: [
        "recebo meu sinal de volta?", "se eu cancelar pago multa?", "perco o sinal se desmarcar?", "vcs devolvem o sinal?",
        "o sinal é devolvido se eu cancelar?", "vcs devolvem se eu faltar?", "tem reembolso?", "do I get my deposit back?",
    ],
    Nuance.ASKS_DEPOSIT: [
        "porque que tem que pagar antes eu nunca vi isso", "por que cobram sinal?", "pra que esse sinal?", "nunca vi pagar antes", "vou pagar só amanha", "só pago amanhã",
        "tem que pagar antes?", "a avaliação precisa de sinal", "sim ou não? tem sinal na avaliação?", "paga antes ou na hora?", "precisa pagar pra marcar?",
        "posso pagar no dia?", "vou pagar no dia pode?", "pode acertar na hora?", "o pagamento é no dia?", "quando eu pago?", "paga quando?", "pago quanto agora", "quanto eu pago hoje", "é só isso? pago quanto pra reservar", "ela paga na hora ou tem q pagar antes",
        "sinal é obrigatório?", "vcs cobram sinal?", "precisa de entrada?", "botox precisa pagar adiantado?", "eu pago agora ou no dia?", "não tem sinal né?",
    ],
    Nuance.ASKS_AGE: [
        "tem q idade? tenho 19", "a partir de quantos anos pode fazer?", "qual a idade mínima?", "tem limite de idade?", "tenho 19, posso?",
        "minha mãe de 82 anos, botox pode?", "com 70 anos ainda pode?", "fazem em pessoa de 80 anos?",
    ],
    Nuance.SAYS_PAID: ["Pago.", "pronto, pago", "já tá pago", "já paguei o sinal", "ele pagou agora", "meu marido já pagou", "minha mãe fez o pix", "meu pai acabou de pagar"],
    Nuance.ASKS_GUARANTEE: ["o botox tem garantia?", "vcs garantem o resultado?", "me garante que vou ficar sem ruga", "e se eu nao gostar?", "e se não ficar bom?"],
    Nuance.ASKS_ABOUT: [
        "tenho interesse, queria mais informações", "queria saber mais sobre o preenchimento", "como funciona a limpeza?", "me fala do botox",
        "gostaria de saber mais", "o que é microagulhamento?", "pra que serve o peeling?", "sobre laser", "me passa as infos do ultraformer",
    ],
    Nuance.ASKS_ADVICE: [
        "o que voces tem pra rosto flacido", "o que vcs fazem pra quem tem melasma?", "vocês têm o quê? ai tem tratamento pra celulite?",
        "o que vcs indicam pra olheira?", "qual o melhor tratamento pra flacidez?", "queria tirar umas manchas do rosto", "tem algo pra celulite?",
        "o que é bom pra espinha?", "quero amenizar minhas estrias", "marcar consulta com a doutora pra ver umas mancha que apareceu no meu rosto",
        "queria que a doutora olhasse minha pele", "queria tirar umas pintinhas do rosto", "queria marca um horario pra tirar umas manchinha do rosto", "quero tirar uma verruga", "queria ver essas estrias",
        "tenho muita celulite queria resolver", "quero dar um jeito nas rugas", "quero tirar um sinal das costas", "to com flacidez na barriga",
        "minha papada me incomoda muito", "to querendo da um up no rosto pra formatura", "queria dar uma melhorada na pele", "meu rosto ta muito cansado","tenho umas manchas q queria tirar", "quero um procedimento pra papada", "queria me livrar das rugas",
    ],
    Nuance.ASKS_AREA: ["180 é qual parte do corpo?", "é por área?", "vale pra qual região?", "e axila?", "e nas costas?", "e axila e virilha?", "é o corpo todo?", "nossa mas é testa e pé de galinha tudo junto?", "pega o rosto todo?", "esse valor é pra testa toda?"],
    Nuance.ASKS_CARE: [
        "dói?", "doi muito", "o botox dói?", "tem anestesia?", "quanto tempo dura o efeito do botox?", "o resultado dura quanto?",
        "que cuidados tenho que ter depois do peeling?", "precisa de algum cuidado depois?",
    ],
    Nuance.ASKS_DOCTOR: [
        "tem dermatologista?", "tem dermatologista", "manchas no rosto, tem doutora?", "oi vcs tem medica ai?", "tem dermato pra ver uma mancha?",
        "to com manchas no rosto tem dra q olha?", "vcs tem dermatologista na clinica?", "tem medico formado?", "tem uma médica de pele?", "aí tem doutor?",
    ],
    Nuance.ASKS_DOES: [
        "o q a Camila faz?", "o que a dra helena faz?", "a camila faz o que", "quais procedimentos o dr otavio atende?", "com o que a camila trabalha?",
        "qual a especialidade da dra helena?", "oq a Dra. Helena atende", "e o dr. otavio faz o que?", "quais sao as especialidades do dr otavio?",
        "que tratamentos a helena faz?", "oi a dra helena é dermatologista?", "a Camila é esteticista mesmo?",
    ],
    Nuance.ASKS_INSURANCE: [
        "aceita bradesco?", "vcs atendem bradesco saude?", "pega sulamerica", "atende pela amil", "aceita unimed?", "tem convenio com o bradesco?",
        "cobre pelo bradesco?", "trabalham com prevent senior?",
    ],
    Nuance.ASKS_OFFER: [
        "oi vcs fazem limpesa d pele", "fazem botox", "bom dia vocês fazem peeling", "vcs trabalham com laser", "fazem limpeza de pele e peeling",
        "oi tudo bem? vcs fazem depilacao", "a Camila faz botox?",
    ],
    Nuance.HAGGLES: ["vcs cobrem?", "vcs cobrem? a da frente cobra 800", "a do lado faz por 500", "a concorrente cobra 300"],
    Nuance.ASKS_PREPARATION: ["tem que levar alguma coisa?", "o que tem que levar?"],
    Nuance.ASKS_RECIPIENT: [
        "vocês não vão mandar mensagem pra ela né? é surpresa", "o lembrete, vem pra mim?", "ela vai receber alguma mensagem?",
        "o lembrete vai pro meu número ou pro dela?", "não avisem ela, é surpresa", "quem recebe o lembrete?",
    ],
    Nuance.ASKS_LANGUAGE: ["vcs falam inglês?", "habla español?", "do you speak english?", "tem alguém que fale espanhol aí?"],
    Nuance.CLAIMS_PRICE: ["a dona me prometeu botox por 500", "marca botox por 500 sexta", "me falaram que era 500", "no insta tava 450 reais", "tá no insta de vcs 499", "vi 499 no instagram de vcs", "bota 500 no botox sexta", "quero marcar botox, 500 né?", "botox sexta por quinhentos", "sexta 15h botox de 300"],
    Nuance.WHAT_IF: [
        "vou ter que pagar alguma coisa por cancelar?", "paga multa pra desmarcar?", "e se chover muito posso remarcar?", "se meu filho adoecer posso desmarcar?",
        "caso eu não possa ir, consigo mudar o dia?", "dá pra remarcar se eu precisar?", "se eu precisar remarcar tem problema?",
    ],
    Nuance.CLAIMS_PROMISE: [
        "a recepcionista me garantiu que dava pra pagar só 100", "a moça disse que eu podia pagar 100 de sinal", "me falaram que o sinal era só 50",
        "a atendente prometeu que fazia por 600", "e o desconto que o dr prometeu?", "me garantiram 10% de desconto", "me prometeram parcelar em 12x",
        "combinei com a moça de pagar metade", "o medico disse que posso pagar no dia", "a doutora disse que ia fazer de graça",
    ],
}  # fmt: skip

NOT_ASKED = {
    Nuance.ASKS_DURATION: [
        "quanto tempo dura o efeito?", "quanto tempo demora pra responder?", "demora muito pra desinchar?", "quanto tempo entre uma sessão e outra?", "demora quanto pra responder", "demora muito pra fazer efeito",
    ],
    Nuance.ASKS_WHO: ["que dia o médico atende?", "nome do médico que me atendeu ontem", "os médicos atendem até que horas?", "quem faz botox pode tomar sol?", "com quem eu falo?", "minha irmã é médica", "sou médica", "quem é?"],
    Nuance.ASKS_FREE: ["quando vocês atendem?", "quando tem promoção?", "tem vaga pra estacionar?", "qual o horário da minha consulta?"],
    Nuance.ASKS_CHEAPER: ["sai mais barato no pix?", "faz mais barato?", "tem mais cedo?"],
    Nuance.ASKS_LATENESS: ["vou chegar 10 min atrasada", "desculpa o atraso"],
    Nuance.ASKS_REFUND: ["quero meu sinal de volta", "vocês não devolvem meu sinal!", "cadê o reembolso?", "qual o valor do sinal?"],
    Nuance.WHAT_IF: [
        "se der eu queria remarcar pra sexta", "se possível quero remarcar", "se chover eu vou precisar remarcar", "se tiver vaga sexta posso remarcar?",
        "se não tiver vaga sexta posso mudar pra segunda?", "se vocês puderem, dá pra remarcar pra amanhã?",
    ],
    Nuance.ASKS_DEPOSIT: [
        "quanto pago sexta?", "paguei quanto agora", "pago quanto pela limpeza", "pq tenho que chegar antes?", "por que o horário de sexta sumiu?", "como pago amanhã?",
        "recebo meu sinal de volta?", "tem entrada pra cadeirante?", "tem que chegar antes?", "preciso parar remédio antes?", "tem que pagar estacionamento?",
        "qual o valor do sinal?", "tem sinal de alergia?", "não tem sinal aqui em casa", "tem horário agora?",
    ],
    Nuance.ASKS_AGE: [
        "minha mãe de 70 anos pode ir comigo?", "tenho 30 anos, quero botox", "quantos anos de clinica vcs tem?", "quantos anos dura?",
        "minha avó de 82 anos toma remedio, pode?", "tenho 45 anos e diabetes, posso?", "meu filho de 10 anos pode entrar comigo?",
    ],
    Nuance.SAYS_PAID: ["pago como?", "pago no cartão", "pago amanhã", "pago quanto?", "ela pagou 500 na outra", "quem paga é ele", "ele não pagou"],
    Nuance.GIVES_UP: ["já tentei antes e desisti na hora", "desisti da outra vez por medo"],
    Nuance.ASKS_GUARANTEE: ["quero garantir meu horário", "garante a vaga pra mim?", "meu horário tá garantido?", "tá garantido?", "se não gostar do horário eu aviso", "se eu não puder ir?"],
    Nuance.ASKS_ABOUT: [
        "queria saber o preço do botox", "quero saber sobre a minha consulta", "como funciona o pagamento?", "o que é isso?", "queria saber se doi",
        "quais informações vocês têm de mim?", "o que vocês indicam?",
    ],
    Nuance.ASKS_ADVICE: [
        "quero tirar cravos", "qual o melhor dia?", "minha amiga me indicou vcs", "que horário vocês indicam?", "quero botox pra tirar as rugas",
        "qual remédio vocês indicam pra dor?", "quero tirar uma dúvida", "quero resolver o sinal", "quero resolver isso", "dá um toque quando abrir vaga", "to cansada de esperar", "quero ficar bonita pra ele",
        "to com papada inchada depois do preenchimento", "minha pele ta ardendo queria resolver", "quero resolver um problema com meu pagamento",
    ],
    Nuance.ASKS_AREA: ["qual a região de vocês?", "quero axila sexta", "e na perna demora?", "axila", "quanto é a depilação?"],
    Nuance.ASKS_CARE: [
        "tá doendo muito", "tenho melasma, dói?", "to grávida, dói?", "fiz ontem e dói", "tô com dor de cabeça, posso ir?", "amamentando pode? dói?",
        "quanto tempo dura a sessão?", "tem contraindicação?",
    ],
    Nuance.ASKS_DOCTOR: [
        "tem doutora que aplica botox?", "tem doutora helena amanhã?", "minha dermato indicou vocês", "o que a doutora falou?", "quem é a doutora?",
        "quero falar com a doutora", "tem consulta com a minha medica?", "meu dermato passou um creme e melhorou", "qual doutora tem sexta?",
        "a doutora disse que tem que voltar",
    ],
    Nuance.ASKS_DOES: [
        "o que a clinica faz?", "o que o botox faz?", "o que a minha mãe faz?", "o que o plano cobre?", "o que a senhora faz?", "o que eu faço?",
        "o que a dra falou?", "a moça faz o que?", "o que o laser faz?", "a minha irmã é médica", "a clinica é médica?", "qual a especialidade da clinica?",
    ],
    Nuance.ASKS_INSURANCE: [
        "aceita o cartão do bradesco?", "é perto do bradesco?", "faço o pix no bradesco?", "o bradesco diz que saiu o pix", "fica na frente da caixa?",
        "aceita pix da caixa?", "aceita cartão porto?",
    ],
    Nuance.ASKS_OFFER: ["faz a minha sobrancelha amanha", "faz o botox da minha mãe", "quero botox", "fiz botox ai", "vocês fazem o que?"],
    Nuance.HAGGLES: ["vcs cobrem convênio?", "vocês cobram avaliação?", "o plano cobre?", "fica na frente do banco 24h?"],
    Nuance.ASKS_PREPARATION: ["posso levar minha mãe?", "tem que marcar hora?"],
    Nuance.ASKS_RECIPIENT: ["o lembrete vem que horas?", "vocês vão mandar o endereço pra mim?", "ela vai gostar da mensagem", "não falei com ela ainda"],
    Nuance.ASKS_LANGUAGE: ["vocês atendem sábado?", "vcs falam com meu marido?"],
    Nuance.CLAIMS_PROMISE: [
        "meu marido prometeu pagar", "ninguem me falou que tinha sinal", "prometo que pago amanhã", "a dra me garantiu que ia ficar bom",
        "vocês garantem o resultado?", "a recepcionista garantiu que tinha vaga sexta", "dá pra parcelar?", "tem desconto?", "a dona me prometeu botox por 500",
    ],
    Nuance.CLAIMS_PRICE: ["quero botox por volta das 10", "me falaram que era dia 15", "vi no insta que abre as 10h", "marca por 60 min", "disse que era 15h", "quanto é o botox?"],
}  # fmt: skip


def _nuances(text: str, state: State = State.NONE) -> frozenset[Nuance]:
    return (
        OfflineUnderstander()
        .understand(text, Context(reference_time=CONTEXT.reference_time, state=state))
        .nuances
    )


@pytest.mark.parametrize(
    ("nuance", "text"), [(nuance, text) for nuance, texts in ASKED.items() for text in texts]
)
def test_a_fact_that_is_asked_for_is_heard(nuance: Nuance, text: str) -> None:
    assert nuance in _nuances(text)


@pytest.mark.parametrize(
    ("nuance", "text"), [(nuance, text) for nuance, texts in NOT_ASKED.items() for text in texts]
)
def test_what_only_looks_like_it_is_not(nuance: Nuance, text: str) -> None:
    assert nuance not in _nuances(text)


@pytest.mark.parametrize(
    "text",
    [
        "e a consulta quanto é?", "quanto é a consulta com dermatologista", "qual o valor da consulta", "quanto custa a primeira consulta?",
        "quanto é uma consulta com a dra helena", "preço consulta", "valor das consultas?", "quanto vcs cobram a consulta?", "queria passar com o dermatologista",
        "quero marcar com a dermatologista",
    ],
)  # fmt: skip
def test_a_consultation_is_the_evaluation(text: str) -> None:
    assert OfflineUnderstander().understand(text, CONTEXT).procedure == (EVALUATION,)


@pytest.mark.parametrize(
    "text",
    [
        "quanto foi a minha consulta?", "qual preço da consulta do botox", "quanto tempo dura a consulta?", "queria marcar uma consulta",
        "quanto pago pra remarcar a consulta", "quanto é essa consulta que marquei?", "posso levar acompanhante na consulta?", "quero cancelar a consulta",
        "quero falar com a dermatologista", "minha dermatologista cobra quanto?",
    ],
)  # fmt: skip
def test_of_another_consultation_nothing_is_taken_for_it(text: str) -> None:
    assert EVALUATION not in OfflineUnderstander().understand(text, CONTEXT).procedure


def test_the_price_of_a_consultation_is_that_of_what_is_under_way() -> None:
    under_way = Context(reference_time=CONTEXT.reference_time, under_way=("botox",))
    assert OfflineUnderstander().understand("quanto é a consulta?", under_way).procedure == ()


def test_another_day_is_asked_about_as_the_first_was() -> None:
    asked = Context(reference_time=CONTEXT.reference_time, asked=frozenset({Intent.HOURS}))
    for text in ("e terça?", "e no dia 31?", "e dia 1 de janeiro?", "e domingo?"):
        assert OfflineUnderstander().understand(text, asked).intents == {Intent.HOURS}
    for text in ("e terça às 10", "e dá pra marcar terça?", "e o botox?"):
        assert OfflineUnderstander().understand(text, asked).intents != {Intent.HOURS}


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hi, do you speak English?", {Nuance.ENGLISH}),
        ("I'd like to book for friday", {Nuance.ENGLISH}),
        ("hola buenos dias, cuanto cuesta el relleno de labios?", {Nuance.SPANISH}),
        ("quiero una cita para el viernes", {Nuance.SPANISH}),
        ("hello, quero botox sexta, thanks", set()),
        ("gracias!", set()),
        ("la segunda", set()),
        ("quero o peeling da black friday", set()),
        ("bom dia, quanto é o botox?", set()),
    ],
)
def test_a_language_is_told_by_two_of_its_own_words(text: str, language: set[Nuance]) -> None:
    assert _nuances(text) & {Nuance.ENGLISH, Nuance.SPANISH} == language


@pytest.mark.parametrize(
    ("text", "safety"),
    [
        ("vcs devolvem o sinal?", None),
        ("o sinal é devolvido se eu cancelar?", None),
        ("quanto dura o efeito do botox?", None),
        ("qual a duração da sessão?", None),
        ("vocês não devolvem meu sinal!", Safety.COMPLAINT),
        ("quero meu dinheiro de volta", Safety.COMPLAINT),
    ],
)
def test_a_rule_that_is_asked_about_is_no_complaint_and_no_reaction(text: str, safety: Safety | None) -> None:
    assert OfflineUnderstander().understand(text, CONTEXT).safety is safety


@pytest.mark.parametrize(
    "text",
    ["e o design de sobrancelha?", "e a extensão de cílios?", "e o bioestimulador?", "e o skinbooster?"],
)
def test_a_procedure_that_is_asked_about_is_nobodys_name(text: str) -> None:
    asked = Context(reference_time=CONTEXT.reference_time, asked=frozenset({Intent.PRICE}))
    reading = OfflineUnderstander().understand(text, asked)
    assert reading.name is None
    assert reading.intents == {Intent.PRICE}


@pytest.mark.parametrize(
    ("text", "procedure", "human"),
    [
        ("que dia tem pra eu ir conversar com a doutora so conversar primeiro", ("avaliacao",), False),
        ("quero botox mas queria ir ai conversar com a doutora antes", ("avaliacao",), False),
        ("queria marcar um horário só pra tirar dúvidas com a médica", ("avaliacao",), False),
        ("quero falar com a doutora", (), True),
        ("preciso falar com a doutora antes de marcar", (), True),
    ],
)
def test_a_talk_before_anything_is_done_is_an_evaluation(
    text: str, procedure: tuple[str, ...], human: bool
) -> None:
    reading = OfflineUnderstander().understand(text, CONTEXT)
    assert (reading.procedure, reading.human) == (procedure, human)


def test_a_trouble_asks_for_advice_only_where_it_was_asked_what_is_wanted() -> None:
    assert Nuance.ASKS_ADVICE in _nuances("to com muita espinha", State.ASK_PROCEDURE)
    assert Nuance.ASKS_ADVICE not in _nuances("to com umas manchas")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("nao quero encher o saco, mas quanto é mesmo?", False),
        ("não quero incomodar vocês, mas que horas fecha?", False),
        ("não quero que fiquem me enchendo o saco", True),
        ("não quero ser incomodada", True),
        ("para de encher o saco", True),
    ],
)
def test_who_excuses_herself_for_asking_leaves_no_list(text: str, left: bool) -> None:
    assert OfflineUnderstander().understand(text, CONTEXT).optout is left


@pytest.mark.parametrize("state", [State.NONE, State.ASK_WHEN])
@pytest.mark.parametrize(
    "text",
    [
        "eu marquei ai dia trinta as tres da tarde não lembro se era trinta ou primeiro, pode ver pra mim",
        "marquei com vcs sexta, pode ver pra mim?",
        "mas eu marquei sim, confere ai",
        "marquei pra quinta, nao recebi confirmacao",
    ],
)
def test_a_booking_that_is_half_forgotten_is_looked_up_and_not_made(text: str, state: State) -> None:
    reading = OfflineUnderstander().understand(
        text, Context(reference_time=CONTEXT.reference_time, state=state)
    )
    assert reading.intents == {Intent.CHECK_APPOINTMENT}
    assert reading.when is None


@pytest.mark.parametrize(
    "text",
    [
        "marquei mas nao sei se vou conseguir ir",
        "quero marcar sexta, pode ver pra mim?",
        "não recebi a promoção, quero marcar",
        "marquei e recebi a confirmação, obrigada",
    ],
)
def test_a_booking_that_is_remembered_is_not_looked_up(text: str) -> None:
    assert Intent.CHECK_APPOINTMENT not in OfflineUnderstander().understand(text, CONTEXT).intents
