"""Text as people type it, made comparable.

`clean` is what may be stored, `fold` is what is compared and searched, `tokenize` is what the grammar reads: words with their
place in the original, in a normal form without accents, stretched letters or chat abbreviations.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

# Chat abbreviations and what they stand for, both folded. Only those with one meaning in a chat with a clinic.
ABBREVIATIONS: dict[str, str] = {
    "agr": "agora", "ag": "agendar", "agd": "agendar", "almc": "almoco",
    "amh": "amanha", "aman": "amanha", "amn": "amanha", "amnh": "amanha", "amnha": "amanha", "amanh": "amanha",
    "anivers": "aniversario", "ap": "apartamento", "app": "aplicativo", "apt": "apartamento", "apto": "apartamento", "aq": "aqui",
    "axo": "acho", "bb": "bebe", "bbs": "bebes", "bjo": "beijo", "bjs": "beijos", "bj": "beijo", "blz": "beleza", "bls": "beleza", "brigada": "obrigada",
    "brigado": "obrigado", "bjus": "beijos", "cel": "celular", "cmg": "comigo", "ctg": "contigo", "ctz": "certeza",
    "dsclp": "desculpa", "dscp": "desculpa", "dnv": "de novo", "dnovo": "de novo", "dmais": "demais",
    "dmanha": "de manha", "dnoite": "de noite", "dtarde": "de tarde", "dpois": "depois", "dp": "depois", "dps": "depois", "dpos": "depois", "eh": "e", "end": "endereco", "fds": "fim de semana",
    "findi": "fim de semana", "finde": "fim de semana", "flw": "tchau", "gnt": "gente", "grv": "gravida", "hj": "hoje",
    "hje": "hoje", "oje": "hoje", "hr": "h", "hrs": "h", "hs": "h", "hora": "h", "horas": "h", "horaas": "h", "hras": "h",
    "hra": "h", "hoas": "h", "hrio": "horario", "msg": "mensagem", "msgs": "mensagens", "mensagen": "mensagem", "msm": "mesmo",
    "mnh": "minha", "mt": "muito", "mto": "muito", "mta": "muita", "n": "nao", "naum": "nao", "nn": "nao nao",
    "nop": "nao", "nops": "nao", "nope": "nao", "ngm": "ninguem", "nd": "nada", "neh": "ne",
    "obg": "obrigada", "obgd": "obrigada", "obgda": "obrigada", "obgdo": "obrigado", "obgado": "obrigado", "obrg": "obrigada",
    "brigadao": "obrigado", "okay": "ok", "okey": "ok", "oks": "ok", "okk": "ok", "ooi": "oi", "oie": "oi",
    "oiee": "oi", "oii": "oi", "pf": "por favor", "pfv": "por favor", "pfvr": "por favor", "pfvor": "por favor",
    "plmds": "pelo amor de deus", "pls": "por favor", "pq": "porque", "prq": "porque", "pqp": "puta que pariu", "pfta": "perfeita",
    "prox": "proxima", "prx": "proxima", "q": "que", "qd": "quando", "qdo": "quando", "qndo": "quando",
    "qnd": "quando", "qnt": "quanto", "qnto": "quanto", "qto": "quanto", "qts": "quantas", "qta": "quarta ou quinta", "qro": "quero", "qr": "quero", "qlqr": "qualquer",
    "qq": "qualquer", "qqr": "qualquer", "qqer": "qualquer", "qlq": "qualquer", "qm": "quem", "rapdo": "rapido", "s": "sim", "sdds": "saudades",
    "sla": "sei la", "ss": "sim sim", "tb": "tambem", "tbm": "tambem", "tbem": "tambem",
    "tmb": "tambem", "td": "tudo", "tds": "todos", "tel": "telefone", "fone": "telefone", "tp": "tipo",
    "vc": "voce", "vcs": "voces", "ce": "voce", "ces": "voces", "vlw": "valeu", "vlr": "valor", "vdd": "verdade", "vms": "vamos", "wpp": "whatsapp",
    "whats": "whatsapp", "wats": "whatsapp", "wts": "whatsapp", "zap": "whatsapp", "zapzap": "whatsapp", "whatsap": "whatsapp",
    "xau": "tchau", "tchauzinho": "tchau", "tah": "ta", "tou": "to",
    "aki": "aqui", "ker": "quer", "kero": "quero", "keru": "quero", "qria": "queria", "kria": "queria", "qeria": "queria",
    "marka": "marcar", "p": "para", "pa": "para", "c": "com", "d": "de", "mnha": "manha", "matina": "manha", "mha": "manha", "trd": "tarde",
    "segd": "segunda", "sgd": "segunda", "sgnda": "segunda", "sgunda": "segunda", "trca": "terca", "qrta": "quarta", "qrt": "quarta", "qnta": "quinta",
    "sx": "sexta", "sext": "sexta", "quar": "quarta", "quin": "quinta", "qi": "quinta", "segun": "segunda", "sxta": "sexta", "sxt": "sexta", "sbd": "sabado", "sabd": "sabado", "sbado": "sabado", "smn": "semana", "smana": "semana", "dmg": "domingo", "domg": "domingo", "hor": "h", "mins": "min", "minuto": "min", "minutos": "min",

    "simm": "sim", "sin": "sim", "siim": "sim", "sm": "sim", "ateh": "ate", "jah": "ja", "lah": "la", "soh": "so",
    "eae": "e ai", "eai": "e ai", "iae": "e ai", "iai": "e ai", "eaew": "e ai", "koe": "e ai", "bdia": "bom dia", "bomdia": "bom dia",
    "btarde": "boa tarde", "boatarde": "boa tarde", "bnoite": "boa noite", "boanoite": "boa noite", "tdb": "tudo bem", "tudobem": "tudo bem",
    "meiodia": "meio dia", "meianoite": "meia noite", "prof": "profissional", "proced": "procedimento", "sobr": "sobrancelha",
    "tlvz": "talvez", "tvz": "talvez", "oq": "o que", "oque": "o que", "ctza": "certeza", "blza": "beleza", "pfto": "perfeito", "pft": "perfeito",
    "cfm": "confirmo", "sqn": "so que nao", "fexado": "fechado", "dxa": "deixa", "entt": "entao",
    "mamae": "mae", "mamis": "mae", "maezinha": "mae", "papai": "pai", "paizinho": "pai",
    "fz": "fazer", "fzr": "fazer", "mds": "meu deus", "slk": "nossa",
}  # fmt: skip

_TOKEN = re.compile(r"\d{1,2}:\d{2}(?!\d)|\d+(?:[.,/-]\d+)*|[^\W\d_]+|\n+|[^\w\s]|_")
_RUNS = re.compile(r"(.)\1{2,}")
_LAST = re.compile(r"([^\W\drs])\1$")
_LAUGH = re.compile(r"(?:k{2,}|(?:ha|he|hi|rs|hua|ah){2,}h?|rs+|hau\w*|kak\w*|ksks\w*)")
_MODIFIERS = re.compile("[\U0001f3fb-\U0001f3ff\ufe0e\ufe0f\u200b-\u200d\u2060\u00ad]")
_ORDINALS = str.maketrans({"º": "o", "°": "o", "ª": "a"})


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number, mark or emoji: `text[start:end]` of the original, and what it is for the grammar."""

    text: str
    start: int
    end: int
    norm: str


