"""What is asked about a deposit while it is awaited: how long there is, why it is needed, in how many parts, a link that fails. Pure.

Said elsewhere the same words may mean anything ("até quando?"); here they mean the deposit, so nothing else looks for them.
"""

from __future__ import annotations

import re
from enum import StrEnum

from anna.conversation.understanding.text.line import rx
from anna.kit.text import fold


class Deposit(StrEnum):
    """What somebody who is to pay a deposit says about it; the value is the template that answers."""

    LINK = "sinal_link"  # "o link não abre"
    DECLINED = "pagamento_recusado"  # "meu cartão foi recusado, o que eu faço?"
    PARTS = "sinal_de_uma_vez"  # "dá pra parcelar o sinal?"
    UNTIL = "sinal_ate_quando"  # "quanto tempo tenho pra pagar?"
    TOO_LATE = (
        "sinal_nao_ate_la"  # "posso pagar amanhã?", "segura até sexta?", and by then the time is free again
    )
    HOW = "sinal_como"  # "vou pagar como?", "qual a chave do pix?"
    FORWARD = "sinal_encaminhar"  # "manda pra ele 11 9…": who pays is somebody else
    CASH = "sinal_so_na_pagina"  # "no dinheiro?"
    REST = "sinal_resto"  # "quanto falta pagar?", "quanto eu pago no dia?"
    LEFT = "sinal_pago_resto"  # the same, and "tem que pagar antes?", once it is paid
    KEPT = "sinal_guarda"  # "e se vocês derem meu horário pra outra pessoa?"
    WHY = "sinal_por_que"  # "precisa mesmo desse sinal?", "tem que pagar antes?", "posso pagar na hora?"
    REFUSED = "sinal_recusado"  # "não vou pagar sinal nenhum"
    WILL_PAY = "sinal_combinado"  # "ok, vou pagar agora"
    OTHERS = "other_times"  # "não tem outro horário?"


class Paid(StrEnum):
    """What is true of a deposit that somebody says she has paid; the value is the template that says so."""

    AWAITED = "pagamento_a_confirmar"
    ARRIVED = "pagamento_recebido"
    NOT_FOUND = "pagamento_nao_encontrado"
    ELSEWHERE = "pagamento_fora_do_link"  # awaited, and not by that page: a person looks for it
    LAPSED = "pagamento_vencida"  # "paguei agora", and what it was for has lapsed: the same


_MOST_WORDS = 12
"""A longer message asks more than whether something stands."""

_PAGE = r"(?:links?|pagina|site|qr|qrcode)"
_FAILS = r"(?:nao|n|nn|num) (?:\w+ ){0,2}?(?:abr|carreg|funcion|consig|consegu|entr|vai|foi|da|deu|apare|receb|ach)\w*"
_SOON = r"(?:amanha|depois|mais tarde|outro dia|a noite|de noite|semana que vem|segunda|terca|quarta|quinta|sexta|sabado)"
_PAYS = r"(?:pag(?:ar|o|amos|a|aria)|transf(?:iro|erir)|deposit(?:o|ar)|mand(?:o|ar) (?:o )?(?:pix|sinal|dinheiro)|fa(?:co|zer|z) (?:o )?(?:pix|pagamento|sinal))"
_HOW = r"(?:como|onde|por onde|aonde|de que (?:jeito|forma)|de qual forma|pra qual (?:conta|chave)|para qual (?:conta|chave)|em qual (?:conta|chave))"
_THERE = r"(?:ai|la|no dia|na hora|na clinica|no local|pessoalmente|presencial\w*|quando (?:eu )?(?:chegar|for)|depois d[ao])"
_ON_SITE = r"(?:no dia|na hora|na clinica|no local|pessoalmente|presencial\w*|quando (?:eu )?(?:chegar|for))"
_PAYS_THERE = rf"\b(?:cartao|dinheiro|debito|credito)\b(?: \w+){{0,3}} {_ON_SITE}\b"
_REST = (
    r"\bquanto (?:\w+ ){0,4}(?:falt|sobr|rest)\w+(?: (?:eu|ainda|mesmo|de|a|pra|para|de valor))* (?:pagar|acertar|quitar)\b|\bquanto (?:que )?(?:ainda |me )?falta$"
    r"|\bvalor (?:que |ainda |me ){0,3}falt\w+\b|\b(?:quanto|qual|quais|valor)\b(?: \w+){0,5} (?:resto|restante|diferenca|saldo)\b|\b(?:resto|restante|saldo)\b(?: \w+){0,3} (?:quanto|qual)\b"
    rf"|\bquanto\b(?: (?:que|e|eh|eu|vou|vai|a gente|vamos|tenho|tem|ainda|fica|devo|mais|entao|pra|para|de|ter))* (?:pag\w+|acert\w+|lev\w+|fica|sai|da)(?: \w+){{0,3}} {_ON_SITE}\b|\b{_ON_SITE}(?: (?:eu|ai|entao|la|vou|ainda))* pag\w+ (?:so )?quanto\b"
)
"""What is left of the price once the deposit is paid."""

