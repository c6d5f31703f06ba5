"""Whether somebody else's number is to be written to no more: "tira o número da minha mulher", "parem de mandar mensagem pra ela". Pure.

Who it belongs to has not written: nobody is silenced here for another, and a person of the clinic sees to it.
"""

from __future__ import annotations

from anna.conversation.understanding.facts.whom import KIN
from anna.conversation.understanding.text.line import Line, rx

_WHO = rf"(?:(?:(?:a|o) )?(?:minha|meu|nossa|nosso) (?:{KIN}|ex)\b|el[ae]s?\b)"
_NUMBER = r"(?:numeros?|telefones?|contatos?|celular(?:es)?|whatsapp|cadastros?)"
_TAKE = r"(?:tir[ae]\w*|tirou|tiraram|remov\w+|exclu\w+|retir\w+|apag\w+|descadastr\w+|bloque\w+|delet\w+)"
_FEW = r"(?: (?:o|a|os|as|tambem|ai|logo|ja|por favor|isso|de|da|dessa|lista))*"
_ITS = rf"(?:del[ae]s?\b|d[aeo] {_WHO}|d[ao] (?!clinica\b|doutora?\b|dra?\b|recepcao\b|lista\b|consulta\b)[a-z]{{3,}}\b)"
_OFF = rf"\b{_TAKE}{_FEW} (?:{_NUMBER} |(?:o|a) |(?:meu|minha) {_NUMBER} e (?:o |a )){_ITS}|\b{_TAKE} (?:tambem )?{_WHO} d(?:a|e|essa|esta|essas|as) (?:lista(?! de espera)|mensage\w+|propaganda\w*|divulgacao)"
_HIM = rf"\b{_TAKE} (?:tambem )?{_WHO}"
_SENDS = r"(?:mand\w+|envi\w+|lig\w+|escrev\w+|cham\w+|perturb\w+|incomod\w+|ench\w+|mensage\w+)"
_BETWEEN = r"(?: (?:mais|nada|mensage\w+|msgs?|promoc\w+|propaganda\w*|lembretes?|isso|essas?|coisa|o saco|d[ao]|por favor))*"
_TO = rf"(?:pra|para|pro|no|na|com|a|ao|o)(?: (?:o|a))?(?: {_NUMBER} {_ITS}| {_WHO})"
_NO_MORE = (
    rf"\b(?:par[ae]m?|parar|chega) (?:com |de ){_SENDS}{_BETWEEN} {_TO}"
    rf"|\b(?:nao|num|nunca)(?: (?:me|e pra|e para|quero que))? {_SENDS}{_BETWEEN} mais{_BETWEEN} {_TO}"
    rf"|\b(?:nao|num|nunca mais)(?: (?:me|quero que))? {_SENDS}{_BETWEEN} {_TO}{_BETWEEN} mais\b"
)
_WROTE = rf"\b(?:mandaram|mandou|mandando|enviaram|enviou|ligaram|ligou|escreveram|chegou|recebeu)\b{_BETWEEN} {_TO}|\b{_WHO} (?:ta |esta |vive |ficou |fica )?receb\w+\b"
_STOP = r"\b(?:nao|num|nunca(?: mais)?)(?: (?:me|e pra|e para|quero que))? (?:mand\w+|envi\w+|lig\w+|escrev\w+|cham\w+)(?: \w+){0,2} mais\b|\b(?:nao|num) (?:mand\w+|envi\w+|lig\w+) mais\b|\b(?:par[ae]m?|parar|chega) (?:com|de|ja)\b|\b(?:par[ae]m|parar)\b"
_OWN = r"\bme (?:mand|envi|lig|cham|perturb|tir|remov|escrev|deix|incomod)\w*|\b(?:o )?meu (?:numero|telefone|contato|celular|nome|whatsapp)\b|\bo meu e\b|\b(?:quero|queria) sair\b|\b(?:nos dois|os dois|as duas|nenhum de nos|pra gente|pra nos)\b"
_BOOKS = r"\b(?:marc|agend|reserv|troc|mud|coloc|bot|poe|corrig|atualiz)\w*|\b(?:agenda|reserva|consulta|horario)\b"


def leaves_for_another(text: str, *, of_messages: bool) -> bool:
    """Whether another's number is to be left alone; `of_messages` where "tira ela" can only be of these: a number is given, or who writes has left them."""
    norm = Line.of(text).norm
    if rx(_BOOKS).search(norm):
        return False
    if rx(_OFF).search(norm) or rx(_NO_MORE).search(norm):
        return True
    if rx(_WROTE).search(norm) and rx(_STOP).search(norm):
        return True
    return of_messages and rx(_HIM).search(norm) is not None


def leaves_too(text: str) -> bool:
    """Whether whoever asks that wants no messages either: "para de me mandar mensagem, tira o da minha mulher também"."""
    return rx(_OWN).search(Line.of(text).norm) is not None
