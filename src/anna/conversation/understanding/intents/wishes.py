"""What is wished of something that stands already: a consulta confirmed or kept after all, messages once left, a place on the waiting list.

Each is a nuance that flows may name as a command (`anna.commands.FURTHER_COMMANDS`).
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from functools import cache

from anna.commands import Intent, Nuance, RuleHit
from anna.conversation.understanding.text.line import Line, rx
from anna.conversation.understanding.text.wordings import Wordings
from anna.when import TimeKind, When

_SURELY = r"(?: (?:eu|tudo|tod[ao]s|elas|eles|ambas|ambos|(?:as|os) [234](?! ?(?:h\b|:))|para mim|pra mim|pra gente|para gente|para nos|pra nos|moca|anna|querida|gente|obrigad[ao]|consultas|horarios|minhas|meus|minha|meu|consulta|horario|sessao|presenca|por favor|vou|sim|ai|la|viu|ok|pode|podem|confirmar|confirma|com certeza|sem falta|certeza|ne nao|tambem|hoje|amanha|para|pra|na|no|de|a|as|e|segunda|terca|quarta|quinta|sexta|sabado|feira|dia|manha|tarde|noite|h|\d{1,2}|:|\d{2}|,|!|\.|me))*"
_LEAD = r"^(?:(?:sim|ta|pode|podem|esta|ja|entao|ok|certo|claro|ah nao|ah|ai|nao [,.!]|pensando bem|esquece|acho que|na verdade|desculpa|mudei de ideia|eu|mas|,|!|\.) )*"
_CONFIRMS = r"(?:confirm(?:o|a|e|ado|ada|ados|adas|adissim[ao]|amos|ar)|presenca confirmada|marquei presenca)"
_COMES = r"(?:(?:vou|iremos|vamos|irei) (?:sim|ir|comparecer)|(?:estarei|estaremos) (?:ai|la)|eu vou|(?:com )?certeza que (?:eu )?vou|(?:vou )?(?:conseguir|consigo|consegui) (?:sim )?ir|(?:vou )?(?:dar|dou) um jeito|(?:pode|podem) (?:me esperar|contar comigo)|conta comigo|nao vou faltar|comparecerei)"
_IS_COMING = rf"{_LEAD}(?:(?P<confirms>{_CONFIRMS})|(?P<comes>{_COMES})){_SURELY}[^\w?]*$"

_FAMILIES = {
    "AGAIN": "volta_a voltar_a voltem_a de_novo novamente outra_vez de_volta voltar",
    "NEWS": "promoc* novidades oferta ofertas desconto descontos campanha campanhas propaganda propagandas informativo informativos marketing",
    "REMINDERS": "lembrete lembretes aviso avisos",
    "MAIL": "mensagem mensagens notificac* promoc* novidades oferta ofertas desconto descontos campanha campanhas propaganda propagandas informativo informativos marketing lembrete lembretes aviso avisos",
    "GET": "receber recebo recebe mand* envi* avis* lembr*",
    "WISH": "quero queria gostaria_de gostaria pode podem posso desejo aceito prefiro da_para da_pra como_faco_para como_faco_pra",
    "THEM": "as os a o de sua suas seu seus meus minhas esses essas todas todos sim me mais",
    "LIST": "lista fila espera",
    "WAITING": "fila espera lista_de_espera lista_da_espera lista_espera fila_de_espera",
    "OUT": "tira* tire* remov* exclu* sai sair saio risc* cancel* desist* retir* encerr*",
    "KEEP": "manter mante* descancelar desfazer voltar_atras",
    "IN_IT": "me eu meu minha nome lugar posicao da das de do dos na no essa dessa desta a o por_favor",
    "ANY_MORE": "mais ficar estar continuar me_deixar de da na nessa esperar aguardar vaga a pela por uma um que",
    "STAYS_SO": "marcada marcado como_esta como_ta como_tava como_estava como_era do_jeito_que_esta do_jeito_que_ta do_jeito_que_tava do_jeito_que_estava",
    "AS_IT_IS": "como_esta como_ta como_tava como_estava como_era do_jeito_que_esta do_jeito_que_ta do_jeito_que_tava do_jeito_que_estava",
    "DOCTOR": "profissional medica medico dra dr doutora doutor esteticista biomedica biomedico",
}  # fmt: skip

_ROWS: tuple[tuple[Nuance, str], ...] = (
    (Nuance.OPTS_IN, """
