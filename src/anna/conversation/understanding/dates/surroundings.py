"""How each day or hour said was meant: wished for, ruled out, taken back, or only told, judged by the words around it.

"menos", "não posso" and "em vez de" rule out; "aliás", "quer dizer" and "muda pra" take back what was said before. What is only told
is known by `telling`, what is a limit by `limits`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from anna.conversation.understanding.dates.days import DayAtom
from anna.conversation.understanding.dates.limits import (
    AFTER_THAT,
    BEFORE_THAT,
    TO_WORDS,
    busy_from,
    day_operator,
    hour_operator,
)
from anna.conversation.understanding.dates.run_ons import after_turn, is_of_day_before
from anna.conversation.understanding.dates.telling import (
    BY_THEN,
    EVENT,
    LEAD,
    REACH,
    Atom,
    is_aside,
    is_reason,
    just_before,
    only_named,
)
from anna.conversation.understanding.dates.times import PartAtom, TimeAtom
from anna.conversation.understanding.text.line import Line, rx

_CANNOT = (
    r"(?:posso|consigo|da|de|pode|podia|quero|queria|rola|vai dar|vai rolar|(?:vou|vai) (?:poder|conseguir)|vou|vai|consegue|dava|serve|gosto|prefiro|estou|estarei|tenho|"
    r"tenho como|tem como|atendo|costumo|curto|gostaria|me serve|e bom|fica bom|e legal|to|trabalho|marca|marque|coloca|agenda)"
)
NEGATED_BEFORE = rf"(?:(?<!por que )(?<!porque )(?<!\bse )\b(?:nao|num)(?: (?:me|mais|eu))?(?: {_CANNOT})*(?: (?:mais|me|ficar|estar|atender|fazer|marcar|agendar|vir|ir|ser))*|\b(?:(?<!ou )menos|exceto|tirando|fora|sem ser|nunca|nem|so nao|jamais|evit(?:ar|o|a|e|em|ando)|nada de|que nao seja|desde que nao seja|odeio|detesto|qualquer dia menos)){LEAD} ?$"
BUSY = (
    r"compromisso|aulas?|audiencia|medic[ao]|reuniao|viagem|pilates|academia|prova|curso|faculdade|facul|dentista|plantao|trabalho|terapia|outro|outra|coisa|treino|ingles|natacao|culto|missa|igreja|escola|"
    r"fisio\w*|psicolog[ao]|consulta|exame|estagio|futebol|danca|yoga|ioga|visita|evento|ensaio|clientes?|feira|hemodialise"
)
# "tenho aula seg e qua", "trabalho terça e quinta": every week so.
BUSY_BEFORE = rf"\b(?:(?:tenho|faco|dou|(?:to|estou|fico|sou) (?:de|em|com))(?: (?:um|uma|muit[ao]|tanta))? (?:{BUSY})|trabalho|estudo|(?:to|estou|fico) ocupad[ao])(?: (?:na|no|nas|nos|as|aos|de|em|tod[ao]s?|sempre|toda|a|direto))* ?$"
_CAME_UP = r"\b(?:(?:surgi(?:u|ram)|aparece(?:u|ram)|tive|aconteceu|houve|pintou|marcaram|arrumaram|deu)(?: (?:aqui|um|uma|uns|outro|outra|esse))* (?:imprevisto|contratempo|compromisso|problem(?:a|ao|inha)|viagem|plantao|reuniao|prova|emergencia|audiencia)|imprevisto)(?: (?:aqui|la|no trabalho|em casa|de ultima h|n[ao]|d[ao]|pr[ao]|para|de|bem|justo|logo))* ?$"
"""What has come up on that day: "surgiu um imprevisto sexta"."""
NEGATED_AFTER = (
    r"^ ?(?:a? ?h )?(?:, )?(?:eu |pra mim |ja |ai |tambem |infelizmente |voces? |a clinica |a gente )*(?:(?:e? ?que )?(?:nao|num|no(?= ?[,.;!]))(?! (?:sei|seja|for|caia|tenho (?:nada|compromisso|nenhum\w*|medo|certeza|problema|duvida|pressa|preferencia)|tem (?:problema|erro|nada)|ha problema|vejo problema|tem (?:vaga|horario|h\b)|e\b|d?ess[ae]\b|d?est[ae]\b|(?:saio|largo|termino|libero|chego|consigo (?:sair|chegar|ir)) (?:antes|depois|cedo|mais)))(?: (?:posso|consigo|da|pode|quero|rola|vai dar|vou|vai|tenho|estou|tem|trabalho|to|me|serve|"
    r"dou|gosto|costumo|vou poder|vou conseguir|daria|poderia|vai rolar|atendo|fica|e))*\b|(?:e |ta |fica |seria |esta |to )?(?:(?:meio|muito|bem|um pouco|super|mais|tao) )?(?:impossivel|complicad[ao]|dificil|ruim|pessim[ao]|horrivel|terrivel|corrid[ao]|puxad[ao]|chei[ao]|lotad[ao]|inviavel|fora(?: de (?:cogitacao|questao))?(?= *(?:$|[,.;!?])))|sem (?:chance|condic\w+|possibilidade)|(?:eu )?(?:to|estou) fora\b|(?:pode )?(?:esquece\w*|descarta\w*|risca\w*)|ja era\b|nem pensar|jamais|(?:eu )?nunca(?: (?:posso|consigo|da|dou|venho|vou|tenho tempo))?\b|(?:eu )?(?:ja )?(?:tenho|faco) (?:um |uma |muit[ao] |tanta )?(?:"
    rf"{BUSY})"
    r"|(?:eu |ela |ele )?(?:opero|(?:vou|vai) (?:me )?operar|(?:vou|vai) ser operad[ao]|trabalho|viajo|to viajando|estou viajando|to de plantao|estou de plantao|(?:to|estou|fico) (?:n[oa]|em|de) (?:trabalho|servico|trampo|escola|faculdade|facul|loja|curso|aula))(?! (?:ate|das)))"
)
# "remarquei pra hoje mas não vai dar"
_BUT_NOT = r"^ ?,? mas (?:eu )?nao (?:vai dar|vou (?:poder|conseguir)|da|deu|posso|consigo|rola)(?: mais| ir| infelizmente)*(?= *(?:$|[,.;!?]))"
INSTEAD = rf"\b(?:em vez|ao inves|no lugar|invez|em lugar|inves)(?: d[aeo]s?)?{LEAD} ?$"
FIX = (
    r"\b(?:alias|quer dizer|quero dizer|digo|ou melhor|melhor dizendo|na verdade|pensando bem|pensando melhor|corrigindo|correcao|perdao|errei|me enganei|minto|"
    r"mentira|desculpa|desculpe|opa|ops|ou seja|esquece|deixa pra la|troca|muda|mudei de ideia|mas melhor|se bem que|brincadeira|brincando|zoeira|zueira|brinks|pera|perai|espera|nao nao|melhor|prefiro|quis dizer|era|me confundi|confundi|retifico)\b|(?<!se )\bnao ,|^ nao (?:da|tem|pode|rola|vai dar)(?: mais)? \? entao\b"
)
WISH = r"\b(?:nao (?:tem|teria|tinha|da|daria|dava|pode(?:ria)?|rola|seria possivel|consegue|conseguiria|consegues?|haveria|ha|existe|sobrou|abre|atende\w*|vai ter))\b"


# "não antes das 10", "não pode ser depois das 4": a limit, no refusal.
_NOT_BOUND = r"\bnao (?:[a-z]+ ){0,3}(?:antes|depois|apos|pass\w+|mais tarde|mais (?:que|d[ae]s?))\b"


@dataclass(frozen=True, slots=True)
class Said:
    """A thing said and how it was meant."""

    atom: Atom
    mode: str  # wanted, excluded, dropped
    op: str  # "", after, before, around; "instead" of what is wished


def judged(line: Line, atoms: list[Atom]) -> list[Said]:
    """What `atoms`, in their order, were meant as."""
    said: list[Said] = []
    for i, atom in enumerate(atoms):
        left = atoms[i - 1].end if i else 0
        right = atoms[i + 1].start if i + 1 < len(atoms) else len(line.norm)
        before, after = after_turn(line.norm[left : atom.start]), line.norm[atom.end : right]
        neighbours = (atoms[i - 1] if i else None, atoms[i + 1] if i + 1 < len(atoms) else None)
        said.append(Said(atom, _mode(line, before, after, atom, neighbours), _operator(before, after, atom)))
    return _spread(line, said)


_COMPARED = r"(?:^| )(?<!mais )(?<!tarde )(?<!cedo )(?:do )?que (?:(?:na|no|a|as|de|pra|para|em|umas) )*$"
_PREFERRED = r"\b(?:melhor|prefiro|mais|prefere|antes)\b"


def _is_limit(line: Line, day: DayAtom) -> bool:
    """ "viajo sexta de manhã, tem que ser antes disso": the day is told, only what lies before it is wished."""
    after = line.norm[day.end : day.end + REACH]
    event = rx(EVENT).search(line.norm[max(0, day.start - REACH) : day.start]) is not None
    if event and rx(BY_THEN).search(line.norm):
        return True
    return rx(BEFORE_THAT).match(after) is not None or rx(AFTER_THAT).match(after) is not None


# "era às 15 não às 16": the first was right
_RATHER = r"\b(?:era|e|eh|queria|quero|pedi|falei|disse|marquei|combinamos|prefiro)(?: (?:as|a|na|no|dia|para|pra|de|umas))* ?$"


# "às 9, não, às 10": taken back, which is `taken_back`'s business; "tem vaga na sexta não?"
_TAG = r"^ ?nao *(?:$|[.;!\n])"  # "tem outro dia de manhã não"
_HAVE_YOU = r"(?<!nao )(?<!nem )\b(?:tem|teria|tinha|sobrou|abriu|vagou)\b"
_NO_REFUSAL = r"^ ?[,.]+ ?nao ,|^ ?[,.]* ?nao nao\b|^ ?,? ?nao ?\?"


def _mode(
    line: Line, before: str, after: str, atom: Atom, neighbours: tuple[Atom | None, Atom | None]
) -> str:
    previous, following = neighbours
    # "hoje não amanhã", without a mark: the refusal was of the day before it
    refused = rx(r"^ nao (?:(?:as|a|na|no|dia) )?$").match(before) is not None and (
        type(previous) is type(atom) or (isinstance(previous, PartAtom) and isinstance(following, PartAtom))
    )
    taken = refused and not (previous and rx(_RATHER).search(line.norm[: previous.start]))
    clause = rx(r"[.!?;\n]").split(before)[-1]
    if (
        type(previous) is type(atom)
        and rx(_COMPARED).search(before)
        and rx(_PREFERRED).search(line.norm[: atom.start])
    ):
        return "dropped"  # "prefiro sexta do que quinta"
    if only_named(line, atom, after):
        return "dropped"
    if _is_edge(clause, after, atom, following):
        return "wanted"
    if rx(INSTEAD).search(clause) or _is_busy_day(line, atom, clause, after):
        return "excluded"
    if is_aside(clause, after) or is_reason(line, before, atom):
        return "dropped"
    if rx(_NO_REFUSAL).match(after) or (rx(_TAG).match(after) and rx(_HAVE_YOU).search(clause)):
        return "wanted"
    question = rx(r"^[^.!;\n]*\?").match(after) is not None
    if question and rx(WISH).search(clause):
        return "wanted"
    if rx(NEGATED_BEFORE).search(clause) and not rx(_NOT_BOUND).search(clause) and not taken:
        return "excluded"
    of_a_day = isinstance(atom, DayAtom) and not isinstance(following, DayAtom)
    asked = line.norm[atom.end :] if of_a_day else after  # "terça não tem nada entre 11 e 13?"
    if (
        rx(NEGATED_AFTER).match(after)
        and not _refuses_next(clause, after, atom, following)
        and not rx(r"^ ?nao (?:tem|da|pode|rola)\b[^,.!;\n]*\?").match(asked)
    ):
        return "excluded"
    return "wanted"


def _is_edge(clause: str, after: str, atom: Atom, following: Atom | None) -> bool:
    """ "volto de viagem dia 15, marca depois disso"; "desde segunda até quarta", while "desde segunda" alone is a complaint."""
    if isinstance(atom, TimeAtom) and busy_from(clause, after):
        return True
    if isinstance(atom, DayAtom) and (rx(AFTER_THAT).match(after) or rx(BEFORE_THAT).match(after)):
        return True
    since = rx(r"\bdesde(?: (?:[ao]s?|o dia|dia|d[ao]s?))* ?$").search(clause)
    to = rx(rf"^ ?(?:h |feira )?{TO_WORDS}(?: (?:[ao]s?|o dia|dia))* ?$").match(after)
    return type(following) is type(atom) and since is not None and to is not None


def _is_busy_day(line: Line, atom: Atom, clause: str, after: str) -> bool:
    """ "tenho aula quinta", "era hoje mas não vai dar"; but "tenho um evento sábado, dá pra fazer antes?" is a limit."""
    if isinstance(atom, DayAtom) and rx(_BUT_NOT).match(after):
        return True
    if isinstance(atom, DayAtom) and atom.days.single and rx(_CAME_UP).search(clause):
        return rx(r"^ ?(?:de|as?|pel[ao]|\d)\b").match(after) is None
    if not isinstance(atom, DayAtom) or atom.days.weekday is None:
        return False
    return rx(BUSY_BEFORE).search(clause) is not None and not _is_limit(line, atom)


def is_weekday(atom: Atom) -> bool:
    return isinstance(atom, DayAtom) and atom.days.weekday is not None


def _refuses_next(lead: str, after: str, atom: Atom, following: Atom | None) -> bool:
    """ "é 14h, não 13h", "terça não posso de manhã": what is refused comes after the "não"."""
    if following is None:
        return False
    rather = rx(_RATHER).search(lead) and rx(r"^ nao (?:(?:as|a|na|no|dia) )?$").match(after)
    if type(following) is type(atom) and rather:
        return True
    if is_weekday(following) and rx(BUSY_BEFORE).search(after) and not is_of_day_before(after):
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


def _operator(before: str, after: str, atom: Atom) -> str:
    if rx(INSTEAD).search(rx(r"[.!?;\n]").split(before)[-1]):
        return "instead"
    return day_operator(before, after) if isinstance(atom, DayAtom) else hour_operator(before, after)


# With these a list goes on to the end; "não posso quinta, sexta" is the day refused and the one wished.
_LISTING = r"\b(?:menos|exceto|tirando|fora|qualquer|nem)\b"


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
        if not listed and is_weekday(last.atom) and is_weekday(this.atom):  # "tenho aula seg qua e sex"
            lead = line.norm[: last.atom.start]
            listing = rx(_LISTING).search(lead) or rx(BUSY_BEFORE).search(lead)
            alone = rx(r"^ ?$").match(more) and not listing
            listed = (
                rx(r"^ ?,? ?$").match(between)
                if not alone
                and rx(r"^ ?(?:$|[,.;!?] ?$|,? ?(?:e|ou|nem)? ?(?:seg|ter|qua|qui|sex|sab|dom))").match(more)
                else None
            )
        if listed or _is_working_week(line, last.atom, between):
            said[i] = replace(this, mode="excluded")
    return _spread_back(line, said)


def _is_working_week(line: Line, first: Atom, between: str) -> bool:
    """ "trabalho de segunda a sexta": all of them."""
    spanned = is_weekday(first) and rx(r"^ (?:a|ate)(?: a| o)? $").match(between) is not None
    return spanned and rx(BUSY_BEFORE).search(just_before(line, first)) is not None


def _spread_back(line: Line, said: list[Said]) -> list[Said]:
    """ "segunda e terça não posso", "quinta, sexta e sábado não"."""
    listed = False  # "e" was said, so the commas before it join too
    for i in range(len(said) - 2, -1, -1):
        this, following = said[i], said[i + 1]
        between = line.norm[this.atom.end : following.atom.start]
        backwards = listed or rx(NEGATED_AFTER).match(line.norm[following.atom.end :]) is not None
        joined = rx(r"^ ?(?:e|nem|e nem|a|ate)(?: (?:a|as|na|no|nas|de|da|aos?))* ?$").match(between)
        if listed and is_weekday(this.atom) and is_weekday(following.atom):
            joined = joined or rx(r"^ ?, ?$").match(between)
        listed = bool(
            backwards and joined and type(this.atom) is type(following.atom) and following.mode == "excluded"
        )
        if listed:
            said[i] = replace(this, mode="excluded")
    return said


def taken_back(line: Line, said: list[Said]) -> list[Said]:
    """After "aliás" what was said before of the same kind no longer holds; "da quinta para a sexta" means the sexta."""
    out = list(said)
    for i, this in enumerate(said):
        if this.mode == "wanted" and any(_same_day(this.atom, later) for later in said[i + 1 :]):
            out[i] = replace(this, mode="dropped")  # "sábado... ih, sábado não dá"
        for later in said[i + 1 :]:
            if type(later.atom) is not type(this.atom) or later.mode != "wanted" or this.mode != "wanted":
                continue
            between = line.norm[this.atom.end : later.atom.start]
            moved = _moved(line, this, later, between)
            better = rx(_BETTER).match(line.norm[later.atom.end :]) and not rx(_WEIGHED).search(between)
            if moved or better or rx(_NO_GOOD).match(between) or rx(FIX).search(between):
                out[i] = replace(this, mode="dropped")
            if moved:
                out[i + 1 :] = [_left_behind(line, s, later) for s in out[i + 1 :]]
    return out


# "duas e meia, sei lá, três horas melhor"; of "sexta ou sábado melhor?" nothing is said yet
_BETTER = r"^ (?:(?:e|fica|ficaria|seria|acho) )*melhor(?= *(?:$|[.,;!]|(?:eu|meu|minha|o|pode|entao|ta|pra mim)\b))"
# "10:30 não é cedinho, não tem as 8?"; "10h, não é cedo" suits
_NO_GOOD = r"^(?: h)? nao (?:e|fica|seria|ta|esta)(?: (?:tao|muito|bem|la|mais|meio|pra mim))* (?:cedo|cedinho|tarde|bom|boa|legal|ideal|certo)\b.*\b(?:tem|teria|tinha|da|pode|prefiro|quero|queria|melhor)\b"
_WEIGHED = r"\b(?:ou|qual|quais|do que|que)\b"


def _same_day(wished: Atom, later: Said) -> bool:
    """Whether the day that was wished is refused later."""
    refused = later.atom
    if not isinstance(wished, DayAtom) or not isinstance(refused, DayAtom) or later.mode != "excluded":
        return False
    return wished.days.single is not None and wished.days.single == refused.days.single


def _left_behind(line: Line, said: Said, later: Said) -> Said:
    """The hour of the visit that is moved away from goes with its day: "era sexta 10h, queria mudar pra segunda"."""
    between = line.norm[said.atom.end : max(said.atom.end, later.atom.start)]
    before = said.atom.start < later.atom.start and not isinstance(said.atom, DayAtom)
    if (
        before
        and isinstance(later.atom, DayAtom)
        and rx(r"\b(?:para|pra|pro|por|pel[ao]|mudar|passar|trocar|pode ser)\b").search(between)
    ):
        return replace(said, mode="dropped")
    return said


_MOVES = r"\b(?:remarc\w+|reagend\w+|mud\w+|troc\w+|pass(?:a|ar|em|e)|transfer\w+|adi(?:a|ar|em)|antecip\w+|jog(?:a|ar)|pux(?:a|ar)|alter\w+|desloc\w+|move\w*)\b"


def _is_span(said: Said) -> bool:
    return isinstance(said.atom, DayAtom) and said.atom.days.grain in {"week", "month"}


def _moved(line: Line, this: Said, later: Said, between: str) -> bool:
    before = just_before(line, this.atom)
    of_a_visit = rx(
        r"\b(?:sair|sai|fugir|esquece|esqueca|risca|tira|apaga|consulta|sessao|horario|h|agendamento|marcad[ao]|procedimento|atendimento|retorno|avaliacao|limpeza|botox|reserva|visita|minha|meu|agendad[ao]|remarcar|mudar|trocar|passar|transferir|adiar|antecipar|reagendar|muda|troca|passa|desmarc\w+|cancel\w+)"
        r"(?: (?:d[aeo]s?|ta|esta|para|pra|que|e|era|marcad[ao]|agendad[ao]|com|na|no|o|a|as|dia|tenho|minha|meu|amanha|hoje|dela|dele|nossa|nosso))* ?$"
    ).search(before)
    if _is_span(this) and is_weekday(later.atom):
        return False  # "minha sessão da semana que vem, pode ser na quinta?": of that week
    straight = rx(r"^ (?:para|pra|pro|pras|por|pel[ao])(?: (?:as|a|o|na|no|dia|proxim[ao]))* ?$").match(
        between
    )
    if straight and rx(_MOVES).search(before):
        return True
    moved = rx(
        r"\b(?:para|pra|pro|pras|por|pode ser|queria|quero|mudar|trocar|passar|remarcar|tem como ser|tem|daria|consigo|posso|marca|marcar|coloca|poe|bota|agenda|ir|vir|ficar)\b"
    ).search(between)
    return bool(of_a_visit and moved)
