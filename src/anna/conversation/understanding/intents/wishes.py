"""What is wished of something that stands already: a consulta confirmed or kept after all, messages once left, a place on the waiting list.

Each is a nuance that flows may name as a command (`anna.commands.FURTHER_COMMANDS`).
"""

from __future__ import annotations

import re

from anna.commands import Nuance, RuleHit
from anna.conversation.understanding.text.line import Line, rx

# "presença" and everything that can be booked, said as one's own or with its day
_BOOKED = r"(?:presenca|consulta|sessao|horario|agendamento|atendimento|retorno|avaliacao|procedimento|limpeza|botox|peeling|massagem|drenagem|depilacao|hora)"
_OWN = r"(?:a |o |as |os )?(?:minhas?|meus?|nossas?|nossos?|2|3|todas|ambas|de|da|do|das|dos)"
_MIDDLE = r"(?: (?:aqui|ja|sim|entao|de novo|tambem|viu|por aqui|a|o|e|que))*"
_DAY = r"(?:hoje|amanha|segunda|terca|quarta|quinta|sexta|sabado|dia \d|para|pra|pro|na|no|as \d)"

CONFIRM_ATTENDANCE = (
    rf"(?<!nao )(?<!num )(?<!ja )\bconfirm(?:o|amos|ando|adissim[ao]s?){_MIDDLE}(?: {_OWN})? (?:{_BOOKED}|{_DAY}|ambas|as 2|os 2|todas|a de|o de|a d[ao]s)\b"
    rf"|\b(?:quero|queria|vim|venho|vindo|passando|passei|gostaria de|preciso|vou|deixar|deixo|so|posso)(?: (?:ja|so|aqui|para|pra|de|vir))* confirmar{_MIDDLE} (?:{_OWN} )?(?:presenca|consulta|sessao|horario|agendamento|{_OWN} {_BOOKED})\b(?![^.!]*\?)(?! d[ae] (?:funcionamento|atendimento|abertura))"
    rf"|\b(?:pode|podem|podes)(?: ja)? confirmar{_MIDDLE} (?:(?:a )?(?:minha|nossa) )?presenca\b|\b(?:pode|podem|podes)(?: ja)? confirmar (?:que )?(?:eu |a gente |nos )?(?:vou|vamos|estarei|estaremos|irei|iremos)\b"
    rf"|\b(?:pode|podem)(?: ja)? confirmar{_MIDDLE} (?:{_OWN}) {_BOOKED}\b(?![^.!]*\?)"
    rf"|\bconfirmado{_MIDDLE} (?:(?:minha|meu|nossa) {_BOOKED}|presenca)\b(?![^.!]*\?)"
    rf"|(?<!se )(?<!se a )(?<!se o )(?<!se minha )(?<!se meu )\b(?:presenca|(?:minha )?(?:consulta|sessao)|(?:meu )?horario) (?:mais que |super |ta |esta )?confirmad\w*(?![^.!]*\?)(?= *(?:$|[.!,]|viu|{_DAY}))"
    rf"|\b(?:to|estou|tou|ta|esta|estamos|fica) confirmad\w+ {_DAY}\b(?![^.!]*\?)"
)
"""The words of `confirm_attendance` where no reminder asked: what is confirmed is said with it."""

_NOT_THE_CLINIC = r"(?!clinica|atendimento|funcionamento|voces|dra?\\b|doutor|medic|estabelec)"
CHECK_APPOINTMENT = (
    rf"\b(?:eu |a gente )?(?:tenho|temos)(?: (?:alguma?|algum|uma?|ja|mais))* (?:consulta|sessao|horario|avaliacao|retorno)(?: (?:marcad|agendad)[ao])?(?: (?:ai|com voces|para|pra|na|no|de|hoje|amanha|segunda|terca|quarta|quinta|sexta|sabado|feira|essa|semana|dia|\d+|que vem))* ?\?"
    rf"|\b(?:a |o |da |do )?(?:consulta|sessao|horario|retorno) d[aeo](?: minha| meu)? {_NOT_THE_CLINIC}[a-z]+ (?:(?:e|ta|esta|ficou|vai ser|foi|era) (?:para |pra |em |de )?(?:que|qual|quando)|que (?:dia|h))\b"
    rf"|\b(?:que|qual)(?: (?:o|e))? (?:dia|h|horario)(?: (?:e|ta|esta|ficou|vai ser|foi|e que e))? (?:a |o )?(?:consulta|sessao|horario|retorno) d[aeo](?: minha| meu)? {_NOT_THE_CLINIC}[a-z]+"
    r"|^(?:(?:e|oi|ola|mas|,|bom dia|boa tarde) )*(?:qual|que h)(?: (?:e|o|a|seria))* (?:meu|minha) (?:horario|consulta|sessao)[^\w]*$"
    r"|\b(?:o )?que(?: e que)?(?: eu| a gente)? (?:tenho|temos)(?: de| ai)? (?:marcad|agendad)[ao]s?\b|\b(?:tenho|temos) (?:algo|alguma coisa|nada)(?: ai)? (?:marcad|agendad)[ao]\b"
    r"|\b(?:minha|meu) [a-z]+ tem (?:consulta|horario|sessao|retorno)(?: \w+){0,2} (?:que (?:dia|h)|quando|marcad\w+)"
    r"|\b(?:to|estou|tou|fiquei|ficou) (?:marcad|agendad)[ao] (?:para|pra) (?:quando|que (?:dia|h)|qual)\b"
    r"|\btem (?:alguma coisa|algo|algum horario|alguma consulta|consulta|horario)(?: marcad[ao])? (?:no|em) meu nome\b"
    r"|\b(?:ja passou|perdi)(?: a| o)? (?:minha|meu) (?:consulta|sessao|horario)[^.!]*\?|\bquando(?: que)?(?: eu)? (?:fui|estive|vim)\b.*\bultima vez\b"
)
"""Asking what is booked, whoever it is for."""