_TIME = r"(?:hor(?:ario|a)|vaga|lugar|vez|reserva|data)"
_ANYBODY = r"(?:outr[oa]s?(?: (?:pessoas?|pacientes?|clientes?))?|alguem|ninguem|mais ninguem)"
_GIVEN_AWAY = (
    rf"\b(?:d(?:ar|erem|ao|a|eram)|pass(?:ar|arem|am|a)|vend(?:er|erem|em)|ced(?:er|erem|em)|marc(?:ar|arem|am|a)|coloc(?:ar|arem|am|a)|bot(?:ar|arem|am|a)) (?:\w+ )?(?:meu|minha|o meu|a minha|esse|essa) {_TIME} (?:pr[ao]|para|a) {_ANYBODY}\b"
    rf"|\b{_ANYBODY} (?:\w+ ){{0,2}}?(?:peg(?:ar|ue|a|uem|am|arem)|marc(?:ar|que|a|am)|fic(?:ar|a) com|tom(?:ar|a|e)|lev(?:ar|a|e)|roub(?:ar|a|e)|pass(?:ar|a|e) na frente)(?: \w+)?(?: (?:o|a))? (?:meu|minha|esse|essa) {_TIME}\b"
)
"""It is feared that the time becomes somebody else's."""

_RULES: tuple[tuple[Deposit, str], ...] = (
    (Deposit.LINK, rf"\b{_PAGE}\b.*\b(?:{_FAILS}|erro|quebrad\w*|invalid\w*)|\b{_FAILS}\b.*\b{_PAGE}\b"),
    (Deposit.LINK, rf"\b(?:abr\w+|carreg\w+|funcion\w+|entra\w*|cain?do|cai|caiu|indo|vai|foi|aparec\w+) (?:nao|n|nn|num)\b.*\b{_PAGE}\b|\b{_PAGE}\b(?: \w+){{0,3}} (?:abr\w+|carreg\w+|funcion\w+|entra\w*|cain?do|cai|caiu|indo|vai|foi|aparec\w+) (?:nao|n|nn|num)\b|\b{_PAGE} (?:caiu|ta caindo|esta caindo|travou|sumiu)\b|^(?:\w+ ){{0,2}}(?:nao|n|nn|num) (?:ta )?(?:abr|carreg|funcion)\w*(?: (?:aqui|pra mim))?$|^(?:abr|carreg|funcion)\w+ (?:nao|n|nn)$"),
    (Deposit.WILL_PAY, r"^(?:(?:agora|ja|ah|opa|pronto|ok|sim|ai|deu) )*(?:abriu|carregou|funcionou|agora foi|consegui(?: abrir)?)(?: (?:sim|agora|aqui|ja|certinho|o link|obrigad[ao]|brigad[ao]|valeu|deu certo))*$"),
    (Deposit.REST, _REST),
    (Deposit.FORWARD, r"\b(?:mand\w+|envi\w+|pass\w+|encaminh\w+)\b(?: (?:o|a|esse|essa|isso|link|pix|cobranca|boleto|qr|code|voce|vc|tambem|ai|por favor))* (?:pr[ao]|para(?: [oa])?|a[oo]?) (?:el[ea]|me[ui]s?|minha|mim nao|outro (?:numero|celular|whats\w*)|esse (?:numero|celular|whats\w*)|este numero|\d[\d ]{7,})\b|\b(?:quem (?:vai )?paga(?:r)? (?:e|eh) (?:o|a|meu|minha)|meu (?:marido|pai|filho|namorado|irmao) (?:que |e que )?(?:vai )?paga\w*|minha (?:mae|esposa|filha|irma|namorada) (?:que |e que )?(?:vai )?paga\w*)\b"),
    (Deposit.LINK, rf"\b(?:cade|reenvia|manda|envia)\b(?: (?:me|o|a|esse|pra mim|pra|para|mim|gente|de novo|outra vez|novamente|por favor|ai))* {_PAGE}\b"),
    (Deposit.DECLINED, r"\b(?:cartao|pagamento|compra|pix|transacao)\b.*\b(?:recus\w+|negad\w+|negou|(?:nao|n) (?:passou|passa|autoriz\w+|aprov\w+|foi (?:aprovad\w+|autorizad\w+)))\b|\brecus(?:ou|aram|ado|ada)\b.*\b(?:cartao|pagamento)\b"),
    (Deposit.PARTS, r"\bparcel\w*|\b(?:em|de) ?\d{1,2} ?(?:x|vezes)\b|\bem (?:duas|tres|quatro) vezes\b|\bdivid\w*|\b(?:pag\w+|dar|dou|mand\w+|faco|fazer)\b(?: \w+){0,2} (?:metade|uma parte)\b|\bmetade (?:do sinal|agora|hoje)\b"),
    (Deposit.WHY, _PAYS_THERE),
    (Deposit.CASH, rf"\b(?:no|em|com|so tenho|pago|pagar) (?:dinheiro|especie|boleto|cheque)\b(?!.*\b{_ON_SITE}\b)|^(?:e )?(?:dinheiro|boleto|cheque)(?: (?:pode|serve|aceita\w*|da))?$"),
    (Deposit.HOW, rf"\b{_HOW}(?: (?:e|eh|que|eu|a gente|faco|faz|fasso|devo|posso|consigo|tenho|se|pra|para|o|isso))* {_PAYS}\b|\b{_PAYS}(?: (?:o|esse|isso|a|sinal|por))* {_HOW}\b(?! (?:e|eu|posso)\b)|\b(?:qual|cade|manda|me passa|passa)(?: (?:e|a|o|eh|sua|seu|de voces|vcs|me|pra|para|eu))* (?:chave|pix|conta)\b|\bforma (?:de|do) pagamento\b"),
    (Deposit.HOW, r"\bsinal\b(?: \w+){0,3} (?:no|em|com|por|pelo|via) (?:pix|cartao|debito|credito)\b|\b(?:no|em|com|por|pelo|via) (?:pix|cartao|debito|credito)\b(?: \w+){0,3} sinal\b"),
    (Deposit.KEPT, rf"{_GIVEN_AWAY}"),
    (Deposit.UNTIL, rf"\b(?:pag(?:ar|o)|acerto|acertar|deposit\w*|transfer\w*)\b(?: \w+){{0,3}} {_SOON}\b|\b{_SOON} (?:eu |a gente |ja |ai |dai |e |cedo |sem falta ){{0,3}}(?:pago|vou pagar|consigo pagar|acerto|transfiro|deposito|fa[cz]o o (?:pix|pagamento))\b"),
    (Deposit.UNTIL, r"\b(?:segur[ae]|guard[ae]|deix[ae] (?:guardad[oa]|reservad[oa]|segur[ao])|consegue segurar|da (?:pra|para) segurar|pode segurar)(?: (?:a|o|esse|essa|isso|vaga|horario|lugar|ai|ate))* (?:pr[ao] mim|para mim|pr[ao] gente|para a gente|ate|ai|por favor|de novo|outra vez|novamente)\b"),
    (Deposit.UNTIL, r"\b(?:quanto|qnto|qto|qnt|qt) tempo\b|\bate (?:quando|q(?:ue)? (?:horas?|hrs?|dia))\b(?!.*\b(?:abert[ao]s?|abrem?|fecham?|funciona\w*|atend\w+)\b)|\bprazo\b|(?<!cartao )\b(?:venc|expir)(?:e|em|a|am|er|ar|imento)\b"),
    (Deposit.WHY, rf"\bpag(?:ar|o|amento)\b(?: \w+){{0,4}} {_THERE}\b|\b{_THERE} (?:eu )?pag(?:ar|o)\b|\bem dinheiro\b"),
    (Deposit.WHY, r"\b(?:precis\w+|obrigad\w+|obrigatori\w+|necessari\w+|tenho (?:mesmo )?(?:que|de)|tem (?:mesmo )?(?:que|de)|sem|so com) (?:\w+ ){0,4}?(?:sinal|pag\w+|adiantad\w+|deposit\w+)\b"),
    (Deposit.WHY, r"\b(?:sinal|pag\w+ antes|adiantad\w+|deposito)\b(?: \w+){0,4} (?:obrigatori\w+|necessari\w+|precis\w+)|\b(?:pq|por que|porque|pra que|para que) (?:\w+ ){0,4}?(?:sinal|pag\w+|adiantad\w+)\b"),
    (Deposit.OTHERS, r"\b(?:tem|teria|tinha|ha|existe|queria|quero|prefiro|ve|olha|mostra)\b(?: \w+){0,3} (?:outr[oa]s?|mais|diferentes?) (?:horarios?|horas?|datas?|dias?|opc\w+|vagas?)\b"),
    (Deposit.REFUSED, r"\b(?:nao|n|num|nunca|jamais|nem) (?:eu )?(?:(?:vou|quero|pretendo|irei|aceito|concordo em|topo) )?(?:pag(?:ar|o|arei)|dar|dou|adiant\w+)\b(?: \w+){0,2} (?:sinal|nada|isso|antes|adiantad\w+|deposito|nenhum\w*)\b|\bme recuso\b|\b(?:nao|n|num) (?:vou|quero|pretendo|irei) (?:mesmo |mais )?pagar(?: (?:mais|mesmo|isso ai))*$|\b(?:vou|quero|pretendo|irei)(?: mais)? (?:pagar|depositar|fazer (?:o |esse |um )?pix)(?: (?:o|esse|isso|nenhum|sinal|mais|mesmo|isso ai))* (?:nao|n|nada)$|\b(?:pago|deposito) (?:(?:o|esse|isso|nenhum|sinal|mais) )*(?:nao|n|nada)$"),
    (Deposit.WILL_PAY, r"^(?:(?!nao\b|n\b|num\b|nem\b|nunca\b)\w+ ){0,3}?(?:vou|irei|to indo|estou indo|ja vou) (?:ja |agora )?(?:pagar|fazer (?:o|um) pix|mandar o pix|depositar|transferir)\b|\bpago (?:ja|agora|hoje|daqui)\b"),
)  # fmt: skip


