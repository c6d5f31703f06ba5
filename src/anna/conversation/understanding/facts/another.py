"""Whether what is somebody else's is spoken of: what stands in the agenda, or what a clinic knows of her. Words only; who it is a name says."""

from __future__ import annotations

import re
from collections.abc import Collection

from anna.conversation.understanding.facts.given_names import KNOWN
from anna.conversation.understanding.facts.name_words import TITLES
from anna.conversation.understanding.facts.plausible import plausible_name
from anna.conversation.understanding.facts.whom import KIN
from anna.conversation.understanding.text.line import Line, rx
from anna.kit.text import fold

_ITS = r"(?:consultas?|sess(?:ao|oes)|horarios?|vagas?|h|hora|reservas?|agendamentos?|nome|retorno|avaliacao|limpeza|botox|as?|os?|1)"
_ANOTHERS = re.compile(
    rf"\b{_ITS}(?: (?:dia|de|n[ao]|hoje|amanha|segunda|terca|quarta|quinta|sexta|sabado|feira|as|\d+|h|,))*"
    rf" (?:del[ae]s?\b|d[aeo]s? (?:(?:minha|meu|nossa|nosso|sua|seu) )?{KIN}\b|d[aeo] (?:dona |seu |sra |senhora? )?(?P<name>[a-z]{{3,}})\b)"
)
_FEASTS = frozenset({"natal", "pascoa", "carnaval"})
_WRITTEN = re.compile(r"\b(?:[dD][aeo]|[aAoO]) (?:[a-z]+ )?([A-ZÀ-Ý][a-zà-ý]{2,})")


_WHOSE = rf"(?:del[ae]s?\b|d[aeo]s? (?:(?:minha|meu|nossa|nosso|sua|seu) )?{KIN}\b|d[aeo] (?:dona |seu |sra |senhora? |paciente |cliente )?(?P<name>[a-z]{{3,}})\b)"
_SHE = rf"(?:el[ae]|(?:a |o )?(?:minha|meu) {KIN})"
# What is known of a person, hers or not: never told of anybody but who writes.
_PRIVATE = rf"\b(?:dados|cpf|rg|enderecos?|idade|ficha|prontuario|cadastro|exames?|fotos?|procedimentos?)(?: (?:pessoal|pessoais|completos?|todos))* {_WHOSE}"
_WHERE_SHE_LIVES = rf"\bonde (?:e que |que )?{_SHE} (?:mora|reside|trabalha|vive)\b"
# What she has there, and when.
_HER_VISIT = (
    rf"\b(?:o que|oq) (?:e que |que )?{_SHE} (?:vai |vem |veio |foi )?(?:fazer|faz|fez|marcou|tomou|aplicou)\b"
    rf"|\bque h (?:e que |que )?(?:eu )?(?:(?:levo|busco|trago|deixo|pego|e|fica) )?{_SHE}(?: (?:tem|vai|marcou|entra|sai|ficou|tem que)\b| *\??$)"
)
_ASKS = r"\?|\b(?:qual|quais|quando|onde|manda|mande|passa|passe|da|de|fala|diz|informa|quero saber|preciso saber|preciso d[aeo]s?|quero [ao]s?|me)\b"
_GIVES = r"\b(?:e|eh|sao|fica|ta|esta) (?:o |a )?(?:\+|\d|_|rua|avenida|esse|este|isso|o mesmo|outr[oa])|\b(?:anota|segue|vou (?:passar|mandar)|troc\w+|mud\w+|atualiz\w+|corrig\w+)\b"


def asks_of_somebody_else(text: str, but: Collection[str] = ()) -> bool:
    """Whether it is asked what a clinic knows of somebody else: "o endereço dela", "os dados da Renata", "o que minha esposa vai fazer?".

    Who gives such a thing asks for nothing. `but` as in `of_somebody_else`.
    """
    line = Line.of(text)
    said = line.norm
    if rx(_GIVES).search(said):
        return False
    if rx(_WHERE_SHE_LIVES).search(said) or rx(_HER_VISIT).search(said):
        return True
    asks = rx(_ASKS).search(said) is not None or len(line.tokens) <= _BARE
    return asks and any(_is_somebody(match, text, but) for match in rx(_PRIVATE).finditer(said))


_SAYS_SHE_IS = r"\b(?:(?:sou|e|eh) eu(?: mesm[ao]| propri[ao])?|eu mesm[ao]|(?:sou|e|eh) (?:a |o )?(?:propri[ao]|titular)|(?:sou|e|eh) ela mesm[ao])\b"


