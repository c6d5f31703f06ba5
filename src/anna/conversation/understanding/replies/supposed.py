"""What only sounds like a wish or a medical question: cancelling that is asked about, and leave to come that is asked for."""

from __future__ import annotations

from anna.commands import Intent, YesNo
from anna.conversation.understanding.findings import Findings

# What is cancelled is no consulta: "vou cancelar meu plano de saúde".
_OTHER_THINGS = (
    r"\b(?:cancel|desmarc|desist)\w* (?:d[aeo] )?(?:o |a |os |as )?(?:meu |minha |meus |minhas |nosso |nossa )?(?:plano|cartao|assinatura|internet|netflix|academia|viagem|voo|compromisso|reuniao|aula|festa|conta|pix|boleto|"
    r"compra|pedido|celular|linha|seguro|matricula|curso|convenio|unimed|dentista|medico|terapia|casamento|churrasco|jantar|almoco|pilates)\b"
)
_IF_SO = r"\b(?:se|caso|quando)(?: (?:eu|a gente|nao|por acaso|precis\w+|tiver|que|quiser|for|puder|resolver|de|ter|voces?|chover))* (?:cancel|desmarc|desist|falt)\w*"
_UNLESS_SHE_COMES = (
    r"\b(?:cancel|desmarc)\w* (?:(?:entao|tudo|ai|so|dai) )*(?:se|caso) (?:eu )?nao (?:for|fui|vier|vir|aparecer|apareca|chegar|comparecer|pagar|va)\b"
    r"|\b(?:se|caso) (?:eu )?nao (?:for|vier|aparecer|apareca|chegar|comparecer|pagar)\b[^.!?]{0,20}\b(?:cancel|desmarc)\w*"
)
"""What is to happen one day, and nothing now: "só pago na hora, e cancela se eu não for"."""
_BY_OTHERS = r"\b(?:voces?|a clinica|a doutora|o doutor|a dra|o dr|eles|elas|a medica|o medico)(?: (?!pode|podem|consegue|conseguem|poderia|poderiam)\w+){0,2} (?:cancel|desmarc)\w*"
_KEPT_AFTER = r"\b(?:cancel\w*|desmarc\w*|desist\w*) (?:nao|num|jamais|nunca)\b(?! (?:vou|posso|consigo|da|tem|quero|precis|vai|sei))"
_RULES_OF_IT = r"\b(?:ate (?:que h|quando|quantas)|quanto tempo|com quanta|prazo|multa|taxa|cobr\w+|perco|perde\w*|devol\w+|reembols\w+|estorn\w+|politica|antecedencia|o que acontece|como funciona|pode cancelar depois|da para cancelar depois|da pra cancelar depois)\b"
_WANTS_IT = r"\b(?:quero|preciso|vou ter que|tenho que|gostaria de|queria) (?:cancel|desmarc)\w*|^\W*(?:oi |ola |bom dia |boa tarde |boa noite |por favor |, |pode )*(?:cancela|desmarca|cancele|desmarque)\b"


_OUTRIGHT = r"(?:^|[,.!;:])\W*(?:(?:pode|podem|quero|sim|isso|ok|entao|eu|,) )*(?:cancel\w*|desmarc\w*)(?: (?:sim|mesmo|por favor|entao|a|consulta|minha|tudo))* sim\b"


_WILL_NOT_PAY = r"\b(?:nao|num|nem) (?:eu )?(?:vou |quero |aceito |pretendo |irei )?pag(?:o|ar|amos)\b"
"""Why it is called off, and no question how to pay: "não pago sinal nenhum, cancela"."""


_OUGHT = r"(?:(?:devo|preciso|tenho que|tenho de|e melhor|seria melhor|e o caso de|vale a pena|eu|ja) )*(?:desmarco|cancelo|(?<=devo )(?:desmarcar|cancelar)|(?<=preciso )(?:desmarcar|cancelar)|(?<=tenho que )(?:desmarcar|cancelar)|(?<=melhor )(?:desmarcar|cancelar))\b"
_WONDERS = rf"\b(?:saber|dizer|diz|diga|fala|decidir|duvida) se {_OUGHT}|\b(?:e|sera que) {_OUGHT}(?= ?(?:\?|ou\b))|\b(?:desmarco|cancelo) ou (?:nao|vou|mantenho|deixo|da para ir)\b"
_UNDECIDED = rf"\bnao sei (?:ainda )?se {_OUGHT}"
"""Who asks whether she ought to call it off, and whoever has not made up her mind, calls nothing off: "é pra saber se desmarco"."""