WISH +sim|eu|entao|que|voce|voces|ja voltar|voltem a ?me|ficar GET
quero|queria|gostaria_de|pode|podem|desejo|aceito +sim|eu|entao|que|voce|voces|ja|me|voltar_a GET +THEM MAIL !de_confirm*|da_confirm* ... AGAIN
quero|queria|gostaria_de|pode|podem|desejo|aceito +sim|eu|entao|que|voce|voces|ja|me|voltar_a GET +THEM MAIL . !?
quero|queria|gostaria_de|pode|podem|desejo|aceito +sim|eu|entao|que|voce|voces|ja|me|voltar_a GET +THEM MAIL =sim|por_favor|de_voces|da_clinica|da_consulta|das_consultas|de_consultas|da_minha_consulta|das_minhas_consultas
reativ*|reinscrev*|religa*|ativ*_de_novo|liga*_de_novo|habilita*_de_novo|volt*_com +as|os|a|o|meus|minhas|me|essas|esses|de_novo MAIL
me inscrev*|cadastr*|coloc*|bot*|poe|inclu*|adicion* +de_novo|novamente|de_volta|outra_vez na|nas|no|nos|da|das|do|dos|para|pra +lista|de|receber|as|os MAIL
quero|queria|prefiro +sim|de_volta|de_novo|voltar_com|voltar_para|voltar_pra as|os|meus|minhas MAIL sim|de_volta|de_novo|novamente|outra_vez
manda*|mande*|envia*|envie* +me|as|os|meus|minhas|suas|de_novo|por_favor NEWS|REMINDERS AGAIN
!nao|num|nem|nunca|se|para_de|parem_de volta|volte|voltem|voltar|torna|torne a ?me mand*|envi*|receber|avis*|lembr* ?me +THEM MAIL
pode|podem|quero|queria ?que ?voces ?sim ?ja voltem|voltar ?a falar|conversar|escrever comigo|para_mim|pra_mim
pode|podem|quero|queria ?que ?voces ?sim ?ja falar|falem|conversar|conversem comigo AGAIN
desfaz|desfaca|cancela|tira +o|a|esse|meu sair|saida|optout|descadastro|bloqueio
"""),
    (Nuance.LEAVES_WAITLIST, """
OUT +IN_IT WAITING
nao quero|preciso|vou|precisa +ANY_MORE WAITING
nao quero|queria|pedi ?ficar ?em ?nessa ?essa ?na ?nenhuma ?mais lista|fila ?de_espera ?nenhuma ?nao .
nao quero|preciso|vou ?mais ?ficar esperar|esperando|aguardar|aguardando ?mais ?a|pela|por|uma vaga|desistencia|horario
libera*|pode_dar|pode_passar|pode_liberar +o|a|meu|minha lugar|vez|posicao +da|do|na|no|para|pra WAITING|outr*|proxim*
"""),
    (Nuance.DROPS_PLACE, """
nao preciso|quero|vou_precisar|vou_querer ?mais ?da|de|do ?a|essa|dessa|aquela|nenhuma vaga|encaixe|aviso_de_vaga ?mais . !?
nao preciso|quero|vou_precisar|vou_querer ?mais ?da|de|do ?a|essa|dessa|aquela|nenhuma vaga|encaixe|aviso_de_vaga ?mais =nao|obrigad*|viu|por*
"""),
    (Nuance.ASKS_PLACE, """
