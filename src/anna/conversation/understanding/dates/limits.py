"""Words that make a day or an hour a limit or a guess: "depois das", "até", "lá pelas", "em diante", "antes disso"."""

from __future__ import annotations

from anna.conversation.understanding.dates.done_by import done_by
from anna.conversation.understanding.text.line import rx

THEY_WORK_UNTIL = r"\b(?:ela|ele|mae|pai|irma|irmao|filh[ao]|marido|esposo|esposa|namorad[ao]|sogr[ao]|ti[ao]|prim[ao]|amig[ao])(?: (?:so|sempre|tambem|que))* (?:trabalha|estuda)(?: [a-z]+){0,2} ate(?: as| a)? ?$"
_WORK = r"(?:trabalho|servico|trampo|emprego|expediente|plantao|facul|faculdade|escola|colegio|aula|curso|estagio|loja|firma)"
# "ela larga do trabalho às 4", "ela só sai às 4 do trabalho": who comes is free from then on
_LEAVES = rf"\b(?:ela|ele|elas|eles)(?: (?:so|sempre|tambem|que|ja))* (?:(?P<leaves>sai|saem)|larga|largam)(?P<work> d[aeo] {_WORK})?(?: (?:la pelas|umas|pelas|as|a|ao|la))* ?$"
_FROM_WORK = rf"^ ?(?:h )?d[aeo] {_WORK}\b"


def they_leave(before: str, after: str) -> bool:
    """Whether the hour between these words is when somebody's work or class ends."""
    match = rx(_LEAVES).search(before)
    return match is not None and bool(not match["leaves"] or match["work"] or rx(_FROM_WORK).match(after))


AFTER_BEFORE = (
    r"(?:\b(?:depois|apos|apartir|a partir|partir|passou|passar|passando|passado)(?: d[aeo]s?)?(?: as| a| o| ao)?|\b(?:a partir|apartir|partir)(?: d[aeo]s?)?|\b(?:depois|quando)(?: que)?(?: eu)? (?:sair|saio|largar|largo|terminar|acabar|chegar|buscar|deixar)(?: (?!antes|pode|marca|quero)[a-z]+){0,5}(?: ,)?(?: as| a| das)?"
    r"|\b(?:saio|saindo|saia|(?<!preciso )(?<!que )sair|largo|libero|liberad[ao]|termino|so (?:consigo |posso |vou )?cheg(?:o|ar)|chego (?:em casa|d[ao]s?)|folgo|fico livre|estou livre|to livre|livre|so (?:posso|consigo)(?= (?:[a-z]+ ){0,3}?(?:das|a partir das|depois das|depois))|disponivel|disponibilidade|desocupo|solto|"
    r"acabo|acaba|encerro|trabalho ate|(?:trampo|servico|expediente|turno|trabalho|plantao|aula) (?:vai|e) ate)(?: (?!antes\b|ate\b|pode\b|marca|agend|quero\b)[a-z]+){0,4}?(?: (?:as|das|a partir das|depois das|umas|la pelas|pelas|la por|ate as|ate))"
    r"|\b(?:saio|largo|libero|termino|acabo|acaba|solto|encerro|saindo)(?: (?:d[aeo]|la|so|sempre|mais ou menos) ?[a-z]*| mais (?:cedo|tarde)(?: ,)?)?"
    r"|\bnao (?:saio|largo|termino|libero|chego|consigo (?:sair|chegar)) antes(?: d[aeo]s?)?|\b(?:para|pra) la d[aeo]s?|\bnao antes d[aeo]s?|\bnao pode ser antes d[aeo]s?|\b(?:trabalho|aula|plantao|expediente)(?: [a-z]+){0,2} ate(?: as| a)?|acima d[aeo]s?|mais tarde que(?: as)?) ?$"
)
BEFORE_BEFORE = (
    r"(?:\bantes d[aeo]s?(?: as| a| o)?|\bate(?: no maximo)?(?: as| a| o| ao| umas)?|\bno maximo(?: ate)?(?: as| a| o)?|\bmais tardar(?: ate)?(?: as| a| o)?|\bnao (?:depois|mais (?:tarde )?(?:que|d[aeo]s?)|passe|pode passar|passando|passar)(?: d[aeo]s?)?(?: as)?"
    r"|\b(?:entro|entrada|tenho que (?:sair|estar|buscar|voltar|ir)|preciso (?:sair|estar|voltar|buscar)|trabalho a partir|comeco a trabalhar|entro no trabalho)(?: (?!pode\b)[a-z]+){0,4}? (?:as|a partir das|das|ate as)) ?$"
)
# "entro 9h", "trabalho a partir das 10", "pego no trampo às 14": she can be here before that
_BUSY_FROM = (
    rf"\b(?:(?:entro|comeco|pego (?:n[oa]|em) {_WORK}|comeco a trabalhar)(?: (?:n[oa]|em|a|de|meu|minha|la|so|ja|sempre|trabalhar|{_WORK}))*(?: (?:as|a partir das|das|umas))?"
    rf"|trabalho(?: (?!ate\b)[a-z]+){{0,2}}? a partir das|{_WORK} (?:e|comeca|inicia)(?: so)? (?:as|a partir das|das|umas)) ?$"
)
_THEN_BUSY = r"^ ?(?:h )?(?!que eu trabalho [^.!?\n]*\b(?:ate|saio|largo|solto|termino)\b)(?:(?:eu|ja|que|e que|e quando) )*(?:trabalho|entro|estudo|pego no|tenho aula|to no trabalho|to trabalhando|comeco a trabalhar)\b"