def weigh_cancelling(found: Findings) -> None:
    """Take out a wish to cancel that is only asked about, supposed or refused."""
    if Intent.CANCEL not in found.intents or Intent.WAITLIST in found.intents:
        return
    if found.line.find(_OUTRIGHT) and not found.question:
        found.spoken = YesNo.NO  # "cancela sim": she will not come
    if Intent.PAYMENT in found.intents and found.line.find(_WILL_NOT_PAY):
        found.intents.discard(Intent.PAYMENT)
    if found.line.find(r"\bnao (?:quero |precisa |e pra |vou )?(?:cancel|desmarc)\w+"):
        found.intents.discard(Intent.CANCEL)
    elif found.line.find(_UNDECIDED) or found.line.find(_WONDERS):
        found.intents.discard(Intent.CANCEL)
        if found.line.find(_WONDERS):
            found.intents.add(Intent.MEDICAL_QUESTION)
        if found.line.find(r"\b(?:marcad|agendad|reservad)[ao]\b"):
            found.when = None  # the day of what stands already
        found.spoken = None
    elif _only_speaks_of_cancelling(found):
        found.intents.discard(Intent.CANCEL)
        if found.question:
            # "até que horas posso cancelar?" asks for the rule, and for no hour of its own
            found.intents -= {Intent.HOURS, Intent.AVAILABILITY, Intent.MEDICAL_QUESTION}
            found.intents.add(Intent.INFO)


# "queria marcar o peeling, hoje eu não consigo mais": who begins with a wish says of a day why it is not that one
_FIRST_WISHES = r"\b(?:quer(?:o|ia|endo)|gostaria de|preciso(?: muito)?(?: de)?) (?:marcar|agendar|fazer)\b.*?\bnao (?:vou )?(?:consigo|posso|da|poder|conseguir)\b"
_CALLS_OFF = r"\b(?:cancel|desmarc|desist|remarc)\w*|\b(?:minha|meu) (?:consulta|sessao|horario|h|agendamento|reserva)\b|\bconta comigo\b"
_THEY_DO_NOT = r"\b(?:voces?|a clinica|ai|la) nao (?:abr|atend|funciona|trabalha)\w*"


def weigh_told(found: Findings) -> None:
    """Take out, beside a wish to book, what is only told as a reason for its day: that she cannot come on another, that the clinic is closed."""
    if not found.procedure or not found.wishes_when or found.question:
        return
    if Intent.CANCEL in found.intents and found.line.find(_FIRST_WISHES) and not found.line.find(_CALLS_OFF):
        found.intents.discard(Intent.CANCEL)
    if Intent.HOURS in found.intents and found.line.find(_THEY_DO_NOT):
        found.intents.discard(Intent.HOURS)


def _only_speaks_of_cancelling(found: Findings) -> bool:
    """Whether cancelling is asked about, supposed, refused, or of something else: nothing is to be cancelled then."""
    line = found.line
    if line.find(_KEPT_AFTER) or line.find(_OTHER_THINGS) or line.find(_UNLESS_SHE_COMES):
        return True
    if line.find(_WANTS_IT) or not found.question:
        return False
    return any(line.find(pattern) for pattern in (_IF_SO, _BY_OTHERS, _RULES_OF_IT))


# "posso ir sexta?", "posso fazer limpeza amanhã?": leave that only the agenda gives.
_LEAVE = r"\b(?:posso|podemos|podia|poderia|pode|consigo|da (?:para|pra))(?: (?:eu|a gente|ja|ai|so|tambem|ainda|minha \w+|meu \w+))* (?:ir|vir|fazer|passar|chegar|aparecer|marcar|levar|trazer|dar um pulo|dar uma passada)\b"
# With these a person's health is in it: body, medicine, what is done before and after a treatment, two at once.
_HEALTH = (
    r"\b(?:depois|apos|pos|antes|durante|mesmo dia|mesma sessao|junt[ao]s?|intervalo|de novo|novamente|sol|praia|piscina|mar|bronze\w*|academia|malh\w+|trein\w+|exercicio\w*|corr(?:er|o)|beb\w+|alcool\w*|cerveja|vinho|fum\w+|"
    r"dirig\w+|maquia\w+|menstru\w+|gravid\w*|gestant\w*|gesta\w*|amament\w+|lact\w+|remedio\w*|medic(?:ament|ac)\w*|tom(?:o|ando|ei)|uso|usando|us(?:ei|ar)|acido\w*|roacutan|antibiotic\w*|anticoagulant\w*|aspirina|dor\w*|do[ei]\w*|ferid\w+|machuc\w+|"
    r"espinh\w+|acne|alerg\w+|diabet\w+|pressao|cirurg\w+|oper(?:ei|ad)\w*|cancer|quimio\w*|herpes|grip\w+|resfri\w+|febre|covid|tatu\w+|contraindic\w+|lav(?:ar|o)|molh\w+|depil(?:ar|ei)|pint(?:ar|ei)|dorm\w+|deit\w+|sens\w+|rosacea|melasma|"
    r"manch\w+|queim\w+|inflam\w+|inchad\w+|vermelh\w+|cicatriz\w*|quel\w+|varizes|trombose|marcapasso|diu|protese|preenchi\w+ ant|pele (?:sens|sec|ole|neg|mor|bronz|irrit|macr)\w*|anos|idade|menor|vacin\w+|exame|jejum|com(?:er|ido)|saude|doen\w+|problema)\b"
)


def weigh_permission(found: Findings) -> None:
    """Take leave to come on a day for a wish to come, where nothing of anybody's health is in it."""
    if Intent.MEDICAL_QUESTION not in found.intents or found.safety or not found.line.find(_LEAVE):
        return
    if found.line.find(_HEALTH) or not found.wishes_when:
        return
    found.intents = (found.intents - {Intent.MEDICAL_QUESTION, Intent.INFO}) | {Intent.SCHEDULE}
