"""Which fact of the clinic is asked for, where one row or one rule answers it: how long, who, what is cheaper, what of the deposit.

Each is a nuance that flows may name as a command (`anna.commands.FURTHER_COMMANDS`); the intents of the contract stay as they are.
"""

from __future__ import annotations

from collections.abc import Container
from functools import cache

from anna.commands import Nuance, RuleHit
from anna.conversation.understanding.intents.fact_words import DEFINES, FAMILIES, ROWS, SUFFERS, TREATS
from anna.conversation.understanding.text.line import Line
from anna.conversation.understanding.text.wordings import Wordings

# What makes it another question after all.
_ELSE: tuple[tuple[Nuance, str], ...] = (
    # how long something shows, aches or takes to get there is no length of a sitting
    (Nuance.ASKS_DURATION, """
expediente|funcionamento|clinica|promoc*|oferta|desconto|plantao
voces|ai|ela|ele|doutor*|dr|dra +que_h|ate_que_h termina|acaba|termina_o|fecha
estorn*|reembols*|devolu*|efeito|efeitos|resultado|resultados|aparec*|recupera*|cicatri*|desinch*|sum*|passa|passar|volta|voltar|ver|vej*|cheg*|respond*|atender|cair
roxo|roxa|roxos|roxas|inch*|vermelh*|doer|dor|anestesi*|entre|sarar|absorv*|confirm*|entreg*|metro|onibus
"""),
    # who has it done, not who does it
    (Nuance.ASKS_WHO, """
quem ?ja faz|fez ... pode|precisa|tem_que|consegue|sente|fica|ganha|leva|paga
"""),
    (Nuance.ASKS_FREE, """
outro|outra|outros|outras|promo*|descont*|estacion*|emprego|carro|retorno_do|resultado
tem que|de ir|chegar|estar|vir|sair|comer|tomar
"""),
    # the clinic's own price is haggled over, no other procedure is asked for
    (Nuance.ASKS_CHEAPER, """
faz|fazem|faria*|deixa*|consegue*|parcel*|pix|avista|a_vista
!qual|deles|delas|2 sai|fica
"""),
    # of her own body, or of what was done to it already: a person answers
    (Nuance.ASKS_CARE, """
gravid*|gestant*|amament*|lactant*|alerg*|diabet*|pressao|hipertens*|cancer|quimio*|herpes|marcapasso|queloide|rosacea|melasma|lupus|anticoagulant*|remedio*|roacutan|antibiotic*
tenho !que|de|medo|muito_medo|pavor|panico|muito_panico|duvida
tomo|uso|sinto|sentindo|senti|doendo|doeu|fiz|apliquei|coloquei|ontem|anteontem|operei|operada|menor|filha|filho|anos
minha|meu|minhas|meus|to|estou|cabeca|barriga|inchad*|roxo|roxa|infeccion*|febre|pus
contra_indic*|risco*|perig*|seguro
"""),
    # of her own body, or of how long something goes on
    (Nuance.ASKS_AGE, """
gravid*|gestant*|amament*|lactant*|alerg*|diabet*|pressao|hipertens*|cancer|quimio*|herpes|marcapasso|queloide|lupus|anticoagulant*|remedio*|roacutan|antibiotic*|cirurgia|operou|operei|avc|infarto|coracao
contra_indic*|risco*|perig*|seguro|faz_mal|doenca*|problema_de|problemas_de|toma|tomo|sofre
experiencia|formad*|dura|duram|efeito|atras|garantia|voces_existem|clinica_tem|clinica_existe|voces_tem_de
levar|acompanhar|entrar|comigo|junto|esperar|pagar|remarcar|cancelar
"""),
    # somebody else's, or one who is named already
    (Nuance.ASKS_DOCTOR, """
minha|meu|outra|outro dermatologista|dermato|medica|medico
quem|qual|que_dia|disse|falou|receitou|passou|indicou|mandou
"""),
    # what is no person
    (Nuance.ASKS_DOES, """
a|o|da|do clinica|casa|lugar|espaco|salao|convenio|plano|procedimento|tratamento|aparelho|maquina|produto|creme|paciente|cliente|pessoa|gente|sinal|minha|meu|laser|acido|pix|pagamento|senhora|senhor|moca|menina
"""),
    # of another kind
    (Nuance.ASKS_DEPOSIT, """
sinal de|vermelho|fechado|aqui|wifi|celular
entrada pra|para|pro|pela|pelo|separada|de_carro|de_servico|acessivel|da_frente|dos_fundos|na|no
"""),
    # of her own people, and who has not promised
    (Nuance.CLAIMS_PROMISE, """
marido|mulher|esposa|esposo|namorado|namorada|filho|filha|mae|pai|irma|irmao|sogra|sogro|amiga|amigo|patrao|chefe|cunhada|cunhado ..3 garantiu|garantiram|prometeu|prometeram|jurou|juraram|assegurou|asseguraram|disse|disseram|falou|falaram|informou|deixou|combinou|combinei|acertou
nao|nunca|ninguem ..2 garantiu|garantiram|prometeu|prometeram|jurou|juraram|assegurou|asseguraram|disse|disseram|falou|falaram|informou|deixou|combinou|combinei|acertou
"""),
    # money is wanted back, or one is needed at all: not asked whether it comes back
    (Nuance.ASKS_REFUND, """
tem ?algum ?um ?o sinal|deposito|entrada !de_volta|volta
exijo|cade|ainda_nao|golpe|procon
quero !desistir|cancelar|desmarcar|saber|mais
devolve|devolver|devolvem ?o meu
nao devolv*|receb*
ja cancelei
!se|caso|eu|que ja paguei
"""),
    # something in particular is asked, or of something else
    (Nuance.ASKS_ABOUT, """
preco*|valor*|quanto|custa|vaga|vagas|agenda|disponi*|horario|horarios|efeito|efeitos|risco*|doi|doer|dor|parcel*|endereco|onde|localiza*|estacion*|cuidado*
contra_indic*|promoc*|descont*|cancel*|remarc*|desmarc*|meu_dados|meus_dados|curriculo|emprego|parceria|pagamento|reembolso|sinal|prontuario|resultado*|promet*
minha|minhas consulta|consultas|sess*
meu horario|cadastro|procedimento
voces tem|sabem|guardam
outro|outros paciente|pacientes
ela|ele|dele|dela
"""),
    # another's advice, or of other things than a treatment
    (Nuance.ASKS_ADVICE, """
marca|horario|horarios|dia|dias|profissiona*|doutor*|dr|dra|remedio*|pomada*|creme*|protetor|produto*|hotel|restaurante|comer|tomar|passar_em_casa|usar
"""),
    (Nuance.ASKS_GUARANTEE, """
meu|minha|a|o ?meu horario|vaga|reserva|lugar|data ?ja ?ainda ta|esta|ficou|fica garantid*
^ +e|entao|ja|ai|,|paguei|pronto|oi|agora|. ta|esta|fica|ficou ?ja garantid* ?ne ?entao ?ja ?agora ?
paguei|pago ... garantid*
garant* +o|a|meu|minha|esse|essa|um|uma|logo|ja vaga|horario|lugar|reserva|data|h|consulta|preco|desconto|promoc*
"""),
)  # fmt: skip

