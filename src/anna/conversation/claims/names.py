"""Names in a text: after a title, in the middle of a sentence with a capital, or known as first names of people."""

from __future__ import annotations

import re
from collections.abc import Iterator

from anna.conversation.claims.models import Claim, ClaimKind
from anna.conversation.claims.sheet import Sheet, in_place

_WORD = r"[A-ZÀ-Ý][^\W\d_]*(?:[’'-][^\W\d_]+)*"
_RUN = re.compile(rf"{_WORD}(?: (?:d[aeo]s? |e )?{_WORD})*")
_TITLED = re.compile(
    r"\b(?:dra?\.?|doutora?|enfermeir[ao]|biomedic[ao]|esteticista|fisioterapeuta|dermatologista|sr[ta]*\.|dona)\s+"
    r"((?!\b(?:d[aeo]s?|e|que|para|com|responsavel|vai|pode)\b)[^\W\d_]{2,})"
)
_PARTICLE = re.compile(r"(?:d[aeo]s?|e) ")
_STARTS = re.compile(r"(?:^|[.!?:…\n“\"(•*]|[-–—]\s|\d[.)])\s*[“\"(*]*$")
_ACTS = re.compile(
    r"^ (?:atende|atendera|tem|esta|e|faz|fara|trabalha|disse|vai|pode|falou|realiza|confirmou|marcou|pediu|mora|pagou|fez|cancelou)\b"
)
_TITLE_BEFORE = re.compile(r"\b(?:dra?|sra?|srta)\.\s*$")
_TITLES = frozenset({"dr", "dra", "doutor", "doutora", "sr", "sra", "dona"})
_FIRST = frozenset(["adriana", "adriano", "alessandra", "alexandre", "alice", "aline", "amanda", "ana", "anderson", "andre", "andrea", "andreia", "antonia", "antonio", "beatriz", "bianca", "bruna", "bruno", "caio", "camila", "carla", "carlos", "carolina", "cecilia", "cesar", "claudia", "claudio", "cristiane", "cristina", "daniel", "daniela", "danielle", "davi", "debora", "denise", "diego", "douglas", "eduarda", "eduardo", "elaine", "eliane", "elza", "fabiana", "fabio", "felipe", "fernanda", "fernando", "flavia", "francisca", "francisco", "gabriel", "gabriela", "giovana", "guilherme", "gustavo", "helena", "heloisa", "henrique", "igor", "isabel", "isabela", "isabella", "jessica", "joana", "joao", "jorge", "jose", "josefa", "julia", "juliana", "juliano", "julio", "karina", "larissa", "laura", "leandro", "leonardo", "leticia", "livia", "lorena", "lucas", "lucia", "luciana", "luciano", "luis", "luisa", "luiz", "luiza", "luzinete", "manuela", "marcela", "marcelo", "marcia", "marcio", "marcos", "maria", "mariana", "marina", "mario", "mateus", "matheus", "mauricio", "melissa", "michele", "miguel", "monica", "murilo", "natalia", "nathalia", "nicolas", "olivia", "otavio", "patricia", "paula", "paulo", "pedro", "priscila", "rafael", "rafaela", "raquel", "raul", "rebeca", "regina", "renata", "renato", "ricardo", "roberta", "roberto", "rodrigo", "rogerio", "rosana", "samanta", "samuel", "sandra", "sara", "sebastiao", "sergio", "severina", "silvia", "simone", "sofia", "sonia", "suelen", "tais", "tamara", "tania", "tatiana", "teresa", "thais", "thiago", "tiago", "valeria", "vanessa", "vera", "veronica", "vicente", "victor", "vinicius", "vitor", "viviane", "wagner", "wellington", "wesley", "yasmin"])  # fmt: skip
_COMMON = frozenset(["anna", "whatsapp", "pix", "samu", "cvv", "brasil", "sus", "deus", "natal", "carnaval", "procon", "lgpd", "anvisa", "uber", "google", "maps", "instagram", "sim", "nao", "cpf", "pdf", "rg", "ok", "oi", "ola", "obs", "janeiro", "fevereiro", "marco", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro", "dezembro", "segunda", "terca", "quarta", "quinta", "sexta", "sabado", "domingo", "voce", "senhor", "senhora", "dr", "dra", "doutor", "doutora", "sr", "sra", "clinica", "estetica", "iv", "ii", "iii", "visa", "mastercard", "elo", "cartao"])  # fmt: skip


def names(sheet: Sheet) -> Iterator[Claim]:
    """Every name; words that only begin a sentence, and those that everybody has, are none."""
    for match in _RUN.finditer(sheet.text):
        start, end = _without_opening(sheet, match)
        if start < end:
            yield from _name(sheet, start, end)
    for match in sheet.find(_TITLED):
        yield from _name(sheet, *match.span(1))
    for match in re.finditer(r"[^\W\d_]{3,}", sheet.whole):
        if match.group() in _FIRST:
            yield from _name(sheet, *match.span())


def name_words(text: str) -> frozenset[str]:
    """The words of a name as they are compared."""
    return (
        frozenset(re.findall(r"[^\W\d_]+", in_place(text))) - _TITLES - {"de", "da", "do", "dos", "das", "e"}
    )


def _without_opening(sheet: Sheet, match: re.Match[str]) -> tuple[int, int]:
    """Where the name begins in a run of capitals: the word that opens a sentence has its capital from that."""
    start, end = match.span()
    if _STARTS.search(sheet.text[:start]) and not _TITLE_BEFORE.search(sheet.whole[:start]):
        first = match.group().split(" ")[0]
        folded = in_place(first)
        if folded in _FIRST or (_ACTS.match(sheet.whole[start + len(first) :]) and folded not in _OPENERS):
            return start, end
        start = min(end, start + len(first) + 1)
        particle = _PARTICLE.match(sheet.text, start, end)
        start = particle.end() if particle else start
    return start, end


_OPENERS = frozenset(["isso", "isto", "ela", "ele", "voce", "hoje", "amanha", "aqui", "la", "ali", "agora", "ja", "ainda", "tambem", "nao", "sim", "so", "quem", "que", "qual", "onde", "quando", "como", "a", "o", "cada", "tudo", "nada", "alguem", "ninguem", "esta", "este", "esse", "essa", "la", "depois", "antes", "assim", "sempre", "nunca", "procedimento", "clinica", "equipe", "consulta", "avaliacao", "sessao", "horario", "valor", "preco", "sinal", "pagamento"])  # fmt: skip


def _name(sheet: Sheet, start: int, end: int) -> Iterator[Claim]:
    if not sheet.is_free(start, end) or start >= end:
        return
    words = name_words(sheet.text[start:end]) - _COMMON
    shouted = sheet.text[start:end].isupper() and not words & _FIRST and len(words) < 2
    if words and not (shouted and end - start > 1):
        yield sheet.take(ClaimKind.NAME, start, end, " ".join(sorted(words)))