_MEANS = r"(?:links?|paginas?|sites?|pix|chaves?|contas?|boletos?|qr|qrcode|cobrancas?)"
_STRANGE = (
    rf"\b(?:outr[oa]s?|nov[oa]s?|diferentes?|estranh[oa]s?) {_MEANS}\b.*\b(?:posso pagar|pago nel[ea]|devo pagar|(?:e|eh) (?:mesmo )?(?:de voces|da clinica|voces|oficial|verdadeir\w+|confiavel|segur\w+|certo)|golpe|fals[oa])\b"
    rf"|\b(?:recebi|mandaram|me mandou|chegou|me passaram|pediram|veio)\b.*\b(?:outr[oa]|nov[oa]|diferente|estranh[oa]) {_MEANS}\b"
    rf"|\b{_MEANS} (?:\w+ ){{0,3}}(?:mudou|mudaram|trocou|trocaram)\b|\b(?:mudou|mudaram|trocou|trocaram) (?:o|a|de) {_MEANS}\b"
    rf"|\bhttps? .*\b(?:posso|devo|e pra|e para) pagar\b|\bgolpe\b.*\b{_MEANS}\b"
)
_OWN_FAULT = rf"\b{_FAILS}|\b(?:meu|minha|mudei|troquei)\b"


def asks_whether_ours(text: str) -> bool:
    """Whether somebody was told to pay elsewhere, or doubts that it is the clinic's: "recebi outro link, posso pagar nele?"."""
    words = _plain(text)
    return rx(_STRANGE).search(words) is not None and rx(_OWN_FAULT).search(words) is None