def clean(text: str) -> str:
    """The same text as PostgreSQL takes it: NFC, without NUL and without lone surrogates."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "ignore")
    return unicodedata.normalize("NFC", whole.replace("\x00", ""))


@cache
def _fold_char(char: str) -> str:
    lowered = unicodedata.normalize("NFKD", char.casefold())
    return "".join(c for c in lowered.casefold() if not unicodedata.combining(c))


def fold(text: str) -> str:
    """Lower case without accents, for comparison and search. Folding twice changes nothing."""
    once = _fold_once(text)
    twice = _fold_once(once)
    while twice != once:  # a few letters need a second round (their fold is itself foldable)
        once, twice = twice, _fold_once(twice)
    return once


def _fold_once(text: str) -> str:
    if text.isascii():
        return text.lower()
    # character by character, so that nothing composes across a boundary that stripping an accent has opened
    return "".join(_fold_char(char) for char in unicodedata.normalize("NFKC", text.translate(_ORDINALS)))


def squeeze(word: str) -> str:
    """Undo stretched letters ("oiiii", "simm"): three or more become one, a double end becomes one ("ss", "rr" stay)."""
    return _LAST.sub(r"\1", _RUNS.sub(r"\1", word))


def normal(word: str) -> str:
    """The normal form of one word: folded, laughter unified, unstretched, abbreviation written out (maybe several words)."""
    folded = fold(_MODIFIERS.sub("", word))
    if _LAUGH.fullmatch(folded):
        return "kkk"
    if folded in ABBREVIATIONS:
        return ABBREVIATIONS[folded]
    short = squeeze(folded)
    return ABBREVIATIONS.get(short, short)


def tokenize(text: str) -> tuple[Token, ...]:
    """Words, numbers (with their inner marks: 14:30, 05/03, 1.200,00), marks and emojis, in order, each with its span."""
    found = []
    for match in _TOKEN.finditer(text):
        word = match.group()
        norm = "\n" if word[0] == "\n" else normal(word)
        if norm.strip(" "):
            found.append(Token(word, match.start(), match.end(), norm))
    return tuple(found)