que|qual +e|o|a|meu|minha lugar|posicao|colocacao|numero ..4 LIST
em|na|no que|qual lugar|posicao|colocacao ?que|e_que ?eu estou|to|fiquei|fico|ta|estamos
estou|to|fiquei em|na|no que|qual lugar|posicao|colocacao
quanta|quantas|quanto|quantos ?pessoa|pessoas|gente +tem|ha|estao|faltam|falta|ainda ?pessoa|pessoas|gente ?na|a minha_frente|LIST
falta|demora muito ..3 WAITING
estou|to|continuo ?ainda na|no LIST ... ?
como ta|esta|anda +a|minha WAITING
andou +a|minha WAITING
"""),
    (Nuance.OTHER_PROFESSIONAL, """
troc*|mud* +de|a|o|minha|meu|essa|esse|quem|por|para|pra DOCTOR
outra|outro DOCTOR
prefiro|preferia|quero|queria|gostaria|pode|podia|tem_como|da_para|da_pra|posso|remarc* +mesmo|que|fosse|ser|seja|ir|fazer|passar|mudar|trocar|com|para|pra|pro|a|o|de dra|dr|doutora|doutor *
"""),
    (Nuance.WRONG_TIME, """
o|a|esse|essa horario|h|dia|data +que|voce|voces|ta|esta|ficou|saiu|veio|foi|e errad*|trocad* !?
ta|esta|ficou|saiu|veio|marcou|marcaram|agendou|agendaram|colocou|anotou|botou +o|a|meu|no|na|horario|h|dia|data|tudo errad*|trocad* !?
errad*|trocad* o|a|esse horario|h|dia|data !?
voce|voces ?me colocou|colocaram|botou|botaram|marcou|marcaram|pos|agendou|agendaram|anotou|reservou +as|para|pra|a|o|de|das|outro #|horario|dia|segunda|terca|quarta|quinta|sexta|sabado|amanha !?
eu ?tinha disse|falei|pedi|escolhi|dito|falado|pedido|escolhido +que|era|queria|a|o|as|das|de|para|pra|na|no|opcao #|segunda|terca|quarta|quinta|sexta|sabado|amanha|manha|tarde|outro|outra
nao|num era|foi ?bem isso|esse|essa|este|esta|assim !?
nao|num foi isso|esse|o|a ..1 que eu
era para|pra +ser|ter|sido|ficado|marcado|as|a #
tem que ser +as|a|na|no|de #|segunda|terca|quarta|quinta|sexta|sabado|amanha !...?
nao|num e|era +as|a #
"""),
    (Nuance.CHANGES_MIND, """
na_verdade|na_real|pensando_bem|pensando_melhor|errei|me_enganei|confundi|ou_melhor
mudei|mudamos de ideia
prefiro|preferia|preferimos|trocar|troca|muda|mudar
"""),
    (Nuance.SECOND_THOUGHT, """
alias|ops|oops|opa|eita|ih|pera|perai|espera|quer_dizer|digo|melhor
da_para|da_pra|daria_para|daria_pra|pode|podia|poderia|tem_como|teria_como|consegue ser|ficar
"""),
    (Nuance.HERS, """
cancel*|desmarc* +tambem|entao|ai|por_favor|pra_mim|logo|ja|a|o|as|os minha|minhas|meu|meus ?consulta|sessao|horario|h|limpeza +tambem|entao|por_favor|, $
"""),
    (Nuance.TAKES_BACK, """
