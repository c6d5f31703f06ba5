"""Whether reminders are refused: "não manda lembrete aqui", "sexta às 10h, sem lembrete". Who only asks for them, misses one, or refuses one for today does not."""

from __future__ import annotations

from anna.conversation.understanding.text.line import rx
from anna.kit.text import fold

_NO = r"(?:nao|num|nem)"
_SENDS = r"(?:(?:fi(?:ca|car|que|quem)|vive|vivam) (?:me )?(?:mand|envi)ando|mand(?:a|e|em|ar)|envi(?:a|e|em|ar)|receber)"
_FEW = r"(?: (?:me|o|os|mais|de|nenhum|nenhuns|esses?|esse|seus?|um))*"
_HERE = r"(?: (?:por aqui|pelo (?:zap|whats\w*|celular|telefone)|n?ess[ea] (?:numero|telefone|celular)|n?este (?:numero|telefone|celular)|aqui|no (?:whats\w*|zap|celular)|de consulta|da consulta|mais|por favor|pfv?|viu|ta(?: bom)?|ok|nao))*"
_NOT_NOW = r"(?! (?:pra|para|pro) (?:ela|ele|minha|meu|o|a)\b| (?:hoje|agora|amanha|ainda|antes|do|da|de|so|as)\b| (?:no (?:proprio )?dia|na (?:hora|vespera)|em cima da hora|um dia antes)\b| ?\?| (?:eu )?(?:esquec|fico|vivo|nao (?:lembr|veio|cheg)|chegou|veio))"
_REFUSED = (
    rf"(?:\b(?:e|mas|porem|so que|ah) )?(?:"
    rf"\b{_NO} (?:(?:precisa[m]?|quero|queria|e (?:pra|para)|voces|me|que) )*{_SENDS}{_FEW} lembretes?\b"
    rf"|\b{_NO} (?:quero|preciso|aceito)(?: (?:de|mais|nenhum|o|os|esses?))* lembretes?\b"
    r"|(?<!fiquei )(?<!ficou )(?<!ficaram )(?<!ficar )(?<!fica )(?<!fico )(?<!to )\b(?:sem|nada de|dispenso|dispensa|nenhum)(?: (?:os?|mandar|receber|esses?|nenhum|mais|de))* lembretes?\b"
    r"|(?<!so )(?<!o )\blembretes? (?:por aqui |aqui )?(?:nao(?: (?:precisa|quero|manda|mande|mandem))?|eu dispenso|dispenso)(?= ?(?:$|[.,;!\n]))"
    rf"){_NOT_NOW}{_HERE}"
)
_UNSURE = r"\besquec\w+ (?:\w+ ){0,2}$"


def refuses_reminders(text: str) -> bool:
    """Whether reminders are what is wanted no more."""
    return find_refused(text) is not None


_STOP = r"\b(?:par[ae]m?|parar|chega)(?: (?:de|com|me|os?|esses?|mandar|enviar|mandando|enviando|tanto|tantos))* lembretes?\b"
_REFUSES = rf"(?:{_STOP}|\b{_NO} (?:(?:quero|queria|precisa|me|mais|de|o|os|mand(?:a|e|em|ar)|envi(?:a|e|em|ar)|receber) )*lembretes?\b|\b(?:tira|tire|tirem|cancela|cancele|desliga|desligue|desativa)(?: (?:o|os|meus|me|d[aeo]s?))* lembretes?\b)"
_ONLY_THEM = r"\b(?:so|somente|apenas)(?: (?:isso|o|os|esses?|n?os|d[aeo]s?|mesmo|de|com))* lembretes?\b|\blembretes? (?:so|somente|apenas)\b(?! (?:na|no|quando|se|um|uma|2|depois|de manha))|\b(?:as?|o) (?:promoc\w+|novidades|ofertas?|resto|outras?(?: mensagens| coisas)?|demais)\b[^.!?;]*\b(?:pode|podem|continua\w*|quero|deixa\w*|mantem|manda\w*|gosto)\b|\b(?:pode|podem|continua\w*|quero|deixa\w*|mantem|manda\w*)\b(?: (?:mandar|receber|mandando|enviando|com))*(?: (?:as?|o|de))* (?:promoc\w+|novidades|ofertas?|resto)\b"
_WANTED = r"\b(?:so|somente|apenas) (?:quero|queria|mand\w+|pode\w*|receb\w+|me)\b|\bnada (?:mais|alem)\b|\b(?:promoc\w+|novidades|ofertas?|propagandas?)\b[^.!?;]*\b(?:nao|tambem|nem|dispenso)\b|\b(?:nem|e|tambem) (?:as? |de )?(?:promoc\w+|propagandas?|novidades|ofertas?)\b(?! (?:pode|podem|continua|quero|deixa))"


def refuses_only_reminders(text: str) -> bool:
    """Whether the reminders are refused and the other messages are not: "parem de mandar lembrete, só lembrete viu", "lembrete não, promoção pode"."""
    norm = fold(text)
    refused = rx(_REFUSES).search(norm)
    if refused is None or rx(_WANTED).search(norm):
        return False
    rest = f"{norm[: refused.start()]} {norm[refused.end() :]}"
    return rx(_ONLY_THEM).search(rest) is not None


def find_refused(text: str) -> tuple[int, int] | None:
    """Where in `text` reminders are refused; None where they are not."""
    norm = fold(text)
    if "lembrete" not in norm or len(norm) != len(text):
        return None
    found = rx(_REFUSED).search(norm)
    if found is None or rx(_UNSURE).search(norm[: found.start()]):
        return None
    return found.span()