_KEEP = r"\b(?:segura\w*|guarda\w*|reserva\w*|separa\w*|deixa\w* (?:guardad|reservad|separad|segur)\w*)\b"
_FOR_ME = r"\b(?:p(?:a)?ra mim|p(?:a)?ra gente|para a gente|por enquanto|por favor)\b"
_AWHILE = rf"\bate (?:eu|a gente|hoje|{_SOON}|(?:o |a )?(?:final|fim|noite|tarde))\b|\benquanto\b|\bpor (?:hoje|um tempo|umas? (?:horas?|h)|(?:\d+|uns|umas) (?:horas?|h|min\w*|dias?)|quanto tempo)\b|\bquanto tempo\b"


def asks_to_keep(text: str) -> bool:
    """Whether a time is to be kept for a while before it is chosen: "segura até amanhã?", "guarda esse horário pra mim enquanto eu vejo"."""
    words = _plain(text)
    kept = rx(_KEEP).search(words)
    return kept is not None and any(rx(more).search(words) for more in (_AWHILE, _FOR_ME))


def said_of_deposit(text: str) -> Deposit | None:
    """What `text` says of a deposit that is awaited; None where it is about something else."""
    words = _plain(text)
    return next((kind for kind, rule in _RULES if rx(rule).search(words)), None)