_SURELY = r"(?: (?:eu|vou|sim|ai|la|viu|ok|pode|podem|confirmar|confirma|com certeza|sem falta|certeza|ne nao|tambem|hoje|amanha|para|pra|na|no|de|a|as|e|segunda|terca|quarta|quinta|sexta|sabado|feira|dia|manha|tarde|noite|h|\d{1,2}|:|\d{2}|,|!|\.|me))*"
_LEAD = r"^(?:(?:sim|ta|pode|podem|esta|ja|entao|ok|certo|claro|ah nao|ah|ai|nao [,.!]|pensando bem|esquece|acho que|na verdade|desculpa|mudei de ideia|eu|mas|,|!|\.) )*"
_CONFIRMS = rf"{_LEAD}(?:confirm(?:o|a|e|ado|ada|ados|adas|adissim[ao]|amos|ar)|presenca confirmada|marquei presenca){_SURELY}[^\w?]*$"
_COMES = rf"{_LEAD}(?:(?:vou|iremos|vamos|irei) (?:sim|ir|comparecer)|(?:estarei|estaremos) (?:ai|la)|eu vou|(?:com )?certeza que (?:eu )?vou|(?:vou )?(?:conseguir|consigo|consegui) (?:sim )?ir|(?:vou )?(?:dar|dou) um jeito|(?:pode|podem) (?:me esperar|contar comigo)|conta comigo|nao vou faltar|comparecerei){_SURELY}[^\w?]*$"

_AGAIN = r"(?:voltar? a|voltem a|de novo|novamente|outra vez|de volta|voltar)"
_NEWS = r"(?:promoc\w+|novidades|ofertas?|descontos?|campanhas?|propagandas?|informativos?|marketing)"
_REMINDERS = r"(?:lembretes?|avisos?)"
_MAIL = rf"(?:mensage(?:m|ns)|notificac\w+|{_NEWS}|{_REMINDERS})"
_GET = r"(?:receber|recebo|recebe|mand\w+|envi\w+|avis\w+|lembr\w+)"
_OPTS_IN = (
    rf"\b(?:quero|queria|gostaria de|gostaria|pode|podem|posso|desejo|aceito|prefiro|da para|da pra|como faco para|como faco pra)(?: (?:sim|eu|entao|que|voces?|ja))* (?:voltar a |voltem a )(?:me |ficar )?{_GET}\b"
    rf"|\b(?:quero|queria|gostaria de|pode|podem|desejo|aceito)(?: (?:sim|eu|entao|que|voces?|ja|me|voltar a))* {_GET}(?: (?:as|os|a|o|de|suas?|seus?|meus|minhas|esses|essas|todas|todos|sim|me|mais))* {_MAIL}\b(?! (?:de|da) confirm)(?:(?=.*\b{_AGAIN}\b)|(?= *(?:$|[.!,]|sim\b|por favor|de voces|da clinica|d[ae]s? (?:minhas )?consultas?)))"
    rf"|\b(?:reativ\w+|reativ|reinscrev\w+|religa\w*|ativ\w+ de novo|liga\w* de novo|habilita\w* de novo|volt\w+ com)(?: (?:as|os|a|o|meus|minhas|me|essas|esses|de novo))* {_MAIL}\b"
    rf"|\bme (?:inscrev\w+|cadastr\w+|coloc\w+|bot\w+|poe|inclu\w+|adicion\w+)(?: (?:de novo|novamente|de volta|outra vez))* (?:n[ao]s?|d[ao]s?|para|pra)(?: (?:lista|de|receber|as|os))* {_MAIL}\b"
    rf"|\b(?:quero|queria|prefiro)(?: (?:sim|de volta|de novo|voltar (?:com|para|pra)))* (?:as|os|meus|minhas) {_MAIL} (?:sim|de volta|de novo|novamente|outra vez)\b"
    rf"|\b(?:mand[ae]\w*|envi[ae]\w*)(?: (?:me|as|os|meus|minhas|suas|de novo|por favor))* (?:{_NEWS}|{_REMINDERS}) {_AGAIN}\b"
    rf"|\b(?:desfaz|desfaca|cancela|tira)(?: (?:o|a|esse|meu))* (?:sair|saida|optout|descadastro|bloqueio)\b"
)
_DECLINES = r"\b(?:nao|num|nunca|nem|para de|parem? de|sem)(?: \w+){0,3} (?:receber|mand\w+|envi\w+|avis\w+|lembr\w+|quero|mais)\b"