def busy_from(before: str, after: str) -> bool:
    """Whether the hour between these words is when her own work or class begins: "a partir das 10 eu trabalho".

    "Depois das 5 porque eu trabalho" is when she can.
    """
    if rx(_BUSY_FROM).search(before):
        return True
    return (
        rx(r"\b(?:a partir|depois) das ?$").search(before) is not None
        and rx(_THEN_BUSY).match(after) is not None
    )


AROUND_BEFORE = r"\b(?:umas|uns|la pelas|la pela|la pelo|la pro|pelas|la por|por volta d[aeo]s?|perto d[aeo]s?|ali pelas|ali por|la para(?: as)?|la pras|la pra|ali pras|tipo(?: umas)?(?: as)?|mais ou menos(?: as| umas)?|\+ -(?: as)?|\+ ou -(?: as)?|a umas|em torno d[aeo]s?|aproximadamente(?: as)?|quase|cerca d[ae]s?) ?$"
AROUND_AFTER = r"^ ?(?:h )?(?:mais ou menos|\+ -|\+ ou -|por ai|e pouco|e pouquinho|em media|aproximadamente|e alguma coisa|ou por ai)"
ONWARDS = r"^ ?(?:h )?(?:em diante|para frente|pra frente|(?:para|pra) la(?! d[ae]s?\b)|adiante|pra mais tarde|ou (?:qualquer (?:horario|h|hora) )?(?:mais tarde|depois))\b"
OR_BEFORE = r"^ ?(?:h )?(?:ou antes|para tras|pra tras|no maximo|ou mais cedo)\b"
TO_WORDS = r"(?:a|as|ao|ate|ate as|ate a|ate o|-|e as|ate umas|a umas|e meia as)"

# "busco meu filho às 17h, tem que ser antes"
SIDE = r"^[^.!?]{0,30}?\b(?:tem que|precisa|preciso|teria que|pode|podia|queria|quero|so|entao|marca|da|daria|consigo|conseguiria|seria|prefiro)(?: [a-z]+){0,2}? (?P<side>antes|depois)(?: disso)?(?= *(?:$|[.,!?]| na | no ))"
# What is said of the day before: "viajo dia 15, antes disso".
BEFORE_THAT = r"^(?: ,| [a-z]+)[^.!?\n]{0,45}?\bantes (?:disso|dessa data|desse dia)(?= *(?:$|[.!?,]|pra\b|para\b|eu\b|quero|pode|seria))"
AFTER_THAT = r"^(?: ,| [a-z]+)[^.!?\n]{0,45}?\b(?:depois|apos|a partir) (?:disso|dessa data|desse dia|dai)\b"

# (what stands before the day, what stands after it, how the day is meant); the first that fits
_DAY_LIMITS: tuple[tuple[str, str, str], ...] = (
    (r"\bnao (?:[a-z]+ ){0,3}antes d[aeo]s?(?: dia)? ?$", "", "from"),
    (r"\bnao (?:[a-z]+ ){0,3}(?:depois|apos|pass\w+) d[aeo]s?(?: dia)? ?$", "", "until"),
    ("", AFTER_THAT, "after"),
    ("", BEFORE_THAT, "before"),
    (r"\b(?:depois|apos|passando|passado) (?:d[aeo]s?|o|a)(?: dia| o| a)? ?$", "", "after"),
    (r"\b(?:a partir|apartir|partir)(?: d[aeo]s?)?(?: dia)? ?$", ONWARDS, "from"),
    (r"\bantes(?: d[aeo]s?)?(?: dia| meu| minha)? ?$", "", "before"),
    (
        r"\b(?:ate|no maximo(?: ate)?|(?:no|o|ao)? mais tardar(?: ate)?)(?: o| a| no| na)?(?: dia)? ?$",
        "",
        "until",
    ),
)


def day_operator(before: str, after: str) -> str:
    """How a day is meant between the words before and after it: after, before, from, until, or "" for that day itself."""
    lead = rx(r"[.!?;\n]").split(before)[-1]
    for ahead, behind, meant in _DAY_LIMITS:
        if (ahead and rx(ahead).search(lead)) or (behind and rx(behind).match(after)):
            return meant
    return ""


def hour_operator(before: str, after: str) -> str:
    """How an hour is meant between the words before and after it: after, before, around, or "" for that hour itself."""
    if rx(r"\bnao (?:[a-z]+ ){0,3}antes (?:d[aeo]s?)?(?: as)? ?$").search(before):
        return "after"
    side = rx(SIDE).match(after)
    if (busy_from(before, after) and not side) or done_by(before):
        return "before"
    if side:
        return "before" if side["side"] == "antes" else "after"
    theirs = they_leave(before, after) or rx(THEY_WORK_UNTIL).search(before) is not None
    after_work = theirs or rx(AFTER_BEFORE).search(before) is not None
    if rx(BEFORE_BEFORE).search(before) and not after_work:
        return "before"
    not_later = r"\bnao (?:[a-z]+ ){0,3}(?:depois|mais tarde|apos|pass(?:ar|ando|e|a)) (?:d[aeo]s?)?[a-z ]*$"
    if rx(not_later).search(before) or rx(OR_BEFORE).match(after):
        return "before"
    if after_work or rx(ONWARDS).match(after):
        return "after"
    return "around" if rx(AROUND_BEFORE).search(before) or rx(AROUND_AFTER).match(after) else ""