_MONEY = r"(?:pagamento|pix|dinheiro|transferencia|deposito)"
_PAID = rf"(?:{_MONEY}|sinal|comprovante)"
_CAME = r"(?:caiu|chegou|entrou|constou|consta|compensou|apareceu|recebeu|receberam|recebido|confirmou|foi|deu certo|deu)"
_FILLS = r"(?:e|o|a|os|oi|ja|ai|entao|mas|sera|que|agora|meu|minha|pra|para|vcs?|voces|certo|tudo|mesmo|aqui|bem|moca|sim|se|ver|viu|ve|do|da|na|conta)"
_WHETHER_PAID = rf"^(?:{_FILLS} )*{_CAME}(?: {_FILLS}| {_PAID})*$"
_PAID_CAME = rf"\b{_PAID}\b(?: {_FILLS}| d[oae] \w+)* {_CAME}(?: {_FILLS})*$"


_RIGHT = r"(?:cert[ao]|certinh[ao]|ok|confirmad[ao]|aprovad[ao]|constando|valendo)"
_PAID_RIGHT = (
    rf"\b(?:ta|esta|ficou|deu|foi) (?:tudo |ja |mesmo )*{_RIGHT}(?: (?:com|o|a|meu|minha|do|da))* {_PAID}(?: {_FILLS})*$"
    rf"|\b{_PAID} (?:do \w+ )?(?:ja |mesmo )*(?:ta|esta|ficou|deu|foi) (?:tudo |ja |mesmo )*{_RIGHT}(?: {_FILLS})*$"
    rf"|\b(?:confere|conferiu|conferiram|confirma|confirmaram|ve|viu|viram|acharam|achou)(?: (?:se|ai|ja|o|meu|pra mim|por favor))* {_PAID}(?: {_FILLS})*$"
)

