"""What is told of somebody's body and understood in no other way: a guess, where the alternative is to say that nothing was understood.

A person looks at it. Words that name a symptom are `reactions`; here any will do ("amanheci com a perna toda grosseirada"), as long as the
message tells how a part of the body is since something was done to it, wishes for nothing, and praises nothing.
"""

from __future__ import annotations

from functools import cache

from anna.commands import RuleHit, Safety
from anna.conversation.understanding.care.idioms import without_idioms
from anna.conversation.understanding.text.families import FAMILIES
from anna.conversation.understanding.text.line import Line
from anna.conversation.understanding.text.phrases import Phrases

_FAMILY = {
    **FAMILIES,
    "IS": "ta tao to esta estou estao ficou ficaram fiquei fica continua continuam continuo amanheci amanheceu acordei acordou parece parecendo sinto sentindo "
    "senti deixou deixaram virou apareceu apareceram surgiu comecou deu nasceu criou pelou saiu saindo",
    "ODD": "grosseir* vermelhinh* roxinh* ralad* pelou pelando cinza cinzent* gelad* azul* esquisit* estranh* coca cocando ardid* arde ardendo doi doendo fedendo fedid* "
    "inchadinh* encaroc* rachad* dorment* pinica* latej* queima queimando repux* minando pus irritad* empelot* sapecad*",
    "SIGN": "bolinha* bolha* caroc* mancha* verruga* casca* placa* vermelhid* inchac* ferid* pipoc* furinho* ponto pontos furo furos picada corte* cicatriz*",
    "FINE": "lind* apaixonad* encantad* amand* amei ador* otim* perfeit* maravilh* bom boa bem natural lis* maci* melhor* gostei show top satisfeit* normal* feliz parabens obrigad* sumiu sumiram "
    "passou efeito diferenca durou dura resultado maquiagem depilad* hidratad* jovem nova novinha mexendo voltou voltando acabou acabando venceu vencendo kkk "
    "quero queria gostaria resolve resolvem fazem trata tratam tratar melhora tirar indica indicam adianta indicado preco valor quanto vontade marcar marca marque agend* remarc* cancel* desmarc* "
    "horario vaga retoque retocar renovar refazer voltar",
    "CALM": "kkk rs escolh* decid* marc* agend* remarc* cancel* desmarc* entend* pag* pix link cartao horario* vaga* dia data hora h preco valor desconto promoc* procedimento* tratamento* "
    "pele cabelo espinha* mancha* rug* celulit* estri* pelo* cravo* acne agulha* dor doer doi cadastro aplicativo mensagem numero telefone endereco chegar ach* site senha nome",
}  # fmt: skip
"""The last of them are what no trouble is told with: praise, a wish, laughter."""

_TREATED = """
DID|fizeram & BODY .. IS ~ FINE
DID|fizeram & IS .. BODY ~ FINE
SINCE ?que ?de ?da ?do ?a ?o PROC|DID|aplicacao|sessao|procedimento & BODY .. IS ~ FINE
SINCE ?que ?de ?da ?do ?a ?o PROC|DID|aplicacao|sessao|procedimento & IS .. BODY ~ FINE
BODY ... com|do|pelo|desse ?o ?esse ?tal PROC ~ FINE ~ ?
PROC .. deixou|deixaram|causou ... BODY ~ FINE
olha|olhem|veja|vejam|ve|foto ... como|estado|situacao ... ficou|ficaram|ta|esta|fizeram|deixaram .. BODY ~ FINE ~ ?
"""
_FELT = """
BODY ?da ?do ?de ?dela ?dele ODD ~ FINE ~ ?
BODY .. IS ?que ?toda ?todo ?muito ?so ODD ~ FINE
SIGN ... ODD ~ FINE
ODD ... SIGN ~ FINE
inchei|empipoquei|empolei|pipoquei|inflamei|encarocei ~ FINE
saindo|vazando|escorrendo ... SIGN ~ FINE
"""


_CRIES = """
!pronto socorro|socorrem|acudam|acode ~ CALM
me|nos ajuda|ajude|ajudem pelo ~ CALM
me|nos ajuda|ajude|ajudem .. ele|ela|meu|minha ta|esta ~ CALM
ele|ela|meu|minha|esposa|mae|filh* ... NOT sei o que|oque ?mais fazer|faco ~ CALM
to|estou|tou desesperad*|apavorad*|aterrorizad* ~ CALM
to|estou|tou em panico ~ CALM
passando|passou muito ?muito mal ~ CALM
policia|delegacia|ambulancia|samu ... rapido|urgente|agora ~ CALM
"""
"""What is cried for, whatever for: who is not understood else is asked for no procedure."""


@cache
def _grammar() -> Phrases:
    return Phrases(_FAMILY, [_TREATED, _FELT])


@cache
def _cries() -> Phrases:
    return Phrases(_FAMILY, [_CRIES])


def read_cry(line: Line) -> RuleHit | None:
    """A cry for help in a message of which nothing else is understood."""
    seen = _cries().first(without_idioms(line))
    return line.hit("safety.cry", seen.start, seen.end, Safety.EMERGENCY.value) if seen else None


def read_suspicion(line: Line, *, wishes: bool) -> RuleHit | None:
    """The guess that something went wrong, for a message of which nothing else is understood. Who `wishes` for a treatment tells what bothers her."""
    seen = _grammar().first(without_idioms(line))
    if seen is None or (wishes and seen.rule):
        return None
    return line.hit("safety.suspected", seen.start, seen.end, Safety.ADVERSE_REACTION.value)