_LIST = r"(?:(?:lista|fila)(?: (?:de|da|do))? espera|lista|fila|espera)"
_WAITLIST = r"(?:(?:lista|fila)(?: (?:de|da|do))? espera|fila|espera)"
_LEAVES = (
    rf"\b(?:tir[ae]\w*|remov\w+|exclu\w+|sai|sair|saio|risc\w+|cancel\w+|desist\w+|retir\w+|encerr\w+)(?: (?:me|eu|meu|minha|nome|lugar|posicao|d[aeo]s?|n[ao]|essa|dessa|desta|a|o|por favor))* {_WAITLIST}\b"
    rf"|\bnao (?:quero|preciso|vou|precisa)(?: (?:mais|ficar|estar|continuar|me deixar|de|da|na|nessa|esperar|aguardar|vaga|a|pela|por|uma|um|que|mais))* {_WAITLIST}\b"
    r"|\bnao (?:quero|preciso|vou)(?: mais)? (?:ficar )?(?:esperar|esperando|aguardar|aguardando) (?:mais )?(?:a |pela |por |uma )?(?:vaga|desistencia|horario)\b"
    rf"|\b(?:libera\w*|pode (?:dar|passar|liberar))(?: (?:o|a|meu|minha))* (?:lugar|vez|posicao)(?: (?:d[ao]|n[ao]|para|pra))* (?:{_WAITLIST}|outr\w+|proxim\w+)\b"
)
_STAYS = rf"\b(?:nao|num) (?:me |e (?:para|pra) )?(?:tir|remov|exclu|risc|retir|cancel|sai\b|desist)\w*|{_WAITLIST} nao\b"
_DROPS = r"\bnao (?:preciso|quero|vou precisar|vou querer)(?: mais)?(?: d[aeo])?(?: (?:a|essa|dessa|aquela|nenhuma))? (?:vaga|encaixe|aviso de vaga)(?: mais)?(?= *(?:$|[.!,]|nao\b|obrigad|viu|por))"
_PLACE = (
    rf"\b(?:que|qual)(?: (?:e|o|a|meu|minha))* (?:lugar|posicao|colocacao|numero)(?: \w+){{0,4}}? {_LIST}\b"
    r"|\b(?:em|n[oa]) (?:que|qual) (?:lugar|posicao|colocacao)(?: (?:que|e que))?(?: eu)? (?:estou|to|tou|fiquei|fico|ta|estamos)\b|\b(?:estou|to|tou|fiquei) (?:em|na|no) (?:que|qual) (?:lugar|posicao|colocacao)\b"
    rf"|\bquant[ao]s?(?: (?:pessoas?|gente))?(?: (?:tem|ha|estao|faltam|falta|ainda))*(?: (?:pessoas?|gente))?(?: na| a)? (?:minha frente|{_LIST})\b|\b(?:falta muito|demora muito)(?: \w+){{0,3}} {_WAITLIST}\b"
    rf"|\b(?:ainda )?(?:estou|to|tou|continuo)(?: ainda)? n[ao] {_LIST}\b[^.!]*\?|\b(?:como (?:ta|esta|anda)|andou)(?: (?:a|minha))* {_WAITLIST}\b"
)