_SENT = rf"(?:{_MONEY}|sinal)"
_WHERE_IT_IS = (
    rf"\b(?:cade|kd|onde (?:e que )?(?:ta|esta|foi|foi parar|anda|ficou)|que fim (?:deu|levou|teve))(?: (?:que|e|ta|esta|o|a))* (?:meu|minha|nosso|nossa) {_SENT}\b"
    rf"|\b(?:cade|kd|onde (?:ta|esta|foi|foi parar))(?: (?:o|a|aquele|aquela))* {_SENT} que (?:eu |a gente |ja |nos )*(?:mandei|fiz|paguei|transferi|depositei|enviei|mandamos|fizemos)\b"
    rf"|\b(?:meu|minha) {_SENT} (?:ainda |ja )*(?:nao|num) (?:chegou|caiu|apareceu|entrou|constou)\b"
    rf"|\b(?:sumiu|desapareceu|evaporou) (?:o |a )?(?:meu|minha) {_SENT}\b|\b(?:meu|minha) {_SENT} (?:sumiu|desapareceu|evaporou)\b"
)
_TO_PAY = r"\b(?:(?:pra|para) (?:eu |gente |mim )?(?:pagar|fazer|mandar)|chave|codigo|link|copia|qr|qrcode|devol\w+|reembols\w+|estorn\w+|de volta)\b"
"""What is asked for to pay with, or asked back: no question where it is that was sent."""


def asks_whether_paid(text: str) -> bool:
    """Whether it is asked if something has come that is awaited, money or not: "foi?", "caiu?", "o pix chegou?", "tá certo o pagamento?", "cadê meu pix"."""
    words = _plain(text)
    if rx(_WHERE_IT_IS).search(words) and not rx(_TO_PAY).search(words):
        return True
    if "?" in text and rx(_PAID_RIGHT).search(words):
        return True
    asked = "?" in text or rx(rf"\b{_MONEY}\b").search(words)  # "caiu o sinal" is a connection that was lost
    return bool(asked) and rx(rf"{_WHETHER_PAID}|{_PAID_CAME}").search(words) is not None


_NOW = (
    r"\b(?:ainda|agora|consigo|da|posso|esqueci|queria|quero|vou|deixa eu)\b(?: \w+){0,4} (?:pagar|pago|fazer o (?:pix|pagamento))\b"
    r"|\b(?:manda|mande|envia|me da|gera|passa|quero|preciso)(?: \w+){0,2} (?:link|outro link|novo link|outro)\b|\blink\b(?: \w+){0,3} (?:expirou|venceu|caiu|morreu|nao existe)\b"
)


def would_pay(text: str) -> bool:
    """Whether the deposit itself is to be paid now, or its link sent anew: "ainda dá pra pagar?", "o link expirou, manda outro"."""
    return rx(_NOW).search(_plain(text)) is not None and not asks_for_means(text)


_LATER_DAY = r"\b(?:amanha|semana que vem|mes que vem|segunda|terca|quarta|quinta|sexta|sabado|domingo|dia (?:do pagamento|\d{1,2}))\b"


def names_later_day(text: str) -> bool:
    """Whether another day than this one is named to pay on, or to keep the time until: "segura até sexta?"."""
    words = _plain(text)
    return rx(_LATER_DAY).search(words) is not None and rx(r"\bhoje\b").search(words) is None


def names_payment(text: str) -> bool:
    """Whether the money itself is named: "caiu o pix?", and not "foi?"."""
    return rx(rf"\b{_PAID}\b").search(_plain(text)) is not None


_MEANS = r"\b(?:parcel\w*|divid\w*|cart(?:ao|oes)|debito|credito|boleto|aceita\w*|dinheiro vivo|em dinheiro|\d{1,2} ?x|vezes)\b"


def asks_for_means(text: str) -> bool:
    """Whether the ways of paying are named: "já paguei o sinal, o resto parcela?"."""
    return rx(_MEANS).search(_plain(text)) is not None


