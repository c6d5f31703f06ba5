"""What somebody says that it costs, beside a time that she takes: "1. mas é grátis?", "a 2 se for 50% off", "1, 99 né". Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time
from decimal import Decimal

from anna.conversation.understanding.text.line import Line, rx

_NOT_OF_IT = r"\b(?:estacion\w+|valet|manobrista|wifi|wi fi|internet|cafe\w*|agua|lanche|retorno|retoque|avaliacao|cancel\w+|remarc\w+|desmarc\w+|sinal|entrada|parcel\w+|vezes|multa|taxa|uber|onibus|troco|paguei|pagava|gastei|custou|ganho|salario|rua|avenida|av|moro|endereco|cep|apto|apartamento|bloco|predio|cpf|rg|senha|codigo|protocolo|quadra)\b"
"""What else may be free or be paid so, what was paid once, and numbers that are no sum."""
_INSTALMENTS = r"\b\d{1,2} ?x\b"
_FREE = (
    r"\b(?:gratis|de graca|na faixa|gratuit[ao]s?|cortesia|0800|(?:nao|nem|num) (?:vou |precisa |tem que |tenho que |se )?(?:pag(?:a|ar|o)|cobra\w*|custa)(?: nada| (?:pra|para) fazer)?"
    r"|sem (?:pagar|custo|cobrar)(?: nada| nenhum)?|custo zero|zero (?:reais|custo)|(?:de )?brinde|free)\b"
)
_FREE_NOT = r"\b(?:nao|nem|num) (?:vou |precisa |tem que |tenho que )?pag\w+ (?:antes|agora|adiantad\w+|hoje|ainda|por isso)\b|\b(?:nao|nem|num) (?:e|eh|seja|era) (?:de graca|gratis|gratuit[ao])\b"
_PERCENT = r"\b\d{1,3} ?%(?! (?:de )?(?:certeza|algodao|seguranc\w+|cert[ao]|confirmad[ao]|sim|atenc\w+|hidrat\w+))|\b\d{1,3} por cento\b|\b(?:pela|por|a|na|com) metade do (?:preco|valor)\b|\b\d{2} (?:off|de desconto)\b"
_SUM = (
    r"\br ?\$ ?(?P<a>\d{1,3}(?:\.\d{3})+|\d{1,5})(?:,\d{2})?"
    r"|(?<![\d:/.,-])\b(?P<b>\d{1,3}(?:\.\d{3})+|\d{1,5}) ?(?:reais|real|contos?|pilas?|dinheiros|mangos)\b"
    r"|\b(?:por|custa|sai|saindo|valor (?:de|e)|preco (?:de|e)|e|eh|fica|fechad[oa]|fechamos|fecho|fechou|pago|cobra\w*|vi(?: que era)?|tava|estava|era) (?:so |apenas |os |uns )?(?P<c>\d{1,3}(?:\.\d{3})+|[1-9]\d{1,3})\b(?! ?(?:h\b|:|/|-|\d|mil\b|dias?|min\w*|vezes|x\b|ml|anos|pessoas?|%|,\d|\.\d))"
    r"|(?<![\d:/.,-])(?<!as )(?<!dia )(?<!das )(?<!numero )\b(?P<d>[1-9]\d{2,3})\b(?! ?(?:h\b|:|/|-|\d|mil\b|dias?|min\w*|vezes|x\b|ml|mg|anos|pessoas?|unidades?|%|,\d|\.\d))(?= *(?:$|[.,!?]|ne\b|certo\b|entao\b|mesmo\b|a vista|no pix|no total|e (?:eu )?(?:fecho|marco|topo)|pode ser))"
)


@dataclass(frozen=True, slots=True)
class Claimed:
    """The sums that are named; `reduced` where a part of the price is, or nobody knows how much."""

    sums: frozenset[Decimal]
    reduced: bool = False

    def is_true_of(self, sums: Iterable[Decimal]) -> bool:
        """Whether each of what is named is one of these, and nothing is to be taken off."""
        return not self.reduced and self.sums <= frozenset(sums)


def claimed_money(text: str, hours: Iterable[time] = ()) -> Claimed | None:
    """What it is said to cost; None where nothing is said of that. At `hours` there are times to choose from: "1030" is one of those."""
    norm = Line.of(text).norm
    if rx(_NOT_OF_IT).search(norm) or rx(_INSTALMENTS).search(norm):
        return None
    reduced = rx(_PERCENT).search(norm) is not None
    free = rx(_FREE).search(norm) is not None and not rx(_FREE_NOT).search(norm)
    times = {f"{hour:%-H%M}" for hour in hours} | {f"{hour:%-H}" for hour in hours}
    sums = {
        Decimal(said.replace(".", ""))
        for match in rx(_SUM).finditer(norm)
        for name, said in match.groupdict().items()
        if said and (name in "ab" or said not in times)
    } | ({Decimal(0)} if free else set())
    return Claimed(frozenset(sums), reduced) if sums or reduced else None
