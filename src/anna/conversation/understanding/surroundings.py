"""How each day or hour said was meant: wished for, ruled out, taken back, or only told, judged by the words around it.

"menos", "não posso" and "em vez de" rule out; "aliás", "quer dizer" and "muda pra" take back what was said before; "fiz", "porque"
and "tenho um casamento" tell why and when not; "depois das", "até" and "umas" say how the hour is meant.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from anna.conversation.understanding.days import DayAtom
from anna.conversation.understanding.line import Line, rx
from anna.conversation.understanding.times import PartAtom, TimeAtom

Atom = DayAtom | TimeAtom | PartAtom

_LEAD = r"(?: (?:na|no|em|de|a|as|o|aos|nas|nos|da|das|do|dos|pela|para|pra|pras|pro|ser|na parte|ate|dia|e|la|tipo|mesmo|muito|ir|vir|ai|proxima|hoje))*"
_CANNOT = (
    r"(?:posso|consigo|da|de|pode|podia|quero|queria|rola|vai dar|vai rolar|vou poder|vou conseguir|vou|vai|dava|serve|gosto|prefiro|estou|estarei|tenho|"
    r"tenho como|tem como|atendo|costumo|curto|gostaria|me serve|e bom|fica bom|e legal|to|trabalho|marca|marque|coloca|agenda)"
)
NEGATED_BEFORE = rf"(?:\b(?:nao|num)(?: (?:me|mais|eu))?(?: {_CANNOT})*(?: (?:mais|me|ficar|estar|atender|fazer|marcar|agendar|vir|ir|ser))*|\b(?:menos|exceto|tirando|fora|sem ser|nunca|nem|so nao|jamais|evitar|evito|que nao seja|desde que nao seja|odeio|detesto|qualquer dia menos)){_LEAD} ?$"
BUSY = (
    r"compromisso|aulas?|medic[ao]|reuniao|viagem|pilates|academia|prova|curso|faculdade|facul|dentista|plantao|trabalho|terapia|outro|outra|coisa|treino|ingles|natacao|culto|missa|igreja|escola|"
    r"fisio\w*|psicolog[ao]|consulta|exame|estagio|futebol|danca|yoga|ioga|visita|evento|ensaio|clientes?|feira|hemodialise"
)
# "tenho aula seg e qua", "trabalho terça e quinta": every week so.
BUSY_BEFORE = rf"\b(?:(?:tenho|faco|dou|(?:to|estou|fico|sou) (?:de|em|com))(?: (?:um|uma|muit[ao]|tanta))? (?:{BUSY})|trabalho|estudo|(?:to|estou|fico) ocupad[ao])(?: (?:na|no|nas|nos|as|aos|de|em|tod[ao]s?|sempre|toda|a|direto))* ?$"
NEGATED_AFTER = (
    r"^ ?(?:a? ?h )?(?:, )?(?:eu |pra mim |ja |ai |tambem |infelizmente )*(?:(?:e? ?que )?(?:nao|num|no(?= ?[,.;!]))(?! (?:sei|tem (?:vaga|horario|h\b)|e\b|(?:saio|largo|termino|libero|chego|consigo (?:sair|chegar|ir)) (?:antes|depois|cedo|mais)))(?: (?:posso|consigo|da|pode|quero|rola|vai dar|vou|vai|tenho|estou|tem|trabalho|to|me|serve|"
    r"dou|gosto|costumo|vou poder|vou conseguir|daria|poderia|vai rolar|atendo|fica|e))*\b|(?:e |ta |fica |seria |esta )?(?:impossivel|complicado|dificil|ruim|pessim[ao])|nem pensar|jamais|(?:eu )?nunca(?: (?:posso|consigo|da|dou|venho|vou|tenho tempo))?\b|(?:eu )?(?:ja )?(?:tenho|faco) (?:um |uma |muit[ao] |tanta )?(?:"
    rf"{BUSY})"
    r"|(?:eu )?(?:trabalho|viajo|to viajando|estou viajando|to de plantao|estou de plantao)(?! (?:ate|das)))"
)
INSTEAD = rf"\b(?:em vez|ao inves|no lugar|invez|em lugar|inves)(?: d[aeo]s?)?{_LEAD} ?$"
UNNEEDED = rf"\bnao (?:precisa|necessariamente|faz questao|tem que|precisava|obrigatoriamente)(?: (?:ser|que seja|de ser))?{_LEAD} ?$"
FIX = (
    r"\b(?:alias|quer dizer|quero dizer|digo|ou melhor|melhor dizendo|na verdade|pensando bem|pensando melhor|corrigindo|correcao|perdao|errei|me enganei|minto|"
    r"mentira|desculpa|desculpe|opa|ops|ou seja|esquece|deixa pra la|troca|muda|mudei de ideia|mas melhor|se bem que|brincadeira|brincando|zoeira|zueira|brinks|pera|perai|espera|nao nao|melhor|prefiro|quis dizer|era|me confundi|confundi|retifico)\b|(?<!se )\bnao ,"
)
WISH = r"\b(?:nao (?:tem|teria|tinha|da|daria|dava|pode(?:ria)?|rola|seria possivel|consegue|conseguiria|consegues?|haveria|ha|existe|sobrou|abre|atende\w*|vai ter))\b"

AFTER_BEFORE = (
    r"(?:\b(?:depois|apos|apartir|a partir|partir|passou|passar|passando|passado)(?: d[aeo]s?)?(?: as| a| o| ao)?|\b(?:a partir|apartir|partir)(?: d[aeo]s?)?|\b(?:depois|quando)(?: que)?(?: eu)? (?:sair|saio|largar|largo|terminar|acabar|chegar|buscar|deixar)(?: (?!antes|pode|marca|quero)[a-z]+){0,5}(?: ,)?(?: as| a| das)?"
    r"|\b(?:saio|saindo|saia|(?<!preciso )(?<!que )sair|largo|libero|liberad[ao]|termino|so (?:consigo |posso |vou )?cheg(?:o|ar)|chego (?:em casa|d[ao]s?)|folgo|fico livre|estou livre|to livre|livre|so posso|so consigo|disponivel|disponibilidade|desocupo|solto|"
    r"acabo|acaba|encerro|trabalho ate|(?:trampo|servico|expediente|turno|trabalho|plantao|aula) (?:vai|e) ate)(?: (?!antes\b|ate\b|pode\b|marca|agend|quero\b)[a-z]+){0,4}?(?: (?:as|das|a partir das|depois das|umas|la pelas|pelas|la por|ate as|ate))"
    r"|\b(?:saio|largo|libero|termino|acabo|acaba|solto|encerro|saindo)(?: (?:d[aeo]|la|so|sempre|mais ou menos) ?[a-z]*)?"
    r"|\bnao (?:saio|largo|termino|libero|chego|consigo (?:sair|chegar)) antes(?: d[aeo]s?)?|\bnao antes d[aeo]s?|\bnao pode ser antes d[aeo]s?|\b(?:trabalho|aula|plantao|expediente)(?: [a-z]+){0,2} ate(?: as| a)?|acima d[aeo]s?|mais tarde que(?: as)?) ?$"
)
BEFORE_BEFORE = (
    r"(?:\bantes d[aeo]s?(?: as| a| o)?|\bate(?: no maximo)?(?: as| a| o| ao| umas)?|\bno maximo(?: ate)?(?: as| a| o)?|\bnao (?:depois|mais (?:tarde )?(?:que|d[aeo]s?)|passe|pode passar|passando|passar)(?: d[aeo]s?)?(?: as)?"
    r"|\b(?:entro|entrada|tenho que (?:sair|estar|buscar|voltar|ir)|preciso (?:sair|estar|voltar|buscar)|trabalho a partir|comeco a trabalhar|entro no trabalho)(?: (?!pode\b)[a-z]+){0,4}? (?:as|a partir das|das|ate as)) ?$"
)
AROUND_BEFORE = r"\b(?:umas|uns|la pelas|la pela|la pelo|la pro|pelas|la por|por volta d[aeo]s?|perto d[aeo]s?|ali pelas|ali por|la para(?: as)?|la pras|la pra|ali pras|tipo(?: umas)?(?: as)?|mais ou menos(?: as| umas)?|\+ -(?: as)?|\+ ou -(?: as)?|a umas|em torno d[aeo]s?|aproximadamente(?: as)?|quase|cerca d[ae]s?) ?$"
AROUND_AFTER = r"^ ?(?:h )?(?:mais ou menos|\+ -|\+ ou -|por ai|e pouco|e pouquinho|em media|aproximadamente|e alguma coisa|ou por ai)"
ONWARDS = r"^ ?(?:h )?(?:em diante|para frente|pra frente|para la|pra la|adiante|pra mais tarde|ou (?:qualquer (?:horario|h|hora) )?(?:mais tarde|depois))\b"
OR_BEFORE = r"^ ?(?:h )?(?:ou antes|para tras|pra tras|no maximo|ou mais cedo)\b"
TO_WORDS = r"(?:a|as|ao|ate|ate as|ate a|ate o|-|e as|ate umas|a umas|e meia as)"
EVENT = r"\b(?:promoc\w+|oferta|desconto|cupom|validade|casamento|formatura|festa|aniversario|niver|evento|prova|show|batizado|viagem|ensaio|noivado|baile|entrevista|viajo|viajar|viajando|caso|casando|formo)\b(?: [a-z]+){0,4} ?$"
FIXED_HOUR = r"\b(?:busco|pego|levo|deixo|buscar|pegar|levar|deixar)(?: [a-z]+){0,4} ?$|\b(?:acordo|levanto|durmo|deito|almoco|janto|rezo|novela|escola|academia|pilates|plantao|voo?|onibus|reuniao|prova|entrevista|cirurgia|missa|culto|viagem|trem)\b(?: (?:e|eh|as|comeca|sai|so|que|da|meu|minha))* ?$"
NARRATIVE = (
    r"\b(?:fiz|fui|fizemos|foi feit[ao]|(?:tava|estava|estive)(?! (?:pensando|querendo|planejando|vendo|olhando|afim|a fim|precisando|de olho|com vontade))|tirei|coloquei|apliquei|aplicaram|comprei|paguei|recebi|mandei|liguei|falei(?= com| ai\b| na clinica)|marcaram|atenderam|aconteceu|comecou|fizeram|tomei|fez|"
    r"operei|cai|passei|senti|desde(?! que (?:seja|for|tenha|fosse|de|nao))(?: que| as| a| o)?|ganhei|vim|perdi|faltei|esqueci|cheguei|conheci|vi|mandaram|responderam|disseram|ficou|fiquei|deu|era pra|(?:descobr|perceb|ouv|escrev|beb|com|dorm|ped|respond|assist|sofr|corr|sub|desc|sum|engol|sent|viv|mord|vend|part)i|(?!estou|sobrou|liberou|vagou|rolou|precisou|mudou|restou|encaixou|(?:fal|avis|combin)ou que)[a-z]{3,}ou|voltei|sai d|(?!pens|err|fal|gost|prefer|decid|lembr|escolh|olh|ach|confund|engan|mud|(?:est|viaj|trabalh|volt|fic|cheg|lig|marc|precis|consegu|pod|prefer|sa|v|t|f|s)?[aei]rei\b)[a-z]{3,}ei)\b(?: (?!quer|pod|posso|marc|agend|para\b|pra\b|tem\b|teria|consig|gostaria|prefir|bora\b|vamos|preciso|entao\b|kkk|encaix|me (?:ve|marca|poe|bota|encaixa|salva)|bota\b|poe\b|mas\b)[\w,]+){0,7}? ?$"
)


# "não antes das 10", "não pode ser depois das 4": a limit, no refusal.
_NOT_BOUND = r"\bnao (?:[a-z]+ ){0,3}(?:antes|depois|apos|pass\w+|mais tarde|mais (?:que|d[ae]s?))\b"
_REACH = 160


@dataclass(frozen=True, slots=True)
class Said:
    """A thing said and how it was meant."""

    atom: Atom
    mode: str  # wanted, excluded, dropped
    op: str  # "", after, before, around


def _just_before(line: Line, atom: Atom) -> str:
    """The words that can still bear on `atom`; a whole essay before it cannot."""
    return line.norm[max(0, atom.start - _REACH) : atom.start]


def judged(line: Line, atoms: list[Atom]) -> list[Said]:
    """What `atoms`, in their order, were meant as."""
    said: list[Said] = []
    for i, atom in enumerate(atoms):
        left = atoms[i - 1].end if i else 0
        right = atoms[i + 1].start if i + 1 < len(atoms) else len(line.norm)
        before, after = line.norm[left : atom.start], line.norm[atom.end : right]
        neighbours = (atoms[i - 1] if i else None, atoms[i + 1] if i + 1 < len(atoms) else None)
        said.append(Said(atom, _mode(line, before, after, atom, neighbours), _operator(before, after, atom)))
    return _without_reasons(line, _spread(line, said))


_BECAUSE = r"\b(?:que|porque|pois|ja que)(?: (?:n?[ao]|ao?s|dia|todo|toda|bem))* ?$"
_BESIDE = r"^(?: (?:de|a|as|da|na|pela|umas|la|pelas|por|volta|das|bem|logo))* ?$"


def _without_reasons(line: Line, said: list[Said]) -> list[Said]:
    """ "menos sábado que sábado é dia de culto": said again as the reason, it is no wish; nor is the hour of a day that is only told."""
    out = list(said)
    for i in range(1, len(out)):
        this, last = out[i], out[i - 1]
        between = line.norm[last.atom.end : this.atom.start]
        again = isinstance(this.atom, DayAtom) and any(
            isinstance(s.atom, DayAtom) and s.mode == "excluded" and s.atom.days.start == this.atom.days.start
            for s in out[:i]
        )
        told = (
            last.mode == "dropped" and isinstance(last.atom, DayAtom) and not isinstance(this.atom, DayAtom)
        )
        if isinstance(this.atom, PartAtom) and this.mode == "wanted" and _other_part(out[:i], this.atom):
            out[i] = replace(this, mode="excluded") if rx(_BECAUSE).search(between) else this
        elif this.mode == "wanted" and (
            (again and rx(_BECAUSE).search(between)) or (told and rx(_BESIDE).match(between))
        ):
            out[i] = replace(this, mode="dropped")
    return out


_COMPARED = r"(?:^| )(?<!mais )(?<!tarde )(?<!cedo )(?:do )?que (?:(?:na|no|a|as|de|pra|para|em|umas) )*$"
_PREFERRED = r"\b(?:melhor|prefiro|mais|prefere|antes)\b"
# What was done on that day.
NARRATIVE_AFTER = r"^(?: (?:cedo|de manha|a tarde|a noite|eu|ja|a gente|mesmo|_+))* (?:(?!pens|err|fal|gost|prefer|decid|lembr|escolh|olh|ach|confund|engan|mud|se|re|le)[a-z]{2,}(?:ei|amos|imos)|fui|fiz|tive|vim|teve|estive)\b"
_BEFORE_THAT = r"^(?: ,| [a-z]+)[^.!?\n]{0,45}?\bantes (?:disso|dessa data|desse dia)(?= *(?:$|[.!?,]))"
_AFTER_THAT = r"^(?: ,| [a-z]+)[^.!?\n]{0,45}?\b(?:depois|apos|a partir) (?:disso|dessa data|desse dia|dai)\b"


# "sexta é feriado", "dia 9 é aniversário do meu filho": what day it is, not when to come.
_IS_A_FEAST = r"^ ?(?:,? ?)(?:ja |ai |tambem )*(?:e|eh|vai ser|sera|cai|foi)(?: n?[ao])?(?: (?:o|um|uma|a|meu|minha|nosso|dia (?:d[aeo]|santo)))* ?(?:feriad[ao]o?|feriadao|aniversario|niver|casamento|formatura|festa|batizado|prova|plantao|enterro|velorio|viagem|folga d[aeo]l[ae])\b"
# "hoje corro 5 km", "hoje tô ótima": how things are.
_NOWADAYS = r"^ (?:,? ?)(?:eu |ja |nao |so |em dia |ela |ele |a gente )*(?:to|estou|ta|esta|sou|corro|malho|peso|moro|vivo|uso|acordei|amanheci|sinto|me sinto|ando|como|durmo|treino|pratico|fumo|bebo)(?! (?:ate |de boa|de boas)?(?:\w+ )?(?:livre|folga|disponivel|disposicao|podendo|querendo|precisando|afim|fim|perto|aqui|ai|vaga|horario|tranquil[ao]|sussa|suave))\b"
_BOOKED = r"\b(?:meu|minha|nossa|nosso) (?:horario|h|consulta|sessao|agendamento|atendimento|retorno|avaliacao|reserva|procedimento|\w+)(?: (?:de|da|do|na|no|dia|pra|para|as|a|que|esta|ta|marcad[ao]|agendad[ao]|tenho))* ?$"
_STANDS = r"^(?: (?:as|a|de|das|da|pela|h|_+|\d+))*? (?:(?:ainda|ja|mesmo) )*(?:continua|ta|esta|segue|permanece|ficou|vai|e|foi)(?: (?:ainda|mesmo|tudo))? (?:valendo|de pe|confirmad[ao]|marcad[ao]|agendad[ao]|cert[ao]|mantid[ao]|valid[ao]|garantid[ao]|mesmo|que h|o mesmo)\b"


def _other_part(before: list[Said], part: PartAtom) -> bool:
    """ "de tarde, que de manhã eu trabalho"."""
    return any(
        isinstance(s.atom, PartAtom) and s.mode == "wanted" and s.atom.part is not part.part for s in before
    )


def _is_limit(line: Line, day: DayAtom) -> bool:
    """ "viajo sexta de manhã, tem que ser antes disso": the day is told, only what lies before it is wished."""
    after = line.norm[day.end : day.end + _REACH]
    event = rx(EVENT).search(line.norm[max(0, day.start - _REACH) : day.start]) is not None
    if event and rx(r"\b(?:antes|ate la)\b").search(line.norm):
        return True
    return rx(_BEFORE_THAT).match(after) is not None or rx(_AFTER_THAT).match(after) is not None


def _mode(
    line: Line, before: str, after: str, atom: Atom, neighbours: tuple[Atom | None, Atom | None]
) -> str:
    previous, following = neighbours
    # "hoje não amanhã", without a mark: the refusal was of the day before it
    taken = type(previous) is type(atom) and rx(r"^ nao (?:(?:as|a|na|no|dia) )?$").match(before) is not None
    clause = rx(r"[.!?;\n]").split(before)[-1]
    if (
        type(previous) is type(atom)
        and rx(_COMPARED).search(before)
        and rx(_PREFERRED).search(line.norm[: atom.start])
    ):
        return "dropped"  # "prefiro sexta do que quinta"
    if _only_named(line, atom, after):
        return "dropped"
    if _is_edge(clause, after, atom, following):
        return "wanted"
    if rx(INSTEAD).search(clause) or (_is_weekday(atom) and rx(BUSY_BEFORE).search(clause)):
        return "excluded"
    if rx(UNNEEDED).search(clause) or rx(NARRATIVE).search(clause) or _is_reason(line, before, atom):
        return "dropped"
    if rx(r"^ ?[,.]+ ?nao ,").match(after):
        return "wanted"  # "às 9, não, às 10": taken back, which is `taken_back`'s business
    question = rx(r"^[^.!;\n]*\?").match(after) is not None
    if question and rx(WISH).search(clause):
        return "wanted"
    if rx(NEGATED_BEFORE).search(clause) and not rx(_NOT_BOUND).search(clause) and not taken:
        return "excluded"
    if (
        rx(NEGATED_AFTER).match(after)
        and not _refuses_next(after, atom, following)
        and not (question and rx(r"^ ?nao (?:tem|da|pode|rola)\b[^,]*\?").match(after))
    ):
        return "excluded"
    return "wanted"


def _is_edge(clause: str, after: str, atom: Atom, following: Atom | None) -> bool:
    """ "volto de viagem dia 15, marca depois disso"; "desde segunda até quarta", while "desde segunda" alone is a complaint."""
    if isinstance(atom, DayAtom) and (rx(_AFTER_THAT).match(after) or rx(_BEFORE_THAT).match(after)):
        return True
    since = rx(r"\bdesde(?: (?:[ao]s?|o dia|dia|d[ao]s?))* ?$").search(clause)
    to = rx(rf"^ ?(?:h |feira )?{TO_WORDS}(?: (?:[ao]s?|o dia|dia))* ?$").match(after)
    return type(following) is type(atom) and since is not None and to is not None


def _is_weekday(atom: Atom) -> bool:
    return isinstance(atom, DayAtom) and atom.days.weekday is not None


def _only_named(line: Line, atom: Atom, after: str) -> bool:
    """ "hoje cedo mandei mensagem", "às 8 é muito cedo", "sexta é feriado né", "meu horário de quinta continua valendo?"."""
    if rx(NARRATIVE_AFTER).match(after) or rx(r"^ (?:h )?e (?:muito |meio |bem )?(?:tarde|cedo)\b").match(
        after
    ):
        return True
    if not isinstance(atom, DayAtom):
        return False
    if rx(_IS_A_FEAST).match(after) or (atom.rule == "days.today" and rx(_NOWADAYS).match(after)):
        return True
    booked = rx(_BOOKED).search(line.norm[max(0, atom.start - _REACH) : atom.start]) is not None
    return booked and rx(_STANDS).match(line.norm[atom.end :]) is not None


def _refuses_next(after: str, atom: Atom, following: Atom | None) -> bool:
    """ "é 14h, não 13h", "terça não posso de manhã": what is refused comes after the "não"."""
    if following is None:
        return False
    if _is_weekday(following) and rx(BUSY_BEFORE).search(after):
        return True  # "terça, que tenho aula na quarta"
    if type(following) is type(atom):
        return (
            rx(
                r"^ ?(?:,|e|mas)(?: e| mas)? nao (?:(?:e|pode|posso|pode ser|quero|passar?|passando|mais|mais tarde|depois|antes|apos)(?: (?:que|d[ae]s?))* )?(?:(?:as|a|o|na|no|dia) )?$"
            ).match(after)
            is not None
        )
    return (
        isinstance(atom, DayAtom)
        and rx(
            r"^ (?:eu )?(?:so )?nao (?:posso|consigo|da|quero|pode)(?: ser| ir)?(?: (?:de|a|as|pela|antes das|depois das))? ?$"
        ).match(after)
        is not None
    )


def _is_reason(line: Line, before: str, atom: Atom) -> bool:
    """ "porque à tarde pego meu filho às 3", "tenho um casamento sábado": why, not when. Working hours are both."""
    told = _just_before(line, atom)
    if (
        isinstance(atom, DayAtom)
        and rx(EVENT).search(told)
        and not rx(r"\b(?:antes|ate la)\b").search(line.norm)
    ):
        return True
    if isinstance(atom, TimeAtom) and rx(FIXED_HOUR).search(told):
        return True
    # "sexta não porque tenho prova, quinta": the reason ended at the comma
    if isinstance(atom, DayAtom) and rx(r"[a-z] [^_]*, (?:(?:so|entao|pode|ser|na|no|a|mas) )*$").search(
        before
    ):
        return False
    since = rx(
        r"\b(?:porque|pois|ja que|por causa)\b(?!.*\b(?:porque|entao|por isso|quero|queria|pode ser|marca)\b)"
    ).search(told)
    return since is not None and not rx(AFTER_BEFORE).search(before) and not rx(BEFORE_BEFORE).search(before)


# (what stands before the day, what stands after it, how the day is meant); the first that fits
_DAY_LIMITS: tuple[tuple[str, str, str], ...] = (
    ("", _AFTER_THAT, "after"),
    ("", _BEFORE_THAT, "before"),
    (r"\b(?:depois|apos|passando|passado) (?:d[aeo]s?|o|a)(?: dia| o| a)? ?$", "", "after"),
    (r"\b(?:a partir|apartir|partir)(?: d[aeo]s?)?(?: dia)? ?$", ONWARDS, "from"),
    (r"\bantes(?: d[aeo]s?)?(?: dia| meu| minha)? ?$", "", "before"),
    (r"\b(?:ate|no maximo(?: ate)?)(?: o| a| no| na)?(?: dia)? ?$", "", "until"),
)


def _operator(before: str, after: str, atom: Atom) -> str:
    return _day_operator(before, after) if isinstance(atom, DayAtom) else _hour_operator(before, after)


def _day_operator(before: str, after: str) -> str:
    lead = rx(r"[.!?;\n]").split(before)[-1]
    for ahead, behind, meant in _DAY_LIMITS:
        if (ahead and rx(ahead).search(lead)) or (behind and rx(behind).match(after)):
            return meant
    return ""


def _hour_operator(before: str, after: str) -> str:
    if rx(r"\bnao (?:[a-z]+ ){0,3}antes (?:d[aeo]s?)?(?: as)? ?$").search(before):
        return "after"
    if rx(BEFORE_BEFORE).search(before) and not rx(AFTER_BEFORE).search(before):
        return "before"
    not_later = r"\bnao (?:[a-z]+ ){0,3}(?:depois|mais tarde|apos|passar) (?:d[aeo]s?)?[a-z ]*$"
    if rx(not_later).search(before) or rx(OR_BEFORE).match(after):
        return "before"
    if rx(AFTER_BEFORE).search(before) or rx(ONWARDS).match(after):
        return "after"
    return "around" if rx(AROUND_BEFORE).search(before) or rx(AROUND_AFTER).match(after) else ""


def _spread(line: Line, said: list[Said]) -> list[Said]:
    """ "menos segunda e terça": what is joined to something ruled out is ruled out too."""
    for i in range(1, len(said)):
        last, this = said[i - 1], said[i]
        between = line.norm[last.atom.end : this.atom.start]
        if type(last.atom) is not type(this.atom) or this.mode != "wanted" or last.mode != "excluded":
            continue
        if between == " e " and rx(r"\bnao (?:e|era|seria) (?:(?:dia|as|na|no|a) )*$").search(
            line.norm[: last.atom.start]
        ):
            continue  # "não é dia 12, é dia 13"
        listed = rx(r"^ ?(?:e|nem|ou|e nem|/)(?: (?:a|as|na|no|nas|de|da|aos?|pela))* ?$").match(between)
        more = line.norm[this.atom.end : this.atom.end + 9]
        if not listed and _is_weekday(last.atom) and _is_weekday(this.atom):  # "tenho aula seg qua e sex"
            listed = (
                rx(r"^ ?,? ?$").match(between)
                if rx(r"^ ?(?:$|[,.;!?] ?$|,? ?(?:e|ou|nem)? ?(?:seg|ter|qua|qui|sex|sab|dom))").match(more)
                else None
            )
        if listed:
            said[i] = replace(this, mode="excluded")
    for i in range(len(said) - 2, -1, -1):  # "segunda e terça não posso"
        this, following = said[i], said[i + 1]
        between = line.norm[this.atom.end : following.atom.start]
        backwards = rx(NEGATED_AFTER).match(line.norm[following.atom.end :]) is not None
        joined = rx(r"^ ?(?:e|nem|e nem|a|ate)(?: (?:a|as|na|no|nas|de|da|aos?))* ?$").match(between)
        if backwards and joined and type(this.atom) is type(following.atom) and following.mode == "excluded":
            said[i] = replace(this, mode="excluded")
    return said


def taken_back(line: Line, said: list[Said]) -> list[Said]:
    """After "aliás" what was said before of the same kind no longer holds; "da quinta para a sexta" means the sexta."""
    out = list(said)
    for i, this in enumerate(said):
        for later in said[i + 1 :]:
            if type(later.atom) is not type(this.atom) or later.mode != "wanted" or this.mode != "wanted":
                continue
            between = line.norm[this.atom.end : later.atom.start]
            moved = _moved(line, this, later, between)
            if moved or rx(FIX).search(between):
                out[i] = replace(this, mode="dropped")
            if moved:
                out[i + 1 :] = [_left_behind(line, s, later) for s in out[i + 1 :]]
    return out


def _left_behind(line: Line, said: Said, later: Said) -> Said:
    """The hour of the visit that is moved away from goes with its day: "era sexta 10h, queria mudar pra segunda"."""
    between = line.norm[said.atom.end : max(said.atom.end, later.atom.start)]
    before = said.atom.start < later.atom.start and not isinstance(said.atom, DayAtom)
    if (
        before
        and isinstance(later.atom, DayAtom)
        and rx(r"\b(?:para|pra|pro|mudar|passar|trocar|pode ser)\b").search(between)
    ):
        return replace(said, mode="dropped")
    return said


_MOVES = r"\b(?:remarc\w+|reagend\w+|mud\w+|troc\w+|pass(?:a|ar|em|e)|transfer\w+|adi(?:a|ar|em)|antecip\w+|jog(?:a|ar)|pux(?:a|ar)|alter\w+|desloc\w+|move\w*)\b"


def _moved(line: Line, this: Said, later: Said, between: str) -> bool:
    before = _just_before(line, this.atom)
    of_a_visit = rx(
        r"\b(?:sair|sai|fugir|consulta|sessao|horario|h|agendamento|marcad[ao]|procedimento|atendimento|retorno|avaliacao|limpeza|botox|reserva|visita|minha|meu|agendad[ao]|remarcar|mudar|trocar|passar|transferir|adiar|antecipar|reagendar|muda|troca|passa|desmarc\w+|cancel\w+)"
        r"(?: (?:d[aeo]s?|ta|esta|para|pra|que|e|era|marcad[ao]|agendad[ao]|com|na|no|o|a|as|dia|tenho|minha|meu|amanha|hoje|dela|dele|nossa|nosso))* ?$"
    ).search(before)
    straight = rx(r"^ (?:para|pra|pro|pras|por|pel[ao])(?: (?:as|a|o|na|no|dia|proxim[ao]))* ?$").match(
        between
    )
    if straight and rx(_MOVES).search(before):
        return True
    moved = rx(
        r"\b(?:para|pra|pro|pras|por|pel[ao]|pode ser|queria|quero|mudar|trocar|passar|remarcar|tem como ser|tem|daria|consigo|posso|marca|marcar|coloca|agenda|ir|vir|ficar)\b"
    ).search(between)
    return bool(of_a_visit and moved)