pode|podem|da_para|da_pra|tem_como|consegue|quero|queria|gostaria_de|prefiro|melhor|vou|resolvi +sim|eu|entao|voce|voces|deixar|me KEEP
desisti|desisto|desistimos ?de cancelar|desmarcar|desmarcacao|cancelamento
nao ?quero|precisa|precisam|vou|e_para|e_pra ?mais cancel*|desmarc* !...?
descancel*|mantem|mantenha|mantenham
desfaz|desfaca !a_reserva|essa_reserva|minha_reserva
volta atras
me arrependi !de_feito|de_fazer|de_ido|de_ir|de_marcado|de_confiado|de_voces|de_ter
arrependi !de_feito|de_fazer|de_ido|de_ir|de_marcado|de_confiado|de_voces|de_ter
nao era para|pra ?ter cancel*|desmarc*
cancelei|desmarquei|cliquei|apertei ..3 sem_querer|errado|errada|por_engano|por_erro
quero ..2 de volta ... horario|consulta|vaga|sessao
deixa|deixe|deixar|deixem ..1 STAYS_SO
fica|fique|ficar ..1 AS_IT_IS
na_verdade|pensando_bem|desculpa|mudei_de_ideia ... vou_conseguir|vou_poder|consigo ?sim ir|comparecer
"""),
)  # fmt: skip
_DECLINES = r"\b(?:nao|num|nunca|nem|para de|parem? de|sem)(?: \w+){0,3} (?:receber|mand\w+|envi\w+|avis\w+|lembr\w+|quero|mais)\b"
_STAYS = r"\b(?:nao|num) (?:me |e (?:para|pra) )?(?:tir|remov|exclu|risc|retir|cancel|sai\b|desist)\w*|\b(?:(?:lista|fila)(?: (?:de|da|do))? espera|fila|espera) nao\b"
_NEWS = r"\b(?:promoc\w+|novidades|ofertas?|descontos?|campanhas?|propagandas?|informativos?|marketing)\b"
_NO_NEWS = (
    r"\b(?:nao|num|sem|nem|menos|nada de|chega de)(?: (?:quero|queria|e (?:pra|para)|me|manda\w*|mandem|receber|mais|a|as|o|os|d[aeo]s?)){0,4} "
    r"(?:promoc\w+|novidades?|ofertas?|campanhas?|propagandas?|informativos?|marketing)\b"
    r"|\b(?:promoc\w+|novidades?|ofertas?|campanhas?|propagandas?|informativos?|marketing)(?: que)? (?:nao|n|dispenso|nem pensar)\b"
)
_ONLY_REMINDERS = r"\b(?:so|somente|apenas)(?: (?:quero|queria|os?|as?|receber|d[aeo]s?|meus?)){0,3} (?:lembretes?|avisos?)\b"
_DECLINES_ALL = r"\b(?:par[ae]m?|nunca)\b|\breceber mais\b|\bmais (?:receber|mensage\w+)\b"
_REMINDERS = r"\b(?:lembretes?|avisos?|lembr\w+)\b"

_ALL = r"\b(?:cancel|desmarc|confirm|remarc)\w*(?: (?:sim|ja|logo|entao|aqui|a|o|tudo|por favor))* (?P<all>tudo|tod[ao]s(?: (?:elas|eles|as 2|os 2|as consultas|os horarios))?|ambas|ambos|as (?:2|3|4)(?: consultas| sessoes)?|os (?:2|3|4)(?: horarios)?)(?! ?(?:h\b|:|da (?:tarde|manha|noite)|e meia|min))\b"
_BARE_ALL = r"^(?:(?:quero|pode|podem|ser|cancela\w*|confirm\w+|sim|ah|e|,) )*(?P<all>tod[ao]s|ambas|ambos|(?:tod[ao]s )?(?:as|os) (?:2|3|4)|tod[ao]s elas|tudo)(?: (?:mesmo|sim|por favor|elas|eles|consultas))*[^\w?]*$"

_CORRECTS_NAME = (
    r"\bmeu nome (?:nao e|completo e|certo|correto|verdadeiro|(?:ta|esta|saiu|ficou|veio|foi)(?: \w+)? errado)\b"
    r"|\bnome (?:certo|correto)\b|\bnome (?:d[ao] \w+ )?(?:(?:ta|esta|saiu|ficou|veio|foi)(?: \w+)? )?errado\b|\berrad[ao] (?:o )?(?:meu )?nome\b"
    r"|\b(?:troc|mud|corrig|corrij|alter|atualiz|acert|arrum|consert|coloc|poe|ponh|bot|deix|marc|registr)\w*(?: \w+){0,3} (?:n?o |meu )nome\b"
    r"|\bcorri[gj]\w+\b|\b(?:e )?so o nome\b|^(?:nao |ei |mas |pera |, )*(?:e|eh|era|fica)(?: (?:pra|para))?(?: (?:ser|ficar|ter sido|ter ficado))? (?:n?o|em) nome d[aeo]\b"
    r"|\b(?:marc|coloc|bot|agend|reserv|fic)\w* (?:\w+ )?n?o meu nome\b"
)
# "é no MEU nome, não da Duda": whose that is is known
_UNDER_HERS = r"\b(?:e|era|eh|fica|poe|coloca|bota|deixa|muda|troca|passa)\b(?: \w+){0,2} (?:n?o|pro|para o|pra o) meu nome\b(?! (?:ne )?\?)"
# "na verdade é pra minha filha Júlia, ela que vai": said of what is booked, in somebody else's stead.
_INSTEAD = r"\bno meu lugar\b|\b(?:ela|ele) (?:que|quem) (?:vai|vem)\b|\b(?:e|eh) [ao] [a-z]+(?: [a-z]+)? que (?:vai|vem)\b(?! (?:me |nos )?(?:atend|aplic)\w*)(?![^?]*\?)|\bquem (?:vai|vem)(?: ser)? (?:e|vai ser) (?!dra?\b)|\bna verdade (?:e|era|seria|vai ser) (?:pra|para|pro)\b|\bnao (?:e|era) (?:pra|para) mim\b.*\b(?:e|era) (?:pra|para|pro)\b"
_WRONG_NAME = r"\bnome (?:d[ao] \w+ )?(?:(?:ta|esta|saiu|ficou|veio|foi)(?: \w+)? )?errado\b|\berrad[ao] (?:o )?(?:meu )?nome\b"
_MINE = r"\bmeu nome\b|\bme chamo\b"

_SHORT = 12  # tokens: what is longer tells more than that it was a mistake


@cache
def wordings() -> Wordings:
    """The wordings of each wish."""
    return Wordings(_FAMILIES, [text for _, text in _ROWS])


def read_wishes(line: Line, *, which: bool) -> tuple[frozenset[Nuance], tuple[RuleHit, ...]]:
    """What is wished, and the rules that saw it; `which` when Anna asked which of several things is meant."""
    possible = wordings().possible(line.norm)
    seen = {
        nuance: span
        for row, (nuance, _) in enumerate(_ROWS)
        if row in possible and (span := wordings().find(row, line.norm))
    }
    if Nuance.CHANGES_MIND in seen:
        seen.setdefault(Nuance.SECOND_THOUGHT, seen[Nuance.CHANGES_MIND])
    if Nuance.OPTS_IN in seen and line.find(_DECLINES):
        del seen[Nuance.OPTS_IN]
    if Nuance.LEAVES_WAITLIST in seen and line.find(_STAYS):
        del seen[Nuance.LEAVES_WAITLIST]
    if Nuance.TAKES_BACK in seen and len(line.tokens) > _SHORT:
        del seen[Nuance.TAKES_BACK]  # "botox na quarta e já deixa marcado o retorno"
    refused = line.find(_NO_NEWS)
    if refused and not line.find(_DECLINES_ALL) and (match := line.find(_ONLY_REMINDERS)):
        seen.setdefault(Nuance.OPTS_IN, match.span())
    if Nuance.OPTS_IN in seen and not refused and (match := line.find(_NEWS)):
        seen[Nuance.WANTS_NEWS] = match.span()
    elif Nuance.OPTS_IN in seen and (match := line.find(_REMINDERS)):
        seen[Nuance.WANTS_REMINDERS] = match.span()
    hits = [line.hit("wishes", *span, nuance.value) for nuance, span in seen.items()]
    found = set(seen)
    coming = rx(_IS_COMING).match(line.core)
    whole = {
        Nuance.CONFIRMS: coming and coming["confirms"],
        Nuance.COMES: coming and coming["comes"],
        Nuance.ALL_OF_THEM: _all_of(line, which=which),
    }
    for nuance in (nuance for nuance, match in whole.items() if match):
        found.add(nuance)
        hits.append(line.hit("wishes", 0, len(line.norm), nuance.value))
    return frozenset(found), tuple(hits)


def corrects_name(line: Line, *, schedules: bool) -> bool:
    """Whether a name that `line` gives is to be put right somewhere; in a wish for a consulta somebody else's only says for whom."""
    if not schedules and (line.find(_INSTEAD) or line.find(_UNDER_HERS)):
        return True
    return line.find(_CORRECTS_NAME) is not None and (not schedules or line.find(_MINE) is not None)