def claims_to_be(text: str, but: Collection[str] = ()) -> bool:
    """Whether what is known of somebody who is named is asked for by who says that it is her: "o prontuário da Elaine, que sou eu mesma"."""
    said = Line.of(text).norm
    named = [
        match for match in rx(_PRIVATE).finditer(said) if match["name"] and _is_somebody(match, text, but)
    ]
    return bool(named) and rx(_SAYS_SHE_IS).search(said) is not None


_THEIRS = r"(?:agenda|lista|relacao|nomes?|dados|telefones?|contatos?|enderecos?|horarios?|h|consultas?|fichas?|prontuarios?)"
_OF_PATIENTS = (
    rf"\b{_THEIRS}\b[^.!?]*\b(?:d[aeo]s? )?(?:seus |suas |todos os |todas as )?(?:pacientes|clientes)\b"
    rf"|\b{_THEIRS}\b[^.!?]{{0,30}}\bd[aeo] (?:paciente|cliente) (?!nov[ao]\b)[a-z]{{3,}}"
    r"|\b(?:cancel\w+|desmarc\w+|remarc\w+|tira|apaga|muda) (?:\w+ )?(?:todos? |todas? )?(?:os |as )?(?:pacientes|clientes)\b"
)
_HOW_MANY = r"\bquant[ao]s (?:\w+ )?(?:pacientes|clientes)\b[^.!?]*\b(?:hoje|ontem|amanha|segunda|terca|quarta|quinta|sexta|sabado|dia|semana|mes|agenda|marcad[ao]s?|agendad[ao]s?)\b"
_NO_PATIENTS = r"\b(?:como|desconto|descontos|para|pra|pros?|atendem|quantos|voces) (?:\w+ ){0,2}(?:pacientes|clientes)\b"


_IN_OFFICE = r"\b(?:sou|e|eh|aqui e|falo|falando|represento)(?: (?:o|a|da|do|de|uma?|n[ao]))* (?:policia|policial|delegad[ao]|delegacia|investigador\w*|detetive|advogad[ao]s?|oficial de justica|perit[ao])\b"
_WOULD_HAVE = (
    r"\b(?:dados|prontuarios?|fichas?|cadastros?|informac\w+|laudos?|quem (?:esteve|foi|veio|vai|passou))\b"
)


_OF_THE_POLICE = r"\b(?:policia (?:civil|militar|federal)|investigador\w*|delegad[ao]|oficial de justica) |\b(?:aqui e|sou|falo|fala|somos|e) (?:o |a |um |uma |d[aeo] )*(?:policia(?:l|is)?|delegacia|investigador\w*|delegad[ao]|escriva\w*|inspetor\w*|oficial de justica|detetive|perit[ao])\b"
_REPRESENTS = r"\brepresento (?:a|o|os|as|minha|meu|uma?)\b|\b(?:minha|meu|nossa|nosso) (?:cliente|constituinte|representad[ao])\b|\b(?:financeira|cobranca|seguradora|perito|peritos)\b"
"""By which somebody speaks for another who has said nothing here."""
_OF_A_PATIENT = r"\b(?:esteve|estiveram|compareceu|(?:foi|e|era) (?:atendid[ao]|paciente|cliente)|passou (?:por )?ai|consta|confirmar se|saber se (?:a|o|ela|ele)|informac\w+ (?:sobre|d[aeo]))\b"

_RECORD = r"\b(?:prontuarios?|fichas?|copias?|laudos?|exames?|dados|divida|deve|devendo|debito)\b"


def asks_of_patients(text: str) -> bool:
    """Whether the clinic's patients are spoken of by who would have, or undo, what is theirs: "a agenda de amanhã com nome dos pacientes"."""
    said = Line.of(text).norm
    if rx(_HOW_MANY).search(said) or (rx(_IN_OFFICE).search(said) and rx(_WOULD_HAVE).search(said)):
        return True
    if rx(_OF_THE_POLICE).search(said) and rx(_OF_A_PATIENT).search(said):
        return True
    if rx(_REPRESENTS).search(said) and rx(_RECORD).search(said):
        return True
    return rx(_OF_PATIENTS).search(said) is not None and rx(_NO_PATIENTS).search(said) is None