_BOOKED = r"\b(?:hor(?:ario|a)|consulta|reserva|vaga|agendamento|marcacao|hoje|amanha|segunda|terca|quarta|quinta|sexta|sabado|dia \d+|(?:as )?\d{1,2} ?h\w*)\b"
_OFFERED = (
    r"\b(?:desconto|promoc\w*|promo|ofertas?|cupom|condic\w*|preco|valor|campanha|combo|brinde|pacote)\b"
)
_KEPT = (
    r"\b(?:ta|esta|tao|estao|ficou|fica|continua|segue|ainda)\b(?: \w+){0,3} (?:guardad[oa]|reservad[oa]|garantid[oa]|segurad[oa]|de pe)\b"
    rf"|\b(?:ta|esta|continua|segue|ainda|tao) (?:valendo|vale|valida?|de pe)\b(?= .*{_BOOKED})|{_BOOKED}.* (?:ta|esta|continua|segue|ainda) (?:valendo|vale)\b"
    r"|\bainda (?:ta|esta) valendo$"
    r"|\b(?:perdi|perco|perde|perdeu) (?:o |a |meu |minha |esse |essa )?(?:horario|hora|vaga|reserva|lugar|vez)\b"
    r"|\b(?:paguei|pago|pagar|pagamento)\b(?: \w+){0,4} (?:perdi|cancelou|cancelaram|venceu)$|\bcaiu (?:a |o |minha |meu )*(?:reserva|horario|vaga)\b|\b(?:reserva|horario|vaga) (?:ja )?caiu$|^(?:\w+ ){0,2}(?:venceu|cancelou|cancelaram|expirou)(?: (?:sozinh[oa]|automatic\w+|a|o|minha|meu|reserva|horario|vaga|ja|mesmo|tudo))*$"
)
_ASKED = r"\b(?:ne|neh|nao e|certo|correto)$"


def asks_whether_kept(text: str) -> bool:
    """Whether it is asked if the time is still hers: "tá guardado ainda?", "perdi o horário?"."""
    words = _plain(text)
    asked = "?" in text or rx(_ASKED).search(words) is not None
    if rx(_GIVEN_AWAY).search(words):
        return "?" in text or rx(r"\b(?:se|medo|perigo|risco|vai que)\b").search(words) is not None
    kept = rx(_KEPT).search(words if "?" in text else rx(_ASKED).sub("", words).strip())
    offered = rx(_OFFERED).search(words) is not None
    return asked and len(words.split()) <= _MOST_WORDS and kept is not None and not offered


_ELSEWHERE = (
    r"\b(?:pix|chave|conta|numero|celular|cnpj) (?:d[aeo]s? )?(?:clinica|voces|vcs|doutora?|dra|dr|dona|recepcao|instagram|insta|site)\b"
    r"|\b(?:na|pra|para|pela) (?:sua |minha |propria )?(?:chave|conta)\b|\b(?:por fora|direto na conta|cnpj)\b"
    r"|\bnao (?:foi |por |pelo |pela )+(?:ess[ea] |o |a )?(?:link|pagina|site)\b"
    r"|\b(?:banco|aplicativo|app|extrato)\b.*\b(?:di(?:z|sse)|fala|mostr(?:a|ou)|consta|aparece|debit(?:ou|ado)|descontou|saiu)\b"
)


def pays_elsewhere(text: str) -> bool:
    """Whether the money that was sent cannot have come by the page of the deposit: "o link não abre, paguei no pix da clínica"."""
    words = _plain(text)
    return said_of_deposit(text) is Deposit.LINK or rx(_ELSEWHERE).search(words) is not None


_KEY = r"\b(?:qual|cade|manda|mande|me passa|passa|passe|envia|tem)(?: (?:e|a|o|eh|sua|seu|de voces|vcs|me|pra|para|eu|uma|um|numero|do|da))* (?:chave|pix|conta)\b(?! (?:ou|e) |.*\b(?:parcel|cartao|aceit))"


def asks_for_key(text: str) -> bool:
    """Whether that is asked for to which money is sent: "me passa o pix", "qual a chave?"; not whether the clinic takes it."""
    words = _plain(text)
    return rx(_KEY).search(words) is not None and not rx(r"\btem (?:\w+ ){0,2}(?:pix|conta)\b").search(words)


def asks_how_there(text: str) -> bool:
    """Whether the means of paying at the clinic itself are asked for too: "pode ser no cartão aí na hora?"."""
    return rx(_PAYS_THERE).search(_plain(text)) is not None


_SHORT = {"q": "que", "qnto": "quanto", "qto": "quanto", "qnt": "quanto", "qt": "quanto"}


def _plain(text: str) -> str:
    return " ".join(_SHORT.get(word, word) for word in re.sub(r"[^\w ]", " ", fold(text)).split())