_SO = r"^\W*_+ ?\W? (?:pode|podem|e so|so) (?:por|botar|deixar|colocar)(?: (?:assim|ess[ae]|este|nome|ai|mesmo|so|por favor|isso|desse jeito|moca|,))*\W*$"
_PUTS = r"^\W*(?:(?:oi|ola|ah|entao|moca|,) )*(?:pode|podem) (?:por|botar|deixar|colocar)(?: (?:como|a|o))? _+(?: (?:por favor|mesmo|ai|sim|moca|entao|viu|obrigad[ao]))*\W*$"


def puts_name(line: Line) -> bool:
    """Whether a name, hidden in `line`, is to be put, and nothing else is said: "pode por Juliana Prates por favor?"."""
    return line.find(_PUTS) is not None or line.find(_SO) is not None


_WHOSE_IT_IS = (
    r"\b(?:corri[gj]|troc|mud|alter|acert|arrum|consert)\w* (?:(?:ai|so|o|os|esse|por favor) )*nomes?\b|\bnomes? (?:\w+ )?(?:errad|trocad)[ao]s?\b",
    r"\b[ao] (?:d[aeo]s? |n[ao] )?(?:\w+ ){0,3}?(?:e|eh|era|seria|fica) (?:d[ao]|pra|para|pro)\b",
)