_BACK = (
    r"\b(?:pode|podem|da (?:para|pra)|tem como|consegue|quero|queria|gostaria de|prefiro|melhor|vou|resolvi)(?: (?:sim|eu|entao|voces?|deixar|me))* (?:manter|mante\w*|descancelar|desfazer|voltar atras)\b"
    r"|\b(?:desisti|desisto|desistimos)(?: de| d)? (?:cancelar|desmarcar|desmarcacao|cancelamento)\b|\bnao (?:quero |precisa |precisam |vou |e (?:para|pra) )?(?:mais )?(?:cancel|desmarc)\w+\b(?![^.!]*\?)"
    r"|\b(?:descancel\w+|desfaz|desfaca|volta atras|mantem|mantenha|mantenham)\b|\b(?:me )?arrependi\b(?! de (?:ter )?(?:feito|fazer|ido|ir|marcado|confiado|voces))|\bnao era (?:para|pra) (?:ter )?(?:cancel|desmarc)\w+"
    r"|\b(?:cancelei|desmarquei|cliquei|apertei)(?: \w+){0,3} (?:sem querer|errad[oa]|por engano|por erro)\b|\bquero(?: \w+){0,2} de volta\b(?= .*(?:horario|consulta|vaga|sessao))|\b(?:deix[ae]|deixar|deixem) (?:\w+ )?(?:marcad[ao]|como (?:esta|tava|estava|era))\b"
    r"|\b(?:na verdade|pensando bem|desculpa|mudei de ideia)\b.*\b(?:vou (?:conseguir|poder)|consigo) (?:sim )?(?:ir|comparecer)\b"
)

_ALL = r"\b(?:cancel|desmarc|confirm|remarc)\w*(?: (?:sim|ja|logo|entao|aqui|a|o|tudo|por favor))* (?P<all>tudo|tod[ao]s(?: (?:elas|eles|as 2|os 2|as consultas|os horarios))?|ambas|ambos|as (?:2|3|4)(?: consultas| sessoes)?|os (?:2|3|4)(?: horarios)?)(?! ?(?:h\b|:|da (?:tarde|manha|noite)|e meia|min))\b"
_BARE_ALL = r"^(?:(?:quero|pode|podem|ser|cancela\w*|confirm\w+|sim|ah|e|,) )*(?P<all>tod[ao]s|ambas|ambos|(?:tod[ao]s )?(?:as|os) (?:2|3|4)|tod[ao]s elas|tudo)(?: (?:mesmo|sim|por favor|elas|eles|consultas))*[^\w?]*$"

_SHORT = 12  # tokens: what is longer tells more than that it was a mistake

WISHES: tuple[tuple[Nuance, str], ...] = (
    (Nuance.OPTS_IN, _OPTS_IN),
    (Nuance.LEAVES_WAITLIST, _LEAVES),
    (Nuance.DROPS_PLACE, _DROPS),
    (Nuance.ASKS_PLACE, _PLACE),
    (Nuance.TAKES_BACK, _BACK),
)  # fmt: skip


def read_wishes(line: Line, *, which: bool) -> tuple[frozenset[Nuance], tuple[RuleHit, ...]]:
    """What is wished, and the rules that saw it; `which` when Anna asked which of several things is meant."""
    seen = {nuance: match for nuance, pattern in WISHES if (match := line.find(pattern))}
    if Nuance.OPTS_IN in seen and line.find(_DECLINES):
        del seen[Nuance.OPTS_IN]
    if Nuance.LEAVES_WAITLIST in seen and line.find(_STAYS):
        del seen[Nuance.LEAVES_WAITLIST]
    if Nuance.TAKES_BACK in seen and len(line.tokens) > _SHORT:
        del seen[Nuance.TAKES_BACK]  # "botox na quarta e já deixa marcado o retorno"
    if Nuance.OPTS_IN in seen and (match := line.find(rf"\b{_NEWS}\b")):
        seen[Nuance.WANTS_NEWS] = match
    elif Nuance.OPTS_IN in seen and (match := line.find(rf"\b{_REMINDERS}\b|\blembr\w+")):
        seen[Nuance.WANTS_REMINDERS] = match
    hits = [line.hit("wishes", *match.span(), nuance.value) for nuance, match in seen.items()]
    found = set(seen)
    whole = {
        Nuance.CONFIRMS: rx(_CONFIRMS).match(line.core),
        Nuance.COMES: rx(_COMES).match(line.core),
        Nuance.ALL_OF_THEM: _all_of(line, which=which),
    }
    for nuance in (nuance for nuance, match in whole.items() if match):
        found.add(nuance)
        hits.append(line.hit("wishes", 0, len(line.norm), nuance.value))
    return frozenset(found), tuple(hits)


def hide_all(line: Line, *, which: bool) -> Line:
    """The line without "as duas" where that is all of them, and no hour."""
    match = _all_of(line, which=which)
    return line.hide(*match.span("all")) if match else line


def _all_of(line: Line, *, which: bool) -> re.Match[str] | None:
    return line.find(_ALL) or (line.find(_BARE_ALL) if which else None)