_AMOUNT = r"(?:r \$ |r\$ ?|rs )?(?:\d{2,5}|_+)(?! ?(?:h|horas?|dias?|min\w*|vez\w*|x|ml|pessoas?|anos|sess\w+|de (?:jan|fev|mar|abr|mai|jun|jul|ago|set|out|nov|dez))\b)"
_THREE = (
    r"(?:r \$ |r\$ ?|rs )?\d{3,4}(?! ?(?:h\b|:|/|-|\d|dias?|min\w*|pessoas?|anos|seguidores|curtidas|fotos))"
)
_CLAIMS_PRICE = rf"\b(?:instagram|insta|site|post|anuncio|stories|story|face|facebook|propaganda)\b(?: (?!\d|as\b|dia\b|n\b|numero\b)\w+){{0,4}} {_THREE}|\bvi (?:por |a )?{_THREE} (?:reais )?(?:no|na|em) (?:instagram|insta|site|post|anuncio|stories|story|face|facebook|propaganda)\b|\b(?:promet\w+|fal(?:ou|aram)|diss\w+|inform(?:ou|aram)|combin\w+|anunci\w+|instagram|insta|site|post|tabela|marca\w*|agend\w+|reserv\w+|fech\w+|quero|queria|faco)\b(?: (?!faz|volta)\w+){{0,6}} (?:(?:por|que era|que e|que custa\w*|que sai\w*|que fica\w*|tava|estava|era) {_AMOUNT}|(?:e|era|sai|seria|sao) (?:de graca|gratis|gratuit\w+|cortesia))"