def says_whose_it_is(line: Line) -> bool:
    """Whether what is booked is said to be somebody's, and her name is to be put: "a de sexta é da Sofia, corrige o nome"."""
    return all(line.find(pattern) for pattern in _WHOSE_IT_IS)


def says_name_is_wrong(line: Line) -> bool:
    """Whether a name that stands somewhere is said to be wrong, be it that of an "agendamento"."""
    return line.find(_WRONG_NAME) is not None


_OF_NAME = r"\bnome (?:completo |inteiro |todo )?d(?:ela|ele|[ao] paciente)\b|\bnome (?:completo|inteiro)\b|\b(?:errei|erro|ops|opa|corrigindo|na verdade|perai|faltou)\b.*\bnome\b"


def says_of_name(line: Line) -> bool:
    """Whether a name that `line` gives is said to be the whole or the right one: "errei, o nome é …", "o nome completo dela é …"."""
    return line.find(_OF_NAME) is not None


def puts_under_hers(line: Line) -> bool:
    """Whether what stands is to be in the name of whoever writes, though she does not say it."""
    return line.find(_UNDER_HERS) is not None


_YOURS = r"\b(?:voces?|a clinica|ai) (?:me |ja )?(?:coloc|bot|marc|pos\b|agend|anot|reserv|confirm)\w*(?: (?!eu\b|e\b|mas\b|so\b|que\b|quando\b|nao\b)[\w:]+)*"
_DENIED = r"\b(?:nao|num) (?:e|era|foi)(?: (?:para|pra|as|a|o|de|das))* [\w:]+(?: (?:h|\d{2}))*"
_MINE_WAS = r"\b(?:(?:eu )?(?:tinha )?(?:disse|falei|pedi|escolhi|dito|falado|pedido|escolhido)(?: que)?(?: era)?|era (?:para|pra) (?:ser|ter sido|ter ficado)|tem que ser)\b"


