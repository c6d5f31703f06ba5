"""What is asked about a deposit while it is awaited: how long there is, why it is needed, in how many parts, a link that fails. Pure.

Said elsewhere the same words may mean anything ("até quando?"); here they mean the deposit, so nothing else looks for them.
"""

from __future__ import annotations

import re
from enum import StrEnum

from anna.kit.text import fold


class Deposit(StrEnum):
    """What somebody who is to pay a deposit says about it; the value is the template that answers."""

    LINK = "sinal_link"  # "o link não abre"
    DECLINED = "pagamento_recusado"  # "meu cartão foi recusado, o que eu faço?"
    PARTS = "sinal_de_uma_vez"  # "dá pra parcelar o sinal?"
    UNTIL = "sinal_ate_quando"  # "quanto tempo tenho pra pagar?", "posso pagar amanhã?"
    HOW = "sinal_como"  # "vou pagar como?", "qual a chave do pix?"
    WHY = "sinal_por_que"  # "precisa mesmo desse sinal?", "posso pagar na hora?"
    REFUSED = "sinal_recusado"  # "não vou pagar sinal nenhum"
    WILL_PAY = "sinal_combinado"  # "ok, vou pagar agora"
    OTHERS = "other_times"  # "não tem outro horário?"


class Paid(StrEnum):
    """What is true of a deposit that somebody says she has paid; the value is the template that says so."""

    AWAITED = "pagamento_a_confirmar"
    ARRIVED = "pagamento_recebido"
    NOT_FOUND = "pagamento_nao_encontrado"
    ELSEWHERE = "pagamento_fora_do_link"  # awaited, and not by that page: a person looks for it


_PAGE = r"(?:links?|pagina|site|qr|qrcode)"
_FAILS = r"(?:nao|n|nn|num) (?:\w+ ){0,2}?(?:abr|carreg|funcion|consig|consegu|entr|vai|foi|da|deu|apare|receb|ach)\w*"
_SOON = r"(?:amanha|depois|mais tarde|outro dia|a noite|de noite|semana que vem|segunda|terca|quarta|quinta|sexta|sabado)"
_PAYS = r"(?:pag(?:ar|o|amos|a|aria)|transf(?:iro|erir)|deposit(?:o|ar)|mand(?:o|ar) (?:o )?(?:pix|sinal|dinheiro)|fa(?:co|zer|z) (?:o )?(?:pix|pagamento|sinal))"
_HOW = r"(?:como|onde|por onde|aonde|de que (?:jeito|forma)|de qual forma|pra qual (?:conta|chave)|para qual (?:conta|chave)|em qual (?:conta|chave))"
_THERE = r"(?:ai|la|no dia|na hora|na clinica|no local|pessoalmente|presencial\w*|quando (?:eu )?(?:chegar|for)|depois d[ao])"
_ON_SITE = r"(?:no dia|na hora|na clinica|no local|pessoalmente|presencial\w*|quando (?:eu )?(?:chegar|for))"
_PAYS_THERE = rf"\b(?:cartao|dinheiro|debito|credito)\b(?: \w+){{0,3}} {_ON_SITE}\b"
_RULES: tuple[tuple[Deposit, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (Deposit.LINK, rf"\b{_PAGE}\b.*\b(?:{_FAILS}|erro|quebrad\w*|invalid\w*)|\b{_FAILS}\b.*\b{_PAGE}\b"),
        (Deposit.LINK, rf"\b(?:cade|reenvia|me reenvia|manda (?:de novo )?|envia (?:de novo )?)\s*o? ?{_PAGE}\b"),
        (Deposit.DECLINED, r"\b(?:cartao|pagamento|compra|pix|transacao)\b.*\b(?:recus\w+|negad\w+|negou|(?:nao|n) (?:passou|passa|autoriz\w+|aprov\w+|foi (?:aprovad\w+|autorizad\w+)))\b|\brecus(?:ou|aram|ado|ada)\b.*\b(?:cartao|pagamento)\b"),
        (Deposit.PARTS, r"\bparcel\w*|\b(?:em|de) ?\d{1,2} ?(?:x|vezes)\b|\bem (?:duas|tres|quatro) vezes\b|\bdivid\w*"),
        (Deposit.WHY, _PAYS_THERE),
        (Deposit.HOW, rf"\b{_HOW}(?: (?:e|eh|que|eu|a gente|faco|faz|fasso|devo|posso|consigo|tenho|se|pra|para|o|isso))* {_PAYS}\b|\b{_PAYS}(?: (?:o|esse|isso|a|sinal|por))* {_HOW}\b(?! (?:e|eu|posso)\b)|\b(?:qual|cade|manda|me passa|passa)(?: (?:e|a|o|eh|sua|seu|de voces|vcs|me|pra|para|eu))* (?:chave|pix|conta)\b|\bforma (?:de|do) pagamento\b"),
        (Deposit.UNTIL, rf"\b(?:pag(?:ar|o)|acerto|acertar|deposit\w*|transfer\w*)\b(?: \w+){{0,3}} {_SOON}\b"),
        (Deposit.UNTIL, r"\b(?:quanto|qnto|qto|qnt|qt) tempo\b|\bate (?:quando|q(?:ue)? (?:horas?|hrs?|dia))\b(?!.*\b(?:abert[ao]s?|abrem?|fecham?|funciona\w*|atend\w+)\b)|\bprazo\b|(?<!cartao )\b(?:venc|expir)(?:e|em|a|am|er|ar|imento)\b"),
        (Deposit.WHY, rf"\bpag(?:ar|o|amento)\b(?: \w+){{0,4}} {_THERE}\b|\b{_THERE} (?:eu )?pag(?:ar|o)\b|\bem dinheiro\b"),
        (Deposit.WHY, r"\b(?:precis\w+|obrigad\w+|obrigatori\w+|necessari\w+|tenho (?:mesmo )?(?:que|de)|tem (?:mesmo )?(?:que|de)|sem|so com) (?:\w+ ){0,4}?(?:sinal|pag\w+|adiantad\w+|deposit\w+)\b"),
        (Deposit.WHY, r"\b(?:sinal|pag\w+ antes|adiantad\w+|deposito)\b(?: \w+){0,4} (?:obrigatori\w+|necessari\w+|precis\w+)|\b(?:pq|por que|porque|pra que|para que) (?:\w+ ){0,4}?(?:sinal|pag\w+|adiantad\w+)\b"),
        (Deposit.OTHERS, r"\b(?:tem|teria|tinha|ha|existe|queria|quero|prefiro|ve|olha|mostra)\b(?: \w+){0,3} (?:outr[oa]s?|mais|diferentes?) (?:horarios?|horas?|datas?|dias?|opc\w+|vagas?)\b"),
        (Deposit.REFUSED, r"\b(?:nao|n|num|nunca|jamais|nem) (?:eu )?(?:(?:vou|quero|pretendo|irei|aceito|concordo em|topo) )?(?:pag(?:ar|o|arei)|dar|dou|adiant\w+)\b(?: \w+){0,2} (?:sinal|nada|isso|antes|adiantad\w+|deposito|nenhum\w*)\b|\bme recuso\b|\b(?:nao|n|num) (?:vou|quero|pretendo|irei) (?:mesmo )?pagar$"),
        (Deposit.WILL_PAY, r"^(?:\w+ ){0,3}?(?:vou|irei|to indo|estou indo|ja vou) (?:ja |agora )?(?:pagar|fazer (?:o|um) pix|mandar o pix|depositar|transferir)\b|\bpago (?:ja|agora|hoje|daqui)\b"),
    )
)  # fmt: skip