# "minha amiga Cláudia vai aí amanhã de que horas?"
_COMES = r"(?:vai|vem|(?:ta|esta) marcad[ao]|tem (?:h|horario|consulta))\b(?! (?:pod|ter|conseg|precis|ser|fic|quer|fazer)\w*)"
_AT_WHAT = r"(?:que h|que dia|quando|qual (?:o )?horario)\b(?! (?:tem|voces?|abre\w*|atend\w*|da|pode|posso)\b)(?: e que)?"
_NOT_SURNAME = r"(?!vai|vem|tem|tinha|teve|foi|veio|esteve|marc|agend|aparec|passou|esta|estava|tava)"
_PERSON = rf"(?:el[ae]|(?:a |o )?(?:minha|meu|sua|seu) (?:{KIN}|ex|chefe|patrao|patroa|professora?|alun[ao]|soci[ao]|funcionari[ao]|ficante)(?: {_NOT_SURNAME}[a-z]{{3,}}){{0,2}}|(?:a|o) (?P<name>[a-z]{{3,}})(?: [a-z]{{3,}})?)"
_THERE = (
    r"(?:foi|veio|esteve|passou|apareceu|vai|vem|frequenta) (?:ai|hoje|ontem|amanha|ou nao|mesmo|n[ao] (?:clinica|segunda|terca|quarta|quinta|sexta|sabado))\b"
    r"|(?:tem|teve|tinha) (?:(?:1|alguma|um|uma) )?(?:consultas?|sessao|retorno|algo marcado)\b|(?:ta|esta|tava|estava) (?:marcad[ao]|agendad[ao])\b"
    r"|(?:vai|vem) (?:ta|tar|estar) ai\b|(?:fez|faz|teve|passou por) (?:(?:1|uma?|alguma?) )?(?:consulta|procedimento|tratamento|sessao|algo|alguma coisa|coisa)(?: ai)\b"
    r"|(?:marcou|agendou|desmarcou|remarcou)(?: (?:ai|algo|alguma coisa|consulta|horario|mesmo|sim|ou nao))*\b"
)
_THERE = rf"(?:{_THERE})"
_HER_COMING = (
    rf"\b{_PERSON} {_COMES}[^.!?,]*\b{_AT_WHAT}",
    rf"\b{_AT_WHAT}(?: que)? {_PERSON} {_COMES}",
    # "me fala se ela foi ou não", "quero saber se a Monique tem consulta quinta"
    rf"\b(?:sab\w+|ver|diz\w*|dig[ao]|fal[ae]r?|informa|confirma\w*|respond[ae]) (?:(?:ai|me|so|logo|pra|para|mim) )*se {_PERSON} {_THERE}",
    rf"\b{_PERSON} {_THERE}(?: (?!e\b|mas\b|tem\b|quero\b|voces?\b|gost\w+|ador\w+|am(?:ou|ei)\b)[a-z]+){{0,4}} ?(?:\?|(?:sim )?ou nao ?$)",
    r"\bel[ae] (?:ta|esta|tava|estava|foi|veio) (?:ai )?com quem\b|\bcom quem (?:que )?el[ae] (?:ta|esta|tava|estava|foi|veio)\b",
    rf"\b(?:sab\w+|diz|diga|fala|passa|qual) (?:(?:me|so|ai|e|eh|de|logo) )*(?:o |a )?(?:h|dia|horario|consulta)s? (?:d[ao] (?:consulta|sessao|procedimento|retorno) )?(?:del[ae]\b|d[ao] (?:minha|meu) {KIN}\b)",
)
_BOOKS = r"\b(?:(?:marc|agend)(?!ad|ou\b)|reserv|encaix|(?<!nao )(?:quero|queria|gostaria)\b(?! (?:de )?saber\b)|vaga|livre|disponiv)\w*|(?<!nao e )(?<!num e )(?<!nem e )\b(?:pra|para) (?:mim|nos|gente)\b"
# Whoever calls himself police, a professional or the owner is written to like anybody: the rows of others are nobody's to have by telephone.
_OFFICE = r"(?:policia\w*|delegad[ao]|investigador\w*|detetive|advogad[ao]|oficial de justica|perit[ao]|justica|mandado|dr|dra|doutora?|medic[ao]|don[ao]|proprietari[ao]|gerente|soci[ao]|marido|esposo|esposa|namorad[ao]|noiv[ao]|pai|mae|chefe|patrao)\b"
_GOES_ON = (
    rf"^(?:(?:mas|nao|oi|moca|e|eh|so|por favor|eu|,|\.) )*(?:(?:e |eh )?(?:nao e|nao eh|num e) (?:pra|para) mim\b|so (?:o |a )?(?:horario|h|dia)\b|(?:eu )?sou (?:o |a )?(?:del[ae]|{KIN})\b"
    rf"|(?:(?:e|eh) )?(?:so )?(?:pra|para) (?:(?:uma?|o|a|ir|eu|poder) )*(?:pesquisa|trabalho|estudo|tcc|faculdade|surpresa|investigacao|processo|busca\w*|leva\w*|pega\w*)\b|(?:me )?(?:fala|diz|responde) (?:so )?(?:sim|se)\b|(?:e |eh )?(?:ordem|mandado|investigacao|judicial|direito meu|meu direito)\b|(?:eu )?(?:to mandando|tenho (?:direito|mandado|autorizacao)|sou (?:da |[oa] |uma? )?{_OFFICE})"
    r"|(?:sei que )?el[ae] (?:ta|esta|anda) (?:me )?(?:train\w+|enganan\w+|mentin\w+|escond\w+)|(?:fala|responde|conta|diz|passa)(?: ai| logo| de uma vez| agora)+(?: $|$|[ ,.!?])"
    rf"|(?:e |eh )(?:a |o )?(?:minha|meu) {KIN}\b ?(?:$|[,.!?]|(?:e |eu |porra |caramba )*(?:tenho|sou|mesmo|mora|vive))|el[ae] (?:marcou|agendou|desmarcou|tem|vai|vem|ta|foi)\b(?: \w+){{0,4}} (?:sim ou nao|ou nao|ou)\b"
    r"|el[ae] (?:me )?(?:pediu|deixa|deixou|autoriz\w+|sabe|ta ciente)\b)"
)


