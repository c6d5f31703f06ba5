"""Typing slips in the words the grammar turns on: one letter wrong, missing, doubled or swapped.

Only long words of a closed list are repaired, and never a word that is another word of the language: "segundo" is not "segunda".
"""

from __future__ import annotations

from functools import lru_cache

# Words of the grammar that are long enough to be recognised with a slip in them.
VOCABULARY: tuple[str, ...] = (
    "amanha", "segunda", "quarta", "quinta", "sabado", "domingo", "semana", "proxima", "depois", "horario", "janeiro", "fevereiro",
    "setembro", "outubro", "novembro", "dezembro", "feriado", "agendar", "cancelar", "remarcar", "desmarcar", "confirmar", "confirmo",
    "confirmado", "atendente", "mensagem", "mensagens", "obrigada", "obrigado", "perfeito", "certeza", "gostaria", "disponivel",
    "quanto custa", "parcelar", "desconto", "endereco", "primeira", "segunda", "terceira", "telefone", "consulta", "aniversario",
    "reclamacao", "gestante", "amamentando", "alergica", "sobrancelha", "anteontem", "manha", "tarde",
)  # fmt: skip

# Slips in short words, and slips of more than one letter, that are common enough to be listed.
LISTED: dict[str, str] = {
    "tersa": "terca", "almoso": "almoco", "almosso": "almoco", "aumoco": "almoco", "almoxo": "almoco", "tersca": "terca", "teca": "terca", "terssa": "terca", "terxa": "terca", "sesta": "sexta", "setxa": "sexta",
    "sexa": "sexta", "sexts": "sexta", "cexta": "sexta", "qurta": "quarta", "kuarta": "quarta", "kinta": "quinta", "qinta": "quinta",
    "wuinta": "quinta", "wuarta": "quarta", "meis": "meia", "meua": "meia", "meai": "meia", "mwia": "meia", "meiq": "meia", "tercs": "terca", "sezta": "sexta", "sexra": "sexta", "dexta": "sexta",
    "cegunda": "segunda", "sabdo": "sabado", "oje": "hoje", "oji": "hoje", "hoj": "hoje", "hogi": "hoje", "tarce": "tarde", "tarte": "tarde", "trade": "tarde",
    "tarda": "tarde", "amnhaa": "amanha", "amaha": "amanha", "amanah": "amanha", "manhan": "manha", "amanhan": "amanha",
    "dpeois": "depois", "dispois": "depois", "dipois": "depois", "adispois": "depois", "despois": "depois", "adepois": "depois", "orario": "horario", "oraio": "horario", "ora": "h", "sima": "semana",
    "marcos": "marcos", "comfirmo": "confirmo", "confimo": "confirmo", "confrimo": "confirmo", "conrfimo": "confirmo", "quera": "quero",
    "qeuro": "quero", "quro": "quero", "qero": "quero", "cancela": "cancela", "vaum": "vao", "intao": "entao", "naão": "nao", "nçao": "nao",
    "noa": "nao", "anao": "nao", "nau": "nao", "brigadu": "obrigado", "ves": "vez", "comsulta": "consulta", "remacar": "remarcar", "deiz": "10", "deis": "10", "nouve": "9", "sinco": "5", "seiz": "6",
}  # fmt: skip

_ENDINGS = ("a", "e", "o", "as", "es", "os", "ao", "am", "em")

# Neighbours that are words themselves.
REAL: frozenset[str] = frozenset({
    "segundo", "segundas", "segundos", "quarto", "quartas", "quartos", "quanta", "quantas", "guarta", "quinto", "quintas", "quintos", "quita",
    "quintal", "sabados", "sabida", "sabido", "saiado", "domingos", "semanas", "semanal", "humana", "romana", "proximo", "proximas", "proximos",
    "depoi", "depor", "horarios", "otario", "horaria", "feriados", "janeira", "marcar", "agenda", "agendas", "cancela", "cancelas", "cancele",
    "confirma", "confirme", "confirmou", "confirmada", "mensagem", "massagem", "massagens", "atendentes", "mensal", "mensagens", "obrigar",
    "obrigados", "obrigadas", "perfeita", "perfeitos", "perfeitas", "certezas", "descontos", "enderecos", "primeiro", "primeiras", "primeiros",
    "telefones", "terceiro", "terceiras", "consultas", "consultar", "consulto", "consultor", "insulta", "resulta", "reclamacoes", "gestantes",
    "alergico", "alergicas", "sobrancelhas", "manha", "manhas", "banha", "minha", "ganha", "manga", "mancha", "manta", "tarde", "tardes", "tarda",
    "carde", "garde", "arde", "tardo", "parte", "nanha", "lanha", "sonha", "sonho", "manhe", "manhosa", "setembros", "anteontem", "parcela",
    "parcelas", "parcelado", "parcelou", "disponiveis", "confirmar", "conformar", "amanhar", "quadra", "quarenta", "demarcar", "remarcar",
    "desmarcar", "remarca", "desmarca", "marcaram", "gostariam", "maneiro", "maneira",
    "apanha", "acanha", "amansa", "aranha", "tamanha", "ferido", "ferindo", "ferrado", "seriado", "dominio", "seguida", "segundar", "aproxima",
    "proximal", "telefonei", "restante", "estante", "testante", "quieta", "quintar", "safado", "sacado", "sarado", "sanado", "sambado", "babado",
    "gabado", "atendeste", "tendente", "atendar", "confirmando", "confirmador", "conformo", "conformado", "obrigava", "obrigara", "obrigando",
    "abrigado", "abrigada", "gastaria", "postaria", "tostaria", "descontou", "desmonto", "remascar", "canelar", "chancelar", "endureco", "enderecou",
    "declamacao", "aparcelar",
    "amanda", "horacio", "domingas",
})  # fmt: skip
"""Found by asking a lexicon of film subtitles (pyspellchecker's, fifty occurrences or more) for every word that `repair` would change; a word
typed for another far more often than meant ("prefeito", "secunda") is not among them. The last line are given names."""


def _inflected(word: str, meant: str) -> bool:
    """ "segundo" and "segundas" are words of their own; "primeirs" is a slip."""
    return (meant.startswith(word[:-1]) or word.startswith(meant[:-1])) and word.endswith(_ENDINGS)


@lru_cache(maxsize=8192)
def repair(word: str) -> str:
    """The word of the grammar that folded `word` was probably meant to be; `word` itself if there is none."""
    if word in LISTED:
        return LISTED[word]
    if len(word) > 2 and word[0] == "q" and word[1] in "aeio":
        word = "qu" + word[1:]  # "qarta", "qanto", "qem": no other letter follows a q
    if len(word) < 6 or len(word) > 14 or not word.isalpha() or word in REAL or word in VOCABULARY:
        return word
    from rapidfuzz.distance import OSA  # noqa: PLC0415  (only a long unknown word needs it)

    for meant in VOCABULARY:
        if len(meant) < 6 or _inflected(word, meant):
            continue
        if abs(len(meant) - len(word)) <= 1 and OSA.distance(word, meant, score_cutoff=1) <= 1:
            return meant
    return word