_MEANS = r"(?:links?|paginas?|sites?|pix|chaves?|contas?|boletos?|qr|qrcode|cobrancas?)"
_STRANGE = re.compile(
    rf"\b(?:outr[oa]s?|nov[oa]s?|diferentes?|estranh[oa]s?) {_MEANS}\b.*\b(?:posso pagar|pago nel[ea]|devo pagar|(?:e|eh) (?:mesmo )?(?:de voces|da clinica|voces|oficial|verdadeir\w+|confiavel|segur\w+|certo)|golpe|fals[oa])\b"
    rf"|\b(?:recebi|mandaram|me mandou|chegou|me passaram|pediram|veio)\b.*\b(?:outr[oa]|nov[oa]|diferente|estranh[oa]) {_MEANS}\b"
    rf"|\b{_MEANS} (?:\w+ ){{0,3}}(?:mudou|mudaram|trocou|trocaram)\b|\b(?:mudou|mudaram|trocou|trocaram) (?:o|a|de) {_MEANS}\b"
    rf"|\bhttps? .*\b(?:posso|devo|e pra|e para) pagar\b|\bgolpe\b.*\b{_MEANS}\b"
)
_OWN_FAULT = re.compile(rf"\b{_FAILS}|\b(?:meu|minha|mudei|troquei)\b")


def asks_whether_ours(text: str) -> bool:
    """Whether somebody was told to pay elsewhere, or doubts that it is the clinic's: "recebi outro link, posso pagar nele?"."""
    words = _plain(text)
    return _STRANGE.search(words) is not None and _OWN_FAULT.search(words) is None


def said_of_deposit(text: str) -> Deposit | None:
    """What `text` says of a deposit that is awaited; None where it is about something else."""
    words = _plain(text)
    return next((kind for kind, rule in _RULES if rule.search(words)), None)


_ELSEWHERE = (
    r"\b(?:pix|chave|conta|numero|celular|cnpj) (?:d[aeo]s? )?(?:clinica|voces|vcs|doutora?|dra|dr|dona|recepcao|instagram|insta|site)\b"
    r"|\b(?:na|pra|para|pela) (?:sua |minha |propria )?(?:chave|conta)\b|\b(?:por fora|direto na conta|cnpj)\b"
)


def pays_elsewhere(text: str) -> bool:
    """Whether the money that was sent cannot have come by the page of the deposit: "o link não abre, paguei no pix da clínica"."""
    words = _plain(text)
    return said_of_deposit(text) is Deposit.LINK or re.search(_ELSEWHERE, words) is not None


_KEY = r"\b(?:qual|cade|manda|mande|me passa|passa|passe|envia|tem)(?: (?:e|a|o|eh|sua|seu|de voces|vcs|me|pra|para|eu|uma|um|numero|do|da))* (?:chave|pix|conta)\b(?! (?:ou|e) |.*\b(?:parcel|cartao|aceit))"


def asks_for_key(text: str) -> bool:
    """Whether that is asked for to which money is sent: "me passa o pix", "qual a chave?"; not whether the clinic takes it."""
    words = _plain(text)
    return re.search(_KEY, words) is not None and not re.search(r"\btem (?:\w+ ){0,2}(?:pix|conta)\b", words)


def asks_how_there(text: str) -> bool:
    """Whether the means of paying at the clinic itself are asked for too: "pode ser no cartão aí na hora?"."""
    return re.search(_PAYS_THERE, _plain(text)) is not None


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^\w ]", " ", fold(text)).split())