def asks_when_she_comes(text: str, but: Collection[str] = ()) -> bool:
    """Whether it is asked when somebody else has her visit, and nothing is to be booked. `but` as in `of_somebody_else`."""
    said = Line.of(text).norm
    if rx(_BOOKS).search(said):
        return False
    return any(
        match.groupdict().get("name") is None or _is_somebody(match, text, but)
        for pattern in _HER_COMING
        for match in rx(pattern).finditer(said)
    )


def goes_on_asking(text: str) -> bool:
    """Whether whoever was told nothing of somebody else insists: "não é pra mim", "só o horário dela", "sou o marido"."""
    return rx(_GOES_ON).search(Line.of(text).norm) is not None


_BY_LAW = r"\b(?:medidas?|vias?|acao|notificacao) (?:judicia(?:l|is)|extrajudicia(?:l|is)|cabive(?:l|is))\b|\brequisic(?:ao|oes) (?:oficia(?:l|is)|policia(?:l|is))\b|\b(?:exijo|solicito|requeiro|requisito) (?:o |a |copia |uma )*(?:d[oae] )?(?:prontuario|ficha|laudo|registro)\b(?=.*\b(?:cliente|paciente|sra|sr|senhora)\b)|\b(?:ordem|mandado|determinacao|decisao|oficio|intimacao|notificacao|autorizacao|alvara) (?:judicia(?:l|is)|extrajudicial|d[aeo] (?:juiz[ao]?|justica|busca|policia|prisao|delegacia|ministerio publico))\b|\b(?:tenho|temos|trago|existe|ha|com) (?:o |um )?mandado\b|\b(?:quebra de sigilo|requisicao judicial|ministerio publico|processo judicial)\b|\b(?:tenho|trago|com) (?:a |uma )?procuracao\b|\badvogad[ao] d[aeo] (?:paciente|cliente)\b"
_NOT_BY_LAW = r"\b(?:nao|sem|nem) (?:(?:e|eh|tenho|ha|tem|precisa\w*|de|uma?|nenhuma?) )*(?:ordem|mandado)\b"


def acts_by_law(text: str) -> bool:
    """Whether a court, the police or a power of attorney is named as what allows it: a person of the clinic is to see to that, and nothing is told meanwhile."""
    said = Line.of(text).norm
    return rx(_BY_LAW).search(said) is not None and rx(_NOT_BY_LAW).search(said) is None


_BARE = 6
"""Of no more words than these a thing that is named is asked for."""


def of_somebody_else(text: str, but: Collection[str] = ()) -> bool:
    """Whether what stands in the agenda for somebody else is spoken of: "o horário dela", "a da minha mãe", "a consulta da Carla".

    A word counts as a name where it is a common one, or written as one. `but` are folded words that are none here: names of whoever
    writes, of who attends, of procedures.
    """
    return any(_is_somebody(match, text, but) for match in _ANOTHERS.finditer(Line.of(text).norm))


def _is_somebody(match: re.Match[str], text: str, but: Collection[str]) -> bool:
    written = {fold(word) for word in _WRITTEN.findall(text) if plausible_name(word)} - TITLES - _FEASTS
    return match["name"] is None or (match["name"] in KNOWN | written and match["name"] not in but)