def without_mistaken(line: Line) -> Line:
    """The line without the time that is said to be wrong, and as if the other were only wished: "eu disse 16h30, você colocou 17h30"."""
    for pattern in (_YOURS, _DENIED, _MINE_WAS):
        for match in rx(pattern).finditer(line.norm):
            line = line.hide(*match.span())
    return line


_TIME_WORD = r"(?:[aà]s?|ao|pel[ao]s?|l[aá]|para|pra|para as|pra as|das?|de|h|e|meia|meio|dia|manha|tarde|noite|segunda|terca|quarta|quinta|sexta|sabado|feira|amanha|hoje|isso|ta|entao|pode|ser|mesmo|sim|nao|horario|o|por favor|,|\.|!|\?|:|\d{1,2}(?::\d{2})?|\d{2})"


_THINKS_AGAIN = frozenset((Intent.SCHEDULE, Intent.AVAILABILITY, Intent.CORRECTION, Intent.GREET, Intent.THANKS, Intent.AFFIRM, Intent.DENY, Intent.UNCLEAR))  # fmt: skip


def thinks_again(line: Line, intents: AbstractSet[Intent], when: When | None) -> bool:
    """Whether who takes a word back says a day or an hour instead, and asks nothing else: "na verdade prefiro quinta"."""
    said = when is not None and bool(when.date_start or when.date_end or when.dates or when.time_kind)
    return said and intents <= _THINKS_AGAIN and line.find(r"\bcheg(?:o|ar|arei|amos|ando)\b") is None


def wishes_another(line: Line) -> bool:
    """Whether one more is to be booked: a second thought, but of nothing that stands."""
    return line.find(r"\b(?:marc|agend)(?:ar|a|o|e|ue)\b|\b(?:outr[ao]|mais (?:uma?|1)|tambem)\b") is not None


_AGAIN = (
    r"(?:(?:na verdade|na real|pensando bem|pensando melhor|mudei de ideia|me arrependi|desculpa|desculpe|olha|ops|poxa|ah|ai|entao|mas|eu|,|\.|!) )*"
    r"(?:quero|queria|vou querer|aceito)(?: (?:sim|eu|ele|ela|esse|essa|o|a|de volta|mesm[ao]|horario|entao|ainda|tambem|por favor|,|\.|!))*"
)


def wants_it_again(line: Line) -> bool:
    """Whether what was given up is wanted after all, and nothing else is said: "pensando bem quero sim, o mesmo"."""
    return rx(_AGAIN).fullmatch(line.core) is not None


_ARRIVES = r"(?:(?:oi|ola|,|eu|se|posso|consigo|da|para|pra|vou|so|mas) )*(?:cheg(?:o|ar)|ir|vir) "
_ONLY_WHEN = rf"(?P<arrives>{_ARRIVES})?(?:{_TIME_WORD}(?: |$))+"


def is_only_time(line: Line, when: When | None) -> bool:
    """Whether an hour is said, with its day or without, and nothing else."""
    if when is None or when.time_kind is not TimeKind.AT:
        return False
    only = rx(_ONLY_WHEN).fullmatch(line.norm)
    return only is not None and only["arrives"] is None


def is_only_hour(line: Line, when: When | None) -> bool:
    """Whether an hour is said without its day, or that she would come then, and nothing else: "10:45 pode?", "posso chegar 10:45?"."""
    if when is None or when.time_kind is not TimeKind.AT or when.date_start or when.date_end or when.dates:
        return False
    return rx(_ONLY_WHEN).fullmatch(line.norm) is not None


def hide_all(line: Line, *, which: bool) -> Line:
    """The line without "as duas" where that is all of them, and no hour."""
    match = _all_of(line, which=which)
    return line.hide(*match.span("all")) if match else line


def _all_of(line: Line, *, which: bool) -> re.Match[str] | None:
    return line.find(_ALL) or (line.find(_BARE_ALL) if which else None)
