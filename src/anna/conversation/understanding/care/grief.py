"""A death that somebody tells of, as phrases: her own dead, a patient of ours, a child that was not born. Pets and old griefs are none."""

from __future__ import annotations

from functools import cache

from anna.commands import Nuance, RuleHit
from anna.conversation.understanding.care.idioms import without_idioms
from anna.conversation.understanding.text.line import Line
from anna.conversation.understanding.text.phrases import Phrases

FAMILIES = {
    "DEAR": "mae mainha pai painho filho filha filhinho filhinha marido esposo esposa sogro sogra avo vo vovo voinha irma irmao tia tio neto neta bebe nenem "
    "namorado namorada noivo noiva primo prima cunhado cunhada afilhado afilhada madrinha padrinho enteado enteada companheiro companheira amigo amiga paciente "
    "mulher titular senhora dona",
    "PERSON": "ela ele",
    "NOT": "nao nunca nem quase se",
    "PET": "cachorr* gat* pet cadela passarinho calopsita papagaio hamster dog doguinho coelho",
    "THING": "celular telefone bateria carro moto internet computador planta aparelho chip linha",
    "LONG_AGO": "anos ano",
}

GRIEF = """
!NOT faleceu|faleceram|falecid*|falecimento|obito ~ PET ~ LONG_AGO
!NOT DEAR .. morreu|morreram|morta|morto|partiu ~ PET ~ THING ~ LONG_AGO ~ morr* de|do rir|saudade|vergonha|medo|curiosidade|inveja|amores|ciume* ~ partiu praia|academia|festa|viagem
!NOT PERSON ?ja morreu ~ PET ~ THING ~ LONG_AGO ~ morreu de
voces|clinica|dr|dra|doutor|doutora|medico|medica mataram|matou ?ela ?ele DEAR ~ kkk|vontade|saudade|curiosidade ~ PET
PERSON|DEAR ... morreu|faleceu ontem|hoje|anteontem|hospital|segunda|terca|quarta|quinta|sexta|sabado|domingo|semana ~ PET ~ THING ~ LONG_AGO ~ morr* de|do rir|saudade|vergonha|medo|curiosidade|inveja|amores|ciume*
!NOT morreu .. DEAR ~ PET ~ THING ~ LONG_AGO
!NOT perdi|perdemos|perdeu ?o ?a ?meu ?minha ?nosso ?nossa DEAR ~ PET ~ LONG_AGO ~ perd* .. festa|vez|contato|vista|confianca|amizade|aniversario|casamento ~ kkk ~ shopping|mercado
enterro|velorio|sepultamento|cremacao ... DEAR ~ PET ~ LONG_AGO ~ enterro .. ossos
enterrei|enterramos|enterrar|velando|velar .. DEAR ~ PET ~ LONG_AGO
de|em|meu|nosso|estamos|estou|to luto ~ LONG_AGO
!NOT tive|sofri|sofremos|tivemos|passei .. aborto ~ LONG_AGO ~ quantos
natimort*
missa ?de setimo|7 dia
viuva|viuvo ... semana|mes|ontem|dias|agora ~ LONG_AGO
"""


def read_grief(line: Line) -> tuple[frozenset[Nuance], tuple[RuleHit, ...]]:
    """Whether a death is told of that somebody mourns now, and what was seen of it."""
    line = without_idioms(line)
    found = _grammar().first(line)
    if found is None:
        return frozenset(), ()
    return frozenset({Nuance.GRIEF}), (line.hit("safety.grief", found.start, found.end, Nuance.GRIEF.value),)


_SINCE = r"\b(?:faz|fez|fazem|completa\w*|vai fazer|ha|tem|ja (?:sao|vao)) (?:(?:quase|ja|so|mais de|uns|umas|exatos?) )*(?:\d+|uma?) (?:anos?|mes|meses)\b|\b(?:aniversario|ano) (?:de morte|d[aeo] (?:falecimento|morte|partida))\b"
_DIED = r"\b(?:morreu|faleceu|partiu|se foi|falecimento|enterr(?:ei|amos)|morte d|perdi|perdemos)\b"
_WHOM = rf"\b(?:{'|'.join(FAMILIES['DEAR'].split())}|el[ae])\b"


def recalls_death(line: Line) -> bool:
    """Whether a death is told of that was a while ago: "amanhã faz um ano que minha mãe morreu"; a kind word is due, and nobody is called."""
    if not line.find(_DIED):
        return False
    line = without_idioms(line)
    return all(line.find(pattern) is not None for pattern in (_DIED, _SINCE, _WHOM))


@cache
def _grammar() -> Phrases:
    return Phrases(FAMILIES, [GRIEF])
