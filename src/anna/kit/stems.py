"""Portuguese words brought to what their forms share, over folded text: "parcelam" and "parcelado", "cartão" and "cartoes" are one.

PostgreSQL's own Portuguese dictionary wants the accents that patients leave out (it tells "cartao" from "cartoes", "abre" from "abrem").
A stem is for comparing and never shown; it may be no word.
"""

from __future__ import annotations

from functools import lru_cache

from anna.kit.text import tokenize

LEAST = 3
"""Letters that a stem keeps."""

_PLURALS = {
    "oes": "ao",
    "aes": "ao",
    "ais": "al",
    "eis": "el",
    "ois": "ol",
    "ns": "m",
    "res": "r",
    "zes": "z",
}
_ENDINGS = tuple(
    sorted(
        [
            "amento", "imento", "acao", "icao", "mente", "idade", "avel", "ivel", "ancia", "encia", "ante", "ente", "ando", "endo",
            "indo", "aram", "eram", "iram", "amo", "emo", "imo", "aria", "eria", "iria", "ados", "idos", "adas", "idas", "ado", "ada", "ido", "ida", "ar",
            "er", "ir", "am", "em", "ou", "ei", "eu", "iu", "a", "e", "i", "o", "u",
        ],
        key=len,
        reverse=True,
    )
)  # fmt: skip

_IRREGULAR = {
    form: stem
    for stem, forms in {
        "cab": "caibo caiba", "dorm": "durmo durma", "med": "meco meca", "ouv": "ouco ouca", "ped": "peco peca pecam", "perd": "perco perca percam",
        "prefer": "prefiro prefira", "repet": "repito repita", "sent": "sinto sinta", "serv": "sirvo sirva", "traz": "trago traga tragam",
    }.items()
    for form in forms.split()
}  # fmt: skip
"""Forms of irregular verbs, which patients use of themselves: "perco o sinal?" asks what "perder o sinal" answers."""

EMPTY = frozenset(
    [
        "a", "aceita", "aceitam", "aceitar", "acontece", "agora", "ai", "ainda", "algo", "algum", "alguma", "algumas", "alguns", "ali",
        "amanha", "amor", "antes", "ao", "aonde", "aos", "apenas", "aqui", "as", "ate", "atende", "atendem", "atender", "bem", "boa",
        "bom", "ca", "cada", "caso", "certinho", "certo", "clinica", "coisa", "com", "como", "consegue", "conseguem", "consegui",
        "consigo", "da", "dai", "dao", "dar", "das", "de", "deixar", "deixo", "dela", "dele", "depois", "desde", "dessa", "desse",
        "desta", "deste", "dia", "direitinho", "diz", "dizer", "do", "dona", "dos", "duvida", "duvidas", "e", "eh", "ela", "elas", "ele",
        "eles", "em", "entao", "entre", "essa", "esse", "esta", "estao", "estar", "este", "estou", "eu", "existe", "faco", "favor",
        "faz", "fazem", "fazer", "flor", "foi", "forma", "formas", "fornece", "fornecem", "gente", "geralmente", "gostaria", "ha",
        "hoje", "info", "informacao", "informacoes", "ir", "isso", "isto", "ja", "jeito", "la", "lhe", "linda", "logo", "lugar", "mais",
        "manda", "mandar", "mas", "me", "meio", "mesmo", "meu", "meus", "mim", "minha", "minhas", "moca", "moco", "modo", "muita",
        "muito", "na", "nao", "nas", "ne", "nem", "no", "normalmente", "nos", "nossa", "nosso", "num", "numa", "o", "obrigada",
        "obrigado", "oferece", "oferecem", "oi", "ola", "onde", "os", "ou", "outra", "outro", "para", "passa", "passar", "pega", "pegam",
        "pela", "pelas", "pelo", "pelos", "pergunta", "perguntar", "perguntas", "permite", "permitem", "permitido", "pessoal", "pode",
        "podem", "podemos", "poder", "poderia", "podia", "pois", "politica", "ponto", "por", "porque", "posso", "possuem", "possui",
        "pra", "pras", "precisa", "precisamos", "precisando", "precisar", "preciso", "pro", "pros", "quais", "qual", "qualquer",
        "quando", "quanta", "quantas", "quanto", "quantos", "que", "quem", "quer", "queria", "querida", "quero", "regra", "regras",
        "sabe", "saber", "sao", "se", "seja", "sem", "ser", "sera", "seu", "seus", "sim", "so", "sobre", "somos", "sou", "sua", "suas",
        "ta", "tambem", "tanto", "tao", "te", "tem", "temos", "tenho", "ter", "teria", "tipo", "toda", "todo", "todos", "trabalha",
        "trabalham", "trabalhar", "trabalho", "tudo", "um", "uma", "umas", "uns", "usa", "usam", "usar", "vai", "vao", "vcs", "ve",
        "vem", "ver", "vir", "voce", "voces", "vou",
    ]
)  # fmt: skip
"""Words that say nothing about what a sentence is about."""


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """What the forms of a folded word share."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for plural, single in _PLURALS.items():
        if word.endswith(plural) and len(word) - len(plural) >= 2:
            word = word[: -len(plural)] + single
            break
    else:
        if word.endswith("s") and len(word) > LEAST:
            word = word[:-1]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= LEAST:
            return word[: -len(ending)]
    return word


@lru_cache(maxsize=4096)
def content_words(text: str) -> tuple[str, ...]:
    """The words of `text` that say what it is about: folded, written out, each once, in their order. Numbers are none."""
    norms = (word for token in tokenize(text) for word in token.norm.split())
    return tuple(
        dict.fromkeys(word for word in norms if word.isalpha() and len(word) > 1 and word not in EMPTY)
    )
