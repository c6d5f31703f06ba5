"""Whether somebody who is spoken of is threatened by who writes: words only. What threatens the clinic is `conduct.THREAT`."""

from __future__ import annotations

from anna.conversation.understanding.facts.whom import KIN
from anna.conversation.understanding.text.line import Line, rx

_STAFF = r"(?:dra?|doutora?|medic[ao]|esteticista|dentista|enfermeir[ao]|recepcionista|atendente|secretaria|profissional|gerente|don[ao])"
_HER = (
    rf"(?:el[ae]s?|(?:a |o |ess[ae] )?{_STAFF}(?: [a-z]+)?"
    rf"|(?:a |o )?(?:minha|meu|essa|esse|aquela|aquele) (?:{KIN}|ex|mulher|homem|cara|moc[ao]|vagabund[ao]|desgracad[ao]|safad[ao]|infeliz))"
)
_ON_HER = rf"(?:n?el[ae]s?\b|(?:(?:n?a|n?o) )?(?:(?:cara|fuca|boca|pescoco|braco|perna|dentes?) (?:toda |todo )?)d?(?:el[ae]s?|[ao] (?:minha|meu) {KIN})\b|(?:a |o |n?a |n?o )?(?:minha|meu|essa|aquela) (?:{KIN}|ex|vagabund[ao]|desgracad[ao])\b)"
_HURTS = r"(?:matar|bater|socar|espancar|esmurrar|surrar|esganar|enforcar|esfaquear|quebrar|arrebentar|arrasar com|acabar com|arrancar)"
_HURT = r"(?:mato|espanco|esgano|enforco|arrebento|quebro|soco|surro|acabo com|arrasto|arranco)"
_WILL = r"(?:vou|irei|to indo|estou indo|capaz de(?: eu)?|quero|juro que|hoje eu|ainda|vo)"
_THREATENS = (
    rf"\b{_HER} (?:(?:ainda|hoje|agora|so) )*(?:vai (?:se )?ver (?:so(?! (?:[oa]s?|um|uma|se|isso)\b)|comigo(?= ?(?:$|[.!,?]|hoje|agora|quando))|quando (?:(?:eu|ela|ele) )?(?:cheg|sai|volt|apare)\w+|o que e bom|uma coisa|quem manda)\b|nao perde por esperar\b"
    r"|(?:vai )?me paga(?:r)? ?(?:$|[.!,]|(?:essa|isso|por (?:isso|essa)|caro|muito caro|viu)\b)|vai (?:se arrepender|apanhar|levar (?:uma )?(?:surra|tapa|porrada)|morrer)\b|apanha ?(?:$|[.!,]|hoje|quando)"
    r"|ta (?:ferrada|lascada|morta|fudida|perdida|frita)(?: comigo| na minha mao)?\b)",
    rf"\b{_WILL} (?:(?:ai|la|eu|ir) )*(?:e )?{_HURTS} {_ON_HER}",
    rf"\b{_HURT} {_ON_HER}",
    rf"\b(?:dar|dou|meter|meto|descer|desco|sentar|encher|encho) (?:uma? |a |o )?(?:surra|tapa|soco|murro|porrada|mao|cacete|tiro|facada|braco) {_ON_HER}",
    rf"\b(?:encher|encho|cobrir|cubro) (?:el[ae] |a minha {KIN} |minha {KIN} )de (?:porrada|pancada|tapa|soco|murro|bala)",
    r"\b(?:arrast\w+|tir\w+|peg\w+|busc\w+|traz\w+|lev\w+) el[ae] (?:\w+ ){0,3}(?:a forca|na marra|no tapa|pel[oa]s? cabelos?|na porrada|no braco|arrastad[ao])\b",
)
_NO_THREAT = r"\bk{3,}|\b(?:haha\w*|rs(?:rs)+|brinca\w+|zoa\w+|de (?:rir|amor|beijo\w*|saudade|vergonha|inveja|susto))\b"
_PERHAPS = rf"\b{_HER} (?:(?:ainda|hoje|agora|so) )*vai (?:(?:se )?ver ?(?:$|[!.])|(?:me )?pagar (?:(?:bem |muito )?caro|por (?:isso|essa)|essa) ?(?:$|[!.,]))"
_LOOKS = r"\b(?:fotos?|resultado|mand\w+|envi\w+|mostr\w+|link|video|agenda|horarios?|preco|valor|mensage\w+|depois|se|dinheiro|pix|cartao|boleto)\b"
"""What somebody may go and see, or pay for, in peace."""


def threatens_somebody(text: str) -> bool:
    """Whether harm is promised to somebody who is spoken of: "ela me paga essa", "vou quebrar a cara dela". Laughed at, it is none."""
    said = Line.of(text).norm
    if rx(_NO_THREAT).search(said):
        return False
    perhaps = rx(_PERHAPS).search(said) is not None and rx(_LOOKS).search(said) is None
    return perhaps or any(rx(pattern).search(said) for pattern in _THREATENS)