# "fechado 690 né?", "então no dia pago 540": of what is under way; what may be an hour ("fica 1430") is one
_AGREED = (
    r"\b(?:por|fechad[oa]|fechou|fica(?:ria|ndo)?|no dia (?:eu )?(?:pago|falta|acerto)|falta(?:m|ria)?|total (?:e|de|fica)|pago so|cobra\w*)(?: (?:em|por|de|so|mais|os|uns|eu|entao))* (?:r ?\$ ?)?"
    r"(?!(?:[7-9]|1\d|20)(?:00|15|30|45)\b(?! ?(?:reais|contos?|pila)))[1-9]\d{2,3}(?: ?(?:reais|conto|contos|pila))?(?= *(?:$|[.,!?]|ne\b|certo\b|entao\b|mesmo\b|no total|no dia|a vista|no pix))"
)

# beside a procedure a sum is what somebody thinks that it costs, or would pay: "botox sexta, 500 né?", "bota 500 no botox"
_SUM = (
    r"\b(?<!\bn )(?<!numero )(?<!dia )(?<!final )(?<!ano )(?<!ate )(?<!quase )(?<!as )(?<![/:.-] )(?<![/:.-])"
    r"(?:\d{3,4}(?! ?(?:h\b|:|/|-|\d|mil\b|dias?|min\w*|vezes|x\b|ml|mg|g\b|kg|cal\w*|pessoas?|anos|unidades?|km|m\b|metros?|,\d|\.\d))"
    r"|\d{2,5} (?:reais|real|conto|contos|pila|pilas)\b|(?:duzent|trezent|quatrocent|quinhent|seiscent|setecent|oitocent|novecent)os\b)"
)
_NO_SUM = (
    r"\b\d{2,5}(?: reais| contos?)? (?:e|ta|acho|achei)(?: \w+)? (?:car|salgad|puxad)\w+|"
    r"\b(?:rua|avenida|av|moro|endereco|cep|cpf|rg|senha|codigo|protocolo|apto|apartamento|sala|quarteirao)\b"
)


@cache
def wordings() -> Wordings:
    """The wordings of each fact that is asked for."""
    return Wordings(FAMILIES, [text for _, text in ROWS])


@cache
def exceptions() -> Wordings:
    """What makes each of them another question."""
    return Wordings({}, [text for _, text in _ELSE])


def read_facts_asked(
    line: Line, *, named: bool, advised: bool, asked_what: bool = False
) -> tuple[frozenset[Nuance], tuple[RuleHit, ...]]:
    """The facts that are asked for, and the rules that saw them; `named` is whether a procedure is, `advised` whether the clinic gives advice,
    `asked_what` whether it has just asked what is wanted."""
    possible = wordings().possible(line.norm)
    seen = {
        nuance: span
        for row, (nuance, _) in enumerate(ROWS)
        if row in possible and (span := wordings().find(row, line.norm))
    }
    for row, (nuance, _) in enumerate(_ELSE):
        if nuance in seen and exceptions().find(row, line.norm):
            del seen[nuance]
    suffers = seen.pop(SUFFERS, None)
    treats = seen.pop(TREATS, None) or (suffers if asked_what else None)
    if treats and not named:
        seen[Nuance.ASKS_ADVICE] = treats
    defines = seen.pop(DEFINES, None)
    if defines and named:
        seen[Nuance.ASKS_ABOUT] = defines
    for other in _not_asked(seen, named=named, advised=advised):
        seen.pop(other, None)
    if Nuance.ASKS_ADVICE in seen or len(seen) > 1:
        seen.pop(Nuance.ASKS_ABOUT, None)  # whoever asks something in particular
    claimed = (
        line.find(_CLAIMS_PRICE)
        or (None if Nuance.CLAIMS_PROMISE in seen else line.find(_AGREED))
        or (line.find(_SUM) if named and not line.find(_NO_SUM) else None)
    )
    if claimed:
        seen[Nuance.CLAIMS_PRICE] = claimed.span()
        seen.pop(Nuance.CLAIMS_PROMISE, None)
    if Nuance.CLAIMS_PROMISE in seen:  # what was promised is told, and not asked about
        for asked in (Nuance.ASKS_GUARANTEE, Nuance.ASKS_DEPOSIT, Nuance.ASKS_REFUND):
            seen.pop(asked, None)
    hits = tuple(line.hit("facts_asked", *span, str(nuance)) for nuance, span in seen.items())
    return frozenset(Nuance(nuance) for nuance in seen), hits


def _not_asked(seen: Container[str], *, named: bool, advised: bool) -> set[Nuance]:
    """What only looks asked for where a procedure is named ("o que o botox faz?"), no advice is given, or the same is asked as of a doctor."""
    found = set() if advised else {Nuance.ASKS_ADVICE, Nuance.ASKS_DOCTOR}
    found |= {Nuance.ASKS_DOES, Nuance.ASKS_DOCTOR} if named else set()
    return found | ({Nuance.ASKS_ADVICE} if Nuance.ASKS_DOCTOR in seen else set())
