"""Whether what WhatsApp calls a name is one that somebody can be booked under. Anybody may write anything there."""

from __future__ import annotations

from unicodedata import category, normalize

from anna.conversation.understanding.facts.common_words import COMMON
from anna.conversation.understanding.facts.given_names import KNOWN, SHORT
from anna.conversation.understanding.facts.name_words import (
    ALSO_NAMES,
    ALSO_VERBS,
    NOT_NAMES,
    PARTICLES,
    TITLES,
)
from anna.kit.text import fold

MOST_WORDS = 7
"""A name of more words is a sentence."""

_ORNAMENTS = frozenset({"So", "Sk", "Cf", "Mn", "Cs"})
"""Unicode categories of what decorates a name: hearts, flowers, their joiners and variants."""

_TRADE = frozenset(["ltda", "eireli", "mei", "loja", "lojas", "store", "shop", "studio", "estudio", "salao", "delivery", "oficial", "vendas", "pizzaria", "imoveis", "imobiliaria", "consultoria", "advocacia", "advogados", "transportes", "mercado", "supermercado", "moveis", "celulares", "assistencia", "tecnica", "restaurante", "bar", "lanches", "modas", "moda", "boutique", "atelie", "nails", "makeup", "beauty", "barbearia", "academia", "farmacia", "contabilidade", "engenharia", "corretora", "corretor", "distribuidora", "comercio", "servicos", "eventos", "fotografia", "seguros", "tech", "digital", "marketing", "company", "inc", "grupo", "escola", "igreja", "auto", "pecas", "pet", "grafica", "doces", "bolos", "confeitaria", "estetica", "cosmeticos", "semijoias", "bijuterias", "calcados", "representante", "representacoes", "construtora", "turismo", "viagens", "odontologia", "fisioterapia", "hotel", "pousada", "padaria", "acougue", "papelaria", "otica", "empresa", "clinica"])  # fmt: skip
_NOBODY = frozenset(["ignore", "ignora", "ignorar", "esqueca", "forget", "you", "system", "sistema", "prompt", "admin", "root", "null", "none", "undefined", "teste", "test", "drop", "table", "select", "insert", "delete", "update", "promo", "promocao", "oferta", "cupom", "gratis", "gratuito", "desconto", "reais", "pix", "pague", "pago", "cancelado", "confirmado", "confirmada", "urgente", "atencao", "aviso", "usuario", "user", "contato", "repita", "diga", "anonimo", "anonima", "desconhecido", "unknown", "privado", "status", "loading", "offline", "online", "off", "ocupado", "ocupada", "ausente", "recado", "recados", "trabalhando", "zap", "wpp", "foco", "princesa", "rainha", "rei", "bebe", "benca"])  # fmt: skip

_SAID = frozenset({"deus", "jesus", "senhor", "gratidao", "fe", "paz", "saudades", "luto"})
"""What a sentence begins with, and no name: "Deus é fiel". Maria de Jesus is one."""


def plausible_name(raw: str | None) -> str | None:
    """`raw` without its ornaments, as somebody may be booked under it; None where it is no name: a word, a firm, an order, a mark."""
    bare = "".join(" " if category(c) in _ORNAMENTS else c for c in normalize("NFC", raw or ""))
    words = bare.split()
    if not words or len(words) > MOST_WORDS or not all(_is_word(word) for word in words):
        return None
    folded = [fold(word).strip(".'’-") for word in words]
    rest = folded[1:] if folded[0] in TITLES and len(words) > 1 else folded
    if set(folded) & (_TRADE | _NOBODY) or not _can_begin(rest[0], single=len(rest) == 1):
        return None
    if all(word in ALSO_NAMES | PARTICLES for word in rest):
        return None  # "Feliz da vida"
    follow = [word for word in rest[1:] if word not in PARTICLES]
    if any(word in NOT_NAMES and word not in ALSO_NAMES for word in follow):
        return None
    return " ".join(words)


def _is_word(word: str) -> bool:
    return word.strip(".'’-").replace("-", "").replace("'", "").replace("’", "").isalpha()


def _can_begin(word: str, *, single: bool) -> bool:
    if word in KNOWN | SHORT | ALSO_VERBS or (word in ALSO_NAMES and not single):
        return True
    return len(word) > 1 and word not in NOT_NAMES | COMMON | _SAID
